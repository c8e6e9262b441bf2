import { advance } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import { mayGo } from "../case/decide/sendings.ts";
import type { Notice } from "../case/notice.ts";
import type { PolicyOf } from "../case/policy.ts";
import { lineUp } from "../case/quiet-hours.ts";
import type { Instant } from "../kernel/instant.ts";

/**
 * Whether a notice that waits goes out, by today's policy and clock; a digest's as if it were in line still. Settings
 * may have changed since it was queued.
 */
export const goesOut = (state: Case, notice: Notice, policyOf: PolicyOf, now: Instant): boolean => {
  const { next } = advance(state, [lineUp(notice, now, "it is about to go out", notice.window)], policyOf, now);
  const still = next.notices.find(({ id }) => id === notice.id);
  // What an inhibition keeps back is in line for its end.
  return still?.state === "queued" && still.notBefore <= now && mayGo(next, still, now);
};
