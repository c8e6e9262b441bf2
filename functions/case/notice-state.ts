import type { Answered, Notice, NoticeAt, Sent } from "./notice.ts";

/**
 * How far one notice is known to have come, in the order in which evidence outranks evidence.
 * `on-wire` means that SES was asked once and has not answered for certain; nothing ever puts it
 * back to `queued` by time alone. `rejected`: SES or the desk's server turned our mail away, and the
 * mailbox is not dead; `bounced`: it is, or SES suppresses the address and tried nobody.
 */
export const noticeStates = [
  "queued",
  "cancelled",
  "failed",
  "on-wire",
  "unknown",
  "sent",
  "delivered",
  "rejected",
  "bounced",
  "complained",
] as const;
export type NoticeState = (typeof noticeStates)[number];

type StateFacts = {
  /** SES has taken it, whatever came of it then. */
  readonly isOut: boolean;
  /** It is out, or may be: SES was asked, and has not said no. */
  readonly mayBeOut: boolean;
  /** Its desk has it, or may have. */
  readonly mayHaveCome: boolean;
  /** It is out, and has not come back. */
  readonly isHeard: boolean;
  /** It came back, or is unwanted: nobody is asked by it any more. */
  readonly isDead: boolean;
};

const notOut = { isOut: false, mayBeOut: false, mayHaveCome: false, isHeard: false, isDead: false } as const;
const unanswered = { isOut: false, mayBeOut: true, mayHaveCome: true, isHeard: false, isDead: false } as const;
const heard = { isOut: true, mayBeOut: true, mayHaveCome: true, isHeard: true, isDead: false } as const;
const dead = { isOut: true, mayBeOut: true, mayHaveCome: false, isHeard: false, isDead: true } as const;

export const noticeStateFacts = {
  queued: notOut,
  cancelled: notOut,
  failed: notOut,
  "on-wire": unanswered,
  unknown: unanswered,
  sent: heard,
  delivered: heard,
  rejected: { isOut: true, mayBeOut: true, mayHaveCome: false, isHeard: false, isDead: false },
  bounced: dead,
  complained: dead,
} as const satisfies Record<NoticeState, StateFacts>;

/** The states of a notice that is out. */
export type OutState = {
  [State in NoticeState]: (typeof noticeStateFacts)[State]["isOut"] extends true ? State : never;
}[NoticeState];

/** It is out, whatever came of it. */
export const isOut = (notice: Notice): notice is NoticeAt<OutState> => noticeStateFacts[notice.state].isOut;

export const isSent = (notice: Notice): notice is Sent => notice.sentAt !== undefined;

export const isAnswered = (notice: Notice): notice is Answered =>
  notice.answer !== undefined && notice.answeredAt !== undefined;

/** Whether it stands for its mail: of a mail about several cases one of them does. */
export const standsForMail = ({ mail }: Pick<Notice, "mail">): boolean => mail === undefined || mail.first === true;
