import { readAll, reviewItem } from "../../store/damaged-case.ts";
import type { ConsoleDeps, Here, Pages } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import type { Taken } from "../reviews/group-card.tsx";
import type { Filter } from "./filter.ts";
import { allOf, howManyIn } from "./how-many.ts";
import { type Entry, type Group, groupsOf, readWaiting, rowsIn } from "./list.ts";
import { rowsAPage, WaitingPage } from "./waiting-page.tsx";

type Beside = {
  readonly said?: Said | undefined;
  /** Unknown parts of the address. */
  readonly leftOut?: Said | undefined;
  readonly taken?: Taken;
  readonly page?: number;
  readonly status?: 200 | 422;
};

/** Reads the index, the reservations, the person's lists, and the cases of one page's rows. */
export const showsWaiting =
  (
    { work, reservations, savedFilters }: Pick<ConsoleDeps, "work" | "reservations" | "savedFilters">,
    { show }: Pages,
  ) =>
  async (context: Here, filter: Filter, { said, leftOut, taken, page = 1, status }: Beside = {}) => {
    const { store, clock } = work;
    const person = context.get("signedIn").name;
    const [waiting, { filters: saved }] = await Promise.all([
      readWaiting({ store, reservations }, { now: clock.now(), person }),
      savedFilters.of(person),
    ]);
    const listed = rowsIn(waiting, filter);
    const howMany = howManyIn(listed);
    const groups = filter.by ? groupsOf(listed, filter) : [];
    const entries = filter.by ? groups.flat().length : listed.length;
    const pages = Math.max(1, Math.ceil(entries / rowsAPage));
    const at = Math.min(Math.max(1, page), pages);
    const from = (at - 1) * rowsAPage;
    const rows = filter.by ? [] : listed.slice(from, from + rowsAPage).map(({ caseId }) => caseId);
    const here = partOf(groups, from, rowsAPage);
    const read = await readAll(reviewItem(store), [
      ...new Set([...rows, ...here.flatMap(({ group }) => group.map(({ row }) => row.caseId))]),
    ]);
    const cases = new Map(read.cases.map((state) => [state.id, state]));
    return show(
      context,
      `${allOf(howMany)} waiting`,
      <WaitingPage
        {...{
          waiting,
          filter,
          saved,
          howMany,
          groups: here,
          rows,
          cases,
          damaged: read.damaged,
          page: at,
          pages,
          said,
          leftOut,
          taken,
        }}
      />,
      "waiting",
      status,
    );
  };

/** The entries of consecutive groups from one to another, each in its group. Pure. */
const partOf = (
  groups: readonly Group[],
  from: number,
  limit: number,
): readonly { readonly group: Group; readonly all: number }[] => {
  let passed = 0;
  return groups.flatMap((group) => {
    const start = passed;
    passed += group.length;
    const [first, ...more]: readonly Entry[] = group.slice(
      Math.max(0, from - start),
      Math.max(0, from + limit - start),
    );
    return first ? [{ group: [first, ...more] as const, all: group.length }] : [];
  });
};
