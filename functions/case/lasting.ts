import { earliest, type Instant, plusHours } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import { ask } from "./ask.ts";
import type { Case, Review } from "./case.ts";
import { undecided } from "./given.ts";
import { listedAt } from "./lists.ts";
import { isOnCalls, questionFacts } from "./question.ts";
import { nothing, type Wants } from "./wants.ts";

/** Due when retention is over, then until its history is forgotten, and after a late word. */
export const afterTheEnd = ({ forgottenAt }: Case, closedAt: Instant, forgetAfterDays: number, now: Instant): Wants => {
  if (forgottenAt !== undefined) return { ...nothing, wakeAt: now };
  const forgetAt = plusHours(closedAt, 24 * forgetAfterDays);
  return forgetAt <= now ? { ...nothing, record: [{ type: "forgotten", at: now }] } : { ...nothing, wakeAt: forgetAt };
};

export const withRings = ({ lane, reviews }: Pick<Case, "lane" | "reviews">, wants: Wants, now: Instant): Wants => {
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

/** At once or in a morning's list; again by the lane's time while it keeps its case. */
const ringsAt = (lane: Lane, review: Review, isAllThatIsLeft: boolean): Instant | undefined => {
  const { question, askedAt, announced, announcedAt, blocking } = review;
  if (!isOnCalls(lane, review)) return undefined;
  if (!announced) return listedAt(lane, question, blocking, askedAt) ?? askedAt;
  return blocking || questionFacts(question).keepsHostsSide || isAllThatIsLeft
    ? plusHours(announcedAt ?? askedAt, ringsAgainAfterHours[lane])
    : undefined;
};

export const orAsks = (state: Case, wants: Wants, now: Instant): Wants => {
  const { record, wakeAt } = wants;
  if (record.length > 0 || wakeAt !== undefined || state.reviews.some((review) => isOnCalls(state.lane, review)))
    return wants;
  const reason = "Nothing is left that the machine could wait for or do.";
  return { ...nothing, record: [ask(state, now, { question: "unanswered", blocking: true, reason })] };
};

/** What is happening now, then who must agree before anyone is written to, then all else. */
export const urgencyOf = ({ question }: Pick<Review, "question">): number =>
  question === "live" ? 0 : question === "clearance" ? 1 : 2;

/** Live, clearance, what blocks the case, then the longest wait. */
export const worstFirst = (reviews: readonly Review[]): readonly Review[] => {
  const placeOf = (one: Review) => `${urgencyOf(one)}${one.blocking ? 0 : 1}${one.askedAt}`;
  return reviews.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
};

/** Whoever sleeps freezes nothing unseen: alarms ring, too (`infra/guides/runbook/review-waits.md`). */
export const ringsAgainAfterHours: Readonly<Record<Lane, number>> = { urgent: 1, standard: 24 };
