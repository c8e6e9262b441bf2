import type { Clock } from "../kernel/instant.ts";
import type { CaseReader, DueIndex } from "../store/ports.ts";
import type { DropHint } from "../store/work.ts";

/**
 * In place of a hint: makes its case due now, so that the next sweep drops the hint, within about a
 * minute. For a function whose own queue a hint would come back to, also by way of another
 * function: Lambda ends such a chain after some 16 rounds, and the message of the last becomes a
 * dead letter before the function has seen it (Lambda Developer Guide, "Use Lambda recursive loop
 * detection"). The sweep begins each chain anew.
 *
 * Reads the case and writes its due time; nothing where the case changed in between, as who changed
 * it has seen to what it wants.
 */
export const leftToTheSweep =
  ({ store, clock }: { readonly store: CaseReader & Pick<DueIndex, "postpone">; readonly clock: Clock }): DropHint =>
  async (_to, _lane, { caseId }) => {
    const state = await store.read(caseId);
    if (state) await store.postpone(caseId, state.version, clock.now());
  };
