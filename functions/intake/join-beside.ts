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

/** The case in which a report stands, which is closed, and the one that it opened or joined first. */
type Own = { readonly own: Case; readonly named: string };

/**
 * *Still up* of what is open as another case: its reporter's report joins that one, as if it were sent again, and
 * that one is told. It is noted at the report's own case, too, and there last: told again when the other one is
 * closed, it opens neither. `closed-meanwhile`: the other one was closed in the same moment, and nothing was told.
 *
 * The two cases are two changes. Whoever takes the report back meanwhile notes that at its own case and looks
 * then whether it stands in the other; here it is the other way round, so that one of the two sees it.
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
  if (!joined.ok && joined.error.kind === "needless" && joined.error.state.closed && !isTold) return "closed-meanwhile";
  const noted = await changeBySaid(work, own.id, status, (state, words) => {
    const fact = notedElsewhere(state, words, status, work.clock.now(), instead);
    return fact && [fact];
  });
  if (!noted.ok && noted.error.kind === "contended") return "later";
  const { withdrawn } = (await wordsNow()).said;
  if (withdrawn === undefined || withdrawn <= status.at) return "done";
  return tell(work, instead, { ...status, status: "withdrawn", at: withdrawn });
};

/** A page of a history is read at once. */
const linesAtOnce = 100;

/**
 * The report as if it were sent again by whoever sees it there still. Reads the history of the case in which it
 * stands, and of its first one, up to its line. What a person put right in that case is not brought along as wrong.
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

/**
 * The report joins once, with the hold that its reporter has not lifted; nothing where all of it is known, or
 * where that case was closed in the same moment and the word does not open it.
 */
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
  // What the report says may name whoever reported it in its own case.
  const named = report && notifiersOf({ reporters }, report, state, own);
  const joins = report && !words.joined ? ([{ type: "joined", at, report, ...named, joinsFrom: own.id }] as const) : [];
  const hold = joins.length > 0 ? own.holds.find(({ by }) => by === reporter) : undefined;
  const held = hold && factOf(state, words, { ...status, status: "hold", at: hold.since, note: hold.why }, at);
  const word = factOf(state, words, status, at);
  if (state.closed && !word) return undefined;
  const facts = [...joins, ...(held ? [held] : []), ...(word ? [word] : [])];
  return facts.length > 0 ? facts : undefined;
};
