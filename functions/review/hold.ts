import type { Case } from "../case/case.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { CaseWork } from "../store/work.ts";
import { type ByHand, type NotDone, recordByHand } from "./by-hand.ts";

/** Without `until`: until somebody lifts it. */
export type GivenHold = ByHand & { readonly until?: Instant };

/** Up to the wire: what SES was asked to take is out. Writes one change; the same hold stands once. */
export const holdCase = (work: CaseWork, given: GivenHold): Promise<Result<Case, NotDone>> =>
  recordByHand(work, given, (state, now) => {
    const { caseId: _, ...hold } = given;
    if (hold.until !== undefined && hold.until <= now)
      return { field: "until", reason: "This moment is over already; name a later one, or none." };
    const stands = state.holds.some(({ by, why, until }) => by === hold.by && why === hold.why && until === hold.until);
    return stands ? [] : [{ type: "held", at: now, ...hold }];
  });

/** Lifts every hold on a case, whoever asked for it; what waited goes on. Writes one change. */
export const releaseCase = (work: CaseWork, given: ByHand): Promise<Result<Case, NotDone>> =>
  recordByHand(work, given, (state, now) =>
    state.holds.length === 0
      ? { reason: "No hold stands on this case; nothing was changed." }
      : [{ type: "released", at: now, by: given.by, why: given.why }],
  );
