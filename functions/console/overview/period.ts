import type { OverviewPeriod } from "../../statistics/overview.ts";

export const dayChoices = [28, 91] as const;
export const monthChoices = [1, 3, 12] as const;

/** What an address asks for. Anything else is ignored. */
export const readPeriod = (asked: (name: string) => string | undefined): OverviewPeriod => ({
  days: dayChoices.find((days) => String(days) === asked("days")) ?? 28,
  months: monthChoices.find((months) => String(months) === asked("months")) ?? 3,
});

/** As in an address, without the question mark. */
export const writePeriod = ({ days, months }: OverviewPeriod): string =>
  new URLSearchParams({ days: String(days), months: String(months) }).toString();
