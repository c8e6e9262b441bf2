import type { Confidence } from "../case/candidate.ts";
import {
  abuseByName,
  abuseFirst,
  eachOnce,
  isNationalRegistry,
  namesAbuse,
  passesOn,
  registrarsByName,
  registrarsGeneral,
} from "./desks.ts";
import type { Card } from "./jcard.ts";
import { type Entity, rolesAround } from "./rdap-entities.ts";
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

const onlyRemark = "Named in the registry's remarks as the only mailbox for abuse.";

/** The rank of the only mailbox in remarks: after every abuse role, however deep. */
const besideRank = 15;
/** After all that the holder says, before mailboxes that nobody named for abuse. */
const sponsor = 25;

/** A mailbox as an answer names it. Desks are ordered by rank. */
type Named = {
  readonly email: string;
  readonly rank: number;
  readonly confidence: Confidence;
  readonly remark?: string;
  readonly entity?: Entity;
  readonly beside?: true;
};

const ofNetwork = (entities: readonly Entity[], own: Remarks): readonly RdapDesk[] => {
  const forbidden = forbiddenBy(entities, own);
  const [abuseRoles, others] = [entities.filter(isAbuse), entities.filter((entity) => !isAbuse(entity))];
  const disputed = disputedIn(
    own,
    abuseRoles.flatMap(({ card }) => abuseMailboxes(card)),
  );
  // What the block or its organisation says of its desk holds for each desk named for it.
  const isFormNamed =
    saysForm(own) || entities.some(({ roles, remarks }) => roles.includes("registrant") && saysForm(remarks));
  const deskOf = (named: Named): readonly RdapDesk[] => {
    const { email, rank } = named;
    if (disputed.has(email.toLowerCase())) return [{ email, rank, confidence: "guess", remarks: [disputedRemark] }];
    const isLeftOut = (isNationalRegistry(email) && rank >= 50) || forbidden.has(email.toLowerCase());
    return isLeftOut ? [] : [weighed(named, isFormNamed)];
  };
  const found = entities.flatMap(namedBy).flatMap(deskOf);
  // A network's comment may contradict the field ("abuse issues to X ONLY"). The holder writes it and the
  // registry checks none of it, so it stands beside the registry's field, never in its place.
  const named = new Set(found.filter(({ rank }) => rank < besideRank).map(({ email }) => email.toLowerCase()));
  const only = [own, ...others.map(({ remarks }) => remarks)]
    .flatMap((remarks) => remarks.only)
    .filter((email) => !named.has(email.toLowerCase()))
    .map(
      (email): Named =>
        named.size === 0
          ? { email, rank: besideRank, confidence: "high", remark: onlyRemark }
          : { email, rank: besideRank, confidence: "medium", remark: namedBeside, beside: true },
    );
  const inRemarks = own.emails.map(
    (email): Named => ({
      email,
      rank: 19,
      confidence: own.instead.includes(email) ? "low" : "medium",
      remark: "Named for abuse in the network's remarks.",
    }),
  );
  return [...found, ...[...only, ...inRemarks].flatMap(deskOf)];
};

/** A desk with all that speaks against it: a national registry's own, unread, not working, unanswered. */
const weighed = ({ email, rank, confidence, entity, remark, beside }: Named, isFormNamed: boolean): RdapDesk => {
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
    name: entity?.card.name,
    beside: invalid ? true : beside,
    remarks: [
      ...(remark ? [remark] : []),
      ...(national ? [passesOn] : []),
      ...(unread ? [unreadRemark] : []),
      ...(invalid ? [invalidRemark] : []),
      ...(unanswered ? [unansweredRemark] : []),
    ],
  };
};

const isAbuse = ({ roles }: Entity): boolean => roles.includes("abuse");

const namedBy = (entity: Entity): readonly Named[] => {
  const { roles, above, card, remarks } = entity;
  const depth = above.length;
  const each = (emails: readonly string[], rank: number, confidence: Confidence, remark?: string) =>
    emails.map((email): Named => ({ email, rank, confidence, remark, entity }));
  // RFC 9083 §10.2.4: a sponsor registers a registrant as a third party, and runs nothing of the holder's.
  if (isAbuse(entity) && rolesAround(entity).includes("sponsor"))
    return each(abuseMailboxes(card), sponsor, "medium", sponsorRemark);
  if (isAbuse(entity))
    return [
      // The network's own abuse desk outranks its organisation's: it answers for this block alone.
      ...each(abuseMailboxes(card), depth, depth === 0 ? "high" : "medium"),
      ...each(remarks.instead, depth, "low", insteadRemark),
      // A desk with only a telephone in its card may name its mailbox beside it.
      ...(card.emails.length === 0
        ? each(remarks.emails, depth, "medium", "Named in the remarks of the abuse desk.")
        : []),
    ];
  const notForAbuse = `Not an abuse desk: listed as ${roles.join(", ") || "a contact without a role"}.`;
  return [
    ...remarks.emails.flatMap((email) =>
      each(
        [email],
        20,
        remarks.instead.includes(email) ? "low" : "medium",
        "Named for abuse in the registry's remarks.",
      ),
    ),
    ...card.emails.flatMap((mailbox) =>
      isNamedForAbuse(mailbox)
        ? each([mailbox.email], 21, "medium", abuseByName)
        : each([mailbox.email], 50 + fallbackOrder(roles), "guess", notForAbuse),
    ),
  ];
};

const isNamedForAbuse = ({ email, types }: Card["emails"][number]): boolean =>
  types.includes("abuse") || namesAbuse(email);

const fallbackOrder = (roles: readonly string[]): number => {
  const order = ["noc", "technical", "administrative", "registrant"].findIndex((role) => roles.includes(role));
  return order < 0 ? 4 : order;
};

/** Outside the registrar these are the holder's people. */
const holdersPeople = new Set(["administrative", "technical", "billing"]);

/** True for a domain's holder, their people, and what stands inside them, whatever it is called. */
export const isHolders = (entity: Entity): boolean => {
  const around = rolesAround(entity);
  return (
    around.includes("registrant") || (!around.includes("registrar") && around.some((role) => holdersPeople.has(role)))
  );
};

/** Of who sold the name. The registry's own desk keeps the suffix, and stands beside the registrar's. */
export const isSellers = (entity: Entity): boolean =>
  rolesAround(entity).some((role) => role === "registrar" || role === "reseller");

const namedForDomain = (entity: Entity): readonly RdapDesk[] => {
  const { card, remarks } = entity;
  const { name } = card;
  const around = rolesAround(entity);
  const inRegistrar = around.includes("registrar");
  if (isAbuse(entity)) {
    const isRegistrys = !isSellers(entity);
    const written = abuseMailboxes(card);
    const isUnread = saysForm(remarks);
    return (written.length > 0 ? written : remarks.emails).map((email) => ({
      email,
      rank: inRegistrar ? 0 : isRegistrys ? 70 : 10,
      confidence: isRegistrys ? "guess" : isUnread ? "low" : inRegistrar ? "high" : "medium",
      remarks: [
        ...(isRegistrys ? ["An abuse desk of the registry's answer, not said to be the registrar's."] : []),
        ...(around.includes("reseller") ? ["The abuse desk of the registrar's reseller."] : []),
        ...(isUnread ? [unreadRemark] : []),
      ],
      name,
    }));
  }
  if (!inRegistrar) return [];
  return card.emails.map((mailbox) => {
    const { email } = mailbox;
    return isNamedForAbuse(mailbox)
      ? { email, rank: 1, confidence: "medium", remarks: [registrarsByName], name }
      : { email, rank: 60, confidence: "guess", remarks: [registrarsGeneral], name };
  });
};

/** Fallbacks count only without a desk of the operator's. A national registry's desk comes after it. */
const withoutNeedlessFallbacks = (found: readonly RdapDesk[]): readonly RdapDesk[] => {
  const sorted = [...found].sort((a, b) => a.rank - b.rank);
  return sorted.some(({ rank }) => rank < 40) ? sorted.filter(({ rank }) => rank < 50) : sorted;
};

/** Best first, each once. `own`: remarks on the network. Rank 50 and more: a fallback not named for abuse. */
export const desksOfNetwork = (entities: readonly Entity[], own: Remarks): readonly RdapDesk[] =>
  eachOnce(withoutNeedlessFallbacks(ofNetwork(entities, own)));

/** Without the holder's: the registrar's, then the reseller's. The registry's own desk is a fallback. */
export const desksOfDomain = (entities: readonly Entity[]): readonly RdapDesk[] => {
  const forbidden = forbiddenBy(entities);
  const found = entities.flatMap(namedForDomain).filter(({ email }) => !forbidden.has(email.toLowerCase()));
  return eachOnce(withoutNeedlessFallbacks(found));
};
