import type { Instant } from "../kernel/instant.ts";
import type { Advanced, Dated, Matter } from "./matter.ts";

/** What the engine has to know of whatever it moves. */
type Kept = { readonly id: string; readonly version: number };

// No case needs more than a handful; a rule that never comes to rest is a fault that must show and
// not spin.
const consequencesAtMost = 200;

/**
 * Adds facts to a matter's state and all consequences that follow at `now`: after each fact what it
 * brings with it, and then what the state wants until it is at rest. Every change of everything
 * that is kept goes through here.
 *
 * Throws when the rules do not come to rest; that is a fault in the policy's data or in the rules.
 */
export const advance = <State extends Kept, Fact extends Dated>(
  { evolve, decide }: Matter<State, Fact>,
  state: State,
  facts: readonly Fact[],
  now: Instant,
): Advanced<State, Fact> => {
  const events: Fact[] = [];
  const pending = [...facts];
  let current = state;
  for (;;) {
    const fact = pending.shift();
    if (fact) {
      events.push(fact);
      current = evolve(current, fact);
    }
    if (events.length > consequencesAtMost)
      throw new Error(`The rules did not come to rest for case ${state.id} (last event: ${events.at(-1)?.type}).`);
    const { record, ...wants } = decide(current, now, fact);
    if (!fact && record.length === 0)
      return { next: events.length > 0 ? { ...current, version: state.version + 1 } : state, events, wants };
    pending.unshift(...record);
  }
};
