import type { ApiProvider } from "../kernel/channels.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Scope } from "../kernel/scope.ts";
import type { ContactSource } from "./contact-source.ts";

/** How sure it is that a mailbox answers for what it is named for, the surest first. */
export const confidences = ["high", "medium", "low", "guess"] as const;
export type Confidence = (typeof confidences)[number];

/** One mailbox that may answer for abuse at a host, and how we know. Which one is told is the ladder's business. */
export type Candidate = {
  /** Checked by `kernel/mailbox.ts`, domain in lower case. */
  readonly email: string;
  readonly scope: Scope;
  readonly name?: string;
  readonly source: ContactSource;
  readonly server?: string;
  /** The range it covers, as the source wrote it: `192.0.2.0 - 192.0.2.255`, `AS64500`, `bad.example`. */
  readonly range?: string;
  readonly confidence: Confidence;
  /** The host's addresses that it answers for; absent where it answers for all of them. */
  readonly serves?: readonly string[];
  /** The systems that announce those, as far as known; absent where it is not known of this desk alone. */
  readonly origins?: readonly string[];
  /** By the registries it may be the customer's own, whatever its domain. */
  readonly isCustomers?: true;
  /** A reverse proxy's or CDN's: it stands in front of the host, and is told as that. */
  readonly isInFront?: true;
  /** Told together with the desk before it: either may be who carries the host. */
  readonly beside?: true;
  /** ISO 3166, the registry's word: where the network is registered, not where the machine stands. */
  readonly country?: string;
  readonly language?: string;
  /** Its mail came back lately, it never answers, or it was not written to before (`contact/desk-memory.ts`). */
  readonly memory?: "bounced" | "silent" | "new";
  /** What came of the last notices to the mailbox, where there were any. */
  readonly record?: DeskRecord;
  /** It is told by its provider's API and by no mail; its mailbox is none (`kernel/channels.ts`). */
  readonly channel?: ApiProvider;
  /** A guess of the directory's that nothing confirms; what came of mails to it may (`contact/desk-memory.ts`). */
  readonly isLittleKnown?: true;
  /** Registry remarks on validity and other things a person should know, one sentence each. */
  readonly remarks: readonly string[];
};

/** Of the newest outcomes of a desk: how many of each kind; and the median from when its notice went out. */
export type DeskRecord = {
  readonly delivered: number;
  readonly bounced: number;
  readonly answered: number;
  readonly acted: number;
  readonly unanswered: number;
  readonly minutesToAnswer?: number;
  readonly minutesToRemoval?: number;
};

/** A provider who wants a web form. Never a reason to guess a mailbox; a person fills it in. */
export type ContactForm = {
  readonly url: string;
  readonly scope: Scope;
  readonly name?: string;
  /** By its name the interface by which the provider takes reports from programs, where it has one beside the form. */
  readonly api?: string;
};

/** A source that gave no answer (`silent`: ask again later) or said there is none (`none`: that is an answer). */
export type SourceFailure = {
  readonly source: string;
  readonly outcome: "silent" | "none" | "refused" | "unreadable";
  readonly detail: string;
};

/** What is known of a registered name, of which a machine must not ask its registrar to stop the whole. */
export type NameFacts = {
  /** When it was registered, by RDAP's `registration` event or the WHOIS date; absent where no answer has a date. */
  readonly registeredAt?: Instant;
  /** Strangers have pages below it or behind it: shorteners, link pages, dynamic DNS, page hosts. */
  readonly isShared?: true;
  /** One of the names that everybody knows, or a host below one; a report of its apex is most likely false. */
  readonly isWellKnown?: true;
};

/** The whole answer to "who answers for abuse at this host?", with its reasons. */
export type ContactAnswer = {
  readonly askedAt: Instant;
  /** The host's addresses when it was asked; a reminder goes out only while they still hold. */
  readonly addresses: readonly string[];
  /** The name has no address and takes mail: the exchangers to which it goes. */
  readonly mailAt?: readonly string[];
  /** The host with www. before it, or without, to which DNS gave the very same addresses. */
  readonly sameHost?: string;
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  /** Of its addresses those that were not looked into, as there are too many; absent for none. */
  readonly unlooked?: number;
  /** Hosting country, where a source told. */
  readonly country?: string;
  /** Of all the networks that serve it; absent where there is one at most. */
  readonly countries?: readonly string[];
  /** Of those the ones that a block's own `country` field alone names: nobody's address there agrees. */
  readonly unconfirmedCountries?: readonly string[];
  readonly proxy?: string;
  /** The platform that the host or an alias of it belongs to; its name. */
  readonly platform?: string;
  /** The host's addresses that are the platform's; absent where all of them are. */
  readonly platformAt?: readonly string[];
  /**
   * The reported name is the platform's or the hoster's own: a desk under its domain is theirs and no suspect, and its
   * registrar has nothing to do with a customer. Absent where it is neither.
   */
  readonly namedBy?: "platform" | "host";
  /** The customer's own name below the platform's, where there is one: `bad.pages.example`. */
  readonly customer?: string;
  /** The domain's status by which the registry takes it out of DNS: `client hold`, `pending delete`. */
  readonly outOfDns?: string;
  /** Since when the registry's own RDAP says so, at each look-up until this one. */
  readonly heldSince?: Instant;
  /** Since when DNS says that there is no such name, as it may say once. All else is from before. */
  readonly goneSince?: Instant;
  /** The systems that announce its addresses, like `AS64500`; absent where none is known. */
  readonly origins?: readonly string[];
  /** Systems beside its networks that announce themselves, by BGP: one carries it, where nobody is above it. */
  readonly neighbours?: { readonly of: readonly string[]; readonly systems: readonly string[] };
  /** What of everybody's the reported host is, like "Google's public resolver"; nothing is hosted there. */
  readonly everybodys?: string;
  /** What is known of the reported name; absent of an address. */
  readonly name?: NameFacts;
  /** Mailboxes that a source named and that asked never to be written to: no candidates. */
  readonly optedOut?: readonly string[];
  /** True when a source was silent, nothing was found, and asking again later may help. */
  readonly retry: boolean;
};
