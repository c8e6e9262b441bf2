import type { Case } from "../case/case.ts";
import { allWithdrew } from "../case/path/notified.ts";
import { openCaseOf } from "../intake/open-case-of.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { changeCase } from "../store/change-case.ts";
import type { CaseWork } from "../store/work.ts";
import { type ByHand, type NotDone, type Refusal, whoAndWhyAreWrong } from "./by-hand.ts";

/**
 * Opens a case that should not have ended: a desk's word was not true, or the wrong case was closed. Its host is
 * looked up anew, it is escalated further, and nobody is notified twice. Writes one change; of two persons
 * the second finds it open. Nothing is opened beside another open case of its target.
 */
export const reopenCase = async (work: CaseWork, given: ByHand): Promise<Result<Case, NotDone>> => {
  const { caseId, by, why } = given;
  const found = await work.store.read(caseId);
  const other = found?.closed && found.forgottenAt === undefined ? await openCaseOf(work, found) : undefined;
  let refusal: Refusal | undefined;
  const now = work.clock.now();
  const changed = await changeCase(
    work,
    caseId,
    (state) => {
      refusal = whoAndWhyAreWrong(by, why) ?? whyNotReopened(state, other);
      return refusal ? undefined : [{ type: "reopened", at: now, by, why }];
    },
    {
      also: ({ version }) => ({
        decided: [{ at: now, caseId, reviewId: `closed.${version}`, question: "closed", decision: "reopen", by }],
      }),
    },
  );
  if (changed.ok) return ok(changed.value.next);
  if (refusal) return fail({ kind: "refused", ...refusal });
  return fail({ kind: changed.error.kind === "no-case" ? "no-case" : "contended" });
};

const whyNotReopened = (state: Case, other: string | undefined): Refusal | undefined => {
  if (!state.closed) return { reason: "The case is open; nothing was changed." };
  if (state.forgottenAt !== undefined)
    return { reason: "What was reported is forgotten, so nothing is left to go on with. Have it reported again." };
  if (allWithdrew(state))
    return { reason: "Every reporter took the report back, so nobody stands by it. Have it reported again." };
  return other === undefined ? undefined : { reason: `The same is open as ${other}. Go on there.` };
};
