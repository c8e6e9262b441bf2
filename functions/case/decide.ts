import type { Instant } from "../kernel/instant.ts";
import type { Case } from "./case.ts";
import { closedRules } from "./decide/checks.ts";
import { broughtBy } from "./decide/facts.ts";
import { givenVerdict } from "./decide/holds.ts";
import { inOrder, wantsFrom } from "./decide/rule.ts";
import { decideTarget } from "./decide/target.ts";
import type { CaseEvent } from "./event.ts";
import { afterTheEnd, orAsks, withRings } from "./lasting.ts";
import type { Policy } from "./policy.ts";
import { type Wants, wake } from "./wants.ts";

/** Pure. An open case ends up with a due time or a question. `fact`: what it brings (`decide/facts.ts`). */
export const decideCase = (state: Case, policy: Policy, now: Instant, fact?: CaseEvent): Wants => {
  if (fact) return wantsFrom(broughtBy(state, policy, now, fact) ?? {});
  return state.closed
    ? onceClosed(state, state.closed.at, policy, now)
    : orAsks(state, withRings(state, wantsFrom(decideTarget(state, policy, now) ?? {}), now), now);
};

/** What was removed may be back; the case stays closed where nobody answers. */
const onceClosed = (state: Case, closedAt: Instant, policy: Policy, now: Instant): Wants => {
  const end = afterTheEnd(state, closedAt, policy.row.forgetAfterDays, now);
  if (state.forgottenAt !== undefined || end.record.length > 0) return end;
  const looks = wantsFrom(inOrder([givenVerdict, ...closedRules])(state, policy, now) ?? {});
  return looks.record.length > 0 ? looks : withRings(state, { ...end, ...wake(end.wakeAt, looks.wakeAt) }, now);
};
