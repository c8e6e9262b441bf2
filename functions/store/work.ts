import type { Advanced } from "../case/advance.ts";
import type { PolicyOf } from "../case/policy.ts";
import type { Hinted } from "../case/wants.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Batches, CaseReader, CaseWriter, QueueEntries, ReportIndex } from "./ports.ts";

/**
 * A queue message that says only: look at this case, or at this batch of waiting notices
 * (`isBatchId`). It may be lost or come twice; the case itself decides.
 */
export type Hint = { readonly caseId: string };
/**
 * What becomes of a queue message: it is done with, or kept and read again later. "Already done" is
 * done.
 */
export type Outcome = "done" | "later";
/**
 * `reporter`: on whose account it is, so that one reporter's many hints do not delay another's;
 * absent where it is on nobody's or on many.
 */
export type DropHint = (to: Hinted, lane: Lane, hint: Hint, reporter?: string) => Promise<void>;

export type CaseWork = {
  readonly store: CaseReader & CaseWriter & QueueEntries & ReportIndex & Pick<Batches, "putTimer">;
  readonly policyOf: PolicyOf;
  readonly clock: Clock;
  readonly dropHint: DropHint;
  /**
   * Rests before the next try, longer after each and never as long as a neighbour; absent where
   * nobody writes beside.
   */
  readonly rest?: (tries: number) => Promise<void>;
};

/** The same work without hints: for a step that goes on with the case itself. */
export const silently = (work: CaseWork): CaseWork => ({ ...work, dropHint: async () => {} });

/**
 * Drops the hints that a case wants, on the account of who reported it first.
 * Losing one costs time only: the case is due again when it was not acted upon.
 */
export const dropHints = async (
  { dropHint }: Pick<CaseWork, "dropHint">,
  { next, wants }: Pick<Advanced, "next" | "wants">,
): Promise<void> => {
  for (const hint of wants.hints) await dropHint(hint, next.lane, { caseId: next.id }, next.reporters[0]);
};
