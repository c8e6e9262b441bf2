import { InvalidArgumentError } from "commander";
import { type Figure, figureOf, ratioOf } from "./floor/compare.ts";

/** One way of doing the same, by name. */
export type Way = { readonly name: string; readonly does: () => unknown };

/** Of each way, by its name, the milliseconds of processor time that doing it once took in each turn. */
export type Turns = Readonly<Record<string, readonly number[]>>;

const processorMs = async (does: () => unknown, rounds: number): Promise<number> => {
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) await does();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds;
};

/**
 * Does the same in several ways, one after the other in each turn, so that what the machine does meanwhile counts for
 * all. Each block lasts about `blockMs`; blocks before the first turn are for the compiler.
 */
export const inTurns = async (ways: readonly Way[], turns: number, blockMs = 50): Promise<Turns> => {
  const rounds = new Map<string, number>();
  for (const { name, does } of ways) {
    const once = await processorMs(does, 3);
    rounds.set(name, Math.max(3, Math.min(20_000, Math.round(blockMs / Math.max(0.001, once)))));
    await processorMs(does, rounds.get(name) ?? 3);
    rounds.set(
      name,
      Math.max(3, Math.round(blockMs / Math.max(0.001, await processorMs(does, rounds.get(name) ?? 3)))),
    );
  }
  const took: Record<string, number[]> = Object.fromEntries(ways.map(({ name }) => [name, []]));
  for (let turn = 0; turn < turns; turn++)
    for (const { name, does } of ways) took[name]?.push(await processorMs(does, rounds.get(name) ?? 3));
  return took;
};

/** How many times the other's time one takes, turn by turn. */
export const timesOf = (turns: Turns, ours: string, other: string): Figure =>
  ratioOf({ ours: turns[ours] ?? [], floor: turns[other] ?? [] });

export const timeOf = (turns: Turns, way: string): Figure => figureOf(turns[way] ?? []);

/** Reads an option that is a whole number within bounds. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= least && number <= most))
      throw new InvalidArgumentError(`It is a number from ${least} to ${most}.`);
    return number;
  };

/** Reads an option that is words in the names of what is measured. */
export const wordsAmong =
  (names: readonly string[]) =>
  (words: string): string => {
    if (names.some((name) => name.includes(words))) return words;
    throw new InvalidArgumentError(`Nothing that is measured has these words in its name: ${names.join("; ")}.`);
  };
