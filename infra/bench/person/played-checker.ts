import { msOf } from "../../../functions/kernel/instant.ts";
import type { ReporterNews } from "../../../functions/news/reporter-news.ts";
import type { Draw } from "./draw.ts";
import { hasChecker } from "./providers.ts";
import { week } from "./week.ts";

/** The news by which a checker is asked. */
const asked = "check-wanted";

/** Whether the news asks a reporter who has a checker. */
export const asksChecker = (news: ReporterNews): boolean => news.happened === asked && hasChecker(news.reporter);

/**
 * When a checker that was asked the `nth` time about a report says what it sees; nothing where it
 * stays silent. Drawn by the report and not by the news: how many commits a case takes changes no
 * answer.
 */
export const checksAtMs = (news: ReporterNews, nth: number, draw: Draw): number | undefined => {
  const ask = `${news.reporter} ${news.reportId} ${nth}`;
  if (draw("checker silent", ask) < week.reporters.checkerSilent) return undefined;
  const [soonest, latest] = week.reporters.checkerAnswersWithinMinutes;
  return msOf(news.at) + Math.round((soonest + draw("checker after", ask) * (latest - soonest)) * 60_000);
};
