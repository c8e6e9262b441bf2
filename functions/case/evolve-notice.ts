import type { Instant } from "../kernel/instant.ts";
import { isMailed } from "../kernel/mailbox.ts";
import { apiProblemCharacters, asWrittenTo, clipped, problemCharacters } from "./bounds.ts";
import type { Case } from "./case.ts";
import type { EventOf, NoticeEvent } from "./event.ts";
import { isMachines, saidAlready } from "./letter.ts";
import { tellsHost, whereabouts } from "./networks.ts";
import type { Notice, NoticeAt } from "./notice.ts";
import { isOut } from "./notice-progress.ts";
import { noticeStates, type OutState } from "./notice-state.ts";
import { replyMeanings } from "./reply-class.ts";
import { oneMoreLine } from "./unproven.ts";

export type MailEvent = Exclude<
  NoticeEvent,
  EventOf<"notice-queued" | "notice-requeued" | "desk-stopped" | "replied" | "answer-taken">
>;

export const withNotice = (state: Case, noticeId: string, change: (notice: Notice) => Notice): Case => ({
  ...state,
  notices: state.notices.map((notice) => (notice.id === noticeId ? change(notice) : notice)),
});

/** Evidence arrives late, doubled and out of order; the stronger stands: `sent` never undoes `bounced`. */
const outAs = (
  notice: Notice,
  by: OutState,
  at: Instant,
  known: Partial<NoticeAt<OutState>> = {},
): NoticeAt<OutState> => {
  const out = saidAlready(isOut(notice) ? notice : leaves(notice, at));
  const state = noticeStates.indexOf(by) > noticeStates.indexOf(out.state) ? by : out.state;
  return { ...out, ...known, state };
};

/** It left when SES was last asked; now at the latest, where no claim is known. */
const leaves = (notice: Notice, at: Instant): NoticeAt<"sent"> => {
  const { deliveredAt: _, sesMessageId: __, ...rest } = saidAlready(notice);
  return { ...rest, state: "sent", sentAt: notice.wireAt ?? at };
};

export const evolveNotice = (state: Case, event: MailEvent): Case =>
  withNotice(state, event.noticeId, (notice) => after(notice, event));

const after = (notice: Notice, event: MailEvent): Notice => {
  switch (event.type) {
    case "notice-cancelled":
      return notice.state === "queued"
        ? { ...saidAlready(notice), state: "cancelled", problem: clipped(event.why, problemCharacters) }
        : notice;
    case "send-claimed": {
      const { attemptId, subject, renderHash, at: wireAt, mail } = event;
      const { mail: _, ...rest } = notice;
      const attempt = { attempts: notice.attempts + 1, attemptId, subject, renderHash, wireAt };
      return { ...rest, state: "on-wire", ...attempt, ...(mail && { mail }) };
    }
    case "send-declined": {
      if (notice.state !== "on-wire" || notice.attemptId !== event.attemptId) return notice;
      const { retryAt, code, final } = event;
      const declined = { notBefore: retryAt, dueAt: notice.dueAt ?? notice.notBefore, problem: code };
      return { ...notice, ...declined, state: final ? "failed" : "queued" };
    }
    case "refused":
      return notice.state === "queued"
        ? { ...notice, state: "failed", problem: clipped(event.problem, problemCharacters) }
        : notice;
    case "sent":
      return outAs(notice, "sent", event.at, {
        ...(event.sesMessageId && { sesMessageId: event.sesMessageId }),
        ...(event.ticket && { ticket: event.ticket }),
      });
    case "send-doubted":
      return notice.state === "on-wire" ? { ...notice, problem: clipped(event.why, apiProblemCharacters) } : notice;
    case "channel-failed":
      if (notice.state !== "queued" && notice.state !== "on-wire") return notice;
      return unlessByApi(notice, event);
    case "status-asked":
      return { ...notice, asked: { at: event.at, ...(event.isOver && { isOver: true }) } };
    case "send-unknown":
      if (event.guarded) return guarded(notice, event.guarded.attemptId, event.at);
      return notice.state === "on-wire" ? { ...notice, state: "unknown" } : notice;
    case "delivered":
      return outAs(notice, "delivered", event.at, {
        sesMessageId: event.sesMessageId,
        deliveredAt: (isOut(notice) ? notice.deliveredAt : undefined) ?? event.at,
      });
    case "bounced":
      return cameBack(notice, event);
    case "complained":
      return outAs(notice, "complained", event.at, { problem: "the recipient marked the notice as unwanted" });
    default:
      return event satisfies never;
  }
};

/** Certainly nobody was notified by the API: its desk is mailed, or, without a mailbox, as if cancelled in line. */
const unlessByApi = (notice: Notice, { at, why }: Extract<MailEvent, { type: "channel-failed" }>): Notice => {
  const problem = clipped(why, apiProblemCharacters);
  const { channel: _, ...desk } = notice.to;
  return isMailed(desk.email)
    ? { ...notice, state: "queued", to: desk, notBefore: at, problem }
    : { ...notice, state: "cancelled", problem };
};

const cameBack = (notice: Notice, event: Extract<MailEvent, { type: "bounced" }>): Notice => {
  const problem = clipped(event.detail, problemCharacters);
  if (event.refusesUs) return outAs(notice, "rejected", event.at, { problem });
  if (!event.permanent) return { ...notice, problem };
  return outAs(notice, "bounced", event.at, { problem, ...(event.untried && { untried: true }) });
};

/** As if claimed then: sending it again makes the next attempt. */
const guarded = (notice: Notice, attemptId: string, wireAt: Instant): Notice =>
  notice.state === "queued"
    ? { ...notice, state: "unknown", attempts: notice.attempts + 1, attemptId, wireAt, renderHash: "" }
    : notice;

const mailsRemembered = 50;

/**
 * Whoever writes to its address had the mail, so a reply proves that it arrived, and a bounce by mail that it
 * went out. What the reply says is the desk's only where that is proven.
 */
export const withReply = (state: Case, event: EventOf<"replied">): Case => {
  const { replyClass } = event;
  const reached = replyMeanings[replyClass].shows === "nothing" ? "sent" : "delivered";
  const sender = event.isFromItsDomain ? "its-domain" : "anybody";
  const arrived = withNotice(state, event.noticeId, (notice) => ({
    ...outAs(notice, reached, event.at, saidByDesk(notice, event)),
    ...(!event.authenticated && oneMoreLine(notice, { sender, replyClass })),
  }));
  return { ...withLastWritten(arrived), mails: [...state.mails, event.mailHash].slice(-mailsRemembered) };
};

/** A letter answers what its desk wrote last; for a few desks is enough. */
const writtenAtMost = 5;
const withLastWritten = (state: Case): Case => {
  const written = state.notices.filter(({ wrote }) => wrote !== undefined);
  const [oldest] = written.toSorted((a, b) => ((a.answeredAt ?? "") < (b.answeredAt ?? "") ? -1 : 1));
  if (!oldest || written.length <= writtenAtMost) return state;
  return withNotice(state, oldest.id, ({ wrote: _, ...notice }) => notice);
};

const saidByDesk = ({ passedOn, ticket: known }: Notice, event: EventOf<"replied">): Partial<NoticeAt<OutState>> => {
  const { at, replyClass, authenticated, isFromItsDomain, ticket, ticketTag, messageId } = event;
  const { shows } = replyMeanings[replyClass];
  if (shows === "nothing" || !(authenticated || isFromItsDomain)) return {};
  const acknowledges = !authenticated || shows !== "answer";
  // A customer of the desk's domain can't change the number that the desk gave.
  const mayNumber = authenticated || known === undefined;
  return {
    ...(ticket && mayNumber && { ticket }),
    ...(ticketTag && mayNumber && { ticketTag }),
    ...(messageId && { wrote: messageId }),
    ...(acknowledges ? { acknowledgedAt: at } : { answer: replyClass, answeredAt: at }),
    ...(authenticated && shows === "handover" && { passedOn: handedOver(passedOn, event) }),
  };
};

/** However often a desk names a new time, its first one stands. */
const handedOver = (
  before: Notice["passedOn"],
  { at, customerHasUntil: until }: EventOf<"replied">,
): NonNullable<Notice["passedOn"]> => {
  if (before && (before.until !== undefined || until === undefined)) return before;
  return { at, ...(until && { until }) };
};

export const afterWord = (
  state: Case,
  noticeId: string | undefined,
  decision: "treat-as-sent" | "send-again",
  at: Instant,
): Case => {
  if (noticeId === undefined) return state;
  return withNotice(state, noticeId, (notice) => {
    if (decision === "treat-as-sent") return notice.state === "unknown" ? leaves(notice, at) : notice;
    const { state: reached, attempts } = notice;
    if (reached !== "unknown" && reached !== "failed" && reached !== "rejected" && reached !== "queued") return notice;
    const doubted = reached === "unknown" && { doubtedAttempt: attempts };
    return { ...notice, state: "queued", notBefore: at, ...doubted };
  });
};

/** Replaces one that was cancelled (`path/queue.ts`), whose attempts keep their numbers. */
export const queued = (state: Case, event: EventOf<"notice-queued">): Case => {
  const { noticeId: id, level, step, to, notBefore, window, letter } = event;
  const before = state.notices.find((notice) => notice.id === id);
  const notice: Notice = {
    id,
    level,
    step,
    to: asWrittenTo(to),
    notBefore,
    ...(window && { window }),
    ...(tellsHost({ step, to }) && state.contact && { where: whereabouts(state.contact) }),
    state: "queued",
    attempts: before?.attempts ?? 0,
    ...(before?.doubtedAttempt !== undefined && { doubtedAttempt: before.doubtedAttempt }),
    ...(letter && { letter }),
  };
  return { ...state, notices: [...state.notices.filter((other) => other.id !== id), notice] };
};

export const requeued = (notice: Notice, event: EventOf<"notice-requeued">): Notice => {
  const { window: _, ...rest } = notice;
  if (notice.state !== "queued") return notice;
  return {
    ...rest,
    state: "queued",
    notBefore: event.notBefore,
    dueAt: notice.dueAt ?? notice.notBefore,
    ...(event.window && { window: event.window }),
    ...(event.paced && { paced: true }),
  };
};

/** A person was asked what this notice's desk wants to know, in place of the machine's answers to it. */
export const leftToAPerson = (state: Case, { question, noticeId }: EventOf<"asked">): Case => {
  if (question !== "reply") return state;
  const isLeft = ({ state: reached, letter }: Notice): boolean =>
    (reached === "cancelled" || reached === "failed") && isMachines(letter) && letter.about === noticeId;
  const left = (notice: Notice): Notice =>
    isMachines(notice.letter) && isLeft(notice) ? { ...notice, letter: { ...notice.letter, left: true } } : notice;
  return state.notices.some(isLeft) ? { ...state, notices: state.notices.map(left) } : state;
};
