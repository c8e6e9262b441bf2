import type { CaseEvent } from "../case/event.ts";
import type { Instant } from "../kernel/instant.ts";

export type DeliveryOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "delivered" }
  | { readonly kind: "delayed"; readonly detail: string }
  /**
   * `permanent`: the mailbox is dead. `refusesUs`: it is not, but turned our mail away. Neither: late, or back for
   * a while. `suppressed`: SES asked nobody, as the address is on the account's or SES's suppression list.
   */
  | {
      readonly kind: "bounced";
      readonly permanent: boolean;
      readonly refusesUs?: true;
      readonly suppressed?: "by-account" | "by-ses";
      readonly detail: string;
    }
  | { readonly kind: "complained" };

/** An SES event about an attempt: evidence that SES accepted it, whatever our own call seemed to say. */
export type DeliveryFact = {
  readonly caseId: string;
  readonly noticeId: string;
  readonly attemptId: string;
  readonly sesMessageId: string;
  readonly at: Instant;
  readonly outcome: DeliveryOutcome;
};

/** `<caseId>_<noticeId>_<n>`, as in the SES tag `attempt` and in X-Case-Attempt. */
export const readAttemptId = (text: string): { readonly caseId: string; readonly noticeId: string } | undefined => {
  const parts = /^([A-Z0-9][A-Z0-9-]{3,30})_([a-z0-9][A-Za-z0-9-]{1,80})_(\d{1,4})$/.exec(text);
  const [, caseId, noticeId] = parts ?? [];
  return caseId !== undefined && noticeId !== undefined ? { caseId, noticeId } : undefined;
};

/** Events for the case. Each SES event proves that SES accepted the attempt, so `sent` comes first. */
export const eventsOf = (fact: DeliveryFact): readonly CaseEvent[] => {
  const { at, noticeId, attemptId, sesMessageId } = fact;
  const sent: CaseEvent = { type: "sent", at, noticeId, attemptId, sesMessageId };
  switch (fact.outcome.kind) {
    case "sent":
      return [sent];
    case "delivered":
      return [sent, { type: "delivered", at, noticeId, sesMessageId }];
    case "delayed":
      return [sent, { type: "bounced", at, noticeId, sesMessageId, permanent: false, detail: fact.outcome.detail }];
    case "bounced": {
      const { permanent, refusesUs, suppressed, detail } = fact.outcome;
      const why = { ...(refusesUs && { refusesUs }), ...(suppressed && { untried: true as const }) };
      return [sent, { type: "bounced", at, noticeId, sesMessageId, permanent, ...why, detail }];
    }
    case "complained":
      return [sent, { type: "complained", at, noticeId, sesMessageId }];
    default:
      return fact.outcome satisfies never;
  }
};
