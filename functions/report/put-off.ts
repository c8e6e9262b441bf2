import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "./category.ts";
import type { Report, StatusMessage } from "./report.ts";

/**
 * A message that is taken in later: as it was read, without evidence that the reader dropped; or as a person had it
 * retried, to be read anew. `queueLane`: whose queue it came on. `retryOf`: of what entry of the review queue.
 */
export type PutOff = { readonly queueLane: Lane; readonly retryOf?: string | undefined } & (
  | { readonly said: Report | StatusMessage }
  | { readonly text: string; readonly sender?: string | undefined; readonly owner?: string | undefined }
);

/**
 * What waits to be taken in. It waits in the table, and its message is done with: a message that is
 * put on its own queue again is ended by Lambda after some 16 rounds. Written before the message is
 * done with, it may be there twice and is never gone.
 */
export type PutOffs = {
  /**
   * Keeps a message until `dueAt`, when the sweep puts it on its queue again. A second call keeps it twice; it
   * still counts once.
   */
  readonly keep: (putOff: PutOff, dueAt: Instant) => Promise<void>;
  /**
   * Until when a report of this key waits, or did; `undefined` where none was put off in the last
   * 30 days.
   */
  readonly reportDueAt: (reportKey: string) => Promise<Instant | undefined>;
};

/**
 * What the sweep puts on the queue of its lane again: a report that waited, with what was said of it. `message` says it
 * to whoever takes reports in and to nobody else; `done` takes it out of the table.
 */
export type DuePutOff = {
  readonly queueLane: Lane;
  readonly message: string;
  readonly done: () => Promise<void>;
};

/** Due at or before `now`, the oldest first; some of them, and none only where none is due. */
export type DuePutOffs = (now: Instant) => Promise<readonly DuePutOff[]>;
