import type { Lane } from "../report/category.ts";
import type { SesAnswer } from "./mail/record.ts";

/** One checked mail, for one attempt. The attempt's id is what SES later names in its events. */
export type OutgoingMail = {
  readonly mime: Uint8Array;
  readonly recipient: string;
  readonly attemptId: string;
  readonly lane: Lane;
};

/**
 * What is known after asking SES once.
 * - `accepted`: SES has it and gave it an id.
 * - `declined`: for certain not sent; `final` where the same mail would be declined again. `of:
 *   "account"` where SES refuses whoever sends, and not this mail (`refusal.ts`): every mail would be
 *   declined until a person, or DNS, has mended it.
 * - `uncertain`: may or may not have been sent. Never ask again; wait for evidence.
 */
export type SendAnswer = SesAnswer | { readonly kind: "uncertain"; readonly code: string };

/** Asks SES exactly once. Never throws. Network: at most one request. */
export type SendOnce = (mail: OutgoingMail) => Promise<SendAnswer>;
