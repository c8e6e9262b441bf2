import { instant, msOf } from "../../../functions/kernel/instant.ts";
import type { ReporterNews } from "../../../functions/news/reporter-news.ts";
import { checkRequestsIn } from "../../../functions/news/tell-reporters.ts";
import type { Change } from "../../../functions/store/ports.ts";
import { looksApartHours } from "../../checker/answer-check.ts";
import type { Agenda } from "./agenda.ts";
import type { Draw } from "./draw.ts";
import { hasChecker } from "./providers.ts";
import type { PlayedTarget } from "./targets.ts";
import type { Truth } from "./truth.ts";
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

type Looking = {
  readonly agenda: Agenda;
  readonly nowMs: () => number;
  readonly draw: Draw;
  readonly truth: Truth;
  readonly targetAt: (address: string) => PlayedTarget | undefined;
  readonly answer: (message: string) => Promise<unknown>;
};

/** The operator's own checker looks where a change asks it, and six hours later again where it must. */
export const ownCheckerLooks = (
  { agenda, nowMs, draw, truth, targetAt, answer }: Looking,
  { next, events, at, reporterSteps }: Change,
): void => {
  const line = { version: next.version, at, events, ...(reporterSteps && { reporterSteps }) };
  for (const body of checkRequestsIn({ caseId: next.id, line })) {
    const { caseId, address, looks } = JSON.parse(body);
    const target = targetAt(address);
    if (!target) continue;
    const { knowsPage, saysGone, hidesFromVisit } = week.ownChecker;
    const look = async (left: number): Promise<void> => {
      const isUp = truth.isUp(target, nowMs());
      const isHidden = isUp && draw("hides", `${address} ${nowMs()}`) < hidesFromVisit;
      const tells = isUp ? isHidden || draw("marker", target.id) < knowsPage : draw("404", target.id) < saysGone;
      if (!tells) return;
      const status = isUp && !isHidden ? "still-up" : "gone";
      if (status === "gone" && left > 1) agenda.plan(nowMs() + looksApartHours * 3_600_000, () => look(left - 1));
      else await answer(JSON.stringify({ caseId, status, at: instant(nowMs()), note: "Checker." }));
    };
    agenda.plan(nowMs() + 60_000, () => look(looks));
  }
};
