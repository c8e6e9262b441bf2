import type { Case, Given, Review } from "../../functions/case/case.ts";
import { isDecided } from "../../functions/case/given.ts";
import type { Change } from "../../functions/store/ports.ts";
import type { Tells } from "./breach.ts";

/**
 * Holds verdicts of the standard lane to their minute: each takes effect once, as it was given and not before
 * its minute is over; what was taken back or dropped has none; nothing is claimed for a case meanwhile; and
 * the case is due when the minute is over, so that no verdict is forgotten. What is listed of it says so.
 */
export const aWatchOverVerdicts = (breach: Tells) => {
  const over = new Set<string>();
  const committed = (before: Case | undefined, { next, events, at, dueAt, decided = [] }: Change) => {
    for (const review of (before?.reviews ?? []).filter(isDecided)) {
      const { id, given } = review;
      const key = keyOf(next, given, id);
      const answered = events.find((event) => event.type === "answered" && event.reviewId === id);
      const effect = answered?.type === "answered" && answered.givenAt !== undefined ? answered : undefined;
      if (answered && !effect)
        breach("acted twice", `${next.id}: ${id} is answered beside the verdict that was given on it`);
      const isIt = (one: Review) =>
        one.given?.at === given.at &&
        one.given.by === given.by &&
        (one.id === id || (one.noticeId === undefined && one.question === review.question));
      const isOver = !next.reviews.some(isIt);
      if (isOver && over.has(key)) breach("acted twice", `${next.id}: the verdict on ${id} is over twice`);
      if (isOver) over.add(key);
      if (events.some(({ type }) => type === "send-claimed"))
        breach("mail after a stop", `${next.id} claims a mail while the verdict on ${id} can be taken back`);
      if (isOver !== decided.some((one) => one.reviewId === id && one.at === given.at))
        breach(isOver ? "lost" : "acted twice", `${next.id}: the list does not say what came of the verdict on ${id}`);
      if (!effect) continue;
      if (at < given.takesEffectAt) breach("out of time", `${next.id}: the verdict on ${id} takes effect too early`);
      if (effect.givenAt !== given.at || JSON.stringify(effect.verdict) !== JSON.stringify(given.verdict))
        breach("acted twice", `${next.id} follows another verdict on ${id} than was given`);
    }
    for (const event of events)
      if (event.type === "answered" && event.givenAt !== undefined && !wasGiven(before, event.reviewId))
        breach("acted twice", `${next.id} follows a verdict on ${event.reviewId} that does not stand`);
    for (const { id, given } of next.reviews.filter(isDecided))
      if (dueAt === undefined || dueAt > given.takesEffectAt)
        breach("lost", `${next.id} is due at ${dueAt}, after the verdict on ${id} takes effect`);
  };
  return { committed };
};

const keyOf = ({ id }: Case, { at, by }: Given, reviewId: string): string => [id, reviewId, at, by].join(" ");

const wasGiven = (before: Case | undefined, reviewId: string): boolean =>
  before?.reviews.some((review) => review.id === reviewId && review.given) === true;
