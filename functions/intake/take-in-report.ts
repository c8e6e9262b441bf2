import { wrongMoment } from "../report/moments.ts";
import { checkerId } from "../report/own-queue.ts";
import type { PutOff } from "../report/put-off.ts";
import type { Report } from "../report/report.ts";
import type { Outcome } from "../store/work.ts";
import { takeInWord } from "./former-ids.ts";
import { readMessage } from "./read-message.ts";
import { takeInCheck } from "./take-in-check.ts";
import { takeInRead, takeInUnreadable } from "./take-in-read.ts";
import { receivesBeforeAsking } from "./take-in-status.ts";
import { mayBeLive } from "./who-speaks.ts";
import type { ReportMessage, TakeInWork } from "./work.ts";

/**
 * Takes one message in: opens a case, joins the open one of the same target, notes a reporter's later word, or puts
 * what can't be read (whole but for possible content) or fits no report in front of a person, with others of its
 * kind. Idempotent: the report's key is written once for ever, and an unreadable text is named by its hash. A burst
 * over the limit waits in the table (`report/put-off.ts`) until the sweep puts it on its queue again.
 */
export const takeInReport = async (work: TakeInWork, message: ReportMessage): Promise<Outcome> => {
  if (message.owner === checkerId) return takeInCheck(work, message.text);
  const read = readMessage(work.rules, message);
  if (!read.ok) return takeInUnreadable(work, message, read.error);
  if (read.value.kind === "status") return takeInWord(work, message, read.value);
  const moment = wrongMoment(read.value, work.clock.now());
  if (moment) return takeInUnreadable(work, message, moment);
  return takeInRead(work, message, believed(work, read.value));
};

/** Who may not report as live in this category is taken in as others: `live` passes limits and windows. */
const believed = ({ rules, log }: TakeInWork, report: Report): Report => {
  if (!report.live || mayBeLive(rules, report)) return report;
  log.info("report.not-live", { category: report.category });
  return { ...report, live: false };
};

/** Takes in what was put off, one after the other; it may be put off again. Idempotent. */
export const takeInPutOffs = async (work: TakeInWork, putOffs: readonly PutOff[]): Promise<Outcome> => {
  for (const putOff of putOffs) if ((await takeInPutOff(work, putOff)) === "later") return "later";
  return "done";
};

const takeInPutOff = async (work: TakeInWork, putOff: PutOff): Promise<Outcome> => {
  const received = { ...putOff, receives: receivesBeforeAsking };
  if ("text" in received) return takeInReport(work, received);
  if ("messages" in received) {
    for (const number of received.messages) {
      const text = await work.store.messageOf(received.entryId, number);
      if (text && (await takeInReport(work, { ...received, text })) === "later") return "later";
    }
    return "done";
  }
  const { said } = received;
  return said.kind === "status" ? takeInWord(work, received, said) : takeInRead(work, received, said);
};
