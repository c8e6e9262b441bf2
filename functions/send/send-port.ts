import type { AccountTurn } from "../contact/account-turn.ts";
import type { Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import type { ReplyKeys } from "../notice/reply-address.ts";
import type { ComposeNotice } from "../notice/request.ts";
import type { Lane } from "../report/category.ts";
import type { Batches, DueIndex, MailRecords, StoppedDesks } from "../store/ports.ts";
import type { CaseWork } from "../store/work.ts";
import type { DeskMails } from "./desk-pace.ts";
import type { SesAnswer } from "./mail/record.ts";
import type { TakeTurn } from "./pacing.ts";
import type { ReadRestoreGuard } from "./restore-guard.ts";

/** One checked mail, for one attempt. SES later names the attempt's id in its events. */
export type OutgoingMail = {
  readonly mime: Uint8Array;
  readonly recipient: string;
  readonly attemptId: string;
  readonly lane: Lane;
};

/**
 * What is known after asking SES once.
 * - `declined`: certainly not sent. `final`: the same mail would be declined again. `of: "account"`: SES refuses the
 * sender, not this mail (`refusal.ts`): all are declined until a person, or DNS, has fixed it.
 * - `uncertain`: may or may not have been sent. Never ask again, wait for evidence.
 */
export type SendAnswer = SesAnswer | { readonly kind: "uncertain"; readonly code: string };

/** Asks SES exactly once. Never throws. Network: at most one request. */
export type SendOnce = (mail: OutgoingMail) => Promise<SendAnswer>;

export type SendWork = CaseWork & {
  readonly store: Batches & MailRecords & DueIndex & StoppedDesks;
  readonly settings: Settings;
  /** Read consistently before each claim. The same while unchanged. Unreadable throws: nothing goes out. */
  readonly inForce: () => Promise<Pick<SendWork, "settings" | "policyOf">>;
  readonly replyKeys: () => Promise<ReplyKeys>;
  readonly messageIdDomain: string;
  readonly compose: ComposeNotice;
  /** Asked before the claim, so that SES is never asked faster than it accepts. */
  readonly takeTurn: TakeTurn;
  /** Asked before a mail is composed: while SES refuses the account, one notice tries for all. */
  readonly accountTurn: AccountTurn;
  readonly sendOnce: SendOnce;
  /** Whether a person has stopped the lane. Read afresh, consistently. */
  readonly isPaused: (lane: Lane) => Promise<boolean>;
  /** Stands before the wire since the table was restored. */
  readonly guard: ReadRestoreGuard;
  readonly deskMails: DeskMails;
  /** From 0 up to 1, for the backoff's jitter. */
  readonly jitter: () => number;
  readonly log: Log;
};
