import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { caseIdOf, mailIdOf, reportKeyOf } from "../../functions/case/case-id.ts";
import { messageKeyOf } from "../../functions/store/queue-entry.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, aReportedFlow } from "../support/a-flow.ts";

const reportId = "2026-0048213";
const evidence = { explanation: "x", detectedBy: "manual-review" };

test("the number in a subject does not tell who reported to whoever tries reporters and running numbers", async () => {
  const flow = await aReportedFlow({
    contacts: { candidates: [aCandidate()] },
    report: { category: "csam", reporter: "cert", reportId, evidence },
  });
  await flow.pass({ minutes: 20 });
  const mail = Buffer.from(flow.mails[0]?.mime ?? "").toString("latin1");
  const [number] = /TD(-[0-9A-Z]{4}){3}/.exec(/^Subject:(.*(?:\r\n[ \t].*)*)/m.exec(mail)?.[1] ?? "") ?? [];
  expect(number).toBe((await flow.theCase()).id);
  const key = `report ${reportKeyOf("cert", reportId)}`;
  // What somebody can try who has the code and no key.
  const guesses = [
    mailIdOf(key).replace("TM", "TD"),
    ...["", "k1", "cert", hash("sha256", "k1")].map((guess) => caseIdOf(guess, key)),
  ];
  expect(guesses).not.toContain(number);
});

test("what could not be read and what fits no report is numbered under the key, too", async () => {
  const flow = aFlow();
  const text = '{"reporter":"cert","reportId":"2026-0048213",}';
  await flow.report(text);
  const place = await flow.onlyEntry();
  expect(place.id).not.toBe(mailIdOf(messageKeyOf(text)).replace("TM", "TD"));
});
