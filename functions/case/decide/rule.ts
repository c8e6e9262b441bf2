import type { Instant } from "../../kernel/instant.ts";
import type { Case } from "../case.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import type { Policy } from "../policy.ts";
import { nothing, type Wants, wake } from "../wants.ts";

export type Want = {
  readonly record?: readonly CaseEvent[];
  readonly hints?: Wants["hints"];
  readonly wakes?: readonly (Instant | undefined)[];
  readonly isLast?: true;
};

/** Pure. `fact`: the one that has just happened, for a rule of what a fact brings. */
export type Rule = {
  readonly name: string;
  readonly why: string;
  readonly wants: (state: Case, policy: Policy, now: Instant, fact?: CaseEvent) => Want | undefined;
};

export const after =
  <Type extends CaseEvent["type"]>(
    type: Type,
    brings: (state: Case, fact: EventOf<Type>, policy: Policy, now: Instant) => readonly CaseEvent[],
  ): Rule["wants"] =>
  (state, policy, now, fact) =>
    isOf(type, fact) ? { record: brings(state, fact, policy, now) } : undefined;

const isOf = <Type extends CaseEvent["type"]>(type: Type, fact: CaseEvent | undefined): fact is EventOf<Type> =>
  fact?.type === type;

/** The first that has something to record wins. Until one `isLast`, hints and wakes add up. */
export const inOrder =
  (rules: readonly Rule[]): Rule["wants"] =>
  (state, policy, now) => {
    const all: { readonly hints: Wants["hints"][number][]; readonly wakes: (Instant | undefined)[] } = {
      hints: [],
      wakes: [],
    };
    for (const { wants } of rules) {
      const want = wants(state, policy, now);
      if (!want) continue;
      if (want.record && want.record.length > 0) return { record: want.record };
      all.hints.push(...(want.hints ?? []));
      all.wakes.push(...(want.wakes ?? []));
      if (want.isLast) break;
    }
    return all;
  };

/** Records what each rule has to: a person who is asked sees all that stands in the way. */
export const together =
  (rules: readonly Rule[]): Rule["wants"] =>
  (state, policy, now, fact) => ({
    record: rules.flatMap(({ wants }) => wants(state, policy, now, fact)?.record ?? []),
  });

/** Where something is to be recorded, nothing else counts. */
export const wantsFrom = ({ record = [], hints = [], wakes = [] }: Want): Wants =>
  record.length > 0 ? { ...nothing, record } : { ...nothing, hints: [...new Set(hints)], ...wake(...wakes) };
