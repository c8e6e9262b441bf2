import type { Candidate, Confidence, ContactForm, Scope } from "../case/candidate.ts";
import { isNationalRegistry, namesAbuse } from "./desks.ts";
import { type Card, type Json, listOf, objectOf, textOf, textsOf } from "./jcard.ts";
import { isPlaceholderName } from "./placeholder-blocks.ts";
import { type Entity, entitiesOf } from "./rdap-entities.ts";
import { type FollowUp, nothing, type Reading } from "./reading.ts";
import { type Remarks, readRemarks, sentElsewhere } from "./remarks.ts";

export type RdapKind = "ip" | "autnum" | "domain" | "entity";

/** One answer over HTTP: the status, the headers (names in lower case) and the body, read as JSON or as the text it was. */
export type RdapAnswer = { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: Json };

const limitTold = /rate limit|too many (requests|queries)|quota exceeded|limit (has been )?exceeded|query limit/i;

const notesOf = (top: Readonly<Record<string, Json>>) => [...listOf(top["remarks"]), ...listOf(top["notices"])].slice(0, 50).map(objectOf);

/**
 * True where a registry answers with 200 and says in it that it was asked too often: an error in the body, a limit told in
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

/**
 * The mailboxes of an abuse role. RIPE gives `{"type":"email"}` first and `{"type":"abuse"}` second, and the second is the
 * abuse-mailbox: where one is typed so, the others are how to reach the role's keepers, not where reports are read.
 */
const abuseMailboxes = (card: Card): readonly string[] => {
  const typed = card.emails.filter(({ types }) => types.includes("abuse"));
  return (typed.length > 0 ? typed : card.emails).map(({ email }) => email);
};

const invalidRemark = "The registry found that this mailbox does not work.";
const unansweredRemark = "The registry asked this desk whether its record is right, and had no answer.";

type Found = { readonly email: string; readonly rank: number; readonly confidence: Confidence; readonly name?: string; readonly remarks: readonly string[] };

const unreadRemark = "The registry's remarks say that mail is not read there; a form is given.";

const fromNetwork = (entities: readonly Entity[], own: Remarks): readonly Found[] => {
  const found: Found[] = [];
  const only = [own, ...entities.filter(({ roles }) => !roles.includes("abuse")).map(({ remarks }) => remarks)].flatMap((remarks) => remarks.only);
  const add = (email: string, rank: number, confidence: Confidence, entity?: Entity, remark?: string) => {
    const national = isNationalRegistry(email);
    if (national && rank >= 50) return;
    const unread = entity?.remarks.unread === true && entity.remarks.forms.length > 0;
    const invalid = entity?.remarks.invalid.includes(email.toLowerCase()) === true;
    const unanswered = entity?.remarks.unanswered === true;
    const elsewhere = only.length > 0 && !only.includes(email);
    found.push({
      email,
      rank: national ? 40 + rank / 10 : rank,
      confidence:
        (national || unread || invalid) && confidence !== "guess" ? "low" : (unanswered || elsewhere) && confidence === "high" ? "medium" : confidence,
      ...(entity?.card.name ? { name: entity.card.name } : {}),
      remarks: [
        ...(remark ? [remark] : []),
        ...(national ? ["This is the national registry's own desk; it passes mail on."] : []),
        ...(unread ? [unreadRemark] : []),
        ...(invalid ? [invalidRemark] : []),
        ...(unanswered ? [unansweredRemark] : []),
        ...(elsewhere && rank < 20 ? [sentElsewhere] : []),
      ],
    });
  };
  for (const entity of entities) {
    const depth = entity.above.length;
    if (entity.roles.includes("abuse")) {
      // The network's own abuse desk outranks its organisation's: the first answers for this block alone.
      for (const email of abuseMailboxes(entity.card)) add(email, depth, depth === 0 ? "high" : "medium", entity);
      // A desk that gives only a telephone in its card may still name its mailbox beside it.
      if (entity.card.emails.length === 0)
        for (const email of entity.remarks.emails) add(email, depth, "medium", entity, "Named in the remarks of the abuse desk.");
      continue;
    }
    for (const email of entity.remarks.emails) add(email, 20, "medium", entity, "Named for abuse in the registry's remarks.");
    for (const { email, types } of entity.card.emails) {
      if (types.includes("abuse") || namesAbuse(email)) add(email, 21, "medium", entity, "An abuse mailbox by its name, listed for another role.");
      else
        add(email, 50 + fallbackOrder(entity.roles), "guess", entity, `Not an abuse desk: listed as ${entity.roles.join(", ") || "a contact without a role"}.`);
    }
  }
  // > Net-level Comment can contradict ("abuse issues to X ONLY") (`../shared/domain/contacts.md` 4.3): it is the block's own word.
  for (const email of only) add(email, -1, "high", undefined, "Named in the registry's remarks as the only mailbox for abuse.");
  for (const email of own.emails) add(email, 19, "medium", undefined, "Named for abuse in the network's remarks.");
  return found;
};

const fallbackOrder = (roles: readonly string[]): number => {
  const order = ["noc", "technical", "administrative", "registrant"].findIndex((role) => roles.includes(role));
  return order < 0 ? 4 : order;
};

const fromDomain = (entities: readonly Entity[]): readonly Found[] =>
  entities.flatMap((entity): readonly Found[] => {
    const around = [entity.roles, ...entity.above].flat();
    const name = entity.card.name ? { name: entity.card.name } : {};
    if (around.includes("registrant")) return [];
    const inRegistrar = around.includes("registrar");
    if (entity.roles.includes("abuse")) {
      const written = abuseMailboxes(entity.card);
      const isUnread = entity.remarks.unread && entity.remarks.forms.length > 0;
      return (written.length > 0 ? written : entity.remarks.emails).map((email) => ({
        email,
        rank: inRegistrar ? 0 : 10,
        confidence: isUnread ? "low" : inRegistrar ? "high" : "medium",
        remarks: [...(inRegistrar ? [] : ["An abuse desk of the registry's answer, not said to be the registrar's."]), ...(isUnread ? [unreadRemark] : [])],
        ...name,
      }));
    }
    if (!inRegistrar) return [];
    return entity.card.emails.map(({ email, types }) =>
      types.includes("abuse") || namesAbuse(email)
        ? { email, rank: 1, confidence: "medium", remarks: ["The registrar's mailbox, an abuse desk by its name."], ...name }
        : { email, rank: 60, confidence: "guess", remarks: ["The registrar's general mailbox; no abuse desk is given."], ...name },
    );
  });

/** The fallbacks count only where the operator names no desk. A national registry's desk stands after the operator's. */
const withoutNeedlessFallbacks = (found: readonly Found[]): readonly Found[] => {
  const sorted = [...found].sort((a, b) => a.rank - b.rank);
  return sorted.some(({ rank }) => rank < 40) ? sorted.filter(({ rank }) => rank < 50) : sorted;
};

const rangeOf = (kind: RdapKind, top: Readonly<Record<string, Json>>): string | undefined => {
  // Old ARIN answers pad with zeros (074.125.000.000), which other readers take for octal.
  const plain = (address: string) => (address.includes(":") ? address.toLowerCase() : address.replace(/\b0+(?=\d)/g, "")).replace(/\/(32|128)$/, "");
  const [start, end] = [textOf(top["startAddress"]), textOf(top["endAddress"])];
  if (kind === "ip") return start && end ? `${plain(start)} - ${plain(end)}` : textOf(top["handle"]);
  return (kind === "domain" ? textOf(top["ldhName"]) : undefined)?.toLowerCase() ?? textOf(top["handle"]);
};

const scopeOf = (kind: RdapKind): Scope => (kind === "domain" ? "registrar" : "network");

/**
 * Reads one RDAP answer (RFC 9083). Network: the block's own abuse role, then the organisation's, then what remarks name,
 * a national registry's desk, at last technical mailboxes as low-confidence fallbacks. Domain: the abuse role inside the
 * registrar (RFC 9083 §5.3, ICANN's profile), then a registry's, then the registrar's general mailbox; never the registrant's.
 * A 404 is an answer, HTTP 429 and 5xx are not, and a truncated object that names nobody is asked again later. An entity
 * fetched by itself has no role; `role` is the one in which the network's answer named it.
 */
export const readRdap = (kind: RdapKind, answer: RdapAnswer, role: "abuse" | "technical" = "technical"): Reading => {
  if (answer.status >= 300 && answer.status < 400) {
    const location = answer.headers["location"];
    return nothing("redirect", location ? { referral: location } : {});
  }
  const top = objectOf(answer.body);
  const code = typeof top["errorCode"] === "number" && answer.status === 200 ? top["errorCode"] : answer.status;
  if (code === 404) return nothing("not-found");
  if (code === 429 || code >= 500) return nothing("retry", retryAfter(answer.headers["retry-after"]));
  if (code !== 200) return nothing("refused");
  if (Object.keys(top).length === 0) return nothing("parse-error");
  const tooOften = saysTooOften(answer);
  if (top["objectClassName"] === undefined && top["entities"] === undefined && tooOften) return nothing("retry-later");
  const name = textOf(top["name"]) ?? "";
  if (kind !== "domain" && isPlaceholderName(name)) return nothing("referral", rangeFacts(kind, top));

  const entities = entitiesOf(kind === "entity" ? { entities: [{ ...top, roles: [role] }] } : top);
  const own = readRemarks(listOf(top["remarks"]).flatMap((remark) => textsOf(objectOf(remark)["description"])));
  const found = withoutNeedlessFallbacks(kind === "domain" ? fromDomain(entities) : fromNetwork(entities, own));
  const desks = found.some(({ rank }) => rank < 50);
  const facts = rangeFacts(kind, top);
  const followUps = entities
    .filter((entity) => entity.bare && entity.handle && entity.roles.includes("abuse"))
    .concat(
      desks || kind === "domain"
        ? []
        : entities.filter((entity) => entity.bare && entity.handle && !entity.roles.includes("abuse") && !/-MNT$/i.test(entity.handle)),
    );
  const handles = followUps
    .flatMap(({ handle, roles }): readonly FollowUp[] => (handle ? [{ handle, abuse: roles.includes("abuse") }] : []))
    .filter((entry, index, all) => all.findIndex(({ handle }) => handle === entry.handle) === index)
    .slice(0, 3);
  const related = kind === "domain" ? linkOf(top, /^related$/, "domain") : undefined;
  const parent = kind === "ip" ? linkOf(top, /^(rdap-)?up$/, "ip") : undefined;
  // A domain's object is cut for privacy as a rule, and for load when it says so.
  const isCut =
    tooOften || (kind !== "domain" && notesOf(top).some((note) => textsOf(note["description"]).some((line) => /does not contain all data/i.test(line))));
  if (isCut && !desks) return nothing("retry-later", { ...facts, followUps: handles });
  const forms = formsOf(kind, entities, own);
  const country = facts.country ?? entities.map(({ card }) => card.country).find((written) => written !== undefined);
  return {
    outcome: found.length > 0 || forms.length > 0 ? "found" : "none",
    candidates: unique(found).map(
      (entry): Candidate => ({
        email: entry.email,
        scope: scopeOf(kind),
        ...(entry.name ? { name: entry.name } : {}),
        source: "rdap",
        ...(facts.range ? { range: facts.range } : {}),
        confidence: entry.confidence,
        ...(facts.country && kind !== "domain" ? { country: facts.country } : {}),
        remarks: entry.remarks,
      }),
    ),
    forms,
    followUps: handles,
    origins: listOf(top["arin_originas0_originautnums"])
      .filter((asn) => typeof asn === "number")
      .map((asn) => `AS${asn}`),
    ...facts,
    ...(country && kind !== "domain" ? { country } : {}),
    ...(related ? { referral: related } : {}),
    ...(parent && !desks ? { parent } : {}),
  };
};

const rangeFacts = (kind: RdapKind, top: Readonly<Record<string, Json>>): { readonly range?: string; readonly country?: string } => {
  const range = rangeOf(kind, top);
  const country = textOf(top["country"]);
  return { ...(range ? { range } : {}), ...(country && /^[a-z]{2}$/i.test(country) && !/^zz$/i.test(country) ? { country: country.toUpperCase() } : {}) };
};

const formsOf = (kind: RdapKind, entities: readonly Entity[], own: Remarks): readonly ContactForm[] => {
  const abuse = entities.filter((entity) => entity.roles.includes("abuse"));
  const urls = [...abuse.flatMap((entity) => [...entity.card.forms, ...entity.remarks.forms]), ...(kind === "domain" ? [] : own.forms)];
  return [...new Set(urls)].map((url) => ({ url, scope: scopeOf(kind) }));
};

/** An RDAP address that the answer links to: the registrar's own for a domain (`related`), the block around for a network (`up`; RFC 9083 §4.2). */
const linkOf = (top: Readonly<Record<string, Json>>, rel: RegExp, path: "domain" | "ip"): string | undefined =>
  listOf(top["links"])
    .slice(0, 50)
    .map(objectOf)
    .filter((link) => rel.test(textOf(link["rel"])?.toLowerCase() ?? ""))
    .map((link) => textOf(link["href"]))
    .find((href) => href !== undefined && href.length < 2048 && new RegExp(`^https?://[^\\s]+/${path}/`, "i").test(href));

/** Each mailbox once, in its first place. */
const unique = (found: readonly Found[]): readonly Found[] => {
  const byEmail = new Map<string, Found>();
  for (const entry of found) if (!byEmail.has(entry.email.toLowerCase())) byEmail.set(entry.email.toLowerCase(), entry);
  return [...byEmail.values()];
};

/** Retry-After: seconds, or a date (RFC 9110 §10.2.3); the date is left to the client, which has the clock. */
const retryAfter = (header: string | undefined): { readonly retryAfterMs?: number } =>
  header && /^\d{1,6}$/.test(header.trim()) ? { retryAfterMs: Number(header) * 1000 } : {};
