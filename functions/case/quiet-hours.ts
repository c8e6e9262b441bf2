import { type Instant, instant, msOf } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Policy } from "./policy.ts";

const hourMs = 3_600_000;
const opensAtHour = 8;
const closesAtHour = 18;

/**
 * The first moment, now or later, at which this notice may go out. Only the standard lane knows quiet hours, and only
 * where its policy row says so: a desk that is asleep cannot act, and a mail at the top of the morning is read.
 * > Quiet hours: never (urgent lane, whatever the row says).
 */
export const notBefore = (now: Instant, policy: Policy, lane: Lane): Instant => {
  if (lane === "urgent" || policy.row.quietHours === "never") return now;
  const offsetMs = (policy.country?.utcOffsetHours ?? 0) * hourMs;
  let local = msOf(now) + offsetMs;
  // At most a Friday evening until Monday morning: 62 hours, one step an hour.
  for (let step = 0; step < 80 && !isWorkingHour(local); step++) local = Math.floor(local / hourMs) * hourMs + hourMs;
  return instant(local - offsetMs);
};

const isWorkingHour = (localMs: number): boolean => {
  const day = new Date(localMs).getUTCDay();
  const hour = new Date(localMs).getUTCHours();
  return day >= 1 && day <= 5 && hour >= opensAtHour && hour < closesAtHour;
};
