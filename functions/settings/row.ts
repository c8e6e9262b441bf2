import { heldQuestions } from "../kernel/held-questions.ts";
import type { Instant } from "../kernel/instant.ts";
import { once } from "../kernel/once.ts";
import { isNameable } from "../kernel/person.ts";
import { countryRow, directoryEntry, directoryMatch, domain, optOut, reporterRow } from "../kernel/settings-rows.ts";
import * as z from "../kernel/zod.ts";
import { categories } from "../report/category.ts";
import type { rowKinds } from "./row-kinds.ts";

const text = once(() => z.string().check(z.trim(), z.minLength(1)));

/**
 * Nothing is sent while it lasts: to a mailbox or at a mail domain, about hosts at a name and below
 * it, in a range or of a system, or about all of a category.
 */
const inhibited = () =>
  z.union(
    [z.strictObject({ desk: directoryMatch() }), z.strictObject({ category: z.enum(categories) })],
    "say in desk whom it is about (a mailbox, @mail.domain, a host's name, a range, or AS and its number), " +
      "or in category which one",
  );

/** What is said of a reporter beside the file's row of that id; the whole row where it has none. */
const reporter = () => {
  const { id, organisation, contact, senders, through, ...lists } = reporterRow().shape;
  return z.strictObject({
    id,
    organisation: z.optional(organisation),
    contact: z.optional(contact),
    senders,
    through,
    // Without the file's defaults: what is not said here stands as it is there.
    trustedFlagger: z.optional(z.array(text())),
    people: z.optional(lists.people.def.innerType),
    liveIn: z.optional(z.array(z.enum(categories))),
    checks: lists.checks,
    reportsAMinute: z.optional(lists.reportsAMinute.def.innerType),
  });
};

const country = () =>
  z.strictObject({
    country: countryRow().shape.country,
    hotline: countryRow().shape.hotline,
    cert: countryRow().shape.cert,
    police: countryRow().shape.police,
  });

/** So long an answer may hold for cases that come later. */
export const standingAnswerDaysAtMost = 60;

/** The words of a person's decision that many share, offered where somebody decides. */
const reason = () => z.strictObject({ name: text().check(z.maxLength(80)), text: text().check(z.maxLength(2_000)) });

/**
 * Nobody is asked about a case that waits for these desks alone, while it stands: it takes the answer
 * *wait*, and they are reminded slowly. Or nobody fills in their forms: they are passed over where they
 * answer by them. For the standard lane.
 */
const standingAnswer = () =>
  z.strictObject({
    question: z._default(z.enum(heldQuestions), "unanswered"),
    desks: z
      .array(z.email("write a mailbox, like abuse@network.example").check(z.toLowerCase()))
      .check(z.minLength(1), z.maxLength(10)),
  });

/**
 * Sessions of browsers that this person began before the row was recorded are over. One who signed in by IAM has
 * none.
 */
const sessionEnd = () =>
  z.strictObject({
    person: text().check(
      z.maxLength(2_000),
      z.refine(
        isNameable,
        "write a mailbox that the provider gives them, or the whole name as the history has it, with the brackets " +
          "at its end: Jane Doe, jane@hotline.example (oidc id.hotline.example 00u1)",
      ),
    ),
  });

/** What a row of each kind says, by the parts of the file's own schema. */
const valueSchemas = once(() => ({
  "opt-out": z.strictObject({ desk: optOut() }),
  protected: z.strictObject({ domain: domain() }),
  inhibition: inhibited(),
  provider: directoryEntry(),
  reporter: reporter(),
  country: country(),
  reason: reason(),
  "standing-answer": standingAnswer(),
  "session-end": sessionEnd(),
}));

export type RowKind = (typeof rowKinds)[number];

/** A kind with what a row of it says. */
export type RowContent = {
  [Kind in RowKind]: { readonly kind: Kind; readonly value: z.infer<ReturnType<typeof valueSchemas>[Kind]> };
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

const word = () => z.strictObject({ at: z.string(), by: z.array(z.string()), why: z.string() });
const common = () => ({
  id: text().check(z.maxLength(60)),
  by: z.array(text()).check(z.minLength(1), z.maxLength(2)),
  why: text(),
  since: z.iso.datetime(),
  until: z.optional(z.iso.datetime()),
  version: z.int().check(z.positive()),
  ended: z.optional(word()),
  over: z.optional(z.string()),
});

const each = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  [
    z.strictObject({ ...shape, kind: z.literal("opt-out"), value: valueSchemas()["opt-out"] }),
    z.strictObject({ ...shape, kind: z.literal("protected"), value: valueSchemas().protected }),
    z.strictObject({ ...shape, kind: z.literal("inhibition"), value: valueSchemas().inhibition }),
    z.strictObject({ ...shape, kind: z.literal("provider"), value: valueSchemas().provider }),
    z.strictObject({ ...shape, kind: z.literal("reporter"), value: valueSchemas().reporter }),
    z.strictObject({ ...shape, kind: z.literal("country"), value: valueSchemas().country }),
    z.strictObject({ ...shape, kind: z.literal("reason"), value: valueSchemas().reason }),
    z.strictObject({ ...shape, kind: z.literal("standing-answer"), value: valueSchemas()["standing-answer"] }),
    z.strictObject({ ...shape, kind: z.literal("session-end"), value: valueSchemas()["session-end"] }),
  ] as const;

/** What somebody wants a row to say. */
export const contentSchema = once(() => z.discriminatedUnion("kind", each({})));

/** A row as it is kept and exported. */
export const rowSchema = once(() => z.discriminatedUnion("kind", each(common())));

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
