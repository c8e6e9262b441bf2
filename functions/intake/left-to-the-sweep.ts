import type { Clock } from "../kernel/instant.ts";
import type { CaseReader, DueIndex } from "../store/ports.ts";
import type { DropHint } from "../store/work.ts";

/**
 * In place of a hint: makes its case due now, so that the next sweep drops the hint within about a minute. For
 * functions whose own queue the hint would reach again, even by way of another: Lambda ends such a chain after some
 * 16 rounds, and its last message becomes a dead letter unseen (Lambda Developer Guide, "Use Lambda recursive loop
 * detection"). Reads the case and writes its due time; nothing where the case changed in between, as who changed it
 * has seen to it.
 */
export const leftToTheSweep =
  ({ store, clock }: { readonly store: CaseReader & Pick<DueIndex, "postpone">; readonly clock: Clock }): DropHint =>
  async (_to, _lane, { caseId }) => {
    const state = await store.read(caseId);
    if (state) await store.postpone(caseId, state.version, clock.now());
  };
