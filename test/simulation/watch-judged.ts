import type { Case, Review } from "../../functions/case/case.ts";
import type { Change } from "../../functions/store/ports.ts";
import type { Tells } from "./breach.ts";

/**
 * Holds what statistics count of replies to what persons answered: each answer to a question about
 * a reply counts once, when it takes effect, of a mail about several cases in the first of them alone, and nothing
 * else counts. `answers`: the question that a person answers by this change.
 */
export const aWatchOverJudged = (breach: Tells) => {
  const counted = new Set<string>();
  const committed = (before: Case | undefined, { next, events, judged = [] }: Change, answers: string | undefined) => {
    const answered = events.flatMap((event) => {
      const isPersons = event.type === "answered" && (event.givenAt !== undefined || event.reviewId === answers);
      const review = isPersons ? before?.reviews.find(({ id }) => id === event.reviewId) : undefined;
      return before && review?.asRead && countsIn(before, review) ? [review.id] : [];
    });
    if (judged.length < answered.length)
      breach("lost", `${next.id} does not count what a person said of the reply at ${answered.join()}`);
    if (judged.length > answered.length)
      breach("acted twice", `${next.id} counts a reply that no person answered about`);
    for (const id of answered) {
      const key = `${next.id} ${id}`;
      if (counted.has(key)) breach("acted twice", `${next.id} counts the answer to ${id} again`);
      counted.add(key);
    }
  };
  return { committed };
};

const countsIn = ({ notices }: Case, { noticeId }: Review): boolean => {
  const mail = notices.find(({ id }) => id === noticeId)?.mail;
  return mail === undefined || mail.first === true;
};
