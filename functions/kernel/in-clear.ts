import { domainToUnicode } from "node:url";
import { anyDot, dotted, mayBeName } from "./defang.ts";
import { readUrl } from "./read-url.ts";

/** Quotes, brackets and commas around a name in a sentence. */
const around = /^[\p{Ps}\p{Pi}\p{Po}"']+|[\p{Pe}\p{Pf}\p{Pi}\p{Po}"']+$/gu;

/** Names with a dot that stand in clear in a text, in IDNA's lower-case form. */
export const namesInClear = (text: string): readonly string[] =>
  [...text.matchAll(dotted)].flatMap(([token]) => {
    return mayBeName(token)
      ? (readUrl(`http://${token.replace(anyDot, ".").replace(around, "")}/`)?.hostname ?? [])
      : [];
  });

/** Invisible in a name, and ignored by IDNA. */
const passedOver = /\p{Default_Ignorable_Code_Point}+/gu;

/** By IDNA's mapping (UTS 46 §4: compatibility forms, case, invisible signs, full stops). */
const asMapped = (text: string): string =>
  /[^\t\n\r -~]/.test(text)
    ? text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(passedOver, "").replace(anyDot, ".")
    : text.toLowerCase();

/** Where a label begins so, DNS has an international form, too (RFC 5890 §2.3.2.1). */
const inItsForms = (host: string): readonly string[] =>
  /xn--/i.test(host) ? [asMapped(host), asMapped(domainToUnicode(host))] : [asMapped(host)];

/**
 * Whether a text holds a host in clear, in its international or ASCII form, in any case. Searches for hosts, not
 * for names, to find also one that `defangWords` missed. Maps the text once: a digest has a thousand hosts.
 */
export const standsInClear = (text: string, hosts: readonly string[]): boolean => {
  const mapped = asMapped(text);
  return hosts.flatMap(inItsForms).some((written) => written.includes(".") && holdsWhole(mapped, written));
};

/** Not as a part of a longer name. */
const holdsWhole = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + name.length, at + name.length + 3);
    if (!/[\p{L}\p{N}\p{M}@-]$/u.test(before) && !/^\.?[\p{L}\p{N}\p{M}-]/u.test(after)) return true;
  }
  return false;
};
