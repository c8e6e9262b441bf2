import { type DeskMatch, readDeskMatches } from "../kernel/desk-match.ts";
import { oncePer } from "../kernel/once-per.ts";
import * as z from "../kernel/zod.ts";
import { plainName } from "../report/plain.ts";
import { type FieldWords, kinds } from "./kinds.ts";
import type { RowContent, RowKind } from "./row.ts";

/** `name` is its place in the row's value: `hotline.email`. */
export type Field = FieldWords & {
  readonly name: string;
  readonly path: readonly string[];
  /** Every row has it. Of two of which one is needed, neither is. */
  readonly isRequired: boolean;
  /** Left out of most rows. Of two of which one is needed, neither is. */
  readonly isOptional: boolean;
  readonly as: "line" | "lines" | "number" | "day" | "choice" | "yes-or-no";
  /** Value and words of each choice. Nothing chosen is always possible. */
  readonly offers: readonly (readonly [value: string, words: string])[];
};

const bare = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault) return bare(schema.def.innerType);
  return schema instanceof z.ZodMiniPipe ? bare(schema.def.in) : schema;
};

type Described = { readonly name: string; readonly schema: z.core.$ZodType; readonly isRequired: boolean };

/** Each field of a schema, inner ones as `hotline.email`. */
const schemasIn = (schema: z.core.$ZodType, name = "", isRequired = true): readonly Described[] => {
  const own = bare(schema);
  const isNeeded = isRequired && !(schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault);
  if (own instanceof z.ZodMiniUnion) return own.def.options.flatMap((option) => schemasIn(option, name, false));
  if (!(own instanceof z.ZodMiniObject)) return [{ name, schema: own, isRequired: isNeeded }];
  return Object.entries<z.core.$ZodType>(own.shape).flatMap(([inner, its]) =>
    schemasIn(its, name === "" ? inner : `${name}.${inner}`, isNeeded),
  );
};

const formOf = (schema: z.core.$ZodType | undefined): Field["as"] => {
  if (schema instanceof z.ZodMiniArray) return "lines";
  if (schema instanceof z.ZodMiniNumber) return "number";
  if (schema instanceof z.ZodMiniBoolean) return "yes-or-no";
  if (schema instanceof z.iso.ZodMiniISODate) return "day";
  return schema instanceof z.ZodMiniEnum ? "choice" : "line";
};

const fieldOf = (name: string, words: FieldWords, { schema, isRequired = false }: Partial<Described>) => {
  const as = formOf(schema);
  const values =
    schema instanceof z.ZodMiniEnum ? schema.options.map(String) : as === "yes-or-no" ? ["true", "false"] : [];
  const said = new Map(Object.entries({ true: "yes", false: "no", ...words.choices }));
  const offers = values.map((value) => [value, said.get(value) ?? value.replaceAll("-", " ")] as const);
  return { ...words, name, path: name.split("."), isRequired, as, offers };
};

const isKey = (kind: RowKind, name: string): boolean => kinds[kind].key.some((one) => one === name);

const described = (kind: RowKind): readonly Field[] => {
  const schemas = new Map(schemasIn(kinds[kind].value).map((one) => [one.name, one]));
  return Object.entries<FieldWords>(kinds[kind].fields).map(([name, words]) => {
    const field = fieldOf(name, words, schemas.get(name) ?? {});
    return { ...field, isOptional: !field.isRequired && !words.isUsual && !isKey(kind, name) };
  });
};

/** A kind's fields in the order of its form, with the words of `kinds.ts` and the form that their schema has. */
export const fieldsOf = oncePer(described);

/** A row as written on the command line: `desk=abuse@network.example`. */
export const exampleOf = (kind: RowKind): readonly string[] =>
  fieldsOf(kind).flatMap(({ name, example }) => (example === undefined ? [] : [`${name}=${example}`]));

const inside = (outer: unknown, name: string): unknown =>
  typeof outer === "object" && outer !== null ? Reflect.get(outer, name) : undefined;

/** What a row says in each field; nothing of fields that it leaves out. */
const saidIn = ({ kind, value }: RowContent): readonly (readonly [field: Field, said: unknown])[] =>
  fieldsOf(kind).flatMap((field) => {
    const said = field.path.reduce<unknown>(inside, value);
    return said === undefined || (Array.isArray(said) && said.length === 0) ? [] : [[field, said] as const];
  });

const listed = (said: unknown): readonly string[] => (Array.isArray(said) ? said.map(String) : [String(said)]);

/** The texts of fields of these sorts, each with its place: `matches.0`. */
export const textsIn = (
  content: RowContent,
  ...sorts: readonly FieldWords["is"][]
): readonly (readonly [place: string, text: string])[] =>
  saidIn(content).flatMap(([{ name, is }, said]) =>
    sorts.includes(is)
      ? listed(said).map((text, at) => [Array.isArray(said) ? `${name}.${at}` : name, text] as const)
      : [],
  );

/** Hosts and desks that a row is about. */
export const patternsIn = (content: RowContent): readonly DeskMatch[] =>
  readDeskMatches(textsIn(content, "pattern").map(([, text]) => text));

const wordsOf = ({ offers }: Field, said: unknown): string =>
  listed(said)
    .map((one) => offers.find(([value]) => value === one)?.[1] ?? one)
    .join(", ");

/** Of two rows of a kind with one subject, one contradicts the other. */
export const subjectOf = (content: RowContent): string =>
  saidIn(content)
    .filter(([field]) => isKey(content.kind, field.name))
    .map(([{ name }, said]) =>
      [
        name,
        ...listed(said)
          .map((one) => one.toLowerCase())
          .sort(),
      ].join(" "),
    )
    .join(" ");

/** Whom or what a row is about. As written: whoever shows it makes it visible. */
export const rowName = (content: RowContent): string =>
  kinds[content.kind].key
    .flatMap((key) => saidIn(content).filter(([{ name }]) => name === key))
    .map(([field, said]) => (field.named ?? String)(wordsOf(field, said)))
    .filter((words) => words !== "")
    .join(", ");

const detail = ([field, said]: readonly [Field, unknown]): string => `${field.label}: ${wordsOf(field, said)}`;

/** What else it says, a line for each field. */
export const rowDetails = (content: RowContent): readonly string[] =>
  saidIn(content).flatMap((one) => (isKey(content.kind, one[0].name) ? [] : [detail(one)]));

/** The row as a sentence without its name and full stop: `is in NL, is written to at abuse@network.example`. */
export const rowSentence = (content: RowContent): string => {
  const told = saidIn(content).filter(([{ name }]) => !isKey(content.kind, name));
  const pieces = told.map((one) => (one[0].says ? `${one[0].says} ${wordsOf(...one)}` : detail(one)));
  return (pieces.length > 0 ? pieces.join(", ") : kinds[content.kind].does).replace(/\.$/, "");
};

/** What a change says otherwise, a line for each field. */
export const changedDetails = (before: RowContent, after: RowContent): readonly string[] => {
  const [was, is] = [before, after].map((content) => new Map(saidIn(content)));
  return fieldsOf(after.kind).flatMap((field) => {
    const [from, to] = [was?.get(field), is?.get(field)].map((said) =>
      said === undefined ? "nothing" : wordsOf(field, said),
    );
    return from === to ? [] : [`${field.label}: ${from}, now ${to}`];
  });
};

const valueIn = (field: Field, written: string): unknown => {
  const asMeant = field.is === "pattern" || field.is === "address" ? plainName : (text: string): string => text;
  switch (field.as) {
    case "lines":
      return written.split("\n").flatMap((one) => asMeant(one.trim()) || []);
    case "number":
      return /^\d{1,9}$/.test(written) ? Number(written) : written;
    case "yes-or-no":
      return written === "true" ? true : written === "false" ? false : written;
    case "choice":
    case "line":
    case "day":
      return asMeant(written);
  }
};

/** By the name of each field; of a list an entry a line. */
export type Filled = Readonly<Record<string, string>>;

/** The value that filled fields mean, for the kind's schema. Empty fields are left out. */
export const valueFrom = (kind: RowKind, filled: Filled): unknown => {
  const value: Record<string, unknown> = {};
  for (const field of fieldsOf(kind)) {
    const written = filled[field.name] ?? "";
    if (written === "") continue;
    const [outer = "", inner] = field.path;
    const said = valueIn(field, written);
    const before = value[outer];
    value[outer] = inner === undefined ? said : { ...(typeof before === "object" ? before : {}), [inner]: said };
  }
  return value;
};

/** The fields as a person would fill them, to change a row. */
export const filledFrom = (content: RowContent): Filled => ({
  ...Object.fromEntries(fieldsOf(content.kind).map(({ name }) => [name, ""])),
  ...Object.fromEntries(saidIn(content).map(([{ name }, said]) => [name, listed(said).join("\n")])),
});
