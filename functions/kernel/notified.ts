import { type Instant, plusHours } from "./instant.ts";

/** What on-call is notified of while it lasts, not at every look. */
export type OnCallTopic =
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

/** Kept in the table (`store/table/notified.ts`). */
export type OnCallLog = {
  readonly lastAt: (of: OnCallTopic) => Promise<Instant | undefined>;
  readonly note: (of: OnCallTopic, at: Instant) => Promise<void>;
};

/**
 * Notifies, unless that happened within `hours`. Noted afterwards: a message may come twice, but never not at all.
 * Throws what `tell` throws, and notes nothing then.
 */
export const notifyAfter = async (
  told: OnCallLog,
  of: OnCallTopic,
  { hours, now }: { readonly hours: number; readonly now: Instant },
  tell: () => Promise<void>,
) => {
  const last = await told.lastAt(of);
  if (last !== undefined && plusHours(last, hours) > now) return;
  await tell();
  await told.note(of, now);
};
