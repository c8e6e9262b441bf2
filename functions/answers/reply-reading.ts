import type { ContactForm } from "../case/candidate.ts";
import type { ReplyClass } from "../case/reply-class.ts";
import type { ReplyToken } from "../notice/reply-address.ts";
import type { MailMember } from "../send/mail/record.ts";
import type { AttachmentFact, BounceFact } from "./mail-reading.ts";

/**
 * What SES said about the domain of From, by its receipt (`receipt.dmarcVerdict`) and by its Authentication-Results.
 * `pass` only where both say so, and the header for the very domain of the mailbox. `none` when SES said nothing of it.
 */
export type DmarcVerdict = "pass" | "fail" | "gray" | "processing-failed" | "none";

/** Where SES put an inbound mail, and what its receipt says of it; `recipients` where it names them. */
export type ReplyPointer = {
  readonly bucket?: string;
  readonly key: string;
  readonly recipients?: readonly string[];
  readonly dmarc: DmarcVerdict;
};

/** A notice by its token; or by its id, where the token named a mail about several cases. */
export type RepliedTo = ReplyToken | MailMember;

/**
 * A mail that carries tokens of ours, and what it says. A token proves possession, never
 * authorship.
 */
export type ReplyReading = {
  /** The notices that it was addressed to, each once and in order; at least one. */
  readonly about: readonly RepliedTo[];
  readonly replyClass: ReplyClass;
  readonly rule: string;
  /** As in `MailReading`. */
  readonly confidence?: number;
  readonly isLikelyRemoved?: true;
  readonly telling?: readonly string[];
  readonly ticket?: string;
  readonly ticketTag?: string;
  readonly form?: ContactForm;
  readonly namedParty?: string;
  /** For `bounce`. */
  readonly bounce?: BounceFact;
  readonly dmarc: DmarcVerdict;
  /** As in `MailReading`. */
  readonly from?: string;
  /**
   * SHA-256 in hex of the mail's Message-ID and words, or of its bytes, and of its sender where that is proven: the
   * same mail delivered twice is one reply, and nobody's copy of it is the same.
   */
  readonly mailHash: string;
  /** Its Message-ID with its angle brackets, where it is plain enough to be repeated in a mail of ours. */
  readonly messageId?: string;
  /** What stands left of the @ in the Message-IDs that it says it answers (RFC 5322 §3.6.4), the last first. */
  readonly answers?: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** As in `MailReading`. */
  readonly below?: string;
  /** RFC 3834: written by a machine. */
  readonly automatic: boolean;
  /** As in `MailReading`. */
  readonly mayBeAutomatic?: true;
  readonly attachments: readonly AttachmentFact[];
};

/**
 * Not ours: no valid token among its recipients, or not a message of this kind. Changes nothing and
 * is counted.
 */
export type Foreign = { readonly kind: "foreign"; readonly why: string };
