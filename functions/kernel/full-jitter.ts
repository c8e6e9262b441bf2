/** Starts below `firstMs`, doubles with each try, stays below `longestMs`. */
export type Growth = { readonly firstMs: number; readonly longestMs: number };

/**
 * Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"): spreads the retries of those that met or
 * were throttled together. `tries`: those before it, from 0 on. `random`: from 0 up to 1.
 */
export const fullJitterMs = ({ firstMs, longestMs }: Growth, tries: number, random: number): number =>
  Math.round(random * Math.min(longestMs, firstMs * 2 ** tries));
