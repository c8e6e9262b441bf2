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

/** In which order those of one moment are taken up: what is said of a report finds it only behind it. */
export const kindOf = (putOff: PutOff): DuePutOff["kind"] => ("said" in putOff ? putOff.said.kind : "report");

/**
 * What waits to be taken in. It waits in the table, and its message is done with: a message that is
 * put on its own queue again is ended by Lambda after some 16 rounds. Written before the message is
 * done with, it may be there twice and is never gone.
 */
export type PutOffs = {
  /**
   * Keeps a message until `dueAt`, when the sweep takes it up. A second call keeps it twice; it
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
 * What the sweep takes up. `read` throws where the message cannot be opened; `done` takes it away.
 */
export type DuePutOff = {
  readonly kind: "report" | "status";
  readonly read: () => Promise<PutOff>;
  readonly done: () => Promise<void>;
};

/** Due at or before `now`, the oldest first; some of them, and none only where none is due. */
export type DuePutOffs = (now: Instant) => Promise<readonly DuePutOff[]>;
