import type { Case } from "../../functions/case/case.ts";
import { decideCase } from "../../functions/case/decide.ts";
import type { Policy } from "../../functions/case/policy.ts";
import type { Wants } from "../../functions/case/wants.ts";

/** What a case wants next, where the case is known to be one of a target. */
export const decide = (state: Case, policy: Policy, now: string): Wants => {
  if (state.kind !== "case") throw new Error("This is no case of a target.");
  return decideCase(state, policy, now);
};
