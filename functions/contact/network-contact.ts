import ipaddr from "ipaddr.js";
import type { Candidate, ContactForm } from "../case/candidate.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { isOfHost } from "../kernel/scope.ts";
import { askFollowUps, askRdap, askWhois, isConfident } from "./ask-registry.ts";
import { registryOfServer } from "./bootstrap.ts";
import { isNationalRegistry } from "./desks.ts";
import { type Finding, failuresOf, isSilent, joinFindings, noFinding } from "./finding.ts";
import { type Held, holdsFor, isLater, knownOfAddress, knownOfAlone, knownOfName } from "./known-finding.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { holdsAddress } from "./prefix.ts";
import { anyRegistry, askParent, registeredContact, withoutNationalRegistry } from "./registered-contact.ts";
import { unreadRemark } from "./remarks.ts";
import type { Sources } from "./sources.ts";
import { countryCode } from "./whois-text.ts";

/** Addresses of a host in one block, and who answers for it. */
export type Network = {
  readonly addresses: readonly string[];
  readonly finding: Finding;
  /** Announced prefix around the first, its systems' desks, and `own`: their finding, if nobody else's. */
  readonly announced?: { readonly range?: string; readonly desks: readonly string[]; readonly own?: Finding };
  /** Their BGP neighbours, where asked for, sellers of transit first. */
  readonly neighbours?: readonly string[];
};

/**
 * Who answers for each network of these addresses. Network: one RDAP question per unknown block (and at most
 * three follow-ups), then WHOIS, and one for the block's children. For addresses that no registry names anybody
 * for, the contact database by DNS.
 */
export const networksAt = async (sources: Sources, addresses: readonly string[]): Promise<readonly Network[]> => {
  const found: { readonly addresses: string[]; readonly held: Held }[] = [];
  for (const address of addresses) {
    const known = found.find(({ held }) => holdsFor(held, address));
    const held =
      known?.held ?? (await knownOfAddress(sources.known, address, () => registeredContact(sources, address)));
    const same = known ?? found.find((other) => held.range !== undefined && other.held.range === held.range);
    if (same) same.addresses.push(address);
    else found.push({ addresses: [address], held });
  }
  return Promise.all(
    found.map(async ({ addresses: at, held: { finding } }) => {
      const more =
        namesSomebody(finding) || isLater(finding)
          ? []
          : await Promise.all(at.map((address) => databaseContact(sources, address)));
      return { addresses: at, finding: more.length > 0 ? joinFindings(finding, ...more) : finding };
    }),
  );
};

const namesSomebody = ({ candidates }: Finding): boolean => candidates.some(({ confidence }) => confidence !== "guess");

/**
 * Adds the desk of the block around it where its own desks must not be notified: whoever gave the block away
 * stands behind its holder. Network: one question to the registry, if it links to that block.
 */
export const withBehind = async (sources: Sources, network: Network): Promise<Network> => {
  const [address] = network.addresses;
  if (address === undefined || network.finding.parent === undefined) return network;
  const parent = await askParent(sources, network.finding, address);
  const isNew = ({ email }: Candidate): boolean =>
    !network.finding.candidates.some((other) => isSameMailbox(other.email, email));
  // A desk that the wider block names too has that much more behind it.
  const widest = ({ email, range }: Candidate): string | undefined =>
    parent.candidates.find((other) => isSameMailbox(other.email, email))?.range ?? range;
  const own = network.finding.candidates.map((candidate): Candidate => {
    const range = widest(candidate);
    return range === undefined || !isOfHost(candidate.scope) ? candidate : { ...candidate, range };
  });
  return { ...network, finding: { ...network.finding, candidates: [...own, ...parent.candidates.filter(isNew)] } };
};

/** `192.0.2.7` → `7.2.0.192`; IPv6 by nibbles. */
const reversed = (address: string): string => {
  const ip = ipaddr.parse(address);
  const parts = ip.kind() === "ipv4" ? ip.toByteArray() : [...Buffer.from(ip.toByteArray()).toString("hex")];
  return parts.reverse().join(".");
};

/**
 * Abusix's contact database by DNS. It is built from the largest allocations only: it may name a parent or a
 * technical desk, and the regional registry for all of LACNIC's space. Asked last, never more
 * than low; a registry's own desk is a guess. Knows addresses, not blocks: kept for each address alone.
 */
const databaseContact = async (sources: Sources, address: string): Promise<Finding> => {
  const { finding } = await knownOfAlone(sources.known, "database", address, async () => {
    const asked = await sources.texts(`${reversed(address)}.abuse-contacts.abusix.zone`);
    if (asked.kind !== "answer") return { finding: { ...noFinding, failures: failuresOf("dns", asked) } };
    const emails = asked.value
      .flatMap((text) => text.split(","))
      .flatMap((part) => mailboxesIn(part).map(({ email }) => email));
    const candidates = [...new Set(emails)].slice(0, 3).map(
      (email): Candidate => ({
        email,
        scope: "network",
        source: "dns",
        server: asked.server,
        range: address,
        confidence: isNationalRegistry(email) ? "guess" : "low",
        remarks: ["From a contact database by DNS; the registries named nobody."],
      }),
    );
    return { finding: { ...noFinding, candidates } };
  });
  return finding;
};

/**
 * Autonomous systems that announce an address, by Team Cymru's DNS: `64500 | 192.0.2.0/24 | NL | ripencc |
 * 2001-01-01`. The most specific prefix wins. Kept for the address alone, as no question lists those announced
 * inside it.
 */
export const originsOf = (sources: Sources, address: string): Promise<Held> =>
  knownOfAlone(sources.known, "announced", address, () =>
    askSystems(sources, address, address.includes(":") ? "origin6" : "origin"),
  );

/**
 * BGP neighbours of the systems that announce an address, by Team Cymru's DNS: `701 1239 | 192.0.2.0/24 | NL |
 * ripencc | 2001-01-01`. IPv4 alone, and nothing says which carries which. Keeps the lowest by `order`, as many
 * as a finding holds.
 */
export const neighboursOf = (sources: Sources, address: string, order: (system: string) => number): Promise<Held> =>
  knownOfAlone(sources.known, "neighbours", address, async () => {
    const { finding } = await askSystems(sources, address, "peer");
    return { finding: { ...finding, origins: finding.origins.toSorted((one, other) => order(one) - order(other)) } };
  });

/** Not a private or reserved number (RFC 6996, 7300, 7607, 6793), which any network may use inside. */
const isPublicSystem = (asn: string): boolean => {
  const number = /^\d{1,10}$/.test(asn) ? Number(asn) : 0;
  const isPrivate = (number >= 64_512 && number <= 65_535) || number >= 4_200_000_000;
  return number !== 0 && number !== 23_456 && !isPrivate;
};

const askSystems = async (sources: Sources, address: string, zone: "origin" | "origin6" | "peer"): Promise<Held> => {
  const asked = await sources.texts(`${reversed(address)}.${zone}.asn.cymru.com`);
  // NXDOMAIN: nobody announces the address. An answer, and no failure of the lookup.
  if (asked.kind === "none") return { finding: noFinding };
  if (asked.kind !== "answer") return { finding: { ...noFinding, failures: failuresOf("dns", asked) } };
  const rows = asked.value
    .map((text) => {
      const [asns = "", prefix = "", country = ""] = text.split("|").map((part) => part.trim());
      return {
        asns: asns.split(/\s+/).filter(isPublicSystem),
        prefix,
        bits: Number(prefix.split("/")[1] ?? 0),
        country,
      };
    })
    // Nobody announces the whole internet as one.
    .filter(({ prefix, bits }) => bits > 0 && holdsAddress(prefix, address));
  const best = rows.sort((a, b) => b.bits - a.bits)[0];
  if (!best) return { finding: noFinding };
  const origins = best.asns.map((asn) => `AS${asn}`);
  return { finding: { ...noFinding, origins, country: countryCode(best.country) }, range: best.prefix };
};

/** A host's name may point anywhere: at most so many systems are looked up. */
const systemsAtMost = 6;

/** The networks, each with the systems that announce it, and who answers for those if somebody else. */
export const networksAround = async (sources: Sources, addresses: readonly string[]): Promise<readonly Network[]> => {
  const networks = await networksAt(sources, addresses);
  const routes = await Promise.all(
    networks.map(async ({ addresses: at, finding }) => {
      const [first] = at;
      const announced = first === undefined ? { finding: noFinding } : await originsOf(sources, first);
      const origins = [announced.finding.origins, finding.origins].find((systems) => systems.length > 0)?.slice(0, 2);
      // A route that a registry names may be its transit's: looked up, but not taken for who announces it.
      const systems = [...new Set([...(origins ?? []), ...finding.origins])].slice(0, 3);
      return { addresses: at, finding: { ...finding, origins: origins ?? [] }, announced, systems };
    }),
  );
  const all = [...new Set(routes.flatMap(({ systems }) => systems))].slice(0, systemsAtMost);
  const contacts = new Map(
    await Promise.all(all.map(async (system) => [system, await systemContact(sources, system)] as const)),
  );
  const around = routes.map(({ addresses: at, finding, announced, systems }): Network => {
    const above = systems.flatMap((system) => contacts.get(system) ?? []);
    const desks = above.flatMap(({ candidates }) => candidates.map(({ email }) => email));
    const isOwn = hasDesk(finding) ? above.every((one) => isNobodyElse(finding, one)) : !above.some(isSilent);
    return {
      addresses: at,
      finding: withUpstream(finding, announced.finding, above),
      announced: { desks, range: announced.range, ...(isOwn && { own: joinFindings(...above) }) },
    };
  });
  return withoutDeskless(around);
};

/** A mailbox, or the form of a desk that reads no mail. */
const hasDesk = (finding: Finding): boolean => isConfident(finding) || isFormOnly(finding);

/** Its desks read no mail, and a form is given. */
const isFormOnly = ({ candidates, forms }: Finding): boolean =>
  forms.length > 0 &&
  candidates.every(({ confidence, remarks }) => confidence === "guess" || remarks.includes(unreadRemark));

/** True for one party, by a shared desk or holder: what one says of its mail holds for the other. */
export const isSameParty = ({ candidates, holders = [] }: Finding, other: Finding): boolean =>
  candidates.some(({ email }) => other.candidates.some((one) => isSameMailbox(one.email, email))) ||
  holders.some((holder) => other.holders?.includes(holder));

/** The system is of the block's own party, or no registry names anybody for it. */
const isNobodyElse = (network: Finding, system: Finding): boolean =>
  isSameParty(network, system) || (!namesSomebody(system) && system.forms.length === 0 && !isSilent(system));

const withUpstream = (network: Finding, announced: Finding, upstreams: readonly Finding[]): Finding => {
  const upstream = joinFindings(...upstreams);
  const byForm = upstreams.filter(isFormOnly);
  const own = upstreams.filter((one) => isFormOnly(one) && isSameParty(network, one));
  const known = new Set(network.candidates.map(({ email }) => email.toLowerCase()));
  const others = upstream.candidates.filter(({ email }) => !known.has(email.toLowerCase()));
  // If the block names no desk, the system that announces it answers for it.
  const answering = hasDesk(network)
    ? others
    : others.map(
        (candidate): Candidate => ({
          ...candidate,
          scope: "network",
          confidence: candidate.confidence === "high" ? "medium" : candidate.confidence === "guess" ? "guess" : "low",
          remarks: [
            ...candidate.remarks,
            "The block names no abuse desk; this one answers for the network that announces it.",
          ],
        }),
      );
  // The block's own country before its carrier's.
  const country = network.country ?? announced.country ?? upstream.country;
  return joinFindings(
    {
      ...network,
      candidates:
        own.length === 0
          ? network.candidates
          : network.candidates.map((one) => ({ ...one, remarks: [...one.remarks, unreadRemark] })),
      ...(country && { country }),
    },
    {
      ...upstream,
      candidates: answering,
      forms: byForm.flatMap((one) =>
        one.forms.map(
          (form): ContactForm => ({ ...form, scope: own.includes(one) || !hasDesk(network) ? "network" : "upstream" }),
        ),
      ),
      origins: [],
      seats: hasDesk(network) ? [] : (upstream.seats ?? []),
    },
    { ...announced, origins: [] },
  );
};

/** A desk also answers for deskless blocks that the same system announces: they are the same provider's. */
const withoutDeskless = (networks: readonly Network[]): readonly Network[] => {
  const isAlike = ({ finding }: Network, { finding: other }: Network) =>
    finding.origins.length > 0 && finding.origins.every((origin) => other.origins.includes(origin));
  const withDesk = networks.filter(({ finding }) => hasDesk(finding));
  const keeperOf = (network: Network) =>
    hasDesk(network.finding) ? undefined : withDesk.find((other) => isAlike(network, other));
  return networks
    .filter((network) => keeperOf(network) === undefined)
    .map((network) => {
      const taken = networks.filter((other) => keeperOf(other) === network);
      return { ...network, addresses: [...network.addresses, ...taken.flatMap(({ addresses }) => addresses)] };
    });
};

/** Who answers for an autonomous system: RDAP, then WHOIS. */
export const systemContact = async (sources: Sources, system: string): Promise<Finding> => {
  const asn = String(Number(system.replace(/^AS/i, "")));
  const found = await knownOfName(sources.known, "system", `AS${asn}`, () => askSystem(sources, asn));
  const candidates = found.candidates.map(
    (candidate): Candidate => ({ ...candidate, scope: "upstream", range: candidate.range ?? system }),
  );
  return { ...found, candidates };
};

const askSystem = async (sources: Sources, asn: string): Promise<Finding> => {
  const registries = await sources.registries();
  const first = registries.registryOfAsn(Number(asn)) ?? anyRegistry;
  const rdap = await askRdap(sources, { kind: "autnum", query: asn, base: first.rdap });
  if (isConfident(rdap)) return joinFindings(rdap);
  const registry = registryOfServer(rdap.server) ?? first;
  const more = await askFollowUps(sources, rdap, registry.rdap, registries);
  if (isConfident(more)) return more;
  return withoutNationalRegistry(
    joinFindings(await askWhois(sources, "ip", registry.whois, `AS${asn}`, rdap.national), rdap, more),
  );
};
