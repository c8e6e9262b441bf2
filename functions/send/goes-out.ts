import { advance } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import { mayGo } from "../case/decide/sendings.ts";
import type { Notice } from "../case/notice.ts";
import type { PolicyOf } from "../case/policy.ts";
import type { Instant } from "../kernel/instant.ts";

/** By today's policy and clock: settings may have changed since the notice was queued. */
export const goesOut = (state: Case, { id }: Notice, policyOf: PolicyOf, now: Instant): boolean => {
  const { next } = advance(state, [], policyOf, now);
  // What an inhibition or a day off keeps back is queued for its end.
  return next.notices.some((still) => still.id === id && still.notBefore <= now && mayGo(next, still, now));
};
