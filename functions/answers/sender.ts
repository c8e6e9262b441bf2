import type { Candidate } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { ownedDomain } from "../kernel/domain.ts";
import { isSharedByStrangers } from "../kernel/mail-providers.ts";
import { isSameMailbox, mailDomainOf } from "../kernel/mailbox.ts";
import type { ReplyReading } from "./reply-reading.ts";

/**
 * What a sender is to the desk. `desk`: its mailbox, or one that the same lookup names for the same thing at the
 * same owner's domain; may move a case. `its-domain`: the owner's domain alone, where customers may have mailboxes
 * too; at most the desk's acknowledgement. `anybody`: whoever was forwarded the notice.
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

/** Below a public suffix, or a platform's or dynamic DNS service's suffix, each name is another owner's. */
const isOfSameOwner = (one: string, other: string): boolean => {
  const owned = ownedDomain(mailDomainOf(one));
  return owned !== undefined && owned === ownedDomain(mailDomainOf(other)) && !isSharedByStrangers(owned);
};
