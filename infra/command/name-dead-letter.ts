import { readDelivery } from "../../functions/answers/read-delivery.ts";
import { readReplyPointers } from "../../functions/answers/reply-pointers.ts";
import { shown } from "../../functions/console/shown.ts";
import { readHint } from "../../functions/handlers/case-work.ts";
import { readOwed } from "../../functions/handlers/history-worker.ts";
import { openEnvelopes } from "../../functions/report/envelope.ts";

/**
 * What a dead letter is, as far as that can be said without what was reported: ids, kinds and
 * moments, cut and with nothing to tap. Pure.
 */
export const nameDeadLetter = (queue: string, body: string): string => {
  if (queue.startsWith("report-")) return nameReport(body);
  if (queue.startsWith("delivery")) return nameDelivery(body);
  if (queue === "reply") return nameReplies(body);
  if (queue === "history-retry") return nameLine(body);
  return nameHint(body);
};

const idOf = (text: unknown): string =>
  typeof text === "string" ? shown(text.replace(/\s+/g, " ").slice(0, 60)) : "(none)";

const nameReport = (body: string): string => {
  const opened = openEnvelopes(body);
  if (!opened.ok) return `no report that can be read (${opened.error.reason})`;
  const { reporter, reportId, status, at, category, xarf_version: xarf, report_id: xarfId } = opened.value;
  if (xarf !== undefined) return `XARF report ${idOf(xarfId)}`;
  if (status !== undefined)
    return `“${idOf(status)}” about report ${idOf(reportId)} of ${idOf(reporter)}, said at ${idOf(at)}`;
  return `report ${idOf(reportId)} of ${idOf(reporter)}, ${idOf(category)}`;
};

const nameDelivery = (body: string): string => {
  const read = readDelivery(body);
  return read.ok
    ? `SES: ${read.value.outcome.kind}, notice ${read.value.noticeId} of case ${read.value.caseId}`
    : "an event of no notice of ours";
};

const nameReplies = (body: string): string => {
  const read = readReplyPointers(body);
  return read.ok ? `a mail, kept as ${read.value.map(({ key }) => idOf(key)).join(", ")}` : "no word of a mail";
};

const nameLine = (body: string): string => {
  const owed = readOwed(body);
  if (owed) return `line ${owed.version} of case ${idOf(owed.caseId)}, owed to ${idOf(owed.duty)}`;
  return body.includes("DDBStreamBatchInfo") ? "a place in the stream at which the function did not run" : "no line";
};

const nameHint = (body: string): string => {
  try {
    return `hint to look at case ${idOf(readHint(body).caseId)}`;
  } catch {
    // Whatever it is, it is none of ours.
    return "no hint";
  }
};
