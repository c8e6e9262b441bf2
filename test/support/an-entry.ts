import type { Unreadable } from "../../functions/report/report.ts";
import { entryChange } from "../../functions/store/change-entry.ts";
import type { EntryChange } from "../../functions/store/ports.ts";
import { messageKeyOf, openEntry, type QueueEntry } from "../../functions/store/queue-entry.ts";
import { morning } from "./a-case.ts";

const aProblem: Unreadable = {
  kind: "unreadable",
  field: "version",
  reason: "It has to be 1.",
  fix: "Write 1.",
};

/** An entry with one message that could not be read. */
export const anEntry = (id: string, spoilt: Partial<Parameters<typeof openEntry>[0]> = {}): QueueEntry =>
  openEntry({ id, at: morning, lane: "standard", source: { sender: "AROAFEED" }, problem: aProblem, ...spoilt });

/** The change that opens it. */
export const opensEntry = (entry: QueueEntry, text = "{}"): EntryChange => ({
  ...entryChange(undefined, entry, entry.openedAt),
  reportKeys: [messageKeyOf(text)],
  message: { number: 1, text },
});
