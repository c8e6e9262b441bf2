import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import { countingOfOther } from "../statistics/counts.ts";
import { change, type NotChanged } from "./change.ts";
import type { EntryChange } from "./ports.ts";
import { entryKeyOf, entryWants, type QueueEntry } from "./queue-entry.ts";
import type { CaseWork } from "./work.ts";

/** The change that writes an entry, with its index entries and counts. Pure. */
export const entryChange = (before: QueueEntry | undefined, next: QueueEntry, at: Instant): EntryChange => {
  const { wakeAt } = entryWants(next, at);
  const counting = countingOfOther(before, next, at);
  const takes = next.takesMore;
  return {
    next,
    at,
    ...(wakeAt && { dueAt: wakeAt }),
    ...(counting && { counting }),
    ...(takes !== (before?.takesMore ?? false) && {
      targetKey: { key: entryKeyOf(next), does: takes ? "claim" : "release" },
    }),
  };
};

/**
 * Writes what an entry becomes, guarded by its version. When somebody was first, reads and asks again. `becomes`
 * gives `undefined` where there is nothing to do, and must be pure.
 */
export const changeEntry = (
  { store, clock, rest }: Pick<CaseWork, "clock" | "rest"> & { readonly store: Pick<CaseWork["store"], EntryPorts> },
  id: string,
  becomes: (entry: QueueEntry) => QueueEntry | undefined,
  also: (next: QueueEntry) => Partial<EntryChange> = () => ({}),
): Promise<Result<QueueEntry, NotChanged<QueueEntry>>> =>
  change<QueueEntry, QueueEntry>({
    read: () => store.readEntry(id),
    write: async (entry) => {
      const next = becomes(entry);
      if (!next) return "no-op";
      const written = await store.writeEntry({ ...entryChange(entry, next, clock.now()), ...also(next) });
      return written.ok ? { done: next } : "conflict";
    },
    rest,
  });

type EntryPorts = "readEntry" | "writeEntry";
