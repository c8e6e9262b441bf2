import { expect, it } from "vitest";
import type { AsRead, CaseEvent } from "../../functions/case/event.ts";
import { sayEvent } from "../../functions/console/case/say-event.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { aConsole, threeAtNight as at, firstNotice } from "./a-console.ts";

const console = aConsole();
const caseId = await console.opened(aReport());
await console.happened(caseId, { type: "contact-answered", at, answer: anAnswer({ askedAt: at }) });
const state = await console.read(caseId);
const noticeId = firstNotice(state);

type Law<T extends CaseEvent["type"]> = readonly [Extract<CaseEvent, { type: T }>, string];

/** One of each; a type that is missing here does not compile. */
const laws: { readonly [T in CaseEvent["type"]]: Law<T> } = {
  noted: [
    { type: "noted", at, by: "jane", text: "The desk calls back about http://bad.example/ at nine" },
    "jane noted: The desk calls back about hxxp://bad[.]example/ at nine.",
  ],
  opened: [
    { type: "opened", at, caseId, lane: "standard", report: aReport() },
    "hotline reported phishing: hxxps://shop[.]bad[.]example/login (report r-1). " +
      "The case was opened in the standard lane.",
  ],
  "send-doubted": [
    { type: "send-doubted", at, noticeId, why: "GoDaddy answered HTTP 500." },
    "Whether the first notice to abuse@network.example was taken is not known: GoDaddy answered HTTP 500.",
  ],
  "channel-failed": [
    { type: "channel-failed", at, noticeId, why: "GoDaddy answered HTTP 401: we are not let in." },
    "The first notice to abuse@network.example is left to the provider's form: " +
      "GoDaddy answered HTTP 401: we are not let in.",
  ],
  "status-asked": [
    { type: "status-asked", at, noticeId },
    "The mail service was asked what became of the first notice to abuse@network.example.",
  ],
  joined: [
    { type: "joined", at, report: aReport({ reporter: "cert", reportId: "c-9" }) },
    "cert reported the same (report c-9); it joined the case.",
  ],
  status: [
    {
      type: "status",
      at,
      message: {
        kind: "status",
        reporter: "hotline",
        reportId: "r-1",
        status: "still-up",
        at,
        note: "see http://shop.bad.example/login",
      },
      stood: true,
    },
    "hotline says that it is still up: see hxxp://shop[.]bad[.]example/login.",
  ],
  "contact-answered": [
    {
      type: "contact-answered",
      at,
      answer: anAnswer({
        candidates: [aCandidate(), aCandidate({ email: "b@network.example" })],
        forms: [],
        failures: [{ source: "rdap", outcome: "silent", detail: "" }],
      }),
    },
    "The host’s abuse contacts were looked up: 2 mailboxes; no answer from rdap.",
  ],
  "host-moved": [
    { type: "host-moved", at, answer: anAnswer(), left: [noticeId] },
    "A second look-up, an hour after the first, did not find the host at a desk that was told: " +
      "nothing more is asked there. 1 mailbox.",
  ],
  climbed: [
    { type: "climbed", at, rung: 1, why: "no answer: the network above the host" },
    "Escalated to step 2 (the network above the host): no answer.",
  ],
  "notice-queued": [
    {
      type: "notice-queued",
      at,
      noticeId,
      rung: 0,
      step: "first",
      to: aCandidate(),
      notBefore: "2026-11-24T08:00:00.000Z",
    },
    "A first notice to abuse@network.example (hosting network) was queued, " +
      "not to go out before 24 Nov 2026, 08:00 UTC.",
  ],
  "notice-requeued": [
    {
      type: "notice-requeued",
      at,
      noticeId,
      notBefore: "2026-11-25T08:00:00.000Z",
      window: "2026-11-25T08:00:00.000Z",
      why: "no digest took it along in time",
    },
    "The first notice to abuse@network.example is queued again, for the window that ends 25 Nov 2026, " +
      "08:00 UTC: no digest took it along in time.",
  ],
  "answer-held": [
    {
      type: "answer-held",
      at,
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
    { type: "returned-to-reporter", at, lacks: ["work", "contact"] },
    "It was returned to its reporter. The provider is in the United States, or its country is not known, where a " +
      "notice of copyright is void without what 17 U.S.C. 512(c)(3)(A) asks for. It lacks: the work that is " +
      "infringed; the right holder's address, telephone number or mail address. Only the right holder or their " +
      "agent can send it, to the provider's designated agent, whom the public directory of the U.S. Copyright " +
      "Office names.",
  ],
  "reminded-slowly": [
    { type: "reminded-slowly", at, nth: 1, waitUntil: "2026-12-01T10:00:00.000Z" },
    "Nobody is left to tell and nobody knows that it is gone, so its silent desks were reminded (1) and the case " +
      "waits until 1 Dec 2026, 10:00 UTC.",
  ],
  "answer-taken": [
    { type: "answer-taken", at, noticeId, way: "reporter" },
    "Policy took the answer to the first notice to abuse@network.example: the reporter is asked, and the " +
      "case is escalated when they say that it is still up.",
  ],
  "check-wanted": [
    {
      type: "check-wanted",
      at,
      why: "before-reminder",
      cause: "before-reminder.0.0",
      reporters: ["hotline", "cert"],
      until: at,
    },
    "hotline, cert were asked whether it is there still, until 24 Nov 2026, 03:00 UTC: a desk is about to be reminded.",
  ],
  "check-ended": [
    { type: "check-ended", at, why: "before-reminder", came: "silence" },
    "Nobody who was asked has said in time whether it is there still.",
  ],
  "desk-stopped": [
    { type: "desk-stopped", at, noticeId },
    "The first notice to abuse@network.example does not go out: its desk complained about a notice of " +
      "another case, and gets none until a person allows it.",
  ],
  "notice-cancelled": [
    { type: "notice-cancelled", at, noticeId, why: "it is gone" },
    "The first notice to abuse@network.example was cancelled: it is gone.",
  ],
  "send-claimed": [
    {
      type: "send-claimed",
      at,
      noticeId,
      attemptId: "a",
      subject: "ABUSE: phishing – shop[.]bad[.]example",
      renderHash: "0",
      recipientHash: "0",
    },
    "The first notice to abuse@network.example was handed to the mail service: “ABUSE: " +
      "phishing – shop[.]bad[.]example”.",
  ],
  "send-declined": [
    {
      type: "send-declined",
      at,
      noticeId,
      attemptId: "a",
      code: "Throttling",
      final: false,
      retryAt: "2026-11-24T03:05:00.000Z",
    },
    "The mail service did not take the first notice to abuse@network.example (Throttling); it is tried " +
      "again after 24 Nov 2026, 03:05 UTC.",
  ],
  refused: [
    { type: "refused", at, noticeId, problem: "There is no text for facts." },
    "The first notice to abuse@network.example could not be written: There is no text for facts.",
  ],
  sent: [
    { type: "sent", at, noticeId, attemptId: "a", sesMessageId: "m" },
    "The mail service accepted the first notice to abuse@network.example.",
  ],
  "send-unknown": [
    { type: "send-unknown", at, noticeId },
    "Nobody can say whether the first notice to abuse@network.example went out; it is not sent again automatically.",
  ],
  delivered: [
    { type: "delivered", at, noticeId, sesMessageId: "m" },
    "The first notice to abuse@network.example was delivered.",
  ],
  bounced: [
    { type: "bounced", at, noticeId, permanent: true, detail: "no such mailbox" },
    "The first notice to abuse@network.example came back: no such mailbox.",
  ],
  complained: [
    { type: "complained", at, noticeId },
    "The recipient marked the first notice to abuse@network.example as unwanted.",
  ],
  replied: [
    {
      type: "replied",
      at,
      noticeId,
      replyClass: "acknowledgement",
      authenticated: false,
      ticket: "#4711",
      mailHash: "h",
    },
    "An answer to the first notice to abuse@network.example came: the desk has it; " +
      "their number is #4711; its sender is not proven.",
  ],
  corrected: [
    {
      type: "corrected",
      at,
      by: "jane",
      why: "The reporter mistook the bank.",
      explanation: "It copies another bank's page.",
    },
    "jane corrected the explanation, and who had the notice is told: “It copies another bank's page.” " +
      "Why: The reporter mistook the bank.",
  ],
  held: [
    { type: "held", at, by: "jane", why: "police asked", until: "2026-11-25T03:00:00.000Z" },
    "jane asked that nothing be sent until 25 Nov 2026, 03:00 UTC: police asked.",
  ],
  reopened: [
    { type: "reopened", at, by: "jane", why: "http://bad.example/ stands there" },
    "jane opened it again: hxxp://bad[.]example/ stands there.",
  ],
  released: [
    { type: "released", at, by: "jane", why: "police are done" },
    "The hold was lifted by jane: police are done.",
  ],
  asked: [
    {
      type: "asked",
      at,
      reviewId: "r",
      question: "no-contact",
      blocking: true,
      reason: "No source names a contact for this host.",
    },
    "A person is asked: “No abuse contact found. Who should get the notice?” No source names a contact for this host.",
  ],
  announced: [{ type: "announced", at, reviewIds: ["a", "b"] }, "On-call was notified of 2 open questions."],
  agreed: [
    { type: "agreed", at, reviewId: "r", by: "jane", why: "it is phishing" },
    "jane agreed, as the first of two persons: it is phishing.",
  ],
  "verdict-given": [
    {
      type: "verdict-given",
      at,
      reviewId: "r",
      verdict: { decision: "close", outcome: "gone" },
      by: "jane",
      why: "http://bad.example/ is gone",
      takesEffectAt: "2026-11-24T10:01:05.000Z",
    },
    "jane decided: Close the case: the content is gone. It can be undone until 10:01:05 UTC. " +
      "Why: hxxp://bad[.]example/ is gone.",
  ],
  "verdict-taken-back": [
    { type: "verdict-taken-back", at, reviewId: "r", by: "joe" },
    "joe undid what was decided, before it took effect.",
  ],
  "verdict-dropped": [
    { type: "verdict-dropped", at, reviewId: "r", why: "A desk wrote back." },
    "What was decided did not take effect, and the question is asked again: A desk wrote back.",
  ],
  answered: [
    {
      type: "answered",
      at,
      reviewId: "r",
      verdict: { decision: "send-to", email: "abuse@found.example" },
      by: "jane",
      why: "their site names it",
    },
    "jane decided: Send the notice to another address (abuse@found.example). Why: their site names it.",
  ],
  forgotten: [
    { type: "forgotten", at },
    "The time for which it is kept was over: what was reported, and what was written about it, is forgotten.",
  ],
  closed: [
    { type: "closed", at, outcome: "removed", why: "the desk says so" },
    "The case was closed, the content was removed: the desk says so.",
  ],
};

it.each(Object.entries(laws))("%s", (_, [event, sentence]) => {
  expect(sayEvent(event, state)).toBe(sentence);
});

const replied = (asRead: Partial<AsRead> = {}): CaseEvent => ({
  type: "replied",
  at,
  noticeId,
  replyClass: "unclear",
  ...asRead,
  authenticated: true,
  mailHash: "h",
});
const came = "An answer to the first notice to abuse@network.example came: ";

it.each<readonly [string, CaseEvent, string]>([
  ["by its class, where no words were read", replied(), "it is not read for certain."],
  [
    "with how surely it was read",
    replied({ replyClass: "refused", confidence: 0.834 }),
    "the desk refuses to act. Read so with a sureness of 0.83.",
  ],
  [
    "with what it likely says",
    replied({ confidence: 0.91, isLikelyRemoved: true }),
    "it is not read for certain. It likely says that it is removed (0.91).",
  ],
])("an answer is told %s", (_, event, sentence) => {
  expect(sayEvent(event, state)).toBe(came + sentence);
});

it("what a person says that the desk said stands with their decision", () => {
  const answered = { type: "answered", at, reviewId: "r", by: "jane", why: "seen" } as const;
  expect(sayEvent({ ...answered, verdict: { decision: "continue" }, deskSaid: "not-found" }, state)).toBe(
    "jane decided: Noted, continue. Why: seen. By their word the desk said: does not find it.",
  );
});

it.each([
  ["form-only.3", "jane decided: I have filled in the form. Why: seen."],
  ["may-be-back.7.first", "jane decided: It is still gone. Why: seen."],
  ["nobody-knows.1", "jane decided: Noted, continue. Why: seen."],
])("a decision is told in the words that were pressed (%s)", (reviewId, sentence) => {
  const answered = {
    type: "answered",
    at,
    reviewId,
    by: "jane",
    why: "seen",
    verdict: { decision: "continue" },
  } as const;
  expect(sayEvent(answered, state)).toBe(sentence);
});

it("says of a 'gone' that it is older than what was seen", () => {
  const message = { kind: "status", reporter: "cert", reportId: "c-1", status: "gone", at } as const;
  expect(sayEvent({ type: "status", at, message, stood: true, seenSince: true }, state)).toBe(
    "cert says that it is gone, at a moment before it was seen last, which changes nothing.",
  );
});

it("names a notice that the case does not have by its id", () => {
  expect(sayEvent({ type: "delivered", at, noticeId: "0-first-0000000000", sesMessageId: "m" }, state)).toBe(
    "The notice 0-first-0000000000 was delivered.",
  );
});

it("says until when the customer of a desk has time", () => {
  const until = "2026-11-25T10:00:00.000Z";
  const reply = { type: "replied", at, noticeId, authenticated: true, mailHash: "h" } as const;
  expect(sayEvent({ ...reply, replyClass: "passed-on", customerHasUntil: until }, state)).toBe(
    "An answer to the first notice to abuse@network.example came: the desk passed it on to its customer; " +
      "the customer has until 25 Nov 2026, 10:00 UTC.",
  );
});

it("says of a mail that SES did not try that nobody was asked, and not that it came back", () => {
  const detail = "Permanent/OnAccountSuppressionList";
  expect(sayEvent({ type: "bounced", at, noticeId, permanent: true, untried: true, detail }, state)).toBe(
    "The first notice to abuse@network.example reached nobody, as SES suppresses the address and did not try it: " +
      "Permanent/OnAccountSuppressionList.",
  );
});

it("says a delay as a delay, and a refusal that would come again as one", () => {
  expect(sayEvent({ type: "bounced", at, noticeId, permanent: false, detail: "mailbox full" }, state)).toContain(
    "is delayed: mailbox full.",
  );
  expect(
    sayEvent(
      { type: "send-declined", at, noticeId, attemptId: "a", code: "MessageRejected", final: true, retryAt: at },
      state,
    ),
  ).toContain("a person is asked.");
});
