import { change, type NotChanged } from "../engine/change.ts";
import type { Result } from "../kernel/result.ts";
import { entryChange, type QueueEntry } from "./queue-entry.ts";
import type { EntryChange } from "./store.ts";
import type { CaseWork } from "./work.ts";

/**
 * Reads an entry of the review queue and writes what it becomes, guarded by its version; when somebody was first,
 * reads and asks again. `becomes` gives `undefined` where there is nothing to do, and must be pure.
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
      if (!next) return { kind: "needless" };
      const written = await store.writeEntry({ ...entryChange(entry, next, clock.now()), ...also(next) });
      return written.ok ? { kind: "written", done: next } : { kind: "outdone" };
    },
    rest,
  });

type EntryPorts = "readEntry" | "writeEntry";
