import type { Instant } from "../kernel/instant.ts";
import type { OnCallLog } from "../kernel/notified.ts";
import { type SettingsRow, stands } from "./row.ts";
import { tellOnce } from "./tell-once.ts";

export type InhibitionRow = Extract<SettingsRow, { readonly kind: "inhibition" }>;

/** Those of a whole category first, then the latest first. */
export const standingInhibitions = (rows: readonly SettingsRow[], now: Instant): readonly InhibitionRow[] =>
  rows
    .filter((row): row is InhibitionRow => row.kind === "inhibition" && stands(row, now))
    .sort((a, b) => Number("category" in b.value) - Number("category" in a.value) || b.version - a.version);

/** Each is a read every minute. The message about more leads to all of them. */
const lookedAtMost = 100;

/** Once of each inhibition that was recorded or moved: one person alone keeps mail back by it. */
export const tellOfInhibitions = (
  { rows, told, now }: { readonly rows: readonly SettingsRow[]; readonly told: OnCallLog; readonly now: Instant },
  tell: (inhibitions: readonly InhibitionRow[]) => Promise<void>,
): Promise<void> => tellOnce("inhibits", standingInhibitions(rows, now).slice(0, lookedAtMost), { told, now }, tell);
