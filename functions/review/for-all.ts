import { alikeKey } from "../case/asked-alike.ts";
import type { Case, Review } from "../case/case.ts";
import type { Verdict } from "../case/event.ts";
import { undecided } from "../case/given.ts";
import { worstFirst } from "../case/lasting.ts";
import type { Result } from "../kernel/result.ts";
import { type ReviewItem, targetIn } from "../store/queue-entry.ts";
import type { CaseWork } from "../store/work.ts";
import { anothers, type Claims } from "./reservations.ts";
import { recordVerdict, type VerdictRefused } from "./verdict.ts";

export type Asking<T extends ReviewItem = Case> = { readonly state: T; readonly review: Review };

/** The same question of several cases, or one of a single case, in order of arrival. */
export type Gathered<T extends ReviewItem = Case> = readonly [Asking<T>, ...(readonly Asking<T>[])];

/** All undecided questions of these cases, each with those that are one with it, worst first. Pure. */
export const gather = <T extends ReviewItem>(cases: readonly T[]): readonly Gathered<T>[] => {
  type Group = [Asking<T>, ...Asking<T>[]];
  const groups: Group[] = [];
  const known = new Map<string, Group>();
  for (const state of cases)
    for (const review of worstFirst(undecided(state))) {
      const target: Case | undefined = targetIn(state);
      const key = target && alikeKey(target, review);
      const group = key === undefined ? undefined : known.get(key);
      if (group) group.push({ state, review });
      else {
        const opened: Group = [{ state, review }];
        groups.push(opened);
        if (key !== undefined) known.set(key, opened);
      }
    }
  return groups;
};

/** A case as the person saw it, and its question. */
export type SeenCase = { readonly caseId: string; readonly reviewId: string; readonly version: number };

export type RowTaken = SeenCase & {
  readonly taken: Result<Case, VerdictRefused>;
  /** The case as it stands, where it took none. */
  readonly state?: Case;
  /** Who else had it before them. */
  readonly had?: string;
};

export const answeredAtOnce = 100;

/**
 * Records one answer for each case, one after the other. A case that changed since the person saw it takes none.
 * Says of each what became of it, and who else had it before them. One change each; idempotent. `together`: these
 * are some of several that take the answer.
 */
export const recordForAll = async (
  work: CaseWork,
  rows: readonly SeenCase[],
  given: { readonly verdict: Verdict; readonly by: string; readonly why: string; readonly together?: true },
  reservations: Claims["reservations"] = new Map(),
): Promise<readonly RowTaken[]> => {
  const taken: RowTaken[] = [];
  for (const row of rows.slice(0, answeredAtOnce)) {
    const { version: seenVersion, ...of } = row;
    const many = rows.length > 1 && ({ together: true } as const);
    const recorded = await recordVerdict(work, { ...of, ...given, seenVersion, ...many });
    const had = anothers(reservations.get(row.caseId), given.by)?.by;
    const state = recorded.ok ? undefined : await work.store.read(row.caseId);
    taken.push({ ...row, taken: recorded, ...(state && { state }), ...(had !== undefined && { had }) });
  }
  return taken;
};
