import { bundledBootstrap } from "../../functions/contact/bootstrap.ts";
import { nothingKnown } from "../../functions/contact/known.ts";
import type { RdapAnswer } from "../../functions/contact/read-rdap.ts";
import type { Asked, Sources } from "../../functions/contact/sources.ts";

type Played = {
  readonly rdap?: Readonly<Record<string, unknown>>;
  readonly whois?: Readonly<Record<string, string>>;
  readonly addresses?: Readonly<Record<string, readonly string[]>>;
  readonly aliases?: Readonly<Record<string, string>>;
  readonly mail?: Readonly<Record<string, readonly string[]>>;
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  /** Sources that give no answer in time. */
  readonly silent?: readonly ("rdap" | "whois" | "dns")[];
};

/**
 * Registries and DNS played from plain data: RDAP by `ip/192.0.2.1`, WHOIS by `server query`. What is not there is a "no".
 * Every mail domain takes mail unless `mail` says otherwise. `asked` lists all questions in order.
 */
export const playedSources = (played: Played): Sources & { readonly asked: string[] } => {
  const asked: string[] = [];
  const answer = <T>(what: "rdap" | "whois" | "dns", server: string, name: string, value: T | undefined): Promise<Asked<T>> => {
    asked.push(`${what} ${name}`);
    if (played.silent?.includes(what)) return Promise.resolve({ kind: "silent", server, detail: "No answer in time." });
    return Promise.resolve(value === undefined ? { kind: "none", server, detail: "No such thing." } : { kind: "answer", server, value });
  };
  return {
    asked,
    rdap: (question) => {
      const body = played.rdap?.[`${question.kind}/${question.query}`];
      const server = new URL("url" in question ? question.url : question.base).hostname;
      const value: RdapAnswer | undefined = body === undefined ? undefined : { status: 200, headers: {}, body };
      return answer("rdap", server, `${question.kind}/${question.query}`, value);
    },
    whois: ({ server, query }) => answer("whois", server, `${server} ${query}`, played.whois?.[`${server} ${query}`]),
    addresses: (host) => answer("dns", "dns", host, played.addresses?.[host]),
    aliases: (host) => answer("dns", "dns", host, played.aliases?.[host] ? [played.aliases[host]] : undefined),
    mailExchangers: (domain) =>
      answer(
        "dns",
        "dns",
        domain,
        (played.mail?.[domain] ?? [`mx.${domain}`]).map((exchange) => ({ exchange, priority: 10 })),
      ),
    texts: (name) => answer("dns", "dns", name, played.texts?.[name]),
    registries: () => Promise.resolve(bundledBootstrap),
    known: nothingKnown,
  };
};

/** One RDAP entity with one mailbox. */
export const entity = (roles: readonly string[], email: string | undefined, more: Readonly<Record<string, unknown>> = {}) => ({
  objectClassName: "entity",
  roles,
  vcardArray: ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Desk"], ...(email ? [["email", {}, "text", email]] : [])]],
  ...more,
});

/** An RDAP network with its entities. */
export const rdapNetwork = (range: readonly [string, string], entities: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
  objectClassName: "ip network",
  startAddress: range[0],
  endAddress: range[1],
  country: "NL",
  entities,
  ...more,
});
