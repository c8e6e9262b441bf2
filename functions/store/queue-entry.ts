import { hash } from "node:crypto";
import type { Case, Review } from "../case/case.ts";
import { forgotten } from "../case/forget.ts";
import { withRings } from "../case/lasting.ts";
import { nothing, type Wants } from "../case/wants.ts";
import { type Instant, plusHours } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { StatusMessage, Unreadable } from "../report/report.ts";

/*
 * A message that can't be read, or that fits no report, becomes an entry of the review queue. A broken script, or
 * someone who wants to distract on-call, can put thousands on a queue in a minute. So those of one sender, lane and
 * field share an entry, as do a reporter's status messages of one lane that fit no report for one reason.
 */

/** A person fixes, retries, passes on or discards an entry, and may reopen it until it is forgotten. */
export const entryActions = ["fix", "retry", "pass-on", "discard", "reopen"] as const;

export type EntryAction = {
  readonly does: (typeof entryActions)[number];
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
  readonly message?: number;
};

export type EntrySource = {
  /** Who put them on the queue, as SQS says. Absent where it says nothing. */
  readonly sender?: string | undefined;
  /** Whose own queue they came by, if any (`report/own-queue.ts`). */
  readonly owner?: string | undefined;
  /** The reporter whose status messages fit no report. */
  readonly reporter?: string | undefined;
};

export type QueueEntry = {
  readonly kind: "entry";
  readonly id: string;
  readonly version: number;
  readonly lane: Lane;
  readonly openedAt: Instant;
  readonly source: EntrySource;
  readonly field: string;
  readonly reason: string;
  readonly fix: string;
  /** The message could be read, but its target has no host. */
  readonly noHost?: true;
  /** How many there are. The store has each by its number, from 1. */
  readonly messages: number;
  /** Numbers of those that a person has fixed. */
  readonly fixed: readonly number[];
  /** The first few reports that status messages name, and those of them to be held. */
  readonly reportIds: readonly string[];
  readonly toHold: readonly string[];
  readonly takesMore: boolean;
  /** The version of the last message or action: what a person must have seen. */
  readonly changedAt: number;
  /** Empty once it is closed. */
  readonly reviews: readonly Review[];
  readonly actions: readonly EntryAction[];
  readonly forgottenAt?: Instant;
};

export type ReviewItem = Case | QueueEntry;

export const isEntry = (item: ReviewItem | undefined): item is QueueEntry => item?.kind === "entry";
/** The case, where it is one and no entry. */
export const targetIn = (item: ReviewItem | undefined): Case | undefined => (isEntry(item) ? undefined : item);

/** More would make a page that nobody can read. The next entry takes them. */
export const messagesAtMost = 1_000;
const idsAtMost = 20;
const idsNamed = 5;
/** Of a text in place of an id, so that the sentence stays one. */
const charactersNamed = 40;
const actionsAtMost = 50;
const notifiesAgainAfterHours = 1;
/** As for the worst that a message may hold. */
const keepDays = 90;

/**
 * Who put a message on its queue: the unique id of an IAM user or role, or an account's number (SQS API Reference,
 * ReceiveMessage, `SenderId`). AWS writes it. A role's sessions are one sender, since their names are their choice.
 */
export const senderIn = (senderId: string | undefined): string | undefined => senderId?.split(":")[0] || undefined;

/** Names one message for ever, whoever brings it. `retryOf` tells a retry from a duplicate delivery. */
export const messageKeyOf = (text: string, retryOf?: string): string =>
  ["message", ...(retryOf === undefined ? [] : [retryOf]), hash("sha256", text)].join(" ");

type Place = { readonly source: EntrySource; readonly lane: Lane } & Pick<Unreadable, "field" | "reason" | "noHost">;

/**
 * List positions and names of unknown fields are the sender's choice. What fits no report or has no host goes by its
 * reason, since each has its own fix.
 */
const kindOf = ({ source, field, reason, noHost }: Place): string => {
  if (source.reporter !== undefined || noHost) return reason;
  return reason === "There is no such field." ? "(no such field)" : field.replace(/\d+/g, "#");
};

/** Names the entry that takes such messages, hashed as a target's key is. */
export const entryKeyOf = (place: Place): string => {
  const { source, lane, noHost } = place;
  const { reporter = "", sender = "", owner = "" } = source;
  return hash("sha256", JSON.stringify(["entry", reporter, sender, owner, lane, noHost, kindOf(place)])).slice(0, 40);
};

type Opening = {
  readonly id: string;
  readonly at: Instant;
  readonly lane: Lane;
  readonly source: EntrySource;
  readonly problem: Unreadable;
};

const empty = { kind: "entry", version: 0, messages: 0, fixed: [], reportIds: [], toHold: [], actions: [] } as const;

export const openEntry = ({ id, at, lane, source, problem }: Opening, status?: StatusMessage): QueueEntry => {
  const { field, reason, fix, noHost } = problem;
  const about = { field, reason, fix, ...(noHost && { noHost }) };
  const entry = { ...empty, id, lane, openedAt: at, source, ...about, takesMore: true, changedAt: 0, reviews: [] };
  return withMessage(asking(entry, at), at, status);
};

const asking = (entry: QueueEntry, at: Instant): QueueEntry => {
  const question = "not-taken-in";
  const id = `${question}.${entry.version + 1}`;
  const reason = describeEntry(entry);
  return { ...entry, reviews: [{ id, question, askedAt: at, blocking: true, reason, announced: false }] };
};

/**
 * The entry with one more message. On-call is notified again an hour after the last time, and at once of the first
 * hold, since its reporter believes that nothing is sent.
 */
export const withMessage = (entry: QueueEntry, at: Instant, status?: StatusMessage): QueueEntry => {
  const isHold = status?.status === "hold";
  const next: QueueEntry = {
    ...entry,
    version: entry.version + 1,
    changedAt: entry.version + 1,
    messages: entry.messages + 1,
    takesMore: entry.takesMore && entry.messages + 1 < messagesAtMost,
    reportIds: status ? withId(entry.reportIds, status.reportId) : entry.reportIds,
    toHold: isHold ? withId(entry.toHold, status.reportId) : entry.toHold,
  };
  const isFirstHold = isHold && entry.toHold.length === 0;
  const reviews = entry.reviews.map((review): Review => {
    const isNews =
      isFirstHold || (review.announcedAt !== undefined && plusHours(review.announcedAt, notifiesAgainAfterHours) <= at);
    return { ...review, reason: describeEntry(next), announced: review.announced && !isNews };
  });
  return { ...next, reviews };
};

const withId = (ids: readonly string[], id: string): readonly string[] =>
  ids.includes(id) || ids.length >= idsAtMost ? ids : [...ids, id];

/** On-call was notified of these reviews. What has become news since stays so. */
export const withAnnounced = (entry: QueueEntry, at: Instant): QueueEntry => ({
  ...entry,
  version: entry.version + 1,
  reviews: entry.reviews.map((review) => ({ ...review, announced: true, announcedAt: at })),
});

/** The entry after a person's action. `takesMore`: of a reopened one, where no other takes its kind. */
export const withAction = (entry: QueueEntry, action: EntryAction, takesMore = false): QueueEntry => {
  const fixed = action.message === undefined ? entry.fixed : [...entry.fixed, action.message];
  const actions = [...entry.actions, action].slice(-actionsAtMost);
  const next = { ...entry, changedAt: entry.version + 1, fixed, actions };
  const isOpen = action.does === "reopen" || (action.does === "fix" && fixed.length < entry.messages);
  if (!isOpen) return { ...next, version: entry.version + 1, takesMore: false, reviews: [] };
  if (action.does === "fix") return { ...next, version: entry.version + 1 };
  return { ...asking({ ...next, fixed: [] }, action.at), version: entry.version + 1, takesMore };
};

/** What closed it, `undefined` while it is open. */
export const closingOf = ({ reviews, actions }: QueueEntry): EntryAction | undefined =>
  reviews.length > 0 ? undefined : actions.at(-1);

/** What it wants of the sweep: notify on-call now, or wake later. */
export const entryWants = (entry: QueueEntry, now: Instant): Pick<Wants, "announce" | "wakeAt"> => {
  const closing = closingOf(entry);
  if (entry.forgottenAt !== undefined) return { announce: [], wakeAt: now };
  return closing ? { announce: [], wakeAt: plusHours(closing.at, 24 * keepDays) } : withRings(entry, nothing, now);
};

/** A closed entry whose retention is over, redacted. */
export const redactedEntry = (entry: QueueEntry, at: Instant): QueueEntry => ({
  ...entry,
  version: entry.version + 1,
  field: forgotten,
  reason: forgotten,
  fix: forgotten,
  reportIds: [],
  toHold: [],
  actions: entry.actions.map((action) => ({ ...action, why: forgotten })),
  forgottenAt: at,
});

/** What happened, for a person: what is wrong, how many there are, whose, and the first few ids. */
export const describeEntry = (entry: QueueEntry): string => {
  const { field, reason, fix, noHost, source, messages, reportIds, toHold } = entry;
  const first = noHost ? `${reason} ${fix}` : `${field}: ${reason}`;
  if (source.reporter !== undefined) {
    const sent = `${messages} message${messages === 1 ? "" : "s"} of ${source.reporter}, about ${named(reportIds)}.`;
    return `${first} ${sent}${toHold.length > 0 ? ` To be held: ${named(toHold)}.` : ""}`;
  }
  if (messages <= 1) return first;
  return `${first} ${messages} messages alike, sent by ${source.sender ?? "somebody of whom SQS says nothing"}.`;
};

const named = (ids: readonly string[]): string => {
  const first = ids
    .slice(0, idsNamed)
    .map((id) => (id.length > charactersNamed ? `${id.slice(0, charactersNamed)}…` : id));
  return `${first.join(", ")}${ids.length > idsNamed ? " and others" : ""}`;
};
