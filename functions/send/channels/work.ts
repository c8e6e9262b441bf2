import type { ApiName, ApiProvider } from "../../kernel/channels.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Log } from "../../kernel/log.ts";
import type { Settings } from "../../kernel/settings.ts";
import type { ReplyKeys } from "../../notice/reply-address.ts";
import type { Lane } from "../../report/category.ts";
import type { CaseWork } from "../../store/work.ts";
import type { ReadRestoreGuard } from "../restore-guard.ts";
import type { Outage } from "./outage.ts";
import type { AskChannel, Put } from "./settle.ts";
import type { AnswerKind, Answers } from "./standing.ts";

/** Addresses reported by domain, puts by page, answers in the month of a moment, and how it fails now. */
export type ChannelCounts = {
  readonly answers: (provider: ApiProvider, now: Instant) => Promise<Answers>;
  readonly noteAnswer: (provider: ApiProvider, kind: AnswerKind, now: Instant) => Promise<void>;
  readonly of: (provider: ApiProvider, domain: string) => Promise<number>;
  readonly note: (provider: ApiProvider, domain: string) => Promise<void>;
  /** `page`: as the provider lists it (`listedAs`). Read consistently. */
  readonly puts: (provider: ApiProvider, page: string) => Promise<readonly Put[]>;
  readonly notePut: (provider: ApiProvider, page: string, put: Put) => Promise<void>;
  readonly outage: (provider: ApiName) => Promise<Outage | undefined>;
  /** Replaces what was seen. `false`, and nothing kept, where another worker was first. */
  readonly keepOutage: (provider: ApiName, next: Outage | undefined, seen: Outage | undefined) => Promise<boolean>;
};

export type ChannelWork = CaseWork & {
  /** In force now, read consistently. Throws where it can't be read: nothing goes out. */
  readonly inForce: () => Promise<{ readonly settings: Settings } & Pick<CaseWork, "policyOf">>;
  readonly replyKeys: () => Promise<ReplyKeys>;
  readonly ask: AskChannel;
  readonly counts: ChannelCounts;
  /** Whether a person has stopped the lane. Read afresh, consistently. */
  readonly isPaused: (lane: Lane) => Promise<boolean>;
  /** Stands before the API since the table was restored. */
  readonly guard: ReadRestoreGuard;
  /** From 0 up to 1, for the backoff's jitter. */
  readonly jitter: () => number;
  readonly log: Log;
};
