import type { Case, Given } from "../case/case.ts";
import { isDecided } from "../case/given.ts";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { changeCase } from "../store/change-case.ts";
import type { CaseWork } from "../store/work.ts";

export type Named = { readonly caseId: string; readonly reviewId: string; readonly givenAt: Instant };

export type NotTakenBack =
  | { readonly kind: "no-case" }
  /** It has taken effect, was taken back or dropped, or nobody ever decided it. */
  | { readonly kind: "nothing-to-take-back" }
  /** Given since, in the place of one that somebody took back. */
  | { readonly kind: "another-stands"; readonly given: Given }
  | { readonly kind: "contended" };

/**
 * Takes back a verdict that has not taken effect; whoever sees it may, as whoever gave it may be gone. The question
 * is asked as before. Writes one change; a repeat finds nothing, or what was decided since, which stands. Of a
 * verdict that takes effect in the same moment one of the two comes to be, never half of both.
 */
export const takeBack = async (
  work: CaseWork,
  { caseId, reviewId, givenAt, by }: Named & { readonly by: string },
): Promise<Result<Case, NotTakenBack>> => {
  let stands: Given | undefined;
  const changed = await changeCase(work, caseId, ({ reviews }) => {
    stands = reviews.filter(isDecided).find(({ id }) => id === reviewId)?.given;
    return stands?.at === givenAt ? [{ type: "verdict-taken-back", at: work.clock.now(), reviewId, by }] : undefined;
  });
  if (changed.ok) return ok(changed.value.next);
  if (changed.error.kind !== "no-op") return fail({ kind: changed.error.kind });
  return fail(stands ? { kind: "another-stands", given: stands } : { kind: "nothing-to-take-back" });
};

export type TakenBack = Named & {
  readonly taken: Result<Case, NotTakenBack>;
  /** The case as it stands, where nothing was taken back. */
  readonly state?: Case;
};

/** Row by row: what has taken effect stands, and the others are asked again. */
export const takeAllBack = async (
  work: CaseWork,
  rows: readonly Named[],
  by: string,
): Promise<readonly TakenBack[]> => {
  const taken: TakenBack[] = [];
  for (const row of rows) {
    const back = await takeBack(work, { ...row, by });
    const state = back.ok ? undefined : await work.store.read(row.caseId);
    taken.push({ ...row, taken: back, ...(state && { state }) });
  }
  return taken;
};
