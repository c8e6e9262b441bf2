import { earliest, type Instant, plusHours } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import { ask } from "./ask.ts";
import type { Review } from "./case.ts";
import type { EventOf } from "./event.ts";
import { undecided } from "./given.ts";
import { gathersHours, isOnCalls, questionFacts } from "./question.ts";
import { nothing, record, type Wants } from "./wants.ts";

/*
 * What all that is kept has in common over time: its questions ring until they are answered, it
 * never waits for nothing, and it is forgotten.
 */

type Lasting = {
  readonly version: number;
  readonly lane: Lane;
  readonly reviews: readonly Review[];
  readonly forgottenAt?: Instant;
};

/**
 * Something closed waits for its retention to be over. Forgotten, it is due until its history is,
 * too; and again after a late word.
 */
export const afterTheEnd = (
  { forgottenAt }: Pick<Lasting, "forgottenAt">,
  closedAt: Instant,
  forgetAfterDays: number,
  now: Instant,
): Wants<EventOf<"forgotten">> => {
  if (forgottenAt !== undefined) return { ...nothing, wakeAt: now };
  const forgetAt = plusHours(closedAt, 24 * forgetAfterDays);
  return forgetAt <= now ? record({ type: "forgotten", at: now }) : { ...nothing, wakeAt: forgetAt };
};

/**
 * The same wants, with the questions of which on-call is to be told now, and the moment of the
 * next.
 */
export const withRings = <Fact>(
  { lane, reviews }: Pick<Lasting, "lane" | "reviews">,
  wants: Wants<Fact>,
  now: Instant,
): Wants<Fact> => {
  if (wants.record.length > 0) return wants;
  // Who has decided is not asked again while it can be taken back.
  const rings = worstFirst(undecided({ reviews })).map((review) => ({
    id: review.id,
    at: ringsAt(lane, review, wants.wakeAt === undefined),
  }));
  const announce = rings.flatMap(({ id, at }) => (at !== undefined && at <= now ? id : []));
  const wakeAt = announce.length > 0 ? now : earliest(wants.wakeAt, ...rings.map(({ at }) => at));
  return { ...wants, announce, ...(wakeAt && { wakeAt }) };
};

/**
 * When on-call hears of a question: at once, or in a morning's list, with all that wait for it; and again
 * by its lane's time while it keeps its case and nobody has answered, since it blocks or since the case
 * waits for nothing else.
 */
const ringsAt = (
  lane: Lane,
  { question, askedAt, announced, announcedAt, blocking }: Review,
  isAllThatIsLeft: boolean,
): Instant | undefined => {
  if (!isOnCalls(lane, { question })) return undefined;
  if (!announced) {
    const hours = lane === "urgent" ? undefined : gathersHours(question, blocking);
    return hours === undefined ? askedAt : inMorning(plusHours(askedAt, hours));
  }
  return blocking || questionFacts(question).keepsHostsSide || isAllThatIsLeft
    ? plusHours(announcedAt ?? askedAt, ringsAgainAfterHours[lane])
    : undefined;
};

/**
 * The next morning's list at or after a moment, 7:00 UTC, when a day begins in Europe: what was
 * gathered comes before a person in one list, each day, and not one by one.
 */
export const inMorning = (at: Instant): Instant => {
  const today = `${at.slice(0, 10)}T07:00:00.000Z`;
  return at <= today ? today : plusHours(today, 24);
};

/** A person is asked where there is nothing to wait for and no question open. */
export const orAsks = <Fact>(state: Lasting, wants: Wants<Fact>, now: Instant): Wants<Fact | EventOf<"asked">> =>
  wants.record.length > 0 || wants.wakeAt !== undefined || state.reviews.some((review) => isOnCalls(state.lane, review))
    ? wants
    : record(
        ask(state, now, {
          question: "unanswered",
          blocking: true,
          reason: "Nothing is left that the machine could wait for or do.",
        }),
      );

/**
 * Questions in the order in which a person sees them: what blocks, then what has waited longest.
 */
export const worstFirst = (reviews: readonly Review[]): readonly Review[] =>
  reviews.toSorted((a, b) => (a.blocking === b.blocking ? (a.askedAt < b.askedAt ? -1 : 1) : a.blocking ? -1 : 1));

/**
 * A question that blocks and that nobody has answered rings again after so many hours, so that
 * somebody who sleeps freezes nothing unseen: when the alarms on waiting questions ring, too
 * (`infra/guides/runbook/review-waits.md`).
 */
export const ringsAgainAfterHours: Readonly<Record<Lane, number>> = { urgent: 1, standard: 24 };
