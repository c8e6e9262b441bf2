import type { ReplyClass } from "../case/reply-class.ts";
import type { BounceMeaning } from "./bounce-meaning.ts";
import type { WordsHeard } from "./replies/read-words.ts";

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
  /**
   * What decided: a rule of structure by its name, or what was said, in which language and by which
   * saying of its lexicon.
   */
  readonly rule: string;
  /**
   * The rules heard nothing that no removal goes with: that it is still there or whether it is gone;
   * unless a removal is plainly told, that they don't find it or have passed it on; and a removal in
   * whatever words, or no answer at all. Without it another reader's "removed" is not believed.
   */
  readonly mayBeRemoved?: true;
  /** Every sentence of the mail is understood: a plain "removed" with nothing beside it but courtesies. */
  readonly isWhollyKnown?: true;
  /** It may be removed, a removal is plainly told, and none is heard of what is still to be done. */
  readonly tellsRemoval?: true;
  /** Words that were set aside and may be the writer's say otherwise: a person reads it, whatever readers say. */
  readonly isContradicted?: true;
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
  /** What the rules heard in `text`; absent where structure says what it is. */
  readonly heard?: WordsHeard;
  readonly attachments: readonly AttachmentFact[];
  /** Caps that were hit: the rest of the mail was not read. */
  readonly cut: boolean;
};
