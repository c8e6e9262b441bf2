import { type Answer, answeredToTheEnd } from "../case/answer.ts";
import { allToAPerson } from "../case/answer-ways.ts";
import type { Review } from "../case/case.ts";
import type { CloseOutcome } from "../case/close-outcome.ts";
import { afterMail, askOnce, questionAbout, type Replied, roomFor } from "../case/decide/mail.ts";
import type { EventOf } from "../case/event.ts";
import { droppedBy } from "../case/given.ts";
import { waysOfDesk } from "../case/held-form.ts";
import { isCaseEvent } from "../case/is-case-event.ts";
import type { Policy } from "../case/policy.ts";
import { questionFacts } from "../case/question.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Digest } from "./digest.ts";
import type { DigestEvent } from "./event.ts";
import { isHeardByNamed, namedIn } from "./evolve.ts";

/**
 * What must be asked about a digest's mail: on the digest, once for all in it. What comes in after
 * the end moves nothing.
 */
export const reactDigest = (
  state: Digest,
  event: DigestEvent,
  policy: Policy,
  now: Instant,
): readonly DigestEvent[] => {
  if (state.closed) return [];
  return [...(isCaseEvent(event) ? droppedBy(state, event, now) : []), ...reactOpen(state, event, policy, now)];
};

const reactOpen = (state: Digest, event: DigestEvent, policy: Policy, now: Instant): readonly DigestEvent[] => {
  switch (event.type) {
    case "digest-opened":
    case "members-planned":
    case "members-left":
    case "members-told":
      return [];
    case "replied":
      return afterReply(state, event, policy, now);
    default:
      return afterMail(state, event, now);
  }
};

const afterReply = (state: Digest, event: Replied, policy: Policy, now: Instant): readonly DigestEvent[] => {
  if (isHeardByNamed(state, event)) return [];
  const { lane } = state;
  // It names some of its cases, and these have no more room to hear it: nobody else would know.
  const ways =
    namedIn(state, event.said).length > 0
      ? allToAPerson
      : waysOfDesk(state.notices, event.noticeId, lane, policy, now).ways;
  const asked = questionAbout(event, { isHostNow: true, isUrgent: lane === "urgent", ways });
  return asked ? askOnce(state, now, asked, event.noticeId, roomFor(event)) : [];
};

/**
 * What a person's answer means for a digest: its members hear it, and each acts upon it; the digest itself
 * ends where its mail goes out no more.
 */
export const digestAnswered = (
  review: Review,
  answer: Answer,
  now: Instant,
): readonly EventOf<"answered" | "closed">[] =>
  answeredToTheEnd(review, answer, now, questionFacts(review.question).isAboutSending);

/** A digest ends by itself: its mail goes out no more. */
export const endDigest = (now: Instant, outcome: CloseOutcome, why: string): EventOf<"closed"> => ({
  type: "closed",
  at: now,
  outcome,
  why,
});
