import * as z from "zod";
import { sayIssue } from "../../functions/kernel/say-issue.ts";
import file from "./stage-file.schema.json" with { type: "json" };

type Schema = {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
};

/** A list's form and its entries' are both forms, which the inferred type of a file is not. */
const stageForm = file.properties.stages.additionalProperties as object as Schema;

/**
 * A wrong setting of a stage's row in lines, each with the field and the fix: what a missing one
 * is, the name that was meant, the place where it belongs, and how what stands there has to be
 * written.
 */
export const sayWrong = (issue: z.core.$ZodIssue, row: unknown): string => {
  const path = z.core.toDotPath(issue.path);
  const form = formAt(issue.path);
  if (issue.code === "unrecognized_keys")
    return issue.keys
      .map((key) => ({ key, field: path === "" ? key : `${path}.${key}` }))
      .map(({ key, field }) => `- ${field}: there is no such setting. ${instead(key, path, form)}`)
      .join("\n");
  const said = sayIssue(issue);
  if (said === undefined) return `- ${path}: ${issue.message}.`;
  if (said === "is missing") return `- ${path} is missing. ${firstSentence(form?.description)}`.trimEnd();
  const how = issue.code === "invalid_type" ? asWritten(issue.expected, valueAt(row, issue.path), form) : ".";
  return `- ${path} ${said}${how}`;
};

const formAt = (path: readonly PropertyKey[]): Schema | undefined =>
  path.reduce<Schema | undefined>(
    (form, key) => (typeof key === "number" ? form?.items : form?.properties?.[String(key)]),
    stageForm,
  );

const valueAt = (row: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], row);

const firstSentence = (text = ""): string => text.match(/^.*?[.](?= |$)/)?.[0] ?? text;

/** What to do with a field that there is not: its name may be misspelt, or its place. */
const instead = (key: string, path: string, form: Schema | undefined): string => {
  const meant = Object.keys(form?.properties ?? {}).find((known) => isNear(key, known));
  if (meant !== undefined) return `Did you mean ${meant}?`;
  if (path === "" && key in (stageForm.properties?.settings?.properties ?? {})) return "It belongs under settings.";
  if (path === "settings" && key in (stageForm.properties ?? {})) return "It belongs beside settings, not under it.";
  return "Correct its name, or take it out.";
};

const isNear = (written: string, known: string): boolean => {
  const [one, other] = [written, known].map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")) as [
    string,
    string,
  ];
  return (
    (one.length > 5 && (other.startsWith(one) || one.startsWith(other))) ||
    edits(one, other) <= Math.min(2, one.length / 3)
  );
};

/** Letters to put in, take out or change, until one is the other. */
const edits = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [nth, letter] of [...one].entries()) {
    const next = [nth + 1];
    for (const [at, wanted] of [...other].entries())
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === wanted ? 0 : 1)));
    row = next;
  }
  return row[other.length] ?? 0;
};

/** How a value of another kind is to be written, and ends the sentence. */
const asWritten = (wanted: string, value: unknown, form: Schema | undefined): string => {
  if (wanted === "string" && typeof value === "number") return ": put it in quotes.";
  if (wanted === "array" && typeof value === "string") return `: [${value.slice(0, 60)}].`;
  const fields = Object.keys(form?.properties ?? {}).join(", ");
  // `cloudflare:` in YAML is null.
  if (wanted === "object" && value === null && !form?.required?.length) return ": {} where it has nothing of its own.";
  if (wanted === "object") return ` of ${fields}.`;
  if (wanted === "record") return `. ${firstSentence(form?.description)}`;
  if (typeof value !== "string") return ".";
  return wanted === "number" && /^\d+$/.test(value)
    ? `: ${value}, without quotes.`
    : `, and is ${JSON.stringify(value.slice(0, 60))}.`;
};
