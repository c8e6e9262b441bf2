import type { Instant } from "../kernel/instant.ts";
import type * as z from "../kernel/zod.ts";
import type { rowKinds } from "./row-kinds.ts";
import type { valueSchemas } from "./row-schema.ts";

export const standingAnswerDaysAtMost = 60;

export type RowKind = (typeof rowKinds)[number];

export type RowContent = {
  [Kind in RowKind]: { readonly kind: Kind; readonly value: z.infer<(typeof valueSchemas)[Kind]> };
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

/** Of two rows of a kind with one subject, one contradicts the other. */
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

export const recipientsOf = ({ kind, value }: RowContent): readonly (readonly [field: string, email: string])[] => {
  if (kind === "provider") return value.email === undefined ? [] : [["email", value.email]];
  if (kind !== "country") return [];
  return [
    ...(value.hotline ? [["hotline.email", value.hotline.email] as const] : []),
    ...(value.cert ? [["cert.email", value.cert.email] as const] : []),
  ];
};
