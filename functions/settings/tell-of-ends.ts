import { type Instant, plusHours } from "../kernel/instant.ts";
import type { Told } from "../kernel/told.ts";
import { type RowKind, type SettingsRow, stands } from "./row.ts";
import type { Head, SettingsReader, SettingsTable } from "./store.ts";
import { tellOnce } from "./tell-once.ts";

/** Whoever is to look at it has a working day for it. */
const tellsBeforeHours = 24;

/** Whether what a kind forbids or names goes on otherwise once its row ends. */
const isTold = {
  "opt-out": true,
  protected: true,
  inhibition: true,
  provider: true,
  reporter: true,
  country: true,
  reason: false,
  // Where it is over, the next case asks.
  "standing-answer": false,
  "session-end": false,
} as const satisfies Record<RowKind, boolean>;

/** Rows that end within a day; one that was recorded with less than a day to go is known to its writer. */
const endingSoon = (rows: readonly SettingsRow[], now: Instant): readonly SettingsRow[] =>
  rows.filter((row) => {
    const { kind, since, until } = row;
    if (!isTold[kind] || until === undefined || !stands(row, now)) return false;
    return until <= plusHours(now, tellsBeforeHours) && until > plusHours(since, tellsBeforeHours);
  });

/** The table, read anew where its head has moved. */
export const keptTable = ({ head, read }: SettingsReader): (() => Promise<SettingsTable>) => {
  let kept: SettingsTable | undefined;
  const isStill = (seen: Head): boolean => kept?.head.version === seen.version;
  return async () => {
    const before = kept;
    if (before && isStill(await head())) return before;
    kept = await read();
    return kept;
  };
};

/** Tells on-call once of each row that ends within a day. */
export const tellOfEnds = (
  { rows, told, now }: { readonly rows: readonly SettingsRow[]; readonly told: Told; readonly now: Instant },
  tell: (ending: readonly SettingsRow[]) => Promise<void>,
): Promise<void> => tellOnce("ends", endingSoon(rows, now), { told, now }, tell);
