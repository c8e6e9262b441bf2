import type { Lane } from "../report/category.ts";
import type { StatusMessage, Unreadable } from "../report/report.ts";
import { withoutContent } from "../report/without-content.ts";
import { changeEntry, entryChange } from "../store/change-entry.ts";
import { findsOfEntry } from "../store/finds.ts";
import type { EntryChange } from "../store/ports.ts";
import {
  type EntrySource,
  entryKeyOf,
  messageKeyOf,
  openEntry,
  type QueueEntry,
  withMessage,
} from "../store/queue-entry.ts";
import type { CaseWork } from "../store/work.ts";
import type { TakeInWork } from "./work.ts";

type EntryWork = CaseWork & Pick<TakeInWork, "log" | "oneAtATime" | "caseIdOf">;

/** A message that can't be read, or, with `status`, one that fits no report. */
export type Unfit = {
  readonly text: string;
  readonly lane: Lane;
  readonly source: EntrySource;
  readonly problem: Unreadable;
  readonly status?: StatusMessage;
  /** The entry, and its version, from which a person had it retried. */
  readonly retryOf?: string | undefined;
};

// Each is a good dozen tries at the entry itself. Further ones only keep others from it.
const triesAtMost = 3;

/**
 * Adds a message to the review queue's entry of its kind, or opens one. Idempotent: each message counts once for
 * ever. `false`: too many others write to the entry now; nothing was written. A flood's batch is written one by
 * one, as at once each would fail as often as it has neighbours.
 */
export const takeInEntry = async (work: EntryWork, unfit: Unfit): Promise<boolean> => {
  const { store, log } = work;
  const { source, lane, problem, status } = unfit;
  const key = messageKeyOf(unfit.text, unfit.retryOf);
  const place = entryKeyOf({ source, lane, ...problem });
  return work.oneAtATime(place, async () => {
    for (let tries = 0; tries < triesAtMost; tries++) {
      const known = await store.caseOfReport(key);
      const there = known ?? (await store.openCaseOfTarget(place));
      const id = known ?? (await (there === undefined ? open(work, unfit, key) : join(work, there, unfit, key)));
      if (id === undefined) continue;
      // Not the field: where it is unknown it is the sender's own text.
      if (status) log.info(known ? "report.status-known" : "report.unmatched", { caseId: id, outcome: status.status });
      else log.info("report.unreadable", { caseId: id });
      return true;
    }
    return false;
  });
};

const open = async (work: EntryWork, unfit: Unfit, key: string): Promise<string | undefined> => {
  const { lane, source, problem, status } = unfit;
  const at = work.clock.now();
  const next = openEntry({ id: await work.caseIdOf(key), at, lane, source, problem }, status);
  const written = await work.store.writeEntry({ ...entryChange(undefined, next, at), ...keeping(unfit, next, key) });
  return written.ok ? next.id : undefined;
};

const join = async (work: EntryWork, id: string, unfit: Unfit, key: string): Promise<string | undefined> => {
  const joined = await changeEntry(
    work,
    id,
    (entry) => (entry.takesMore ? withMessage(entry, work.clock.now(), unfit.status) : undefined),
    (next) => keeping(unfit, next, key),
  );
  return joined.ok ? id : undefined;
};

/** The message as kept, and its report's number, by which it is found. */
const keeping = ({ text: whole }: Unfit, { messages: number }: QueueEntry, key: string): Partial<EntryChange> => {
  const text = withoutContent(whole);
  return { reportKeys: [key], message: { number, text }, finds: findsOfEntry(text, number) };
};
