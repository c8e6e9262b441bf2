import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type SesOptions, startSes } from "../../../infra/local/servers/ses.ts";
import type { KeptMail, SesEvent } from "../../../infra/local/servers/ses-events.ts";
import { local } from "./clients.ts";

let folder = "";
const ends: (() => Promise<void> | void)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ses-"));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  rmSync(folder, { recursive: true });
});

const clock = { now: () => "2026-11-24T10:00:00.000Z" };
const started = async (more: Partial<SesOptions> = {}) => {
  const accepted: KeptMail[] = [];
  const events: SesEvent[] = [];
  const server = await startSes({
    port: 0,
    folder,
    clock,
    verified: ["ntd.example"],
    configurationSets: ["takedown-urgent"],
    onAccepted: (mail) => void accepted.push(mail),
    onEvent: (event) => void events.push(event),
    ...more,
  });
  const client = new SESClient(local(server.url));
  ends.push(server.close, () => client.destroy());
  return { server, client, accepted, events };
};
const mime = (from = "Notices <notices@ntd.example>") =>
  `From: ${from}\r\nTo: abuse@host.example\r\nSubject: ABUSE: a long\r\n subject\r\n\r\nGrüße\r\n`;
const sending = (more: object = {}, raw = mime()) =>
  new SendRawEmailCommand({
    Source: "notices@ntd.example",
    Destinations: ["abuse@host.example"],
    RawMessage: { Data: Buffer.from(raw) },
    ConfigurationSetName: "takedown-urgent",
    Tags: [{ Name: "attempt", Value: "TD-1_0-first_1" }],
    ...more,
  });

it("goes on numbering after a restart", async () => {
  const first = await started();
  await first.client.send(sending());
  await first.server.close();
  const second = await started();
  await second.client.send(sending());
  expect(second.server.mails().map(({ number }) => number)).toEqual([1, 2]);
});

it("publishes Send at once, and what it is told later, as EventBridge hands it on", async () => {
  const { client, server, events } = await started();
  await client.send(sending());
  const [mail] = server.mails();
  if (!mail) throw new Error("no mail");
  await server.tell(mail, {
    kind: "Bounce",
    bounceType: "Permanent",
    bounceSubType: "General",
    status: "5.1.1",
    diagnosticCode: "smtp; 550 5.1.1 unknown",
  });
  expect(events.map((event) => event["detail-type"])).toEqual(["Email Sent", "Email Bounced"]);
  expect(events[1]).toMatchObject({
    source: "aws.ses",
    detail: {
      eventType: "Bounce",
      mail: {
        messageId: mail.messageId,
        destination: ["abuse@host.example"],
        tags: { attempt: ["TD-1_0-first_1"], "ses:configuration-set": ["takedown-urgent"] },
      },
      bounce: {
        bounceType: "Permanent",
        bouncedRecipients: [{ emailAddress: "abuse@host.example", status: "5.1.1" }],
      },
    },
  });
});

it.each([
  ["an unverified envelope sender", sending({ Source: "x@else.example" }), "MessageRejected"],
  ["an unverified From", sending({}, mime("x@else.example")), "MessageRejected"],
  ["an unknown configuration set", sending({ ConfigurationSetName: "nope" }), "ConfigurationSetDoesNotExistException"],
  [
    "more than 50 recipients",
    sending({ Destinations: Array.from({ length: 51 }, (_, n) => `a${n}@host.example`) }),
    "InvalidParameterValue",
  ],
  ["more than 10 MB", sending({}, `${mime()}${"x".repeat(10 * 1024 * 1024)}`), "InvalidParameterValue"],
])("refuses %s and keeps nothing", async (_what, command, name) => {
  const { client, server, events } = await started();
  const error = await client.send(command).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  expect([server.mails(), events]).toEqual([[], []]);
});

it("drops what is above the rate", async () => {
  const { client, server } = await started({ ratePerSecond: 2 });
  await client.send(sending());
  await client.send(sending());
  await expect(client.send(sending())).rejects.toMatchObject({
    name: "Throttling",
    message: "Maximum sending rate exceeded.",
  });
  expect(server.mails()).toHaveLength(2);
});
