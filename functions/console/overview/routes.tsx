import type { Instant } from "../../kernel/instant.ts";
import { judgedIn, readingReport } from "../../statistics/how-read.ts";
import { monthsBetween } from "../../statistics/months.ts";
import { readOverview } from "../../statistics/overview.ts";
import type { ConsoleWork, Here, Routes } from "../pages.tsx";
import { readPeriod } from "./period.ts";
import type { Oldest, Table } from "./tables.ts";

/** Each is read for its name. */
const oldestAtMost = 8;
const oldestInCsv = 100;
const tableCsv = /^([a-z]+)\.csv$/;

/** From counts: the number of reads does not depend on that of cases. */
export const overviewRoutes: Routes = (app, { work }, { show, sayOnly }) => {
  const overviewOf = (context: Here) =>
    readOverview(
      work.store,
      work.clock.now(),
      readPeriod((name) => context.req.query(name)),
    );
  app.get("/overview", async (context) => {
    const [overview, oldest] = await Promise.all([overviewOf(context), oldestOf(work.store, oldestAtMost)]);
    const reading = readingReport(await judgedIn(monthsBetween(overview.from, overview.to), work.store.judged));
    // Loaded only here, so that it costs no other page its start.
    const { OverviewPage } = await import("./overview-page.tsx");
    return show(context, "Overview", <OverviewPage {...{ overview, oldest, reading }} />, "overview");
  });
  app.get("/overview/:file", async (context) => {
    const { csvRows, oldestTable, tableNames, tableOf } = await import("./tables.ts");
    const named = tableCsv.exec(context.req.param("file"))?.[1];
    const name = tableNames.find((one) => one === named);
    const table: Table | undefined =
      name !== undefined
        ? tableOf(name, await overviewOf(context), true)
        : named === "oldest"
          ? oldestTable(await oldestOf(work.store, oldestInCsv))
          : undefined;
    if (table === undefined) return sayOnly(context, 404, "No such page", "There is nothing at this address.");
    const { csvOf } = await import("../../kernel/csv.ts");
    return context.body(csvOf(csvRows(table)), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${named}.csv"`,
    });
  });
};

const oldestOf = async (store: ConsoleWork["store"], atMost: number): Promise<Oldest> => {
  const [open, inLine] = await Promise.all([store.longestOpen(atMost), store.inLine(atMost)]);
  const read = async (places: readonly { readonly caseId: string; readonly since: Instant }[]) => {
    const states = await Promise.all(places.map(({ caseId }) => store.read(caseId)));
    return states.flatMap((state, at) => (state ? [{ state, since: places[at]?.since ?? state.openedAt }] : []));
  };
  const [withDesks, withPersons] = await Promise.all([
    read(open.map(({ caseId, openedAt }) => ({ caseId, since: openedAt }))),
    read(inLine),
  ]);
  return { withDesks, withPersons };
};
