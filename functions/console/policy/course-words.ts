import type { HostCountry } from "../../case/policy.ts";
import type { Instant } from "../../kernel/instant.ts";
import { categoryWords } from "../../report/category-words.ts";
import { capital } from "../words.ts";
import type { CaseLike, CourseOfCaseLike } from "./case-like.ts";
import type { Standing } from "./standings.ts";

/** A field of a form that chooses what to show. */
export type Chosen = readonly [
  name: string,
  label: string,
  now: string | undefined,
  all: readonly (readonly [value: string, words: string])[],
];

export const standingWords: Record<Standing, string> = {
  network: "at a hosting network",
  proxy: "behind a proxy",
  platform: "on a platform",
};

/** `NL` as `Netherlands`. What is no country stays as it is. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(code) ?? code;

/** `Phishing, behind a proxy, Germany` */
export const saidCase = ({ category, country, standing }: CaseLike): string =>
  `${capital(categoryWords[category])}, ${standingWords[standing]}` +
  `${country === undefined ? "" : `, ${countryName(country)}`}`;

/** Its quiet hours, or why it is in another lane than asked for. */
export const saidLane = ({ asked, lane, policy: { row, country } }: CourseOfCaseLike): string => {
  if (lane !== asked.lane)
    return lane === "urgent"
      ? "This category is always urgent: it goes out at any hour."
      : "This reporter may not mark this category as live.";
  if (lane === "urgent" || row.quietHours === "never") return "It goes out at any hour.";
  const { timeZone, workingHours } = country ?? { timeZone: "UTC", workingHours: { from: 8, to: 18 } };
  return `It goes out on working days, ${workingHours.from} to ${workingHours.to} o’clock by the clock of ${timeZone}.`;
};

/** `Mon 08:00 in Europe/Berlin` */
export const clockAt = (at: Instant, { timeZone }: HostCountry): string => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? "";
  return `${part("weekday")} ${part("hour")}:${part("minute")} in ${timeZone}`;
};

/** Public holidays at the host while the case runs, like `2026-12-25`. */
export const daysOffIn = ({ policy, asked, moments }: CourseOfCaseLike): readonly string[] => {
  const [first, last] = [asked.arrivesAt, moments.at(-1)?.at ?? asked.arrivesAt].map((at) => at.slice(0, 10));
  return [...(policy.country?.holidays ?? [])].filter((day) => day >= (first ?? "") && day <= (last ?? "")).sort();
};

/** `36 hours`, `8 days` */
export const hoursWords = (hours: number): string =>
  hours >= 48 && hours % 24 === 0 ? `${hours / 24} days` : `${hours} hours`;
