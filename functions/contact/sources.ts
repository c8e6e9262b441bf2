import type { Bootstrap } from "./bootstrap.ts";
import type { Known } from "./known.ts";
import type { RdapAnswer, RdapKind } from "./read-rdap.ts";

/**
 * What asking came to. A 404 or an NXDOMAIN is an answer (`none`), a timeout, a reset, a 429 or a
 * 5xx is not (`silent`): later it may be one. `refused`: the question was not asked, or the server
 * will not answer it at any time.
 */
export type Asked<T> =
  | { readonly kind: "answer"; readonly value: T; readonly server: string }
  | { readonly kind: "none"; readonly server: string; readonly detail: string }
  | { readonly kind: "silent"; readonly server: string; readonly detail: string; readonly retryAfterMs?: number }
  | { readonly kind: "refused"; readonly server: string; readonly detail: string };

/**
 * What is reported, by its name and all of its addresses in plain form. Wherever a link or a
 * redirect leads, no server in its own domain is asked; and none that stands at one of its
 * addresses under whatever name, but for the registries' own servers: else whoever points a record
 * at a registry would keep us from asking it.
 */
export type Reported = { readonly host: string; readonly addresses: readonly string[] };

/**
 * `base` ends in a slash; the question is put below it. `url` instead asks exactly there (a
 * registrar's own RDAP). `abuse-contact` is no RDAP but the same thing to a client: JSON over https
 * from a registry. `children`: a search for the blocks right below one.
 */
export type RdapQuestion = {
  readonly kind: RdapKind | "abuse-contact" | "children";
  readonly query: string;
  readonly reported?: Reported;
} & ({ readonly base: string } | { readonly url: string });

/** Only validated addresses, ASNs, domains and handles are ever put into `query`. */
export type WhoisQuestion = { readonly server: string; readonly query: string; readonly reported?: Reported };

export type MailExchanger = { readonly exchange: string; readonly priority: number };

/**
 * Everything a look-up may ask, and all that it may touch: registries and DNS, never the reported
 * host. Each call is bounded in time and bytes by whoever implements it, and none of them throws.
 */
export type Sources = {
  readonly rdap: (question: RdapQuestion) => Promise<Asked<RdapAnswer>>;
  readonly whois: (question: WhoisQuestion) => Promise<Asked<string>>;
  readonly addresses: (host: string) => Promise<Asked<readonly string[]>>;
  readonly aliases: (host: string) => Promise<Asked<readonly string[]>>;
  readonly mailExchangers: (domain: string) => Promise<Asked<readonly MailExchanger[]>>;
  /** TXT records, each with its strings joined. */
  readonly texts: (name: string) => Promise<Asked<readonly string[]>>;
  /** Which registry to ask. */
  readonly registries: () => Promise<Bootstrap>;
  /**
   * What was found before, for the networks, systems and domains that it holds for. A host's own
   * names and addresses are always asked.
   */
  readonly known: Known;
};
