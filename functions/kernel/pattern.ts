/** As it stands, or a list of alternatives. */
export type Part = string | readonly string[];

/** A long pattern, written part by part. A list makes no capturing group. */
export const pattern = (flags: string, ...parts: readonly Part[]): RegExp =>
  new RegExp(parts.map((part) => (typeof part === "string" ? part : `(?:${part.join("|")})`)).join(""), flags);
