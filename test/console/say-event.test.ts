import { expect, it } from "vitest";
import type { CaseEvent, EventOf } from "../../functions/case/event.ts";
import { sayEvent } from "../../functions/console/case/say-event.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { aConsole, threeAtNight as at, firstNotice } from "./a-console.ts";

const console = aConsole();
const caseId = await console.opened(aReport());
const state = await console.lookedUp(caseId);
const noticeId = firstNotice(state);
const notice = "first notice to abuse@network.example";

type Type = CaseEvent["type"];
/** What an event says besides its type, its moment and its notice. */
type Fields<T extends Type> = Omit<EventOf<T>, "type" | "at" | "noticeId"> & { readonly noticeId?: string };
type Law<T extends Type> = readonly [Fields<T>, string];

const said = <T extends Type>(type: T, fields: Fields<T>): string =>
  sayEvent({ type, at, noticeId, ...fields } as unknown as CaseEvent, state);

const status = { kind: "status", reporter: "hotline", reportId: "r-1", at } as const;
const seen = { reviewId: "r", by: "jane", why: "seen" } as const;
const reply = { replyClass: "unclear", authenticated: true, mailHash: "h" } as const;

/** One of each; a type that is missing here does not compile. */
const laws: { readonly [T in Type]: Law<T> } = {
  noted: [
    { by: "jane", text: "The desk calls back about http://bad.example/ at nine" },
    "jane noted: The desk calls back about hxxp://bad[.]example/ at nine.",
  ],
  opened: [
    { caseId, lane: "standard", report: aReport() },
    "hotline reported phishing: hxxps://shop[.]bad[.]example/login (report r-1). " +
      "The case was opened in the standard lane.",
  ],
  "send-doubted": [
    { why: "GoDaddy answered HTTP 500." },
    `Whether the ${notice} was taken is not known: GoDaddy answered HTTP 500.`,
  ],
  "channel-failed": [
    { why: "GoDaddy answered HTTP 401: we are not let in." },
    `The ${notice} did not go by the provider's API: GoDaddy answered HTTP 401: we are not let in.`,
  ],
  "protector-claimed": [
    {},
    "Netcraft, which blocks pages in browsers, is notified alongside, once; without an answer here it may not know.",
  ],
  "protector-answered": [{ ticket: "n-1" }, "Netcraft accepted the report; its number there is n-1."],
  "status-asked": [{}, `The mail service was asked what became of the ${notice}.`],
  joined: [
    { report: aReport({ reporter: "cert", reportId: "c-9" }) },
    "cert reported the same (report c-9); it joined the case.",
  ],
  status: [
    { message: { ...status, status: "still-up", note: "see http://shop.bad.example/login" }, stood: true },
    "hotline says that it is still up: see hxxp://shop[.]bad[.]example/login.",
  ],
  "contact-answered": [
    {
      answer: anAnswer({
        candidates: [aCandidate(), aCandidate({ email: "b@network.example" })],
        failures: [{ source: "rdap", outcome: "silent", detail: "" }],
      }),
    },
    "The host’s abuse contacts were looked up: 2 mailboxes; no answer from rdap.",
  ],
  "host-moved": [
    { answer: anAnswer(), left: [noticeId] },
    "A second look-up, an hour after the first, did not find the host at a desk that was told: " +
      "nothing more is asked there. 1 mailbox.",
  ],
  escalated: [
    { level: 1, why: "no answer: the network above the host" },
    "Escalated to level 2 (the network above the host): no answer.",
  ],
  "notice-queued": [
    { level: 0, step: "first", to: aCandidate(), notBefore: "2026-11-24T08:00:00.000Z" },
    `A ${notice} (hosting network) was queued, not to go out before 24 Nov 2026, 08:00 UTC.`,
  ],
  "notice-requeued": [
    {
      notBefore: "2026-11-25T08:00:00.000Z",
      window: "2026-11-25T08:00:00.000Z",
      why: "no digest took it along in time",
    },
    `The ${notice} is queued again, for the window that ends 25 Nov 2026, 08:00 UTC: no digest took it along in time.`,
  ],
  "answer-held": [
    {
      question: "unanswered",
      row: "standing-answer-3",
      by: ["Ada"],
      why: "they never answer",
      until: "2026-12-24T10:00:00.000Z",
      waitUntil: "2026-12-01T10:00:00.000Z",
    },
    "No person was asked: Ada said for these desks to wait (rule standing-answer-3, which ends 24 Dec 2026, " +
      "10:00 UTC), and the case waits until 1 Dec 2026, 10:00 UTC. Why: they never answer.",
  ],
  "returned-to-reporter": [
    { lacks: ["work", "contact"] },
    "It was returned to its reporter. The provider is in the United States, or its country is not known, where a " +
      "notice of copyright is void without what 17 U.S.C. 512(c)(3)(A) asks for. It lacks: the work that is " +
      "infringed; the right holder's address, telephone number or mail address. Only the right holder or their " +
      "agent can send it, to the provider's designated agent, whom the public directory of the U.S. Copyright " +
      "Office names.",
  ],
  "reminded-slowly": [
    { nth: 1, waitUntil: "2026-12-01T10:00:00.000Z" },
    "Nobody is left to tell and nobody knows that it is gone, so its silent desks were reminded (1) and the case " +
      "waits until 1 Dec 2026, 10:00 UTC.",
  ],
  "answer-taken": [
    { way: "reporter" },
    `Policy took the answer to the ${notice}: the reporter is asked, and the case is escalated when they say that ` +
      "it is still up.",
  ],
  "check-wanted": [
    { why: "before-reminder", cause: "before-reminder.0.0", reporters: ["hotline", "cert"], until: at },
    "hotline, cert were asked whether it is there still, until 24 Nov 2026, 03:00 UTC: a desk is about to be reminded.",
  ],
  "check-ended": [
    { why: "before-reminder", came: "silence" },
    "Nobody who was asked has said in time whether it is there still.",
  ],
  "desk-stopped": [
    {},
    `The ${notice} does not go out: its desk complained about a notice of another case, and gets none until a person ` +
      "allows it.",
  ],
  "notice-cancelled": [{ why: "it is gone" }, `The ${notice} was cancelled: it is gone.`],
  "send-claimed": [
    { attemptId: "a", subject: "ABUSE: phishing – shop[.]bad[.]example", renderHash: "0", recipientHash: "0" },
    `The ${notice} was handed to the mail service: “ABUSE: phishing – shop[.]bad[.]example”.`,
  ],
  "send-declined": [
    { attemptId: "a", code: "Throttling", final: false, retryAt: "2026-11-24T03:05:00.000Z" },
    `The mail service did not take the ${notice} (Throttling); it is tried again after 24 Nov 2026, 03:05 UTC.`,
  ],
  refused: [
    { problem: "There is no text for facts." },
    `The ${notice} could not be written: There is no text for facts.`,
  ],
  sent: [{ attemptId: "a", sesMessageId: "m" }, `The mail service accepted the ${notice}.`],
  "send-unknown": [{}, `Nobody can say whether the ${notice} went out; it is not sent again automatically.`],
  delivered: [{ sesMessageId: "m" }, `The ${notice} was delivered.`],
  bounced: [{ permanent: true, detail: "no such mailbox" }, `The ${notice} came back: no such mailbox.`],
  complained: [{}, `The recipient marked the ${notice} as unwanted.`],
  replied: [
    { replyClass: "acknowledgement", authenticated: false, ticket: "#4711", mailHash: "h" },
    `An answer to the ${notice} came: the desk has it; their number is #4711; its sender is not proven.`,
  ],
  corrected: [
    { by: "jane", why: "The reporter mistook the bank.", explanation: "It copies another bank's page." },
    "jane corrected the explanation, and who had the notice is told: “It copies another bank's page.” " +
      "Why: The reporter mistook the bank.",
  ],
  held: [
    { by: "jane", why: "police asked", until: "2026-11-25T03:00:00.000Z" },
    "jane asked that nothing be sent until 25 Nov 2026, 03:00 UTC: police asked.",
  ],
  reopened: [
    { by: "jane", why: "http://bad.example/ stands there" },
    "jane opened it again: hxxp://bad[.]example/ stands there.",
  ],
  released: [{ by: "jane", why: "police are done" }, "The hold was lifted by jane: police are done."],
  asked: [
    {
      reviewId: "r",
      question: "no-contact",
      blocking: true,
      reason: "No source names a contact for this host.",
    },
    "A person is asked: “No abuse contact found. Who should get the notice?” No source names a contact for this host.",
  ],
  announced: [{ reviewIds: ["a", "b"] }, "On-call was notified of 2 open questions."],
  agreed: [
    { reviewId: "r", by: "jane", why: "it is phishing" },
    "jane agreed, as the first of two persons: it is phishing.",
  ],
  "verdict-given": [
    {
      reviewId: "r",
      verdict: { decision: "close", outcome: "gone" },
      by: "jane",
      why: "http://bad.example/ is gone",
      takesEffectAt: "2026-11-24T10:01:05.000Z",
    },
    "jane decided: Close the case: the content is gone. It can be undone until 24 Nov 2026, 10:01:05 UTC. " +
      "Why: hxxp://bad[.]example/ is gone.",
  ],
  "verdict-taken-back": [{ reviewId: "r", by: "joe" }, "joe undid what was decided, before it took effect."],
  "verdict-dropped": [
    { reviewId: "r", why: "A desk wrote back." },
    "What was decided did not take effect, and the question is asked again: A desk wrote back.",
  ],
  answered: [
    { ...seen, verdict: { decision: "send-to", email: "abuse@found.example" } },
    "jane decided: Send the notice to another address (abuse@found.example). Why: seen.",
  ],
  forgotten: [
    {},
    "The time for which it is kept was over: what was reported, and what was written about it, is forgotten.",
  ],
  closed: [
    { outcome: "removed", why: "the desk says so" },
    "The case was closed, the content was removed: the desk says so.",
  ],
};

it.each(Object.entries(laws))("%s", (type, [fields, sentence]) => {
  expect(said(type as Type, fields as Fields<Type>)).toBe(sentence);
});

it.each<readonly [string, Partial<Fields<"replied">>, string]>([
  ["by its class, where no words were read", {}, "it is not read for certain."],
  [
    "with how surely it was read",
    { replyClass: "refused", confidence: 0.834 },
    "the desk refuses to act. Read so with a sureness of 0.83.",
  ],
  [
    "with what it likely says",
    { confidence: 0.91, isLikelyRemoved: true },
    "it is not read for certain. It likely says that it is removed (0.91).",
  ],
  [
    "with until when the desk's customer has time",
    { replyClass: "passed-on", customerHasUntil: "2026-11-25T10:00:00.000Z" },
    "the desk passed it on to its customer; the customer has until 25 Nov 2026, 10:00 UTC.",
  ],
])("an answer is told %s", (_, fields, sentence) => {
  expect(said("replied", { ...reply, ...fields })).toBe(`An answer to the ${notice} came: ${sentence}`);
});

it("what a person says that the desk said stands with their decision", () => {
  expect(said("answered", { ...seen, verdict: { decision: "continue" }, deskSaid: "not-found" })).toBe(
    "jane decided: Noted, continue. Why: seen. By their word the desk said: does not find it.",
  );
});

it.each([
  ["form-only.3", "jane decided: I have filled in the form. Why: seen."],
  ["may-be-back.7.first", "jane decided: It is still gone. Why: seen."],
  ["nobody-knows.1", "jane decided: Noted, continue. Why: seen."],
])("a decision is told in the words that were pressed (%s)", (reviewId, sentence) => {
  expect(said("answered", { ...seen, reviewId, verdict: { decision: "continue" } })).toBe(sentence);
});

it("says of a 'gone' that it is older than what was seen", () => {
  expect(said("status", { message: { ...status, status: "gone" }, stood: true, seenSince: true })).toBe(
    "hotline says that it is gone, at a moment before it was seen last, which changes nothing.",
  );
});

it("names a notice that the case does not have by its id", () => {
  expect(said("delivered", { noticeId: "0-first-0000000000", sesMessageId: "m" })).toBe(
    "The notice 0-first-0000000000 was delivered.",
  );
});

it("says of a mail that SES did not try that nobody was asked, and not that it came back", () => {
  expect(said("bounced", { permanent: true, untried: true, detail: "Permanent/OnAccountSuppressionList" })).toBe(
    `The ${notice} reached nobody, as SES suppresses the address and did not try it: ` +
      "Permanent/OnAccountSuppressionList.",
  );
});

it("says a delay as a delay, and a refusal that would come again as one", () => {
  expect(said("bounced", { permanent: false, detail: "mailbox full" })).toContain("is delayed: mailbox full.");
  expect(said("send-declined", { attemptId: "a", code: "MessageRejected", final: true, retryAt: at })).toContain(
    "a person is asked.",
  );
});
