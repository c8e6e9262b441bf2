import type { TargetCase } from "../case/case.ts";
import { caseIdOf, openKeysOf, reportKeyOf, targetKeyOf } from "../case/case-id.ts";
import { isLookedUp } from "../case/decide/look-up.ts";
import { factOf } from "../case/said.ts";
import { twinOf } from "../case/spellings.ts";
import { type Instant, latest, plusMinutes, plusMs } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import type { OneAtATime } from "../kernel/one-at-a-time.ts";
import { open } from "../matters/advance.ts";
import { changeOf } from "../matters/change-of.ts";
import type { ChangesTogether } from "../matters/changes-together.ts";
import { targetIn } from "../matters/kinds.ts";
import { type CaseWork, dropHints, type Outcome } from "../matters/work.ts";
import { type Bursts, putOffSeconds, wordPutOffSeconds } from "../report/burst.ts";
import { isUrgent, type Lane, laneOf } from "../report/category.ts";
import type { PutOff, PutOffs } from "../report/put-off.ts";
import { readReport } from "../report/read-report.ts";
import type { ReadingRules } from "../report/read-target.ts";
import type { Report, StatusMessage, Unreadable } from "../report/report.ts";
import { casesOf, type Use, useOf, usesAtMost } from "./report-uses.ts";
import { takeInStray } from "./take-in-stray.ts";
import { takeInUnread } from "./take-in-unread.ts";

export type TakeInWork = CaseWork & {
  readonly rules: ReadingRules;
  readonly log: Log;
  readonly bursts: Bursts;
  readonly putOffs: PutOffs;
  /** From 0 to 1: spreads what is put off. */
  readonly jitter: () => number;
  readonly oneAtATime: OneAtATime;
  readonly changeTogether: ChangesTogether;
};

/** One message as the queue gave it. */
export type ReportMessage = {
  readonly text: string;
  readonly queueLane: Lane;
  /** Who put it there, by SQS's own word (`senderIn`). */
  readonly sender?: string | undefined;
  /** Whose own queue it came by, if it is one's own (`report/own-queue.ts`). */
  readonly owner?: string | undefined;
  /** How often it was handed out, from 1. */
  readonly receives: number;
};
/** The message beside what was read of it. */
type Received = Pick<ReportMessage, "queueLane" | "receives" | "sender">;

// A status may overtake its report on a standard queue; after this many receives the report is not
// coming.
const receivesBeforeAsking = 3;
// Clocks differ by seconds; a moment further ahead is another zone's, and would outlast every word
// that is said before it.
const aheadAtMostMinutes = 10;
const triesAtMost = 10;

/**
 * Takes one message in: opens a case, joins the open one of the same target, notes what a reporter
 * says later, or puts what can't be read, whole but for what may be content, and what fits no
 * report in front of a person with others of its kind. Safe to repeat with the same message at any
 * time: the report's key is written once for ever, and a text that could not be read is named by
 * its hash.
 *
 * A reporter's burst: what is over the limit waits in the table (`report/put-off.ts`) until the
 * sweep takes it up.
 */
export const takeInReport = async (work: TakeInWork, message: ReportMessage): Promise<Outcome> => {
  const read = readReport(message.text, work.rules);
  if (!read.ok) return takeInUnreadable(work, message, read.error);
  const notTheirs = strangerTo(work.rules, read.value.reporter, message);
  if (notTheirs) return takeInUnreadable(work, message, notTheirs);
  if (read.value.kind === "status") return takeInStatus(work, message, read.value);
  // A desk looks into its logs at that moment, and a clock that is set wrong makes it a wrong one.
  return hasCome(work, read.value.seenAt)
    ? takeInRead(work, message, believed(work, read.value))
    : takeInUnreadable(work, message, notYetCome("seenAt", "it was seen"));
};

/**
 * Whoever may not report as live in this category has their report taken in as any other: `live`
 * passes limits and windows.
 */
const believed = ({ rules, log }: TakeInWork, report: Report): Report => {
  const { reporter, category, live } = report;
  const mayBeLive =
    isUrgent(category) || rules.reporters.some(({ id, liveIn }) => id === reporter && liveIn?.includes(category));
  if (!live || mayBeLive) return report;
  log.info("report.not-live", { category });
  return { ...report, live: false };
};

/**
 * Anybody on a queue can write any reporter's id: where the settings say who may, AWS's own word on
 * the sender, or on the queue, counts.
 */
const strangerTo = (
  { reporters }: ReadingRules,
  reporter: string,
  { sender, owner }: Pick<ReportMessage, "sender" | "owner">,
): Unreadable | undefined => {
  const { senders, through } = reporters.find(({ id }) => id === reporter) ?? {};
  if (owner !== undefined && owner !== reporter)
    return stranger(
      `It came by the topic or rule of ${owner}, which may not speak for ${reporter}.`,
      "have it sent again by a way of theirs",
    );
  if (through !== undefined && owner !== reporter)
    return stranger(
      `It came by a queue for all, and ${reporter} speaks through ${through} alone.`,
      "have it sent again through that",
    );
  if (senders === undefined || (sender !== undefined && senders.includes(sender))) return undefined;
  return stranger(
    `Its sender (${sender ?? "unknown to SQS"}) may not speak for ${reporter}.`,
    "add the sender to their `senders` in the settings, and have it sent again",
  );
};

const stranger = (reason: string, then: string): Unreadable => ({
  kind: "unreadable",
  field: "(sender)",
  reason,
  fix: `Nothing of it was done. Ask the reporter whether it is theirs; if it is, ${then}.`,
});

/**
 * Takes in what had been put off, as the sweep takes it up; it may be put off again. Safe to
 * repeat.
 */
export const takeInPutOff = (work: TakeInWork, { said, queueLane }: PutOff): Promise<Outcome> => {
  const received = { queueLane, receives: receivesBeforeAsking };
  return said.kind === "status" ? takeInStatus(work, received, said) : takeInRead(work, received, said);
};

const hasCome = ({ clock }: TakeInWork, at: Instant): boolean => at <= plusMinutes(clock.now(), aheadAtMostMinutes);

const notYetCome = (field: string, when: string): Unreadable => ({
  kind: "unreadable",
  field,
  reason: "This moment has not come yet.",
  fix: `Write when ${when}, with its zone; set the clock right.`,
});

const takeInRead = async (work: TakeInWork, { queueLane, sender }: Received, report: Report): Promise<Outcome> => {
  for (let tries = 0; tries < triesAtMost; tries++) {
    const use = await useOf(work.store, report);
    if (use.kind === "known") {
      work.log.info("report.known", { caseId: use.caseId });
      return "done";
    }
    if (use.kind === "worn-out")
      return takeInUnreadable(work, { text: JSON.stringify(report), queueLane, sender }, wornOut);
    if (tries === 0 && (await hasToWait(work, report)))
      return putOff(work, { said: report, queueLane }, later(work, putOffSeconds(work.jitter())));
    const openCase = (await openCaseOf(work, report)) ?? (await openCaseOfTwin(work, report));
    const taken = openCase ? await join(work, openCase, report, use) : await openNew(work, report, use);
    if (taken) return "done";
  }
  return "later";
};

const wornOut: Unreadable = {
  kind: "unreadable",
  field: "reportId",
  reason: `This report id was used for ${usesAtMost} targets already.`,
  fix: "Give each report an id of its own, and send it again with one.",
};

type Free = Extract<Use, { kind: "free" }>;
const afterOther = ({ usedFor }: Free) => (usedFor === undefined ? {} : { usedFor });

const openCaseOf = async (
  { store }: Pick<TakeInWork, "store">,
  { target, category }: Pick<Report, "target" | "category">,
): Promise<string | undefined> => {
  for (const key of openKeysOf(target, category)) {
    const found = await store.openCaseOfTarget(key);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * The open case of the same page at the host's twin with `www.`, or without. Nobody may ask DNS
 * here, so the case's own look-up has to have found both at the same addresses, and lately: two
 * hosts may be two sites, and stop being one.
 */
const openCaseOfTwin = async (work: TakeInWork, report: Report): Promise<string | undefined> => {
  const twin = twinOf(report.target);
  const found = twin && (await work.store.openCaseOfTarget(targetKeyOf(twin, report.category)));
  const state = found && targetIn(await work.store.read(found));
  return state && mayJoin(work, state, report) ? found : undefined;
};

const mayJoin = ({ policyOf, clock }: TakeInWork, state: TargetCase, { target }: Report): boolean =>
  !state.closed &&
  (state.target.host === target.host ||
    (state.contact?.sameHost === target.host && isLookedUp(state, policyOf(state), clock.now())));

/**
 * > Lanes share nothing that could let one delay the other: an urgent report is counted, and
 * on-call told, but it never waits.
 */
const hasToWait = async ({ bursts, clock }: TakeInWork, { reporter, category, live }: Report): Promise<boolean> => {
  const lane = laneOf(category, live);
  const isOver = await bursts.isOver(reporter, lane, clock.now());
  return isOver && lane === "standard";
};

const later = ({ clock }: TakeInWork, seconds: number): Instant => plusMs(clock.now(), seconds * 1000);

const putOff = async ({ putOffs, log }: TakeInWork, what: PutOff, dueAt: Instant): Promise<"done"> => {
  await putOffs.keep(what, dueAt);
  log.info("report.put-off", { lane: what.queueLane });
  return "done";
};

const openNew = async (work: TakeInWork, report: Report, use: Free): Promise<boolean> => {
  const at = work.clock.now();
  const caseId = caseIdOf(`report ${use.key}`);
  const opened = open(
    { type: "opened", at, caseId, lane: laneOf(report.category, report.live), report, ...afterOther(use) },
    work.policyOf,
  );
  const written = await work.store.commit({ ...changeOf(opened, at), reportKeys: [use.key] });
  if (!written.ok) return false;
  work.log.info("report.opened", { caseId, lane: opened.next.lane, category: report.category });
  if (use.usedFor !== undefined) work.log.info("report.id-used-again", { caseId });
  await dropHints(work, opened);
  return true;
};

const join = async (work: TakeInWork, caseId: string, report: Report, use: Free): Promise<boolean> => {
  const at = work.clock.now();
  const joined = await work.changeTogether(caseId, {
    factsOf: (state) =>
      mayJoin(work, state, report) ? [{ type: "joined", at, report, ...afterOther(use) }] : undefined,
    takesIn: use.key,
    bytes: JSON.stringify(report).length,
  });
  if (joined.ok) work.log.info("report.joined", { caseId });
  if (joined.ok && use.usedFor !== undefined) work.log.info("report.id-used-again", { caseId });
  return joined.ok;
};

const takeInUnreadable = async (
  work: TakeInWork,
  message: Pick<ReportMessage, "text" | "queueLane" | "sender">,
  problem: Unreadable,
): Promise<Outcome> => {
  const { text, queueLane: lane, sender } = message;
  const isTaken = await takeInUnread(work, { text, lane, sender, problem });
  return isTaken ? "done" : "later";
};

const takeInStatus = async (work: TakeInWork, message: Received, status: StatusMessage): Promise<Outcome> => {
  if (!hasCome(work, status.at)) return gather(work, message, status, notYetCome("at", "it was said"));
  const reportKey = reportKeyOf(status.reporter, status.reportId);
  const cases = await casesOf(work.store, status);
  const meant = status.caseId === undefined ? cases : cases.filter((id) => id === status.caseId);
  if (meant.length === 0 && cases.length > 0) return gather(work, message, status, anothersCase);
  const [known, ...others] = meant;
  if (known !== undefined && others.length > 0) return tellOneOfSeveral(work, message, status, meant);
  if (known !== undefined && status.caseId === undefined && (await isToComeAgain(work, reportKey))) {
    // The id may name another report by then; a hold must not wait for that.
    if (status.status === "hold") await tellItsCase(work, message, status, known);
    return waitFor(work, message, status, reportKey);
  }
  const caseId = known ?? (await waitBeside(work, message, status, reportKey));
  if (caseId === "waits") return "done";
  if (!caseId) {
    if (message.receives < receivesBeforeAsking) return "later";
    const fix = "Send the report first, or correct the report id.";
    return gather(work, message, status, {
      kind: "unreadable",
      field: "reportId",
      reason: "No report of this reporter has this id.",
      fix,
    });
  }
  return tellItsCase(work, message, status, caseId);
};

const anothersCase: Unreadable = {
  kind: "unreadable",
  field: "caseId",
  reason: "No report of this reporter with this id is in this case.",
  fix: "Write the case that the news of the report names, or leave it out.",
};

const severalCases: Unreadable = {
  kind: "unreadable",
  field: "caseId",
  reason: "This report id was used for several targets, and the message does not say which it means.",
  fix: "Write the case in `caseId`, as the news of the report names it.",
};

/**
 * The id names several reports; of those that are forgotten nothing can be said. A hold holds all
 * others at once, since nothing must go out that it was to stop; of the rest a person asks.
 */
const tellOneOfSeveral = async (
  work: TakeInWork,
  message: Received,
  status: StatusMessage,
  named: readonly string[],
): Promise<Outcome> => {
  const states = await Promise.all(named.map((caseId) => work.store.read(caseId)));
  const cases = named.filter((_, at) => states[at]?.forgottenAt === undefined);
  const [only, ...others] = cases;
  if (only !== undefined && others.length === 0) return tellItsCase(work, message, status, only);
  if (status.status !== "hold") return gather(work, message, status, severalCases);
  const outcomes: Outcome[] = [];
  for (const caseId of cases) outcomes.push(await tellItsCase(work, message, status, caseId));
  return outcomes.includes("later") ? "later" : "done";
};

const tellItsCase = async (
  work: TakeInWork,
  message: Received,
  status: StatusMessage,
  caseId: string,
): Promise<Outcome> => {
  const told = await work.store.read(caseId);
  if (told?.forgottenAt !== undefined) {
    // Nothing is left that could be held, or looked at again.
    if (status.status !== "hold" && status.status !== "still-up") return "done";
    const reason = "The report is so old that what it was about is forgotten.";
    return gather(work, message, status, {
      kind: "unreadable",
      field: "reportId",
      reason,
      fix: "Report it again, with a new report id.",
    });
  }
  const instead = await openInstead(work, targetIn(told), status);
  if (instead === undefined) return tell(work, caseId, status);
  // What one reporter takes back, others report: the open case says what is asked of the desk now.
  if (status.status === "withdrawn") return tell(work, caseId, status, instead);
  const outcome = await tell(work, instead, status);
  if (outcome === "later") return outcome;
  // Noted at the reporter's own case, too, and there last: told again when the other one is closed,
  // it opens neither.
  return tell(work, caseId, status, instead);
};

/**
 * What is said of a report that waits: it waits as long, and is taken up behind it. Gives the
 * report's case where it was taken in just now, since a hold must not wait behind its report;
 * nothing where no such report waits.
 */
const waitBeside = async (
  work: TakeInWork,
  message: Received,
  said: StatusMessage,
  reportKey: string,
): Promise<string | undefined> => {
  if ((await work.putOffs.reportDueAt(reportKey)) === undefined) return undefined;
  await waitFor(work, message, said, reportKey);
  return (await work.store.caseOfReport(reportKey)) ?? "waits";
};

/** A report of this id waits still, though one is taken in. */
const isToComeAgain = async ({ putOffs, clock }: TakeInWork, reportKey: string): Promise<boolean> => {
  const dueAt = await putOffs.reportDueAt(reportKey);
  return dueAt !== undefined && dueAt > clock.now();
};

const waitFor = async (
  work: TakeInWork,
  { queueLane }: Received,
  said: StatusMessage,
  reportKey: string,
): Promise<"done"> => {
  const soon = later(work, wordPutOffSeconds);
  return putOff(work, { said, queueLane }, latest(await work.putOffs.reportDueAt(reportKey), soon) ?? soon);
};

/**
 * What fits no report stands before a person with others of its kind. A flood finds its place
 * taken: what can't be written comes again, spread.
 */
const gather = async (
  work: TakeInWork,
  { queueLane }: Received,
  status: StatusMessage,
  problem: Unreadable,
): Promise<Outcome> => {
  const isTaken = await takeInStray(work, { message: status, lane: queueLane, problem });
  return isTaken ? "done" : putOff(work, { said: status, queueLane }, later(work, putOffSeconds(work.jitter())));
};

const tell = async (work: TakeInWork, caseId: string, status: StatusMessage, toldTo?: string): Promise<Outcome> => {
  const at = work.clock.now();
  const reportKey = reportKeyOf(status.reporter, status.reportId);
  const changed = await work.changeTogether(caseId, {
    factsOf: (state, reports) => {
      const fact = factOf(state, reports.wordsOf(reportKey), status, at, toldTo);
      return fact && [fact];
    },
    about: reportKey,
    bytes: JSON.stringify(status).length,
  });
  if (!changed.ok && changed.error.kind === "contended") return "later";
  work.log.info(changed.ok ? "report.status" : "report.status-known", { caseId, outcome: status.status });
  return "done";
};

/**
 * The case that is open on the same target now, where the one that is spoken of is closed and would
 * be opened again.
 */
const openInstead = async (
  work: TakeInWork,
  told: TargetCase | undefined,
  { status }: StatusMessage,
): Promise<string | undefined> => {
  const opensAgain = status === "still-up" || status === "withdrawn";
  if (!opensAgain || !told?.closed) return undefined;
  return openCaseOf(work, told);
};
