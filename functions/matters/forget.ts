import { isCaseEvent } from "../case/event.ts";
import { forgetfulCaseEvent, forgetfulTarget } from "../case/forget.ts";
import { forgetfulStrayEvent, forgetfulUnread } from "../strays/forget.ts";
import type { Case } from "./case.ts";
import type { AnyEvent } from "./event.ts";

/** A closed case without what was reported. */
export const forgetful = (state: Case, at: string): Case => {
  switch (state.kind) {
    case "case":
      return forgetfulTarget(state, at);
    case "unread":
      return forgetfulUnread(state, at);
    default:
      return state satisfies never;
  }
};

/** A line of history without what was reported. Asked again of what it gave, it gives the same. */
export const forgetfulEvent = (event: AnyEvent): AnyEvent =>
  isCaseEvent(event) ? forgetfulCaseEvent(event) : forgetfulStrayEvent(event);

/** Whether all of it is gone that must be forgotten. */
export const isForgotten = (state: Case): boolean => state.forgottenAt !== undefined;
