import { bundledBootstrap } from "../../../functions/contact/bootstrap.ts";
import { nothingKnown } from "../../../functions/contact/known.ts";
import type { Asked, RdapQuestion, Sources } from "../../../functions/contact/sources.ts";
import { instant, msOf } from "../../../functions/kernel/instant.ts";
import type { Provider, Providers } from "./providers.ts";
import { weekBegins } from "./reports.ts";
import { hourMs, type PlayedHost, type PlayedTarget, pagesByHost } from "./targets.ts";
import type { Truth } from "./truth.ts";

/** Registries that are silent at first answer after so long: chosen. */
const silentForMs = 1.5 * hourMs;
const server = "rdap.registry.example";

const entity = (roles: readonly string[], name: string, email: string | undefined, more: object = {}) => ({
  objectClassName: "entity",
  roles,
  vcardArray: [
    "vcard",
    [["version", {}, "text", "4.0"], ["fn", {}, "text", name], ...(email ? [["email", {}, "text", email]] : [])],
  ],
  ...more,
});

const deskOf = ({ name, desk }: Provider) => entity(["abuse"], `${name} Abuse`, desk?.email);

const networkOf = (provider: Provider) => ({
  objectClassName: "ip network",
  startAddress: `${provider.prefix}:`,
  endAddress: `${provider.prefix}ffff:ffff:ffff:ffff:ffff`,
  country: provider.country,
  entities: [deskOf(provider)],
});

const systemOf = (asn: number, provider: Provider) => ({
  objectClassName: "autnum",
  handle: `AS${asn}`,
  entities: [deskOf(provider)],
});

/** An answer says when it was written, whether or not it says when the name was registered. */
const domainOf = ({ registered, registrar, isOnHold }: PlayedHost, isOut: boolean, nowMs: number) => ({
  objectClassName: "domain",
  ldhName: registered?.domain,
  events: [
    ...(registered?.at === undefined
      ? []
      : [{ eventAction: "registration", eventDate: instant(msOf(weekBegins) + registered.at) }]),
    { eventAction: "last update of RDAP database", eventDate: instant(nowMs) },
  ],
  status: [isOnHold && isOut ? "client hold" : "active"],
  entities: registrar ? [entity(["registrar"], registrar.name, undefined, { entities: [deskOf(registrar)] })] : [],
});

const answered = <T>(value: T): Asked<T> => ({ kind: "answer", server, value });
const none: Asked<never> = { kind: "none", server, detail: "No such thing." };
const silent: Asked<never> = { kind: "silent", server, detail: "No answer in time." };
const unlessMissing = <T>(value: T | undefined): Asked<T> => (value === undefined ? none : answered(value));

/** `1.0.0.0.….origin6.asn.cymru.com` → `2001:db8:101:` */
const prefixIn = (name: string): string | undefined => {
  const nibbles = /^((?:[0-9a-f]\.){32})origin6\.asn\.cymru\.com$/
    .exec(name)?.[1]
    ?.split(".")
    .filter(Boolean)
    .reverse();
  if (!nibbles) return undefined;
  const groups = [0, 4, 8].map((at) => Number.parseInt(nibbles.slice(at, at + 4).join(""), 16).toString(16));
  return `${groups.join(":")}:`;
};
/** `2001:db8:101::5` → `2001:db8:101:` */
const prefixOf = (address: string): string => `${address.split(":").slice(0, 3).join(":")}:`;

/**
 * DNS and registries of the week, as they stand at the moment of asking. The truth is asked only
 * whether names stand in DNS and where.
 */
export const registriesOf = (
  providers: Providers,
  targets: readonly PlayedTarget[],
  truth: Truth,
  nowMs: () => number,
): Sources => {
  const hosts = new Map(targets.map(({ host }) => [host.name, host]));
  const byDomain = new Map(targets.map(({ host }) => [host.registered?.domain, host]));
  const pagesOf = pagesByHost(targets);
  const firstOf = (name: string): PlayedTarget | undefined => pagesOf.get(name)?.[0];
  const { network, platform, proxied, carriers } = providers;
  const all = [network, platform, proxied, providers["api-alone"], providers["form-alone"], carriers].flat();
  const byPrefix = new Map(all.map((provider) => [provider.prefix, provider]));
  const byAddress = new Map(targets.flatMap(({ host }) => host.addresses.map((address) => [address, host] as const)));
  // A carrier's system is asked for by many of its customers; a provider's own names its own desk.
  const bySystem = new Map([...network.toReversed(), ...carriers].map((provider) => [provider.asn, provider]));
  for (const carrier of carriers) bySystem.set(carrier.asn, carrier);

  // A name is out of DNS for all of its pages: that one of them was taken down does not put it out.
  const isOut = (host: PlayedHost): boolean =>
    host.kind === "out-of-dns" && (pagesOf.get(host.name) ?? []).every((target) => !truth.isUp(target, nowMs()));
  const isSilentAbout = (host: PlayedHost | undefined): boolean => {
    const first = host?.isUnknownAtFirst ? firstOf(host.name) : undefined;
    return first !== undefined && nowMs() < msOf(weekBegins) + first.reportedAt + silentForMs;
  };
  const addressesOf = (name: string): readonly string[] | undefined => {
    const host = hosts.get(name);
    const target = firstOf(name);
    if (!host || !target || isOut(host)) return undefined;
    return truth.hasMoved(target, nowMs()) ? [host.elsewhere.address] : host.addresses;
  };
  const hostAsked = (query: string): PlayedHost | undefined => hosts.get(query) ?? byAddress.get(query);
  const bodyOf = ({ kind, query }: RdapQuestion): object | undefined => {
    if (kind === "ip") {
      const provider = byPrefix.get(prefixOf(query));
      return provider && networkOf(provider);
    }
    if (kind === "autnum") {
      const provider = bySystem.get(Number(query));
      return provider && systemOf(Number(query), provider);
    }
    const host = kind === "domain" ? byDomain.get(query) : undefined;
    return host?.registrar && domainOf(host, isOut(host), nowMs());
  };
  const textsOf = (name: string): readonly string[] | undefined => {
    const provider = byPrefix.get(prefixIn(name) ?? "");
    return provider && [`${provider.asn} | ${provider.prefix}:/48 | ${provider.country} | ripencc | 2001-01-01`];
  };
  return {
    rdap: async (question) => {
      if (isSilentAbout(hostAsked(question.query))) return silent;
      const body = bodyOf(question);
      return unlessMissing(body && { status: 200, headers: {}, body });
    },
    whois: async ({ query }) => (isSilentAbout(hostAsked(query.split(" ").at(-1) ?? "")) ? silent : none),
    addresses: async (name) => unlessMissing(addressesOf(name)),
    aliases: async () => none,
    mailExchangers: async (domain) => answered([{ exchange: `mx.${domain}`, priority: 10 }]),
    texts: async (name) => unlessMissing(textsOf(name)),
    registries: async () => bundledBootstrap(),
    known: nothingKnown,
  };
};
