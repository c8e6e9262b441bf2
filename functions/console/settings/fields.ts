import { hash } from "node:crypto";
import { type Instant, plusHours, readInstant } from "../../kernel/instant.ts";
import { type RowProblem, readContent } from "../../settings/check.ts";
import { type Field, type Filled, fieldsOf, filledFrom, valueFrom } from "../../settings/fields.ts";
import { kinds } from "../../settings/kinds.ts";
import type { RowContent, RowKind, SettingsRow } from "../../settings/row.ts";
import { readWhy } from "../case/read-verdict.ts";

const fieldAtMost = 8_000;

/** A night and a working day come first to mind. Nothing for kinds that last otherwise. */
export const hoursOffered = (kind: RowKind): number | undefined => kinds[kind].lasts?.hoursOffered;

export type FormField = Omit<Field, "as" | "path"> & { readonly as: Field["as"] | "moment" };
const typed = { offers: [], isRequired: false, isOptional: false } as const;

const hoursField = (daysAtMost: number): FormField => ({
  name: "hours",
  label: "For how many hours",
  hint: `${daysAtMost * 24} at most. Or leave it empty and say until when.`,
  as: "number",
  ...typed,
});

const untilField = (daysAtMost: number | undefined, hint = ""): FormField => ({
  name: "until",
  label: "Until (UTC)",
  hint:
    daysAtMost === undefined ? "Left empty, it applies until somebody ends it." : `${daysAtMost} days at most. ${hint}`,
  as: "moment",
  ...typed,
  isOptional: daysAtMost === undefined,
});

/** What its form asks but why: the kind's own fields, and until when it applies if that is not fixed. */
export const formFields = (kind: RowKind): readonly FormField[] => {
  const { daysAtMost, hint, hoursOffered, fixedHours } = kinds[kind].lasts ?? {};
  return [
    ...fieldsOf(kind),
    ...(daysAtMost === undefined || hoursOffered === undefined ? [] : [hoursField(daysAtMost)]),
    ...(fixedHours === undefined ? [untilField(daysAtMost, hint)] : []),
  ];
};

/** Nobody says until when where that is fixed, and whoever sends it all the same is told so. */
const namesOf = (kind: RowKind): readonly string[] => [
  ...new Set([...formFields(kind).map(({ name }) => name), "until"]),
];

/** Fields sent more than once: nobody can say which was meant. */
export const givenTwice = (kind: RowKind, form: URLSearchParams): readonly RowProblem[] =>
  [...namesOf(kind), "why"]
    .filter((name) => form.getAll(name).length > 1)
    .map((name) => wrong(name, "is given twice; write it once"));

const wrong = (field: string, says: string): RowProblem => ({ row: "new row", field, says });

/** The fields of this kind as sent, each cut at a length nobody needs. */
export const readFilled = (kind: RowKind, form: URLSearchParams): Filled => ({
  ...Object.fromEntries(
    namesOf(kind).map((name) => [name, (form.get(name) ?? "").slice(0, fieldAtMost).replace(/\r\n/g, "\n").trim()]),
  ),
  why: readWhy(form),
});

const untilOf = (kind: RowKind, { hours = "", until = "" }: Filled, now: Instant) => {
  const isByHours = hoursOffered(kind) !== undefined;
  if (isByHours && hours !== "" && until !== "")
    return { problem: wrong("until", "is said, and hours are, too; say one of the two") };
  if (isByHours && until === "") {
    const number = /^\d{1,4}$/.test(hours) ? Number(hours) : 0;
    const hoursAtMost = (kinds[kind].lasts?.daysAtMost ?? 0) * 24;
    return number >= 1 && number <= hoursAtMost
      ? { until: plusHours(now, number) }
      : { problem: wrong("hours", `has to be a number from 1 to ${hoursAtMost}`) };
  }
  if (until === "") return {};
  const read = readInstant(`${until}Z`);
  return read ? { until: read } : { problem: wrong("until", "is not a valid date and time in UTC") };
};

export type ReadRow = {
  readonly content?: RowContent;
  readonly until?: Instant;
  /** `field` is the name of a field of the form. */
  readonly problems: readonly RowProblem[];
};

/** The row that a form means, by its kind's schema. */
export const readRow = (kind: RowKind, filled: Filled, now: Instant): ReadRow => {
  const { content, problems } = readContent("new row", kind, valueFrom(kind, filled));
  const { until, problem } = untilOf(kind, filled, now);
  return {
    ...(content && { content }),
    ...(until !== undefined && { until }),
    problems: [...problems, ...(problem ? [problem] : [])],
  };
};

/** A problem's field of the form: `matches.0` is `matches`. The first if there is none. */
export const fieldOfProblem = (kind: RowKind, { field }: RowProblem): string => {
  const names = [...namesOf(kind), "why"];
  return names.find((name) => field === name || field.startsWith(`${name}.`)) ?? names[0] ?? "";
};

/** Sent along, so that nothing is recorded whose reach was not seen. */
export const seenOf = (kind: RowKind, { why: _, ...filled }: Filled): string =>
  hash("sha256", JSON.stringify([kind, Object.entries(filled).sort()])).slice(0, 16);

/** The fields as a person would fill them, to change a row. */
export const filledBy = (row: SettingsRow): Filled => ({ ...filledFrom(row), until: row.until?.slice(0, 16) ?? "" });
