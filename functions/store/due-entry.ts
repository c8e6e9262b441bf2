import { type Instant, plusMinutes } from "../kernel/instant.ts";

/** As long as SES's answer is waited for, and a hint before it; what follows moves the entry once. */
const earlyAtMostMinutes = 20;

/**
 * When the due index has a case that wants to be looked at at `wanted` and stood at `standing`. One that is a little
 * early stays, since to move it costs two writes; it is never late. Pure.
 */
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
