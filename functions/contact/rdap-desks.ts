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
 * The mailboxes of an abuse role, `abuse@` before `ops@`. RIPE gives `{"type":"email"}` first and the
 * abuse-mailbox second, as `{"type":"abuse"}`: where one is typed so, the others reach the role's keepers, not
 * where reports are read.
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

/** Mailboxes that any remark of the answer says must get no abuse mail. */
const forbiddenBy = (entities: readonly Entity[], own?: Remarks): ReadonlySet<string> =>
  new Set([
    ...(own?.forbidden ?? []),
    ...entities.flatMap(({ remarks, card }) => [
      ...remarks.forbidden,
      ...card.emails.filter(({ email }) => forbidsOwn(remarks, email)).map(({ email }) => email.toLowerCase()),
    ]),
  ]);

const sponsorRemark = "The desk of the sponsor by whom the holder has its number; the holder's own stands before it.";

/** The rank of the only mailbox in remarks: after every abuse role, however deep. */
const beside = 15;
/** After all that the holder says, before mailboxes that nobody named for abuse. */
const sponsor = 25;

/** Adds one mailbox. A mail's desks are ordered by rank. */
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
  // A network's comment may contradict the field ("abuse issues to X ONLY"). The holder writes it and the
  // registry checks none of it, so it stands beside the registry's field, never in its place.
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

/** A desk with all that speaks against it: a national registry's own, unread, not working, unanswered. */
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
  // RFC 9083 §10.2.4: a sponsor registers a registrant as a third party, and runs nothing of the holder's.
  if (roles.includes("abuse") && [roles, ...above].flat().includes("sponsor")) {
    for (const email of abuseMailboxes(card)) add(email, sponsor, "medium", entity, sponsorRemark);
    return;
  }
  if (roles.includes("abuse")) {
    // The network's own abuse desk outranks its organisation's: it answers for this block alone.
    for (const email of abuseMailboxes(card)) add(email, depth, depth === 0 ? "high" : "medium", entity);
    for (const email of remarks.instead) add(email, depth, "low", entity, insteadRemark);
    // A desk with only a telephone in its card may name its mailbox beside it.
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

/** True for a domain's holder, their people, and what stands inside them, whatever it is called. */
export const isHolders = ({ roles, above }: Entity): boolean => {
  const around = [roles, ...above].flat();
  return (
    around.includes("registrant") || (!around.includes("registrar") && around.some((role) => holdersPeople.has(role)))
  );
};

/** Of who sold the name. The registry's own desk keeps the suffix, and stands beside the registrar's. */
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

/** Fallbacks count only without a desk of the operator's. A national registry's desk comes after it. */
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

/** Best first, each once. `own`: remarks on the network. Rank 50 and more: a fallback not named for abuse. */
export const desksOfNetwork = (entities: readonly Entity[], own: Remarks): readonly RdapDesk[] =>
  unique(withoutNeedlessFallbacks(ofNetwork(entities, own)));

/** Without the holder's: the registrar's, then the reseller's. The registry's own desk is a fallback. */
export const desksOfDomain = (entities: readonly Entity[]): readonly RdapDesk[] =>
  unique(withoutNeedlessFallbacks(ofDomain(entities)));
