import { keptTable } from "../../settings/tell-of-ends.ts";
import { standingInhibitions } from "../../settings/tell-of-inhibitions.ts";
import type { ConsoleDeps, Here, Pages } from "../pages.tsx";
import type { Flash } from "../parts.tsx";
import { InhibitionBanners, isOfCategory } from "../sending/inhibition-banner.tsx";
import { sendsAll } from "../sending/paused-banners.tsx";
import { ReputationBanner, readReputation } from "../sending/reputation-banner.tsx";
import { type Filter, isOfNeeds, writeFilter } from "./filter.ts";
import type { Taken } from "./group-form.tsx";
import { ListPage, titleOf } from "./list-page.tsx";
import { readPlaceIn } from "./look-through.ts";
import { allOf, howManyIn, readWaiting, rowsIn } from "./needs-you.ts";
import { readList } from "./sources.ts";

type Extra = {
  readonly said?: readonly Flash[];
  readonly taken?: Taken;
  readonly status?: 200 | 422;
};

type Deps = Pick<ConsoleDeps, "settings" | "work" | "reservations" | "savedFilters" | "decided" | "sending">;

/** Shows the list, below what holds mail back. Reads indexes, saved filters, a page’s cases. */
export const showsList = (deps: Deps, { show }: Pages) => {
  const { work, reservations, savedFilters, decided, sending } = deps;
  const tableOfSettings = keptTable(decided.store);
  return async (context: Here, filter: Filter, extra: Extra = {}) => {
    const { said = [], taken, status = 200 } = extra;
    const now = work.clock.now();
    const person = context.get("signedIn").name;
    const isOfPersons = isOfNeeds(filter) || (filter.state === "open" && filter.mail === undefined);
    const inLine = isOfPersons ? work.store.inLine : async () => [];
    const place = context.req.method === "GET" ? readPlaceIn(new URL(context.req.url).searchParams) : undefined;
    const isFirst = place === undefined;
    const reporters = deps.settings.reporters.map(({ id }) => id);
    const isFirstPage = isFirst && writeFilter(filter) === "";
    const [waiting, { filters: saved }, state, { rows }, reputation] = await Promise.all([
      readWaiting({ store: { inLine }, reservations }, { now, person }),
      savedFilters.of(person),
      context.get("sending") ?? sending.lately(),
      tableOfSettings(),
      isFirstPage ? readReputation(work.store, now) : [],
    ]);
    const needsYou = rowsIn(waiting, filter);
    const part = await readList(work.store, { filter, now, person, needsYou }, place);
    const inhibitions = standingInhibitions(rows, now);
    const howMany = howManyIn(needsYou);
    const isAllSent = sendsAll(state) && !inhibitions.some(isOfCategory);
    const isAllWell = isAllSent && isOfNeeds(filter) && waiting.rows.length === 0 && writeFilter(filter) === "";
    const all = allOf(howMany);
    const title =
      isOfNeeds(filter) && all > 0
        ? `${all}${waiting.isCut ? "+" : ""} ${all === 1 ? "needs" : "need"} you`
        : titleOf({ filter, waiting, howMany });
    return show(
      context,
      isAllWell ? "All is well" : title,
      <>
        <div class="part" data-part="sending">
          <InhibitionBanners inhibitions={inhibitions} now={now} />
          <ReputationBanner lines={reputation} />
        </div>
        <ListPage {...{ filter, waiting, howMany, part, isFirst, saved, reporters, isAllWell, said, taken }} />
      </>,
      "cases",
      status,
    );
  };
};
