import { type Instant, instant, msOf } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { EventOf } from "./event.ts";
import type { Notice } from "./notice.ts";
import type { HostCountry, Policy } from "./policy.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** No country has so many in a row; a row that lists more must not stop a notice for ever. */
const daysOffAtMost = 30;

const anywhere: Pick<HostCountry, "timeZone" | "workingHours" | "holidays"> = {
  timeZone: "UTC",
  workingHours: { from: 8, to: 18 },
  holidays: new Set(),
};

/**
 * The first moment, now or later, by the wall clock of the host's country.
 * > Quiet hours: never (urgent lane, whatever the row says).
 */
export const notBefore = (now: Instant, policy: Policy, lane: Lane): Instant => {
  if (lane === "urgent" || policy.row.quietHours === "never") return now;
  const { timeZone, workingHours, holidays } = policy.country ?? anywhere;
  const local = localMsOf(msOf(now), timeZone);
  const today = Math.floor(local / dayMs) * dayMs;
  const isWorkingDay = (day: number): boolean => {
    const date = new Date(day);
    return date.getUTCDay() >= 1 && date.getUTCDay() <= 5 && !holidays.has(date.toISOString().slice(0, 10));
  };
  const [opens, closes] = [workingHours.from * hourMs, workingHours.to * hourMs];
  if (isWorkingDay(today) && local >= today + opens && local < today + closes) return now;
  let day = local < today + opens ? today : today + dayMs;
  for (let off = 0; off < daysOffAtMost && !isWorkingDay(day); off++) day += dayMs;
  return instant(utcMsOf(day + opens, timeZone));
};

// Making one costs a hundred times what asking it does.
const wallClocks = new Map<string, Intl.DateTimeFormat>();

const localMsOf = (ms: number, timeZone: string): number => {
  const known = wallClocks.get(timeZone);
  const clock =
    known ??
    new Intl.DateTimeFormat("en", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  if (!known) wallClocks.set(timeZone, clock);
  const part = Object.fromEntries(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
};

/** The second guess is for nights in which the clock is moved. */
const utcMsOf = (local: number, timeZone: string): number => {
  const guess = local - (localMsOf(local, timeZone) - local);
  return guess + (local - localMsOf(guess, timeZone));
};

/**
 * Windows lie side by side from midnight UTC; one ends when its desk may be written to.
 * > Digest: none in the urgent lane; else the policy row's window.
 */
export const windowFor = (now: Instant, policy: Policy, lane: Lane): Instant | undefined => {
  if (lane === "urgent" || policy.row.digestMinutes === 0) return undefined;
  const lengthMs = policy.row.digestMinutes * 60_000;
  const end = instant(Math.floor(msOf(now) / lengthMs) * lengthMs + lengthMs);
  return instant(Math.ceil(msOf(notBefore(end, policy, lane)) / lengthMs) * lengthMs);
};

export const requeueUntil = (
  notice: Notice,
  now: Instant,
  window: Instant | undefined,
  why: string,
): ReturnType<typeof requeue> => ({
  ...requeue(notice, now, why, window),
  notBefore: window ?? now,
});

export const requeue = ({ id }: Notice, now: Instant, why: string, window?: Instant): EventOf<"notice-requeued"> => ({
  type: "notice-requeued",
  at: now,
  noticeId: id,
  notBefore: now,
  ...(window && { window }),
  why,
});
