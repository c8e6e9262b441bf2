import type { Confidence } from "../case/candidate.ts";
import { abuseFirst, isNationalRegistry, namesAbuse, passesOn } from "./desks.ts";
import type { Card } from "./jcard.ts";
import type { Entity } from "./rdap-entities.ts";
import {
  disputedIn,
  disputedRemark,
  forbidsOwn,
  insteadRemark,
  invalidRemark,
  namedBeside,
  type Remarks,
  saysForm,
  unansweredRemark,
  unreadRemark,
} from "./remarks.ts";

/**
 * The mailboxes of an abuse role. RIPE gives `{"type":"email"}` first and `{"type":"abuse"}`
 * second, and the second is the abuse-mailbox: where one is typed so, the others are how to reach
 * the role's keepers, not where reports are read. Among equals the one whose name says so comes
 * first: `abuse@` before `ops@`.
 */
const abuseMailboxes = (card: Card): readonly string[] => {
  const typed = card.emails.filter(({ types }) => types.includes("abuse"));
  return abuseFirst((typed.length > 0 ? typed : card.emails).map(({ email }) => email));
};

export type RdapDesk = {
  readonly email: string;
  readonly rank: number;
  readonly confidence: Confidence;
  readonly name?: string;
  readonly beside?: true;
  readonly remarks: readonly string[];
};

/** Mailboxes that must get no abuse mail, by whatever remark of the answer says so. */
const forbiddenBy = (entities: readonly Entity[], own?: Remarks): ReadonlySet<string> =>
  new Set([
    ...(own?.forbidden ?? []),
    ...entities.flatMap(({ remarks, card }) => [
      ...remarks.forbidden,
      ...card.emails.filter(({ email }) => forbidsOwn(remarks, email)).map(({ email }) => email.toLowerCase()),
    ]),
  ]);

const sponsorRemark = "The desk of the sponsor by whom the holder has its number; the holder's own stands before it.";

/**
 * The rank of what remarks name as the only mailbox: after every abuse role, however deep it
 * stands.
 */
const beside = 15;
/** After all that the holder says, and before mailboxes that nobody named for abuse. */
const sponsor = 25;

/** Takes down one mailbox; the order of a mail's desks is by rank. */
type Add = (
  email: string,
  rank: number,
  confidence: Confidence,
  entity?: Entity,
  remark?: string,
  isBeside?: boolean,
) => void;

const ofNetwork = (entities: readonly Entity[], own: Remarks): readonly RdapDesk[] => {
  const found: RdapDesk[] = [];
  const forbidden = forbiddenBy(entities, own);
  const abuseRoles = entities.filter(({ roles }) => roles.includes("abuse"));
  const disputed = disputedIn(
    own,
    abuseRoles.flatMap(({ card }) => abuseMailboxes(card)),
  );
  // What the block or its organisation says of its desk holds for each desk named for it.
  const isFormNamed =
    saysForm(own) || entities.some(({ roles, remarks }) => roles.includes("registrant") && saysForm(remarks));
  const only = [own, ...entities.filter(({ roles }) => !roles.includes("abuse")).map(({ remarks }) => remarks)].flatMap(
    (remarks) => remarks.only,
  );
  const add: Add = (email, rank, confidence, entity, remark, isBeside = false) => {
    if (disputed.has(email.toLowerCase())) found.push({ email, rank, confidence: "guess", remarks: [disputedRemark] });
    else if (!(isNationalRegistry(email) && rank >= 50) && !forbidden.has(email.toLowerCase()))
      found.push(deskOf({ email, rank, confidence, entity, remark, isBeside, isFormNamed }));
  };
  for (const entity of entities) addOf(add, entity);
  // A network's comment may contradict the field ("abuse issues to X ONLY"). The holder of a block
  // writes it, and the registry checks none of it: it stands beside the field that the registry
  // keeps, and never in its place.
  const named = new Set(found.filter(({ rank }) => rank < beside).map(({ email }) => email.toLowerCase()));
  for (const email of only)
    if (named.size === 0)
      add(email, beside, "high", undefined, "Named in the registry's remarks as the only mailbox for abuse.");
    else if (!named.has(email.toLowerCase())) add(email, beside, "medium", undefined, namedBeside, true);
  for (const email of own.emails)
    add(
      email,
      19,
      own.instead.includes(email) ? "low" : "medium",
      undefined,
      "Named for abuse in the network's remarks.",
    );
  return found;
};

type NamedDesk = {
  readonly email: string;
  readonly rank: number;
  readonly confidence: Confidence;
  readonly entity: Entity | undefined;
  readonly remark: string | undefined;
  readonly isBeside: boolean;
  readonly isFormNamed: boolean;
};

/**
 * A desk with all that speaks against it: a national registry's own, unread, found not to work,
 * without an answer.
 */
const deskOf = ({ email, rank, confidence, entity, remark, isBeside, isFormNamed }: NamedDesk): RdapDesk => {
  const national = isNationalRegistry(email);
  const unread = isFormNamed || (entity !== undefined && saysForm(entity.remarks));
  const invalid = entity?.remarks.invalid.includes(email.toLowerCase()) === true;
  const unanswered = entity?.remarks.unanswered === true;
  return {
    email,
    rank: national ? 40 + rank / 10 : rank,
    confidence:
      (national || unread || invalid) && confidence !== "guess"
        ? "low"
        : unanswered && confidence === "high"
          ? "medium"
          : confidence,
    ...(entity?.card.name ? { name: entity.card.name } : {}),
    ...((isBeside || invalid) && { beside: true }),
    remarks: [
      ...(remark ? [remark] : []),
      ...(national ? [passesOn] : []),
      ...(unread ? [unreadRemark] : []),
      ...(invalid ? [invalidRemark] : []),
      ...(unanswered ? [unansweredRemark] : []),
    ],
  };
};

const addOf = (add: Add, entity: Entity): void => {
  const { roles, above, card, remarks } = entity;
  const depth = above.length;
  // RFC 9083 §10.2.4: a sponsor is the third party through which a registrant is registered; it
  // runs nothing of the holder's.
  if (roles.includes("abuse") && [roles, ...above].flat().includes("sponsor")) {
    for (const email of abuseMailboxes(card)) add(email, sponsor, "medium", entity, sponsorRemark);
    return;
  }
  if (roles.includes("abuse")) {
    // The network's own abuse desk outranks its organisation's: the first answers for this block
    // alone.
    for (const email of abuseMailboxes(card)) add(email, depth, depth === 0 ? "high" : "medium", entity);
    for (const email of remarks.instead) add(email, depth, "low", entity, insteadRemark);
    // A desk that gives only a telephone in its card may still name its mailbox beside it.
    if (card.emails.length === 0)
      for (const email of remarks.emails)
        add(email, depth, "medium", entity, "Named in the remarks of the abuse desk.");
    return;
  }
  const said = (email: string) => (remarks.instead.includes(email) ? "low" : "medium");
  for (const email of remarks.emails) add(email, 20, said(email), entity, "Named for abuse in the registry's remarks.");
  for (const { email, types } of card.emails) {
    if (types.includes("abuse") || namesAbuse(email))
      add(email, 21, "medium", entity, "An abuse mailbox by its name, listed for another role.");
    else
      add(
        email,
        50 + fallbackOrder(roles),
        "guess",
        entity,
        `Not an abuse desk: listed as ${roles.join(", ") || "a contact without a role"}.`,
      );
  }
};

const fallbackOrder = (roles: readonly string[]): number => {
  const order = ["noc", "technical", "administrative", "registrant"].findIndex((role) => roles.includes(role));
  return order < 0 ? 4 : order;
};

/** Outside the registrar these are the holder's people. */
const holdersPeople = new Set(["administrative", "technical", "billing"]);

/**
 * True for the holder of a domain, their people, and what stands inside them: it is theirs,
 * whatever it is called.
 */
export const isHolders = ({ roles, above }: Entity): boolean => {
  const around = [roles, ...above].flat();
  return (
    around.includes("registrant") || (!around.includes("registrar") && around.some((role) => holdersPeople.has(role)))
  );
};

/** Of who sold the name. The registry's own desk keeps the suffix, and stands beside those of the registrar. */
export const isSellers = ({ roles, above }: Entity): boolean =>
  [roles, ...above].flat().some((role) => role === "registrar" || role === "reseller");

const ofDomain = (entities: readonly Entity[]): readonly RdapDesk[] => {
  const forbidden = forbiddenBy(entities);
  return desksOfEntities(entities).filter(({ email }) => !forbidden.has(email.toLowerCase()));
};

const desksOfEntities = (entities: readonly Entity[]): readonly RdapDesk[] =>
  entities.flatMap((entity): readonly RdapDesk[] => {
    const around = [entity.roles, ...entity.above].flat();
    const name = entity.card.name ? { name: entity.card.name } : {};
    const inRegistrar = around.includes("registrar");
    if (entity.roles.includes("abuse")) {
      const isRegistrys = !isSellers(entity);
      const written = abuseMailboxes(entity.card);
      const isUnread = entity.remarks.unread && entity.remarks.forms.length > 0;
      return (written.length > 0 ? written : entity.remarks.emails).map((email) => ({
        email,
        rank: inRegistrar ? 0 : isRegistrys ? 70 : 10,
        confidence: isRegistrys ? "guess" : isUnread ? "low" : inRegistrar ? "high" : "medium",
        remarks: [
          ...(isRegistrys ? ["An abuse desk of the registry's answer, not said to be the registrar's."] : []),
          ...(around.includes("reseller") ? ["The abuse desk of the registrar's reseller."] : []),
          ...(isUnread ? [unreadRemark] : []),
        ],
        ...name,
      }));
    }
    if (!inRegistrar) return [];
    return entity.card.emails.map(({ email, types }) =>
      types.includes("abuse") || namesAbuse(email)
        ? {
            email,
            rank: 1,
            confidence: "medium",
            remarks: ["The registrar's mailbox, an abuse desk by its name."],
            ...name,
          }
        : {
            email,
            rank: 60,
            confidence: "guess",
            remarks: ["The registrar's general mailbox; no abuse desk is given."],
            ...name,
          },
    );
  });

/**
 * The fallbacks count only where the operator names no desk. A national registry's desk stands
 * after the operator's.
 */
const withoutNeedlessFallbacks = (found: readonly RdapDesk[]): readonly RdapDesk[] => {
  const sorted = [...found].sort((a, b) => a.rank - b.rank);
  return sorted.some(({ rank }) => rank < 40) ? sorted.filter(({ rank }) => rank < 50) : sorted;
};

/** Each mailbox once, in its first place. */
const unique = (found: readonly RdapDesk[]): readonly RdapDesk[] => {
  const byEmail = new Map<string, RdapDesk>();
  for (const entry of found) if (!byEmail.has(entry.email.toLowerCase())) byEmail.set(entry.email.toLowerCase(), entry);
  return [...byEmail.values()];
};

/**
 * The mailboxes that a network's or system's answer names, best first, each once. `own` are the
 * remarks on the network itself. A rank of 50 and more is a fallback that nobody named for abuse.
 */
export const desksOfNetwork = (entities: readonly Entity[], own: Remarks): readonly RdapDesk[] =>
  unique(withoutNeedlessFallbacks(ofNetwork(entities, own)));

/**
 * The same for a domain's answer, without what is its holder's: the registrar's, then its
 * reseller's. The registry's own desk is a fallback.
 */
export const desksOfDomain = (entities: readonly Entity[]): readonly RdapDesk[] =>
  unique(withoutNeedlessFallbacks(ofDomain(entities)));
