import type { Instant } from "../../kernel/instant.ts";

export type MailMember = { readonly caseId: string; readonly noticeId: string };

/** `final`: would be declined again. `of`: SES refuses whoever sends, not this mail (`send/refusal.ts`). */
export type SesAnswer =
  | { readonly kind: "accepted"; readonly sesMessageId: string }
  | { readonly kind: "declined"; readonly code: string; readonly final: boolean; readonly of?: "account" };

/** One mail about several cases, written with their claims: what happens to it happens to each member. */
export type MailRecord = {
  /** `mailIdOf` its members and their attempts. */
  readonly id: string;
  readonly at: Instant;
  /** The first stands for the mail where mails are counted. */
  readonly members: readonly MailMember[];
  /** Absent until it is known. */
  readonly answer?: SesAnswer;
};

/** A mail is claimed once. If declined, its members go in another one. */
export const attemptIdOf = ({ id }: Pick<MailRecord, "id">): string => `${id}_mail_1`;
