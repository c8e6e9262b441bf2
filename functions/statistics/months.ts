import type { Statistic } from "./statistic.ts";

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** Both included: `2026-11`, `2026-12`, `2027-01`. None when `first` is the later one. */
export const monthsBetween = (first: string, last: string): readonly string[] =>
  Array.from({ length: Math.max(0, numberOf(last) - numberOf(first) + 1) }, (_, at) => monthOf(numberOf(first) + at));

export const monthsBefore = (month: string, months: number): string => monthOf(numberOf(month) - months);

/** One month after the other, so that a year is never held at once. */
export const eachOfMonths = async (
  months: readonly string[],
  read: (month: string) => Promise<readonly Statistic[]>,
  add: (statistic: Statistic) => void,
): Promise<void> => {
  for (const month of months) for (const statistic of await read(month)) add(statistic);
};
