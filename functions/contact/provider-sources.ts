import table from "./platforms.json" with { type: "json" };
import type { ProviderRow } from "./provider-rows.ts";

/** The source codes of the list's rows; the file says what each means. */
export const sourceCodes: readonly string[] = Object.keys(table.sources);

/** The sources of a row in words; the list has a letter for each that many rows share. */
export const sourcesOf = ({ entry: { source }, isOperators }: ProviderRow): readonly string[] => {
  if (source === undefined) return [isOperators ? "the operator's own directory" : "no source"];
  const codes = new Map(Object.entries(table.sources));
  const words = source.split(" ").flatMap((code) => codes.get(code) ?? []);
  return words.length === source.split(" ").length ? words : [source];
};
