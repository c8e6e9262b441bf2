import type * as z from "./zod.ts";

/**
 * The rest of a sentence about the field: `is missing`, `has to be one of gone, still-up`. `undefined` where the
 * schema has words of its own, which are the issue's message.
 */
export const sayIssue = (issue: z.core.$ZodIssue): string | undefined => {
  switch (issue.code) {
    case "invalid_type":
      return issue.message.includes("received undefined")
        ? "is missing"
        : `has to be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `has to be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(String).join(", ")}`;
    case "too_small":
      return issue.minimum === 1 && issue.origin !== "number" && issue.origin !== "int"
        ? "is empty"
        : `has to be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return `has to be ${issue.inclusive ? "at most" : "less than"} ${issue.maximum}${unitOf(issue.origin)}`;
    case "invalid_format":
      return issue.message.startsWith("Invalid ")
        ? `has to be ${formats[issue.format] ?? `of the form ${issue.format}`}`
        : undefined;
    default:
      return undefined;
  }
};

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

const formats: Readonly<Record<string, string>> = {
  email: "a mail address, like name@host.example",
  uuid: "a UUID",
  url: "a URL",
  date: "a day, like 2026-11-24",
};

const unitOf = (origin: string): string =>
  origin === "string" ? " characters" : origin === "array" || origin === "set" ? " entries" : "";
