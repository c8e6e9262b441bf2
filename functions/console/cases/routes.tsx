import { casesAPage, type Here, type Routes, readCursor } from "../pages.tsx";
import { CasesPage, readDay } from "./cases-page.tsx";
import { findCases } from "./find-cases.ts";
import { SearchPage } from "./search-page.tsx";

/** The cases of a day, and the search. */
export const casesRoutes: Routes = (app, { work, settings }, { show }) => {
  app.get("/cases", async (context) => {
    const now = work.clock.now();
    const onDay = readDay(context.req.query("day")) ?? now.slice(0, 10);
    const cursor = readCursor(context);
    const opened = await work.store.openedOn(onDay, casesAPage, cursor);
    return show(
      context,
      `Cases of ${onDay}`,
      <CasesPage {...{ opened, onDay, isFirst: cursor === undefined, now }} />,
      "cases",
    );
  });

  const search = async (context: Here, query: string) => {
    const ids = await findCases(work.store, settings, query);
    if (ids.length === 1 && ids[0]) return context.redirect(`/cases/${encodeURIComponent(ids[0])}`, 303);
    const found = (await Promise.all(ids.map((id) => work.store.read(id)))).filter((state) => state !== undefined);
    return show(context, "Search", <SearchPage query={query} found={found} />, "search");
  };
  app.get("/search", async (context) => {
    const query = context.req.query("q");
    return query === undefined ? show(context, "Search", <SearchPage query="" />, "search") : search(context, query);
  });
  app.post("/search", async (context) => search(context, new URLSearchParams(await context.req.text()).get("q") ?? ""));
};
