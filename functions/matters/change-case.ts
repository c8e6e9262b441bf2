import type { ReportWords, TargetCase } from "../case/case.ts";
import { reportKeyOf } from "../case/case-id.ts";
import type { CaseEvent } from "../case/event.ts";
import type { PolicyOf } from "../case/policy.ts";
import { movedOut, nothingSaid, withWord, wordsInside } from "../case/said.ts";
import type { Digest } from "../digest/digest.ts";
import { digestIdsOf, hears, withDigests } from "../digest/ties.ts";
import { digestIdOf, openingFor, type Waiting } from "../digest/waiting.ts";
import type { Clock, Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Lane } from "../report/category.ts";
import { type Advanced, advance, open } from "./advance.ts";
import type { Case } from "./case.ts";
import { changeOf } from "./change-of.ts";
import type { CaseStore, Change } from "./store.ts";

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
    const changed = facts && changeAfter(work, state, { read, heard, facts, digests }, now);
    if (!changed || changed.advanced.events.length === 0) {
      // No write says whether the case still stands so: it is read before that is believed.
      if (believed) continue;
      return fail({ kind: "needless", state: stored });
    }
    const { advanced, change } = changed;
    const words = new Map([...moved, ...wordsAfter(facts, reports, about)]);
    const written = await work.store.commit({ ...change, ...(words.size > 0 && { words }), ...also(state) });
    if (written.ok) {
      await dropHints(work, advanced);
      if (advanced.next.kind === "case") await openDigests(work, advanced.next, change.waits ?? []);
      return ok(advanced);
    }
    await work.rest?.(tries);
  }
  return fail({ kind: "contended" });
};

type Known = { readonly read: Case; readonly heard: readonly CaseEvent[]; readonly facts: readonly CaseEvent[]; readonly digests: readonly Digest[] };

/** What facts make of the case, and of the digests that it is in: all of it in one change. */
const changeAfter = (
  { policyOf }: CaseWork,
  state: Case,
  { read, heard, facts, digests }: Known,
  now: Instant,
): { readonly advanced: Advanced; readonly change: Change } => {
  if (state.kind !== "case" || read.kind !== "case") {
    const advanced = advance(read, facts, policyOf, now);
    return { advanced, change: changeOf(advanced, now, read) };
  }
  const { advanced, left, unchanged } = withDigests(policyOf, state, { read, heard, facts, digests }, now);
  const together = left.map((one) => changeOf(one.advanced, now, one.before));
  return {
    advanced,
    change: {
      ...changeOf(advanced, now, read),
      ...(together.length > 0 && { together }),
      ...(unchanged.length > 0 && { unchanged: unchanged.map(({ id, version }) => ({ caseId: id, version })) }),
    },
  };
};

const reportsOf = async ({ store }: CaseWork, state: Case, about: readonly string[], takesIn: readonly string[]): Promise<Reports> => {
  const inside = (key: string) => (state.kind === "case" ? wordsInside(state, key) : nothingSaid);
  const words = new Map(await Promise.all(about.map(async (key) => [key, (await store.wordsOf(state.id, key)) ?? inside(key)] as const)));
  const cases = await Promise.all(takesIn.map((key) => store.caseOfReport(key)));
  const known = new Set(takesIn.filter((_, at) => cases[at] !== undefined));
  return { wordsOf: (key) => words.get(key) ?? nothingSaid, isKnown: (key) => known.has(key) };
};

/** What is known of the reports that these facts are about, once they are written. */
export const wordsAfter = (facts: readonly CaseEvent[], reports: Reports, about: readonly string[]): ReadonlyMap<string, ReportWords> => {
  const words = new Map<string, ReportWords>();
  for (const event of facts) {
    if (event.type !== "status") continue;
    const key = reportKeyOf(event.message.reporter, event.message.reportId);
    if (about.includes(key)) words.set(key, withWord(words.get(key) ?? reports.wordsOf(key), event));
  }
  return words;
};

const digestsOf = async (work: CaseWork, state: Case, known: Digest | undefined): Promise<readonly Digest[]> => {
  if (state.kind !== "case") return [];
  const found = await Promise.all(digestIdsOf(state).map((id) => (id === known?.id ? known : work.store.read(id))));
  return found.filter((digest) => digest?.kind === "digest");
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
