/** Where a page begins in consecutive lists. `behind`: as the list says it. */
export type Place = { readonly list: string; readonly behind?: string | undefined };

/** What a list names. `place`: where the list goes on behind it, if not by the cursor alone. */
export type Candidate<T> = { readonly place?: string; readonly rows: () => Promise<readonly T[]> };
/** `cursor`: where more may follow. `passed`: how many the index alone left out. */
export type Part<T> = {
  readonly candidates: readonly Candidate<T>[];
  readonly cursor?: string | undefined;
  readonly passed: number;
};

export type Looked<T> = { readonly rows: readonly T[]; readonly looked: number; readonly next?: Place };

export type Lists<T> = {
  readonly names: readonly string[];
  readonly read: (name: string, behind: string | undefined) => Promise<Part<T>>;
};

/** A page ends where it has so many rows. */
export const rowsAPage = 50;
/** Or where it has read so many cases, or parts of lists: many may be empty. */
const readsAtMost = 300;
const partsAtMost = 100;

/** Reads lists in order until a page is full or has cost enough. May be empty and have `next`. */
export const lookThrough = async <T>({ names, read }: Lists<T>, from: Place | undefined): Promise<Looked<T>> => {
  const rows: T[] = [];
  let looked = 0;
  let reads = 0;
  let parts = 0;
  const begins = Math.max(0, names.indexOf(from?.list ?? ""));
  for (const [at, list] of names.slice(begins).entries()) {
    let behind = at === 0 && list === from?.list ? from.behind : undefined;
    do {
      if (rows.length >= rowsAPage || reads >= readsAtMost || parts >= partsAtMost)
        return { rows, looked, next: { list, behind } };
      const { candidates, cursor, passed } = await read(list, behind);
      parts += 1;
      looked += candidates.length + passed;
      for (let first = 0; first < candidates.length; first += rowsAPage) {
        const here = candidates.slice(first, first + rowsAPage);
        rows.push(...(await Promise.all(here.map((one) => one.rows()))).flat());
        reads += here.length;
        const place = here.at(-1)?.place;
        const isLast = first + rowsAPage >= candidates.length;
        if (!isLast && place !== undefined && (rows.length >= rowsAPage || reads >= readsAtMost))
          return { rows, looked, next: { list, behind: place } };
      }
      behind = cursor;
    } while (behind !== undefined);
  }
  return { rows, looked };
};

/** As in an address. */
export const writePlace = (place: Place | undefined): readonly [string, string][] => [
  ...(place ? [["at", place.list] as [string, string]] : []),
  ...(place?.behind === undefined ? [] : [["behind", place.behind] as [string, string]]),
];
export const readPlaceIn = (query: URLSearchParams): Place | undefined => {
  const [list, behind] = [query.get("at"), query.get("behind") ?? undefined];
  const isPlace = behind === undefined || /^[\w.:#-]{1,2000}$/.test(behind);
  return list === null || !isPlace ? undefined : { list, behind };
};
