import { wrongMoment } from "../report/moments.ts";
import type { PutOff } from "../report/put-off.ts";
import { readReport } from "../report/read-report.ts";
import type { Report } from "../report/report.ts";
import type { Outcome } from "../store/work.ts";
import { takeInWord } from "./former-ids.ts";
import { takeInRead, takeInUnreadable } from "./take-in-read.ts";
import { receivesBeforeAsking } from "./take-in-status.ts";
import { mayBeLive, strangerTo } from "./who-speaks.ts";
import type { ReportMessage, TakeInWork } from "./work.ts";

/**
 * Takes one message in: opens a case, joins the open one of the same target, notes what a reporter
 * says later, or puts what can't be read, whole but for what may be content, and what fits no
 * report in front of a person with others of its kind. Safe to repeat with the same message at any
 * time: the report's key is written once for ever, and a text that could not be read is named by
 * its hash.
 *
 * A reporter's burst: what is over the limit waits in the table (`report/put-off.ts`) until the
 * sweep puts it on its queue again.
 */
export const takeInReport = async (work: TakeInWork, message: ReportMessage): Promise<Outcome> => {
  const read = readReport(message.text, work.rules);
  if (!read.ok) return takeInUnreadable(work, message, read.error);
  const notTheirs = strangerTo(work.rules, read.value.reporter, message);
  if (notTheirs) return takeInUnreadable(work, message, notTheirs);
  if (read.value.kind === "status") return takeInWord(work, message, read.value);
  const moment = wrongMoment(read.value, work.clock.now());
  if (moment) return takeInUnreadable(work, message, moment);
  return takeInRead(work, message, believed(work, read.value));
};

/**
 * Whoever may not report as live in this category has their report taken in as any other: `live`
 * passes limits and windows.
 */
const believed = ({ rules, log }: TakeInWork, report: Report): Report => {
  if (!report.live || mayBeLive(rules, report)) return report;
  log.info("report.not-live", { category: report.category });
  return { ...report, live: false };
};

/**
 * Takes in what had been put off, each behind the one before, as the sweep put it on the queue again; it may be put off
 * again. Safe to repeat.
 */
export const takeInPutOffs = async (work: TakeInWork, putOffs: readonly PutOff[]): Promise<Outcome> => {
  for (const putOff of putOffs) if ((await takeInPutOff(work, putOff)) === "later") return "later";
  return "done";
};

const takeInPutOff = (work: TakeInWork, putOff: PutOff): Promise<Outcome> => {
  const received = { ...putOff, receives: receivesBeforeAsking };
  if ("text" in received) return takeInReport(work, received);
  const { said } = received;
  return said.kind === "status" ? takeInWord(work, received, said) : takeInRead(work, received, said);
};
