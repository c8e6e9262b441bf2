import { hash } from "node:crypto";
import { type Instant, plusHours, readInstant } from "../../kernel/instant.ts";
import { platformKinds } from "../../kernel/platform-kinds.ts";
import { directoryScopes } from "../../kernel/scope.ts";
import { hotlineCategories } from "../../kernel/settings-rows.ts";
import { categories } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { plainName } from "../../report/plain.ts";
import { type RowProblem, readContent, unprintableIn } from "../../settings/check.ts";
import type { RowContent, RowKind, SettingsRow } from "../../settings/row.ts";
import { readWhy, whyIsWrong } from "../case/read-verdict.ts";
import { scopeWords } from "../words.ts";

/** `name` is its place in the row's value: `hotline.email`. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly as: "line" | "lines" | "text" | "number" | "day" | "choice";
  /** Value and words of each choice. Nothing chosen is always possible. */
  readonly choices?: readonly (readonly [string, string])[];
  /** The value is `true` or `false`, and no word. */
  readonly isYesOrNo?: true;
};

const line = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  as: "line",
  ...(hint && { hint }),
});
const lines = (name: string, label: string, hint: string): Field => ({ name, label, as: "lines", hint });
const choice = (
  name: string,
  label: string,
  choices: readonly (readonly [string, string])[],
  hint?: string,
): Field => ({
  name,
  label,
  as: "choice",
  choices,
  ...(hint && { hint }),
});
const yesOrNo = (name: string, label: string, yes: string, no: string): Field => ({
  ...choice(name, label, [
    ["true", yes],
    ["false", no],
  ]),
  isYesOrNo: true,
});
const plain = (all: readonly string[]) => all.map((one) => [one, one.replaceAll("-", " ")] as const);

const categoryChoices = categories.map((one) => [one, categoryWords[one]] as const);
const categoryHint = `One a line, of: ${categories.join(", ")}.`;

/** Each kind's fields in order, checked by the row's own schema and by nothing here. */
export const fieldsOf = {
  "opt-out": [
    line(
      "desk",
      "Who is not written to",
      "A mailbox, a mail domain like @provider.example, a range like 192.0.2.0/24, or a system like AS64500.",
    ),
  ],
  protected: [line("domain", "Domain", "In lower case, like parliament.example; it means all below it, too.")],
  inhibition: [
    line(
      "desk",
      "To or about whom",
      "A mailbox, @mail.domain, a host’s name, a range, or AS and its number. Or leave it empty and choose a category.",
    ),
    choice("category", "Or all of one category", categoryChoices),
  ],
  provider: [
    line("name", "Name", "One of the same name in the list or in the stage’s file is overridden."),
    lines(
      "matches",
      "Whom it means",
      "One a line: a name and all below it, a range, a system, or @mail.domain of its desks.",
    ),
    choice(
      "kind",
      "What it is, or what its desk takes",
      plain(["contact", "form-only", "opted-out", ...platformKinds]),
      "Nothing chosen is a contact.",
    ),
    choice(
      "scope",
      "What its desk answers for",
      directoryScopes.map((one) => [one, scopeWords[one]] as const),
    ),
    line("email", "Mailbox"),
    line("form", "Address of its form"),
    choice("mail", "Whether its mail is read", [
      ["read", "read"],
      ["unread", "unread: the form alone"],
    ]),
    line("language", "Language", "Two letters, like de."),
    line("country", "Country", "Two letters, like DE."),
    choice("certainty", "How sure the mailbox is", plain(["high", "medium", "low"])),
    choice("xarf", "Machine-readable part", [
      ["single", "goes along"],
      ["none", "none"],
    ]),
    line("source", "How it is known"),
    { name: "read", label: "Read on", as: "day" },
    { name: "expires", label: "Mailbox counts until", as: "day" },
    line("note", "Note"),
  ],
  reporter: [
    line("id", "Its id", "As it stands in its reports; 2 to 41 lower-case letters, digits and hyphens."),
    line("organisation", "Organisation", "Left empty, it stays as the stage’s file has it; so do all below."),
    line("contact", "Role mailbox"),
    lines("people", "Its people in this console", "One a line; they may not clear what their side reported."),
    { name: "reportsAMinute", label: "Reports a minute, at most", as: "number" },
    lines("liveIn", "“Live” is believed in", categoryHint),
    lines("trustedFlagger", "Trusted flagger for", categoryHint),
    yesOrNo("checks", "Has something that looks", "yes: it is asked whether it is gone", "no"),
    lines("senders", "Who may speak for it", "Ids of roles or users, or account numbers, one a line."),
    line("through", "Or the topic or rule by which it speaks"),
  ],
  country: [
    line("country", "Country", "Two letters, like NL."),
    line("hotline.name", "Hotline"),
    line("hotline.email", "Hotline’s mailbox"),
    line("hotline.phone", "Hotline’s number"),
    lines(
      "hotline.takes",
      "What it takes",
      `One a line, of: ${hotlineCategories.join(", ")}. Left empty: csam and csem.`,
    ),
    line("cert.name", "CERT"),
    line("cert.email", "CERT’s mailbox"),
    line("police.name", "Police unit to call"),
    line("police.contact", "How to reach it"),
  ],
  "standing-answer": [
    choice(
      "question",
      "What is answered",
      [
        ["unanswered", "they are silent: cases that wait for nobody else wait on"],
        ["form-only", "they want their form: nobody fills it in, and they are passed over"],
      ],
      "For the standard lane. Nobody is asked meanwhile. Silence, where nothing is chosen.",
    ),
    lines("desks", "Desks", "Mailboxes, one a line."),
  ],
  "session-end": [
    line(
      "person",
      "Whose",
      "Their mailbox, or the whole name as the history has it, with the brackets at its end. All that they began " +
        "until now is over. It is compared letter by letter, and nothing says whether anybody has such a name: " +
        "copy it. " +
        "Take them out of their group at the provider first, or they sign in again.",
    ),
  ],
  reason: [line("name", "Name"), { name: "text", label: "Text", as: "text" }],
} as const satisfies Record<RowKind, readonly Field[]>;

export type Filled = Readonly<Record<string, string>>;

/** A night and a working day come first to mind. The most is what an inhibition may last. */
export const hoursOffered = 12;
const hoursAtMost = 30 * 24;
const fieldAtMost = 8_000;

const lastsByHours = (kind: RowKind): boolean => kind === "inhibition";

/** Names, addresses and mailboxes, which people paste defanged, as our own pages show them. */
const takesNames = ({ name }: Field): boolean => /^(?:desks?|domain|matches|form|(?:.*\.)?email)$/.test(name);

const saidIn = (field: Field, written: string): unknown => {
  const asIs = takesNames(field) ? plainName : (text: string): string => text;
  switch (field.as) {
    case "lines":
      return written.split("\n").flatMap((one) => asIs(one.trim()) || []);
    case "number":
      return /^\d{1,9}$/.test(written) ? Number(written) : written;
    case "choice":
      return field.isYesOrNo ? written === "true" : written;
    case "line":
    case "text":
    case "day":
      return asIs(written);
  }
};

/** `hotline.email` becomes `{ hotline: { email } }`. Empty fields are left out. */
const nested = (kind: RowKind, filled: Filled): Readonly<Record<string, unknown>> => {
  const value: Record<string, unknown> = {};
  for (const field of fieldsOf[kind]) {
    const written = filled[field.name] ?? "";
    if (written === "") continue;
    const [outer = "", inner] = field.name.split(".");
    const said = saidIn(field, written);
    const before = value[outer];
    value[outer] = inner === undefined ? said : { ...(typeof before === "object" ? before : {}), [inner]: said };
  }
  return value;
};

const namesOf = (kind: RowKind): readonly string[] => [
  ...fieldsOf[kind].map(({ name }) => name),
  ...(lastsByHours(kind) ? ["hours"] : []),
  "until",
];

/** Fields sent more than once: nobody can say which was meant. */
export const givenTwice = (kind: RowKind, form: URLSearchParams): readonly RowProblem[] =>
  [...namesOf(kind), "why"]
    .filter((name) => form.getAll(name).length > 1)
    .map((field) => ({ row: "new row", field, says: "is given twice; write it once" }));

/** What is wrong with a setting's reason, which is read on one line. */
export const settingWhyIsWrong = (why: string): string | undefined => {
  const unprintable = unprintableIn(why);
  return whyIsWrong(why) ?? (unprintable && `Why ${unprintable}.`);
};

/** The fields of this kind as sent, each cut at a length nobody needs. */
export const readFilled = (kind: RowKind, form: URLSearchParams): Filled => {
  return {
    ...Object.fromEntries(
      namesOf(kind).map((name) => [name, (form.get(name) ?? "").slice(0, fieldAtMost).replace(/\r\n/g, "\n").trim()]),
    ),
    why: readWhy(form),
  };
};

const untilOf = (kind: RowKind, { hours = "", until = "" }: Filled, now: Instant) => {
  if (lastsByHours(kind) && hours !== "" && until !== "")
    return {
      problem: { row: "new row", field: "until", says: "is said, and hours are, too; say one of the two" },
    };
  if (lastsByHours(kind) && until === "") {
    const number = /^\d{1,4}$/.test(hours) ? Number(hours) : 0;
    return number >= 1 && number <= hoursAtMost
      ? { until: plusHours(now, number) }
      : { problem: { row: "new row", field: "hours", says: `has to be a number from 1 to ${hoursAtMost}` } };
  }
  if (until === "") return {};
  const read = readInstant(`${until}Z`);
  return read
    ? { until: read }
    : { problem: { row: "new row", field: "until", says: "is no moment; write a day and a time in UTC" } };
};

export type ReadRow = {
  readonly content?: RowContent;
  readonly until?: Instant;
  /** `field` is the name of a field of the form. */
  readonly problems: readonly RowProblem[];
};

/** The row that a form means, by its kind's schema. Who looks first need not say why yet. */
export const readRow = (kind: RowKind, filled: Filled, now: Instant, asksWhy: boolean): ReadRow => {
  const { content, problems } = readContent("new row", kind, nested(kind, filled));
  const { until, problem } = untilOf(kind, filled, now);
  const why = asksWhy ? settingWhyIsWrong(filled.why ?? "") : undefined;
  const all = [
    ...problems,
    ...(problem ? [problem] : []),
    ...(why === undefined ? [] : [{ row: "new row", field: "why", says: why }]),
  ];
  return { ...(content && { content }), ...(until !== undefined && { until }), problems: all };
};

/** A problem's field of the form: `matches.0` is `matches`. The first if there is none. */
export const fieldOfProblem = (kind: RowKind, { field }: RowProblem): string => {
  const names: readonly string[] = [...fieldsOf[kind].map(({ name }) => name), "until", "hours", "why"];
  return names.find((name) => field === name || field.startsWith(`${name}.`)) ?? names[0] ?? "";
};

/** Sent along, so that nothing is recorded whose reach was not seen. */
export const seenOf = (kind: RowKind, { why: _, ...filled }: Filled): string =>
  hash("sha256", JSON.stringify([kind, Object.entries(filled).sort()])).slice(0, 16);

export const filledBy = ({ kind, value, until }: SettingsRow): Filled => {
  const said: Readonly<Record<string, unknown>> = { ...value };
  const written = (field: Field): string => {
    const [outer = "", inner] = field.name.split(".");
    const outerSaid = said[outer];
    const one = inner === undefined ? outerSaid : new Map(Object.entries(outerSaid ?? {})).get(inner);
    return Array.isArray(one) ? one.join("\n") : one === undefined ? "" : String(one);
  };
  const fields: readonly Field[] = fieldsOf[kind];
  return {
    ...Object.fromEntries(fields.map((field) => [field.name, written(field)])),
    ...(lastsByHours(kind) && { hours: "" }),
    until: kind === "session-end" ? "" : (until?.slice(0, 16) ?? ""),
  };
};
