import { saidOfAnother, withBreak } from "../case/take-verdict.ts";
import { saidLeftOut } from "../left-out.ts";
import type { Routes } from "../pages.tsx";
import type { Flash } from "../parts.tsx";
import { filterIn, isOfFilter, listAddress, openedFrom, readFilter } from "./filter.ts";
import { nextIn, readWaiting } from "./needs-you.ts";
import { changeSaved, removed, renamed, saved } from "./saved-filters.ts";
import { showsList } from "./show-list.tsx";

/** Besides the filter: what was decided before, and where the page begins. */
const besideFilter = new Set(["of", "decided", "review", "given", "at", "behind", "sending"]);

const leftOutOf = (query: URLSearchParams): Flash | undefined =>
  saidLeftOut(
    query,
    (name, value) => besideFilter.has(name) || isOfFilter(name, value),
    "The list is not narrowed by it.",
  );

export const listRoutes: Routes = (app, deps, pages) => {
  const { work, reservations, savedFilters } = deps;
  const showList = showsList(deps, pages);

  app.get("/", async (context) => {
    const query = new URL(context.req.url).searchParams;
    const said = await withBreak(deps, context.get("signedIn").name, await saidOfAnother(deps, query));
    return showList(context, readFilter(query), { said: [said ?? [], leftOutOf(query) ?? []].flat() });
  });

  app.post("/lists", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    const filter = readFilter(new URLSearchParams((form.get("in") ?? "").slice(0, 1000)));
    const [name, from] = [form.get("name") ?? "", form.get("from") ?? ""];
    const does = form.get("does");
    const changed = await changeSaved(savedFilters, context.get("signedIn").name, (filters) => {
      if (does === "remove") return removed(filters, from);
      return does === "rename" ? renamed(filters, from, name) : saved(filters, name, filter);
    });
    if (changed.ok) return context.redirect(listAddress(filter), 303);
    const said: Flash = { kind: "bad", title: "Not saved", text: changed.error };
    return showList(context, filter, { said: [said], status: 422 });
  });

  app.get("/next", async (context) => {
    const filter = filterIn(context.req.url) ?? {};
    const person = context.get("signedIn").name;
    const waiting = await readWaiting({ store: work.store, reservations }, { now: work.clock.now(), person });
    const next = await nextIn(work, waiting, filter, context.req.query("after") ?? "");
    if (next) return context.redirect(`/cases/${encodeURIComponent(next.id)}${openedFrom(filter)}`, 303);
    return showList(context, filter, { said: [{ kind: "note", title: "There is no other case in this list" }] });
  });
};
