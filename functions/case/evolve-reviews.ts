import { boundedForms, clipped, droppedCharacters, reasonCharacters } from "./bounds.ts";
import type { Given, Review } from "./case.ts";
import type { EventOf } from "./event.ts";
import type { Notice } from "./notice.ts";
import { questionFacts } from "./question.ts";

/** What happens to a question until it is answered, whatever it is about. */
export type ReviewEvent = EventOf<
  "asked" | "announced" | "agreed" | "verdict-given" | "verdict-taken-back" | "verdict-dropped"
>;
type WithReviews = { readonly reviews: readonly Review[] };

/**
 * The questions after one was asked, told on-call of, or agreed to by the first of two persons; and after
 * a verdict on one was given, taken back or dropped.
 */
export const evolveReviews = <State extends WithReviews>(state: State, event: ReviewEvent): State => {
  switch (event.type) {
    case "asked":
      return { ...state, reviews: [...state.reviews, asked(event)] };
    case "announced":
      return withEach(state, (review) =>
        event.reviewIds.includes(review.id)
          ? { ...review, announced: true, announcedAt: event.rangAt ?? event.at }
          : review,
      );
    case "agreed":
      return withOne(state, event, (review) => ({ ...review, agreedBy: event.by }));
    case "verdict-given":
      return withOne(state, event, (review) => ({ ...review, given: given(event) }));
    case "verdict-taken-back":
      return withOne(state, event, withoutGiven);
    case "verdict-dropped":
      return withOne(state, event, (review) => withDropped(review, event));
    default:
      return event satisfies never;
  }
};

const withEach = <State extends WithReviews>(state: State, become: (review: Review) => Review): State => ({
  ...state,
  reviews: state.reviews.map(become),
});

const withOne = <State extends WithReviews>(
  state: State,
  { reviewId }: { readonly reviewId: string },
  becomes: (review: Review) => Review,
): State => withEach(state, (review) => (review.id === reviewId ? becomes(review) : review));

const given = ({ type: _, reviewId: __, ...verdict }: EventOf<"verdict-given">): Given => verdict;

const withoutGiven = ({ given: _, ...review }: Review): Review => review;

/** What it was in full stands in the history. */
const withDropped = (review: Review, { at, why }: EventOf<"verdict-dropped">): Review => {
  if (!review.given) return review;
  const { verdict, by } = review.given;
  const dropped = { by: clipped(by, droppedCharacters.by), at, why: clipped(why, droppedCharacters.why) };
  return { ...withoutGiven(review), dropped: { decision: verdict.decision, ...dropped } };
};

const asked = ({ type: _, reviewId: id, question, at: askedAt, blocking, ...rest }: EventOf<"asked">): Review => ({
  id,
  question,
  askedAt,
  blocking,
  ...rest,
  reason: clipped(rest.reason, reasonCharacters),
  announced: false,
  ...(rest.forms && { forms: boundedForms(rest.forms) }),
});

/** The state without the one question that was answered. */
export const withoutAnswered = <State extends WithReviews>(state: State, reviewId: string): State => ({
  ...state,
  reviews: state.reviews.filter(({ id }) => id !== reviewId),
});

/** The state without the questions that have their answer by now. */
export const withOpenReviews = <State extends WithReviews>(state: State, isOpen: (review: Review) => boolean): State =>
  state.reviews.every(isOpen) ? state : { ...state, reviews: state.reviews.filter(isOpen) };

/**
 * Once it is known what became of a send, the questions about it have their answer, and nobody need
 * give another.
 */
export const isOpenAboutMail = (notices: readonly Notice[], { question, noticeId }: Review): boolean => {
  const sent = notices.find(({ id }) => id === noticeId)?.state;
  const { openWhile } = questionFacts(question);
  return openWhile === undefined || (sent !== undefined && openWhile.includes(sent));
};
