import { newsOf, type ReporterNews, wantsEarlier } from "./reporter-news.ts";
import type { HistoryLine } from "./store.ts";

/** Puts news where reporters hear it. Throws when not all of it got there; it is then told again from the start. */
export type TellReporters = (news: readonly ReporterNews[]) => Promise<void>;

export type WrittenLine = { readonly caseId: string; readonly line: HistoryLine };

export type TellWork = {
  /** A case's history, at least all of it that is before a version. */
  readonly history: (caseId: string, before: number) => Promise<readonly HistoryLine[]>;
  readonly tell: TellReporters;
};

/**
 * Tells the reporters what these lines of history hold, each line after it was written. Safe to repeat: the same line
 * gives the same news with the same ids. Reads: the earlier lines of a case, where a line is told to all its reporters.
 */
export const tellReporters = async (work: TellWork, lines: readonly WrittenLine[]): Promise<number> => {
  const news: ReporterNews[] = [];
  for (const { caseId, line } of lines) {
    const earlier = wantsEarlier(line) ? (await work.history(caseId, line.version)).filter(({ version }) => version < line.version) : [];
    news.push(...newsOf(caseId, line, earlier));
  }
  await work.tell(news);
  return news.length;
};
