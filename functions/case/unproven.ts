/*
 * Whoever was forwarded a notice may write to its address, as often as they like. The first few such
 * mails are lines of the history and may ask a person; of the others only their number is kept,
 * beside the case. So none costs more than the one before it, and nobody hears of them one by one.
 */

/** Who is not proven to be the desk: of its domain at least, whose customers may have mailboxes there, or anybody. */
export type UnprovenSender = "its-domain" | "anybody";

/** Of each notice and such sender so many are lines; a desk that is not proven writes fewer. */
const unprovenLinesAtMost = 5;

/** How many are lines: apart, so that strangers keep no desk's acknowledgement away. */
type Lines = { readonly strangers?: number; readonly domains?: number };

/** Whether one more mail of such a sender is only counted. */
export const isOnlyCounted = ({ strangers = 0, domains = 0 }: Lines, sender: UnprovenSender): boolean =>
  (sender === "anybody" ? strangers : domains) >= unprovenLinesAtMost;

/** Whether any mail was only counted, so that it is worth asking for how many were. */
export const anyOnlyCounted = (notices: readonly Lines[]): boolean =>
  notices.some((notice) => isOnlyCounted(notice, "anybody") || isOnlyCounted(notice, "its-domain"));

/** What a notice notes of one more line of such a sender. */
export const oneMoreLine = ({ strangers = 0, domains = 0 }: Lines, sender: UnprovenSender): Lines =>
  sender === "anybody" ? { strangers: strangers + 1 } : { domains: domains + 1 };
