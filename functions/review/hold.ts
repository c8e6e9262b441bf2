import type { Case } from "../case/case.ts";
import { type CaseWork, changeCase } from "../case/change-case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";

/** Who has nothing sent about a case, why, and until when; without `until` until somebody lifts it. */
export type GivenHold = { readonly caseId: string; readonly by: string; readonly why: string; readonly until?: Instant };
export type GivenRelease = Omit<GivenHold, "until">;

export type NotDone =
  | { readonly kind: "no-case" }
  /** In a sentence, and about which field of what was given, where it is about one. */
  | { readonly kind: "refused"; readonly reason: string; readonly field?: "by" | "why" | "until" }
  | { readonly kind: "contended" };

/**
 * Has nothing more sent about a case. It counts up to the wire: what SES has been asked to take is out. Writes one change;
 * the same hold given twice stands once.
 */
export const holdCase = (work: CaseWork, { caseId, ...hold }: GivenHold): Promise<Result<Case, NotDone>> =>
  record(work, caseId, hold, (state, now) => {
    if (hold.until !== undefined && hold.until <= now) return { field: "until", reason: "This moment is over already; name a later one, or none." };
    const stands = state.holds.some(({ by, why, until }) => by === hold.by && why === hold.why && until === hold.until);
    return stands ? [] : [{ type: "held", at: now, ...hold }];
  });

/** Lifts every hold on a case, whoever asked for it; what waited goes on. Writes one change. */
export const releaseCase = (work: CaseWork, { caseId, by, why }: GivenRelease): Promise<Result<Case, NotDone>> =>
  record(work, caseId, { by, why }, (state, now) =>
    state.holds.length === 0 ? { reason: "No hold stands on this case; nothing was changed." } : [{ type: "released", at: now, by, why }],
  );

type Refusal = Omit<Extract<NotDone, { kind: "refused" }>, "kind">;

const record = async (
  work: CaseWork,
  caseId: string,
  { by, why }: Pick<GivenHold, "by" | "why">,
  factsOf: (state: Extract<Case, { kind: "case" }>, now: Instant) => readonly CaseEvent[] | Refusal,
): Promise<Result<Case, NotDone>> => {
  let met: Case | undefined;
  let refusal: Refusal | undefined;
  const changed = await changeCase(work, caseId, (state) => {
    met = state;
    const facts = whyNot(state, by, why) ?? (state.kind === "case" ? factsOf(state, work.clock.now()) : []);
    refusal = "reason" in facts ? facts : undefined;
    return "reason" in facts ? undefined : facts;
  });
  if (changed.ok) return ok(changed.value.next);
  if (refusal) return fail({ kind: "refused", ...refusal });
  if (changed.error.kind === "needless" && met) return ok(met);
  return fail({ kind: changed.error.kind === "no-case" ? "no-case" : "contended" });
};

const whyNot = (state: Case, by: string, why: string): Refusal | undefined => {
  if (by.trim() === "") return { field: "by", reason: "Say who decides." };
  if (why.trim() === "") return { field: "why", reason: "Say why in a sentence; it is kept with your name." };
  if (state.kind === "digest") return { reason: "This is one mail about many cases; hold the cases in it, and it goes without them." };
  if (state.kind === "unread") return { reason: "This message was never read as a report, so nothing goes out about it." };
  return state.closed ? { reason: "The case is closed; nothing goes out about it." } : undefined;
};
