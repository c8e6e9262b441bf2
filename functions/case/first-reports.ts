import type { Case, FirstReports, ReportName } from "./case.ts";
import { reportKeyOf } from "./case-id.ts";
import type { CaseEvent } from "./event.ts";

/*
 * The reports of a case, by their names, for who tells their reporters. Those behind the first few are kept beside the
 * case, each written once with the change that took it in.
 */

/** So many stand in the case itself: an id has 200 characters at most. */
export const firstReportsAtMost = 4;

/** The first reports after one more came in. */
export const withReport = (
  { firstReports = { ids: {} }, reports }: Pick<Case, "firstReports" | "reports">,
  { reporter, reportId }: ReportName,
): Pick<Case, "firstReports"> => {
  if (reports >= firstReportsAtMost) return {};
  const { ids } = firstReports;
  const own = Object.hasOwn(ids, reporter) ? (ids[reporter] ?? []) : [];
  return { firstReports: { ...firstReports, ids: { ...ids, [reporter]: [...own, reportId] } } };
};

/** The first reports after one of them was withdrawn, or said to be still up; others are not noted here. */
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

/** Their names, those of each reporter in order of arrival. */
export const namesOf = (first: FirstReports | undefined): readonly ReportName[] =>
  Object.entries(first?.ids ?? {}).flatMap(([reporter, ids]) => ids.map((reportId) => ({ reporter, reportId })));

/** The reports in a change of a case that no longer stand in it. */
export const furtherIn = (before: Case | undefined, events: readonly CaseEvent[]): readonly ReportName[] =>
  events
    .flatMap((event) => (event.type === "opened" || event.type === "joined" ? [event.report] : []))
    .slice(Math.max(0, firstReportsAtMost - (before?.reports ?? 0)))
    .map(({ reporter, reportId }) => ({ reporter, reportId }));
