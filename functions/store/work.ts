import type { Advanced } from "../case/advance.ts";
import type { PolicyOf } from "../case/policy.ts";
import type { Hinted } from "../case/wants.ts";
import type { Clock } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Batches, CaseReader, CaseWriter, QueueEntries, ReportIndex } from "./ports.ts";

/** A queue message: look at this case or batch (`isBatchId`). May be lost or come twice: the case decides. */
export type Hint = { readonly caseId: string };
/** Done with the queue message, or keep it and read it again later. "Already done" is done. */
export type Outcome = "done" | "later";
/** `reporter`: whose account, so that one's many hints do not delay another's. Absent: nobody's or many's. */
export type DropHint = (to: Hinted, lane: Lane, hint: Hint, reporter?: string) => Promise<void>;

export type CaseWork = {
  readonly store: CaseReader & CaseWriter & QueueEntries & ReportIndex & Pick<Batches, "putTimer">;
  readonly policyOf: PolicyOf;
  readonly clock: Clock;
  readonly dropHint: DropHint;
  /** Rests before a retry, longer each time, never as long as a neighbour. Absent: nobody writes beside. */
  readonly rest?: (tries: number) => Promise<void>;
};

/** The same work without hints: for a step that goes on with the case itself. */
export const silently = (work: CaseWork): CaseWork => ({ ...work, dropHint: async () => {} });

/** Hints are on the first reporter's account. A lost one costs time: a case not acted upon is due again. */
export const dropHints = async (
  { dropHint }: Pick<CaseWork, "dropHint">,
  { next, wants }: Pick<Advanced, "next" | "wants">,
): Promise<void> => {
  for (const hint of wants.hints) await dropHint(hint, next.lane, { caseId: next.id }, next.reporters[0]);
};
