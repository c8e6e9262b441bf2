import { pattern } from "../kernel/pattern.ts";
import { type AddressRange, readRange } from "../kernel/range.ts";
import { mailboxesIn } from "./mailbox-text.ts";

/** One RPSL object (RFC 2622 §2): attributes in order, names in lower case, the first is its class. */
export type RpslObject = {
  readonly kind: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
};

/** A block or system in an answer. `key`: what the object is named by. A system has no range. */
export type Network = { readonly object: RpslObject; readonly key: string; readonly range?: AddressRange };

/** A holder's continued line that poses as the registry's own field or comment. */
const posesAsField = /^[ \t+]{1,200}(?:[%#]|abuse-[a-z]{1,20}[ \t]*:)/i;

/** Paragraphs of `name: value` lines, without comments. */
export const objectsIn = (text: string): readonly RpslObject[] =>
  text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => {
      const attributes: { name: string; value: string }[] = [];
      for (const line of paragraph.split("\n").slice(0, 2000)) {
        if (/^[%#]/.test(line) || line.length > 4000) continue;
        const named = /^([a-z][a-z0-9-]{0,40}):[ \t]*(.*)$/i.exec(line);
        const last = attributes.at(-1);
        if (named) attributes.push({ name: (named[1] ?? "").toLowerCase(), value: (named[2] ?? "").trim() });
        // RFC 2622 §2: a line that begins with white space or a plus continues the attribute before it.
        else if (/^[ \t+]/.test(line) && last && !posesAsField.test(line))
          last.value = `${last.value} ${line.slice(1).trim()}`;
      }
      return { kind: attributes[0]?.name ?? "", attributes };
    })
    .filter((object) => object.kind !== "");

export const valuesOf = (object: RpslObject | undefined, ...names: readonly string[]): readonly string[] =>
  object?.attributes.filter(({ name }) => names.includes(name)).map(({ value }) => value) ?? [];
export const firstOf = (object: RpslObject | undefined, name: string): string | undefined => valuesOf(object, name)[0];

type Header = {
  readonly key: string;
  readonly emails: readonly string[];
  readonly range?: AddressRange;
  /** The registry's own check of the mailbox failed. */
  readonly failed: boolean;
};

const abuseHeader = pattern(
  "gim",
  "^%+[ \\t]*Abuse contact for '([^'\\n]{1,100})' is '([^'\\n]{0,254})'[^\\n]*",
  "(\\n%+[ \\t]*Abuse-mailbox validation failed)?",
);

/** The `% Abuse contact for` lines, which RIPE, APNIC and AFRINIC put before their objects. */
export const headersIn = (text: string): readonly Header[] =>
  [...text.matchAll(abuseHeader)].map((header) => {
    const [, key = "", emails = "", failed] = header;
    return {
      key,
      failed: failed !== undefined,
      emails: mailboxesIn(emails).map(({ email }) => email),
      range: readRange(key),
    };
  });
