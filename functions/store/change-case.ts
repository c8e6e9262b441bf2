import { type Advanced, advance } from "../case/advance.ts";
import type { Case, ReportWords } from "../case/case.ts";
import { reportKeyOf } from "../case/case-id.ts";
import type { CaseEvent } from "../case/event.ts";
import { nothingSaid, withWord } from "../case/said.ts";
import type { Result } from "../kernel/result.ts";
import { batchIdOf } from "../send/mail/waiting.ts";
import { change, type NotChanged, type Tried } from "./change.ts";
import { changeOf, withBeside } from "./change-of.ts";
import type { Change } from "./ports.ts";
import { type CaseWork, dropHints } from "./work.ts";

/** What is known of single reports. Read after the case, so as true as it is. */
type Reports = {
  /** What was said in this case of a report in `about`. */
  readonly wordsOf: (reportKey: string) => ReportWords;
  /** Someone has taken in a report in `takesIn` since. */
  readonly isKnown: (reportKey: string) => boolean;
};

export type FactsOf = (state: Case, reports: Reports) => readonly CaseEvent[] | undefined;

type Extras = {
  /** Reports of which something is said: what is known of each is read and written with the case. */
  readonly about?: readonly string[];
  /** Reports that may be taken in. */
  readonly takesIn?: readonly string[];
  readonly also?: (state: Case) => Pick<Change, "reportKeys" | "unstopped" | "finds" | "judged" | "decided">;
};

/**
 * Reads a case, asks `factsOf` what happened to it, and writes the facts with all consequences in one atomic change.
 * Then drops the hints that follow and sets the timers of batches in which its notices begin to wait. When somebody
 * was first, reads and asks again.
 *
 * `lastSeen`: as the caller last read or wrote it. Safe for the first try: its write fails where it changed since.
 *
 * `factsOf` gives `undefined` when there is nothing to do. It must be pure: it may be asked several times. Safe to
 * call twice as long as `factsOf` looks at the case.
 */
export const changeCase = (
  work: CaseWork,
  caseId: string,
  factsOf: FactsOf,
  { about = [], takesIn = [], also, lastSeen }: Extras & { readonly lastSeen?: Case } = {},
): Promise<Result<Advanced, NotChanged<Case>>> =>
  change<Case, Advanced>({
    read: () => work.store.read(caseId),
    write: async (read, tries): Promise<Tried<Advanced>> => {
      const reports = await reportsOf(work, read, about, tries > 0 ? takesIn : []);
      const now = work.clock.now();
      const facts = factsOf(read, reports);
      const advanced = facts && advance(read, facts, work.policyOf, now);
      if (!advanced || advanced.events.length === 0) return "no-op";
      const words = wordsAfter(facts, reports, about);
      const itself: Change = { ...changeOf(advanced, now, read), ...(words.size > 0 && { words }) };
      const written = await work.store.commit(withBeside(itself, also?.(read)));
      if (!written.ok) return "conflict";
      await dropHints(work, advanced);
      await setTimers(work, read, advanced.next);
      return { done: advanced };
    },
    lastSeen,
    rest: work.rest,
  });

/** A notice that begins to wait, or waits again, has a batch that is due when it may go. */
export const setTimers = async ({ store }: Pick<CaseWork, "store">, before: Case, next: Case): Promise<void> => {
  const known = before.notices.map((notice) => batchIdOf(before, notice));
  for (const notice of next.notices) {
    const batch = batchIdOf(next, notice);
    if (batch !== undefined && !known.includes(batch)) await store.putTimer(batch, next.lane, notice.notBefore);
  }
};

const reportsOf = async (
  { store }: CaseWork,
  state: Case,
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
