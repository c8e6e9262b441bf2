import type { Confidence, SourceFailure } from "../case/candidate.ts";
import type { CloseOutcome } from "../case/close-outcome.ts";
import type { ContactSource } from "../case/contact-source.ts";
import type { NoticeState } from "../case/notice-state.ts";
import type { ReplyClass } from "../case/reply-class.ts";
import type { Step } from "../case/step.ts";
import { type Instant, msOf } from "../kernel/instant.ts";
import type { About } from "../notice/preview.ts";
import type { Channel, Lane } from "../report/category.ts";
import type { EntryRefused } from "../review/entry-action.ts";
import { closingOf, type EntryAction, type QueueEntry } from "../store/queue-entry.ts";
import { shown } from "./shown.ts";

export { scopeWords } from "../kernel/scope-words.ts";

/* The domain's closed lists, in words for somebody woken a minute ago. */

export const channelWords: Record<Channel, string> = {
  website: "a website",
  "message-board": "a message board",
  "chat-room": "a chat room",
  "peer-to-peer": "a peer-to-peer network",
  "instant-messaging": "instant messaging",
  "live-stream": "a live stream",
  "file-host": "a file host",
  "e-mail": "e-mail",
};

export const laneWords: Record<Lane, string> = { urgent: "Urgent", standard: "Standard" };

export const stepWords: Record<Step, string> = {
  first: "first notice",
  reminder: "reminder",
  escalation: "escalation",
  moved: "“moved, thank you”",
  withdrawal: "withdrawal",
  correction: "correction",
  returned: "“it is back”",
  letter: "letter",
};

export const aboutWords: Record<About, string> = {
  one: "one case",
  several: "several cases",
  peer: "a peer-to-peer address",
  account: "an account",
  ipv6: "an IPv6 host",
  live: "happening live",
  "two-networks": "the second of two networks",
};

export const sourceWords: Record<ContactSource, string> = {
  directory: "our directory",
  rdap: "RDAP",
  whois: "WHOIS",
  dns: "DNS",
  person: "a person",
};

export const confidenceWords: Record<Confidence, string> = {
  high: "sure",
  medium: "fairly sure",
  low: "doubtful",
  guess: "a guess; only a person may choose it",
};

export const failureWords: Record<SourceFailure["outcome"], string> = {
  silent: "gave no answer",
  none: "says that there is none",
  refused: "refused to answer",
  unreadable: "answered something unreadable",
};

export const noticeStateWords: Record<NoticeState, string> = {
  queued: "waits to go out",
  cancelled: "cancelled, never sent",
  failed: "could not be sent",
  "on-wire": "handed to the mail service, no answer yet",
  unknown: "unknown whether it went out",
  sent: "sent",
  delivered: "delivered",
  rejected: "turned away, the mailbox is not dead",
  bounced: "came back",
  complained: "marked as unwanted",
};

/** What a reply says, as a reader took it or a person says it was. */
export const readingWords: Record<ReplyClass, string> = {
  bounce: "undelivered",
  complaint: "complains",
  "auto-reply": "automatic reply",
  acknowledgement: "has it",
  "passed-on": "passed it on",
  removed: "removed",
  "not-ours": "not theirs",
  "use-our-form": "its form only",
  refused: "refuses",
  "not-found": "does not find it",
  question: "asks something",
  unclear: "unclear",
};

export const outcomeWords: Record<CloseOutcome, string> = {
  removed: "the content was removed",
  gone: "the content is gone",
  withdrawn: "every report was taken back",
  decided: "a person decided",
  dismissed: "nothing to act on",
  "returned-to-reporter": "only the right holder can notify the provider, and its reporter knows",
};

const againInIntake =
  "Within a minute it goes through intake again: it opens a case, joins one, or is back in the list if it still does " +
  "not fit.";
const canBeReopened = "It is closed. It can be opened again for 90 days.";

export const entryActionWords: Record<EntryAction["does"], string> = {
  fix: "fixed",
  retry: "retried",
  "pass-on": "passed on",
  discard: "discarded",
  reopen: "opened again",
};

export const describeClosing = (entry: QueueEntry): string => {
  const closing = closingOf(entry);
  return closing ? `It was ${entryActionWords[closing.does]} by ${shown(closing.by)}: ${shown(closing.why)}` : "";
};

export const describeEntryRefused = (error: Exclude<EntryRefused, { kind: "no-entry" }>): string => {
  switch (error.kind) {
    case "refused":
      return error.reason;
    case "not-open":
      return `Somebody was first. ${describeClosing(error.entry)}`;
    case "is-open":
      return "It is open already.";
    case "changed-since":
      return `Messages or actions came since you saw it. It is ${error.entry.id}@${error.entry.version} now.`;
    case "contended":
      return "Others changed it at the same time. Try once more.";
    default:
      return error satisfies never;
  }
};

/** What comes of an action, once it is recorded. */
export const afterEntryAction: Record<EntryAction["does"], string> = {
  fix: againInIntake,
  retry: againInIntake,
  "pass-on": canBeReopened,
  discard: canBeReopened,
  reopen: "It is open again.",
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `24 Nov 2026, 03:12 UTC`: always with the zone, since desks and we sit in different ones. */
export const moment = (at: Instant): string => `${day(at)}, ${at.slice(11, 16)} UTC`;

/** When a dead letter that was sent back is one again (`infra/stack/topology.ts`). */
export const comesBack = "after a quarter of an hour at the earliest (five tries, three minutes apart or more)";

/** `24 Nov 2026, 10:01:05 UTC`, for what comes within minutes. */
export const clockTime = (at: Instant): string => `${day(at)}, ${at.slice(11, 19)} UTC`;

export const day = (at: string): string =>
  `${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1] ?? at.slice(5, 7)} ${at.slice(0, 4)}`;

const minute = 60_000;
const hour = 60 * minute;

/** In the two largest units: `3 h 12 min`, `2 days 4 h`. */
export const duration = (ms: number): string => {
  const whole = Math.max(0, ms);
  if (whole < minute) return "less than a minute";
  if (whole < hour) return `${Math.floor(whole / minute)} min`;
  if (whole < 24 * hour) return join(Math.floor(whole / hour), "h", Math.floor((whole % hour) / minute), "min");
  const days = Math.floor(whole / (24 * hour));
  return join(days, days === 1 ? "day" : "days", Math.floor((whole % (24 * hour)) / hour), "h");
};

const join = (large: number, largeUnit: string, small: number, smallUnit: string) =>
  `${large} ${largeUnit}${small > 0 ? ` ${small} ${smallUnit}` : ""}`;

export const between = (from: Instant, to: Instant): string => duration(msOf(to) - msOf(from));

/** `2 h ago`, `in 45 min`. */
export const fromNow = (at: Instant, now: Instant): string =>
  at > now ? `in ${between(now, at)}` : `${between(at, now)} ago`;

/** `1 notice`, `2 notices`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** With a capital first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Adds a closing stop, unless the text has one. */
export const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
