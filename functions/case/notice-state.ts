/**
 * How far one notice is known to have come, in the order in which evidence outranks evidence.
 * `gathered` means that it goes out in a digest's mail and not by itself. `on-wire` means that SES
 * was asked once and has not answered for certain; nothing ever puts it back to `queued` by time
 * alone. `rejected`: SES or the desk's server turned our mail away, and the mailbox is not dead;
 * `bounced`: it is.
 */
export const noticeStates = [
  "queued",
  "gathered",
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
