import type { ApiProvider } from "../kernel/channels.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Scope } from "../kernel/scope.ts";
import type { ContactSource, FailureSource } from "./contact-source.ts";

/** The surest first. */
export const confidences = ["high", "medium", "low", "guess"] as const;
export type Confidence = (typeof confidences)[number];

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
  /** The host's addresses that it answers for; absent for all of them. */
  readonly serves?: readonly string[];
  /** The systems that announce those; absent where it is not known of this desk alone. */
  readonly origins?: readonly string[];
  /** By the registries it may be the customer's own, whatever its domain. */
  readonly isCustomers?: true;
  readonly isInFront?: true;
  /** Notified together with the desk before it: either may be who carries the host. */
  readonly beside?: true;
  /** ISO 3166, by the registry: where the network is registered, not where the machine stands. */
  readonly country?: string;
  readonly language?: string;
  /** `bounced`: lately. `silent`: never answers. `new`: not written to before (`contact/desk-memory.ts`). */
  readonly memory?: "bounced" | "silent" | "new";
  readonly record?: DeskRecord;
  /** Notified by this API in place of mail to `email`, which may only stand in for a mailbox (`kernel/channels.ts`). */
  readonly channel?: ApiProvider;
  /** A guess of the directory's; what came of mails to it may confirm it (`contact/desk-memory.ts`). */
  readonly isLittleKnown?: true;
  /** Registry remarks on validity and other things a person should know, one sentence each. */
  readonly remarks: readonly string[];
};

/** Counts of the newest outcomes of a desk; minutes are medians from when its notice went out. */
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
  /** By its name the interface by which the provider takes reports from programs. */
  readonly api?: string;
};

/** `silent`: ask again later. `none`: that is an answer. */
export type SourceFailure = {
  readonly source: FailureSource;
  /** Whom of this kind: a server, or the system of a name outside DNS. */
  readonly server?: string | undefined;
  readonly outcome: "silent" | "none" | "refused" | "unreadable";
  readonly detail: string;
};

export type NameFacts = {
  /** By RDAP's `registration` event or the WHOIS date; absent where no answer has a date. */
  readonly registeredAt?: Instant;
  /** Strangers have pages below or behind it: shorteners, link pages, dynamic DNS, page hosts. */
  readonly isShared?: true;
  /** A name that everybody knows, or a host below one; a report of its apex is most likely false. */
  readonly isWellKnown?: true;
};

export type ContactAnswer = {
  readonly askedAt: Instant;
  /** A reminder goes out only while they still hold. */
  readonly addresses: readonly string[];
  /** The name has no address but takes mail: its exchangers. */
  readonly mailAt?: readonly string[];
  /** The host with www. before it, or without, to which DNS gave the very same addresses. */
  readonly sameHost?: string;
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  readonly failures: readonly SourceFailure[];
  /** Number of addresses not looked into, as there are too many; absent for none. */
  readonly unlooked?: number;
  readonly country?: string;
  /** Of all the networks that serve it; absent where there is one at most. */
  readonly countries?: readonly string[];
  /** Those that a block's own `country` field alone names. */
  readonly unconfirmedCountries?: readonly string[];
  readonly proxy?: string;
  /** The name of the platform that the host or an alias of it belongs to. */
  readonly platform?: string;
  /** The platform's addresses among the host's; absent for all of them. */
  readonly platformAt?: readonly string[];
  /** Whose the name is: a desk under it is no suspect, its registrar has nothing to do with a customer. */
  readonly namedBy?: "platform" | "host";
  /** The customer's own name below the platform's: `bad.pages.example`. */
  readonly customer?: string;
  /** The status by which the registry takes it out of DNS: `client hold`, `pending delete`. */
  readonly outOfDns?: string;
  /** Since when the registry's own RDAP says so, at each lookup until this one. */
  readonly heldSince?: Instant;
  /** Since when DNS says that there is no such name, as it may say once. All else is from before. */
  readonly goneSince?: Instant;
  /** The systems that announce its addresses, like `AS64500`; absent for none. */
  readonly origins?: readonly string[];
  /** Systems beside its networks by BGP: one carries it, where nobody is above it. */
  readonly neighbours?: { readonly of: readonly string[]; readonly systems: readonly string[] };
  /** What of everybody's the host is, like "Google's public resolver"; nothing is hosted there. */
  readonly everybodys?: string;
  readonly name?: NameFacts;
  /** Mailboxes that asked never to be written to: no candidates. */
  readonly optedOut?: readonly string[];
  /** A source was silent, nothing was found, and asking again may help. */
  readonly retry: boolean;
};
