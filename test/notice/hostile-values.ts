import { expect } from "vitest";
import { walkMail } from "../../functions/answers/walk-mail.ts";
import type { Case } from "../../functions/case/case.ts";
import { beginTarget } from "../../functions/case/evolve/report.ts";
import { defangWords } from "../../functions/kernel/defang.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { plainText, unbroken } from "../../functions/notice/plain-text.ts";
import type { NoticeRequest } from "../../functions/notice/request.ts";
import { english as texts } from "../../functions/notice/templates/languages.ts";
import { laneOf } from "../../functions/report/category.ts";
import { readReport } from "../../functions/report/read-report.ts";
import { aDigest, aMember, english } from "./a-digest-request.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore, settings } from "./a-request.ts";

/*
 * What may never follow from a text that somebody wrote, wherever it gets into a notice. Each of
 * these throws where the law is broken, and otherwise gives what became of the text.
 */

/** Not read as a report, in a mail, or refused with an error that says why. */
type Outcome = "unread" | "composed" | "refused";

const headerNames = [
  "content-language",
  "content-transfer-encoding",
  "content-type",
  "date",
  "from",
  "in-reply-to",
  "message-id",
  "mime-version",
  "references",
  "reply-to",
  "subject",
  "to",
  "x-case-attempt",
];
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

const noticeWith = (value: string): NoticeRequest => {
  const contact = aContact("network", { name: value, range: value });
  const notice = aNotice("reminder", contact, { ticket: value });
  const target = { kind: "account", host: "bad.example", account: value || "x" } as const;
  return aRequest(
    notice,
    aFullCase("phishing", {
      target,
      evidence: { explanation: value, reproduce: value, imitates: value, legitimateSite: value, hashes: [value] },
      notices: [{ ...sentBefore(contact), ticket: value }, notice],
    }),
    {
      // The schema would refuse what is no line; whoever composes does not rely on that.
      settings: { ...settings, organisation: `Org ${value}`.slice(0, 60).trim() },
    },
  );
};

/** In each field of a reminder: our headers alone, one recipient, and nothing that hides. */
export const inNotice = async (value: string): Promise<Outcome> => {
  const result = await composeNotice(noticeWith(value));
  if (!result.ok) {
    expect(result.error.kind, JSON.stringify(value)).toMatch(/check-failed|fact-missing/);
    return "refused";
  }
  const { headers } = walkMail(result.value.mime);
  expect([...headers.keys()].filter((name) => !headerNames.includes(name))).toEqual([]);
  expect(headers.get("to")).toEqual(["abuse@network.example"]);
  expect(result.value.text).not.toMatch(unseen);
  return "composed";
};

const digestWith = (value: string): NoticeRequest =>
  aDigest([
    aMember(
      1,
      { evidence: { explanation: value, reproduce: value, imitates: value, hashes: [value] } },
      aNotice("first", english, { ticket: value }),
    ),
    aMember(2, { target: { kind: "account", host: "bad.example", account: value || "x" } }),
    aMember(3),
  ]);

/** In a digest: one recipient, and no case on the list that is not ours. */
export const inDigest = async (value: string): Promise<Outcome> => {
  const result = await composeNotice(digestWith(value));
  if (!result.ok) {
    expect(result.error.kind, JSON.stringify(value)).toMatch(/check-failed|fact-missing/);
    return "refused";
  }
  const { headers } = walkMail(result.value.mime);
  expect(headers.get("to")).toEqual(["abuse@network.example"]);
  expect(headers.has("bcc") || headers.has("cc")).toBe(false);
  // Nobody's words make a case of their own on the list: only ours begin at its margin.
  const below = result.value.text.split("\n---------- URLs (hxxp=http, [.]=.) ----------\n\n")[1] ?? "";
  const [list = ""] = below.split(`\n\n${texts.parts["more.crime"].slice(0, 20)}`);
  expect(list.split("\n").filter((line) => /^\S/.test(line))).toEqual(
    [1, 2, 3].map((number) => `TD-000${number}-0000-0000`),
  );
  return "composed";
};

/** Fields of a report, and how a report with that value in it looks. */
const reportFields: Readonly<Record<string, (value: string) => object>> = {
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
/** Free text is in the mail as it was written, but for what a reader doesn't see and for links. */
const freeText = ["words", "explanation", "reproduce", "imitates", "account", "protocol"];

/**
 * The value in that field of a report: it adds no header and no recipient to the first notice, and
 * is plain text there.
 */
const inReport = async (field: string, value: string): Promise<Outcome> => {
  const message = JSON.stringify({
    version: 1,
    reporter: "brand-b",
    reportId: "r-1",
    category: "phishing",
    target: { url: "https://bad.example/login" },
    seenAt: "2026-11-23T06:58:12Z",
    ...reportFields[field]?.(value),
  });
  const read = readReport(message, { allowReserved: true, reporters: settings.reporters });
  if (!read.ok || read.value.kind !== "report") return "unread";
  const opened = beginTarget({
    type: "opened",
    at: "2026-11-23T07:00:00.000Z",
    caseId: "TD-7K3M-9QXZ-4B2N",
    lane: laneOf(read.value.category, read.value.live),
    report: read.value,
  });
  const composed = await composeNotice(
    aRequest(aNotice("first", aContact("network", { language: "en" })), opened as Case),
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
    [...headers.keys()].filter((name) => !headerNames.includes(name)),
    `${field}: ${JSON.stringify(value)}`,
  ).toEqual([]);
  expect(headers.get("to")).toEqual(["abuse@network.example"]);
  expect(text).not.toMatch(unseen);
  expect(subject).not.toMatch(/[\r\n]/);
  if (freeText.includes(field)) {
    // An account stands between double quotes, and so those in it are single.
    const written = field === "account" ? value.replace(/["“”„‟″＂]/g, "'") : value;
    expect(unbroken(text)).toContain(
      unbroken(plainText(defangWords(plainText(written), [opened.kind === "case" ? opened.target.host : ""]))),
    );
  }
  return "composed";
};

export const inEachFieldOfAReport: readonly ((value: string) => Promise<Outcome>)[] = Object.keys(reportFields).map(
  (field) => (value) => inReport(field, value),
);

/** How many of the values ended how under that law, and which were refused. */
export const outcomesOf = async (
  values: readonly string[],
  law: (value: string) => Promise<Outcome>,
): Promise<{ readonly unread: number; readonly composed: number; readonly refused: readonly string[] }> => {
  const ended: { readonly value: string; readonly outcome: Outcome }[] = [];
  for (const value of values) ended.push({ value, outcome: await law(value) });
  const of = (wanted: Outcome) => ended.filter(({ outcome }) => outcome === wanted);
  return {
    unread: of("unread").length,
    composed: of("composed").length,
    refused: of("refused").map(({ value }) => value),
  };
};
