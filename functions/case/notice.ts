import type { Instant } from "../kernel/instant.ts";
import type { Candidate } from "./candidate.ts";
import type { NoticeState } from "./notice-state.ts";
import type { ReplyClass } from "./reply-class.ts";
import type { Step } from "./step.ts";

/**
 * One mail to one contact on one rung. At most one attempt is on the wire in all its life without a
 * person's word.
 */
export type Notice = {
  /** `<rung>-<step>-<contact key>`; with the case's id it is unique for ever. */
  readonly id: string;
  readonly rung: number;
  readonly step: Step;
  /** The contact as it was approved; what is on the wire must hash to the same. */
  readonly to: Candidate;
  /** A person said that its contact, not written to before, may be. */
  readonly approved?: true;
  readonly state: NoticeState;
  /** Not sent before this: quiet hours, digest window, back-off after a definite no. */
  readonly notBefore: Instant;
  /** When it was to go out at first, where it was put off since. */
  readonly dueAt?: Instant;
  /**
   * The end of the window in which it waits for others to the same desk; absent where it goes by
   * itself.
   */
  readonly window?: Instant;
  /** It has waited for others once since its desk had so many mails, and does not again. */
  readonly paced?: true;
  /**
   * The digest whose mail it goes with, and the number of the last of that digest's news that this
   * case has heard.
   */
  readonly digest?: { readonly id: string; readonly heard: number };
  /** Claims so far; the number in the next attempt's id. */
  readonly attempts: number;
  readonly attemptId?: string;
  /**
   * The attempt of which nobody knew whether it went out when a person had it sent again; with a
   * later one the desk may have it twice.
   */
  readonly doubtedAttempt?: number;
  readonly wireAt?: Instant;
  readonly sentAt?: Instant;
  /**
   * How long its case had been kept by then, or when it was put in line, in milliseconds; absent
   * where it had not been.
   */
  readonly keptMs?: number;
  /** When SES's event said that the recipient's server took it. */
  readonly deliveredAt?: Instant;
  readonly sesMessageId?: string;
  readonly subject?: string;
  readonly renderHash?: string;
  readonly problem?: string;
  /** The desk's own number, quoted in the next mail. */
  readonly ticket?: string;
  readonly acknowledgedAt?: Instant;
  /**
   * Where the host stood when it was put in line; absent in what was written before this was noted.
   */
  readonly where?: { readonly addresses: readonly string[]; readonly platform?: string };
  /** The first of the look-ups, one after the other, that did not find the host at this desk. */
  readonly missedAt?: Instant;
  /** The host moved away from this desk; it is owed no reminder and no patience. */
  readonly ended?: true;
  /**
   * What the desk itself is proven to have written back last, acknowledgements apart; reminders to
   * a desk that answered rest.
   */
  readonly answer?: ReplyClass;
  readonly answeredAt?: Instant;
};

/*
 * What a notice has for certain at a stage. Items are stored with one flat shape, also those of
 * before; who needs what a stage brings with it asks here and makes up no moment.
 */

/** SES was asked at `wireAt`, and has not answered for certain. */
export type OnWire = Notice & { readonly wireAt: Instant };
export const isOnWire = (notice: Notice): notice is OnWire => notice.state === "on-wire" && notice.wireAt !== undefined;

/** It went out, whatever came of it. */
export type Sent = Notice & { readonly sentAt: Instant };
export const isSent = (notice: Notice): notice is Sent => notice.sentAt !== undefined;
