import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { Proposal, SettingsChange, SettingsRow } from "./row.ts";

/** How often the table of settings has changed, and when last; 0 where nobody wrote anything. */
export type Head = { readonly version: number; readonly changedAt?: Instant };

export type SettingsTable = {
  readonly head: Head;
  /** In the order in which they came; also those that ended. */
  readonly rows: readonly SettingsRow[];
  readonly proposals: readonly Proposal[];
};

/**
 * `went-back`: the table stands at an earlier version than was seen, as after a restore. `lift`: no row, but a
 * mailbox to be taken off SES's suppression list, in `before`.
 */
export type AuditLine = {
  readonly at: Instant;
  readonly version: number;
  readonly by: readonly string[];
  readonly why: string;
  readonly does: SettingsChange["does"] | "propose" | "take-back" | "went-back" | "lift";
  /** Rows, the proposal or the import that it is about. */
  readonly ids: readonly string[];
  /** As JSON, a few thousand characters of each. */
  readonly before?: string;
  readonly after?: string;
};

/** A row that an import wrote: its version is the one that the file says. */
export type ImportedRow = {
  readonly id: string;
  readonly version: number;
  readonly as: "added" | "changed" | "ended";
  /** Who decided it and since when, by the file alone; where it was recorded otherwise. */
  readonly fileSays?: { readonly by: readonly string[]; readonly since: Instant };
};

export const importIdOf = (version: number): string => `import-${version}`;
export const versionOfImport = (id: string): number | undefined => {
  const version = /^import-([1-9]\d{0,8})$/.exec(id)?.[1];
  return version === undefined ? undefined : Number(version);
};

/** A version has nine digits in its key. */
export const versionAtMost = 999_999_999;

/** One change of the table: all of it is written, or nothing. */
export type Written = {
  readonly rows: readonly SettingsRow[];
  /** New ids: nothing is written where one of them exists. */
  readonly added?: readonly string[];
  readonly proposals: readonly Proposal[];
  readonly imported?: readonly ImportedRow[];
  readonly line: Omit<AuditLine, "version">;
};

/**
 * Why nothing was written.
 * - `somebody-was-first`: the table has changed since it was read, or a row to be added exists.
 * - `went-back`: it stands at an earlier version than was seen; the audit says so.
 * - `full`: there is no room for it.
 */
export type NotRecorded = { readonly kind: "somebody-was-first" | "went-back" | "full" };

/** Rows that may stand at a time, and all rows with those that ended or lapsed. */
export const standingAtMost = 5_000;
export const rowsAtMost = 20_000;
/** Of both, kept for single rows that stop mail: a desk can opt out whatever an import brought. */
export const keptForStops = 500;
/** Characters of a reason. */
export const whyAtMost = 1_000;

/** Senders have only this of it. */
export type SettingsReader = {
  /** One consistent read of one item. */
  readonly head: () => Promise<Head>;
  /** All of it, consistently; its head is not newer than its rows. A few requests, bounded. */
  readonly read: () => Promise<SettingsTable>;
};

export type SettingsStore = SettingsReader & {
  /** Writes rows, head and the line of the audit in one transaction, where nobody was first. */
  readonly record: (written: Written, seenVersion: number) => Promise<Result<Head, NotRecorded>>;
  /** The newest lines first, or those older than a version. */
  readonly audit: (limit: number, before?: number) => Promise<readonly AuditLine[]>;
  /** In the file's order; none where there is no such import. */
  readonly imported: (importId: string) => Promise<readonly ImportedRow[]>;
};
