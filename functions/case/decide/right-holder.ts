import { close } from "../close.ts";
import { isAnyoneTold } from "../ladder/told.ts";
import { scopesOf } from "../ladder/who.ts";
import { isLeftToRightHolder, lackingElements } from "../right-holder.ts";
import { goneWithItsName } from "./checks.ts";
import { isLookedUp, looksNow } from "./look-up.ts";
import type { Rule } from "./rule.ts";

export const returnsToReporter = {
  name: "right-holder",
  why: "A notice of copyright is void in the United States but from the right holder: its reporter hears so, once.",
  wants: (state, policy, now) => {
    if (state.returned || !isLeftToRightHolder(state, scopesOf(state, policy)) || goneWithItsName(state))
      return undefined;
    // What is opened again may stand elsewhere since.
    if (!isLookedUp(state, policy, now)) return looksNow(state, policy, now);
    return { record: [{ type: "returned-to-reporter", at: now, lacks: lackingElements(state) }] };
  },
} as const satisfies Rule;

export const endsReturned = {
  name: "returned-to-reporter",
  why: "Where nobody is notified but by the right holder the case ends, and no person is asked.",
  wants: (state, policy, now) =>
    state.returned && !isAnyoneTold(state) && isLeftToRightHolder(state, scopesOf(state, policy))
      ? { record: close(state, now, "returned-to-reporter", "only the right holder can notify whoever could be told") }
      : undefined,
} as const satisfies Rule;
