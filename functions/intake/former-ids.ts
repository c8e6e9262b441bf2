import { reportKeyOf } from "../case/case-id.ts";
import { idsOf, reporterOf } from "../kernel/reporter-ids.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { Outcome } from "../store/work.ts";
import { isExpected } from "./put-off.ts";
import { casesOf } from "./report-uses.ts";
import { takeInStatus } from "./take-in-status.ts";
import type { Received, TakeInWork } from "./work.ts";

/*
 * A reporter's id may change (`formerIds` in the settings). What stands under one id counts under each: a word
 * finds its report, and a report sent again is the same. Costs reads only for reporters who had another id.
 */

type Named = Pick<Report, "reporter" | "reportId">;

const othersOf = ({ rules }: TakeInWork, { reporter }: Named): readonly string[] => {
  const known = reporterOf(rules.reporters, reporter);
  return known ? idsOf(known).filter((id) => id !== reporter) : [];
};

/** The reporter's other ids under which this report stands, or waits to be taken in. */
const otherIdsOf = async (work: TakeInWork, said: Named): Promise<readonly string[]> => {
  const others = await Promise.all(
    othersOf(work, said).map(async (reporter) => {
      const isThere = (await casesOf(work.store, { ...said, reporter })).length > 0;
      return isThere || (await isExpected(work, reportKeyOf(reporter, said.reportId))) ? [reporter] : [];
    }),
  );
  return others.flat();
};

/** The report by the id under which it stands already, else as it came. */
export const asKnown = async (work: TakeInWork, report: Report): Promise<Report> => {
  const others = othersOf(work, report);
  if (others.length === 0 || (await casesOf(work.store, report)).length > 0) return report;
  const [known] = await otherIdsOf(work, report);
  return known === undefined ? report : { ...report, reporter: known };
};

/**
 * Notes a later word where its report stands. A hold counts under all of the reporter's ids, since nothing that it
 * was to stop may go out; for the rest the written id counts first.
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
