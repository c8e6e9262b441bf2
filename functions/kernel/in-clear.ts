import { domainToUnicode } from "node:url";
import { anyDot, dotted, mayBeName } from "./defang.ts";
import { readUrl } from "./read-url.ts";

/** Quotes, brackets and commas around a name in a sentence. */
const around = /^[\p{Ps}\p{Pi}\p{Po}"']+|[\p{Pe}\p{Pf}\p{Pi}\p{Po}"']+$/gu;

/**
 * The names with a dot that stand in clear in a text, as DNS would be asked for them (IDNA, in
 * lower case).
 */
export const namesInClear = (text: string): readonly string[] =>
  [...text.matchAll(dotted)].flatMap(([token]) => {
    return mayBeName(token)
      ? (readUrl(`http://${token.replace(anyDot, ".").replace(around, "")}/`)?.hostname ?? [])
      : [];
  });

/** What nobody sees in a name, and IDNA passes over. */
const passedOver = /\p{Default_Ignorable_Code_Point}+/gu;

/**
 * A text as IDNA maps it (UTS 46 §4: compatibility forms, case, invisible signs, full stops),
 * whatever in it may be a name.
 */
const asMapped = (text: string): string =>
  /[^\t\n\r -~]/.test(text)
    ? text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(passedOver, "").replace(anyDot, ".")
    : text.toLowerCase();

/** A name in DNS has an international form of its own where a label begins so (RFC 5890 §2.3.2.1). */
const inItsForms = (host: string): readonly string[] =>
  /xn--/i.test(host) ? [asMapped(host), asMapped(domainToUnicode(host))] : [asMapped(host)];

/**
 * True where a text holds one of the hosts in clear, in its international form or its ASCII form, in
 * whatever letters. It looks for the host and not for names, so that a name which `defangWords` did
 * not take for one is found all the same. The text is mapped once: a digest's has a thousand hosts to
 * look for.
 */
export const standsInClear = (text: string, hosts: readonly string[]): boolean => {
  const mapped = asMapped(text);
  return hosts.flatMap(inItsForms).some((written) => written.includes(".") && holdsWhole(mapped, written));
};

/** By itself, and not as a part of a longer name. */
const holdsWhole = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + name.length, at + name.length + 3);
    if (!/[\p{L}\p{N}\p{M}@-]$/u.test(before) && !/^\.?[\p{L}\p{N}\p{M}-]/u.test(after)) return true;
  }
  return false;
};
