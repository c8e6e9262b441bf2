import type { Instant } from "../kernel/instant.ts";
import type * as z from "../kernel/zod.ts";
import type { Kinds } from "./kinds.ts";
import type { RowKind } from "./row-kinds.ts";

export { type RowKind, standingAnswerDaysAtMost } from "./row-kinds.ts";

export type RowContent = {
  [Kind in RowKind]: { readonly kind: Kind; readonly value: z.infer<Kinds[Kind]["value"]> };
}[RowKind];
export type ContentOf<Kind extends RowKind> = Extract<RowContent, { readonly kind: Kind }>["value"];

/** One person who signed in, or two who agreed. */
export type Word = { readonly at: Instant; readonly by: readonly string[]; readonly why: string };

/** Never deleted, only ended. */
export type SettingsRow = RowContent & {
  /** `<kind>-<how far the table had counted>`; never used again. */
  readonly id: string;
  readonly by: readonly string[];
  readonly why: string;
  readonly since: Instant;
  readonly until?: Instant;
  /** The version of the table that wrote it last. */
  readonly version: number;
  readonly ended?: Word;
  /** A hash of the stage's file on the same provider or country, then: a difference is a later commit. */
  readonly over?: string;
};

export type SettingsChange =
  | { readonly does: "add"; readonly content: RowContent; readonly until?: Instant }
  | { readonly does: "change"; readonly id: string; readonly content: RowContent; readonly until?: Instant }
  | { readonly does: "end"; readonly id: string }
  /** By its hash, so that the second person brings the same file. */
  | { readonly does: "import"; readonly hash: string; readonly rows: number };

/** A change of one row. */
export type RowChange = Exclude<SettingsChange, { does: "import" }>;

/** Needs a second person's agreement; lapses after a week. */
export type Proposal = {
  readonly id: string;
  readonly change: SettingsChange;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly lapsesAt: Instant;
  readonly settled?: { readonly at: Instant; readonly by: string; readonly as: "agreed" | "taken-back" };
};

/** Does not check `since`: the clock of whoever recorded it may be ahead of a sender's. */
export const stands = ({ until, ended }: SettingsRow, now: Instant): boolean =>
  ended === undefined && (until === undefined || until > now);

export const waits = ({ settled, lapsesAt }: Proposal, now: Instant): boolean =>
  settled === undefined && lapsesAt > now;

/** Mailboxes that may be written to because of a row: whatever is called `email` in it. */
export const recipientsOf = ({ value }: RowContent): readonly (readonly [field: string, email: string])[] =>
  Object.entries<unknown>({ ...value }).flatMap(([name, said]): readonly (readonly [string, string])[] => {
    if (name === "email" && typeof said === "string") return [[name, said]];
    const inner = typeof said === "object" && said !== null && "email" in said ? said.email : undefined;
    return typeof inner === "string" ? [[`${name}.email`, inner]] : [];
  });
