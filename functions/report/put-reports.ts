import type { Lane } from "./category.ts";

/** A message for a report queue, and by which lane it goes. */
export type ToPut = { readonly body: string; readonly lane: Lane };

/**
 * Puts messages on the report queues, as a producer does. Gives those that a queue did not take,
 * and the name of what went wrong; sent again, what was taken counts once by its report id.
 */
export type PutReports = (
  reports: readonly ToPut[],
) => Promise<{ readonly left: readonly ToPut[]; readonly error?: string }>;
