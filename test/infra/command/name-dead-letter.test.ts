import { expect, test } from "vitest";
import { nameDeadLetter } from "../../../infra/command/name-dead-letter.ts";
import { nativeMessage, statusMessage } from "../../support/a-flow.ts";

const sesEvent = JSON.stringify({
  eventType: "Bounce",
  mail: {
    messageId: "0100-1",
    timestamp: "2026-11-24T10:00:00.000Z",
    tags: { attempt: ["TD-7K3M-9QXZ-4B2N_0-first-588c06aa84_1"] },
  },
  bounce: { bounceType: "Permanent", bouncedRecipients: [] },
});

test.each([
  ["report-urgent", nativeMessage({ category: "csam" }), "report r-1 of hotline, csam"],
  [
    "report-standard",
    JSON.stringify({ Type: "Notification", Message: nativeMessage() }),
    "report r-1 of hotline, phishing",
  ],
  [
    "report-standard",
    statusMessage("hold", "2026-11-24T10:00:00Z"),
    "“hold” about report r-1 of hotline, said at 2026-11-24T10:00:00Z",
  ],
  [
    "report-standard",
    JSON.stringify({ xarf_version: "4.2.0", report_id: "7d6f1c52-3c2e-4d4e-8f2a-5f0f6f3b9a01" }),
    "XARF report 7d6f1c52-3c2e-4d4e-8f2a-5f0f6f3b9a01",
  ],
  ["report-standard", "{", "no report that can be read (The message is not JSON.)"],
  ["report-standard", "{}", "report (none) of (none), (none)"],
  ["contact-urgent", JSON.stringify({ caseId: "TD-7K3M-9QXZ-4B2N" }), "hint to look at case TD-7K3M-9QXZ-4B2N"],
  ["notice-standard", "https://shop.bad.example/login", "no hint"],
  ["delivery-urgent", sesEvent, "SES: bounced, notice 0-first-588c06aa84 of case TD-7K3M-9QXZ-4B2N"],
  ["delivery", sesEvent, "SES: bounced, notice 0-first-588c06aa84 of case TD-7K3M-9QXZ-4B2N"],
  ["delivery", "{}", "an event of no notice of ours"],
  [
    "reply",
    JSON.stringify({ notificationType: "Received", receipt: { action: { type: "S3", objectKey: "k1" } } }),
    "a mail, kept as k1",
  ],
  ["reply", "{}", "no word of a mail"],
])("of %s: %s", (queue, body, name) => {
  expect(nameDeadLetter(queue, body)).toBe(name);
});

test("and with nothing to tap, no line of its own, and no end to itself", () => {
  const hostile = `http://shop.bad.example/login\n\u202e${"x".repeat(10_000)}`;
  const named = nameDeadLetter(
    "report-standard",
    nativeMessage({ reporter: hostile, reportId: hostile, category: hostile }),
  );
  expect(named).not.toMatch(/http:|shop\.bad|\n|\u202e/);
  expect(named.length).toBeLessThan(400);
});
