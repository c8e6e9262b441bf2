import { open } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import { targetKeyOf } from "../case/case-id.ts";
import { isLookedUp } from "../case/decide/look-up.ts";
import { twinOf } from "../case/spellings.ts";
import { reporterOf } from "../kernel/reporter-ids.ts";
import { laneOf } from "../report/category.ts";
import { seenAtEarliest } from "../report/moments.ts";
import { nativeText } from "../report/native-text.ts";
import type { Report, Unreadable } from "../report/report.ts";
import { changeOf } from "../store/change-of.ts";
import { dropHints, type Outcome } from "../store/work.ts";
import { asKnown } from "./former-ids.ts";
import { notifiersOf } from "./notifiers-of.ts";
import { openCaseOf, removedCaseOf } from "./open-case-of.ts";
import { later, putOff, putOffSeconds } from "./put-off.ts";
import { type Use, useOf, usesAtMost } from "./report-uses.ts";
import { takeInEntry } from "./take-in-entry.ts";
import type { Received, ReportMessage, TakeInWork } from "./work.ts";

const triesAtMost = 10;

/** A new case, or one more report of a case. Idempotent. */
export const takeInRead = async (work: TakeInWork, received: Received, given: Report): Promise<Outcome> => {
  const report = await asKnown(work, given);
  for (let tries = 0; tries < triesAtMost; tries++) {
    const use = await useOf(work.store, report, work.clock.now());
    if (use.kind === "known") {
      work.log.info("report.known", { caseId: use.caseId });
      return "done";
    }
    if (use.kind !== "free") {
      const problem = use.kind === "worn-out" ? wornOut : ofForgotten;
      return takeInUnreadable(work, { ...received, text: nativeText(report) }, problem);
    }
    if (tries === 0 && (await hasToWait(work, report)))
      return putOff(work, received, report, later(work, putOffSeconds(work.jitter())));
    const joins =
      (await openCaseOf(work, report)) ??
      (await openCaseOfTwin(work, report)) ??
      (await caseItComesBackTo(work, report));
    const taken = joins ? await join(work, joins, report, use) : await openNew(work, report, use);
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

const ofForgotten: Unreadable = {
  kind: "unreadable",
  field: "reportId",
  reason: "This report id names a report that is so old that what it was about is forgotten.",
  fix: "If this is another one, or it is there again, send it with a report id of its own; else do nothing.",
};

type Free = Extract<Use, { kind: "free" }>;

const afterOther = ({ usedFor }: Free) => (usedFor === undefined ? {} : { usedFor });

/**
 * The open case of the same page at the host's twin with or without `www.`. Nobody may ask DNS here: the case's own
 * lookup has to have found both at the same addresses, lately, as two hosts may be two sites, or become so.
 */
const openCaseOfTwin = async (work: TakeInWork, report: Report): Promise<string | undefined> => {
  const twin = twinOf(report.target);
  const found = twin && (await work.store.openCaseOfTarget(targetKeyOf(twin, report.category)));
  const state = found && (await work.store.read(found));
  return state && mayJoin(work, state, report) ? found : undefined;
};

/** What was removed and is reported again goes to its case: whoever removed it hears that it is back. */
const caseItComesBackTo = async (work: TakeInWork, report: Report): Promise<string | undefined> => {
  const found = await removedCaseOf(work, report);
  const state = found && (await work.store.read(found));
  return state && comesBack(work, state, report) ? found : undefined;
};

/** Seen after its case was closed as removed; what was seen before says nothing of now. */
const comesBack = (work: TakeInWork, { closed, forgottenAt }: Case, { seenAt }: Report): boolean =>
  closed?.outcome === "removed" &&
  forgottenAt === undefined &&
  seenAtEarliest(seenAt, work.clock.now()) > (closed.wordAt ?? closed.at);

const mayJoin = ({ policyOf, clock }: TakeInWork, state: Case, { target }: Report): boolean =>
  !state.closed &&
  (state.target.host === target.host ||
    (state.contact?.sameHost === target.host && isLookedUp(state, policyOf(state), clock.now())));

/**
 * > Lanes share nothing that could let one delay the other: an urgent report is counted, and on-call told, but it
 * never waits.
 */
const hasToWait = async (
  { bursts, clock, rules }: TakeInWork,
  { reporter, category, live }: Report,
): Promise<boolean> => {
  const lane = laneOf(category, live);
  const isOver = await bursts.isOver(reporterOf(rules.reporters, reporter)?.id ?? reporter, lane, clock.now());
  return isOver && lane === "standard";
};

const openNew = async (work: TakeInWork, report: Report, use: Free): Promise<boolean> => {
  const at = work.clock.now();
  const caseId = await work.caseIdOf(`report ${use.key}`);
  const opened = open(
    {
      type: "opened",
      at,
      caseId,
      lane: laneOf(report.category, report.live),
      report,
      ...notifiersOf(work.rules, report),
      ...afterOther(use),
    },
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
    factsOf: (state) => {
      const named = notifiersOf(work.rules, report, state);
      const joined = { type: "joined", at, report, ...named, ...afterOther(use) } as const;
      if (mayJoin(work, state, report)) return [joined];
      return comesBack(work, state, report) ? [{ ...joined, seenAgain: true }] : undefined;
    },
    takesIn: use.key,
    bytes: JSON.stringify(report).length,
  });
  if (joined.ok) work.log.info("report.joined", { caseId });
  if (joined.ok && use.usedFor !== undefined) work.log.info("report.id-used-again", { caseId });
  return joined.ok;
};

export const takeInUnreadable = async (
  work: TakeInWork,
  { text, queueLane: lane, sender, owner, retryOf }: ReportMessage,
  problem: Unreadable,
): Promise<Outcome> =>
  (await takeInEntry(work, { text, lane, source: { sender, owner }, problem, retryOf })) ? "done" : "later";
