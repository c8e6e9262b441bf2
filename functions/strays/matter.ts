import { type Answer, answeredToTheEnd } from "../case/answer.ts";
import { ask } from "../case/ask.ts";
import type { Review } from "../case/case.ts";
import { asAnswer, givenWants } from "../case/decide/given.ts";
import { wantsFrom } from "../case/decide/rule.ts";
import type { EventOf } from "../case/event.ts";
import { dropGiven } from "../case/given.ts";
import { afterTheEnd, orAsks, withRings } from "../case/lasting.ts";
import { record } from "../case/wants.ts";
import type { Matter, Wants } from "../engine/matter.ts";
import type { Instant } from "../kernel/instant.ts";
import { ok } from "../kernel/result.ts";
import { isStrayEvent, type StrayEvent } from "./event.ts";
import { evolveUnread } from "./evolve.ts";
import { saysOf } from "./strays.ts";
import { saysOfUnread } from "./unread.ts";
import type { UnreadReport } from "./unread-report.ts";

/**
 * One question about a message that nobody could read, or about all that are gathered in its place.
 */
const reactUnread = (state: UnreadReport, event: StrayEvent, now: Instant): readonly StrayEvent[] => {
  // However many come, they are bounded; and nobody closes over one that they have not seen.
  const isMore = event.type === "strayed" || event.type === "unread-joined";
  return [...(isMore ? dropGiven(state, now, "One more came in.") : []), ...asksOnce(state, event, now)];
};

const asksOnce = (state: UnreadReport, { type }: StrayEvent, now: Instant): readonly StrayEvent[] => {
  if (type !== (state.strays ? "strayed" : "unreadable") || state.closed || state.reviews.length > 0) return [];
  const asked = state.strays
    ? { question: "stray-words" as const, reason: saysOf(state) }
    : {
        question: state.unhosted ? ("unhosted-target" as const) : ("unreadable-report" as const),
        reason: saysOfUnread(state),
      };
  return [ask(state, now, { ...asked, blocking: true })];
};

/**
 * A message that nobody could read is of no use once a person has seen it; three months, as for the
 * worst of what it may hold.
 */
const forgetAfterDays = 90;

/** What a person's answer means for messages: whoever closes them has seen to them. */
export const unreadAnswered = (
  review: Review,
  answer: Answer,
  now: Instant,
): readonly EventOf<"answered" | "closed">[] => answeredToTheEnd(review, answer, now, true);

/** It waits for a person, and is forgotten. */
const decideUnread = (state: UnreadReport, now: Instant): Wants<StrayEvent> => {
  if (state.closed) return afterTheEnd(state, state.closed.at, forgetAfterDays, now);
  const verdicts = givenWants<StrayEvent>(state, now, (review) => ok(unreadAnswered(review, asAnswer(review), now)));
  return orAsks(state, withRings(state, wantsFrom(verdicts), now), now);
};

/** Messages that could not be read or fit no report, as the engine moves them. */
export const unreadReports: Matter<UnreadReport, StrayEvent> = {
  takes: isStrayEvent,
  evolve: evolveUnread,
  decide: (state, now, fact) => (fact ? record(...reactUnread(state, fact, now)) : decideUnread(state, now)),
};
