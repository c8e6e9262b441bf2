import { noticesWithCorrections } from "../case/bounds.ts";
import type { Result } from "../kernel/result.ts";
import type { Case } from "../matters/case.ts";
import type { CaseWork } from "../matters/work.ts";
import { explanationAtMost } from "../report/native.ts";
import { type ByHand, type NotDone, recordByHand } from "./by-hand.ts";

export type GivenCorrection = ByHand & { readonly explanation: string };

/** What is wrong with a new explanation, in a sentence. */
export const explanationIsWrong = (text: string): string | undefined => {
  if (text.trim() === "") return "Write what is right; it is printed in the notice.";
  return text.length > explanationAtMost ? `Keep it to ${explanationAtMost} characters.` : undefined;
};

/**
 * Puts another explanation in the place of the report's, and has it told to everyone who had the
 * notice. For a wrong target or category the report is withdrawn and made anew. Writes one change;
 * the same correction given twice is told once.
 */
export const correctCase = (work: CaseWork, given: GivenCorrection): Promise<Result<Case, NotDone>> =>
  recordByHand(work, given, (state, now) => {
    const { caseId: _, ...correction } = given;
    const reason = explanationIsWrong(correction.explanation);
    if (reason !== undefined) return { field: "explanation", reason };
    if (state.notices.length >= noticesWithCorrections)
      return {
        reason:
          `This case has ${state.notices.length} notices already. Have the report withdrawn and made anew, so ` +
          "that every desk hears once what is right.",
      };
    return state.evidence.explanation === correction.explanation ? [] : [{ type: "corrected", at: now, ...correction }];
  });
