import { openEnvelopes } from "./envelope.ts";

/** A report's number in its message, and its reporter, if given. */
export type NumberNamed = { readonly reportId: string; readonly reporter?: string };

/** A longer one is no report's (`native.ts`). */
const charactersAtMost = 200;

/**
 * A number's field, in this order: in quotes, which nobody writes within a text by itself; escaped, as in an
 * envelope; in broken quotes, none, or words. Mostly a comma or quotation mark elsewhere is broken. An address's
 * parameters are none of it.
 */
const written = ["(?<!\\\\)[\"']", "[{,](?:\\s|\\\\[nrt]){0,40}\\\\[\"']", "(?:^|[{,;\\s])[\"']?"].map(
  (before) =>
    new RegExp(
      `${before}report_?id\\\\?["']?\\s{0,8}[:=]\\s{0,8}\\\\?["']?([^\\s"'\\\\,;}][^"'\\\\,;}\\r\\n]{0,199})`,
      "i",
    ),
);

/** The number in an unreadable message, by which a person asks for it, and its reporter. Pure, linear. */
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
