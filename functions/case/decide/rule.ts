import { earliest, type Instant, msOf, plusMinutes } from "../../kernel/instant.ts";
import type { Lane } from "../../report/category.ts";
import type { Case, TargetCase } from "../case.ts";
import type { CaseEvent } from "../event.ts";
import type { Policy } from "../policy.ts";

/**
 * What a case wants. `record` are consequences to write down first; only when there are none left do the others count.
 * `wakeAt` is when it wants to be looked at again without being asked: the one source of every timer.
 */
export type Wants = {
  readonly record: readonly CaseEvent[];
  readonly hints: readonly ("find-contact" | "send-notice")[];
  /** Open reviews of which on-call is to be told now, or again; what blocks first. */
  readonly announce: readonly string[];
  readonly wakeAt?: Instant;
};

/** What one rule wants; a part that is absent, or has nothing in it, is nothing wanted. */
export type Want = {
  readonly record?: readonly CaseEvent[];
  readonly hints?: Wants["hints"];
  readonly wakes?: readonly (Instant | undefined)[];
  /** No rule after it is asked, whatever it wants. */
  readonly isLast?: true;
};

/** One rule of a target's case. Pure. */
export type Rule = {
  readonly name: string;
  /** Why there is such a rule, in a sentence. */
  readonly why: string;
  readonly wants: (state: TargetCase, policy: Policy, now: Instant) => Want | undefined;
};

/**
 * Asks rules in their order. The first that has something to record wins, and nothing else counts then. Until one is the last to be
 * asked, hints and wakes add up.
 */
export const inOrder =
  (rules: readonly Rule[]): Rule["wants"] =>
  (state, policy, now) => {
    const all: { readonly hints: Wants["hints"][number][]; readonly wakes: (Instant | undefined)[] } = { hints: [], wakes: [] };
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

/** Asks all of these rules, and has written down at once what each has to record: a person who is asked sees everything that stands in the way. */
export const together =
  (rules: readonly Rule[]): Rule["wants"] =>
  (state, policy, now) => ({ record: rules.flatMap(({ wants }) => wants(state, policy, now)?.record ?? []) });

/** The one place where wakes become a moment, and hints are each said once. */
export const wantsFrom = ({ record = [], hints = [], wakes = [] }: Want): Wants => {
  if (record.length > 0) return { record, hints: [], announce: [] };
  const wakeAt = earliest(...wakes);
  return { record, hints: [...new Set(hints)], announce: [], ...(wakeAt && { wakeAt }) };
};

/** However long its function has stood still, a case is hinted at again within so many minutes: a hint may be lost, too. */
const hintsAgainWithinMinutes: Readonly<Record<Lane, number>> = { urgent: 15, standard: 60 };

/**
 * When a hint that was not acted upon is dropped again. Hints that lie on a queue wait there for days: where the function stands
 * still, each further one is one more to work off. So each waits half as long as was waited before it. `since`: when it was due.
 */
export const hintAgainAt = ({ lane }: Pick<Case, "lane">, since: Instant | undefined, policy: Policy, now: Instant): Instant =>
  everRarer(since, policy, now, hintsAgainWithinMinutes[lane]);

/** Half as long again as it was waited already, within bounds. */
export const everRarer = (since: Instant | undefined, { hintAgainAfterMinutes }: Policy, now: Instant, minutesAtMost: number): Instant => {
  const waitedMinutes = since === undefined ? 0 : (msOf(now) - msOf(since)) / 60_000;
  return plusMinutes(now, Math.min(minutesAtMost, Math.max(hintAgainAfterMinutes, waitedMinutes / 2)));
};
