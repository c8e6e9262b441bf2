import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "./category.ts";
import type { Report, StatusMessage } from "./report.ts";

type Came = {
  readonly queueLane: Lane;
  readonly sender?: string | undefined;
  readonly owner?: string | undefined;
  /** The review queue's entry and version, from which a person had it fixed or retried. */
  readonly retryOf?: string | undefined;
};

/** Fixed or retried by a person, to be read anew; of an entry's own messages their numbers. */
export type TakenAgain = Came &
  ({ readonly text: string } | { readonly entryId: string; readonly messages: readonly number[] });

/** A message to take in later: as it was read, without evidence that the reader dropped, or anew. */
export type PutOff = (Came & { readonly said: Report | StatusMessage }) | TakenAgain;

/**
 * What waits to be taken in. It waits in the table, since Lambda ends a message that is put on its own queue
 * again after some 16 rounds. Written before its message is done with, it may be there twice and is never gone.
 */
export type PutOffs = {
  /** Keeps a message until `dueAt`, when the sweep requeues it. Kept twice, it counts once. */
  readonly keep: (putOff: PutOff, dueAt: Instant) => Promise<void>;
  /**
   * Until when a report of this key waits, or did. `undefined` if none was put off lately, or the last was of
   * the target known by this key: a copy of a report that is taken in.
   */
  readonly reportDueAt: (reportKey: string, knownTarget?: string) => Promise<Instant | undefined>;
};

/**
 * What the sweep requeues by lane: a report that waited, with what was said of it. `message` says it only to
 * whoever takes reports in; `done` takes it out of the table.
 */
export type DuePutOff = {
  readonly queueLane: Lane;
  readonly message: string;
  readonly done: () => Promise<void>;
};

/** Due at or before `now`, the oldest first; some of them, and none only where none is due. */
export type DuePutOffs = (now: Instant) => Promise<readonly DuePutOff[]>;
