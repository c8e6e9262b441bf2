import type { Instant } from "../kernel/instant.ts";
import type { Case, TargetCase } from "./case.ts";
import type { Wants } from "./decide/rule.ts";
import { decide } from "./decide.ts";
import type { CaseEvent } from "./event.ts";
import { begin, evolve, type Opening } from "./evolve.ts";
import type { Policy } from "./policy.ts";
import { react } from "./react.ts";

/** The policy that holds for a case as it stands: its category's row and its hosting country's. */
export type PolicyOf = (state: Pick<TargetCase, "category" | "contact" | "lane">) => Policy;

export type Advanced = {
  /** One version on from where it began, when anything happened. */
  readonly next: Case;
  /** The facts and all that followed from them, in order; empty when nothing happened. */
  readonly events: readonly CaseEvent[];
  readonly wants: Omit<Wants, "record">;
};

// No case needs more than a handful; a rule that never comes to rest is a fault that must show and not spin.
const consequencesAtMost = 200;

/**
 * Adds facts to a case and all consequences that follow at `now`: first what each fact brings with it, then what the
 * policy asks until it is at rest. Every change of every case goes through here.
 *
 * Throws when the rules do not come to rest; that is a fault in the policy's data or in the rules.
 */
export const advance = (state: Case, facts: readonly CaseEvent[], policyOf: PolicyOf, now: Instant): Advanced => {
  let { current, events } = follow(state, facts, policyOf, now);
  let wants = decide(current, policyFor(current, policyOf), now);
  while (wants.record.length > 0) {
    const followed = follow(current, wants.record, policyOf, now, events);
    current = followed.current;
    events = followed.events;
    wants = decide(current, policyFor(current, policyOf), now);
  }
  const { record: _, ...rest } = wants;
  return { next: events.length > 0 ? { ...current, version: state.version + 1 } : state, events, wants: rest };
};

const policyFor = (state: Case, policyOf: PolicyOf): Policy | undefined => (state.kind === "unread" ? undefined : policyOf(state));

/** Adds facts and what each brings with it at once, and decides nothing: a case between two facts of one change. Its version stays. */
export const follow = (
  state: Case,
  facts: readonly CaseEvent[],
  policyOf: PolicyOf,
  now: Instant,
  before: readonly CaseEvent[] = [],
): { readonly current: Case; readonly events: readonly CaseEvent[] } => {
  const events = [...before];
  let current = state;
  const pending = [...facts];
  for (let event = pending.shift(); event; event = pending.shift()) {
    events.push(event);
    current = evolve(current, event);
    pending.unshift(...react(current, event, policyFor(current, policyOf), now));
    if (events.length > consequencesAtMost) throw new Error(`The rules did not come to rest for case ${state.id} (last event: ${event.type}).`);
  }
  return { current, events };
};

/** A new case or digest from its first fact, and all that follows at once. */
export const open = (opening: Opening, policyOf: PolicyOf): Advanced => advance(begin(opening), [opening], policyOf, opening.at);
