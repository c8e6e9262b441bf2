import ipaddr from "ipaddr.js";
import { rdapDomain, rdapNetwork } from "../../infra/local/sample/rdap-texts.ts";
import { type RegistryAnswers, rdapAnswer } from "../../infra/local/sample/registry-servers.ts";
import type { Domain, Network } from "../../infra/local/sample/world.ts";

/** Hosts, networks and domains of a story, by names and addresses that nobody has. */
export type SmallWorld = {
  /**
   * The addresses of a name and of all below it, where no longer name is here; none: out of DNS.
   */
  readonly hosts: Readonly<Record<string, readonly string[]>>;
  readonly networks: readonly Network[];
  readonly domains: readonly Domain[];
  /** Addresses about which the registry stays silent. */
  readonly silent: readonly string[];
};

const isIn = (range: string, address: string): boolean => {
  const [base, bits] = ipaddr.parseCIDR(range);
  const one = ipaddr.parse(address);
  return base.kind() === one.kind() && one.match(base, bits);
};

/**
 * The registries of a small world, asked anew for each answer, so that a host can move. Every other
 * name takes mail and has no address.
 */
export const registriesOf = (world: () => SmallWorld): RegistryAnswers => ({
  rdapTlds: ["example"],
  rdap: (path, base) => {
    const [kind, ...rest] = path.split("/");
    const subject = rest.join("/").toLowerCase();
    const address = subject.split("/")[0] ?? "";
    if (kind === "ip" && ipaddr.isValid(address)) {
      if (world().silent.some((range) => isIn(range, address))) return { status: 503, body: "" };
      const network = world().networks.find(({ range }) => isIn(range, address));
      if (network) return rdapAnswer(200, rdapNetwork(network, base));
    }
    const domain = kind === "domain" ? world().domains.find(({ name }) => name === subject) : undefined;
    return domain
      ? rdapAnswer(200, rdapDomain(domain, base, "2026-10-01T08:00:00Z"))
      : rdapAnswer(404, { errorCode: 404, title: "Not Found", description: [] });
  },
  whois: () => Buffer.from("No match\r\n"),
  dns: (name, type) => {
    const { hosts } = world();
    const [known] = Object.keys(hosts)
      .filter((suffix) => name === suffix || name.endsWith(`.${suffix}`))
      .sort((a, b) => b.length - a.length);
    const addresses = known === undefined ? undefined : hosts[known];
    if (addresses?.length === 0) return undefined;
    if (type === "MX") return [{ type, value: `mx.${name}`, priority: 10 }];
    if (name.endsWith(".cymru.com")) return undefined;
    return (addresses ?? (name.startsWith("mx.") ? ["198.51.100.254"] : []))
      .map((value) => ({ type: value.includes(":") ? ("AAAA" as const) : ("A" as const), value }))
      .filter((record) => record.type === type);
  },
});
