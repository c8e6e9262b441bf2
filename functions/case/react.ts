import type { Instant } from "../kernel/instant.ts";
import type { Case, Notice, Question, Review, TargetCase } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import { queueTo, told } from "./ladder.ts";
import type { Policy } from "./policy.ts";
import { isProtected } from "./protected.ts";

type Ask = Pick<Review, "question" | "blocking" | "reason"> & Partial<Pick<Review, "noticeId" | "forms">>;

/** A question to a person; its id is unique within the case since a version asks each question at most once a notice. */
export const ask = (state: Case, now: Instant, { question, blocking, reason, noticeId, forms }: Ask): CaseEvent => ({
  type: "asked",
  at: now,
  reviewId: [question, state.version + 1, noticeId].filter((part) => part !== undefined).join("."),
  question,
  blocking,
  reason,
  ...(noticeId && { noticeId }),
  ...(forms && { forms }),
});

const isAsked = (state: Case, question: Question): boolean => state.reviews.some((review) => review.question === question);

const cancelQueued = (state: TargetCase, now: Instant, why: string, which: (notice: Notice) => boolean = () => true): readonly CaseEvent[] =>
  state.notices.filter((notice) => notice.state === "queued" && which(notice)).map(({ id }) => ({ type: "notice-cancelled", at: now, noticeId: id, why }));

/** Closing says why and cancels in the same write what was still to go out, so that a stop is exact. */
export const close = (state: Case, now: Instant, outcome: NonNullable<Case["closed"]>["outcome"], why: string): readonly CaseEvent[] => [
  ...(state.kind === "case" ? cancelQueued(state, now, why) : []),
  { type: "closed", at: now, outcome, why },
];

/**
 * What follows from one fact at once, whatever the time: `state` is the case after the fact. What follows from time
 * passing is `decide`'s.
 */
export const react = (state: Case, event: CaseEvent, policy: Policy | undefined, now: Instant): readonly CaseEvent[] => {
  if (state.kind === "unread")
    return event.type === "unreadable" ? [ask(state, now, { question: "unreadable-report", blocking: true, reason: `${event.field}: ${event.reason}` })] : [];
  // What comes in after the end is kept in the history and moves nothing; "still up" opens the case again before it gets here.
  if (!policy || state.closed) return [];
  switch (event.type) {
    case "opened":
      return [...protectedTarget(state, policy, now), ...liveContent(state, now)];
    case "joined":
      // A report again: what was still to be taken back stands.
      return [...cancelQueued(state, now, "reported again", ({ step }) => step === "withdrawal"), ...liveContent(state, now)];
    case "complained": {
      const unwanted = state.notices.find(({ id }) => id === event.noticeId);
      return cancelQueued(state, now, "the recipient complained", ({ to }) => to.email === unwanted?.to.email);
    }
    case "status":
      return afterStatus(state, event, policy, now);
    case "held":
      return isAsked(state, "held") ? [] : [ask(state, now, { question: "held", blocking: true, reason: `Held by ${event.by}: ${event.why}` })];
    case "host-moved":
      return told(state)
        .filter(({ to }) => !state.notices.some((other) => other.step === "moved" && other.to.email === to.email))
        .map((notice) => queueTo(state, notice, "moved", policy, now));
    case "send-unknown":
      return [
        ask(state, now, {
          question: "unknown-send",
          blocking: false,
          reason: "The answer of SES was lost, and no event said for 15 minutes what became of the mail.",
          noticeId: event.noticeId,
        }),
      ];
    case "refused":
      return [ask(state, now, { question: "notice-refused", blocking: true, reason: event.problem, noticeId: event.noticeId })];
    case "send-declined":
      return event.final
        ? [ask(state, now, { question: "notice-refused", blocking: true, reason: `SES refused the notice: ${event.code}`, noticeId: event.noticeId })]
        : [];
    case "replied":
      return afterReply(state, event, now);
    default:
      return [];
  }
};

const protectedTarget = (state: TargetCase, policy: Policy, now: Instant): readonly CaseEvent[] =>
  isProtected(state.target.host, policy.protectedDomains)
    ? [
        ask(state, now, {
          question: "protected-target",
          blocking: true,
          reason: "The reported host is on the list of protected domains, or is a whole public suffix.",
        }),
      ]
    : [];

const liveContent = (state: TargetCase, now: Instant): readonly CaseEvent[] =>
  state.live && !isAsked(state, "live") && !state.cleared.includes("live")
    ? [ask(state, now, { question: "live", blocking: false, reason: "Reported as happening now; a call may be faster than a mail." })]
    : [];

const afterStatus = (state: TargetCase, { message }: Extract<CaseEvent, { type: "status" }>, policy: Policy, now: Instant): readonly CaseEvent[] => {
  switch (message.status) {
    case "gone":
      return close(state, now, "gone", `${message.reporter} says that it is gone`);
    case "withdrawn": {
      if (state.reporters.some((reporter) => !state.withdrawn.includes(reporter))) return [];
      const toldBefore = (email: string) =>
        state.notices.some(({ step, to, state: sent }) => step === "withdrawal" && to.email === email && sent !== "cancelled" && sent !== "failed");
      const owed = told(state).filter(({ to }) => !toldBefore(to.email));
      const retractions = owed.map((notice) => queueTo(state, notice, "withdrawal", policy, now));
      return [...cancelQueued(state, now, "withdrawn by every reporter"), ...retractions];
    }
    case "hold":
      return isAsked(state, "held")
        ? []
        : [ask(state, now, { question: "held", blocking: true, reason: `Held by ${message.reporter}: ${message.note ?? "no reason given"}` })];
    case "still-up":
      return isAsked(state, "still-up") || state.rung < 0
        ? []
        : [ask(state, now, { question: "still-up", blocking: false, reason: `${message.reporter} says that it is still up.` })];
    case "release":
      return [];
    default:
      return message.status satisfies never;
  }
};

const afterReply = (state: TargetCase, event: Extract<CaseEvent, { type: "replied" }>, now: Instant): readonly CaseEvent[] => {
  const about = (reason: string) => ask(state, now, { question: "reply", blocking: false, reason, noticeId: event.noticeId });
  switch (event.replyClass) {
    case "bounce":
    case "auto-reply":
    case "acknowledgement":
      return [];
    case "complaint":
      return [{ type: "complained", at: now, noticeId: event.noticeId }];
    case "removed":
      // > A token proves possession, not authorship; a reply never closes a case in the urgent lane.
      return event.authenticated && state.lane === "standard"
        ? close(state, now, "removed", "the desk says that it is removed")
        : [about(`The desk says that it is removed${event.authenticated ? "" : ", but the sender is not proven"}; please confirm.`)];
    case "use-our-form":
      return [
        ask(state, now, {
          question: "form-only",
          blocking: false,
          reason: "The desk takes reports by its form only.",
          noticeId: event.noticeId,
          ...(event.form && { forms: [event.form] }),
        }),
      ];
    case "not-ours":
      return [about(`The desk says that the host is not theirs${event.namedParty ? ` but ${event.namedParty}'s` : ""}.`)];
    case "refused":
      return [about("The desk refuses to act.")];
    case "question":
      return [about("The desk asks something.")];
    case "unclear":
      return [about("The desk wrote something that no rule reads for certain.")];
    default:
      return event.replyClass satisfies never;
  }
};
