import type { ReportWords, TargetCase } from "../case/case.ts";
import { reportKeyOf } from "../case/case-id.ts";
import type { CaseEvent } from "../case/event.ts";
import { targetCases } from "../case/matter.ts";
import { nothingSaid, withWord } from "../case/said.ts";
import type { Digest } from "../digest/digest.ts";
import { digestIdsOf, hears, withDigests } from "../digest/ties.ts";
import { advance } from "../engine/advance.ts";
import type { Tried } from "../engine/change.ts";
import type { Advanced } from "../engine/matter.ts";
import { changeOf, withBeside } from "./change-of.ts";
import { asKind } from "./kinds.ts";
import { openDigests } from "./open-digest.ts";
import type { Change } from "./store.ts";
import { type CaseWork, dropHints } from "./work.ts";

/** What is known of single reports, read after the case and so as true as it is. */
export type Reports = {
  /** What was said in this case of a report that is among `about`. */
  readonly wordsOf: (reportKey: string) => ReportWords;
  /** A report that is among `takesIn` has been taken in by somebody since. */
  readonly isKnown: (reportKey: string) => boolean;
};

export type FactsOf<State, Fact> = (state: State, reports: Reports) => readonly Fact[] | undefined;

/** What a change writes beside the case itself. */
export type Beside<State> = {
  /**
   * Reports of which something is said: what is known of each is read with the case, and written
   * with it.
   */
  readonly about?: readonly string[];
  /** Reports that may be taken in. */
  readonly takesIn?: readonly string[];
  readonly also?: (state: State) => Pick<Change, "reportKeys" | "unstopped" | "finds" | "judged" | "decided">;
  /**
   * A digest of the case as it was just read, so that a thousand members need not read it a
   * thousand times.
   */
  readonly digest?: Digest;
};

/**
 * Writes what happened to a case of a target: what it has not heard from its digests, the facts,
 * and what they mean for those digests, in one change; then drops the hints that follow, and opens
 * the digests that its notices wait for.
 */
export const writeTarget = async (
  work: CaseWork,
  read: TargetCase,
  factsOf: FactsOf<TargetCase, CaseEvent>,
  { about = [], takesIn = [], also, digest }: Beside<TargetCase>,
  tries: number,
): Promise<Tried<Advanced<TargetCase, CaseEvent>>> => {
  const { policyOf } = work;
  const reports = await reportsOf(work, read, about, tries > 0 ? takesIn : []);
  const digests = await digestsOf(work, read, tries === 0 ? digest : undefined);
  const now = work.clock.now();
  const heard = digests.flatMap((known) => hears(read, known, policyOf, now));
  const state =
    heard.length > 0 ? { ...advance(targetCases(policyOf), read, heard, now).next, version: read.version } : read;
  const facts = factsOf(state, reports);
  if (!facts) return { kind: "needless" };
  const { advanced, left, unchanged } = withDigests(policyOf, state, { read, heard, facts, digests }, now);
  if (advanced.events.length === 0) return { kind: "needless" };
  const words = wordsAfter(facts, reports, about);
  const itself: Change = {
    ...changeOf(advanced, now, read),
    ...(words.size > 0 && { words }),
    ...(left.length > 0 && { together: left.map((one) => changeOf(one.advanced, now, one.before)) }),
    ...(unchanged.length > 0 && { unchanged: unchanged.map(({ id, version }) => ({ caseId: id, version })) }),
  };
  const change = withBeside(itself, also?.(state));
  const written = await work.store.commit(change);
  if (!written.ok) return { kind: "outdone" };
  await dropHints(work, advanced);
  await openDigests(work, advanced.next, change.waits ?? []);
  return { kind: "written", done: advanced };
};

const reportsOf = async (
  { store }: CaseWork,
  state: TargetCase,
  about: readonly string[],
  takesIn: readonly string[],
): Promise<Reports> => {
  const words = new Map(
    await Promise.all(about.map(async (key) => [key, await store.wordsOf(state.id, key)] as const)),
  );
  const cases = await Promise.all(takesIn.map((key) => store.caseOfReport(key)));
  const known = new Set(takesIn.filter((_, at) => cases[at] !== undefined));
  return { wordsOf: (key) => words.get(key) ?? nothingSaid, isKnown: (key) => known.has(key) };
};

/** What is known of the reports that these facts are about, once they are written. */
export const wordsAfter = (
  facts: readonly CaseEvent[],
  reports: Reports,
  about: readonly string[],
): ReadonlyMap<string, ReportWords> => {
  const words = new Map<string, ReportWords>();
  for (const event of facts) {
    if (event.type !== "status" && !(event.type === "joined" && event.joinsFrom !== undefined)) continue;
    const { reporter, reportId } = event.type === "status" ? event.message : event.report;
    const key = reportKeyOf(reporter, reportId);
    if (!about.includes(key)) continue;
    const before = words.get(key) ?? reports.wordsOf(key);
    words.set(key, event.type === "status" ? withWord(before, event) : { ...before, joined: true });
  }
  return words;
};

const digestsOf = async (
  { store }: CaseWork,
  state: TargetCase,
  known: Digest | undefined,
): Promise<readonly Digest[]> => {
  const found = await Promise.all(
    digestIdsOf(state).map(async (id) => (id === known?.id ? known : asKind(await store.read(id)).digest)),
  );
  return found.filter((digest) => digest !== undefined);
};
