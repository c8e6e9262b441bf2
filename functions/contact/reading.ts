import type { Candidate, ContactForm } from "../case/candidate.ts";
import type { Instant } from "../kernel/instant.ts";

/**
 * What one answer of one registry says. A reader asks nobody and keeps nothing: its result depends on the text
 * alone.
 * - `found`: at least one mailbox or form. `none`: the object is there and names nobody for abuse.
 * - `not-found`: no such object, which is an answer. `referral`: another registry has it.
 * - `redirect`: the same over HTTP. `retry`: HTTP 429 or 5xx. `retry-later`: a limit in the text, or a cut
 *   object.
 * - `refused`: HTTP 4xx. `parse-error`: not what the protocol promises.
 */
export type Outcome =
  | "found"
  | "none"
  | "not-found"
  | "referral"
  | "redirect"
  | "retry"
  | "retry-later"
  | "refused"
  | "parse-error";

/** Statuses by which a name stops resolving, in RDAP's words (RFC 8056 §2, RFC 5731 §2.3, RFC 3915 §3.1). */
export const outOfDns = ["client hold", "server hold", "pending delete", "redemption period"] as const;
export type OutOfDns = (typeof outOfDns)[number];

/** The first such status: `client hold` (RDAP) or `clientHold https://icann.org/epp#clientHold` (WHOIS). */
export const outOfDnsBy = (statuses: readonly string[]): OutOfDns | undefined => {
  const plain = statuses.map((status) =>
    status
      .slice(0, 100)
      .toLowerCase()
      .replace(/https?:.*$/, "")
      .replace(/[^a-z]/g, ""),
  );
  return outOfDns.find((status) => plain.includes(status.replace(" ", "")));
};

export type FollowUp = { readonly handle: string; readonly abuse: boolean };

/** What registries say of a block, a system or a domain. */
export type RegistryFacts = {
  /** Best first. `source` is set, `server` is left to who asked. */
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  /** Systems that announce the range, if the text says so. */
  readonly origins: readonly string[];
  readonly country?: string;
  /** Countries in the postal addresses of the block's holder or abuse contact. */
  readonly seats?: readonly string[];
  /** Who holds the block or domain, in the forms of `holder.ts`; absent if not said. */
  readonly holders?: readonly string[];
  /** Domain: names and tags of its registrar, as the registry wrote them. */
  readonly registrarNames?: readonly string[];
  /** The block was given to an end customer (`ASSIGNED PA`, `Reassigned`). */
  readonly isAssigned?: boolean;
  /** RDAP of the block around this one, if linked. */
  readonly parent?: string;
  /** Domain: the status by which it is out of DNS, like `client hold`. */
  readonly outOfDns?: OutOfDns;
  /** Domain: the registration day; the oldest where answers differ. */
  readonly registeredAt?: Instant;
  /** Domain: the first registration, where it was registered again. */
  readonly firstRegisteredAt?: Instant;
};

export type Reading = RegistryFacts & {
  readonly outcome: Outcome;
  /** A WHOIS host or https URL that knows more. */
  readonly referral?: string;
  /** WHOIS of the block's national registry, if named. */
  readonly national?: string;
  /** RDAP of the blocks right below, if linked, and whether it can be searched for them (RFC 9910). */
  readonly down?: string;
  readonly isSearchable?: boolean;
  /** Records that may name the mailbox, most promising first, at most three. `abuse`: in the abuse role. */
  readonly followUps: readonly FollowUp[];
  /** As the registry wrote it. */
  readonly range?: string;
};

export const nothing = (outcome: Outcome, more: Partial<Reading> = {}): Reading => ({
  outcome,
  candidates: [],
  forms: [],
  followUps: [],
  origins: [],
  ...more,
});
