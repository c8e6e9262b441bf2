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
 * A host may stand in several networks, and in others a moment later: whoever is reported answers DNS as they like.
 * Each network is told by its own best desk, three at most by the machine; that nothing more is asked of a desk takes
 * two look-ups.
 */

/** More than these is nobody's hosting, and each of the others may be a decoy. */
export const networksToldAtMost = 3;

/** A name that stands elsewhere for one look-up may be back at the next: the second comes so much later. */
const movedAfterMinutes = 60;

/** Asks a host's own desk, which a look-up can undo; a person's word is not undone by one. */
export const tellsHost = ({ step, to }: Pick<Notice, "step" | "to">): boolean =>
  tells({ step }) && isOfHost(to.scope) && !isPersons(to);

const isTelling = (notice: Notice): boolean => tells(notice) && notice.state !== "cancelled";
/** It asked its desk to act, or may have, and asks it still: what only waits, was cancelled or failed asked nobody. */
export const hasTold = (notice: Notice): boolean =>
  !notice.ended && tells(notice) && noticeStateFacts[notice.state].mayBeOut;
/** Its desk turned it away; nobody stands for it. */
export const isDead = ({ state }: Notice): boolean => noticeStateFacts[state].isDead;
/** Its desk is asked on; for one that says that the host is not theirs whoever else is named stands. */
const isStanding = (notice: Notice): boolean =>
  isTelling(notice) && !notice.ended && !isDead(notice) && notice.taken?.way !== "right-party";
const stillTellsHost = (notice: Notice): boolean => isTelling(notice) && !notice.ended && tellsHost(notice);

const serves = ({ serves }: Candidate, address: string): boolean => serves === undefined || serves.includes(address);

/** The block that a notice's desk answers for, where it held the host when it was told. */
const blockOf = ({ to, where }: Notice) => {
  const block = to.range === undefined ? undefined : readRange(to.range);
  if (!block) return undefined;
  const isIn = (address: string): boolean => holds(block, address);
  return where?.addresses.some(isIn) ? isIn : undefined;
};

/** The addresses at which a host is under another platform than when a notice was queued. */
const underAnother = (
  { where }: Pick<Notice, "where">,
  { platform, platformAt, addresses }: ContactAnswer,
): readonly string[] => (platform === undefined || platform === where?.platform ? [] : (platformAt ?? addresses));

/** In its block, at an address that it answered for, or by its name where no block is known. */
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

/** The notices after a look-up: of each host's desk, since when no look-up has found the host there. */
export const sighted = ({ notices }: Case, answer: ContactAnswer): readonly Notice[] =>
  notices.map((notice): Notice => {
    // No address says nothing of where it stands.
    if (!stillTellsHost(notice) || answer.addresses.length === 0) return notice;
    const { missedAt, ...known } = notice;
    return isFoundAt(known, answer) ? known : { ...known, missedAt: missedAt ?? answer.askedAt };
  });

export const whereabouts = ({ addresses, platform }: ContactAnswer): NonNullable<Notice["where"]> => ({
  addresses,
  ...(platform && { platform }),
});

/** Notices whose desk the host has left by two look-ups. Silent registries say nothing. */
export const leftBy = (state: Case, answer: ContactAnswer): readonly Notice[] =>
  answer.retry
    ? []
    : sighted(state, answer)
        .filter(stillTellsHost)
        .filter(({ missedAt }) => missedAt !== undefined && plusMinutes(missedAt, movedAfterMinutes) <= answer.askedAt);

/** When the host is to be looked up again, since a look-up did not find it where it was told. */
export const looksAgainAt = ({ notices }: Case): Instant | undefined =>
  notices
    .filter(stillTellsHost)
    .flatMap(({ missedAt }) => (missedAt === undefined ? [] : plusMinutes(missedAt, movedAfterMinutes)))
    .sort()[0];

/** Every ask of this mailbox that still stands is one of a desk at which the last look-up did not find the host. */
export const isMissedAt = ({ notices }: Case, email: string): boolean => {
  const asked = notices.filter((notice) => isTelling(notice) && !notice.ended && isSameMailbox(notice.to.email, email));
  return asked.length > 0 && asked.every(({ missedAt }) => missedAt !== undefined);
};

/** No desk of the host that was told is one where the last look-up found it. */
export const isMissedEverywhere = ({ notices }: Pick<Case, "notices">): boolean => {
  const asked = notices.filter(stillTellsHost);
  return asked.length > 0 && asked.every(({ missedAt }) => missedAt !== undefined);
};

/** Somebody of the host's is still asked. */
export const isHostTold = ({ notices }: Pick<Case, "notices">): boolean => notices.some(stillTellsHost);

/** The answer has the host stand at this desk, be it in another block of the same provider. */
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

/** An ask stands for this address of the host. Desks of other kinds, and a person's, stand for all of them. */
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

/** The best desk for an address, and whoever is told beside it. */
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
  /** The best desks of networks beyond those that the machine tells. */
  readonly rest: readonly Candidate[];
  /** Addresses of the host for which nobody may be written to. */
  readonly bare: readonly string[];
};

const isOneOf = (candidates: readonly Candidate[], { email }: Candidate): boolean =>
  candidates.some((other) => isSameMailbox(other.email, email));

/** Of each country that serves the host the best desk: none of them can act in another's. */
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
 * Whom a recipient's notices go to now: the best desk of each network that is not asked yet; of other kinds one, of
 * hotlines and CERTs one in each country. `standing` may stand for it already. Pure.
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

/** Each desk once for each block, without who gave the mail back or was told of what was removed. */
const networksTold = (notices: readonly Notice[]): number =>
  new Set(
    notices
      .filter(
        (notice) =>
          isTelling(notice) && !notice.wasRemoved && !isDead(notice) && tellsHost(notice) && !notice.to.beside,
      )
      .map(({ to }) => `${to.email.toLowerCase()} ${to.range ?? ""}`),
  ).size;
