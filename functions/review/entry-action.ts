import { strangerTo } from "../intake/who-speaks.ts";
import type { TakeInWork } from "../intake/work.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { wrongMoment } from "../report/moments.ts";
import { readReport } from "../report/read-report.ts";
import type { Unreadable } from "../report/report.ts";
import { changeEntry } from "../store/change-entry.ts";
import type { EntryChange } from "../store/ports.ts";
import { closingOf, type EntryAction, entryKeyOf, type QueueEntry, withAction } from "../store/queue-entry.ts";
import type { CaseWork } from "../store/work.ts";
import { whoAndWhyAreWrong } from "./by-hand.ts";

/** What a person does to an entry of the review queue as they saw it. */
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

export type EntryWork = CaseWork & Pick<TakeInWork, "putOffs" | "rules">;

/**
 * Fixes, retries, passes on or discards an entry, or opens it again. What is fixed or retried goes through intake
 * within a minute, with all its checks, and becomes an entry anew where it still does not fit; it is put there before
 * the entry says so. Safe to repeat: a message that was put there twice counts once.
 */
export const actOnEntry = async (
  work: EntryWork,
  given: GivenEntryAction,
): Promise<Result<QueueEntry, EntryRefused>> => {
  const entry = await work.store.readEntry(given.id);
  if (!entry || entry.forgottenAt !== undefined) return fail({ kind: "no-entry" });
  const refused = whyNot(entry, given) ?? (await takenInAgain(work, entry, given));
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
    () => noted(entry, action),
  );
  if (changed.ok) return ok(changed.value);
  if (changed.error.kind === "no-case") return fail({ kind: "no-entry" });
  return fail(
    changed.error.kind === "needless"
      ? (whyNot(changed.error.state, given) ?? { kind: "contended" })
      : { kind: "contended" },
  );
};

/** Who did what, for the list by day. */
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
  if (does === "pass-on" && !entry.unhosted)
    return { kind: "refused", reason: "Only a report of something without a host is passed on." };
  if (does === "fix" && (message < 1 || message > entry.messages || entry.fixed.includes(message)))
    return { kind: "refused", reason: "There is no such message, or it is fixed already." };
  return undefined;
};

/** Puts what is fixed or retried through intake; why that would do nothing, else. */
const takenInAgain = async (
  work: EntryWork,
  entry: QueueEntry,
  { does, text = "", message = 1 }: GivenEntryAction,
): Promise<EntryRefused | undefined> => {
  if (does !== "fix" && does !== "retry") return undefined;
  const wanted = does === "fix" ? [message] : unfixed(entry);
  const [first = ""] = does === "fix" ? [text] : await textsOf(work, entry, wanted.slice(0, 1));
  const problem = whyUnreadable(work, entry, first);
  if (problem) return notReadable(problem);
  for (let from = 0; from < wanted.length; from += atATime) {
    const texts = does === "fix" ? [text] : await textsOf(work, entry, wanted.slice(from, from + atATime));
    await Promise.all(texts.map((one) => putBack(work, entry, one)));
  }
  return undefined;
};

const atATime = 20;

const unfixed = ({ messages, fixed }: QueueEntry): readonly number[] =>
  Array.from({ length: messages }, (_, at) => at + 1).filter((number) => !fixed.includes(number));

const textsOf = async ({ store }: EntryWork, { id }: QueueEntry, numbers: readonly number[]) =>
  (await Promise.all(numbers.map((number) => store.messageOf(id, number)))).flatMap((text) => text ?? []);

const putBack = ({ putOffs, clock }: EntryWork, { id, version, lane, source }: QueueEntry, text: string) => {
  const { sender, owner } = source;
  return putOffs.keep({ text, queueLane: lane, sender, owner, retryOf: `${id}@${version}` }, clock.now());
};

/** What intake would say of it at once. A message that fits no report may fit one by now: only intake knows. */
const whyUnreadable = ({ rules, clock }: EntryWork, { source }: QueueEntry, text: string): Unreadable | undefined => {
  const read = readReport(text, rules);
  if (!read.ok) return read.error;
  return strangerTo(rules, read.value.reporter, source) ?? wrongMoment(read.value, clock.now());
};

const notReadable = ({ field, reason, fix }: Unreadable): EntryRefused => ({
  kind: "refused",
  field: "text",
  reason: `It still can't be taken in. ${field}: ${reason} ${fix}`,
});
