import type { Lane } from "./category.ts";

export type ToPut = { readonly body: string; readonly lane: Lane };

/** Returns what a queue did not take, and the error's name. Sent again, a report counts once by its id. */
export type PutReports = (
  reports: readonly ToPut[],
) => Promise<{ readonly left: readonly ToPut[]; readonly error?: string }>;
