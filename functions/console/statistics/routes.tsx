import type { Routes } from "../pages.tsx";
import { figuresOf, readPeriod, StatisticsPage } from "./statistics-page.tsx";

/** What cases came to. */
export const statisticsRoutes: Routes = (app, { work }, { show }) => {
  app.get("/statistics", async (context) => {
    const now = work.clock.now();
    const period = readPeriod(
      { by: context.req.query("by"), from: context.req.query("from"), to: context.req.query("to") },
      now,
    );
    return show(
      context,
      "Statistics",
      <StatisticsPage period={period} {...(await figuresOf(work.store.statistics, period))} now={now} />,
      "statistics",
    );
  });
};
