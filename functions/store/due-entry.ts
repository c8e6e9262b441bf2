import { type Instant, plusMinutes } from "../kernel/instant.ts";

/** As long as SES's answer is waited for, and a hint before it. What follows moves the entry once. */
const earlyAtMostMinutes = 20;

/** Pure. A slightly early entry stays, as moving it costs two writes. It is never late. */
export const dueEntryAt = (
  standing: Instant | undefined,
  wanted: Instant | undefined,
  now: Instant,
): Instant | undefined =>
  standing !== undefined &&
  wanted !== undefined &&
  standing > now &&
  standing <= wanted &&
  wanted <= plusMinutes(standing, earlyAtMostMinutes)
    ? standing
    : wanted;
