import type { Candidate, ContactForm } from "../case/candidate.ts";
import type { Instant } from "../kernel/instant.ts";

/**
 * What one answer of one registry says. All that a reader does is to read: it asks nobody, keeps
 * nothing, and its result depends on the text alone.
 * - `found`: at least one mailbox or form. `none`: the object is there and names nobody for abuse.
 * - `not-found`: the registry has no such object; that is an answer. `referral`: another registry
 *   has it.
 * - `redirect`: the same over HTTP. `retry`: HTTP 429 or 5xx. `retry-later`: a limit told in the
 *   text, or a truncated object.
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

/**
 * Statuses by which a name stops resolving (RFC 8056 §2, RFC 5731 §2.3, RFC 3915 §3.1), in RDAP's
 * words.
 */
export const outOfDns = ["client hold", "server hold", "pending delete", "redemption period"] as const;
export type OutOfDns = (typeof outOfDns)[number];

/**
 * The first such status among those of a domain, as RDAP (`client hold`) or WHOIS (`clientHold
 * https://icann.org/epp#clientHold`) writes them.
 */
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

export type Reading = {
  readonly outcome: Outcome;
  /** Best first. `source` is set, `server` is left to who asked. */
  readonly candidates: readonly Candidate[];
  readonly forms: readonly ContactForm[];
  /** A WHOIS host, or an https URL, that knows more. */
  readonly referral?: string;
  /** The WHOIS of the national registry that keeps the block, where the answer names one. */
  readonly national?: string;
  /** RDAP of the block around this one, where the answer links to it. */
  readonly parent?: string;
  /**
   * RDAP of the blocks right below this one, where the answer links to it, and whether it says that
   * it can be searched for them (RFC 9910).
   */
  readonly down?: string;
  readonly isSearchable?: true;
  /**
   * Handles whose own record may name the mailbox, most promising first, at most three. `abuse`: it
   * stands in the abuse role.
   */
  readonly followUps: readonly FollowUp[];
  /** As the registry wrote it. */
  readonly range?: string;
  readonly country?: string;
  /** Countries of the postal addresses of who holds the block, or answers for its abuse. */
  readonly seats?: readonly string[];
  /** Autonomous systems that announce the range, where the text says so. */
  readonly origins: readonly string[];
  /**
   * Who holds the block or the domain, in the forms of `holder.ts`; absent where it is not said.
   */
  readonly holders?: readonly string[];
  /** Domain: names and tags of its registrar, as the registry wrote them. */
  readonly registrarNames?: readonly string[];
  /** The block was given to an end customer (`ASSIGNED PA`, `Reassigned`). */
  readonly isAssigned?: boolean;
  /** Domain: the status by which it is taken out of DNS, like `client hold`. */
  readonly outOfDns?: OutOfDns;
  /** Domain: when it was registered, by the day. */
  readonly registeredAt?: Instant;
  /** Domain: when it was registered at first, where that is when it was registered again. */
  readonly firstRegisteredAt?: Instant;
  readonly retryAfterMs?: number;
};

export const nothing = (outcome: Outcome, more: Partial<Reading> = {}): Reading => ({
  outcome,
  candidates: [],
  forms: [],
  followUps: [],
  origins: [],
  ...more,
});
