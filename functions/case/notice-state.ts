/**
 * In the order in which evidence outranks evidence. `on-wire`: SES was asked once and has not answered for
 * certain; time alone never puts it back to `queued`. `rejected`: our mail was turned away, and the mailbox
 * is not dead. `bounced`: it is, or SES suppresses the address and tried nobody.
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
  readonly isOut: boolean;
  readonly mayBeOut: boolean;
  readonly mayHaveCome: boolean;
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

export type OutState = {
  [State in NoticeState]: (typeof noticeStateFacts)[State]["isOut"] extends true ? State : never;
}[NoticeState];
