import { type Instant, plusMinutes } from "../kernel/instant.ts";

/**
 * As long as SES's answer is waited for, and a hint before it; what follows those moves the entry
 * once, and not at each step.
 */
const earlyAtMostMinutes = 20;

/**
 * When the due index has a case after a change at `now` that wants it looked at at `wanted`;
 * it stood at `standing`. An entry that is a little early stays, since to move it costs two writes:
 * the sweep that finds it looks, and gives it its own time (`postpone`). It is never late, and
 * never where a sweep would find it again at once. Pure.
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
