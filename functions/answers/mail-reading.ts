import type { ReplyClass } from "../case/reply-class.ts";
import type { BounceMeaning } from "./bounce-meaning.ts";

/** Content is never decoded, kept or shown. The hash is of the encoded bytes, made on demand. */
export type AttachmentFact = { readonly type: string; readonly sizeBytes: number; readonly sha256: string };

/** `delivered`: the report says that the mail arrived. */
export type BounceFact = {
  readonly means: BounceMeaning | "delivered";
  readonly status?: string;
  readonly detail: string;
};

/** Read without following anything in it. */
export type MailReading = {
  readonly class: ReplyClass;
  /** What decided: a structural rule by name, or that the words were read so. */
  readonly rule: string;
  /** How sure the reader of words is, from 0 to 1; absent where structure decided. */
  readonly confidence?: number;
  /** Read as unclear: likely says "removed", but not surely enough to close a case. */
  readonly isLikelyRemoved?: true;
  /** The sentences about the removal, as written, where it says or likely says so. */
  readonly telling?: readonly string[];
  /** The desk's own number, to quote in the next mail. */
  readonly ticket?: string;
  /** As the desk's system writes it into its subject, with its brackets. */
  readonly ticketTag?: string;
  /** Address of the web form that the desk wants used. Never opened by us. */
  readonly form?: string;
  /** Named as the right party: a mail address, a domain or a company's name. */
  readonly namedParty?: string;
  readonly bounce?: BounceFact;
  /** RFC 3834: written by a machine. Nothing ever answers such a mail. */
  readonly automatic: boolean;
  /** Headers, subject or sender look automatic, as people's may: read, but answered by no machine of ours. */
  readonly mayBeAutomatic?: true;
  /** The one mailbox in From, lower case; absent where readers may differ (`from-mailbox.ts`). */
  readonly from?: string;
  readonly subject: string;
  /** The writer's own words: no quotes, signature or HTML, at most 16,384 characters. */
  readonly text: string;
  /** Words below an unmarked quote, at most 2,000 characters: shown to a person, read by nobody else. */
  readonly below?: string;
  readonly attachments: readonly AttachmentFact[];
  /** A cap was hit: the rest of the mail was not read. */
  readonly cut: boolean;
};
