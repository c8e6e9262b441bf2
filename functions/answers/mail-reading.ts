import type { ReplyClass } from "../case/reply-class.ts";
import type { BounceMeaning } from "./bounce-meaning.ts";

/**
 * An attachment as far as we ever know it. Its content is never decoded, kept or shown; the hash is
 * of its bytes as they came, still encoded, and made when it is asked for.
 */
export type AttachmentFact = { readonly type: string; readonly sizeBytes: number; readonly sha256: string };

/** What a delivery report says; `delivered` where it says that the mail arrived. */
export type BounceFact = {
  readonly means: BounceMeaning | "delivered";
  readonly status?: string;
  readonly detail: string;
};

/** One inbound mail, read without following anything in it. */
export type MailReading = {
  readonly class: ReplyClass;
  /** What decided: a rule of structure by its name, or that the words were read so. */
  readonly rule: string;
  /** How sure the reader of words is, from 0 to 1; absent where structure decided. */
  readonly confidence?: number;
  /** Read as unclear: it is likely that it says "removed", and not sure enough to close a case by. */
  readonly isLikelyRemoved?: true;
  /** The sentences that tell of the removal, as they were written, where it says or likely says so. */
  readonly telling?: readonly string[];
  /** The desk's own number, as it should be quoted in the next mail. */
  readonly ticket?: string;
  /** The ticket as the desk's system writes it into its subject, with its brackets. */
  readonly ticketTag?: string;
  /** The address of a web form that the desk wants used. Never opened by us. */
  readonly form?: string;
  /** The party named as the right one: a mail address, a domain or a company's name. */
  readonly namedParty?: string;
  readonly bounce?: BounceFact;
  /**
   * RFC 3834: written by a machine. Nothing ever answers such a mail.
   */
  readonly automatic: boolean;
  /**
   * Its headers, subject or sender are such as machines write, and people's mails have some of them too:
   * it is read as anybody's, and no machine of ours answers it.
   */
  readonly mayBeAutomatic?: true;
  /** The one mailbox in From, in lower case; absent where readers may differ on it (`from-mailbox.ts`). */
  readonly from?: string;
  readonly subject: string;
  /**
   * What the writer wrote themselves: quoted text and signature set aside, at most 16,384
   * characters, no HTML.
   */
  readonly text: string;
  /** Words below a quote without marks, at most 2,000 characters: shown to a person and read by nobody else. */
  readonly below?: string;
  readonly attachments: readonly AttachmentFact[];
  /** Caps that were hit: the rest of the mail was not read. */
  readonly cut: boolean;
};
