import { instant, msOf } from "../kernel/instant.ts";

/** Where a page begins in consecutive lists. `behind`: as the list says it. */
export type Place = { readonly list: string; readonly behind?: string | undefined };

/** `cursor`: where more may follow. `costs`: how many parts it counts as, if more than one. */
export type Part<T> = {
  readonly items: readonly T[];
  readonly cursor?: string | undefined;
  readonly costs?: number;
};

export type Looked<T> = { readonly found: readonly T[]; readonly looked: number; readonly next?: Place };

type Lists<T> = {
  readonly names: readonly string[];
  readonly read: (name: string, behind: string | undefined) => Promise<Part<T>>;
  readonly isWanted: (one: T) => boolean;
  /** An item's place in its list. Without it a part is shown whole. */
  readonly placeOf?: (one: T) => string | undefined;
  /** Reads per page. Many parts may be empty. */
  readonly partsAtMost?: number;
};

/** Per page: what it shows, and what it looks through for that. */
const atMost = { found: 25, looked: 2000 } as const;

/** Filters lists in order until a page is full or costs enough. It may be empty and still have `next`. */
export const lookThrough = async <T>(
  { names, read, isWanted, placeOf, partsAtMost = 20 }: Lists<T>,
  from: Place | undefined,
): Promise<Looked<T>> => {
  const found: T[] = [];
  let looked = 0;
  let at = Math.max(0, names.indexOf(from?.list ?? ""));
  let behind = names[at] === from?.list ? from?.behind : undefined;
  let parts = 0;
  for (;;) {
    const list = names[at];
    if (list === undefined) return { found, looked };
    if (found.length >= atMost.found || looked >= atMost.looked || parts >= partsAtMost)
      return { found, looked, next: { list, behind } };
    const { items, cursor, costs = 1 } = await read(list, behind);
    parts += costs;
    for (const one of items) {
      looked += 1;
      if (!isWanted(one)) continue;
      found.push(one);
      const place = found.length >= atMost.found ? placeOf?.(one) : undefined;
      if (place !== undefined) return { found, looked, next: { list, behind: place } };
    }
    if (cursor === undefined) at += 1;
    behind = cursor;
  }
};

const dayMs = 86_400_000;

/** Days as names of lists, both included, newest first, at most so many of the last. */
export const daysBack = (first: string, last: string, daysAtMost: number): readonly string[] => {
  const days: string[] = [];
  for (let day = last; day >= first && days.length < daysAtMost; day = instant(msOf(day) - dayMs).slice(0, 10))
    days.push(day);
  return days;
};

/** As in an address. */
export const writePlace = (place: Place | undefined): readonly [string, string][] => [
  ...(place ? [["at", place.list] as [string, string]] : []),
  ...(place?.behind === undefined ? [] : [["behind", place.behind] as [string, string]]),
];
export const readPlaceIn = (asked: (name: string) => string | undefined): Place | undefined => {
  const [list, behind] = [asked("at"), asked("behind")];
  const isPlace = behind === undefined || /^[\w.:#-]{1,2000}$/.test(behind);
  return list === undefined || !isPlace ? undefined : { list, behind };
};
