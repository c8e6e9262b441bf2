import type { Instant } from "../kernel/instant.ts";
import type { Review } from "./case.ts";
import type { Ask, EventOf } from "./event.ts";
import { type Question, questions } from "./question.ts";

/** Its id is unique within the case, also where one version asks two things of a kind about a notice. */
export const ask = (
  { version, reviews = [] }: { readonly version: number; readonly reviews?: readonly Review[] },
  now: Instant,
  asked: Ask,
): EventOf<"asked"> => {
  const id = [asked.question, version + 1, asked.noticeId].filter((part) => part !== undefined).join(".");
  const same = reviews.filter((review) => review.id.replace(/\.\d+$/, "") === id || review.id === id).length;
  return { type: "asked", at: now, reviewId: same === 0 ? id : `${id}.${same + 1}`, ...asked };
};

/** By the review's id; `undefined` where it was asked before ids said so. */
export const questionIn = (reviewId: string): Question | undefined => {
  const [named] = reviewId.split(".");
  return questions.find((question) => question === named);
};

/** The version of the case in whose line of history it was asked. */
export const askedAtVersion = ({ id }: Review): number | undefined => {
  const [, version] = /^[a-z-]+\.(\d+)(?:\.|$)/.exec(id) ?? [];
  return version === undefined ? undefined : Number(version);
};

export const isAsked = (state: { readonly reviews: readonly Review[] }, question: Question): boolean =>
  state.reviews.some((review) => review.question === question);
