/** UTC as of `Date.prototype.toISOString`: 24 characters, so that text order is time order. */
export type Instant = string;

/** A step's only source of time. Tests and the sample run move it by hand. */
export type Clock = { readonly now: () => Instant };

const minuteMs = 60_000;

export const instant = (ms: number): Instant => new Date(ms).toISOString();
export const msOf = (at: Instant): number => Date.parse(at);
export const plusMs = (at: Instant, ms: number): Instant => instant(msOf(at) + ms);
export const plusMinutes = (at: Instant, minutes: number): Instant => plusMs(at, minutes * minuteMs);
export const plusHours = (at: Instant, hours: number): Instant => plusMs(at, hours * 60 * minuteMs);
export const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);
export const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
export const earliest = (...moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.filter((moment) => moment !== undefined).sort()[0];
export const latest = (...moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments
    .filter((moment) => moment !== undefined)
    .sort()
    .at(-1);

/** A day of the calendar, like `2026-11-24`. `Date.parse` makes 2 March of 30 February. */
export const isDay = (text: string): boolean => {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(ms) && instant(ms).startsWith(text);
};

/**
 * `undefined` without a zone ("2026-11-24 10:00") and for a day that is none (30 February): a desk that searches
 * its logs needs the right hour.
 */
export const readInstant = (text: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms) || !isDay(text.slice(0, 10))) return undefined;
  const read = instant(ms);
  // A zone can lead out of a year's four digits, which breaks text order.
  return /^\d/.test(read) ? read : undefined;
};
