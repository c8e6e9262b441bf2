import type { ContactForm } from "../case/candidate.ts";
import type { ReplyClass } from "../case/reply-class.ts";
import type { ReplyToken } from "../notice/reply-address.ts";
import type { MailMember } from "../send/mail/record.ts";
import type { MailReading } from "./mail-reading.ts";

/**
 * What SES said of From's domain, in its receipt (`receipt.dmarcVerdict`) and its Authentication-Results. `pass`:
 * both say so, the header for the mailbox's very domain. `none`: SES said nothing.
 */
export type DmarcVerdict = "pass" | "fail" | "gray" | "processing-failed" | "none";

/** Where SES put a mail, and its receipt's word; `recipients` where it names them. */
export type ReplyPointer = {
  readonly bucket?: string;
  readonly key: string;
  readonly recipients?: readonly string[];
  readonly dmarc: DmarcVerdict;
};

/** By its token; or by its id, where the token named a mail about several cases. */
export type RepliedTo = ReplyToken | MailMember;

/** A mail with tokens of ours. A token proves possession, never authorship. */
export type ReplyReading = Omit<MailReading, "class" | "form" | "cut"> & {
  /** The notices addressed, each once and in order; at least one. */
  readonly about: readonly RepliedTo[];
  readonly replyClass: ReplyClass;
  readonly form?: ContactForm;
  readonly dmarc: DmarcVerdict;
  /**
   * SHA-256 in hex of Message-ID and words, or of the bytes, and of a proven sender: a mail delivered twice is one
   * reply, and nobody's copy of it is the same.
   */
  readonly mailHash: string;
  /** With angle brackets, where it is plain enough to repeat in a mail of ours. */
  readonly messageId?: string;
  /** Left of the @ in the Message-IDs that it answers (RFC 5322 §3.6.4), the last first. */
  readonly answers?: readonly string[];
};

/** Not ours: no valid token among its recipients, or another kind of message. Counted, changes nothing. */
export type Foreign = { readonly kind: "foreign"; readonly why: string };
