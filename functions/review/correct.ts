import type { Case } from "../case/case.ts";
import type { CaseWork } from "../case/change-case.ts";
import type { Result } from "../kernel/result.ts";
import { explanationAtMost } from "../report/native.ts";
import { type ByHand, type NotDone, recordByHand } from "./by-hand.ts";

export type GivenCorrection = ByHand & { readonly explanation: string };

/**
 * Puts another explanation in the place of the report's, and has it told to everyone who had the notice. For a wrong target or
 * category the report is withdrawn and made anew. Writes one change; the same correction given twice is told once.
 */
export const correctCase = (work: CaseWork, given: GivenCorrection): Promise<Result<Case, NotDone>> =>
  recordByHand(work, given, (state, now) => {
    const { caseId: _, ...correction } = given;
    if (correction.explanation.trim() === "") return { field: "explanation", reason: "Write what is right; it is printed in the notice." };
    if (correction.explanation.length > explanationAtMost) return { field: "explanation", reason: `Keep it to ${explanationAtMost} characters.` };
    return state.evidence.explanation === correction.explanation ? [] : [{ type: "corrected", at: now, ...correction }];
  });
