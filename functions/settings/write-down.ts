import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Settings } from "../kernel/settings.ts";
import { untilWritten } from "../kernel/until-written.ts";
import type { Decided, Moment, NotChanged } from "./record.ts";
import type { NotRecorded, SettingsStore } from "./store.ts";

type Keeps = { readonly store: SettingsStore; readonly stage: Settings; readonly now: () => Instant };

/**
 * Decides upon the table as it is now and records that; decides anew where somebody was first. Gives what was recorded,
 * or `somebody-was-first` where others were so time after time. Network: a read and a write of the table, a few times
 * at most.
 */
export const writeDown = async (
  { store, stage, now }: Keeps,
  decide: (moment: Moment) => Result<Decided, NotChanged>,
): Promise<Result<Decided, NotChanged | NotRecorded>> => {
  const written = await untilWritten(async (): Promise<Result<Decided, NotChanged | NotRecorded> | undefined> => {
    const table = await store.read();
    const decided = decide({ stage, table, now: now() });
    if (!decided.ok || decided.value.comes === "unchanged") return decided;
    const recorded = await store.record(decided.value.written, table.head.version);
    if (recorded.ok) return ok(decided.value);
    return recorded.error.kind === "somebody-was-first" ? undefined : fail(recorded.error);
  });
  return written ?? fail({ kind: "somebody-was-first" });
};
