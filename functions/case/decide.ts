import type { Instant } from "../kernel/instant.ts";
import type { TargetCase } from "./case.ts";
import { wantsFrom } from "./decide/rule.ts";
import { decideTarget } from "./decide/target.ts";
import { afterTheEnd, orAsks, withRings } from "./lasting.ts";
import type { Policy } from "./policy.ts";
import type { Wants } from "./wants.ts";

/**
 * Decides what is next for a case at a moment. Pure: reads no clock, so weeks of a case's life run
 * in a test in microseconds. An open case always ends up with a time to wake at or a question
 * before a person; when neither follows from a rule (`decide/target.ts`), the last rule asks.
 */
export const decideCase = (state: TargetCase, policy: Policy, now: Instant): Wants =>
  state.closed
    ? afterTheEnd(state, state.closed.at, policy.row.forgetAfterDays, now)
    : orAsks(state, withRings(state, wantsFrom(decideTarget(state, policy, now) ?? {}), now), now);
