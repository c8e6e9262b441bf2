import type { LogCode, LogFields } from "../../functions/kernel/log.ts";
import { categories, laneOf } from "../../functions/report/category.ts";
import { paint } from "../command/paint.ts";

/** Codes that say that a person has to look. */
const forAPerson: readonly LogCode[] = ["notice.refused", "notice.uncertain", "report.unreadable", "report.stray"];

/**
 * Gives lines of the feed the colour of their case's lane: red what is urgent, yellow what is before
 * a person. The lane is told by the category that the case's first line names; what is reported as
 * live is urgent by its queue and stands here as its category does.
 */
export const lanePaint = () => {
  const urgent = new Set<string>();
  return (line: string, code: LogCode, { caseId = "", category }: LogFields): string => {
    const known = categories.find((one) => one === category);
    if (known && laneOf(known, false) === "urgent") urgent.add(caseId);
    if (urgent.has(caseId)) return paint("red", line);
    return forAPerson.includes(code) ? paint("yellow", line) : line;
  };
};
