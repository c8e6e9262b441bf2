import { type Instant, plusMinutes } from "../../../functions/kernel/instant.ts";
import type { ReporterNews } from "../../../functions/news/reporter-news.ts";
import type { Delivery } from "../deliveries.ts";

/** What looks for a reporter of the samples is so quick, and finds that all that a desk removed is gone. */
const looksWithinMinutes = 4;

/** What a reporter's checker says to this news; nothing where it asks none. */
export const checkerSays = (news: ReporterNews, now: Instant): readonly Delivery[] => {
  if (news.happened !== "check-wanted" || news.why !== "desk-says-removed") return [];
  const at = plusMinutes(now, looksWithinMinutes);
  const { reporter, reportId } = news;
  const body = JSON.stringify({ version: 1, reporter, reportId, status: "gone", at });
  return [{ id: `checked-${news.id}`, at, does: { kind: "report", queue: "report-standard", body } }];
};
