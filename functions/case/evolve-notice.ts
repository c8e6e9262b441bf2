import type { Instant } from "../kernel/instant.ts";
import { apiProblemCharacters, clipped, problemCharacters } from "./bounds.ts";
import type { CaseEvent, Verdict } from "./event.ts";
import { saidAlready } from "./letter.ts";
import type { Notice, NoticeAt } from "./notice.ts";
import { isOut } from "./notice-progress.ts";
import { noticeStates, type OutState } from "./notice-state.ts";
import { replyMeanings } from "./reply-class.ts";
import { oneMoreLine } from "./unproven.ts";

/** What happens to one mail. */
const mailEvents = [
  "notice-cancelled",
  "send-claimed",
  "send-declined",
  "refused",
  "sent",
  "send-doubted",
  "channel-failed",
  "status-asked",
  "send-unknown",
  "delivered",
  "bounced",
  "complained",
] as const;
export type MailEvent = Extract<CaseEvent, { type: (typeof mailEvents)[number] }>;

/** A case, or what else sends a mail. */
type WithNotices = { readonly notices: readonly Notice[] };

export const withNotice = <State extends WithNotices>(
  state: State,
  noticeId: string,
  change: (notice: Notice) => Notice,
): State => ({
  ...state,
  notices: state.notices.map((notice) => (notice.id === noticeId ? change(notice) : notice)),
});

/**
 * Evidence arrives late, doubled and out of order; the stronger word stands: `sent` never undoes
 * `bounced`.
 */
const outAs = (notice: Notice, by: OutState, at: Instant, known: Known = {}): NoticeAt<OutState> => {
  const out = saidAlready(isOut(notice) ? notice : leaves(notice, at));
  return {
    ...out,
    ...known,
    state: noticeStates.indexOf(by) > noticeStates.indexOf(out.state) ? by : out.state,
  };
};

/** What evidence says of a notice, beside that it is out. */
type Known = Partial<
  Pick<
    NoticeAt<OutState>,
    | "sesMessageId"
    | "deliveredAt"
    | "untried"
    | "problem"
    | "ticket"
    | "acknowledgedAt"
    | "passedOn"
    | "answer"
    | "answeredAt"
    | "wrote"
  >
>;

/**
 * It left when SES was last asked, whatever was known of an attempt before that; by now at the
 * latest, where no claim is known.
 */
const leaves = (notice: Notice, at: Instant): NoticeAt<"sent"> => {
  const { deliveredAt: _, sesMessageId: __, ...rest } = saidAlready(notice);
  return { ...rest, state: "sent", sentAt: notice.wireAt ?? at };
};

/** The notices after something that happened to one of them. */
export const evolveNotice = <State extends WithNotices>(state: State, event: MailEvent): State =>
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
      const declined = {
        ...notice,
        notBefore: event.retryAt,
        dueAt: notice.dueAt ?? notice.notBefore,
        problem: event.code,
      };
      return { ...declined, state: event.final ? "failed" : "queued" };
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
      // As one that was cancelled in line: for certain nobody was told by it.
      return notice.state === "queued" || notice.state === "on-wire"
        ? { ...notice, state: "cancelled", problem: clipped(event.why, apiProblemCharacters) }
        : notice;
    case "status-asked":
      return { ...notice, asked: { at: event.at, ...(event.isOver && { isOver: true }) } };
    case "send-unknown":
      return event.guarded ? guarded(notice, event.guarded.attemptId, event.at) : unsure(notice);
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

const cameBack = (notice: Notice, event: Extract<MailEvent, { type: "bounced" }>): Notice => {
  const problem = clipped(event.detail, problemCharacters);
  if (event.refusesUs) return outAs(notice, "rejected", event.at, { problem });
  if (!event.permanent) return { ...notice, problem };
  return outAs(notice, "bounced", event.at, { problem, ...(event.untried && { untried: true }) });
};

const unsure = (notice: Notice): Notice => (notice.state === "on-wire" ? { ...notice, state: "unknown" } : notice);

/** As if it had been claimed then: whoever has it sent again sends the next attempt. */
const guarded = (notice: Notice, attemptId: string, wireAt: Instant): Notice =>
  notice.state === "queued"
    ? { ...notice, state: "unknown", attempts: notice.attempts + 1, attemptId, wireAt, renderHash: "" }
    : notice;

const mailsRemembered = 50;

/**
 * The notice that a reply is about, and the mails known by their hashes. Whoever writes to its
 * address had the mail, so a reply proves that one of which SES was not sure arrived, and a bounce
 * by mail that it went out. What the reply says is the desk's only where that is proven.
 */
export const withReply = <State extends WithNotices & { readonly mails: readonly string[] }>(
  state: State,
  event: Extract<CaseEvent, { type: "replied" }>,
): State => {
  const arrived = withNotice(state, event.noticeId, (notice) => ({
    ...outAs(
      notice,
      replyMeanings[event.replyClass].shows === "nothing" ? "sent" : "delivered",
      event.at,
      saidByDesk(notice, event),
    ),
    ...(!event.authenticated &&
      oneMoreLine(notice, {
        sender: event.isFromItsDomain ? "its-domain" : "anybody",
        replyClass: event.replyClass,
      })),
  }));
  return { ...withLastWritten(arrived), mails: [...state.mails, event.mailHash].slice(-mailsRemembered) };
};

/** A letter answers what its desk wrote last: of a few desks that is enough. */
const writtenAtMost = 5;
const withLastWritten = <State extends WithNotices>(state: State): State => {
  const written = state.notices.filter(({ wrote }) => wrote !== undefined);
  const [oldest] = written.toSorted((a, b) => ((a.answeredAt ?? "") < (b.answeredAt ?? "") ? -1 : 1));
  if (!oldest || written.length <= writtenAtMost) return state;
  return withNotice(state, oldest.id, ({ wrote: _, ...notice }) => notice);
};

const saidByDesk = ({ passedOn, ticket: known }: Notice, event: Extract<CaseEvent, { type: "replied" }>): Known => {
  const { at, replyClass, authenticated, isFromItsDomain, ticket, ticketTag, messageId } = event;
  const { shows } = replyMeanings[replyClass];
  if (shows === "nothing" || !(authenticated || isFromItsDomain)) return {};
  const acknowledges = !authenticated || shows !== "answer";
  // A customer of the desk's domain gives the next mail no other number than the desk did.
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
  { at, customerHasUntil: until }: Extract<CaseEvent, { type: "replied" }>,
): NonNullable<Notice["passedOn"]> => {
  if (before && (before.until !== undefined || until === undefined)) return before;
  return { at, ...(until && { until }) };
};

/** What a person's word on an uncertain or refused send does to it. */
export const afterWord = <State extends WithNotices>(
  state: State,
  noticeId: string | undefined,
  decision: Verdict["decision"],
  at: Instant,
): State => {
  if (noticeId === undefined) return state;
  if (decision === "treat-as-sent")
    return withNotice(state, noticeId, (notice) => (notice.state === "unknown" ? leaves(notice, at) : notice));
  if (decision !== "send-again") return state;
  return withNotice(state, noticeId, (notice) => {
    if (
      notice.state !== "unknown" &&
      notice.state !== "failed" &&
      notice.state !== "rejected" &&
      notice.state !== "queued"
    )
      return notice;
    return {
      ...notice,
      state: "queued",
      notBefore: at,
      ...(notice.state === "unknown" && { doubtedAttempt: notice.attempts }),
    };
  });
};
