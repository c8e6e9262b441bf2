import type { Candidate, ContactForm } from "../case/candidate.ts";
import { earliest, latest } from "../kernel/instant.ts";
import type { Scope } from "../kernel/scope.ts";
import { isPlaceholderName, nationalWhoisOf } from "./desks.ts";
import { holderKeys, isAssignment } from "./holder.ts";
import { type Json, listOf, type Members, objectOf, textOf, textsOf } from "./jcard.ts";
import { desksOfDomain, desksOfNetwork, isHolders, isSellers } from "./rdap-desks.ts";
import { type Entity, entitiesOf } from "./rdap-entities.ts";
import { type FollowUp, nothing, outOfDnsBy, type Reading } from "./reading.ts";
import { readRegistrationDate } from "./registration-date.ts";
import { type Remarks, readRemarks } from "./remarks.ts";
import { countryCode } from "./whois-text.ts";

export type RdapKind = "ip" | "autnum" | "domain" | "entity";

/** An HTTP answer: header names in lower case, the body as JSON or as the text it was. */
export type RdapAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
};

const limitTold = /rate limit|too many (requests|queries)|quota exceeded|limit (has been )?exceeded|query limit/i;

const notesOf = (top: Members) => [...listOf(top["remarks"]), ...listOf(top["notices"])].slice(0, 50).map(objectOf);

/**
 * True where a registry answers with 200 but says that it was asked too often: an error in the body, a limit in
 * place of an object, or an object cut for load (RFC 9083 §10.2.1; NIC.br so leaves out the abuse desk).
 */
export const saysTooOften = ({ body }: RdapAnswer): boolean => {
  const top = objectOf(body);
  if (top["errorCode"] === 429) return true;
  const isObject = top["objectClassName"] !== undefined || top["entities"] !== undefined;
  if (!isObject && limitTold.test([textOf(top["title"]), ...textsOf(top["description"])].join(" "))) return true;
  return notesOf(top).some(
    (note) =>
      /truncated due to excessive load/i.test(textOf(note["type"]) ?? "") ||
      textsOf(note["description"]).some((line) => /excessive (total )?(number of )?(queries|load)/i.test(line)),
  );
};

const rangeOf = (kind: RdapKind, top: Members): string | undefined => {
  // Old ARIN answers pad with zeros (074.125.000.000), which other readers take for octal.
  const plain = (address: string) =>
    (address.includes(":") ? address.toLowerCase() : address.replace(/\b0+(?=\d)/g, "")).replace(/\/(32|128)$/, "");
  const [start, end] = [textOf(top["startAddress"]), textOf(top["endAddress"])];
  if (kind === "ip") return start && end ? `${plain(start)} - ${plain(end)}` : textOf(top["handle"]);
  return (kind === "domain" ? textOf(top["ldhName"]) : undefined)?.toLowerCase() ?? textOf(top["handle"]);
};

const scopeOf = (kind: RdapKind): Scope => (kind === "domain" ? "registrar" : "network");

/**
 * Reads one RDAP answer (RFC 9083). Network: the block's own abuse role, then the organisation's, then remarks,
 * a national registry's desk, at last technical mailboxes as low-confidence fallbacks. Domain: the abuse role
 * inside the registrar (RFC 9083 §5.3, ICANN's profile), then its reseller's, then as guesses the registrar's
 * general mailbox and the registry's own desk, never the registrant's. A truncated object that names nobody is
 * asked again later. `role`: the one in which the network's answer named an entity that is fetched by itself.
 */
export const readRdap = (kind: RdapKind, answer: RdapAnswer, role: "abuse" | "technical" = "technical"): Reading => {
  const top = objectOf(answer.body);
  const nobody = whyNoObject(answer, top);
  if (nobody) return nobody;
  const name = textOf(top["name"]) ?? "";
  if (kind !== "domain" && isPlaceholderName(name)) return nothing("referral", rangeFacts(kind, top));

  const named = entitiesOf(kind === "entity" ? { entities: [{ ...top, roles: [role] }] } : top);
  const entities = kind === "domain" ? named.filter((entity) => !isHolders(entity)) : named;
  const own = readRemarks(listOf(top["remarks"]).flatMap((remark) => textsOf(objectOf(remark)["description"])));
  const found = kind === "domain" ? desksOfDomain(entities) : desksOfNetwork(entities, own);
  const hasDesk = found.some(({ rank }) => rank < 50);
  const facts = rangeFacts(kind, top);
  const followUps = handlesToAsk(entities, hasDesk || kind === "domain");
  if (isCut(kind, answer, top) && !hasDesk) return nothing("retry-later", { ...facts, followUps });
  const forms = formsOf(kind, entities, own);
  const country = facts.country ?? entities.map(({ card }) => card.country).find((written) => written !== undefined);
  return {
    ...facts,
    outcome: found.length > 0 || forms.length > 0 ? "found" : "none",
    candidates: found.map(
      ({ rank: _, ...desk }): Candidate => ({
        ...desk,
        scope: scopeOf(kind),
        source: "rdap",
        range: facts.range,
        country: kind === "domain" ? undefined : facts.country,
      }),
    ),
    forms,
    followUps,
    origins: listOf(top["arin_originas0_originautnums"])
      .filter((asn) => typeof asn === "number")
      .map((asn) => `AS${asn}`),
    holders: holdersOf(named),
    ...(kind === "domain" ? domainFacts(top, named) : { country, ...networkFacts(kind, top, named) }),
  };
};

/** Why an answer is no object: error, redirect or limit. A 404 is an answer, HTTP 429 and 5xx are not. */
const whyNoObject = (answer: RdapAnswer, top: Members): Reading | undefined => {
  if (answer.status >= 300 && answer.status < 400) {
    return nothing("redirect", { referral: answer.headers["location"] });
  }
  const code = typeof top["errorCode"] === "number" && answer.status === 200 ? top["errorCode"] : answer.status;
  if (code === 404) return nothing("not-found");
  if (code === 429 || code >= 500) return nothing("retry");
  if (code !== 200) return nothing("refused");
  if (Object.keys(top).length === 0) return nothing("parse-error");
  const isObject = top["objectClassName"] !== undefined || top["entities"] !== undefined;
  return !isObject && saysTooOften(answer) ? nothing("retry-later") : undefined;
};

/** A domain's object is cut for privacy as a rule, and for load when it says so. */
const isCut = (kind: RdapKind, answer: RdapAnswer, top: Members): boolean =>
  saysTooOften(answer) ||
  (kind !== "domain" &&
    notesOf(top).some((note) => textsOf(note["description"]).some((line) => /does not contain all data/i.test(line))));

/** Bare entities that may name the desk; without one for abuse, any that keeps the block. */
const handlesToAsk = (entities: readonly Entity[], abuseAlone: boolean): readonly FollowUp[] => {
  const bare = entities.filter((entity) => entity.bare && entity.handle);
  const others = abuseAlone
    ? []
    : bare.filter(({ roles, handle = "" }) => !roles.includes("abuse") && !/-MNT$/i.test(handle));
  return [...bare.filter(({ roles }) => roles.includes("abuse")), ...others]
    .flatMap(({ handle, roles }): readonly FollowUp[] => (handle ? [{ handle, abuse: roles.includes("abuse") }] : []))
    .filter((entry, index, all) => all.findIndex(({ handle }) => handle === entry.handle) === index)
    .slice(0, 3);
};

const holdersOf = (named: readonly Entity[]): Reading["holders"] => {
  const registrants = named.filter(({ roles, handle = "" }) => roles.includes("registrant") && !/-MNT$/i.test(handle));
  return holderKeys(registrants.flatMap(({ handle, card }) => [handle, card.name]));
};

/** The registrar's name and the registry's tag for it; Nominet's answer has nothing else of it. */
const domainFacts = (top: Members, named: readonly Entity[]): Partial<Reading> => ({
  referral: linkOf(top, /^related$/, "domain"),
  outOfDns: outOfDnsBy(textsOf(top["status"])),
  registrarNames: named
    .filter(({ roles, above }) => roles.includes("registrar") && above.length === 0)
    .flatMap(({ card, handle }) => [card.name, handle])
    .filter((name) => name !== undefined),
  ...registeredIn(top),
});

/** A reregistered name is its holder's since then (RFC 9083 §10.2.3, `reregistration`). */
const registeredIn = (top: Members): Pick<Reading, "registeredAt" | "firstRegisteredAt"> => {
  const events = listOf(top["events"]).slice(0, 50).map(objectOf);
  const datesOf = (action: string) =>
    events.flatMap((event) =>
      textOf(event["eventAction"])?.toLowerCase() === action
        ? (readRegistrationDate(textOf(event["eventDate"]) ?? "") ?? [])
        : [],
    );
  const first = earliest(...datesOf("registration"));
  const again = latest(...datesOf("reregistration"));
  return { registeredAt: again ?? first, firstRegisteredAt: again && first };
};

/** A holder and a desk each have one address. */
const seatsAtMost = 4;

const networkFacts = (kind: RdapKind, top: Members, named: readonly Entity[]): Partial<Reading> => {
  const speaking = named.filter(({ roles }) => roles.includes("registrant") || roles.includes("abuse"));
  return {
    seats: [...new Set(speaking.flatMap(({ card }) => card.seat ?? []))].slice(0, seatsAtMost),
    national: nationalOf(top, named),
    ...(kind === "ip" && {
      isAssigned: isAssignment(textOf(top["type"])),
      parent: linkOf(top, /^(rdap-)?up$/, "ip"),
    }),
  };
};

/** The national registry of a block, by mailboxes, handles and the WHOIS server in the answer. */
const nationalOf = (top: Members, named: readonly Entity[]): string | undefined => {
  const names = [top["port43"], top["name"], ...named.flatMap(({ handle, card }) => [handle, card.name])];
  return nationalWhoisOf(
    named.flatMap(({ card }) => card.emails.map(({ email }) => email)),
    names.flatMap((name) => textOf(name) ?? []),
  );
};

const rangeFacts = (kind: RdapKind, top: Members): Partial<Reading> => ({
  range: rangeOf(kind, top),
  country: countryCode(textOf(top["country"])),
  ...(kind === "ip" && {
    down: linkOf(top, /^rdap-down$/, "rdap-down"),
    isSearchable: textsOf(top["rdapConformance"]).includes("rirSearch1"),
  }),
});

const formsOf = (kind: RdapKind, entities: readonly Entity[], own: Remarks): readonly ContactForm[] => {
  const abuse = entities.filter((entity) => entity.roles.includes("abuse") && (kind !== "domain" || isSellers(entity)));
  // An organisation says it beside a block's or system's own record; a domain's holder would say anything.
  const organisations = kind === "domain" ? [] : entities.filter((entity) => !entity.roles.includes("abuse"));
  const urls = [
    ...abuse.flatMap((entity) => [...entity.card.forms, ...entity.remarks.forms]),
    ...(kind === "domain" ? [] : own.forms),
    ...organisations.flatMap(({ remarks }) => remarks.forms),
  ];
  return [...new Set(urls)].map((url) => ({ url, scope: scopeOf(kind) }));
};

/** An RDAP link of the answer: a domain's registrar (`related`), the block around (`up`; RFC 9083 §4.2). */
const linkOf = (top: Members, rel: RegExp, path: "domain" | "ip" | "rdap-down"): string | undefined =>
  listOf(top["links"])
    .slice(0, 50)
    .map(objectOf)
    .filter((link) => rel.test(textOf(link["rel"])?.toLowerCase() ?? ""))
    .map((link) => textOf(link["href"]))
    .find(
      (href) => href !== undefined && href.length < 2048 && new RegExp(`^https?://[^\\s]+/${path}/`, "i").test(href),
    );
