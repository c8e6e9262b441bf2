/**
 * How a wait grows: it begins below `firstMs`, doubles with each try, and stays below `longestMs`.
 */
export type Growth = { readonly firstMs: number; readonly longestMs: number };

/**
 * Full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter"): anywhere up to the doubled
 * wait, so that those who met, or were told "too fast" together, do not come back together.
 * `tries`: those before it, from 0 on. `random`: from 0 up to 1.
 */
export const fullJitterMs = ({ firstMs, longestMs }: Growth, tries: number, random: number): number =>
  Math.round(random * Math.min(longestMs, firstMs * 2 ** tries));
