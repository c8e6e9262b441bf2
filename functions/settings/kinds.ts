import { defangHost } from "../kernel/defang.ts";
import { heldQuestions } from "../kernel/held-questions.ts";
import { isNameable } from "../kernel/person.ts";
import { scopeWords } from "../kernel/scope-words.ts";
import { type Settings, sessionHoursAtMost } from "../kernel/settings.ts";
import {
  countryRow,
  directoryEntry,
  directoryMatch,
  domain,
  hotlineCategories,
  optOut,
  reporterRow,
} from "../kernel/settings-rows.ts";
import * as z from "../kernel/zod.ts";
import { categories } from "../report/category.ts";
import { categoryWords } from "../report/category-words.ts";
import { type RowKind, standingAnswerDaysAtMost } from "./row-kinds.ts";

/**
 * What a change does to whom we write to and whom we believe.
 * - `narrows`: less is sent, or less is believed.
 * - `widens`: a recipient, a reporter, a right or a limit is added or changed, what forbade ends, or mail about a
 * whole platform or registry is stopped.
 * - `words`: only what people read.
 */
export const effects = ["narrows", "widens", "words"] as const;
export type Effect = (typeof effects)[number];

/** What a person needs beside the schema of a field. */
export type FieldWords = {
  readonly label: string;
  readonly hint?: string;
  /** As somebody would write it. Those of a kind together are a row, and the command line's example. */
  readonly example?: string;
  /** May be left out, and seldom is. */
  readonly isUsual?: true;
  /** Of a choice: the words of its values; else the value itself. */
  readonly choices?: Readonly<Record<string, string>>;
  /**
   * - `pattern`: hosts or desks. Reaches their cases; must not be too broad; may be pasted defanged.
   * - `address`: a mailbox or a page; may be pasted defanged.
   * - `category`, `reporter`, `country`: reaches the cases of it.
   * - `text`: of several lines in the form.
   */
  readonly is?: "pattern" | "address" | "category" | "reporter" | "country" | "text";
  /** A right or a limit: less of it narrows. */
  readonly limits?: true;
  /** In the row's name; else the value, or the words of the choice. */
  readonly named?: (words: string) => string;
  /** Behind the row's name in a sentence, before what it says in this field: `is in`. */
  readonly says?: string;
};

type Words<Value, Field extends string> = {
  readonly many: string;
  /** What a row of it does, behind its name: `abuse@network.example gets no notices`. */
  readonly does: string;
  /** Its form's heading. */
  readonly add: string;
  /** Whom or what a row is about, as its name. Of two rows alike in it one contradicts the other. */
  readonly key: readonly NoInfer<Field>[];
  /** In the order of the form, where those that have to be filled in come first. */
  readonly fields: Readonly<Record<Field, FieldWords>>;
  /** What the stage's file says of such. */
  readonly inFile?: (stage: Settings) => readonly Value[];
  /** What one more row does, unless it is wide (`may.ts`). A changed or ended one widens where nothing is said. */
  readonly effects: { readonly added: Effect; readonly changed?: Effect; readonly ended?: Effect };
  /** It ends by itself: after so many days at most, also said in `hours`, or always after `fixedHours`. */
  readonly lasts?: {
    readonly daysAtMost: number;
    readonly hint?: string;
    readonly orElse?: string;
    readonly hoursOffered?: number;
    readonly fixedHours?: number;
  };
  /** It stops mail or shuts a person out: places are kept for it, whatever an import brought. */
  readonly stops?: true;
  /** A second row about the same does not contradict the first. */
  readonly repeats?: true;
};

/** Names of a value's fields, inner ones as `hotline.email`. */
type FieldOf<Value> = Value extends unknown
  ? {
      [Name in keyof Value & string]-?: NonNullable<Value[Name]> extends string | number | boolean | readonly unknown[]
        ? Name
        : `${Name}.${keyof NonNullable<Value[Name]> & string}`;
    }[keyof Value & string]
  : never;

const text = z.string().check(z.trim(), z.minLength(1));
const word = z.strictObject({ at: z.string(), by: z.array(z.string()), why: z.string() });
const common = {
  id: text.check(z.maxLength(60)),
  by: z.array(text).check(z.minLength(1), z.maxLength(2)),
  why: text,
  since: z.iso.datetime(),
  until: z.optional(z.iso.datetime()),
  version: z.int().check(z.positive()),
  ended: z.optional(word),
  over: z.optional(z.string()),
};

const kind = <Kind extends RowKind, Value extends z.ZodMiniType>(
  name: Kind,
  value: Value,
  words: Words<z.infer<Value>, FieldOf<z.infer<Value>>>,
) => ({
  ...words,
  inFile: (stage: Settings): readonly { readonly kind: Kind; readonly value: z.infer<Value> }[] =>
    (words.inFile?.(stage) ?? []).map((value) => ({ kind: name, value })),
  value,
  content: z.strictObject({ kind: z.literal(name), value }),
  row: z.strictObject({ ...common, kind: z.literal(name), value }),
});

const reporterValue = () => {
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

const { shape: ofCountry } = countryRow;
const categoryHint = `One a line, of: ${categories.join(", ")}.`;

/**
 * All that there is to say of each kind of row. The command line, the check, the preview, the audit and the console's
 * forms follow from it; nothing else lists the fields of a kind.
 */
export const kinds = {
  "opt-out": kind("opt-out", z.strictObject({ desk: optOut }), {
    many: "Opt-outs",
    does: "gets no notices",
    add: "Opt a desk out",
    key: ["desk"],
    fields: {
      desk: {
        label: "Desk",
        hint: "A mailbox, a mail domain like @provider.example, a range like 192.0.2.0/24, or a system like AS64500.",
        example: "abuse@network.example",
        is: "pattern",
      },
    },
    inFile: ({ optedOut }) => optedOut.map((desk) => ({ desk })),
    effects: { added: "narrows" },
    stops: true,
  }),
  protected: kind("protected", z.strictObject({ domain }), {
    many: "Protected domains",
    does: "needs two persons to agree to each notice",
    add: "Protect a domain",
    key: ["domain"],
    fields: {
      domain: {
        label: "Domain",
        hint: "In lower case. It includes everything below it.",
        example: "parliament.example",
        is: "pattern",
        named: defangHost,
      },
    },
    inFile: ({ protectedDomains }) => protectedDomains.map((domain) => ({ domain })),
    effects: { added: "narrows" },
    stops: true,
  }),
  /** Nothing is sent while it lasts: for a night or a week; a desk to be left alone for good opts out. */
  inhibition: kind(
    "inhibition",
    z.union(
      [z.strictObject({ desk: directoryMatch }), z.strictObject({ category: z.enum(categories) })],
      "say in desk whom it is about (a mailbox, @mail.domain, a host's name, a range, or AS and its number), " +
        "or in category which one",
    ),
    {
      many: "Pauses",
      does: "is paused: no notices go out",
      add: "Pause a desk, a host or a category",
      key: ["desk", "category"],
      fields: {
        desk: {
          label: "Desk or host",
          hint:
            "A mailbox, @mail.domain, a host’s name, a range, or AS and its number. Or leave it empty and choose a " +
            "category.",
          example: "@network.example",
          is: "pattern",
        },
        category: {
          label: "Or a whole category",
          choices: categoryWords,
          is: "category",
          named: (words) => `all of ${words}`,
        },
      },
      effects: { added: "narrows" },
      lasts: { daysAtMost: 30, hint: "Instead of hours.", orElse: ", or opt the desk out", hoursOffered: 12 },
      stops: true,
    },
  ),
  provider: kind("provider", directoryEntry, {
    many: "Providers and desks",
    does: "is contacted as follows",
    add: "Add or override a provider",
    key: ["name"],
    fields: {
      name: {
        label: "Name",
        hint: "It overrides an entry of the same name in the list or in the stage’s file.",
        example: "Example Pages",
      },
      matches: {
        label: "Matches",
        says: "covers",
        hint: "One a line: a name and all below it, a range, a system, or @mail.domain of its desks.",
        example: "pages.example",
        is: "pattern",
      },
      scope: {
        label: "Its desk answers for",
        says: "answers as",
        hint: "Needed unless its type says so.",
        choices: scopeWords,
        example: "platform",
        isUsual: true,
      },
      kind: {
        label: "Type of provider, or what its desk takes",
        says: "is of the type",
        hint: "Nothing chosen is a contact.",
      },
      email: {
        label: "Mailbox",
        says: "is written to at",
        example: "abuse@pages-desk.example",
        is: "address",
        isUsual: true,
      },
      form: { label: "Report form", says: "has the form", example: "https://pages.example/abuse", is: "address" },
      phone: { label: "Phone number", says: "can be called at", example: "+31 20 555 0100" },
      mail: { label: "Mail", says: "has its mail", choices: { unread: "not read: only the form counts" } },
      language: { label: "Language", says: "is written to in", example: "de" },
      country: { label: "Country", says: "is in", example: "DE" },
      countries: {
        label: "Countries it operates from",
        says: "operates from",
        hint: "One a line, the main one first.",
        example: "DE",
      },
      certainty: { label: "Certainty of the mailbox", says: "has a mailbox of certainty" },
      xarf: { label: "Machine-readable part", says: "gets the machine-readable part", choices: { single: "attached" } },
      autoSubmitted: { label: "Mark its mails as sent by a machine" },
      registrarNames: {
        label: "A registrar’s names in registries",
        says: "is named in registries as",
        hint: "One a line, each in full.",
        example: "Example Names B.V.",
      },
      api: { label: "API", says: "takes reports by the API", hint: "Its name in this program.", example: "godaddy" },
      source: { label: "Source", says: "is known from", example: "its page on abuse" },
      read: { label: "Source read on" },
      expires: { label: "Mailbox valid until", says: "has this mailbox until" },
      note: { label: "Note", says: "has the note:", example: "Answers on weekdays." },
    },
    inFile: ({ directory }) => directory,
    effects: { added: "widens" },
  }),
  /** Beside the file's row of that id; the whole row where it has none. */
  reporter: kind("reporter", reporterValue(), {
    many: "Reporters",
    does: "reports within these limits",
    add: "Add or limit a reporter",
    key: ["id"],
    fields: {
      id: {
        label: "Reporter ID",
        hint: "As in its reports: 2 to 41 lower-case letters, digits and hyphens.",
        example: "hotline",
        is: "reporter",
      },
      organisation: {
        label: "Organisation",
        says: "speaks for",
        hint: "Needed for a new reporter. What is left empty stays as in the stage’s file.",
        example: "Hotline",
        isUsual: true,
      },
      contact: {
        label: "Role mailbox",
        says: "is written to at",
        hint: "Needed for a new reporter.",
        example: "reports@hotline.example",
        isUsual: true,
      },
      people: {
        label: "Its people in this console",
        says: "has these people here:",
        hint: "One a line. They can’t clear what their own side reported.",
        example: "kim@hotline.example",
      },
      reportsAMinute: {
        label: "Reports a minute, at most",
        says: "sends so many reports a minute at most:",
        example: "60",
        limits: true,
      },
      liveIn: {
        label: "May mark as live",
        says: "may mark as live:",
        hint: categoryHint,
        example: "phishing",
        limits: true,
      },
      trustedFlagger: {
        label: "Trusted flagger for",
        says: "is a trusted flagger for",
        hint: categoryHint,
        example: "csam",
        limits: true,
      },
      checks: {
        label: "Has a checker",
        says: "has a checker:",
        choices: { true: "yes: it is asked whether the content is gone" },
      },
      senders: {
        label: "Senders",
        says: "sends as",
        hint: "IDs of roles or users, or account numbers, one a line.",
        example: "123456789012",
      },
      through: { label: "Or the ARN of its SNS topic or EventBridge rule", says: "comes through" },
    },
    inFile: ({ reporters }) =>
      reporters.map((reporter) => ({
        ...reporter,
        liveIn: categories.filter((category) => reporter.liveIn.includes(category)),
      })),
    effects: { added: "widens" },
  }),
  country: kind(
    "country",
    z.strictObject({
      country: ofCountry.country,
      hotline: ofCountry.hotline,
      cert: ofCountry.cert,
      police: ofCountry.police,
    }),
    {
      many: "Hotlines, CERTs, police",
      does: "has these desks",
      add: "Add a country’s desks",
      key: ["country"],
      fields: {
        country: {
          label: "Country",
          example: "NL",
          is: "country",
          named: (code) => code.toUpperCase(),
        },
        "hotline.name": { label: "Hotline", says: "has the hotline", example: "Hotline NL", isUsual: true },
        "hotline.email": {
          label: "Hotline’s mailbox",
          says: "whose mailbox is",
          example: "desk@hotline.example",
          is: "address",
          isUsual: true,
        },
        "hotline.phone": { label: "Hotline’s number", says: "whose number is", example: "+31 20 555 0100" },
        "hotline.takes": {
          label: "Categories it takes",
          says: "which takes",
          hint: `One a line, of: ${hotlineCategories.join(", ")}. Left empty: csam and csem.`,
          example: "csam",
        },
        "cert.name": { label: "CERT", says: "has the CERT", example: "CERT NL" },
        "cert.email": {
          label: "CERT’s mailbox",
          says: "whose mailbox is",
          example: "desk@cert.example",
          is: "address",
        },
        "cert.phone": { label: "CERT’s number", says: "whose number is", example: "+31 20 555 0101" },
        "police.name": { label: "Police unit to call", says: "has the police unit", example: "Police duty desk" },
        "police.contact": { label: "How to reach it", says: "which is reached at", example: "+31 20 555 0102" },
      },
      inFile: ({ countries }) =>
        countries.map(({ country, hotline, cert, police }) => ({ country, hotline, cert, police })),
      effects: { added: "widens" },
    },
  ),
  /** Offered where somebody decides. */
  reason: kind("reason", z.strictObject({ name: text.check(z.maxLength(80)), text: text.check(z.maxLength(2_000)) }), {
    many: "Saved reasons",
    does: "is offered as a reason for decisions",
    add: "Save a reason",
    key: ["name"],
    fields: {
      name: { label: "Name", example: "night" },
      text: { label: "Text", says: "is offered for decisions:", example: "Nobody is there at night.", is: "text" },
    },
    effects: { added: "words", changed: "words", ended: "words" },
  }),
  /**
   * While it stands, a case that waits for these desks alone takes the answer *wait*: nobody is asked, and they are
   * reminded slowly. Or nobody fills in their forms, and desks that answer by them are passed over. For the standard
   * lane. Policy still decides what is sent, and nobody else is notified or believed.
   */
  "standing-answer": kind(
    "standing-answer",
    z.strictObject({
      question: z._default(z.enum(heldQuestions), "unanswered"),
      desks: z
        .array(z.email("write a mailbox, like abuse@network.example").check(z.toLowerCase()))
        .check(z.minLength(1), z.maxLength(10)),
    }),
    {
      many: "Standing answers",
      does: "has a standing answer: nobody is asked again",
      add: "Add a standing answer",
      key: ["desks", "question"],
      fields: {
        question: {
          label: "Answer",
          hint: "For the standard lane. Nothing chosen means that they are silent.",
          choices: {
            unanswered: "they are silent: keep waiting",
            "form-only": "they want their form: pass them over",
          },
          named: (words) => (words.startsWith("they want their form") ? "form only" : ""),
        },
        desks: { label: "Desks", hint: "Mailboxes, one a line.", example: "abuse@network.example", is: "pattern" },
      },
      effects: { added: "narrows", changed: "narrows", ended: "narrows" },
      // What a person said of a silent desk is looked at again, and the next case asks.
      lasts: { daysAtMost: standingAnswerDaysAtMost, hint: "Then a person is asked again." },
    },
  ),
  /**
   * Ends browser sessions that this person began before the row was recorded; IAM has none. Who is shut out signs in
   * again, and the provider is asked whether they may.
   */
  "session-end": kind(
    "session-end",
    z.strictObject({
      person: text.check(
        z.maxLength(2_000),
        z.refine(
          isNameable,
          "write a mailbox that the provider gives them, or the whole name as the history has it, with the brackets " +
            "at its end: Jane Doe, jane@hotline.example (oidc id.hotline.example 00u1)",
        ),
      ),
    }),
    {
      many: "Ended sessions",
      does: "has to sign in again, in each browser",
      add: "End somebody’s sessions",
      key: ["person"],
      fields: {
        person: {
          label: "Person",
          hint:
            "Their mailbox, or the whole name as the history has it, with the brackets at its end. Copy it: it is " +
            "compared letter by letter, and nothing says whether anybody has such a name. Remove them from their " +
            "group at the provider first, or they sign in again.",
          example: "jane@hotline.example",
        },
      },
      effects: { added: "narrows" },
      // By then no session is left that it could mean.
      lasts: { daysAtMost: 1, fixedHours: sessionHoursAtMost },
      stops: true,
      repeats: true,
    },
  ),
} as const satisfies Readonly<Record<RowKind, unknown>>;

export type Kinds = typeof kinds;
