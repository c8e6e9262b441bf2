import type { Candidate } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { ownedDomain } from "../kernel/domain.ts";
import { isSharedByStrangers } from "../kernel/mail-providers.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import type { ReplyReading } from "./reply-reading.ts";

/**
 * What a mail's sender is to the desk that was written to. `desk`: the mailbox itself, or one that
 * the same look-up names for the same thing at the same owner's domain; it may move a case.
 * `its-domain`: the owner's domain alone, whose customers may have mailboxes there too; such a mail
 * is the desk's acknowledgement at most. `anybody`: whoever was forwarded the notice.
 */
export type Sender = "desk" | "its-domain" | "anybody";

/** > A token proves possession, not authorship. */
export const senderOf = (
  { dmarc, from }: Pick<ReplyReading, "dmarc" | "from">,
  desk: Candidate,
  { contact }: Case,
): Sender => {
  if (dmarc !== "pass" || from === undefined) return "anybody";
  if (isSameMailbox(from, desk.email)) return "desk";
  if (!isOfSameOwner(from, desk.email)) return "anybody";
  const named = contact?.candidates ?? [];
  return named.some((candidate) => isSameMailbox(candidate.email, from) && answersForTheSame(candidate, desk))
    ? "desk"
    : "its-domain";
};

const answersForTheSame = (one: Candidate, other: Candidate): boolean =>
  one.confidence !== "guess" && one.scope === other.scope && one.range !== undefined && one.range === other.range;

/**
 * Below a public suffix, or the suffix of a platform or of a dynamic DNS service, each name is
 * another owner's.
 */
const isOfSameOwner = (one: string, other: string): boolean => {
  const owned = ownedDomain(mailDomainOf(one));
  return owned !== undefined && owned === ownedDomain(mailDomainOf(other)) && !isSharedByStrangers(owned);
};
