import type { Instant } from "../kernel/instant.ts";
import type * as z from "../kernel/zod.ts";
import type { rowKinds } from "./row-kinds.ts";
import type { valueSchemas } from "./row-schema.ts";

/** So long an answer may hold for cases that come later. */
export const standingAnswerDaysAtMost = 60;

export type RowKind = (typeof rowKinds)[number];

/** A kind with what a row of it says. */
export type RowContent = {
  [Kind in RowKind]: { readonly kind: Kind; readonly value: z.infer<(typeof valueSchemas)[Kind]> };
}[RowKind];
export type ContentOf<Kind extends RowKind> = Extract<RowContent, { readonly kind: Kind }>["value"];

/** Who said it, and why: one person who signed in, or two who agreed. */
export type Word = { readonly at: Instant; readonly by: readonly string[]; readonly why: string };

/** One thing that people decided while it runs. It is never deleted, only ended. */
export type SettingsRow = RowContent & {
  /** `<kind>-<how far the table had counted>`; never used again. */
  readonly id: string;
  readonly by: readonly string[];
  readonly why: string;
  readonly since: Instant;
  /** The moment from which it counts no more by itself. */
  readonly until?: Instant;
  /** The version of the table that wrote it last. */
  readonly version: number;
  readonly ended?: Word;
  /**
   * What the stage's file said of the same provider or country when this was recorded, in a hash:
   * where it says something else now, a later commit did.
   */
  readonly over?: string;
};

/** A change that somebody wants; what is to be added has no id yet. */
export type SettingsChange =
  | { readonly does: "add"; readonly content: RowContent; readonly until?: Instant }
  | { readonly does: "change"; readonly id: string; readonly content: RowContent; readonly until?: Instant }
  | { readonly does: "end"; readonly id: string }
  /** By its hash, so that the second person brings the same file. */
  | { readonly does: "import"; readonly hash: string; readonly rows: number };

/** What one person wants, and a second has to agree to. It lapses after a week. */
export type Proposal = {
  readonly id: string;
  readonly change: SettingsChange;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly lapsesAt: Instant;
  readonly settled?: { readonly at: Instant; readonly by: string; readonly as: "agreed" | "taken-back" };
};

/**
 * Whether a row counts at this moment. It does from when it was recorded, and `since` is not asked:
 * the clock of whoever recorded it may be ahead of a sender's.
 */
export const stands = ({ until, ended }: SettingsRow, now: Instant): boolean =>
  ended === undefined && (until === undefined || until > now);

/** Whether a proposal waits for its second person. */
export const waits = ({ settled, lapsesAt }: Proposal, now: Instant): boolean =>
  settled === undefined && lapsesAt > now;

/** What each row says; of two that say something of the same, one contradicts the other. */
export const subjectOf = ({ kind, value }: RowContent): string => {
  switch (kind) {
    case "opt-out":
      return value.desk.toLowerCase();
    case "protected":
      return value.domain;
    case "inhibition":
      return "desk" in value ? value.desk.toLowerCase() : `category ${value.category}`;
    case "provider":
    case "reason":
      return value.name.toLowerCase();
    case "reporter":
      return value.id;
    case "session-end":
      return value.person;
    case "country":
      return value.country.toUpperCase();
    case "standing-answer":
      return [value.question, ...value.desks.map((desk) => desk.toLowerCase()).sort()].join(" ");
  }
};

/** Mailboxes that a row makes recipients. */
export const recipientsOf = ({ kind, value }: RowContent): readonly (readonly [field: string, email: string])[] => {
  if (kind === "provider") return value.email === undefined ? [] : [["email", value.email]];
  if (kind !== "country") return [];
  return [
    ...(value.hotline ? [["hotline.email", value.hotline.email] as const] : []),
    ...(value.cert ? [["cert.email", value.cert.email] as const] : []),
  ];
};
