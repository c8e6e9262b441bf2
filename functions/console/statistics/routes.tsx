import type { Instant } from "../../kernel/instant.ts";
import type { Here, Routes } from "../pages.tsx";
import { RepliesPage, repliesReportOf } from "./replies-page.tsx";
import { figuresOf, type Period, readPeriod, StatisticsPage } from "./statistics-page.tsx";

export const statisticsRoutes: Routes = (app, { work }, { show }) => {
  app.get("/statistics", async (context) => {
    const now = work.clock.now();
    const period = periodIn(context, now);
    return show(
      context,
      "Statistics",
      <StatisticsPage period={period} {...(await figuresOf(work.store.statistics, period))} now={now} />,
      "statistics",
    );
  });
  app.get("/statistics/replies", async (context) => {
    const now = work.clock.now();
    const period = periodIn(context, now);
    const report = await repliesReportOf(work.store.judged, period);
    return show(
      context,
      "How replies were read",
      <RepliesPage period={period} report={report} now={now} />,
      "statistics",
    );
  });
};

const periodIn = ({ req }: Here, now: Instant): Period =>
  readPeriod({ by: req.query("by"), from: req.query("from"), to: req.query("to") }, now);
