import { type Instant, plusHours } from "../../kernel/instant.ts";
import { ask } from "../ask.ts";
import type { Case } from "../case.ts";
import { allWithdrew } from "../ladder/told.ts";
import { lastSaid } from "../said.ts";
import { checkAfterRemoval } from "./checks.ts";
import type { Rule } from "./rule.ts";

/* What was closed as removed or gone may be back. It is looked at again, and nothing opens by silence. */

/** A day before the question a look is as good as one on its day. */
const looksCountForHours = 24;
/**
 * Later than this after its day nobody is asked any more: the sweep that asks may have stood still for
 * days, and what a later version asks is not asked of all that ended before it.
 */
const asksWithinHours = 7 * 24;

const hasLookedSince = (state: Case, since: Instant): boolean =>
  state.reporters.some((reporter) => {
    const gone = state.withdrawn.includes(reporter) ? undefined : lastSaid(state, "gone", reporter);
    return gone !== undefined && gone >= since;
  });

const mayBeBack = {
  name: "may-be-back",
  why: "Where no reporter has looked again by the policy's day, a person is asked once whether it is back.",
  wants: (state, policy, now) => {
    const { closed, checks } = state;
    const [day] = policy.row.checks.personAgainAfterDays;
    const mayReturn = closed?.outcome === "removed" || closed?.outcome === "gone";
    if (!closed || !mayReturn || day === undefined || closed.askedAgain || allWithdrew(state)) return undefined;
    const at = plusHours(closed.at, 24 * day);
    if (at > now) return { wakes: [at] };
    // Whoever is asked that day answers first.
    if (checks?.open || now >= plusHours(at, asksWithinHours)) return undefined;
    if (hasLookedSince(state, plusHours(at, -looksCountForHours))) return undefined;
    const reason = `It was closed as ${closed.outcome} on ${closed.at.slice(0, 10)}, and nobody has looked since.`;
    return { record: [ask(state, now, { question: "may-be-back", blocking: false, reason })] };
  },
} as const satisfies Rule;

/** The rules of a case that is closed, in their order. */
export const closedRules = [
  {
    name: "check-after-removal",
    why: "What was removed may be back: whoever can look is asked on the policy's days.",
    wants: checkAfterRemoval,
  },
  mayBeBack,
] as const satisfies readonly Rule[];
