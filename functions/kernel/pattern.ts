/** A part of a pattern: as it stands, or a list of which any one entry may stand there. */
export type Part = string | readonly string[];

/**
 * A long pattern, written part by part, with one entry of its lists a line. A list makes no group
 * that is captured.
 */
export const pattern = (flags: string, ...parts: readonly Part[]): RegExp =>
  new RegExp(parts.map((part) => (typeof part === "string" ? part : `(?:${part.join("|")})`)).join(""), flags);
