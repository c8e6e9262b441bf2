import { stringify } from "csv-stringify/sync";

/**
 * A spreadsheet runs what begins like a formula, also in fullwidth letters, and a provider's name is foreign text
 * (OWASP ASVS 1.2.10). Text is always quoted: a semicolon or tab begins no cell. Lines end as RFC 4180 §2 says.
 */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    // The library's own escaping misses a line feed at the start.
    {
      escape_formulas: true,
      quoted_string: true,
      record_delimiter: "windows",
      cast: { string: (text) => (text.startsWith("\n") ? `'${text}` : text) },
    },
  ).trimEnd();
