import type { ContactForm } from "../case/candidate.ts";
import type { ReplyClass } from "../case/event.ts";
import type { AttachmentFact, BounceFact } from "./mail-reading.ts";

/** What SES said about who sent a mail (`receipt.dmarcVerdict`, or its Authentication-Results). `none` when it said nothing. */
export type DmarcVerdict = "pass" | "fail" | "gray" | "processing-failed" | "none";

/** Where SES put an inbound mail, from the queue's message. `recipients` and `dmarc` only where SES's own notification brought them. */
export type ReplyPointer = {
  readonly bucket?: string;
  readonly key: string;
  readonly recipients?: readonly string[];
  readonly dmarc?: DmarcVerdict;
};

/** A mail that carries one of our tokens, and what it says. The token proves possession, never authorship. */
export type ReplyReading = {
  readonly caseId: string;
  /** Find the notice with `noticeOfToken(case, noticeToken)`; none means the token is foreign to the case. */
  readonly noticeToken: string;
  readonly replyClass: ReplyClass;
  readonly rule: string;
  readonly ticket?: string;
  readonly form?: ContactForm;
  readonly namedParty?: string;
  /** For `bounce`: record `bounced` with this rather than `replied`. */
  readonly bounce?: BounceFact;
  readonly dmarc: DmarcVerdict;
  readonly fromDomain?: string;
  /** SHA-256 in hex of the mail's Message-ID and words, or of its bytes: the same mail delivered twice is one reply. */
  readonly mailHash: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly AttachmentFact[];
};

/** Not ours: no valid token among its recipients, or not a message of this kind. Changes nothing and is counted. */
export type Foreign = { readonly kind: "foreign"; readonly why: string };
