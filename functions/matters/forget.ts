import { forgetfulCaseEvent, forgetfulTarget } from "../case/forget.ts";
import { isCaseEvent } from "../case/is-case-event.ts";
import { forgetfulDigest, forgetfulDigestEvent } from "../digest/forget.ts";
import type { Case } from "./case.ts";
import type { AnyEvent } from "./event.ts";
import type { ReviewItem } from "./queue-entry.ts";

/** A closed case without what was reported. */
export const forgetful = (state: Case, at: string): Case => {
  switch (state.kind) {
    case "case":
      return forgetfulTarget(state, at);
    case "digest":
      return forgetfulDigest(state, at);
    default:
      return state satisfies never;
  }
};

/** A line of history without what was reported. Asked again of what it gave, it gives the same. */
export const forgetfulEvent = (event: AnyEvent): AnyEvent => {
  return isCaseEvent(event) ? forgetfulCaseEvent(event) : forgetfulDigestEvent(event);
};

/**
 * Whether all of it is gone that must be forgotten. A digest that hears something late first tells
 * its members, whose own retention counts.
 */
export const isForgotten = (state: ReviewItem): boolean =>
  state.forgottenAt !== undefined && !(state.kind === "digest" && state.news.length > 0);
