import { openEnvelopes } from "./envelope.ts";

/** A report's number as its message has it, and its reporter, where it says one. */
export type NumberNamed = { readonly reportId: string; readonly reporter?: string };

/** Longer than any number that a report may have (`native.ts`). */
const charactersAtMost = 200;

/**
 * What stands behind the name of a number: what is broken most often is a comma or a quotation mark somewhere
 * else. First as a field in quotes, which nobody writes within a text by itself; then escaped, as within an
 * envelope; then in broken quotes, none, or words. An address's own parameters are none of it.
 */
const written = ["(?<!\\\\)[\"']", "[{,](?:\\s|\\\\[nrt]){0,40}\\\\[\"']", "(?:^|[{,;\\s])[\"']?"].map(
  (before) =>
    new RegExp(
      `${before}report_?id\\\\?["']?\\s{0,8}[:=]\\s{0,8}\\\\?["']?([^\\s"'\\\\,;}][^"'\\\\,;}\\r\\n]{0,199})`,
      "i",
    ),
);

/**
 * The number of a report in a message that can't be read as one, as far as it says one: by it a person
 * asks for the message. Nothing else of it is looked at. Pure. Time: in proportion to the text.
 */
export const numberNamedIn = (text: string): NumberNamed | undefined => {
  const opened = openEnvelopes(text);
  const named = opened.ok
    ? (opened.value.reportId ?? opened.value.report_id)
    : written.map((field) => field.exec(text)?.[1]).find(Boolean);
  const reportId = nameIn(named);
  if (reportId === undefined) return undefined;
  const reporter = opened.ok ? nameIn(opened.value.reporter) : undefined;
  return { reportId, ...(reporter !== undefined && { reporter }) };
};

const nameIn = (value: unknown): string | undefined => {
  const name = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  return name === "" || name.length > charactersAtMost ? undefined : name;
};
