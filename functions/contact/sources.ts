import type { Bootstrap } from "./bootstrap.ts";
import type { Known } from "./known.ts";
import type { RdapAnswer, RdapKind } from "./read-rdap.ts";

/**
 * The outcome of a question. A 404 or an NXDOMAIN is an answer (`none`). A timeout, a reset, a 429 or a 5xx is
 * `silent`: later it may answer. `refused`: not asked, or the server will never answer it.
 */
export type Asked<T> =
  | { readonly kind: "answer"; readonly value: T; readonly server: string }
  | { readonly kind: "none"; readonly server: string; readonly detail: string }
  | { readonly kind: "silent"; readonly server: string; readonly detail: string; readonly retryAfterMs?: number }
  | { readonly kind: "refused"; readonly server: string; readonly detail: string };

/**
 * The reported name and all of its addresses in plain form. Wherever a link or redirect leads, no server in its
 * own domain is asked, and none at its addresses under any name but the registries' own servers: else whoever
 * points a record at a registry would keep us from asking it.
 */
export type Reported = { readonly host: string; readonly addresses: readonly string[] };

/**
 * `base` ends in a slash, the question goes below it. `url` is asked exactly (a registrar's own RDAP).
 * `abuse-contact` is no RDAP, but JSON over https from a registry all the same. `children`: a search for the
 * blocks right below one.
 */
export type RdapQuestion = {
  readonly kind: RdapKind | "abuse-contact" | "children";
  readonly query: string;
  readonly reported?: Reported;
} & ({ readonly base: string } | { readonly url: string });

/** Only validated addresses, ASNs, domains and handles are ever put into `query`. */
export type WhoisQuestion = { readonly server: string; readonly query: string; readonly reported?: Reported };

export type MailExchanger = { readonly exchange: string; readonly priority: number };

/** Lookups touch nothing else, never the reported host. Calls are bounded in time and bytes; none throws. */
export type Sources = {
  readonly rdap: (question: RdapQuestion) => Promise<Asked<RdapAnswer>>;
  readonly whois: (question: WhoisQuestion) => Promise<Asked<string>>;
  readonly addresses: (host: string) => Promise<Asked<readonly string[]>>;
  readonly aliases: (host: string) => Promise<Asked<readonly string[]>>;
  readonly mailExchangers: (domain: string) => Promise<Asked<readonly MailExchanger[]>>;
  /** TXT records, each with its strings joined. */
  readonly texts: (name: string) => Promise<Asked<readonly string[]>>;
  readonly registries: () => Promise<Bootstrap>;
  /** Earlier findings on networks, systems and domains. A host's own names and addresses are always asked. */
  readonly known: Known;
};
