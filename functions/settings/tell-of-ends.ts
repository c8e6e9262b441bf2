import { type Instant, plusHours } from "../kernel/instant.ts";
import type { OnCallLog } from "../kernel/notified.ts";
import { type RowKind, type SettingsRow, stands } from "./row.ts";
import type { Head, SettingsReader, SettingsTable } from "./store.ts";
import { tellOnce } from "./tell-once.ts";

/** A working day to look at it. */
const tellsBeforeHours = 24;

/** Whose end nobody has to hear of; where a standing answer is over, the next case asks. */
const untold: readonly RowKind[] = ["reason", "standing-answer", "session-end"];

/** Rows that end within a day; whoever recorded one with less than a day to go knows. */
const endingSoon = (rows: readonly SettingsRow[], now: Instant): readonly SettingsRow[] =>
  rows.filter((row) => {
    const { kind, since, until } = row;
    if (untold.includes(kind) || until === undefined || !stands(row, now)) return false;
    return until <= plusHours(now, tellsBeforeHours) && until > plusHours(since, tellsBeforeHours);
  });

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

export const tellOfEnds = (
  { rows, told, now }: { readonly rows: readonly SettingsRow[]; readonly told: OnCallLog; readonly now: Instant },
  tell: (ending: readonly SettingsRow[]) => Promise<void>,
): Promise<void> => tellOnce("ends", endingSoon(rows, now), { told, now }, tell);
