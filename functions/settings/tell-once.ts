import type { Instant } from "../kernel/instant.ts";
import type { Told } from "../kernel/told.ts";
import type { SettingsRow } from "./row.ts";

/**
 * Tells on-call of the rows that they were not told of yet; of one that was written anew once more.
 * Told before it is written down: a message may come twice, and never not at all. Each row is a read.
 */
export const tellOnce = async <Row extends SettingsRow>(
  what: "ends" | "inhibits",
  rows: readonly Row[],
  { told, now }: { readonly told: Told; readonly now: Instant },
  tell: (untold: readonly Row[]) => Promise<void>,
): Promise<void> => {
  const keyOf = ({ id, version }: SettingsRow) => `setting-${what}-${id}-${version}` as const;
  const lastTold = await Promise.all(rows.map((row) => told.lastAt(keyOf(row))));
  const untold = rows.filter((_, at) => lastTold[at] === undefined);
  if (untold.length === 0) return;
  await tell(untold);
  for (const row of untold) await told.note(keyOf(row), now);
};
