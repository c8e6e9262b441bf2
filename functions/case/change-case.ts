import { type InOneGo, inOneGo } from "../kernel/in-one-go.ts";
import type { Clock, Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Lane } from "../report/category.ts";
import { type Advanced, advance, follow, open, type PolicyOf } from "./advance.ts";
import type { Candidate } from "./candidate.ts";
import type { Case, Digest, Notice, ReportWords, TargetCase } from "./case.ts";
import { openKeyOf, reportKeyOf } from "./case-id.ts";
import { mayGo } from "./decide/sendings.ts";
import { outcomesOf } from "./desk-memory.ts";
import { digestIdOf, digestKeyOf, isBound, lineUp, openingFor, type Waiting, waitingIn } from "./digest.ts";
import type { CaseEvent } from "./event.ts";
import { hears } from "./hears.ts";
import { isUnderTarget } from "./ladder.ts";
import { movedOut, nothingSaid, withWord, wordsInside } from "./said.ts";
import { statisticAfter } from "./statistic.ts";
import type { CaseStore, Change, Complaint } from "./store.ts";
import { placeOf, takesStrays } from "./strays.ts";
import { takesUnread, unreadPlaceOf } from "./unread.ts";

/** A queue message that says only: look at this case. It may be lost or come twice; the case itself decides. */
export type Hint = { readonly caseId: string };
/** What becomes of a queue message: it is done with, or kept and read again later. "Already done" is done. */
export type Outcome = "done" | "later";
/** `reporter`: on whose account it is, so that one reporter's many hints do not delay another's; absent where it is on nobody's or on many. */
export type DropHint = (to: "find-contact" | "send-notice", lane: Lane, hint: Hint, reporter?: string) => Promise<void>;

export type CaseWork = {
  readonly store: CaseStore;
  readonly policyOf: PolicyOf;
  readonly clock: Clock;
  readonly dropHint: DropHint;
  /** Rests before the next try, longer after each and never as long as a neighbour; absent where nobody writes beside. */
  readonly rest?: (tries: number) => Promise<void>;
};

/** The same work without hints: for a step that goes on with the case itself. */
export const silently = (work: CaseWork): CaseWork => ({ ...work, dropHint: async () => {} });

export type NotChanged =
  /** There is no such case. */
  | { readonly kind: "no-case" }
  /** The facts do not hold any more for the case as it is now, which is `state`; nothing was written. */
  | { readonly kind: "needless"; readonly state: Case }
  /** Others changed the case in every one of several tries; keep the message and come back. */
  | { readonly kind: "contended" };

/**
 * Of twenty readers that meet at one case, who write all that they have for it in one change each (`changesTogether`), the last comes
 * through within these tries: each lost race means that another one did. With their rests (`rest.ts`) they take some five seconds at most.
 */
const triesAtMost = 16;

/** The change that writes an advanced case down, with its place in the indexes. */
export const changeOf = ({ next, events, wants }: Advanced, at: string, before?: Case): Change => {
  const takesMore = takesIn(next);
  // Hashed only where it is wanted: most changes neither open nor close.
  const key = takesMore === takesIn(before) ? undefined : placeIn(next);
  const statistic = statisticAfter(before, next);
  const deskOutcomes = outcomesOf(before, next, at);
  const complaints = complaintsIn(before, next, at);
  const [inLine, wasInLine] = [waitingIn(next), waitingIn(before)];
  // One that has come to add more or less to a mail says so where it stands.
  const waiting = newlyIn(inLine, wasInLine, ({ bytes }, was) => bytes === was.bytes);
  const waitsNoMore = newlyIn(wasInLine, inLine);
  return {
    next,
    events,
    at,
    ...(wants.wakeAt && { dueAt: wants.wakeAt }),
    ...(statistic && { statistic }),
    ...(deskOutcomes.length > 0 && { deskOutcomes }),
    ...(key && { targetKey: { key, does: takesMore ? ("claim" as const) : ("release" as const) } }),
    ...(complaints.length > 0 && { complaints }),
    ...(waiting.length > 0 && { waits: waiting }),
    ...(waitsNoMore.length > 0 && { waitsNoMore }),
  };
};

/** Whether others still join it: an open case takes reports on its target, and a place for strays, or for what can't be read, those of its kind. */
const takesIn = (state: Case | undefined): boolean =>
  (state?.kind === "case" && !state.closed) || (state?.kind === "unread" && (takesStrays(state) || takesUnread(state)));

const placeIn = (state: Case): string | undefined => {
  if (state.kind === "case") return openKeyOf(state);
  return state.kind === "unread" ? (placeOf(state) ?? unreadPlaceOf(state)) : undefined;
};

/** A digest's mail is its own; its members hear of the complaint and note it nowhere else. */
const complaintsIn = (before: Case | undefined, next: Case, at: string): readonly Complaint[] => {
  if (next.kind === "unread") return [];
  const known = before === undefined || before.kind === "unread" ? [] : before.notices;
  return next.notices
    .filter(({ id, state, digest }) => state === "complained" && !digest && !known.some((other) => other.id === id && other.state === "complained"))
    .map(({ id, to }) => ({ email: to.email, caseId: next.id, noticeId: id, at, ...(tellsWhere(next, to) && { forgetsName: true as const }) }));
};

const tellsWhere = (state: TargetCase | Digest, { email, scope }: Candidate): boolean =>
  scope !== "platform" && (state.kind === "case" ? isUnderTarget(state, email) : scope === "site");

const newlyIn = (those: readonly Waiting[], others: readonly Waiting[], isSame: (one: Waiting, other: Waiting) => boolean = () => true): readonly Waiting[] =>
  those.filter((one) => !others.some((other) => other.key === one.key && other.noticeId === one.noticeId && isSame(one, other)));

/** Drops the hints that a case wants. Losing one costs time only: the case is due again when it was not acted upon. */
export const dropHints = async ({ dropHint }: Pick<CaseWork, "dropHint">, { next, wants }: Pick<Advanced, "next" | "wants">): Promise<void> => {
  for (const hint of wants.hints) await dropHint(hint, next.lane, { caseId: next.id }, firstReporterOf(next));
};

/** Who reported a case first; a digest has many. */
const firstReporterOf = (state: Case): string | undefined => (state.kind === "case" ? state.reporters[0] : undefined);

/** What is known of single reports, read after the case and so as true as it is. */
export type Reports = {
  /** What was said in this case of a report that is among `about`. */
  readonly wordsOf: (reportKey: string) => ReportWords;
  /** A report that is among `takesIn` has been taken in by somebody since. */
  readonly isKnown: (reportKey: string) => boolean;
};

/** What a change writes beside the case itself. */
type Beside = {
  /** Reports of which something is said: what is known of each is read with the case, and written with it. */
  readonly about?: readonly string[];
  /** Reports that may be taken in. */
  readonly takesIn?: readonly string[];
  readonly also?: (state: Case) => Pick<Change, "reportKeys" | "unstopped" | "untouchedText">;
  /** A digest of the case as it was just read, so that a thousand members need not read it a thousand times. */
  readonly digest?: Digest;
  /** The case as the caller read or wrote it last. The first try believes it, since its write fails where the case changed since. */
  readonly lastSeen?: Case;
};

/**
 * Reads a case, asks `factsOf` what happened to it, and writes the facts with all consequences in one atomic change;
 * then drops the hints that follow. When somebody was first, reads again and asks again.
 *
 * A case whose notice is in a digest first hears what its digest knows. Where the facts stop that notice or change what it says, the digest loses
 * it in the same atomic change, or, with its mail on the wire, must not have changed meanwhile: a stop is exact up to the wire.
 *
 * Reads: the case, unless `lastSeen` is given, each digest that it is in, and what was said of the reports that are asked about.
 *
 * `factsOf` gives `undefined` when there is nothing to do for the case as it now is. It must be pure: it may be asked
 * several times. Safe to call twice as long as `factsOf` looks at the case.
 */
export const changeCase = async (
  work: CaseWork,
  caseId: string,
  factsOf: (state: Case, reports: Reports) => readonly CaseEvent[] | undefined,
  { about = [], takesIn = [], also = () => ({}), digest, lastSeen }: Beside = {},
): Promise<Result<Advanced, NotChanged>> => {
  for (let tries = 0; tries < triesAtMost; tries++) {
    const believed = tries === 0 ? lastSeen : undefined;
    const stored = believed ?? (await work.store.read(caseId));
    if (!stored) return fail({ kind: "no-case" });
    const { state: read, words: moved } = stored.kind === "case" ? movedOut(stored, about) : { state: stored, words: new Map<string, ReportWords>() };
    const reports = await reportsOf(work, stored, about, tries > 0 ? takesIn : []);
    const digests = await digestsOf(work, read, tries === 0 ? digest : undefined);
    const now = work.clock.now();
    const heard = read.kind === "case" ? digests.flatMap((known) => hears(read, known, work.policyOf, now)) : [];
    const state = heard.length > 0 ? { ...advance(read, heard, work.policyOf, now).next, version: read.version } : read;
    const facts = factsOf(state, reports);
    const changed = facts && withDigests(work, state, { read, heard, facts, digests }, now);
    if (!changed || changed.advanced.events.length === 0) {
      // No write says whether the case still stands so: it is read before that is believed.
      if (believed) continue;
      return fail({ kind: "needless", state: stored });
    }
    const { advanced, ...beside } = changed;
    const change = changeOf(advanced, now, read);
    const words = new Map([...moved, ...wordsAfter(facts, reports, about)]);
    const written = await work.store.commit({ ...change, ...(words.size > 0 && { words }), ...also(state), ...beside });
    if (written.ok) {
      await dropHints(work, advanced);
      if (advanced.next.kind === "case") await openDigests(work, advanced.next, change.waits ?? []);
      return ok(advanced);
    }
    await work.rest?.(tries);
  }
  return fail({ kind: "contended" });
};

const reportsOf = async ({ store }: CaseWork, state: Case, about: readonly string[], takesIn: readonly string[]): Promise<Reports> => {
  const inside = (key: string) => (state.kind === "case" ? wordsInside(state, key) : nothingSaid);
  const words = new Map(await Promise.all(about.map(async (key) => [key, (await store.wordsOf(state.id, key)) ?? inside(key)] as const)));
  const cases = await Promise.all(takesIn.map((key) => store.caseOfReport(key)));
  const known = new Set(takesIn.filter((_, at) => cases[at] !== undefined));
  return { wordsOf: (key) => words.get(key) ?? nothingSaid, isKnown: (key) => known.has(key) };
};

/** What is known of the reports that these facts are about, once they are written. */
const wordsAfter = (facts: readonly CaseEvent[], reports: Reports, about: readonly string[]): ReadonlyMap<string, ReportWords> => {
  const words = new Map<string, ReportWords>();
  for (const event of facts) {
    if (event.type !== "status") continue;
    const key = reportKeyOf(event.message.reporter, event.message.reportId);
    if (about.includes(key)) words.set(key, withWord(words.get(key) ?? reports.wordsOf(key), event));
  }
  return words;
};

/** What one message on a queue wants of a case: a report that joins it, or something said of one. `bytes` is about what its facts take in a line of history. */
export type Wish = {
  readonly factsOf: (state: Case, reports: Reports) => readonly CaseEvent[] | undefined;
  readonly bytes: number;
  readonly about?: string;
  readonly takesIn?: string;
};

export type ChangesTogether = InOneGo<Wish, Result<Advanced, NotChanged>>;
type Granted = { readonly result: Result<Advanced, NotChanged>; readonly hints: readonly Parameters<DropHint>[] };

/**
 * Changes a case for all messages that one process holds for it at the moment, in one change: a hundred at once are then not a hundred
 * writers who keep each other, and a hold, from writing. Made once by each function that runs. As safe to repeat as `changeCase`.
 */
export const changesTogether = (work: CaseWork): ChangesTogether => {
  const change = inOneGo(async (caseId: string, wishes: readonly Wish[]) => {
    const answers: Granted[] = [];
    for (const portion of portionsOf(wishes)) {
      const hints: Parameters<DropHint>[] = [];
      const results = await changeFor({ ...work, dropHint: async (...hint) => void hints.push(hint) }, caseId, portion);
      answers.push(...results.map((result, at) => ({ result, hints: at === 0 ? hints : [] })));
    }
    return answers;
  });
  return async (caseId, wish) => {
    const { result, hints } = await change(caseId, wish);
    // Only now: a hint may wait for its neighbours (`sqs-hints.ts`), and these wait here for the change.
    for (const hint of hints) await work.dropHint(...hint);
    return result;
  };
};

/** A transaction holds 100 items and a line of history 400 KB; a message alone may be longer than what several may be together. */
const portionAtMost = { wishes: 10, bytes: 60_000 } as const;

const portionsOf = (wishes: readonly Wish[]): readonly (readonly Wish[])[] => {
  const portions: Wish[][] = [];
  let bytes = 0;
  for (const wish of wishes) {
    const last = portions.at(-1);
    bytes += wish.bytes;
    if (last && last.length < portionAtMost.wishes && bytes <= portionAtMost.bytes) last.push(wish);
    else {
      portions.push([wish]);
      bytes = wish.bytes;
    }
  }
  return portions;
};

const changeFor = async (work: CaseWork, caseId: string, wishes: readonly Wish[]): Promise<readonly Result<Advanced, NotChanged>[]> => {
  let granted: readonly (readonly CaseEvent[] | undefined)[] = [];
  const about = [...new Set(wishes.flatMap((wish) => wish.about ?? []))];
  const changed = await changeCase(
    work,
    caseId,
    (read, reports) => {
      const now = work.clock.now();
      let state = read;
      let facts: readonly CaseEvent[] = [];
      // Each sees the case as those before it leave it.
      granted = wishes.map((wish) => {
        if (wish.takesIn !== undefined && reports.isKnown(wish.takesIn)) return undefined;
        const words = wordsAfter(facts, reports, about);
        const own = wish.factsOf(state, { ...reports, wordsOf: (key) => words.get(key) ?? reports.wordsOf(key) });
        if (own === undefined || own.length === 0) return undefined;
        state = follow(state, own, work.policyOf, now).current;
        facts = [...facts, ...own];
        return own;
      });
      return facts.length > 0 ? facts : undefined;
    },
    {
      about,
      takesIn: wishes.flatMap(({ takesIn }) => takesIn ?? []),
      also: () => ({ reportKeys: wishes.flatMap(({ takesIn }, at) => (granted[at] && takesIn !== undefined ? [takesIn] : [])) }),
    },
  );
  // Of a change that others' wishes made, who wanted nothing of it hears that.
  return granted.length === 0 || !changed.ok
    ? wishes.map(() => changed)
    : granted.map((own) => (own ? changed : fail({ kind: "needless", state: changed.value.next })));
};

const digestsOf = async (work: CaseWork, state: Case, known: Digest | undefined): Promise<readonly Digest[]> => {
  if (state.kind !== "case") return [];
  const ids = new Set(state.notices.filter(isBound).map(({ digest }) => digest?.id ?? ""));
  const found = await Promise.all([...ids].map((id) => (id === known?.id ? known : work.store.read(id))));
  return found.filter((digest) => digest?.kind === "digest");
};

type Known = { readonly read: Case; readonly heard: readonly CaseEvent[]; readonly facts: readonly CaseEvent[]; readonly digests: readonly Digest[] };

/** The case after the facts, and what they mean for the digests that it is in. `state` has heard from them. */
const withDigests = (
  { policyOf }: CaseWork,
  state: Case,
  { read, heard, facts, digests }: Known,
  now: Instant,
): { readonly advanced: Advanced } & Pick<Change, "together" | "unchanged"> => {
  const stays = advance(read, [...heard, ...facts], policyOf, now);
  if (state.kind !== "case" || digests.length === 0) return { advanced: stays };
  const bound = state.notices.filter(isBound);
  // As if it were in line still: whatever would stop it there takes it out of its digest.
  const inLine = (notices: readonly Notice[], alone = false) =>
    notices.map((notice) => lineUp(notice, now, "it leaves its digest", alone ? undefined : notice.window));
  const loose = advance(read, [...heard, ...inLine(bound), ...facts], policyOf, now).next;
  // A mail that may be composed already would say what was said before; what is right goes by itself, as its window is over.
  const isRewritten = loose.kind === "case" && JSON.stringify(loose.evidence) !== JSON.stringify(state.evidence);
  const stopped = bound.filter((notice) => isRewritten || !goesOn(loose, notice, digests, now));
  const leaving = stopped.filter((notice) => notice.state === "gathered");
  const together = digests.flatMap((digest) => {
    const members = leaving.filter((notice) => notice.digest?.id === digest.id).map(({ id }) => ({ caseId: state.id, noticeId: id }));
    if (members.length === 0) return [];
    return changeOf(advance(digest, [{ type: "members-left", at: now, members, why: "its case stopped it" }], policyOf, now), now, digest);
  });
  // SES's no would bring a mail that is on the wire back: then whoever stopped meanwhile must not be in it.
  const unchanged = digests.filter(({ id }) => stopped.some(({ digest, state: come }) => digest?.id === id && come !== "gathered"));
  return {
    advanced: leaving.length > 0 ? advance(read, [...heard, ...inLine(leaving, isRewritten), ...facts], policyOf, now) : stays,
    ...(together.length > 0 && { together }),
    ...(unchanged.length > 0 && { unchanged: unchanged.map(({ id, version }) => ({ caseId: id, version })) }),
  };
};

const goesOn = (loose: Case, before: Notice, digests: readonly Digest[], now: Instant): boolean => {
  const notice = loose.kind === "case" ? loose.notices.find(({ id }) => id === before.id) : undefined;
  const key = digests.find(({ id }) => id === before.digest?.id)?.key;
  return loose.kind === "case" && notice?.state === "queued" && mayGo(loose, notice, now) && digestKeyOf(loose, notice) === key;
};

/**
 * Whether a notice that waits goes out, as its case stands by today's policy and clock; a digest's as if it were in line still.
 * Settings may have changed since it was queued and nobody looked at the case: what would stop it now is not written down yet.
 */
export const goesOut = (state: TargetCase, notice: Notice, policyOf: PolicyOf, now: Instant): boolean => {
  const { next } = advance(state, [lineUp(notice, now, "it is about to go out", notice.window)], policyOf, now);
  const still = next.kind === "case" ? next.notices.find(({ id }) => id === notice.id) : undefined;
  return next.kind === "case" && still?.state === "queued" && mayGo(next, still, now);
};

/** A notice that begins to wait has a digest that is due when its window ends. Left undone, the notice waits for another window. */
const openDigests = async (work: CaseWork, state: TargetCase, waits: readonly Waiting[]): Promise<void> => {
  for (const { key, noticeId } of waits) {
    const notice = state.notices.find(({ id }) => id === noticeId);
    if (notice && !(await work.store.read(digestIdOf(key, 1)))) await openDigest(work, openingFor(state, notice, key, work.clock.now()));
  }
};

/** Opens a digest, or finds that somebody has. */
export const openDigest = async (work: CaseWork, opening: Extract<CaseEvent, { type: "digest-opened" }>): Promise<void> => {
  const opened = open(opening, work.policyOf);
  await work.store.commit(changeOf(opened, opening.at));
  await dropHints(work, opened);
};
