import type { Instant } from "../kernel/instant.ts";
import type { Advanced, Dated, Matter } from "./matter.ts";

/** What the engine has to know of whatever it moves. */
type Kept = { readonly id: string; readonly version: number };

// No case needs more than a handful; a rule that never comes to rest is a fault that must show and
// not spin.
const consequencesAtMost = 200;

/**
 * Adds facts to a matter's state and all consequences that follow at `now`: first what each fact
 * brings with it, then what is decided until it is at rest. Every change of everything that is kept
 * goes through here.
 *
 * Throws when the rules do not come to rest; that is a fault in the policy's data or in the rules.
 */
export const advance = <State extends Kept, Fact extends Dated>(
  matter: Matter<State, Fact>,
  state: State,
  facts: readonly Fact[],
  now: Instant,
): Advanced<State, Fact> => {
  let { current, events } = follow(matter, state, facts, now);
  let wants = matter.decide(current, now);
  while (wants.record.length > 0) {
    const followed = follow(matter, current, wants.record, now, events);
    current = followed.current;
    events = followed.events;
    wants = matter.decide(current, now);
  }
  const { record: _, ...rest } = wants;
  return { next: events.length > 0 ? { ...current, version: state.version + 1 } : state, events, wants: rest };
};

/**
 * Adds facts and what each brings with it at once, and decides nothing: a state between two facts
 * of one change. Its version stays.
 */
export const follow = <State extends Kept, Fact extends Dated>(
  { evolve, react }: Matter<State, Fact>,
  state: State,
  facts: readonly Fact[],
  now: Instant,
  before: readonly Fact[] = [],
): { readonly current: State; readonly events: readonly Fact[] } => {
  const events = [...before];
  let current = state;
  const pending = [...facts];
  for (let fact = pending.shift(); fact; fact = pending.shift()) {
    events.push(fact);
    current = evolve(current, fact);
    pending.unshift(...react(current, fact, now));
    if (events.length > consequencesAtMost)
      throw new Error(`The rules did not come to rest for case ${state.id} (last event: ${fact.type}).`);
  }
  return { current, events };
};
