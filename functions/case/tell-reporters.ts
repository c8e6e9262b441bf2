import { newsOf } from "./news-of-line.ts";
import type { FurtherReport } from "./report-name.ts";
import type { ReporterNews } from "./reporter-news.ts";
import type { HistoryLine } from "./reporter-steps.ts";

/**
 * Puts news where reporters hear it. Throws when not all of it got there; it is then told again
 * from the start.
 */
export type TellReporters = (news: readonly ReporterNews[]) => Promise<void>;

export type WrittenLine = { readonly caseId: string; readonly line: HistoryLine };

export type TellWork = {
  /** Reports that joined a case before a version, behind its first ones, in order. */
  readonly furtherReports: (caseId: string, before: number) => Promise<readonly FurtherReport[]>;
  readonly tell: TellReporters;
};

/**
 * Tells the reporters what these lines of history hold, each line after it was written. Safe to
 * repeat: the same line gives the same news with the same ids. Reads: nothing; of a case that more
 * than four reports have, the names of the others, once.
 */
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
