import type { Instant } from "../kernel/instant.ts";
import type { Case } from "./case.ts";
import { decideCase } from "./decide.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import { beginTarget } from "./evolve/report.ts";
import { evolveTarget } from "./evolve.ts";
import type { PolicyOf } from "./policy.ts";
import type { Wants } from "./wants.ts";

export type Advanced = {
  readonly next: Case;
  /** `facts` and all that followed from them, in order; empty when nothing happened. */
  readonly events: readonly CaseEvent[];
  readonly wants: Omit<Wants, "record">;
};

// Rules that never come to rest are a fault that must show and not spin.
const consequencesAtMost = 200;

/**
 * Adds facts to a case with all that follows at `now`. Every change of every case goes through here.
 * Throws when the rules do not come to rest: a fault in the policy's data or in the rules.
 */
export const advance = (state: Case, facts: readonly CaseEvent[], policyOf: PolicyOf, now: Instant): Advanced => {
  const events: CaseEvent[] = [];
  const pending = [...facts];
  let current = state;
  for (;;) {
    const fact = pending.shift();
    if (fact) {
      events.push(fact);
      current = evolveTarget(current, fact);
    }
    if (events.length > consequencesAtMost)
      throw new Error(`The rules did not come to rest for case ${state.id} (last event: ${events.at(-1)?.type}).`);
    const { record, ...wants } = decideCase(current, policyOf(current), now, fact);
    if (!fact && record.length === 0)
      return { next: events.length > 0 ? numbered(state, current, events) : state, events, wants };
    pending.unshift(...record);
  }
};

/** That on-call was told of its questions changes nothing for who reads it. */
const numbered = ({ version, asOf = version }: Case, next: Case, events: readonly CaseEvent[]): Case => {
  const { asOf: _, ...rest } = next;
  const isSame = events.every(({ type }) => type === "announced");
  return { ...rest, version: version + 1, ...(isSame && { asOf }) };
};

/** A case from its first fact. Nothing is written yet. */
export const open = (opening: EventOf<"opened">, policyOf: PolicyOf): Advanced =>
  advance(beginTarget(opening), [opening], policyOf, opening.at);
