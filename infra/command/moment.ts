import { type Instant, isDay, plusHours, readInstant } from "../../functions/kernel/instant.ts";
import { hasCome } from "../../functions/report/moments.ts";
import { CommandProblem } from "./problem.ts";

const hoursOf: Readonly<Record<string, number>> = { m: 1 / 60, h: 1, d: 24, w: 7 * 24 };

/** `+24h`, `-7d` or `now`, from a moment on; nothing for what is written otherwise. */
const fromNow = (written: string, now: Instant): Instant | undefined => {
  if (written === "now") return now;
  const [, sign, number, unit = ""] = /^([+-])(\d{1,4})([mhdw])$/.exec(written) ?? [];
  return number === undefined
    ? undefined
    : plusHours(now, Number(number) * (hoursOf[unit] ?? 0) * (sign === "-" ? -1 : 1));
};

/**
 * The moment that a person wrote: with its zone, or from now on, like `+24h`, `-7d` or `now`.
 * Throws `CommandProblem`, which names the option, for anything else.
 */
export const momentOf = (option: string, written: string, now: Instant): Instant => {
  const read = fromNow(written, now) ?? readInstant(written);
  if (read) return read;
  throw new CommandProblem(
    `${option} is a moment with its zone, like 2026-11-24T10:00Z, or one from now, like +24h, -30m or -7d.`,
  );
};

/** The same of a moment that has to be past, by the report queue's own rule. */
export const pastMomentOf = (option: string, written: string, now: Instant): Instant => {
  const read = momentOf(option, written, now);
  if (hasCome(read, now)) return read;
  throw new CommandProblem(`${option}: this moment has not come yet; what ends in Z is in UTC, and it is ${now} now.`);
};

/**
 * The day that a person wrote: like `2026-11-24`, `today`, `yesterday` or `-7d`. Throws
 * `CommandProblem`, which names the option, for anything else.
 */
export const dayOf = (option: string, written: string, now: Instant): string => {
  if (isDay(written)) return written;
  const moment = fromNow(written === "today" ? "now" : written === "yesterday" ? "-1d" : written, now);
  if (moment !== undefined) return moment.slice(0, 10);
  throw new CommandProblem(`"${written}" is no day. ${option} is one like 2026-11-24, today, yesterday or -7d.`);
};
