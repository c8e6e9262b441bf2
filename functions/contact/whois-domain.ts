import parseRawData from "whois-json/parse-raw-data.js";
import type { ContactForm } from "../case/candidate.ts";
import { pattern } from "../kernel/pattern.ts";
import { namesAbuse, registrarsByName, registrarsGeneral } from "./desks.ts";
import { isForm } from "./form-url.ts";
import { holderKeys } from "./holder.ts";
import { plainName } from "./jcard.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { nothing, outOfDnsBy, type Reading } from "./reading.ts";
import { registrationIn } from "./registration-date.ts";
import { readRemarks } from "./remarks.ts";
import { candidatesOf, type FoundInText, referralHost } from "./whois-text.ts";

/** Terms, banners and advice mention only the registry's own. */
const isBanner = (line: string): boolean =>
  /^[ \t]*([%#;>]|\*{2,}|-{3,}|NOTICE|TERMS OF USE|By submitting)/i.test(line);

/**
 * The registrar's keys by whois-json's reader, without its traps: an empty value would swallow the next line, so
 * only short lines with a value are handed to it, and no banners or keys that are names on Object.prototype.
 * What it joins with a space is taken apart by whoever reads mailboxes out of it.
 */
const keysByWhoisJson = (lines: readonly string[]): ReadonlyMap<string, string> => {
  const safe = lines
    .filter(
      (line) =>
        line.length < 500 &&
        /^[ \t]*[a-z][a-z0-9 ._/-]{1,60}:[ \t]*\S/i.test(line) &&
        !/^[ \t]*(constructor|to ?string|value ?of|has ?own|is ?prototype|property ?is|to ?locale|_+)/i.test(line),
    )
    .slice(0, 300)
    // It splits only at a colon with one space after it.
    .map((line) => line.replace(/:[ \t]*/, ": "));
  const keys = new Map<string, string>();
  for (const [key, value] of Object.entries(parseRawData(safe.join("\n"))))
    if (typeof value === "string") keys.set(key, value);
  return keys;
};

const abuseKey = /abuse/i;
const notMailKey = /phone|fax|postal|voice|tel|url|form|web|street|country/i;
/** Words of a registrar's abuse mailbox key. A sentence with a colon ("To report abuse: …") has others. */
const keyWords = new Set([
  "registrar",
  "registrars",
  "registry",
  "sponsoring",
  "current",
  "abuse",
  "contact",
  "contacts",
  "e",
  "mail",
  "email",
  "mailbox",
  "address",
  "addr",
  "desk",
  "report",
  "reporting",
]);
const wordsOf = (key: string): readonly string[] =>
  key
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
const isAbuseKey = (key: string): boolean =>
  wordsOf(key).includes("abuse") && wordsOf(key).every((word) => keyWords.has(word));

const othersHeading = pattern(
  "i",
  "^([ \\t]*)\\[?",
  ["registrant", "holder", "owner", "domain holder", "admin", "tech", "billing", "zone", "person"],
  "[a-z '’/()-]{0,30}\\]?[ \\t]*:?[ \\t]*$",
);

/** A value that the holder or their people wrote. */
const othersValue = pattern(
  "i",
  "^[ \\t]*\\[?",
  ["registrant", "holder", "owner", "domain holder", "admin", "tech", "billing", "zone", "person", "reseller", "org"],
  "[a-z0-9 '’/()_-]{0,40}\\]?[ \\t.]{0,40}:[ \\t]*\\S",
);
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Drops indented lines below such a one: they continue its value, whatever they pass for. */
const withoutContinuations = (lines: readonly string[]): readonly string[] => {
  let above: number | undefined;
  return lines.filter((line) => {
    if (above !== undefined && line.trim() !== "" && indentOf(line) > above) return false;
    above = othersValue.test(line) ? indentOf(line) : undefined;
    return true;
  });
};

/** Drops sections of the holder and their people, up to a blank line or the end of the heading's indent. */
const withoutOthers = (lines: readonly string[]): readonly string[] => {
  let indent: number | undefined;
  return withoutContinuations(lines).filter((line) => {
    const heading = othersHeading.exec(line);
    const at = (heading?.[1] ?? "").length;
    // Below a heading "Holder" is a name, as anything may be.
    if (heading && (indent === undefined || at <= indent)) indent = at;
    else if (line.trim() === "" || (indent !== undefined && indentOf(line) <= indent && /:/.test(line)))
      indent = undefined;
    return indent === undefined;
  });
};

/** .tr marks its headings as others do their banners. */
const starred =
  /^\*\* (?=(registrant|registrar|administrative contact|technical contact|billing contact|domain servers):)/i;

/** `GoDaddy.com, LLC. [Tag = GODADDY]`, `Gabia, Inc.(http://www.gabia.co.kr)` → names and tags alone. */
const namesOf = (value: string): readonly string[] => {
  const [, tag] = /\[tag ?= ?([^\]\s]+)\]/i.exec(value) ?? [];
  const name = plainName(value.replace(/\[tag ?=[^\]]*\]|\( ?https?:[^)]*\)/gi, ""));
  return [...(name === "" ? [] : [name]), ...(tag === undefined ? [] : [tag])];
};

const registrarValue = pattern(
  "i",
  "^[ \\t]*",
  ["(?:sponsoring )?registrar(?: name)?", "authorized agency", "등록대행자"],
  "(?:[ \\t.]*:[ \\t]*|\\t+)(\\S.*)$",
);

/** The registrar's names and tags: by key, or below its heading the first line, name or organisation. */
const registrarNamesIn = (lines: readonly string[]): readonly string[] => {
  const beside = lines.flatMap((line) => {
    const [, value = ""] = registrarValue.exec(line) ?? [];
    return namesOf(value);
  });
  const below = lines.flatMap((line, at) => {
    if (!/^[ \t]*\[?registrar\]?:?[ \t]*$/i.test(line)) return [];
    const after = lines.slice(at + 1, at + 10);
    const end = after.findIndex((one) => one.trim() === "");
    const [first = "", ...more] = end < 0 ? after : after.slice(0, end);
    const keyed = [first, ...more].flatMap(
      (one) => /^[ \t]*(?:name|organi[sz]ation(?: name)?)[ \t.]*:[ \t]*(\S.*)$/i.exec(one)?.[1] ?? [],
    );
    return (keyed.length > 0 ? keyed : [first]).flatMap(namesOf);
  });
  return [...new Set([...beside, ...below])];
};

const registrarKeyWords = new Set([
  "sponsoring",
  "registrar",
  "contact",
  "information",
  "customer",
  "service",
  "support",
  "e",
  "mail",
  "email",
  "address",
]);
/** `registrar_email`, `Sponsoring Registrar Contact Email`, `Registrar Contact Information`. */
const isRegistrarMailKey = (key: string): boolean => {
  const words = wordsOf(key);
  return words.includes("registrar") && words.length > 1 && words.every((word) => registrarKeyWords.has(word));
};

/**
 * The registrar's own mailboxes: by key, below its heading (`Registrar:`, `[Registrar]`) or in its object
 * (`registrar: REG`), up to a blank line or the first line about somebody else.
 */
const registrarMailboxes = (lines: readonly string[]): readonly string[] => {
  let inSection = false;
  let startsParagraph = true;
  return lines.flatMap((line) => {
    const [, key = "", value = line] = /^[ \t]*([a-z][a-z _/-]{0,60}?)[ \t.]*:(.*)$/i.exec(line) ?? [];
    // .be names only the registrar's technical contacts; the registrant's have a heading of their own.
    const isHeading = /^[ \t]*(registrar( information)?:|registrar technical contacts?:|\[registrar\])[ \t]*$/i.test(
      line,
    );
    const isObject = startsParagraph && /^registrar$/i.test(key);
    if (isHeading || isObject) inSection = true;
    else if (
      line.trim() === "" ||
      /^\[/.test(line) ||
      /registrant|holder|owner|person|nic-hdl|domain|server|reseller|admin|tech|billing/i.test(key)
    )
      inSection = false;
    startsParagraph = line.trim() === "";
    const isMail = isRegistrarMailKey(key) || (inSection && /^(e-?mail)?$/i.test(key));
    return isMail ? mailboxesIn(value.replace(/^[ \t]*e-?mail:/i, "")).map(({ email }) => email) : [];
  });
};

/**
 * Reads the WHOIS text of a domain. Only what is named for abuse counts, never a mailbox of the registrant or of
 * a banner: `Registrar Abuse Contact Email` in all its spellings, an `Abuse Contact:` heading with the mailbox
 * below (.nl), `trouble: Spam:` lines (.fr and AFNIC's other suffixes), `E-mail: abuse: …` (.tk), the
 * registrar's own mailbox if its name says so. Otherwise the registrar's general mailbox is a guess, and at last
 * the registry's own desk.
 */
export const readDomainWhois = (text: string): Reading => {
  const lines = text.split("\n", 2000).map((line) => line.slice(0, 2000).replace(starred, ""));
  const plain = withoutOthers(lines.filter((line) => !isBanner(line)));
  const keys = keysByWhoisJson(plain);
  const registrar = keys.get("registrar") ?? keys.get("registrarName") ?? keys.get("sponsoringRegistrar");
  const name = plainName(registrar ?? "") || undefined;
  const { found, last, forms } = abuseDesksIn(plain, keys);
  const ofRegistrar = registrarMailboxes(plain).map(
    (email): FoundInText =>
      namesAbuse(email)
        ? { email, confidence: "medium", remark: registrarsByName, name }
        : { email, confidence: "guess", remark: registrarsGeneral, name },
  );
  const desks = [
    ...found.map((desk) => ({ ...desk, name })),
    ...ofRegistrar.filter(({ confidence }) => confidence !== "guess"),
  ];
  const candidates = candidatesOf(desks.length > 0 ? desks : [...ofRegistrar, ...last], "registrar", {});
  const referral = referralIn(plain);
  const facts = {
    candidates,
    forms: [...new Set(forms)].map((url): ContactForm => ({ url, scope: "registrar", name })),
    referral,
    registrarNames: registrarNamesIn(plain),
    range: domainIn(keys),
    outOfDns: outOfDnsBy(plain.flatMap((line) => /^[ \t]*(?:domain )?status[ \t]*:(.*)$/i.exec(line)?.[1] ?? [])),
    registeredAt: registrationIn(plain),
    holders: holderKeys(lines.flatMap((line) => holder.exec(line)?.[1] ?? [])),
  };
  if (candidates.length > 0 || facts.forms.length > 0) return nothing("found", facts);
  const isAnswer = keys.has("domainName") || keys.has("domain") || name !== undefined;
  return nothing(referral && (keys.has("refer") || !isAnswer) ? "referral" : "none", facts);
};

const holder = /^[ \t]*(?:registrant organi[sz]ation|registrant|org|owner|ownerid|holder)[ \t.]*:[ \t]*(\S.*)$/i;

/** By key and line by line; `last` is the registry's own. */
const abuseDesksIn = (plain: readonly string[], keys: ReadonlyMap<string, string>) => {
  const found: FoundInText[] = [];
  const last: FoundInText[] = [];
  const forms: string[] = [];
  const take = (value: string) => {
    for (const { email } of mailboxesIn(value)) found.push({ email, confidence: "high" });
    const url = /https?:\/\/[^\s<>"')]{4,300}/i.exec(value)?.[0];
    if (url && isForm(url)) forms.push(url);
  };
  for (const [key, value] of keys) {
    if (!isAbuseKey(key)) continue;
    if (/^registry/i.test(key))
      for (const { email } of mailboxesIn(value))
        last.push({ email, confidence: "guess", remark: "The registry's own abuse desk, not the registrar's." });
    else take(value);
  }
  for (const [at, line] of plain.entries()) {
    for (const below of belowHeading(plain, at)) take(below);
    const trouble = /^[ \t]*trouble:(.*)$/i.exec(line)?.[1];
    const told = readRemarks(trouble === undefined ? [] : [trouble]);
    forms.push(...told.forms);
    for (const email of told.emails)
      found.push({ email, confidence: "medium", remark: "Named for spam or abuse in the registrar's trouble line." });
    for (const value of namedInLine(line)) take(value);
  }
  return { found, last, forms };
};

/** .nl writes the mailbox on indented lines below, up to a blank line or the next heading. */
const belowHeading = (plain: readonly string[], at: number): readonly string[] => {
  const line = plain[at] ?? "";
  if (!/^[ \t]*(registrar )?abuse[a-z -]{0,20}:[ \t]*$/i.test(line) || notMailKey.test(line)) return [];
  const below = plain.slice(at + 1, at + 4);
  const end = below.findIndex((one) => one.trim() === "" || /^\S/.test(one) || /:[ \t]*$/.test(one));
  return end < 0 ? below : below.slice(0, end);
};

/** Values named for abuse in unusual ways. */
const namedInLine = (line: string): readonly string[] => {
  const listed = /^[ \t]*e-?mail:[ \t]*abuse:[ \t]*([^,;]{3,254})/i.exec(line)?.[1];
  // JPRS and others put keys in brackets.
  const [, key = "", bracketed = ""] = /^[ \t]*(?:[a-z]\. )?\[([^\]]{1,60})\][ \t]*(.*)$/i.exec(line) ?? [];
  // A key, a tab or two spaces, and the value: .ch, .at of old, .kr.
  const spaced = /^[ \t]*(?:(?:registrar )?abuse(?: contact)?(?: e-?mail)?)(?:\t| {2,})[ \t.:]*(\S+)$/i.exec(line)?.[1];
  return [listed, abuseKey.test(key) && !notMailKey.test(key) ? bracketed : undefined, spaced].filter(
    (value) => value !== undefined,
  );
};

const serverNamed = /^[ \t]*(?:(?:sponsoring )?registrar whois server|whois server|refer|whois):[ \t]*(\S+)[ \t]*$/i;

/** Whoever could name the next server could also answer there: the holder's own lines name none. */
const referralIn = (plain: readonly string[]): string | undefined =>
  plain.flatMap((line) => referralHost(serverNamed.exec(line)?.[1] ?? "") ?? [])[0];

const domainIn = (keys: ReadonlyMap<string, string>): string | undefined => {
  const domain = (keys.get("domainName") ?? keys.get("domain"))?.split(/\s/)[0]?.toLowerCase();
  return domain && /^[a-z0-9.-]{3,253}$/.test(domain) ? domain : undefined;
};
