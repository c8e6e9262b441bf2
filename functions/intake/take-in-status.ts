import type { Case } from "../case/case.ts";
import { reportKeyOf, targetKeyOf } from "../case/case-id.ts";
import { latest } from "../kernel/instant.ts";
import { wrongMoment } from "../report/moments.ts";
import { nativeText } from "../report/native-text.ts";
import type { StatusMessage, Unreadable } from "../report/report.ts";
import type { Outcome } from "../store/work.ts";
import { joinBeside } from "./join-beside.ts";
import { openCaseOf } from "./open-case-of.ts";
import { isExpected, later, putOff, putOffSeconds, wordPutOffSeconds } from "./put-off.ts";
import { casesOf } from "./report-uses.ts";
import { takeInEntry } from "./take-in-entry.ts";
import { tell } from "./tell-case.ts";
import type { Received, TakeInWork } from "./work.ts";

// A status may overtake its report on a standard queue; after so many receives no report will come.
export const receivesBeforeAsking = 3;

/** Notes a later word at its report's case, or waits with it. What fits none or several, a person gets. */
export const takeInStatus = async (work: TakeInWork, message: Received, status: StatusMessage): Promise<Outcome> => {
  const moment = wrongMoment(status, work.clock.now());
  if (moment) return gather(work, message, status, moment);
  const reportKey = reportKeyOf(status.reporter, status.reportId);
  const cases = await casesOf(work.store, status);
  const meant = await meantOf(work, cases, status);
  if (meant.length === 0 && cases.length > 0) return gather(work, message, status, anothersCase);
  const [known, ...others] = meant;
  if (known !== undefined && others.length > 0) return tellOneOfSeveral(work, message, status, meant);
  if (known !== undefined && status.caseId === undefined && (await isToComeAgain(work, reportKey, known))) {
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

/** Those meant, of the cases that reports of this id opened or joined. */
const meantOf = async (
  { store }: TakeInWork,
  cases: readonly string[],
  { reporter, reportId, caseId }: StatusMessage,
): Promise<readonly string[]> => {
  if (caseId === undefined) return cases;
  const named = cases.filter((id) => id === caseId);
  if (named.length > 0 || cases.length === 0) return named;
  const words = await store.wordsOf(caseId, reportKeyOf(reporter, reportId));
  return words?.joined ? [caseId] : [];
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

/** Of forgotten reports nothing can be said. A hold holds all others at once; for the rest a person asks. */
const tellOneOfSeveral = async (
  work: TakeInWork,
  message: Received,
  status: StatusMessage,
  named: readonly string[],
): Promise<Outcome> => {
  const places = await Promise.all(named.map((caseId) => standsIn(work, caseId, status)));
  const cases = places.filter(({ state }) => state?.forgottenAt === undefined).map(({ caseId }) => caseId);
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
  named: string,
  tries = 0,
): Promise<Outcome> => {
  if (tries >= triesAtMost) return "later";
  const { caseId, state } = await standsIn(work, named, status);
  if (state?.forgottenAt !== undefined) {
    // Nothing is left to hold, or to look at again.
    if (status.status !== "hold" && status.status !== "still-up") return "done";
    const reason = "The report is so old that what it was about is forgotten.";
    return gather(work, message, status, {
      kind: "unreadable",
      field: "reportId",
      reason,
      fix: "Report it again, with a new report id.",
    });
  }
  const instead = await openInstead(work, state, status);
  if (state === undefined || instead === undefined) return tell(work, caseId, status);
  if (status.status === "withdrawn") return takeBackBeside(work, caseId, status, instead);
  const outcome = await joinBeside(work, { own: state, named }, status, instead);
  // The other one was closed in the same moment: the word is its own case's, or a third one's.
  return outcome === "closed-meanwhile" ? tellItsCase(work, message, status, named, tries + 1) : outcome;
};

const triesAtMost = 5;

/** No page has so many cases, each opened after the one before was closed. */
const followedAtMost = 20;

/** Its own case, or, if closed, where its *still up* went. Reads two more items per case on the way. */
const standsIn = async (
  { store }: TakeInWork,
  named: string,
  { reporter, reportId }: StatusMessage,
): Promise<{ readonly caseId: string; readonly state: Case | undefined }> => {
  let [caseId, state] = [named, await store.read(named)];
  for (let followed = 0; followed < followedAtMost && state?.closed; followed++) {
    const next = (await store.wordsOf(caseId, reportKeyOf(reporter, reportId)))?.goesOnIn;
    const there = next === undefined ? undefined : await store.read(next);
    if (next === undefined || there === undefined || there.forgottenAt !== undefined) break;
    [caseId, state] = [next, there];
  }
  return { caseId, state };
};

/** Others report it, so the open case goes on; the report is taken back there if it joined meanwhile. */
const takeBackBeside = async (
  work: TakeInWork,
  caseId: string,
  status: StatusMessage,
  instead: string,
): Promise<Outcome> => {
  const noted = await tell(work, caseId, status, { toldTo: instead });
  if (noted === "later") return noted;
  const words = await work.store.wordsOf(instead, reportKeyOf(status.reporter, status.reportId));
  return words?.joined ? tell(work, instead, status) : noted;
};

/**
 * A word about a waiting report waits as long, behind it. Gives the report's case if it was taken in just now, as a
 * hold must not wait behind its report; `undefined` where no such report waits.
 */
const waitBeside = async (
  work: TakeInWork,
  message: Received,
  said: StatusMessage,
  reportKey: string,
): Promise<string | undefined> => {
  if (!(await isExpected(work, reportKey))) return undefined;
  await waitFor(work, message, said, reportKey);
  return (await work.store.caseOfReport(reportKey)) ?? "waits";
};

/** A report of this id and another target still waits, though one is taken in. */
const isToComeAgain = async (
  { putOffs, clock, store }: TakeInWork,
  reportKey: string,
  known: string,
): Promise<boolean> => {
  const dueAt = await putOffs.reportDueAt(reportKey);
  if (dueAt === undefined || dueAt <= clock.now()) return false;
  const state = await store.read(known);
  return !state || (await putOffs.reportDueAt(reportKey, targetKeyOf(state.target, state.category))) !== undefined;
};

const waitFor = async (
  work: TakeInWork,
  message: Received,
  said: StatusMessage,
  reportKey: string,
): Promise<"done"> => {
  const soon = later(work, wordPutOffSeconds);
  return putOff(work, message, said, latest(await work.putOffs.reportDueAt(reportKey), soon) ?? soon);
};

/** For a person, with others of its kind. In a flood, what can't be written comes again, spread. */
const gather = async (
  work: TakeInWork,
  message: Received,
  status: StatusMessage,
  problem: Unreadable,
): Promise<Outcome> => {
  const { queueLane: lane, sender, owner, retryOf } = message;
  const source = { reporter: status.reporter, sender, owner };
  const isTaken = await takeInEntry(work, { text: nativeText(status), lane, source, problem, status, retryOf });
  if (isTaken) return "done";
  return putOff(work, message, status, later(work, putOffSeconds(work.jitter())));
};

/** The case now open on the target, where the one spoken of is closed and would be opened again. */
const openInstead = async (
  work: TakeInWork,
  told: Case | undefined,
  { status }: StatusMessage,
): Promise<string | undefined> => {
  const opensAgain = status === "still-up" || status === "withdrawn";
  if (!opensAgain || !told?.closed) return undefined;
  return openCaseOf(work, told);
};
