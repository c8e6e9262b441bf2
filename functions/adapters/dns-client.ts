import { Resolver } from "node:dns/promises";
import type { Asked, MailExchanger } from "../contact/sources.ts";

export type DnsClientOptions = { readonly servers?: readonly string[]; readonly timeoutMs?: number };

export type DnsClient = {
  readonly addresses: (host: string) => Promise<Asked<readonly string[]>>;
  readonly aliases: (host: string) => Promise<Asked<readonly string[]>>;
  readonly mailExchangers: (domain: string) => Promise<Asked<readonly MailExchanger[]>>;
  readonly texts: (name: string) => Promise<Asked<readonly string[]>>;
};

/** NXDOMAIN and NODATA are answers. A refusal, a timeout and a broken packet are not. */
const saysNone = new Set(["ENOTFOUND", "ENODATA"]);

/** Two tries of two seconds unless told. Network: the machine's resolver or `servers`. Never throws. */
export const dnsClient = ({ servers, timeoutMs = 2000 }: DnsClientOptions = {}): DnsClient => {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (servers && servers.length > 0) resolver.setServers([...servers]);
  const server = "dns";
  const ask = async <T>(question: Promise<T>, isEmpty: (value: T) => boolean): Promise<Asked<T>> => {
    try {
      const value = await question;
      return isEmpty(value) ? { kind: "none", server, detail: "No such record." } : { kind: "answer", server, value };
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (saysNone.has(code)) return { kind: "none", server, detail: `No such record (${code}).` };
      return { kind: "silent", server, detail: code ? `No answer (${code}).` : "No answer." };
    }
  };
  const none = (list: readonly unknown[]) => list.length === 0;
  return {
    addresses: async (host) => {
      const [four, six] = await Promise.all([ask(resolver.resolve4(host), none), ask(resolver.resolve6(host), none)]);
      const found = [four, six].flatMap((asked) => (asked.kind === "answer" ? asked.value : []));
      if (found.length > 0) return { kind: "answer", server, value: found };
      // One of the two types may rightly be missing. Silence of either leaves the question open.
      return four.kind === "silent"
        ? four
        : six.kind === "silent"
          ? six
          : { kind: "none", server, detail: "The name has no address." };
    },
    aliases: (host) => ask(resolver.resolveCname(host), none),
    mailExchangers: (domain) => ask(resolver.resolveMx(domain), none),
    texts: (name) =>
      ask(
        resolver.resolveTxt(name).then((records) => records.map((strings) => strings.join(""))),
        none,
      ),
  };
};
