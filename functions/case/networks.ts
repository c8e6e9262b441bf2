import { type Instant, plusMinutes } from "../kernel/instant.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { holds, readRange } from "../kernel/range.ts";
import { isNational, isOfHost, runsPage } from "../kernel/scope.ts";
import type { Candidate, ContactAnswer } from "./candidate.ts";
import type { Case } from "./case.ts";
import { isPersons } from "./contact-source.ts";
import type { Notice } from "./notice.ts";
import { noticeStateFacts } from "./notice-state.ts";
import type { Recipient } from "./policy.ts";
import { tells } from "./step.ts";

/*
 * A host may stand in several networks, and in others a moment later: whoever is reported answers DNS as they
 * like. Each network's best desk is notified, three at most by the machine; a desk is left only after two
 * lookups.
 */

/** More is nobody's hosting, and the others may be decoys. */
export const networksToldAtMost = 3;

/** A name that moved at one lookup may be back at the next, which comes so much later. */
const movedAfterMinutes = 60;

/** Asks a host's own desk, but for one that a person named: no lookup undoes a person's word. */
export const tellsHost = ({ step, to }: Pick<Notice, "step" | "to">): boolean =>
  tells({ step }) && isOfHost(to.scope) && !isPersons(to);

const isTelling = (notice: Notice): boolean => tells(notice) && notice.state !== "cancelled";
/** Asked its desk to act, or may have, and still asks it. */
export const hasTold = (notice: Notice): boolean =>
  !notice.ended && tells(notice) && noticeStateFacts[notice.state].mayBeOut;
export const isDead = ({ state }: Notice): boolean => noticeStateFacts[state].isDead;
/** Its desk is asked still; where it says that the host is not theirs, whoever else is named stands. */
const isStanding = (notice: Notice): boolean =>
  isTelling(notice) && !notice.ended && !isDead(notice) && notice.taken?.way !== "right-party";
const stillTellsHost = (notice: Notice): boolean => isTelling(notice) && !notice.ended && tellsHost(notice);

const serves = ({ serves }: Candidate, address: string): boolean => serves === undefined || serves.includes(address);

const blockOf = ({ to, where }: Notice) => {
  const block = to.range === undefined ? undefined : readRange(to.range);
  if (!block) return undefined;
  const isIn = (address: string): boolean => holds(block, address);
  return where?.addresses.some(isIn) ? isIn : undefined;
};

const underAnother = (
  { where }: Pick<Notice, "where">,
  { platform, platformAt, addresses }: ContactAnswer,
): readonly string[] => (platform === undefined || platform === where?.platform ? [] : (platformAt ?? addresses));

const isFoundAt = (notice: Notice, answer: ContactAnswer): boolean => {
  const { to, where } = notice;
  const another = underAnother(notice, answer);
  const isNamed = (isWanted: (candidate: Candidate) => boolean) =>
    answer.candidates.some((candidate) => isWanted(candidate) && isSameMailbox(candidate.email, to.email));
  if (another.length > 0 && isNamed(({ scope }) => runsPage(scope))) return true;
  const block = blockOf(notice);
  const known = to.serves ?? where?.addresses ?? [];
  const left = answer.addresses.filter((address) => !another.includes(address));
  if (left.some((address) => known.includes(address) || block?.(address))) return true;
  return left.length > 0 && block === undefined && isNamed(({ scope }) => isOfHost(scope));
};

/** Marks with `missedAt` the notices at whose desks no lookup has found the host since. */
export const sighted = ({ notices }: Case, answer: ContactAnswer): readonly Notice[] =>
  notices.map((notice): Notice => {
    // Without an address nothing is known of where it stands.
    if (!stillTellsHost(notice) || answer.addresses.length === 0) return notice;
    const { missedAt, ...known } = notice;
    return isFoundAt(known, answer) ? known : { ...known, missedAt: missedAt ?? answer.askedAt };
  });

export const whereabouts = ({ addresses, platform }: ContactAnswer): NonNullable<Notice["where"]> => ({
  addresses,
  ...(platform && { platform }),
});

/** Notices whose desk the host has left by two lookups. Silent registries say nothing. */
export const leftBy = (state: Case, answer: ContactAnswer): readonly Notice[] =>
  answer.retry
    ? []
    : sighted(state, answer)
        .filter(stillTellsHost)
        .filter(({ missedAt }) => missedAt !== undefined && plusMinutes(missedAt, movedAfterMinutes) <= answer.askedAt);

/** When to look the host up again, since a lookup did not find it where it was notified. */
export const looksAgainAt = ({ notices }: Case): Instant | undefined =>
  notices
    .filter(stillTellsHost)
    .flatMap(({ missedAt }) => (missedAt === undefined ? [] : plusMinutes(missedAt, movedAfterMinutes)))
    .sort()[0];

/** The last lookup did not find the host at any notice to this mailbox that still stands. */
export const isMissedAt = ({ notices }: Case, email: string): boolean => {
  const asked = notices.filter((notice) => isTelling(notice) && !notice.ended && isSameMailbox(notice.to.email, email));
  return asked.length > 0 && asked.every(({ missedAt }) => missedAt !== undefined);
};

/** The last lookup found the host at none of its desks that were notified. */
export const isMissedEverywhere = ({ notices }: Pick<Case, "notices">): boolean => {
  const asked = notices.filter(stillTellsHost);
  return asked.length > 0 && asked.every(({ missedAt }) => missedAt !== undefined);
};

export const isHostTold = ({ notices }: Pick<Case, "notices">): boolean => notices.some(stillTellsHost);

/** The lookup has the host at this desk, be it in another block of the same provider. */
export const isAtDesk = (answer: ContactAnswer, { to, where }: Notice): boolean => {
  const another = underAnother({ ...(where && { where }) }, answer);
  const left = answer.addresses.filter((address) => !another.includes(address));
  return answer.candidates.some(
    (candidate) =>
      isOfHost(candidate.scope) &&
      isSameMailbox(candidate.email, to.email) &&
      left.some((address) => serves(candidate, address)),
  );
};

/** Stands for this address of the host. Desks of other kinds, and a person's, stand for all of them. */
const standsFor = (notice: Notice, address: string | undefined, answer: ContactAnswer): boolean => {
  if (!isStanding(notice)) return false;
  if (address === undefined || !isOfHost(notice.to.scope) || isPersons(notice.to)) return true;
  if (notice.missedAt !== undefined) return false;
  if (!runsPage(notice.to.scope) && underAnother(notice, answer).includes(address)) return false;
  const { to, where } = notice;
  return (
    where === undefined ||
    (to.serves ?? where.addresses).includes(address) ||
    blockOf(notice)?.(address) === true ||
    answer.candidates.some(
      (candidate) =>
        candidate.scope === to.scope && isSameMailbox(candidate.email, to.email) && serves(candidate, address),
    )
  );
};

const bestOf = (inOrder: readonly Candidate[]): Candidate | undefined =>
  inOrder.find(({ memory }) => memory !== "bounced") ?? inOrder[0];

const desksAt = (
  address: string | undefined,
  { anyOf }: Recipient,
  answer: ContactAnswer,
  isUsable: (candidate: Candidate) => boolean,
): readonly Candidate[] => {
  const inOrder = anyOf.flatMap((scope) =>
    answer.candidates.filter(
      (candidate) =>
        candidate.scope === scope && isUsable(candidate) && (address === undefined || serves(candidate, address)),
    ),
  );
  const best = bestOf(inOrder);
  return best
    ? [best, ...inOrder.filter((candidate) => candidate !== best && candidate.beside && candidate.scope === best.scope)]
    : [];
};

export type Desks = {
  readonly tell: readonly Candidate[];
  /** Best desks of networks beyond those that the machine notifies. */
  readonly rest: readonly Candidate[];
  /** Addresses of the host for which nobody may be written to. */
  readonly bare: readonly string[];
};

const isOneOf = (candidates: readonly Candidate[], { email }: Candidate): boolean =>
  candidates.some((other) => isSameMailbox(other.email, email));

/** The best desk of each country that serves the host: none can act in another's. */
const nationalDesksFor = (
  { candidates }: ContactAnswer,
  { anyOf }: Recipient,
  isUsable: (candidate: Candidate) => boolean,
  standing: readonly Notice[],
): readonly Candidate[] => {
  const asked = standing.filter((notice) => isStanding(notice) && anyOf.includes(notice.to.scope));
  const open = candidates.filter(
    ({ scope, country }) => anyOf.includes(scope) && !asked.some(({ to }) => to.country === country),
  );
  return [...new Set(open.map(({ country }) => country))].flatMap(
    (country) => bestOf(open.filter((candidate) => candidate.country === country && isUsable(candidate))) ?? [],
  );
};

/**
 * Whom a recipient's notices go to now: the best desk of each network that is not asked yet; of hotlines and
 * CERTs one in each country, of other kinds one. `standing` may stand for it already. Pure.
 */
export const desksFor = (
  { notices, contact }: Case,
  recipient: Recipient,
  isUsable: (candidate: Candidate) => boolean,
  standing: readonly Notice[],
): Desks => {
  if (!contact) return { tell: [], rest: [], bare: [] };
  if (recipient.anyOf.every(isNational))
    return { tell: nationalDesksFor(contact, recipient, isUsable, standing), rest: [], bare: [] };
  const isHost = recipient.anyOf.some(isOfHost);
  const standsAlready = (address: string | undefined) =>
    standing.some((notice) => recipient.anyOf.includes(notice.to.scope) && standsFor(notice, address, contact));
  const open = (isHost && contact.addresses.length > 0 ? contact.addresses : [undefined]).filter(
    (address) => !standsAlready(address),
  );
  const tell: Candidate[] = [];
  const rest: Candidate[] = [];
  const bare: string[] = [];
  let room = isHost ? networksToldAtMost - networksTold(notices) : 1;
  for (const address of open) {
    const [best, ...beside] = desksAt(address, recipient, contact, isUsable);
    if (!best) bare.push(...(address === undefined ? [] : [address]));
    else if (!isOneOf(tell, best) && !isOneOf(rest, best)) {
      if (room > 0) tell.push(best, ...beside);
      else rest.push(best);
      room--;
    }
  }
  return { tell, rest, bare };
};

/** Counts a desk once for each block, but not where its mail came back or was of what was removed. */
const networksTold = (notices: readonly Notice[]): number =>
  new Set(
    notices
      .filter(
        (notice) =>
          isTelling(notice) && !notice.wasRemoved && !isDead(notice) && tellsHost(notice) && !notice.to.beside,
      )
      .map(({ to }) => `${to.email.toLowerCase()} ${to.range ?? ""}`),
  ).size;
