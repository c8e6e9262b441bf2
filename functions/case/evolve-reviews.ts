import { boundedForms, clipped, reasonCharacters } from "./bounds.ts";
import type { Review } from "./case.ts";
import type { CaseEvent } from "./event.ts";
import type { Notice } from "./notice.ts";
import type { NoticeState } from "./notice-state.ts";
import { questionFacts } from "./question.ts";

/** What happens to a question until it is answered, whatever it is about. */
export type ReviewEvent = Extract<CaseEvent, { type: "asked" | "announced" | "agreed" }>;
type WithReviews = { readonly reviews: readonly Review[] };

/** The questions after one was asked, told on-call of, or agreed to by the first of two persons. */
export const evolveReviews = <State extends WithReviews>(state: State, event: ReviewEvent): State => {
  switch (event.type) {
    case "asked":
      return { ...state, reviews: [...state.reviews, asked(event)] };
    case "announced":
      return {
        ...state,
        reviews: state.reviews.map((review) =>
          event.reviewIds.includes(review.id)
            ? { ...review, announced: true, announcedAt: event.rangAt ?? event.at }
            : review,
        ),
      };
    case "agreed":
      return {
        ...state,
        reviews: state.reviews.map((review) =>
          review.id === event.reviewId ? { ...review, agreedBy: event.by } : review,
        ),
      };
    default:
      return event satisfies never;
  }
};

const asked = ({
  reviewId: id,
  question,
  at: askedAt,
  blocking,
  reason,
  noticeId,
  forms,
  asRead,
}: Extract<ReviewEvent, { type: "asked" }>): Review => ({
  id,
  question,
  askedAt,
  blocking,
  reason: clipped(reason, reasonCharacters),
  announced: false,
  ...(noticeId && { noticeId }),
  ...(forms && { forms: boundedForms(forms) }),
  ...(asRead && { asRead }),
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
  const { openWhile }: { readonly openWhile: readonly NoticeState[] | undefined } = questionFacts[question];
  return openWhile === undefined || (sent !== undefined && openWhile.includes(sent));
};
