import type { LogCode, LogFields } from "../../functions/kernel/log.ts";
import { categories, type Lane, laneOf } from "../../functions/report/category.ts";
import { paint } from "../command/paint.ts";

/** Codes that say that a person has to look. */
const forAPerson: readonly LogCode[] = ["notice.refused", "notice.uncertain", "report.unreadable", "report.unmatched"];

type Colour = Parameters<typeof paint>[0];

/**
 * Gives what passes on the screen the colour of its case's lane: red what is urgent, yellow what is
 * before a person. The lane is told by the category that the case's first line names; what is
 * reported as live is urgent by its queue and stands here as its category does.
 */
export const lanePaint = (painted: (colour: Colour, words: string) => string = paint) => {
  const urgent = new Set<string>();
  return {
    /** A case of a run before, whose first line has passed long ago. */
    know: ({ id, lane }: { readonly id: string; readonly lane: Lane }): void => {
      if (lane === "urgent") urgent.add(id);
    },
    /** A line of the functions' log. */
    line: (line: string, code: LogCode, { caseId = "", category }: LogFields): string => {
      const known = categories.find((one) => one === category);
      if (known && laneOf(known, false) === "urgent") urgent.add(caseId);
      if (urgent.has(caseId)) return painted("red", line);
      return forAPerson.includes(code) ? painted("yellow", line) : line;
    },
    /** What else is told of a case: a mail, news of it. `other` is its colour in the standard lane. */
    about: (caseId: string | undefined, words: string, other: Colour): string =>
      painted(caseId !== undefined && urgent.has(caseId) ? "red" : other, words),
  };
};
