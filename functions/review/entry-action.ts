import { readMessage } from "../intake/read-message.ts";
import type { TakeInWork } from "../intake/work.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { wrongMoment } from "../report/moments.ts";
import type { TakenAgain } from "../report/put-off.ts";
import type { Unreadable } from "../report/report.ts";
import { changeEntry } from "../store/change-entry.ts";
import type { EntryChange } from "../store/ports.ts";
import { closingOf, type EntryAction, entryKeyOf, type QueueEntry, withAction } from "../store/queue-entry.ts";
import type { CaseWork } from "../store/work.ts";
import { whoAndWhyAreWrong } from "./by-hand.ts";

export type GivenEntryAction = {
  readonly id: string;
  readonly seenVersion: number;
  readonly does: EntryAction["does"];
  readonly by: string;
  readonly why: string;
  /** With `fix`: the message's new text, and which message of several it is. */
  readonly text?: string | undefined;
  readonly message?: number | undefined;
};

export type EntryRefused =
  | { readonly kind: "no-entry" }
  /** Somebody closed it, or opened it again: the entry says who. */
  | { readonly kind: "not-open" | "is-open"; readonly entry: QueueEntry }
  /** Messages or actions came since the person saw it. */
  | { readonly kind: "changed-since"; readonly entry: QueueEntry }
  | { readonly kind: "refused"; readonly reason: string; readonly field?: "by" | "why" | "text" }
  | { readonly kind: "contended" };

export type EntryWork = CaseWork & Pick<TakeInWork, "rules">;

/**
 * What is fixed or retried goes through intake within a minute, with all its checks, and becomes an entry anew
 * where it still does not fit; written together with the action or not at all. Idempotent.
 */
export const actOnEntry = async (
  work: EntryWork,
  given: GivenEntryAction,
): Promise<Result<QueueEntry, EntryRefused>> => {
  const entry = await work.store.readEntry(given.id);
  if (!entry || entry.forgottenAt !== undefined) return fail({ kind: "no-entry" });
  const refused = whyNot(entry, given) ?? (await whyNotReadable(work, entry, given));
  if (refused) return fail(refused);
  const takesMore = given.does === "reopen" && (await work.store.openCaseOfTarget(entryKeyOf(entry))) === undefined;
  const at = work.clock.now();
  const { does, by, why } = given;
  const message = does === "fix" ? (given.message ?? 1) : undefined;
  const action: EntryAction = { does, at, by, why, ...(message !== undefined && { message }) };
  const changed = await changeEntry(
    work,
    given.id,
    (read) => (whyNot(read, given) ? undefined : withAction(read, action, takesMore)),
    (next) => ({ ...noted(entry, action), takenAgain: takenAgain(next, given) }),
  );
  if (changed.ok) return ok(changed.value);
  if (changed.error.kind === "no-case") return fail({ kind: "no-entry" });
  return fail(
    changed.error.kind === "no-op"
      ? (whyNot(changed.error.state, given) ?? { kind: "contended" })
      : { kind: "contended" },
  );
};

const noted = ({ id: caseId, version, reviews }: QueueEntry, { at, does, by }: EntryAction): Partial<EntryChange> => {
  const [review] = reviews;
  const reviewId = review?.id ?? `closed.${version}`;
  return { decided: [{ at, caseId, reviewId, question: review?.question ?? "closed", decision: does, by }] };
};

const whyNot = (entry: QueueEntry, given: GivenEntryAction): EntryRefused | undefined => {
  const { does, by, why, seenVersion, message = 1 } = given;
  const isClosed = closingOf(entry) !== undefined;
  if (isClosed && does !== "reopen") return { kind: "not-open", entry };
  if (!isClosed && does === "reopen") return { kind: "is-open", entry };
  if (seenVersion < entry.changedAt) return { kind: "changed-since", entry };
  const wrong = whoAndWhyAreWrong(by, why);
  if (wrong) return { kind: "refused", reason: wrong.reason, field: wrong.field === "why" ? "why" : "by" };
  if (does === "pass-on" && !entry.noHost)
    return { kind: "refused", reason: "Only a report of something without a host is passed on." };
  if (does === "fix" && (message < 1 || message > entry.messages || entry.fixed.includes(message)))
    return { kind: "refused", reason: "There is no such message, or it is fixed already." };
  return undefined;
};

/** A person writes no more by hand, and the table's item holds it. */
const fixAtMostBytes = 300_000;

/** What intake would say at once. A message that fits no report may fit one by now: only intake knows. */
const whyNotReadable = async (
  { store, rules, clock }: EntryWork,
  entry: QueueEntry,
  { does, text: fixed = "" }: GivenEntryAction,
): Promise<EntryRefused | undefined> => {
  if (does !== "fix" && does !== "retry") return undefined;
  if (Buffer.byteLength(JSON.stringify(fixed)) > fixAtMostBytes)
    return { kind: "refused", field: "text", reason: "It is longer than 300 KB. Have its reporter send it anew." };
  const text = does === "fix" ? fixed : ((await store.messageOf(entry.id, unfixed(entry)[0] ?? 1)) ?? "");
  const read = readMessage(rules, { text, ...entry.source });
  const problem = read.ok ? wrongMoment(read.value, clock.now()) : read.error;
  return problem && notReadable(problem);
};

/** One message on a report queue: an entry's are few enough to be written with it. */
const atATime = 20;

const takenAgain = (entry: QueueEntry, { does, text = "" }: GivenEntryAction): readonly TakenAgain[] => {
  const { id: entryId, version, lane: queueLane, source } = entry;
  const { sender, owner } = source;
  const came = { queueLane, sender, owner, retryOf: `${entryId}@${version}` };
  if (does === "fix") return [{ ...came, text }];
  if (does !== "retry") return [];
  const numbers = unfixed(entry);
  return Array.from({ length: Math.ceil(numbers.length / atATime) }, (_, at) => ({
    ...came,
    entryId,
    messages: numbers.slice(at * atATime, (at + 1) * atATime),
  }));
};

const unfixed = ({ messages, fixed }: QueueEntry): readonly number[] =>
  Array.from({ length: messages }, (_, at) => at + 1).filter((number) => !fixed.includes(number));

const notReadable = ({ field, reason, fix }: Unreadable): EntryRefused => ({
  kind: "refused",
  field: "text",
  reason: `It still can't be taken in. ${field}: ${reason} ${fix}`,
});
