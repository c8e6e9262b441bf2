import type { Candidate, ContactForm } from "../case/candidate.ts";
import { earliest, latest } from "../kernel/instant.ts";
import type { Scope } from "../kernel/scope.ts";
import { nationalWhoisOf } from "./desks.ts";
import { holderKeys, isAssignment } from "./holder.ts";
import { type Json, listOf, objectOf, textOf, textsOf } from "./jcard.ts";
import { isPlaceholderName } from "./placeholder-blocks.ts";
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

const notesOf = (top: Readonly<Record<string, Json>>) =>
  [...listOf(top["remarks"]), ...listOf(top["notices"])].slice(0, 50).map(objectOf);

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

const rangeOf = (kind: RdapKind, top: Readonly<Record<string, Json>>): string | undefined => {
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
    outcome: found.length > 0 || forms.length > 0 ? "found" : "none",
    candidates: found.map((desk) => candidateOf(kind, desk, facts)),
    forms,
    followUps,
    origins: listOf(top["arin_originas0_originautnums"])
      .filter((asn) => typeof asn === "number")
      .map((asn) => `AS${asn}`),
    ...facts,
    ...(country && kind !== "domain" ? { country } : {}),
    ...holdersOf(named),
    ...(kind !== "domain" && seatsOf(named)),
    ...(kind === "domain"
      ? { ...domainFacts(top), ...registrarIn(named) }
      : networkFacts(kind, top, nationalOf(top, name, named))),
  };
};

/** Why an answer is no object: error, redirect or limit. A 404 is an answer, HTTP 429 and 5xx are not. */
const whyNoObject = (answer: RdapAnswer, top: Readonly<Record<string, Json>>): Reading | undefined => {
  if (answer.status >= 300 && answer.status < 400) {
    const location = answer.headers["location"];
    return nothing("redirect", location ? { referral: location } : {});
  }
  const code = typeof top["errorCode"] === "number" && answer.status === 200 ? top["errorCode"] : answer.status;
  if (code === 404) return nothing("not-found");
  if (code === 429 || code >= 500) return nothing("retry", retryAfter(answer.headers["retry-after"]));
  if (code !== 200) return nothing("refused");
  if (Object.keys(top).length === 0) return nothing("parse-error");
  const isObject = top["objectClassName"] !== undefined || top["entities"] !== undefined;
  return !isObject && saysTooOften(answer) ? nothing("retry-later") : undefined;
};

/** A domain's object is cut for privacy as a rule, and for load when it says so. */
const isCut = (kind: RdapKind, answer: RdapAnswer, top: Readonly<Record<string, Json>>): boolean =>
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

type Desk = ReturnType<typeof desksOfDomain>[number];

/** A holder and a desk each have one address. */
const seatsAtMost = 4;

const candidateOf = (
  kind: RdapKind,
  desk: Desk,
  { range, country }: Pick<Reading, "range" | "country">,
): Candidate => ({
  email: desk.email,
  scope: scopeOf(kind),
  ...(desk.name ? { name: desk.name } : {}),
  source: "rdap",
  ...(range ? { range } : {}),
  confidence: desk.confidence,
  ...(desk.beside && { beside: true }),
  ...(country && kind !== "domain" ? { country } : {}),
  remarks: desk.remarks,
});

const seatsOf = (named: readonly Entity[]): Pick<Reading, "seats"> => {
  const speaking = named.filter(({ roles }) => roles.includes("registrant") || roles.includes("abuse"));
  const seats = [...new Set(speaking.flatMap(({ card }) => card.seat ?? []))].slice(0, seatsAtMost);
  return seats.length > 0 ? { seats } : {};
};

const holdersOf = (named: readonly Entity[]): Pick<Reading, "holders"> => {
  const registrants = named.filter(({ roles, handle = "" }) => roles.includes("registrant") && !/-MNT$/i.test(handle));
  const holders = holderKeys(registrants.flatMap(({ handle, card }) => [handle, card.name]));
  return holders.length > 0 ? { holders } : {};
};

const domainFacts = (
  top: Readonly<Record<string, Json>>,
): Pick<Reading, "referral" | "outOfDns" | "registeredAt" | "firstRegisteredAt"> => {
  const related = linkOf(top, /^related$/, "domain");
  const gone = outOfDnsBy(textsOf(top["status"]));
  return {
    ...(gone ? { outOfDns: gone } : {}),
    ...registeredIn(top),
    ...(related ? { referral: related } : {}),
  };
};

/** A reregistered name is its holder's since then (RFC 9083 §10.2.3, `reregistration`). */
const registeredIn = (top: Readonly<Record<string, Json>>): Pick<Reading, "registeredAt" | "firstRegisteredAt"> => {
  const events = listOf(top["events"]).slice(0, 50).map(objectOf);
  const datesOf = (action: string) =>
    events.flatMap((event) =>
      textOf(event["eventAction"])?.toLowerCase() === action
        ? (readRegistrationDate(textOf(event["eventDate"]) ?? "") ?? [])
        : [],
    );
  const first = earliest(...datesOf("registration"));
  const again = latest(...datesOf("reregistration"));
  const registeredAt = again ?? first;
  return { ...(registeredAt && { registeredAt }), ...(again && first && { firstRegisteredAt: first }) };
};

/** Its name and the registry's tag for it; Nominet's answer has nothing else of it. */
const registrarIn = (named: readonly Entity[]): Pick<Reading, "registrarNames"> => {
  const names = named
    .filter(({ roles, above }) => roles.includes("registrar") && above.length === 0)
    .flatMap(({ card, handle }) => [card.name, handle])
    .filter((name) => name !== undefined);
  return names.length > 0 ? { registrarNames: names } : {};
};

const networkFacts = (
  kind: RdapKind,
  top: Readonly<Record<string, Json>>,
  national: string | undefined,
): Pick<Reading, "isAssigned" | "national" | "parent"> => {
  const type = textOf(top["type"]);
  const parent = kind === "ip" ? linkOf(top, /^(rdap-)?up$/, "ip") : undefined;
  return {
    ...(kind === "ip" && type ? { isAssigned: isAssignment(type) } : {}),
    ...(national ? { national } : {}),
    ...(parent ? { parent } : {}),
  };
};

/** The national registry of a block, by mailboxes, handles and the WHOIS server in the answer. */
const nationalOf = (top: Readonly<Record<string, Json>>, name: string, named: readonly Entity[]): string | undefined =>
  nationalWhoisOf({
    emails: named.flatMap(({ card }) => card.emails.map(({ email }) => email)),
    names: [textOf(top["port43"]) ?? "", name, ...named.flatMap(({ handle = "", card }) => [handle, card.name ?? ""])],
  });

const rangeFacts = (
  kind: RdapKind,
  top: Readonly<Record<string, Json>>,
): Pick<Reading, "range" | "country" | "down" | "isSearchable"> => {
  const range = rangeOf(kind, top);
  const country = countryCode(textOf(top["country"]));
  const down = kind === "ip" ? linkOf(top, /^rdap-down$/, "rdap-down") : undefined;
  const isSearchable = kind === "ip" && textsOf(top["rdapConformance"]).includes("rirSearch1");
  return {
    ...(range ? { range } : {}),
    ...(country ? { country } : {}),
    ...(down ? { down } : {}),
    ...(isSearchable && { isSearchable }),
  };
};

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
const linkOf = (
  top: Readonly<Record<string, Json>>,
  rel: RegExp,
  path: "domain" | "ip" | "rdap-down",
): string | undefined =>
  listOf(top["links"])
    .slice(0, 50)
    .map(objectOf)
    .filter((link) => rel.test(textOf(link["rel"])?.toLowerCase() ?? ""))
    .map((link) => textOf(link["href"]))
    .find(
      (href) => href !== undefined && href.length < 2048 && new RegExp(`^https?://[^\\s]+/${path}/`, "i").test(href),
    );

/** Retry-After in seconds (RFC 9110 §10.2.3). A date is left to the client, which has the clock. */
const retryAfter = (header: string | undefined): { readonly retryAfterMs?: number } =>
  header && /^\d{1,6}$/.test(header.trim()) ? { retryAfterMs: Number(header) * 1000 } : {};
