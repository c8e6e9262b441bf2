import type { Instant } from "../kernel/instant.ts";
import type { OnCallLog } from "../kernel/notified.ts";
import type { SettingsRow } from "./row.ts";

/**
 * Once for each version of a row, noted afterwards: twice at times, never not at all. A read for each row.
 */
export const tellOnce = async <Row extends SettingsRow>(
  what: "ends" | "inhibits",
  rows: readonly Row[],
  { told, now }: { readonly told: OnCallLog; readonly now: Instant },
  tell: (untold: readonly Row[]) => Promise<void>,
): Promise<void> => {
  const keyOf = ({ id, version }: SettingsRow) => `setting-${what}-${id}-${version}` as const;
  const lastTold = await Promise.all(rows.map((row) => told.lastAt(keyOf(row))));
  const untold = rows.filter((_, at) => lastTold[at] === undefined);
  if (untold.length === 0) return;
  await tell(untold);
  for (const row of untold) await told.note(keyOf(row), now);
};
