import type { Case, ReportWords } from "../case/case.ts";
import { reportKeyOf } from "../case/case-id.ts";
import type { CaseEvent } from "../case/event.ts";
import { nothingSaid } from "../case/said.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Settings } from "../kernel/settings.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { Outcome } from "../store/work.ts";
import { factOf, isOutlived, notedElsewhere } from "./later-word.ts";
import { notifiersOf } from "./notifiers-of.ts";
import { changeBySaid, tell } from "./tell-case.ts";
import { mayBeLive } from "./who-speaks.ts";
import type { TakeInWork } from "./work.ts";

/** The closed case in which a report stands, and the one that it opened or joined first. */
type Own = { readonly own: Case; readonly named: string };

/**
 * *Still up* of what is open as another case: its reporter's report joins that one as if sent again, and that one
 * is notified. It is noted at its own case last: repeated when the other one is closed, it opens neither.
 * `closed-meanwhile`: the other one was closed in the same moment, and got nothing. Two changes: a withdrawal
 * meanwhile is noted at its own case first, then looked for in the other; here in reverse, so that one of the two
 * sees it.
 */
export const joinBeside = async (
  work: TakeInWork,
  { own, named }: Own,
  status: StatusMessage,
  instead: string,
): Promise<Outcome | "closed-meanwhile"> => {
  const reportKey = reportKeyOf(status.reporter, status.reportId);
  const wordsNow = async () => (await work.store.wordsOf(own.id, reportKey)) ?? nothingSaid;
  if (isOutlived(own, await wordsNow(), status)) return tell(work, own.id, status, { toldTo: instead });
  const stands = (await work.store.wordsOf(instead, reportKey))?.joined === true;
  const report = stands ? undefined : await reportAgain(work, { own, named }, status);
  const joining = { own, status, report, reporters: work.rules.reporters };
  let isTold = false;
  const facts = (state: Case, words: ReportWords) => {
    isTold = (words.said["still-up"] ?? "") >= status.at;
    return joiningFacts({ ...joining, state, words, at: work.clock.now() });
  };
  const joined = await changeBySaid(work, instead, status, facts, JSON.stringify(report ?? "").length);
  if (!joined.ok && joined.error.kind === "contended") return "later";
  if (!joined.ok && joined.error.kind === "no-op" && joined.error.state.closed && !isTold) return "closed-meanwhile";
  const noted = await changeBySaid(work, own.id, status, (state, words) => {
    const fact = notedElsewhere(state, words, status, work.clock.now(), instead);
    return fact && [fact];
  });
  if (!noted.ok && noted.error.kind === "contended") return "later";
  const { withdrawn } = (await wordsNow()).said;
  if (withdrawn === undefined || withdrawn <= status.at) return "done";
  return tell(work, instead, { ...status, status: "withdrawn", at: withdrawn });
};

const linesAtOnce = 100;

/**
 * The report as if sent again now. Reads the history of the case in which it stands, and of its first one, up to
 * its line. What a person corrected there is not brought along as wrong.
 */
const reportAgain = async (
  { store, rules }: TakeInWork,
  { own, named }: Own,
  { reporter, reportId, at: seenAt }: StatusMessage,
): Promise<Report | undefined> => {
  for (const caseId of new Set([own.id, named])) {
    let before: number | undefined;
    do {
      const lines = await store.latestLines(caseId, linesAtOnce, before);
      for (const fact of lines.flatMap(({ events }) => events)) {
        if (fact.type !== "opened" && fact.type !== "joined") continue;
        const { firstSeenAt: _, ...report } = fact.report;
        if (report.reporter !== reporter || report.reportId !== reportId) continue;
        const { explanation: __, ...evidence } = report.evidence;
        return {
          ...report,
          seenAt,
          live: report.live && mayBeLive(rules, report),
          ...(own.wrongReasons && { evidence }),
        };
      }
      before = lines.at(-1)?.version;
    } while (before !== undefined && before > 1);
  }
  return undefined;
};

type Joining = {
  readonly state: Case;
  readonly words: ReportWords;
  readonly own: Case;
  readonly status: StatusMessage;
  readonly report: Report | undefined;
  readonly reporters: Settings["reporters"];
  readonly at: Instant;
};

/** Joins once, with a hold not lifted; nothing if all is known, or the case closed and stays so. */
const joiningFacts = ({
  state,
  words,
  own,
  status,
  report,
  reporters,
  at,
}: Joining): readonly CaseEvent[] | undefined => {
  const { reporter } = status;
  // The report may name whoever reported it in its own case.
  const named = report && notifiersOf({ reporters }, report, state, own);
  const joins = report && !words.joined ? ([{ type: "joined", at, report, ...named, joinsFrom: own.id }] as const) : [];
  const hold = joins.length > 0 ? own.holds.find(({ by }) => by === reporter) : undefined;
  const held = hold && factOf(state, words, { ...status, status: "hold", at: hold.since, note: hold.why }, at);
  const word = factOf(state, words, status, at);
  if (state.closed && !word) return undefined;
  const facts = [...joins, ...(held ? [held] : []), ...(word ? [word] : [])];
  return facts.length > 0 ? facts : undefined;
};
