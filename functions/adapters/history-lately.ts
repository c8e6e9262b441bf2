import type { WrittenLine } from "../case/tell-reporters.ts";
import type { Dated, Line } from "../engine/matter.ts";

const casesAtMost = 500;
/**
 * A case with more of them is one that many reports joined; what is told to all of those is worth a
 * read.
 */
const linesAtMost = 100;

/**
 * Histories as far as the stream handed them over to this process, so that they need not be read: a
 * case's lines come within minutes of each other, in their order, and none is ever changed. Where
 * the lines before one are not all there (the process is younger than the case), the history is
 * read. In memory alone.
 */
export const historyLately = (read: (caseId: string) => Promise<readonly Line<Dated>[]>) => {
  const lately = new Map<string, readonly Line<Dated>[]>();
  const keep = (caseId: string, lines: readonly Line<Dated>[]): void => {
    if (lately.size >= casesAtMost) lately.clear();
    if (lines.length <= linesAtMost) lately.set(caseId, lines);
    else lately.delete(caseId);
  };
  return {
    note: (lines: readonly WrittenLine[]): void => {
      for (const { caseId, line } of lines) {
        const known = lately.get(caseId) ?? [];
        // Without a gap, from the first on: a line that comes twice is there already.
        if (line.version === known.length + 1) keep(caseId, [...known, line]);
      }
    },
    /**
     * A case's history, at least all of it that is before a version. Network: none, or the history.
     */
    history: async (caseId: string, before: number): Promise<readonly Line<Dated>[]> => {
      const known = lately.get(caseId);
      if (known && known.length >= before - 1) return known;
      const lines = await read(caseId);
      keep(caseId, lines);
      return lines;
    },
  };
};
