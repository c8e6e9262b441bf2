import { forgetfulTarget } from "../case/forget.ts";
import { forgetfulDigest } from "../digest/forget.ts";
import { forgetfulUnread } from "../strays/forget.ts";
import type { Case } from "./case.ts";

/** A closed case without what was reported. */
export const forgetful = (state: Case, at: string): Case => {
  switch (state.kind) {
    case "case":
      return forgetfulTarget(state, at);
    case "digest":
      return forgetfulDigest(state, at);
    case "unread":
      return forgetfulUnread(state, at);
    default:
      return state satisfies never;
  }
};

/** Whether all of it is gone that must be forgotten. A digest that hears something late first tells its members, whose own retention counts. */
export const isForgotten = (state: Case): boolean => state.forgottenAt !== undefined && !(state.kind === "digest" && state.news.length > 0);
