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

/** One checked mail, for one attempt. The attempt's id is what SES later names in its events. */
export type OutgoingMail = {
  readonly mime: Uint8Array;
  readonly recipient: string;
  readonly attemptId: string;
  readonly lane: Lane;
};

/**
 * What is known after asking SES once.
 * - `accepted`: SES has it and gave it an id.
 * - `declined`: for certain not sent; `final` where the same mail would be declined again. `of:
 *   "account"` where SES refuses whoever sends, and not this mail (`refusal.ts`): every mail would be
 *   declined until a person, or DNS, has mended it.
 * - `uncertain`: may or may not have been sent. Never ask again; wait for evidence.
 */
export type SendAnswer = SesAnswer | { readonly kind: "uncertain"; readonly code: string };

/** Asks SES exactly once. Never throws. Network: at most one request. */
export type SendOnce = (mail: OutgoingMail) => Promise<SendAnswer>;

export type SendWork = CaseWork & {
  readonly store: Batches & MailRecords & DueIndex & StoppedDesks;
  readonly settings: Settings;
  /**
   * What is in force at this moment, read consistently: asked in front of each claim. The same as
   * the work's own while nothing has changed. Throws where it can't be read: then nothing goes out.
   */
  readonly inForce: () => Promise<Pick<SendWork, "settings" | "policyOf">>;
  readonly replyKeys: () => Promise<ReplyKeys>;
  readonly messageIdDomain: string;
  readonly compose: ComposeNotice;
  /**
   * Asks for the notice's turn before it is claimed, so that SES is never asked faster than it
   * takes.
   */
  readonly takeTurn: TakeTurn;
  /** Asked before a mail is composed: while SES refuses the account, one notice tries for all. */
  readonly accountTurn: AccountTurn;
  readonly sendOnce: SendOnce;
  /** Whether a person has stopped the lane; read afresh, consistently. */
  readonly isPaused: (lane: Lane) => Promise<boolean>;
  /** What stands in front of the wire since the table was restored. */
  readonly guard: ReadRestoreGuard;
  readonly deskMails: DeskMails;
  /** A number from 0 up to 1, for the back-off's jitter. */
  readonly jitter: () => number;
  readonly log: Log;
};
