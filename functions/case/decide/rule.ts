import type { Instant } from "../../kernel/instant.ts";
import type { Case } from "../case.ts";
import type { CaseEvent, EventOf } from "../event.ts";
import type { Policy } from "../policy.ts";
import { nothing, type Wants, wake } from "../wants.ts";

/** What one rule wants; a part that is absent, or has nothing in it, is nothing wanted. */
export type Want = {
  readonly record?: readonly CaseEvent[];
  readonly hints?: Wants["hints"];
  readonly wakes?: readonly (Instant | undefined)[];
  /** No rule after it is asked, whatever it wants. */
  readonly isLast?: true;
};

/** One rule of a target's case. Pure. `fact`: the one that has just happened, for a rule of what a fact brings. */
export type Rule = {
  readonly name: string;
  /** Why there is such a rule, in a sentence. */
  readonly why: string;
  readonly wants: (state: Case, policy: Policy, now: Instant, fact?: CaseEvent) => Want | undefined;
};

/** What a fact of one type brings with it, and no other. */
export const after =
  <Type extends CaseEvent["type"]>(
    type: Type,
    brings: (state: Case, fact: EventOf<Type>, policy: Policy, now: Instant) => readonly CaseEvent[],
  ): Rule["wants"] =>
  (state, policy, now, fact) =>
    isOf(type, fact) ? { record: brings(state, fact, policy, now) } : undefined;

const isOf = <Type extends CaseEvent["type"]>(type: Type, fact: CaseEvent | undefined): fact is EventOf<Type> =>
  fact?.type === type;

/** The first that has something to record wins. Until one is the last to be asked, hints and wakes add up. */
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

/** Has written down at once what each rule has to record: a person who is asked sees all that stands in the way. */
export const together =
  (rules: readonly Rule[]): Rule["wants"] =>
  (state, policy, now, fact) => ({
    record: rules.flatMap(({ wants }) => wants(state, policy, now, fact)?.record ?? []),
  });

/** Where something is to be recorded, nothing else counts. */
export const wantsFrom = ({ record = [], hints = [], wakes = [] }: Want): Wants =>
  record.length > 0 ? { ...nothing, record } : { ...nothing, hints: [...new Set(hints)], ...wake(...wakes) };
