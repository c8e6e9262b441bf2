import { isForm } from "./form-url.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { countryCode, countryOfAddress } from "./whois-text.ts";

/** JSON from outside, of unknown shape. */
export type Json = unknown;

export const objectOf = (value: Json): Readonly<Record<string, Json>> =>
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
export const readJcard = (value: Json): Card => {
  const properties = listOf(listOf(value)[1]);
  const emails: CardMailbox[] = [];
  const forms: string[] = [];
  const notes: string[] = [];
  let name: string | undefined;
  for (const property of properties.slice(0, propertiesAtMost)) {
    const [rawKey, parameters, , rawValue] = listOf(property);
    const key = textOf(rawKey)?.toLowerCase();
    const text = textOf(Array.isArray(rawValue) ? rawValue[0] : rawValue);
    if (!key || !text) continue;
    if (key === "fn" || key === "org") name ??= plainName(text);
    if (key === "note") notes.push(text);
    if ((key === "contact-uri" || key === "url") && /^https?:\/\//i.test(text) && isForm(text)) forms.push(text);
    if (key !== "email") continue;
    if (/^https?:\/\//i.test(text) && isForm(text)) forms.push(text);
    if (emails.length < emailsAtMost) emails.push(...mailboxOf(objectOf(parameters), text));
  }
  return {
    emails: emails.sort((a, b) => a.pref - b.pref),
    forms,
    notes,
    ...(name ? { name } : {}),
    ...seatIn(properties),
  };
};

const seatIn = (properties: readonly Json[]): Pick<Card, "country" | "seat"> => {
  const addresses = properties
    .slice(0, propertiesAtMost)
    .map(listOf)
    .filter(([key]) => textOf(key)?.toLowerCase() === "adr");
  const country = addresses
    .map(([, parameters, , value]) => countryOf(objectOf(parameters), value))
    .find((code) => code !== undefined);
  const seat =
    country ??
    addresses
      .map(([, parameters]) => countryOfAddress(textOf(objectOf(parameters)["label"]) ?? ""))
      .find((code) => code !== undefined);
  return { ...(country && { country }), ...(seat && { seat }) };
};

/** Preferred ones first (RFC 7095 §3.3.1.1, `pref`), those without a number last. */
const prefLast = 101;

const mailboxOf = (parameters: Readonly<Record<string, Json>>, text: string): readonly CardMailbox[] => {
  const [first] = mailboxesIn(text);
  if (!first) return [];
  const pref = Number(textOf(parameters["pref"]) ?? parameters["pref"] ?? prefLast);
  const types = textsOf(parameters["type"]).map((type) => type.toLowerCase());
  return [{ email: first.email, types, pref: Number.isFinite(pref) ? pref : prefLast }];
};

/** Reads a JSContact card (RFC 9553) as in draft-ietf-regext-rdap-jscontact. */
const readJscontact = (value: Json): Card => {
  const card = objectOf(value);
  const emails = Object.values(objectOf(card["emails"]))
    .slice(0, emailsAtMost)
    .flatMap((entry): readonly CardMailbox[] => {
      const row = objectOf(entry);
      const first = mailboxesIn(textOf(row["address"]) ?? "")[0];
      const label = textOf(row["label"])?.toLowerCase();
      return first
        ? [
            {
              email: first.email,
              types: label ? [label] : [],
              pref: typeof row["pref"] === "number" ? row["pref"] : 101,
            },
          ]
        : [];
    });
  const forms = Object.values(objectOf(card["links"]))
    .map((link) => textOf(objectOf(link)["uri"]))
    .filter((uri) => uri !== undefined && /^https:\/\//i.test(uri) && isForm(uri));
  const name = textOf(objectOf(card["name"])["full"]) ?? textOf(card["fullName"]);
  const notes = Object.values(objectOf(card["notes"])).flatMap((note) => textsOf(objectOf(note)["note"]));
  return {
    emails: emails.sort((a, b) => a.pref - b.pref),
    forms: forms.filter((form) => form !== undefined),
    notes,
    ...(name ? { name: plainName(name) } : {}),
  };
};

/** By the member that the drafts name, or its own type (RFC 9553 §2.1.1), since they renamed the member. */
export const jscontactIn = (entity: Readonly<Record<string, Json>>): Json =>
  entity["jscard"] ??
  entity["jscard_0"] ??
  Object.values(entity).find((member) => objectOf(member)["@type"] === "Card");

/** An RDAP entity's card, in either form. */
export const readCard = (entity: Readonly<Record<string, Json>>): Card => {
  const jcard = readJcard(entity["vcardArray"]);
  if (jcard.emails.length > 0 || jcard.name || jcard.forms.length > 0) return jcard;
  const jscontact = jscontactIn(entity);
  return jscontact ? readJscontact(jscontact) : jcard;
};

/** Shown to people and printed in letters: no control characters, markup brackets or page-long names. */
export const plainName = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ")
    .replace(/[<>]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 120);

const countryOf = (parameters: Readonly<Record<string, Json>>, address: Json): string | undefined =>
  countryCode(textOf(parameters["cc"]) ?? textOf(listOf(address)[6]));
