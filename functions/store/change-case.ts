import type { Advanced } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import type { Result } from "../kernel/result.ts";
import { change, type NotChanged } from "./change.ts";
import type { CaseWork } from "./work.ts";
import { type Beside, type FactsOf, writeTarget } from "./write-target.ts";

/**
 * Reads a case, asks `factsOf` what happened to it, and writes the facts with all consequences in
 * one atomic change; then drops the hints that follow. When somebody was first, reads again and
 * asks again.
 *
 * `lastSeen`: the case as the caller read or wrote it last. The first try believes it, since its
 * write fails where the case changed since.
 *
 * Reads: the case, unless `lastSeen` is given, and what was said of the reports that are asked about.
 *
 * `factsOf` gives `undefined` when there is nothing to do for the case as it now is. It must be
 * pure: it may be asked several times. Safe to call twice as long as `factsOf` looks at the case.
 */
export const changeCase = (
  work: CaseWork,
  caseId: string,
  factsOf: FactsOf,
  { lastSeen, ...beside }: Beside & { readonly lastSeen?: Case } = {},
): Promise<Result<Advanced, NotChanged<Case>>> =>
  change<Case, Advanced>({
    read: () => work.store.read(caseId),
    write: (state, tries) => writeTarget(work, state, factsOf, beside, tries),
    lastSeen,
    rest: work.rest,
  });
