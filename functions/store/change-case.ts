import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { change, type NotChanged } from "../engine/change.ts";
import type { Advanced as AdvancedIn } from "../engine/matter.ts";
import type { Result } from "../kernel/result.ts";
import type { CaseWork } from "./work.ts";
import { type Beside, type FactsOf, writeTarget } from "./write-target.ts";

/**
 * `lastSeen`: the case as the caller read or wrote it last. The first try believes it, since its
 * write fails where the case changed since.
 */
type Given<State> = Beside<State> & { readonly lastSeen?: State };
type Changed<State, Fact> = Promise<Result<AdvancedIn<State, Fact>, NotChanged<State>>>;

/**
 * Reads a case, asks `factsOf` what happened to it, and writes the facts with all consequences in
 * one atomic change; then drops the hints that follow. When somebody was first, reads again and
 * asks again.
 *
 * Reads: the case, unless `lastSeen` is given, and what was said of the reports that are asked about.
 *
 * `factsOf` gives `undefined` when there is nothing to do for the case as it now is. It must be
 * pure: it may be asked several times. Safe to call twice as long as `factsOf` looks at the case.
 */
export const changeCase = (
  work: CaseWork,
  caseId: string,
  factsOf: FactsOf<Case, CaseEvent>,
  beside: Given<Case> = {},
): Changed<Case, CaseEvent> =>
  change<Case, AdvancedIn<Case, CaseEvent>>({
    read: () => work.store.read(caseId),
    write: (state, tries) => writeTarget(work, state, factsOf, beside, tries),
    lastSeen: beside.lastSeen,
    rest: work.rest,
  });
