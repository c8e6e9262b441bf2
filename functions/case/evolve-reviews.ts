import { boundedForms, clipped, droppedCharacters, reasonCharacters } from "./bounds.ts";
import type { Review, TargetCase } from "./case.ts";
import type { EventOf } from "./event.ts";
import { questionFacts } from "./question.ts";

/** What happens to a question until it is answered. */
export type ReviewEvent = EventOf<
  "asked" | "announced" | "agreed" | "verdict-given" | "verdict-taken-back" | "verdict-dropped"
>;

export const evolveReviews = (state: TargetCase, event: ReviewEvent): TargetCase => ({
  ...state,
  reviews:
    event.type === "asked"
      ? [...state.reviews, asked(event)]
      : state.reviews.map((review) => (isAbout(event, review) ? after(review, event) : review)),
});

type LaterEvent = Exclude<ReviewEvent, EventOf<"asked">>;

const isAbout = (event: LaterEvent, { id }: Review): boolean =>
  event.type === "announced" ? event.reviewIds.includes(id) : event.reviewId === id;

const after = (review: Review, event: LaterEvent): Review => {
  const { given, ...undecided } = review;
  switch (event.type) {
    case "announced":
      return { ...review, announced: true, announcedAt: event.rangAt ?? event.at };
    case "agreed":
      return { ...review, agreedBy: event.by };
    case "verdict-given": {
      const { type: _, reviewId: __, ...verdict } = event;
      return { ...review, given: verdict };
    }
    case "verdict-taken-back":
      return undecided;
    case "verdict-dropped": {
      if (!given) return review;
      // What it was in full stands in the history.
      const by = clipped(given.by, droppedCharacters.by);
      const why = clipped(event.why, droppedCharacters.why);
      return { ...undecided, dropped: { decision: given.verdict.decision, by, at: event.at, why } };
    }
    default:
      return event satisfies never;
  }
};

const asked = ({ type: _, reviewId: id, at: askedAt, reason, forms, ...rest }: EventOf<"asked">): Review => ({
  ...rest,
  id,
  askedAt,
  reason: clipped(reason, reasonCharacters),
  announced: false,
  ...(forms && { forms: boundedForms(forms) }),
});

/** Once it is known what became of a send, the questions about it have their answer. */
export const isOpenAboutMail = ({ notices }: TargetCase, { question, noticeId }: Review): boolean => {
  const sent = notices.find(({ id }) => id === noticeId)?.state;
  const { openWhile } = questionFacts(question);
  return openWhile === undefined || (sent !== undefined && openWhile.includes(sent));
};
