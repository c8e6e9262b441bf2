/** Names a report for ever. */
export type ReportName = { readonly reporter: string; readonly reportId: string };

/**
 * The first reports of a case (`first-reports.ts`), by reporter, each in order of arrival.
 * `takenBack`: those that their reporters withdrew, by key.
 */
export type FirstReports = {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly takenBack?: readonly string[];
};

/** A report behind the first ones, and the version of the case with which it came. */
export type FurtherReport = ReportName & { readonly version: number };
