import { type Instant, plusHours } from "./instant.ts";

/** What on-call is told of as long as it lasts, and not at every look. */
export type ToldOf =
  | "late-sweep"
  | "day-spent-standard"
  | "day-spent-all"
  | "directory-expired"
  | "ses-refuses"
  | "holidays-end"
  | `setting-ends-${string}`
  | `setting-inhibits-${string}`
  | `burst-${string}`
  | `paused-${string}`;

/** When on-call was last told of something. Kept in the table (`store/table/told.ts`). */
export type Told = {
  readonly lastAt: (of: ToldOf) => Promise<Instant | undefined>;
  readonly note: (of: ToldOf, at: Instant) => Promise<void>;
};

/**
 * Tells, unless it was told within the last `hours`. Told before it is written down: a message may
 * come twice, and never not at all. Throws what telling throws; nothing is written down then.
 */
export const tellAgainAfter = async (
  told: Told,
  of: ToldOf,
  { hours, now }: { readonly hours: number; readonly now: Instant },
  tell: () => Promise<void>,
) => {
  const last = await told.lastAt(of);
  if (last !== undefined && plusHours(last, hours) > now) return;
  await tell();
  await told.note(of, now);
};
