import type { Instant } from "../../kernel/instant.ts";
import type { Case } from "../case.ts";
import { givenUntil, undecided } from "../given.ts";
import { allWithdrew } from "../ladder/told.ts";
import { looksForNameAt } from "../name-gone.ts";
import { questionFacts } from "../question.ts";
import { looksAt } from "./look-up.ts";
import type { Rule } from "./rule.ts";

/**
 * What keeps everything back: a hold, a question that blocks, or a verdict in its minute; withdrawals wait
 * for holds and verdicts alone. `until`: where all of it ends by itself.
 */
export const standstill = (state: Case, now: Instant): { readonly until?: Instant } | undefined => {
  const holds = state.holds.filter(({ until }) => until === undefined || until > now);
  if (holds.length > 0) {
    const ends = holds.flatMap(({ until }) => until ?? []).sort();
    return ends.length === holds.length && ends.at(-1) ? { until: ends.at(-1) } : {};
  }
  // What a clearance keeps is the host's side alone (`clearance.ts`).
  if (
    !allWithdrew(state) &&
    undecided(state).some(({ blocking, question }) => blocking && !questionFacts(question).keepsHostsSide)
  )
    return {};
  // What a person has decided may be that nothing more goes out.
  const until = givenUntil(state);
  return until === undefined ? undefined : { until };
};

export const endedHold = {
  name: "ended-hold",
  why: "A hold that was given an end is over by itself.",
  wants: ({ holds }, _, now) => {
    const isOver = holds.length > 0 && holds.every(({ until }) => until !== undefined && until <= now);
    return { record: isOver ? [{ type: "released", at: now, by: "the clock", why: "the hold was until now" }] : [] };
  },
} as const satisfies Rule;

export const standstillRule = {
  name: "standstill",
  why:
    "While a hold stands, a question blocks or a verdict can be taken back nothing goes out; " +
    "only a name that may be gone is looked up on.",
  wants: (state, policy, now) => {
    const stop = standstill(state, now);
    if (!stop) return undefined;
    const look = looksAt(state, looksForNameAt(state), policy, now);
    return { ...look, wakes: [stop.until, ...(look?.wakes ?? [])], isLast: true };
  },
} as const satisfies Rule;
