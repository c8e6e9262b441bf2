import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { deskPace } from "../../../functions/escalation/policy.ts";
import { readReport } from "../../../functions/report/read-report.ts";

const guide = readFileSync(path.join(import.meta.dirname, "../../../infra/guides/producers.md"), "utf8");
const messages = [...guide.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, text = ""]) => text);
const rules = { allowReserved: true, reporters: [{ id: "cert", contact: "reports@cert.example" }] };
const refused = [...guide.matchAll(/^\| `([^`]+)` \| `([^`]+)` \| (.+) \|$/gm)].map(
  ([, wrong = "", field, reason]) => ({ wrong, field, reason }),
);

test("every message of the guide is read as the report or the word that it stands for", () => {
  const read = messages.map((text) => readReport(text, rules));
  expect(
    read.map((one) => (one.ok ? `${one.value.kind} ${one.value.reporter} ${one.value.reportId}` : one.error)),
  ).toEqual([
    "report cert C-2026-0001",
    "status cert C-2026-0001",
    "report cert C-2026-0002",
    "report cert C-2026-0003",
    "report cert 0b7e3c9a-4d52-4f6e-8a1b-9c2d3e4f5a6b",
  ]);
});

test("the guide says how many mails a desk gets at most, as the policy has it", () => {
  expect(guide).toContain(`at most ${deskPace.mailsOfACaseADay} mails about a case in 24 hours`);
  expect(guide).toContain(`at most ${deskPace.mailsToOneDeskAnHour} mails in any hour`);
  expect(guide).toContain(`child abuse waits ${deskPace.urgentSharesMinutes} minutes at most`);
});

/** The guide's own messages, each spoilt as its row says. */
const [native = "", , , , xarf = ""] = messages;
const spoilt = (text: string, more: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...JSON.parse(text), ...more });
const spoils: Readonly<Record<string, string>> = {
  "not json": "https://sign-in.bad.example/bank",
  "no reporter of that id": spoilt(native, { reporter: "somebody" }),
  "a moment without a zone": spoilt(native, { seenAt: "2026-11-24 09:30" }),
  "first seen after it was last seen": spoilt(native, { firstSeenAt: "2026-11-25T09:30:00Z" }),
  "a kind that the standard lacks": spoilt(native, { evidence: { lureType: "promise" } }),
  "a defanged URL": spoilt(native, { target: { url: "hxxps://sign-in.bad.example/bank" } }),
  "a magnet link": spoilt(native, { target: { url: `magnet:?xt=urn:btih:${"0".repeat(40)}` } }),
  "content of IPFS": spoilt(native, { target: { url: "ipfs://bafybeidocs/a.jpg" } }),
  "an account at a service that nobody knows": spoilt(native, {
    target: { account: { service: "Nobody's Chat", account: "somebody" } },
  }),
  "a reserved name, as in this guide": native,
  "a type that is no takedown": spoilt(xarf, { category: "messaging", type: "spam" }),
  "a contact that is not yours": spoilt(xarf, { reporter: { contact: "somebody@else.example" } }),
  "an envelope of another service": JSON.stringify({ Records: [] }),
};

test("the guide names each refusal that is tried here, and no other", () => {
  expect(refused.map(({ wrong }) => wrong)).toEqual(Object.keys(spoils));
});

test.each(refused)("$wrong is refused with the field and the sentence of the guide", ({ wrong, field, reason }) => {
  // A deployed stage takes no reserved name; for all other rows the guide's names stand for real
  // ones.
  const read = readReport(spoils[wrong] ?? "", { ...rules, allowReserved: spoils[wrong] !== native });
  expect(read).toMatchObject({ ok: false, error: { field, reason } });
});
