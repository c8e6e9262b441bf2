import { isForm } from "./form-url.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { countryCode, countryOfAddress } from "./whois-text.ts";

/** JSON from outside, of unknown shape. */
export type Json = unknown;
export type Members = Readonly<Record<string, Json>>;

export const objectOf = (value: Json): Members =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
export const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);
export const textOf = (value: Json): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
/** RDAP's texts are a string or a list of strings. */
export const textsOf = (value: Json): readonly string[] =>
  typeof value === "string" ? [value] : listOf(value).filter((part) => typeof part === "string");

type CardMailbox = { readonly email: string; readonly types: readonly string[]; readonly pref: number };
export type Card = {
  readonly name?: string;
  readonly emails: readonly CardMailbox[];
  readonly forms: readonly string[];
  /** Free text, read as remarks are. */
  readonly notes: readonly string[];
  readonly country?: string;
  /** The country of its postal address, by code or as the address ends. */
  readonly seat?: string;
};

const emailsAtMost = 10;
const propertiesAtMost = 400;

/**
 * Reads a jCard (RFC 7095): `["vcard", [[name, parameters, type, value, …], …]]`, for example
 *
 *     ["email", {"type": "abuse", "pref": "1"}, "text", "abuse@host.example"]
 *
 * Odd properties are left out one by one: null parameters, short or non-array rows, values that are objects or
 * numbers. Only the first of a list of values counts: two mailboxes in one property are never meant. A value
 * with a line break or a second address is no address. At most ten mailboxes are read.
 */
export const readJcard = (card: Json): Card => {
  const properties = listOf(listOf(card)[1])
    .slice(0, propertiesAtMost)
    .map((property) => {
      const [key, parameters, , value] = listOf(property);
      const text = textOf(Array.isArray(value) ? value[0] : value);
      return { key: textOf(key)?.toLowerCase() ?? "", parameters: objectOf(parameters), value, text };
    });
  const textsAt = (...keys: readonly string[]) =>
    properties.flatMap(({ key, text }) => (keys.includes(key) ? (text ?? []) : []));
  const addresses = properties.filter(({ key }) => key === "adr");
  const [country] = addresses.flatMap(
    ({ parameters, value }) => countryCode(textOf(parameters["cc"]) ?? textOf(listOf(value)[6])) ?? [],
  );
  const [seat] = addresses.flatMap(({ parameters }) => countryOfAddress(textOf(parameters["label"]) ?? "") ?? []);
  return {
    emails: properties
      .flatMap(({ key, parameters, text }) => (key === "email" && text ? mailboxOf(parameters, text) : []))
      .slice(0, emailsAtMost)
      .sort(byPreference),
    forms: textsAt("contact-uri", "url", "email").filter((text) => /^https?:\/\//i.test(text) && isForm(text)),
    notes: textsAt("note"),
    name: plainName(textsAt("fn", "org")[0] ?? "") || undefined,
    country,
    seat: country ?? seat,
  };
};

/** Preferred ones first (RFC 7095 §3.3.1.1, `pref`), those without a number last. */
const prefLast = 101;
const byPreference = (a: CardMailbox, b: CardMailbox): number => a.pref - b.pref;

const mailboxOf = (parameters: Members, text: string): readonly CardMailbox[] => {
  const [first] = mailboxesIn(text);
  if (!first) return [];
  const pref = Number(textOf(parameters["pref"]) ?? parameters["pref"] ?? prefLast);
  const types = textsOf(parameters["type"]).map((type) => type.toLowerCase());
  return [{ email: first.email, types, pref: Number.isFinite(pref) ? pref : prefLast }];
};

/** Reads a JSContact card (RFC 9553) as in draft-ietf-regext-rdap-jscontact. */
const readJscontact = (card: Members): Card => {
  const membersOf = (key: string) => Object.values(objectOf(card[key])).map(objectOf);
  const name = textOf(objectOf(card["name"])["full"]) ?? textOf(card["fullName"]);
  return {
    emails: membersOf("emails")
      .slice(0, emailsAtMost)
      .flatMap(({ address, label, pref }) => mailboxOf({ pref, type: textOf(label) }, textOf(address) ?? ""))
      .sort(byPreference),
    forms: membersOf("links")
      .flatMap(({ uri }) => textOf(uri) ?? [])
      .filter((uri) => /^https:\/\//i.test(uri) && isForm(uri)),
    notes: membersOf("notes").flatMap(({ note }) => textsOf(note)),
    name: name && plainName(name),
  };
};

/** By the member that the drafts name, or its own type (RFC 9553 §2.1.1), since they renamed the member. */
export const jscontactIn = (entity: Members): Json =>
  entity["jscard"] ??
  entity["jscard_0"] ??
  Object.values(entity).find((member) => objectOf(member)["@type"] === "Card");

/** An RDAP entity's card, in either form. */
export const readCard = (entity: Members): Card => {
  const jcard = readJcard(entity["vcardArray"]);
  if (jcard.emails.length > 0 || jcard.name || jcard.forms.length > 0) return jcard;
  const jscontact = jscontactIn(entity);
  return jscontact ? readJscontact(objectOf(jscontact)) : jcard;
};

/** Shown to people and printed in letters: no control characters, markup brackets or page-long names. */
export const plainName = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ")
    .replace(/[<>]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);
