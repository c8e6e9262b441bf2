import { msOf } from "../../../functions/kernel/instant.ts";
import type { ReporterNews } from "../../../functions/news/reporter-news.ts";
import type { Draw } from "./draw.ts";
import { hasChecker } from "./providers.ts";
import { week } from "./week.ts";

/*
 * Port: reporters whose checker looks when it is asked. Nothing in the news asks it yet; what it does
 * not know it passes over, as a reporter's program does.
 */

/** The news by which a checker is asked. */
const asked = "check-wanted";

/** When a checker says what it sees; nothing where it was not asked, or stays silent. */
export const checksAtMs = (news: ReporterNews, draw: Draw): number | undefined => {
  const happened: string = news.happened;
  if (happened !== asked || !hasChecker(news.reporter)) return undefined;
  if (draw("checker silent", news.id) < week.reporters.checkerSilent) return undefined;
  const [soonest, latest] = week.reporters.checkerAnswersWithinMinutes;
  return msOf(news.at) + Math.round((soonest + draw("checker after", news.id) * (latest - soonest)) * 60_000);
};
