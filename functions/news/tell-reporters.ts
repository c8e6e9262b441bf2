import type { FurtherReport, ReportName } from "../case/case.ts";
import { reportKeyOf } from "../case/case-id.ts";
import type { CaseEvent } from "../case/event.ts";
import { firstReportsAtMost, namesOf } from "../case/first-reports.ts";
import type { ReporterNews, StepNews } from "./reporter-news.ts";
import type { HistoryLine, ReporterStep } from "./reporter-steps.ts";

/** `further`: earlier reports, behind those that the line names. A report hears from its own line on. */
export const newsOf = (
  caseId: string,
  { version, events, reporterSteps }: HistoryLine,
  further: readonly ReportName[] = [],
): readonly ReporterNews[] => {
  const before = [...namesOf(reporterSteps?.reports), ...further];
  return events.flatMap((event, index): readonly ReporterNews[] => {
    const news = (told: StepNews, [first, ...others]: Page, category: ReporterNews["category"]): ReporterNews => ({
      version: 1,
      id: [caseId, version, index, told.happened, first.reporter, first.reportId].join("/"),
      reporter: first.reporter,
      reportId: first.reportId,
      caseId,
      category,
      caseVersion: version,
      at: event.at,
      ...told,
      ...(others.length > 0 && { alsoReportIds: others.map(({ reportId }) => reportId) }),
    });
    const own = reportsIn(event).flatMap((report) =>
      ownNews(event).map((told) => news(told, [report], report.category)),
    );
    const steps = reporterSteps?.steps.filter((step) => step.index === index) ?? [];
    if (!reporterSteps || steps.length === 0) return own;
    const earlier = events.slice(0, index);
    const reports = [...before, ...earlier.flatMap(reportsIn)];
    const standing = () => standingAfter(reports, reporterSteps.reports?.takenBack ?? [], earlier);
    const { category } = reporterSteps;
    return [
      ...own,
      ...steps.flatMap((step) => pagesOfStep(step, reports, standing).map((page) => news(step.news, page, category))),
    ];
  });
};

const reportsIn = (event: CaseEvent) => (event.type === "opened" || event.type === "joined" ? [event.report] : []);

const ownNews = (event: CaseEvent): readonly StepNews[] => {
  if (event.type !== "opened" && event.type !== "joined") return [];
  const { usedFor } = event;
  return [
    { happened: event.type === "opened" ? "taken-in" : "joined" },
    ...(usedFor === undefined ? [] : [{ happened: "id-used-again", usedFor } as const]),
  ];
};

/** `standing`: the reports that are not taken back. */
const pagesOfStep = (
  { asks, exceptFor = [] }: ReporterStep,
  reports: readonly ReportName[],
  standing: () => readonly ReportName[],
): readonly Page[] => {
  if (!asks) return pagesOf(reports.filter(({ reporter }) => !exceptFor.includes(reporter)));
  const own = standing();
  // Each reporter is asked once, by their standing reports, as many as one page names.
  return asks.flatMap((asked) => paged(own.filter(({ reporter }) => reporter === asked)).slice(0, 1));
};

const standingAfter = (
  reports: readonly ReportName[],
  before: readonly string[],
  earlier: readonly CaseEvent[],
): readonly ReportName[] => {
  const takenBack = new Set(before);
  for (const event of earlier) {
    if (event.type !== "status" || event.toldTo !== undefined) continue;
    if (event.message.status === "withdrawn") takenBack.add(keyOf(event.message));
    if (event.message.status === "still-up") takenBack.delete(keyOf(event.message));
  }
  return reports.filter((one) => !takenBack.has(keyOf(one)));
};
const keyOf = ({ reporter, reportId }: ReportName): string => reportKeyOf(reporter, reportId);

type Page = readonly [ReportName, ...(readonly ReportName[])];

/** Thousands may join: beyond these per reporter they go by pages. Ten pages fit one PutEvents (256 KB). */
const eachForItself = 10;
const pageAtMost = { reports: 100, bytes: 20_000 } as const;

/** In order of arrival; later reports change no page that is full. */
const pagesOf = (reports: readonly ReportName[]): readonly Page[] => {
  const ofReporter = new Map<string, ReportName[]>();
  for (const one of reports) {
    const own = ofReporter.get(one.reporter);
    if (own) own.push(one);
    else ofReporter.set(one.reporter, [one]);
  }
  return [...ofReporter.values()].flatMap((own) => [
    ...own.slice(0, eachForItself).map((one): Page => [one]),
    ...paged(own.slice(eachForItself)),
  ]);
};

const paged = (reports: readonly ReportName[]): readonly Page[] => {
  const pages: [ReportName, ...ReportName[]][] = [];
  let bytes = 0;
  for (const one of reports) {
    const page = pages.at(-1);
    const more = Buffer.byteLength(JSON.stringify(one.reportId));
    bytes += more;
    if (page && page.length < pageAtMost.reports && bytes <= pageAtMost.bytes) page.push(one);
    else {
      pages.push([one]);
      bytes = more;
    }
  }
  return pages;
};

export const newsIn = (caseId: string, history: readonly HistoryLine[]): readonly ReporterNews[] => {
  const names: ReportName[] = [];
  return history.flatMap((line) => {
    const news = newsOf(caseId, line, names.slice(firstReportsAtMost));
    names.push(...line.events.flatMap(reportsIn));
    return news;
  });
};

/** Throws when not all of the news got there; it is then sent again from the start. */
export type TellReporters = (news: readonly ReporterNews[]) => Promise<void>;

export type WrittenLine = { readonly caseId: string; readonly line: HistoryLine };

export type TellWork = {
  /** Reports that joined before a version, behind the first ones, in order. */
  readonly furtherReports: (caseId: string, before: number) => Promise<readonly FurtherReport[]>;
  readonly tell: TellReporters;
};

/** What the operator's checker is asked, for its queue; the line has all of it. */
export const checkRequestsIn = ({ caseId, line: { reporterSteps } }: WrittenLine): readonly string[] =>
  (reporterSteps?.steps ?? []).flatMap(({ look, news }) =>
    look && news.happened === "check-wanted"
      ? [JSON.stringify({ caseId, category: reporterSteps?.category, answerBy: news.answerBy, ...look })]
      : [],
  );

/** Idempotent: a line gives the same news and ids. Reads reports behind the first four, once a case. */
export const tellReporters = async (
  { furtherReports, tell }: TellWork,
  lines: readonly WrittenLine[],
): Promise<number> => {
  const upTo = new Map<string, number>();
  for (const { caseId, line } of lines)
    if (line.reporterSteps?.hasFurther) upTo.set(caseId, Math.max(line.version, upTo.get(caseId) ?? 0));
  const further = new Map<string, readonly FurtherReport[]>();
  for (const [caseId, version] of upTo) further.set(caseId, await furtherReports(caseId, version));
  const news = lines.flatMap(({ caseId, line }) =>
    newsOf(
      caseId,
      line,
      (further.get(caseId) ?? []).filter(({ version }) => version < line.version),
    ),
  );
  await tell(news);
  return news.length;
};
