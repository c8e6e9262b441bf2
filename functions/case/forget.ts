import type { Candidate, ContactAnswer } from "./candidate.ts";
import type { Case } from "./case.ts";
import type { CaseEvent, EventOf, Verdict } from "./event.ts";
import { withoutWords } from "./letter.ts";
import type { Notice } from "./notice.ts";

/*
 * Left of a case after its retention: its category, its reporters, what kind of desk was asked and when, and
 * how it ended. What was reported or written and every mailbox go, from the history, too.
 */

/** RFC 6761 §6.4: a name that never is one. */
const forgottenHost = "forgotten.invalid";
export const forgotten = "forgotten";

const noTarget = { kind: "host", host: forgottenHost } as const;
const noAnswer = ({ askedAt, country }: ContactAnswer): ContactAnswer => ({
  askedAt,
  addresses: [],
  candidates: [],
  forms: [],
  failures: [],
  ...(country && { country }),
  retry: false,
});
const noDesk = ({ scope, source, confidence, country, language }: Candidate): Candidate => ({
  email: `desk@${forgottenHost}`,
  scope,
  source,
  confidence,
  remarks: [],
  ...(country && { country }),
  ...(language && { language }),
});

const withoutDesk = ({
  subject: _,
  problem: __,
  ticket: ___,
  ticketTag: ____,
  where: _____,
  wrote: ______,
  taken,
  letter,
  ...notice
}: Notice): Notice => ({
  ...notice,
  to: noDesk(notice.to),
  ...(letter && { letter: withoutWords(letter) }),
  ...(taken && { taken: { way: taken.way } }),
});

export const forgetfulTarget = (state: Case, at: string): Case => {
  const { contact, passedOver: _, spellings: __, lastSaid: ___, wrongReasons: ____, checks: _____, ...some } = state;
  const { goneHeardAt: ______, notes: _______, enteredBy: ________, firstReports: _________, ...more } = some;
  const { notifiers: __________, labels: ___________, ...rest } = more;
  return {
    ...rest,
    target: noTarget,
    evidence: {},
    holds: [],
    reviews: [],
    mails: [],
    ...(contact && { contact: noAnswer(contact) }),
    notices: state.notices.map(withoutDesk),
    forgottenAt: at,
  };
};

const forgetfulReply = ({
  ticket: _,
  ticketTag: __,
  form: ___,
  namedParty: ____,
  said: _____,
  messageId: ______,
  asked: _______,
  ...reply
}: EventOf<"replied">): CaseEvent => reply;

const forgetfulQueued = ({ letter, why, ...queued }: EventOf<"notice-queued">): CaseEvent => ({
  ...queued,
  to: noDesk(queued.to),
  ...(letter && { letter: withoutWords(letter) }),
  ...(why !== undefined && { why: forgotten }),
});

/** A line of history without what was reported. Idempotent. */
export const forgetfulCaseEvent = (event: CaseEvent): CaseEvent => {
  switch (event.type) {
    case "opened":
    case "joined": {
      const { notifiers: _, ...came } = event;
      const { labels: __, ...report } = event.report;
      return { ...came, report: { ...report, reportId: forgotten, target: noTarget, evidence: {} } };
    }
    case "status": {
      const { note: _, ...message } = event.message;
      return { ...event, message: { ...message, reportId: forgotten } };
    }
    case "contact-answered":
    case "host-moved":
      return { ...event, answer: noAnswer(event.answer) };
    case "notice-queued":
      return forgetfulQueued(event);
    case "send-claimed":
      return { ...event, subject: forgotten };
    case "bounced":
      return { ...event, detail: forgotten };
    case "refused":
      return { ...event, problem: forgotten };
    case "replied":
      return forgetfulReply(event);
    case "answer-taken": {
      const { party: _, ...taken } = event;
      return taken;
    }
    case "asked": {
      const { forms: _, ...asked } = event;
      return { ...asked, reason: forgotten };
    }
    case "check-wanted":
    case "check-ended": {
      const { asks: _, ...check } = event;
      return check;
    }
    case "verdict-given":
    case "answered": {
      return { ...event, why: forgotten, verdict: forgetfulVerdict(event.verdict) };
    }
    case "corrected":
      return { ...event, why: forgotten, explanation: forgotten };
    case "noted":
      return { ...event, text: forgotten };
    case "answer-held":
    case "held":
    case "released":
    case "reopened":
    case "agreed":
    case "verdict-dropped":
    case "notice-cancelled":
    case "notice-requeued":
    case "send-doubted":
    case "channel-failed":
    case "closed":
      return { ...event, why: forgotten };
    case "protector-answered":
      return event.why !== undefined ? { ...event, why: forgotten } : event;
    case "protector-claimed":
    case "escalated":
    case "desk-stopped":
    case "reminded-slowly":
    case "returned-to-reporter":
    case "send-declined":
    case "sent":
    case "send-unknown":
    case "status-asked":
    case "delivered":
    case "complained":
    case "announced":
    case "verdict-taken-back":
    case "forgotten":
      return event;
    default:
      return event satisfies never;
  }
};

const forgetfulVerdict = (verdict: Verdict): Verdict => {
  if (verdict.decision === "send-to") return { ...verdict, email: `desk@${forgottenHost}` };
  return verdict.decision === "clear" && verdict.clearance
    ? { ...verdict, clearance: { by: forgotten, reference: forgotten } }
    : verdict;
};
