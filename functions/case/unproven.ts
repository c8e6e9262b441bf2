import { type ReplyClass, replyMeanings } from "./reply-class.ts";

/*
 * Whoever was forwarded a notice may write to its address, as often as they like. The first few such mails are lines of
 * the history and may ask a person; of the others only their number is kept, beside the case.
 */

/** Who is not proven to be the desk: of its domain at least, whose customers may have mailboxes there, or anybody. */
export type UnprovenSender = "its-domain" | "anybody";

export type UnprovenMail = { readonly sender: UnprovenSender; readonly replyClass: ReplyClass };

/** Of each notice so many of each counter are lines; a desk that is not proven writes fewer. */
const unprovenLinesAtMost = 5;

const counters = ["strangers", "strangersReceipts", "domains", "domainsReceipts"] as const;
type Counter = (typeof counters)[number];

/**
 * Apart by sender, so that strangers keep no desk's acknowledgement away; and by whether they say more than that the
 * mail arrived, since a ticket system may send five before a person writes.
 */
type Lines = Readonly<Partial<Record<Counter, number>>>;

const counterOf = ({ sender, replyClass }: UnprovenMail): Counter => {
  const isAnswer = replyMeanings[replyClass].shows === "answer";
  if (sender === "anybody") return isAnswer ? "strangers" : "strangersReceipts";
  return isAnswer ? "domains" : "domainsReceipts";
};

export const isOnlyCounted = (lines: Lines, mail: UnprovenMail): boolean =>
  (lines[counterOf(mail)] ?? 0) >= unprovenLinesAtMost;

/** Whether any mail may have been only counted, so that it is worth asking for how many were. */
export const anyOnlyCounted = (notices: readonly Lines[]): boolean =>
  notices.some((lines) => counters.some((counter) => (lines[counter] ?? 0) >= unprovenLinesAtMost));

/** What a notice notes of one more line of such a mail. */
export const oneMoreLine = (lines: Lines, mail: UnprovenMail): Lines => {
  const counter = counterOf(mail);
  return { [counter]: (lines[counter] ?? 0) + 1 };
};
