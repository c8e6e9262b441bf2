import type { Case } from "../../functions/matters/case.ts";
import type { Change } from "../../functions/matters/store.ts";
import type { Tells } from "./breach.ts";

/**
 * Holds what statistics count of replies to what persons answered: each answer to a question about
 * a reply counts once, and nothing else counts. `answers`: the question that a person answers by
 * this change.
 */
export const aWatchOverJudged = (breach: Tells) => {
  const counted = new Set<string>();
  const committed = (before: Case | undefined, { next, events, judged }: Change, answers: string | undefined) => {
    const isAnswered =
      answers !== undefined &&
      events.some((event) => event.type === "answered" && event.reviewId === answers) &&
      before?.reviews.some(({ id, asRead }) => id === answers && asRead !== undefined) === true;
    if (isAnswered && !judged)
      breach("lost", `${next.id} does not count what a person said of the reply at ${answers}`);
    if (!isAnswered && judged) breach("acted twice", `${next.id} counts a reply that no person answered about`);
    if (!judged) return;
    const key = `${next.id} ${answers}`;
    if (counted.has(key)) breach("acted twice", `${next.id} counts the answer to ${answers} again`);
    counted.add(key);
  };
  return { committed };
};
