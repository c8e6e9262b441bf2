import { pattern } from "../kernel/pattern.ts";

/** Names that say nothing of the holder. */
const nobodys = pattern("i", [
  "redacted",
  "privacy",
  "private person",
  "not disclosed",
  "withheld",
  "data protected",
  "proxy",
  "statutory masking",
  "whois ?guard",
  "n\\/?a$",
  "unknown",
  "hidden",
]);

/** A name without its spelling: `GitHub, Inc.` → `githubinc`. */
export const plainHolder = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");

/** A handle (`BP12-RIPE`) or plain name, to compare registries. None if too short for one party or hidden. */
const holderKey = (written: string): string | undefined => {
  const key = plainHolder(written.slice(0, 200));
  return key.length < 5 || /^\d+$/.test(key) || nobodys.test(written) ? undefined : key;
};

/** At most four, each once; nothing where none is said. */
export const holderKeys = (written: readonly (string | undefined)[]): readonly string[] | undefined => {
  const keys = [...new Set(written.slice(0, 20).flatMap((one = "") => holderKey(one) ?? []))].slice(0, 4);
  return keys.length > 0 ? keys : undefined;
};

/** `ASSIGNED PA`, `REASSIGNMENT`, `Direct Assignment`: given to an end customer, not to be given on. */
export const isAssignment = (status: string | undefined): boolean | undefined =>
  status ? /^\W*(re-?)?assign|direct assignment/i.test(status) : undefined;
