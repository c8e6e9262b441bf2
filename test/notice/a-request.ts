import type { Candidate } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { Notice, NoticeAt } from "../../functions/case/notice.ts";
import type { Step } from "../../functions/case/step.ts";
import type { Scope } from "../../functions/kernel/scope.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { replyAddress } from "../../functions/notice/reply-address.ts";
import type { NoticeRequest } from "../../functions/notice/request.ts";
import { type Category, categories } from "../../functions/report/category.ts";

/** Fictional throughout: documentation names and addresses. */
export const settings = settingsSchema.parse({
  stage: "test",
  organisation: "Example Dispatch",
  senderAddress: "notices@dispatch.example",
  replyDomain: "reply.dispatch.example",
  verifyBy: "call +00 000 0000 or ask verify@dispatch.example",
  configurationSets: { urgent: "td-urgent", standard: "td-standard" },
  reporters: [
    { id: "hotline-a", organisation: "Hotline Alpha", contact: "ntd@alpha.example", trustedFlagger: [...categories] },
    { id: "brand-b", organisation: "Brand Team Beta", contact: "abuse@beta.example" },
  ],
});
export const keys = {
  current: "k2",
  keys: { k1: "first key of thirty-two characters", k2: "second key of thirty-two characters" },
};

export const aContact = (scope: Scope = "network", changed: Partial<Candidate> = {}): Candidate => ({
  email: `abuse@${scope}.example`,
  scope,
  name: `Example ${scope}`,
  source: "rdap",
  range: scope === "registrar" ? "bad.example" : "192.0.2.0 - 192.0.2.255",
  confidence: "high",
  country: "DE",
  remarks: [],
  ...changed,
});

export const aNotice = (
  step: Step = "first",
  to: Candidate = aContact(),
  changed: Partial<NoticeAt<"queued">> = {},
): NoticeAt<"queued"> => ({
  id: `${step === "escalation" ? 1 : 0}-${step}-1a2b3c4d5e`,
  level: step === "escalation" ? 1 : 0,
  step,
  to,
  state: "queued",
  notBefore: "2026-11-24T10:00:00.000Z",
  attempts: 0,
  ...(step === "letter" && { letter: { about: "0-first-5e4d3c2b1a", by: "jane", text: aLetter } }),
  ...changed,
});

/** What a person writes, on several lines. */
export const aLetter = "Thank you for asking.\n\nWe saw it from Germany, at 06:58 UTC.";

export const sentBefore = (to: Candidate = aContact()): NoticeAt<"delivered"> => ({
  ...aNotice("first", to, { id: "0-first-5e4d3c2b1a" }),
  state: "delivered",
  attempts: 1,
  sentAt: "2026-11-23T08:00:00.000Z",
  subject: "ABUSE: phishing - bad[.]example (192.0.2.7) - 2026-11-23 [TD-7K3M-9QXZ-4B2N]",
  sesMessageId: "0102018f-aaaa-bbbb-000000",
  ticket: "HOST-4711",
});

export const aFullCase = (category: Category = "phishing", changed: Partial<Case> = {}): Case => ({
  kind: "case",
  id: "TD-7K3M-9QXZ-4B2N",
  version: 3,
  lane: "standard",
  category,
  channel: "website",
  target: { kind: "url", url: "https://bad.example/login?session=1", host: "bad.example" },
  evidence: {
    explanation: "The page copies a bank's sign-in and sends what is typed to https://collect.example/x.",
    reproduce: "only from Germany, with a phone's user agent",
    imitates: "Example Bank",
    legitimateSite: "https://bank.example/",
    redirects: ["https://short.example/a1", "https://hop.example/b2"],
    rightNumber: "EUTM 012345678",
    screenshot: true,
    links: ["https://urlscan.io/result/7d1f0c52-3b7e-4f7e-9d0a-2c5b8e1a6f43/"],
    hashes: [`sha256:${"ab".repeat(32)}`],
    classification: "baseline",
    detectedBy: "manual-review",
  },
  live: false,
  domainIsMalicious: true,
  openedAt: "2026-11-23T07:00:00.000Z",
  firstSeenAt: "2026-11-23T06:58:12.000Z",
  lastSeenAt: "2026-11-23T06:58:12.000Z",
  cameBack: {
    removedAt: "2026-11-23T15:30:00.000Z",
    seenAt: "2026-11-24T09:45:00.000Z",
    at: "2026-11-24T09:50:00.000Z",
    times: 1,
    keptMs: 0,
  },
  reports: 1,
  reporters: ["hotline-a"],
  withdrawn: [],
  standing: { hotline: 1 },
  contact: {
    askedAt: "2026-11-23T07:00:10.000Z",
    addresses: ["192.0.2.7"],
    candidates: [],
    forms: [],
    failures: [],
    retry: false,
    country: "DE",
  },
  silentLookups: 0,
  level: 0,
  notices: [],
  holds: [],
  reviews: [],
  mails: [],
  cleared: [],
  quiet: false,
  ...changed,
});

export const aRequest = (
  notice: Notice = aNotice(),
  state: Case = aFullCase(),
  changed: Partial<NoticeRequest> = {},
): NoticeRequest => ({
  case: state,
  notice,
  settings,
  replyAddress: replyAddress({ caseId: state.id, notice }, keys, settings.replyDomain),
  attemptId: `${state.id}_${notice.id}_1`,
  now: "2026-11-24T10:00:00.000Z",
  messageIdDomain: "eu-west-1.amazonses.com",
  ...changed,
});
