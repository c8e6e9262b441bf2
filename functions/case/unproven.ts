import { type ReplyClass, replyMeanings } from "./reply-class.ts";

/* Anybody with a copy of a notice may write to its address: beyond the first few, mails are only counted. */

/** Customers of the desk's domain may have mailboxes there. */
export type UnprovenSender = "its-domain" | "anybody";

export type UnprovenMail = { readonly sender: UnprovenSender; readonly replyClass: ReplyClass };

/** For each counter of a notice; a desk that is not proven writes fewer. */
const unprovenLinesAtMost = 5;

const counters = ["strangers", "strangersReceipts", "domains", "domainsReceipts"] as const;
type Counter = (typeof counters)[number];

/** By sender, so that strangers keep no desk's acknowledgement away; receipts apart, as systems send many. */
type Lines = Readonly<Partial<Record<Counter, number>>>;

const counterOf = ({ sender, replyClass }: UnprovenMail): Counter => {
  const isAnswer = replyMeanings[replyClass].shows === "answer";
  if (sender === "anybody") return isAnswer ? "strangers" : "strangersReceipts";
  return isAnswer ? "domains" : "domainsReceipts";
};

export const isOnlyCounted = (lines: Lines, mail: UnprovenMail): boolean =>
  (lines[counterOf(mail)] ?? 0) >= unprovenLinesAtMost;

export const anyOnlyCounted = (notices: readonly Lines[]): boolean =>
  notices.some((lines) => counters.some((counter) => (lines[counter] ?? 0) >= unprovenLinesAtMost));

export const oneMoreLine = (lines: Lines, mail: UnprovenMail): Lines => {
  const counter = counterOf(mail);
  return { [counter]: (lines[counter] ?? 0) + 1 };
};
