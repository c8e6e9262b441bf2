import type { Dated, Line } from "../engine/matter.ts";
import { newsOf, type ReporterNews, wantsEarlier } from "./reporter-news.ts";

/**
 * Puts news where reporters hear it. Throws when not all of it got there; it is then told again
 * from the start.
 */
export type TellReporters = (news: readonly ReporterNews[]) => Promise<void>;

export type WrittenLine = { readonly caseId: string; readonly line: Line<Dated> };

export type TellWork = {
  /** A case's history, at least all of it that is before a version. */
  readonly history: (caseId: string, before: number) => Promise<readonly Line<Dated>[]>;
  readonly tell: TellReporters;
};

/**
 * Tells the reporters what these lines of history hold, each line after it was written. Safe to
 * repeat: the same line gives the same news with the same ids. Reads: the earlier lines of a case,
 * once, where a line is told to all its reporters.
 */
export const tellReporters = async (work: TellWork, lines: readonly WrittenLine[]): Promise<number> => {
  const upTo = new Map<string, number>();
  for (const { caseId, line } of lines)
    if (wantsEarlier(line)) upTo.set(caseId, Math.max(line.version, upTo.get(caseId) ?? 0));
  const histories = new Map<string, readonly Line<Dated>[]>();
  for (const [caseId, version] of upTo) histories.set(caseId, await work.history(caseId, version));
  const news = lines.flatMap(({ caseId, line }) => {
    const earlier = wantsEarlier(line) ? (histories.get(caseId) ?? []) : [];
    return newsOf(
      caseId,
      line,
      earlier.filter(({ version }) => version < line.version),
    );
  });
  await work.tell(news);
  return news.length;
};
