import type { Case, FirstReports, ReportName } from "./case.ts";
import { reportKeyOf } from "./case-id.ts";
import type { CaseEvent } from "./event.ts";

/* The reports of a case, for who notifies their reporters. Later ones stand beside it, each written once. */

/** Kept in the case itself: an id has 200 characters at most. */
export const firstReportsAtMost = 4;

export const withReport = (
  { firstReports = { ids: {} }, reports }: Pick<Case, "firstReports" | "reports">,
  { reporter, reportId }: ReportName,
): Pick<Case, "firstReports"> => {
  if (reports >= firstReportsAtMost) return {};
  const { ids } = firstReports;
  const own = Object.hasOwn(ids, reporter) ? (ids[reporter] ?? []) : [];
  return { firstReports: { ...firstReports, ids: { ...ids, [reporter]: [...own, reportId] } } };
};

/** Notes *withdrawn* and *still up* of the first reports; others are not noted here. */
export const withStanding = (
  state: Case,
  { reporter, reportId, status }: ReportName & { readonly status: string },
): Case => {
  const { firstReports } = state;
  const isKnown = namesOf(firstReports).some((one) => one.reporter === reporter && one.reportId === reportId);
  if (!firstReports || !isKnown || (status !== "withdrawn" && status !== "still-up")) return state;
  const { takenBack = [], ...rest } = firstReports;
  const others = takenBack.filter((key) => key !== reportKeyOf(reporter, reportId));
  const after = status === "withdrawn" ? [...others, reportKeyOf(reporter, reportId)] : others;
  return { ...state, firstReports: { ...rest, ...(after.length > 0 && { takenBack: after }) } };
};

/** Those of each reporter in order of arrival. */
export const namesOf = (first: FirstReports | undefined): readonly ReportName[] =>
  Object.entries(first?.ids ?? {}).flatMap(([reporter, ids]) => ids.map((reportId) => ({ reporter, reportId })));

/** The reports in a change of a case that no longer stand in it. */
export const furtherIn = (before: Case | undefined, events: readonly CaseEvent[]): readonly ReportName[] =>
  events
    .flatMap((event) => (event.type === "opened" || event.type === "joined" ? [event.report] : []))
    .slice(Math.max(0, firstReportsAtMost - (before?.reports ?? 0)))
    .map(({ reporter, reportId }) => ({ reporter, reportId }));
