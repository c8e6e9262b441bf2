import { heldQuestions } from "../kernel/held-questions.ts";
import { isNameable } from "../kernel/person.ts";
import { countryRow, directoryEntry, directoryMatch, domain, optOut, reporterRow } from "../kernel/settings-rows.ts";
import * as z from "../kernel/zod.ts";
import { categories } from "../report/category.ts";

const text = z.string().check(z.trim(), z.minLength(1));

/**
 * Nothing is sent while it lasts: to a mailbox or mail domain, about hosts at a name and below it, in a range or
 * of a system, or about a category.
 */
const inhibited = () =>
  z.union(
    [z.strictObject({ desk: directoryMatch }), z.strictObject({ category: z.enum(categories) })],
    "say in desk whom it is about (a mailbox, @mail.domain, a host's name, a range, or AS and its number), " +
      "or in category which one",
  );

/** Beside the file's row of that id; the whole row where it has none. */
const reporter = () => {
  const { id, organisation, contact, senders, through, ...lists } = reporterRow.shape;
  return z.strictObject({
    id,
    organisation: z.optional(organisation),
    contact: z.optional(contact),
    senders,
    through,
    // Without the file's defaults: what is not said here stands as it is there.
    trustedFlagger: z.optional(z.array(text)),
    people: z.optional(lists.people.def.innerType),
    liveIn: z.optional(z.array(z.enum(categories))),
    checks: lists.checks,
    reportsAMinute: z.optional(lists.reportsAMinute.def.innerType),
  });
};

const country = () =>
  z.strictObject({
    country: countryRow.shape.country,
    hotline: countryRow.shape.hotline,
    cert: countryRow.shape.cert,
    police: countryRow.shape.police,
  });

/** A saved reason, offered where somebody decides. */
const reason = () => z.strictObject({ name: text.check(z.maxLength(80)), text: text.check(z.maxLength(2_000)) });

/**
 * While it stands, a case that waits for these desks alone takes the answer *wait*: nobody is asked, and they are
 * reminded slowly. Or nobody fills in their forms, and desks that answer by them are passed over. For the standard
 * lane.
 */
const standingAnswer = () =>
  z.strictObject({
    question: z._default(z.enum(heldQuestions), "unanswered"),
    desks: z
      .array(z.email("write a mailbox, like abuse@network.example").check(z.toLowerCase()))
      .check(z.minLength(1), z.maxLength(10)),
  });

/** Ends browser sessions that this person began before the row was recorded; IAM has none. */
const sessionEnd = () =>
  z.strictObject({
    person: text.check(
      z.maxLength(2_000),
      z.refine(
        isNameable,
        "write a mailbox that the provider gives them, or the whole name as the history has it, with the brackets " +
          "at its end: Jane Doe, jane@hotline.example (oidc id.hotline.example 00u1)",
      ),
    ),
  });

export const valueSchemas = {
  "opt-out": z.strictObject({ desk: optOut }),
  protected: z.strictObject({ domain: domain }),
  inhibition: inhibited(),
  provider: directoryEntry,
  reporter: reporter(),
  country: country(),
  reason: reason(),
  "standing-answer": standingAnswer(),
  "session-end": sessionEnd(),
};

const word = () => z.strictObject({ at: z.string(), by: z.array(z.string()), why: z.string() });

const common = () => ({
  id: text.check(z.maxLength(60)),
  by: z.array(text).check(z.minLength(1), z.maxLength(2)),
  why: text,
  since: z.iso.datetime(),
  until: z.optional(z.iso.datetime()),
  version: z.int().check(z.positive()),
  ended: z.optional(word()),
  over: z.optional(z.string()),
});

const each = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  [
    z.strictObject({ ...shape, kind: z.literal("opt-out"), value: valueSchemas["opt-out"] }),
    z.strictObject({ ...shape, kind: z.literal("protected"), value: valueSchemas.protected }),
    z.strictObject({ ...shape, kind: z.literal("inhibition"), value: valueSchemas.inhibition }),
    z.strictObject({ ...shape, kind: z.literal("provider"), value: valueSchemas.provider }),
    z.strictObject({ ...shape, kind: z.literal("reporter"), value: valueSchemas.reporter }),
    z.strictObject({ ...shape, kind: z.literal("country"), value: valueSchemas.country }),
    z.strictObject({ ...shape, kind: z.literal("reason"), value: valueSchemas.reason }),
    z.strictObject({ ...shape, kind: z.literal("standing-answer"), value: valueSchemas["standing-answer"] }),
    z.strictObject({ ...shape, kind: z.literal("session-end"), value: valueSchemas["session-end"] }),
  ] as const;

export const contentSchema = z.discriminatedUnion("kind", each({}));

export const rowSchema = z.discriminatedUnion("kind", each(common()));
