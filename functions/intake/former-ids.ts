import { reportKeyOf } from "../case/case-id.ts";
import { idsOf, reporterOf } from "../kernel/reporter-ids.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { Outcome } from "../store/work.ts";
import { casesOf } from "./report-uses.ts";
import { takeInStatus } from "./take-in-status.ts";
import type { Received, TakeInWork } from "./work.ts";

/*
 * A reporter's id may change (`formerIds` in the settings). What stands under one id is said to be
 * theirs under each: a word finds its report under whichever it came, and a report that comes again
 * under another is the same. Costs reads for reporters who had another id alone.
 */

type Named = Pick<Report, "reporter" | "reportId">;

const othersOf = ({ rules }: TakeInWork, { reporter }: Named): readonly string[] => {
  const known = reporterOf(rules.reporters, reporter);
  return known ? idsOf(known).filter((id) => id !== reporter) : [];
};

/** Of the reporter's other ids those under which this report stands, or waits to be taken in. */
const otherIdsOf = async (work: TakeInWork, said: Named): Promise<readonly string[]> => {
  const others = await Promise.all(
    othersOf(work, said).map(async (reporter) => {
      const isThere = (await casesOf(work.store, { ...said, reporter })).length > 0;
      return isThere || (await work.putOffs.reportDueAt(reportKeyOf(reporter, said.reportId))) !== undefined
        ? [reporter]
        : [];
    }),
  );
  return others.flat();
};

/** The report by the id under which it stands already; as it came, where it stands under none. */
export const asKnown = async (work: TakeInWork, report: Report): Promise<Report> => {
  const others = othersOf(work, report);
  if (others.length === 0 || (await casesOf(work.store, report)).length > 0) return report;
  const [known] = await otherIdsOf(work, report);
  return known === undefined ? report : { ...report, reporter: known };
};

/**
 * A later word, told where its report stands. A hold holds all that stands under any id of its
 * reporter, since nothing must go out that it was to stop; of the rest the id that was written
 * counts first.
 */
export const takeInWord = async (work: TakeInWork, message: Received, status: StatusMessage): Promise<Outcome> => {
  const others = othersOf(work, status).length === 0 ? [] : await otherIdsOf(work, status);
  const isItsOwn = others.length === 0 || (await casesOf(work.store, status)).length > 0;
  const ids = [...(isItsOwn ? [status.reporter] : []), ...others];
  const told = status.status === "hold" || status.status === "release" ? ids : ids.slice(0, 1);
  const outcomes: Outcome[] = [];
  for (const reporter of told) outcomes.push(await takeInStatus(work, message, { ...status, reporter }));
  return outcomes.includes("later") ? "later" : "done";
};
