import type { Log } from "../kernel/log.ts";
import type { OneAtATime } from "../kernel/one-at-a-time.ts";
import type { Settings } from "../kernel/settings.ts";
import type { Bursts } from "../report/burst.ts";
import type { Lane } from "../report/category.ts";
import type { PutOffs } from "../report/put-off.ts";
import type { ReadingRules } from "../report/read-target.ts";
import type { ChangesTogether } from "../store/changes-together.ts";
import type { CaseHistory } from "../store/ports.ts";
import type { CaseWork } from "../store/work.ts";

/** The id of the case opened by what is named so (`case-id.ts`). Throws `KeysUnusable` without its key. */
export type CaseIdOf = (openedBy: string) => Promise<string>;

export type TakeInWork = CaseWork & {
  /** For a report that joins another case: what it said when it came. */
  readonly store: Pick<CaseHistory, "latestLines">;
  readonly rules: Omit<ReadingRules, "reporters"> & Pick<Settings, "reporters">;
  readonly caseIdOf: CaseIdOf;
  readonly log: Log;
  readonly bursts: Bursts;
  readonly putOffs: PutOffs;
  /** From 0 to 1: spreads what is put off. */
  readonly jitter: () => number;
  readonly oneAtATime: OneAtATime;
  readonly changeTogether: ChangesTogether;
};

export type ReportMessage = {
  readonly text: string;
  readonly queueLane: Lane;
  /** Who put it there, by SQS's own word (`senderIn`). */
  readonly sender?: string | undefined;
  /** Whose own queue it came by, if any (`report/own-queue.ts`). */
  readonly owner?: string | undefined;
  /** How often it was received, from 1. */
  readonly receives: number;
  /** The review queue's entry from which a person had it retried. */
  readonly retryOf?: string | undefined;
};

export type Received = Omit<ReportMessage, "text">;
