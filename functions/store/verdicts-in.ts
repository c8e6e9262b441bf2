import type { Case, Review } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { type Decided as DecidedReview, isDecided } from "../case/given.ts";
import { standsForMail } from "../case/notice-progress.ts";
import type { Instant } from "../kernel/instant.ts";
import { judgedBy } from "../statistics/judged.ts";
import type { Change, Decided } from "./ports.ts";

type Events = readonly CaseEvent[];

/**
 * What a change writes of verdicts that can be taken back. Each has one place in the list of decisions, which says
 * what became of it. How a reply was read counts once it has taken effect. Compares before and after, so that
 * whichever function lets one take effect writes the same. Pure.
 */
export const verdictsIn = (
  before: Case | undefined,
  next: Case,
  events: Events,
  at: Instant,
): Pick<Change, "decided" | "judged"> => {
  if (!before || next === before) return { decided: [], judged: [] };
  const given = next.reviews
    .filter(isDecided)
    .filter((review) => !before.reviews.some((was) => isSame(was, review)))
    .map((review) => listed(next, review));
  const over = before.reviews.filter(isDecided).filter((review) => !next.reviews.some((is) => isSame(is, review)));
  return {
    decided: [...given, ...over.map((review) => ({ ...listed(next, review), ...cameTo(review, events, at) }))],
    judged: over
      .filter((review) => tookEffect(review, events) && isJudgedIn(before, review))
      .flatMap((review) => judgedBy(review, review.given) ?? []),
  };
};

/** The question about messages gets another id once there are more. It stands alone. */
const isSame = ({ id, question, noticeId, given }: Review, other: DecidedReview): boolean =>
  given?.at === other.given.at &&
  given.by === other.given.by &&
  (id === other.id || (noticeId === undefined && question === other.question));

const listed = ({ id: caseId }: Case, { id: reviewId, question, given }: DecidedReview): Decided => {
  const { at, by, takesEffectAt, together, verdict } = given;
  const { decision } = verdict;
  return { at, caseId, reviewId, question, decision, by, takesEffectAt, ...(together && { together }) };
};

/** What a person says of a reply to a mail about several cases counts once. */
export const isJudgedIn = (state: Case, { noticeId }: Pick<Review, "noticeId">): boolean =>
  state.notices.every((notice) => notice.id !== noticeId || standsForMail(notice));

const tookEffect = ({ id, given }: DecidedReview, events: Events): boolean =>
  events.some((event) => event.type === "answered" && event.reviewId === id && event.givenAt === given.at);

/** Why it was dropped stands only in the case, since reasons may be somebody's words. */
const cameTo = (review: DecidedReview, events: Events, at: Instant): Partial<Decided> => {
  if (tookEffect(review, events)) return { tookEffectAt: at };
  const back = events.find((event) => event.type === "verdict-taken-back" && event.reviewId === review.id);
  return { cameToNothing: { at, ...(back?.type === "verdict-taken-back" && { by: back.by }) } };
};
