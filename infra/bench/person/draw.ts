import { randomFrom } from "../random.ts";

/**
 * A number from 0 up to 1 that follows from the seed and from what it is drawn for alone, so that
 * the same thing happens in the world whatever else the system did before.
 */
export type Draw = (...what: readonly (string | number)[]) => number;

export const drawsOf =
  (seed: number): Draw =>
  (...what) => {
    // FNV-1a over the words.
    let hash = (2_166_136_261 ^ seed) >>> 0;
    for (const sign of what.join(" ")) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619) >>> 0;
    return randomFrom(hash)();
  };

type Shares = Readonly<Record<string, number>>;
type NameIn<S extends Shares> = Extract<keyof S, string>;

const entriesOf = <S extends Shares>(shares: S): readonly (readonly [NameIn<S>, number])[] => {
  const entries: (readonly [NameIn<S>, number])[] = [];
  for (const name in shares) entries.push([name, shares[name] ?? 0]);
  return entries;
};

const itemAt = <Name>(entries: readonly (readonly [Name, number])[], at: number): Name => {
  let left = at * entries.reduce((sum, [, share]) => sum + share, 0);
  for (const [name, share] of entries) {
    left -= share;
    if (left < 0) return name;
  }
  const last = entries.at(-1);
  if (last === undefined) throw new Error("There is nothing to draw from.");
  return last[0];
};

/** The entry at a number from 0 up to 1, each as wide as its share. */
export const shareAt = <S extends Shares>(shares: S, at: number): NameIn<S> => itemAt(entriesOf(shares), at);

/** One of a list that is ranked: each as wide as its rank's weight. */
export const rankedAt = <T>(items: readonly T[], weightAt: (rank: number) => number, at: number): T =>
  itemAt(
    items.map((item, rank) => [item, weightAt(rank)] as const),
    at,
  );

export const pickAt = <T>(items: readonly T[], at: number): T => {
  const item = items[Math.min(items.length - 1, Math.floor(at * items.length))];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
};

/** How many of `count` each entry gets, by the largest remainders, so that the shares hold exactly. */
const quotasOf = <S extends Shares>(shares: S, count: number): Map<NameIn<S>, number> => {
  const entries = entriesOf(shares);
  const whole = entries.reduce((sum, [, share]) => sum + share, 0);
  const exact = entries.map(([name, share]) => ({ name, wanted: (share / whole) * count }));
  const quotas = new Map(exact.map(({ name, wanted }) => [name, Math.floor(wanted)]));
  const left = count - [...quotas.values()].reduce((sum, quota) => sum + quota, 0);
  const byRemainder = exact.toSorted((a, b) => (b.wanted % 1) - (a.wanted % 1));
  for (const { name } of byRemainder.slice(0, left)) quotas.set(name, (quotas.get(name) ?? 0) + 1);
  return quotas;
};

/**
 * Deals entries to groups of so many members each, so that the shares hold over all members: a
 * group takes one that has room for it, and else what has most left. `notFor`: what no group of
 * several may be.
 */
export const deal = <S extends Shares>(
  groups: readonly number[],
  shares: S,
  draw: Draw,
  notFor: readonly NameIn<S>[] = [],
): readonly NameIn<S>[] => {
  const quotas = quotasOf(
    shares,
    groups.reduce((sum, size) => sum + size, 0),
  );
  const order = groups.map((size, at) => ({ size, at })).toSorted((a, b) => b.size - a.size || a.at - b.at);
  const dealt: NameIn<S>[] = [];
  for (const { size, at } of order) {
    const may = [...quotas].filter(([name]) => size === 1 || !notFor.includes(name));
    const fitting = may.filter(([, quota]) => quota >= size);
    const chosen = itemAt(fitting.length > 0 ? fitting : may, draw("deal", at));
    quotas.set(chosen, Math.max(0, (quotas.get(chosen) ?? 0) - size));
    dealt[at] = chosen;
  }
  return dealt;
};
