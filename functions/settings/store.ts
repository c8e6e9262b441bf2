import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { Proposal, SettingsChange, SettingsRow } from "./row.ts";

/** How often the table of settings has changed, and when last; 0 where nobody wrote anything. */
export type Head = { readonly version: number; readonly changedAt?: Instant };

/** All that is in the table of settings. */
export type SettingsTable = {
  readonly head: Head;
  /** In the order in which they came; also those that ended. */
  readonly rows: readonly SettingsRow[];
  readonly proposals: readonly Proposal[];
};

/**
 * A line of the audit: who did what to which rows. `went-back`: the table stands at an earlier
 * version than somebody had seen, as after it was restored. `lift`: no row, but a mailbox that was to
 * be taken off SES's suppression list, in `before`.
 */
export type AuditLine = {
  readonly at: Instant;
  readonly version: number;
  readonly by: readonly string[];
  readonly why: string;
  readonly does: SettingsChange["does"] | "propose" | "take-back" | "went-back" | "lift";
  /** Rows, the proposal or the import that it is about. */
  readonly ids: readonly string[];
  /** What stood before and what stands now, as JSON, a few thousand characters of each. */
  readonly before?: string;
  readonly after?: string;
};

/** A row that an import wrote: its version is the one that the file says. */
export type ImportedRow = {
  readonly id: string;
  readonly version: number;
  readonly as: "added" | "changed" | "ended";
  /** Who decided it and since when, by the file's word alone; where it was recorded otherwise. */
  readonly fileSays?: { readonly by: readonly string[]; readonly since: Instant };
};

/** Names an import by the version of the table that it made. */
export const importIdOf = (version: number): string => `import-${version}`;
export const versionOfImport = (id: string): number | undefined => {
  const version = /^import-([1-9]\d{0,8})$/.exec(id)?.[1];
  return version === undefined ? undefined : Number(version);
};

/** The furthest that a table counts: a version has nine digits in its key. */
export const versionAtMost = 999_999_999;

/** One change of the table: all of it is written, or nothing. */
export type Written = {
  readonly rows: readonly SettingsRow[];
  /** Of these the ids that are new: nothing is written where one of them is there already. */
  readonly added?: readonly string[];
  readonly proposals: readonly Proposal[];
  /** Each row of an import, for its line of the audit. */
  readonly imported?: readonly ImportedRow[];
  readonly line: Omit<AuditLine, "version">;
};

/**
 * Why nothing was written.
 * - `somebody-was-first`: the table has changed since it was read, or a row to be added is there.
 * - `went-back`: it stands at an earlier version than was seen; the audit says so.
 * - `full`: there is no room for it.
 */
export type NotRecorded = { readonly kind: "somebody-was-first" | "went-back" | "full" };

/** So many rows may stand at a time, and so many may there be with those that ended or lapsed. */
export const standingAtMost = 5_000;
export const rowsAtMost = 20_000;
/**
 * Of both so many are kept for rows that stop a mail and are added one by one: whatever an import
 * filled the table with, a desk that asks for no mail gets none.
 */
export const keptForStops = 500;
/** Characters of a reason. */
export const whyAtMost = 1_000;

/** Reads what is in force; senders have nothing more of it. */
export type SettingsReader = {
  /** One consistent read of one item. */
  readonly head: () => Promise<Head>;
  /** All of it, consistently; its head is not newer than its rows. A few requests, bounded. */
  readonly read: () => Promise<SettingsTable>;
};

/** Where settings are kept that change while it runs. */
export type SettingsStore = SettingsReader & {
  /** Writes rows, head and the line of the audit in one transaction, where nobody was first. */
  readonly record: (written: Written, seenVersion: number) => Promise<Result<Head, NotRecorded>>;
  /** The newest lines first, or those older than a version. */
  readonly audit: (limit: number, before?: number) => Promise<readonly AuditLine[]>;
  /** The rows that an import wrote, in the file's order; none where there is no such import. */
  readonly imported: (importId: string) => Promise<readonly ImportedRow[]>;
};
