import type { Advanced } from "../case/advance.ts";
import type { Case } from "../case/case.ts";
import { targetKeyOf } from "../case/case-id.ts";
import { furtherIn } from "../case/first-reports.ts";
import { standsForMail } from "../case/notice-progress.ts";
import type { Instant } from "../kernel/instant.ts";
import { reporterStepsOf } from "../news/reporter-steps.ts";
import { type WaitingNotice, waitingIn } from "../send/mail/waiting.ts";
import { countingOf } from "../statistics/counts.ts";
import { dayEntriesOf } from "../statistics/day-places.ts";
import { statisticAfter } from "../statistics/statistic.ts";
import { isSitesOwn, outcomesOf } from "./desk-outcomes.ts";
import { findsOf } from "./finds.ts";
import type { Change, Complaint } from "./ports.ts";
import { verdictsIn } from "./verdicts-in.ts";

/** The change that writes an advanced case, with its index entries. */
export const changeOf = ({ next, events, wants }: Advanced, at: string, before?: Case): Change => {
  const reporterSteps = reporterStepsOf(before, events);
  const statistic = statisticAfter(before, next);
  const counting = countingOf(before, next, at);
  const [inLine, wasInLine] = [waitingIn(next), before ? waitingIn(before) : []];
  return {
    next,
    events,
    at,
    ...(wants.wakeAt && { dueAt: wants.wakeAt }),
    ...(reporterSteps && { reporterSteps }),
    furtherReports: furtherIn(before, events),
    finds: findsOf(next, before),
    ...(statistic && { statistic }),
    // By the same words.
    ...(counting && { counting, onDays: dayEntriesOf(before, next) }),
    deskOutcomes: before ? outcomesOf(before, next, at) : [],
    ...targetKey(!next.closed, before !== undefined && !before.closed, () => targetKeyOf(next.target, next.category)),
    ...removedKey(next, before),
    complaints: complaintsIn(before, next, at),
    // One that now adds more or less to a mail updates its record.
    waits: newlyIn(inLine, wasInLine, ({ bytes }, was) => bytes === was.bytes),
    waitsNoMore: newlyIn(wasInLine, inLine),
    ...verdictsIn(before, next, events, at),
  };
};

export const withBeside = (change: Change, beside: Partial<Change> = {}): Change => ({
  ...change,
  ...beside,
  decided: [...(change.decided ?? []), ...(beside.decided ?? [])],
  judged: [...(change.judged ?? []), ...(beside.judged ?? [])],
});

/** Whether others still join it, by which key: an open case takes reports on its target. */
const targetKey = (takes: boolean, took: boolean, keyOf: () => string | undefined): Pick<Change, "targetKey"> => {
  // Hashed only where needed: most changes neither open nor close.
  const key = takes === took ? undefined : keyOf();
  return key ? { targetKey: { key, does: takes ? "claim" : "release" } } : {};
};

const isRemoved = (state: Case | undefined): boolean =>
  state?.closed?.outcome === "removed" && state.forgottenAt === undefined;

/** What was removed may come back. A report of it is recognised as long as its case is kept. */
const removedKey = (next: Case, before: Case | undefined): Pick<Change, "removedKey"> => {
  const [is, was] = [isRemoved(next), isRemoved(before)];
  if (is && !was) return { removedKey: { key: targetKeyOf(next.target, next.category), does: "claim" } };
  // Reopened, it is found as any open case.
  return before && was && next.forgottenAt !== undefined
    ? { removedKey: { key: targetKeyOf(before.target, before.category), does: "release" } }
    : {};
};

/** In a mail about several cases one writes the complaint for all. */
const complaintsIn = (before: Case | undefined, next: Case, at: Instant): readonly Complaint[] => {
  const known = (before?.notices ?? []).flatMap(({ id, state }) => (state === "complained" ? id : []));
  return next.notices
    .filter((notice) => notice.state === "complained" && standsForMail(notice) && !known.includes(notice.id))
    .map(({ id, to }) => ({
      email: to.email,
      caseId: next.id,
      noticeId: id,
      at,
      ...(isSitesOwn(next, { to }) && { forgetsName: true as const }),
    }));
};

const newlyIn = (
  those: readonly WaitingNotice[],
  others: readonly WaitingNotice[],
  isSame: (one: WaitingNotice, other: WaitingNotice) => boolean = () => true,
): readonly WaitingNotice[] =>
  those.filter(
    (one) =>
      !others.some((other) => other.batch === one.batch && other.noticeId === one.noticeId && isSame(one, other)),
  );
