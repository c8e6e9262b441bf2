import type { Case } from "../../functions/case/case.ts";
import type { DeskOutcome } from "../../functions/case/desk-memory.ts";
import type { Waiting } from "../../functions/case/digest.ts";
import { forgetfulEvent } from "../../functions/case/forget.ts";
import { reviewRank } from "../../functions/case/review-rank.ts";
import type { Statistic } from "../../functions/case/statistic.ts";
import type { CaseStore, Change, HistoryLine, Page } from "../../functions/case/store.ts";
import { fail, ok } from "../../functions/kernel/result.ts";

const copy = <T>(value: T): T => structuredClone(value);

/** The store's double, held to the same contract suite as the real one (`test/contracts/case-store.ts`). */
export const memoryCaseStore = (): CaseStore => {
  const states = new Map<string, Case>();
  const lines = new Map<string, HistoryLine[]>();
  const dueAt = new Map<string, string>();
  const reports = new Map<string, string>();
  const targets = new Map<string, string>();
  const texts = new Map<string, string>();
  const statistics = new Map<string, Statistic>();
  const outcomes = new Map<string, DeskOutcome[]>();
  const waiting = new Map<string, Waiting>();
  const stopped = new Set<string>();
  const placeOf = ({ key, caseId, noticeId }: Waiting) => `${key} ${caseId} ${noticeId}`;

  const fits = ({ next, reportKeys = [], targetKey, together = [], unchanged = [], unstopped = [] }: Change): boolean =>
    unstopped.every((email) => !stopped.has(email.toLowerCase())) &&
    together.every(fits) &&
    unchanged.every(({ caseId, version }) => states.get(caseId)?.version === version) &&
    (states.get(next.id)?.version ?? 0) === next.version - 1 &&
    reportKeys.every((key) => !reports.has(key)) &&
    (targetKey === undefined || !targets.has(targetKey.key) || (targetKey.does === "release" && targets.get(targetKey.key) === next.id));

  const page = (sorted: readonly Case[], limit: number, cursor: string | undefined): Page<Case> => {
    const from = cursor === undefined ? 0 : Number(cursor);
    return { items: copy(sorted.slice(from, from + limit)), ...(from + limit < sorted.length && { cursor: String(from + limit) }) };
  };

  const write = ({
    next,
    events,
    at,
    dueAt: due,
    targetKey,
    untouchedText,
    statistic,
    deskOutcomes = [],
    reportKeys = [],
    complaints = [],
    waits = [],
    waitsNoMore = [],
    together = [],
  }: Change) => {
    states.set(next.id, next);
    lines.set(next.id, [...(lines.get(next.id) ?? []), { version: next.version, at, events }]);
    if (due) dueAt.set(next.id, due);
    else dueAt.delete(next.id);
    for (const key of reportKeys) reports.set(key, next.id);
    if (targetKey?.does === "claim") targets.set(targetKey.key, next.id);
    if (targetKey?.does === "release") targets.delete(targetKey.key);
    if (untouchedText !== undefined) texts.set(next.id, untouchedText);
    if (statistic) statistics.set(next.id, statistic);
    for (const outcome of deskOutcomes) outcomes.set(outcome.email, [outcome, ...(outcomes.get(outcome.email) ?? [])]);
    for (const { email } of complaints) stopped.add(email.toLowerCase());
    for (const one of waits) waiting.set(placeOf(one), one);
    for (const one of waitsNoMore) waiting.delete(placeOf(one));
    for (const other of together) write(other);
  };

  return {
    read: async (caseId) => copy(states.get(caseId)),
    commit: async (change) => {
      if (!fits(change)) return fail({ kind: "somebody-was-first" });
      write(copy(change));
      return ok(undefined);
    },
    history: async (caseId) => copy(lines.get(caseId) ?? []),
    untouchedText: async (caseId) => texts.get(caseId),
    caseOfReport: async (key) => reports.get(key),
    openCaseOfTarget: async (key) => targets.get(key),
    waitingFor: async (key) => copy([...waiting.values()].filter((one) => one.key === key)),
    due: async (now, limit) =>
      [...dueAt]
        .map(([caseId, at]) => ({ caseId, dueAt: at }))
        .filter((due) => due.dueAt <= now)
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
        .slice(0, limit),
    postpone: async (caseId, version, later) => {
      if (states.get(caseId)?.version === version) dueAt.set(caseId, later);
    },
    forgetHistory: async (caseId, version) => {
      lines.set(
        caseId,
        (lines.get(caseId) ?? []).map((line) => ({ ...line, events: line.events.map(forgetfulEvent) })),
      );
      if (texts.has(caseId)) texts.set(caseId, "");
      if (states.get(caseId)?.version === version) dueAt.delete(caseId);
    },
    isStopped: async (email) => stopped.has(email.toLowerCase()),
    allow: async (email) => void stopped.delete(email.toLowerCase()),
    outcomesAt: async (email, limit) => copy((outcomes.get(email.toLowerCase()) ?? []).slice(0, limit)),
    statistics: async (month) => copy([...statistics.values()].filter(({ openedAt }) => openedAt.startsWith(month))),
    inReview: async (limit, cursor) => {
      const waiting = [...states.values()].flatMap((state) => {
        const rank = reviewRank(state);
        return rank ? [{ rank, state }] : [];
      });
      return page(
        waiting.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ state }) => state),
        limit,
        cursor,
      );
    },
    openedOn: async (day, limit, cursor) =>
      page(
        [...states.values()].filter(({ openedAt }) => openedAt.startsWith(day)).sort((a, b) => (`${a.openedAt}#${a.id}` > `${b.openedAt}#${b.id}` ? -1 : 1)),
        limit,
        cursor,
      ),
  };
};
