import { isReporterId } from "../../kernel/settings-rows.ts";
import { readAll, reviewItem } from "../../store/damaged-case.ts";
import type { FoundPlace } from "../../store/finds.ts";
import { listAddress } from "../list/filter.ts";
import { choicesIn, readWaiting } from "../list/needs-you.ts";
import { readFound } from "../list/sources.ts";
import type { Here, Routes } from "../pages.tsx";
import { visible } from "../shown.ts";
import { count } from "../words.ts";
import { findCases, namesReporter } from "./find-cases.ts";
import { SearchPage } from "./search-page.tsx";

export const casesRoutes: Routes = (app, { work, settings, reservations }, { show }) => {
  /** What waits of a reporter or a provider that the words name. */
  const listsMeant = async (context: Here, query: string) => {
    const words = query.trim().toLowerCase();
    if (words.length < 3) return [];
    const person = context.get("signedIn").name;
    const choices = choicesIn(
      await readWaiting({ store: work.store, reservations }, { now: work.clock.now(), person }),
      {},
    );
    const named = (part: "reporter" | "provider", says: string) =>
      choices[part]
        .filter(({ value }) => value.toLowerCase().includes(words) && (part === "provider" || isReporterId(value)))
        .slice(0, 5)
        .map(({ value, rows }) => ({
          href: listAddress({ [part]: value }),
          says: `${count(rows, "case")} of the ${says} ${visible(value)} ${rows === 1 ? "needs" : "need"} you`,
        }));
    return [...named("reporter", "reporter"), ...named("provider", "provider")];
  };
  const search = async (context: Here, query: string, before?: FoundPlace) => {
    const { ids, next, only, message = 1, ofHostAlone, isCut } = await findCases(work.store, settings, query, before);
    const inPlace = message > 1 ? `?message=${message}#message` : "";
    if (only !== undefined) return context.redirect(`/cases/${encodeURIComponent(only)}${inPlace}`, 303);
    // Reads all that waits, so only if the words name a reporter, or nothing else.
    const isList = !before && (ids.length === 0 || namesReporter(query, settings));
    const lists = isList ? await listsMeant(context, query) : [];
    const { cases: found, damaged } = await readAll(reviewItem(work.store), ids);
    return show(
      context,
      "Search",
      <SearchPage {...{ query, found, damaged, next, lists, ofHostAlone, isCut, now: work.clock.now() }} />,
      "search",
    );
  };
  app.get("/search", async (context) => {
    const query = context.req.query("q");
    return query === undefined
      ? show(context, "Search", <SearchPage query="" now={work.clock.now()} />, "search")
      : search(context, query);
  });
  app.post("/search", async (context) => {
    const form = new URLSearchParams(await context.req.text());
    return search(context, form.get("q") ?? "", readFound(form.get("before")));
  });
};
