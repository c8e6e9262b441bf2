import { bundledBootstrap } from "../../../functions/contact/bootstrap.ts";
import { nothingKnown } from "../../../functions/contact/known.ts";
import type { RdapAnswer } from "../../../functions/contact/read-rdap.ts";
import type { Asked, Sources } from "../../../functions/contact/sources.ts";

/** Registries and DNS as plain data. */
export type PlayedWorld = {
  /** By `ip/192.0.2.1`, `domain/…`, `autnum/…`, `entity/…`, or a whole URL. */
  readonly rdap?: Readonly<Record<string, unknown>> | undefined;
  /** By `server query`. */
  readonly whois?: Readonly<Record<string, string>> | undefined;
  readonly addresses?: Readonly<Record<string, readonly string[]>> | undefined;
  /** A name and the name that it is an alias of. */
  readonly aliases?: Readonly<Record<string, string>> | undefined;
  /**
   * A domain's exchanges; `["."]` takes no mail (RFC 7505), and a domain that is absent takes mail.
   */
  readonly mail?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly texts?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Sources that give no answer in time. */
  readonly silent?: readonly ("rdap" | "whois" | "dns")[] | undefined;
};

/**
 * Registries and DNS played from plain data: what is not there is a "no". `asked` lists all
 * questions in order.
 *
 * - A link (`up`, `related`) is answered by its whole URL, or by what stands under the last parts
 *   of its path:
 *   `https://rdap.example/registry/ip/192.0.2.0/24` by `ip/192.0.2.0/24`.
 * - A WHOIS question fits by the server and its last word, so that `n + 192.0.2.1` finds
 *   `192.0.2.1`.
 * - An alias that has no addresses of its own has those of the name that it leads to, as a resolver
 *   answers.
 *
 * Touches nothing.
 */
export const playedSources = (played: PlayedWorld): Sources & { readonly asked: string[] } => {
  const asked: string[] = [];
  const answer = <T>(
    what: "rdap" | "whois" | "dns",
    server: string,
    name: string,
    value: T | undefined,
  ): Promise<Asked<T>> => {
    asked.push(`${what} ${name}`);
    if (played.silent?.includes(what)) return Promise.resolve({ kind: "silent", server, detail: "No answer in time." });
    return Promise.resolve(
      value === undefined ? { kind: "none", server, detail: "No such thing." } : { kind: "answer", server, value },
    );
  };
  const byLastWord = new Map(
    Object.entries(played.whois ?? {}).map(([question, text]) => [lastWordAt(question), text]),
  );
  return {
    asked,
    rdap: (question) => {
      const name = `${question.kind}/${question.query}`;
      const isLink = "url" in question && question.kind !== "abuse-contact";
      const keys = isLink ? keysOfUrl(question.url) : [name];
      const body = keys.map((key) => played.rdap?.[key]).find((found) => found !== undefined);
      const server = new URL("url" in question ? question.url : question.base).hostname;
      const value: RdapAnswer | undefined = body === undefined ? undefined : { status: 200, headers: {}, body };
      return answer("rdap", server, name, value);
    },
    whois: ({ server, query }) => {
      const question = `${server} ${query}`;
      return answer("whois", server, question, played.whois?.[question] ?? byLastWord.get(lastWordAt(question)));
    },
    addresses: (host) => answer("dns", "dns", host, addressesOf(played, host)),
    aliases: (host) => answer("dns", "dns", host, played.aliases?.[host] ? [played.aliases[host]] : undefined),
    mailExchangers: (domain) =>
      answer(
        "dns",
        "dns",
        domain,
        (played.mail?.[domain] ?? [`mx.${domain}`]).map((exchange) => ({ exchange, priority: 10 })),
      ),
    texts: (name) => answer("dns", "dns", name, played.texts?.[name]),
    registries: () => Promise.resolve(bundledBootstrap()),
    known: nothingKnown,
  };
};

/** `whois.arin.net n + 192.0.2.1` → `whois.arin.net 192.0.2.1` */
const lastWordAt = (question: string): string => {
  const words = question.trim().split(/\s+/);
  return `${words[0]} ${words.at(-1)}`;
};

/** A range with its length takes three parts of a path, all else two. */
const keysOfUrl = (url: string): readonly string[] => {
  const parts = new URL(url).pathname.split("/").filter(Boolean).map(decodeURIComponent);
  return [url, parts.slice(-3).join("/"), parts.slice(-2).join("/")];
};

const aliasesAtMost = 8;

const addressesOf = ({ addresses = {}, aliases = {} }: PlayedWorld, host: string): readonly string[] | undefined => {
  let at: string | undefined = host;
  for (let steps = 0; at !== undefined && steps <= aliasesAtMost; steps++) {
    if (addresses[at]) return addresses[at];
    at = aliases[at];
  }
  return undefined;
};
