import { expect, test } from "vitest";
import { walkMail } from "../../functions/answers/walk-mail.ts";
import type { TargetCase } from "../../functions/case/case.ts";
import { defangWords } from "../../functions/kernel/defang.ts";
import { begin } from "../../functions/matters/advance.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { plainText, unbroken } from "../../functions/notice/plain-text.ts";
import { laneOf } from "../../functions/report/category.ts";
import { readReport } from "../../functions/report/read-report.ts";
import { sample } from "../support/long.ts";
import { describeWithShared, sharedFile } from "../support/shared.ts";
import { aContact, aNotice, aRequest, settings } from "./a-request.ts";

const own = [
  "x\r\nBcc: third@party.example",
  "x\n\nBcc: third@party.example",
  "x\u2028Bcc: third@party.example",
  "x\u2029y\u0085z",
  "\u202egnp.exe\u202c",
  "\u2066isolated\u2069",
  "{{caseId}} {{>what}} {{{x}}} {{#earlier}}",
  `$${"{7*7}"} <%= 7 %> #{7} @{7}`,
  "=?utf-8?q?=0d=0aBcc:_x=40y.example?=",
  "\u0000\u001b[31mred",
  "\ud800",
  ".",
  "\r\n.\r\n",
  "--\r\nContent-Type: text/html",
  "x".repeat(499),
];

/** Fields that take somebody's words, and how a report with that value in it looks. */
const fields: Readonly<Record<string, (value: string) => object>> = {
  reportId: (value) => ({ reportId: value }),
  words: (value) => ({ reportId: value, evidence: { explanation: value, reproduce: value, imitates: value } }),
  explanation: (value) => ({ evidence: { explanation: value } }),
  reproduce: (value) => ({ evidence: { explanation: "x", reproduce: value } }),
  imitates: (value) => ({ evidence: { imitates: value } }),
  legitimateSite: (value) => ({ evidence: { legitimateSite: value } }),
  hashes: (value) => ({ evidence: { hashes: [`sha256:${value}`] } }),
  account: (value) => ({ target: { account: { service: "social.example", account: value } } }),
  protocol: (value) => ({
    target: { peer: { address: "192.0.2.9", port: 6881, seenAt: "2026-11-23T06:58:12Z", protocol: value } },
  }),
  url: (value) => ({ target: { url: `https://bad.example/${value}` } }),
  query: (value) => ({ target: { url: `https://bad.example/?q=${value}` } }),
  host: (value) => ({ target: { host: value } }),
  category: (value) => ({ category: value }),
  channel: (value) => ({ channel: value }),
  seenAt: (value) => ({ seenAt: value }),
  reporter: (value) => ({ reporter: value }),
  unknown: (value) => ({ [value]: value }),
};
/**
 * Free text stands in the mail as it was written, but for what a reader doesn't see and for links.
 */
const standing = ["words", "explanation", "reproduce", "imitates", "account", "protocol"];

const allowed = [
  "content-language",
  "content-transfer-encoding",
  "content-type",
  "date",
  "from",
  "message-id",
  "mime-version",
  "reply-to",
  "subject",
  "to",
  "x-case-attempt",
];

const withValue = async (field: string, value: string): Promise<"unread" | "composed" | "refused"> => {
  const message = JSON.stringify({
    version: 1,
    reporter: "brand-b",
    reportId: "r-1",
    category: "phishing",
    target: { url: "https://bad.example/login" },
    seenAt: "2026-11-23T06:58:12Z",
    ...fields[field]?.(value),
  });
  const read = readReport(message, { allowReserved: true, reporters: settings.reporters });
  if (!read.ok || read.value.kind !== "report") return "unread";
  const opened = begin({
    type: "opened",
    at: "2026-11-23T07:00:00.000Z",
    caseId: "TD-7K3M-9QXZ-4B2N",
    lane: laneOf(read.value.category, read.value.live),
    report: read.value,
  });
  const composed = await composeNotice(
    aRequest(aNotice("first", aContact("network", { language: "en" })), opened as TargetCase),
  );
  if (!composed.ok) {
    expect(["check-failed", "fact-missing", "attachment-invalid"], JSON.stringify(composed.error)).toContain(
      composed.error.kind,
    );
    return "refused";
  }
  const { text, mime, subject } = composed.value;
  const { headers } = walkMail(mime);
  expect(
    [...headers.keys()].filter((name) => !allowed.includes(name)),
    `${field}: ${JSON.stringify(value)}`,
  ).toEqual([]);
  expect(headers.get("to")).toEqual(["abuse@network.example"]);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
  expect(subject).not.toMatch(/[\r\n]/);
  if (standing.includes(field)) {
    // An account stands between double quotes, and so those in it are single.
    const written = field === "account" ? value.replace(/["“”„‟″＂]/g, "'") : value;
    expect(unbroken(text)).toContain(
      unbroken(plainText(defangWords(plainText(written), [opened.kind === "case" ? opened.target.host : ""]))),
    );
  }
  return "composed";
};

const run = async (
  values: readonly string[],
  among: readonly string[] = Object.keys(fields),
): Promise<Record<string, number>> => {
  const outcomes: Record<string, number> = { unread: 0, composed: 0, refused: 0 };
  for (const field of among)
    for (const value of values) {
      const outcome = await withValue(field, value);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
  return outcomes;
};

test("a hostile value in any field of a report adds no header and no recipient, and stands as text", async () => {
  const outcomes = await run(own);
  expect(outcomes.composed).toBeGreaterThan(80);
});

describeWithShared("every value of the attack sets", () => {
  test("in any field of a report adds no header and no recipient, and stands as text", async () => {
    const naughty: unknown = JSON.parse(sharedFile("data/attack/web/blns.json"));
    const files = ["crlf.txt", "ssti.fuzz.txt", "xss-polyglots.txt", "xss-quick.txt", "xss-rsnake.txt"].flatMap(
      (name) => sharedFile(`data/attack/web/patt-${name}`).split("\n"),
    );
    const all = [
      ...new Set([...files, ...(Array.isArray(naughty) ? naughty.filter((text) => typeof text === "string") : [])]),
    ].filter((text) => text.trim() !== "");
    // Every field is read by one of these ways; each alone has been seen above.
    const ways = ["words", "account", "url", "query", "legitimateSite", "hashes", "host", "category", "unknown"];
    const outcomes = await run(sample(all, 150), ways);
    expect(outcomes.refused).toBeLessThan((outcomes.composed ?? 0) / 20);
  }, 60_000);
});
