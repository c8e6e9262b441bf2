import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { changeCase } from "../store/change-case.ts";
import type { CaseWork } from "../store/work.ts";

/** What a person does to a case without being asked. All of it goes into the history. */
export type ByHand = { readonly caseId: string; readonly by: string; readonly why: string };

type ByHandField = "by" | "why" | "until" | "explanation" | "seen" | "to" | "text" | "note";

export type NotDone =
  | { readonly kind: "no-case" }
  /** In a sentence, and about which given field, if any. */
  | { readonly kind: "refused"; readonly reason: string; readonly field?: ByHandField }
  | { readonly kind: "contended" };

export type Refusal = Omit<Extract<NotDone, { kind: "refused" }>, "kind">;

/**
 * Writes what `factsOf` makes of the case, or says why not: no name, no reason, a closed case or none. No facts is
 * no failure: it was done already.
 */
export const recordByHand = async (
  work: CaseWork,
  { caseId, by, why }: ByHand,
  factsOf: (state: Case, now: Instant) => readonly CaseEvent[] | Refusal,
): Promise<Result<Case, NotDone>> => {
  let met: Case | undefined;
  let refusal: Refusal | undefined;
  // Before the change, whose own moment is that of the questions: none is older than what it asks about.
  const now = work.clock.now();
  const changed = await changeCase(work, caseId, (state) => {
    met = state;
    const facts = whyNotByHand(state, by, why) ?? factsOf(state, now);
    refusal = "reason" in facts ? facts : undefined;
    return "reason" in facts ? undefined : facts;
  });
  if (changed.ok) return ok(changed.value.next);
  if (refusal) return fail({ kind: "refused", ...refusal });
  if (changed.error.kind === "no-op" && met) return ok(met);
  return fail({ kind: changed.error.kind === "no-case" ? "no-case" : "contended" });
};

/** Why nothing is done to a case by hand, whatever it is. */
export const whyNotByHand = (state: Case, by: string, why: string): Refusal | undefined =>
  whoAndWhyAreWrong(by, why) ??
  (state.closed ? { reason: "The case is closed; nothing goes out about it." } : undefined);

export const whoAndWhyAreWrong = (by: string, why: string): Refusal | undefined => {
  if (by.trim() === "") return { field: "by", reason: "Say who decides." };
  return why.trim() === "" ? { field: "why", reason: "Say why in a sentence; it is kept with your name." } : undefined;
};
