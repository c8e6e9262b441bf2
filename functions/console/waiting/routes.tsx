import { saidOfAnother, withBreak } from "../case/take-verdict.ts";
import type { Routes } from "../pages.tsx";
import { filterIn, openedFrom, readFilter } from "./filter.ts";
import { nextIn, readWaiting } from "./list.ts";
import { showsWaiting } from "./show-waiting.tsx";

const readPage = (text: string | undefined): number => (/^[1-9]\d{0,3}$/.test(text ?? "") ? Number(text) : 1);

/** All that waits, as a filter narrows it, and the way from one case of it to the next. */
export const waitingRoutes: Routes = (app, deps, pages) => {
  const { work, reservations } = deps;
  const showWaiting = showsWaiting(deps, pages);

  app.get("/waiting", async (context) => {
    const query = new URL(context.req.url).searchParams;
    return showWaiting(context, readFilter(query), {
      page: readPage(context.req.query("page")),
      said: await withBreak(deps, context.get("signedIn").name, saidOfAnother(query)),
    });
  });

  app.get("/waiting/next", async (context) => {
    const filter = filterIn(context.req.url) ?? {};
    const person = context.get("signedIn").name;
    const waiting = await readWaiting({ store: work.store, reservations }, { now: work.clock.now(), person });
    const next = await nextIn(work, waiting, filter, context.req.query("after") ?? "");
    if (next) return context.redirect(`/cases/${encodeURIComponent(next.id)}${openedFrom(filter)}`, 303);
    return showWaiting(context, filter, { said: { kind: "note", title: "There is no other case in this list" } });
  });
};
