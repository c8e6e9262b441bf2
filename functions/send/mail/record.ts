import type { Instant } from "../../kernel/instant.ts";

/** A case's notice that goes in a mail with others'. */
export type MailMember = { readonly caseId: string; readonly noticeId: string };

/**
 * What SES is known to have said to a mail: it has it, and gave it an id; or for certain not, and `final` where
 * the same mail would be declined again. `of`: SES refuses whoever sends, and not this mail (`send/refusal.ts`).
 */
export type SesAnswer =
  | { readonly kind: "accepted"; readonly sesMessageId: string }
  | { readonly kind: "declined"; readonly code: string; readonly final: boolean; readonly of?: "account" };

/**
 * One mail about several cases, written with the claims of all that are in it. It has no contact, no
 * subject and no text: what happens to the mail happens to each of its members.
 */
export type MailRecord = {
  /** `mailIdOf` its members and their attempts. */
  readonly id: string;
  /** When it was claimed. */
  readonly at: Instant;
  /** The first of them stands for the mail where mails are counted. */
  readonly members: readonly MailMember[];
  /** Absent until it is known. */
  readonly answer?: SesAnswer;
};

/** A mail is claimed once: who declined it gets its members in another one. */
export const attemptIdOf = ({ id }: Pick<MailRecord, "id">): string => `${id}_mail_1`;
