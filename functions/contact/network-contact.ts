import type { Candidate, ContactForm } from "../case/candidate.ts";
import { isSameMailbox } from "../kernel/mailbox.ts";
import { readRange } from "../kernel/range.ts";
import { isOfHost } from "../kernel/scope.ts";
import { askFollowUps, askRdap, askWhois, isConfident } from "./ask-registry.ts";
import { registryOfServer } from "./bootstrap.ts";
import { isNationalRegistry } from "./desks.ts";
import { type Finding, failuresOf, joinFindings, noFinding } from "./finding.ts";
import { type Held, holdsFor, isLater, knownOfAddress, knownOfAlone, knownOfName } from "./known-finding.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { withoutNationalRegistry } from "./national-registry.ts";
import { holdsAddress } from "./prefix.ts";
import { anyRegistry, askParent, registeredContact } from "./registered-contact.ts";
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

/** The database knows addresses, not blocks: its answers are kept for each address alone. */
const databaseContact = async (sources: Sources, address: string): Promise<Finding> =>
  (
    await knownOfAlone(sources.known, "database", address, async () => ({
      finding: await contactDatabase(sources, address),
    }))
  ).finding;

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
const reversed = (address: string): string | undefined => {
  const range = readRange(address);
  if (!range) return undefined;
  if (range.version === 4) return address.split(".").reverse().join(".");
  return range.start.toString(16).padStart(32, "0").split("").reverse().join(".");
};

/**
 * Abusix's contact database by DNS. It is built from the largest allocations only: it may name a parent or a
 * technical desk, and the regional registry for all of LACNIC's space. Asked last, never more
 * than low; a registry's own desk is a guess.
 */
const contactDatabase = async (sources: Sources, address: string): Promise<Finding> => {
  const name = reversed(address);
  if (!name) return noFinding;
  const asked = await sources.texts(`${name}.abuse-contacts.abusix.zone`);
  if (asked.kind !== "answer") return { ...noFinding, failures: failuresOf("dns", asked) };
  const emails = [
    ...new Set(
      asked.value.flatMap((text) => text.split(",")).flatMap((part) => mailboxesIn(part).map(({ email }) => email)),
    ),
  ].slice(0, 3);
  return {
    ...noFinding,
    candidates: emails.map(
      (email): Candidate => ({
        email,
        scope: "network",
        source: "dns",
        server: asked.server,
        range: address,
        confidence: isNationalRegistry(email) ? "guess" : "low",
        remarks: ["From a contact database by DNS; the registries named nobody."],
      }),
    ),
  };
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
  const name = reversed(address);
  if (!name) return { finding: noFinding };
  const asked = await sources.texts(`${name}.${zone}.asn.cymru.com`);
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
  const country = countryCode(best.country);
  return {
    finding: { ...noFinding, origins: best.asns.map((asn) => `AS${asn}`), ...(country ? { country } : {}) },
    range: best.prefix,
  };
};

const nobodyAnnounces: Held = { finding: noFinding };

/** A host's name may point anywhere: at most so many systems are looked up. */
const systemsAtMost = 6;

/** The networks, each with the systems that announce it, and who answers for those if somebody else. */
export const networksAround = async (sources: Sources, addresses: readonly string[]): Promise<readonly Network[]> => {
  const networks = await networksAt(sources, addresses);
  const announced = await Promise.all(
    networks.map(({ addresses: [first] }) => (first === undefined ? nobodyAnnounces : originsOf(sources, first))),
  );
  const originsAt = (at: number) => {
    const origins = announced[at]?.finding.origins ?? [];
    return (origins.length > 0 ? origins : (networks[at]?.finding.origins ?? [])).slice(0, 2);
  };
  // A route that a registry names may be its transit's: looked up, but not taken for who announces it.
  const aboveAt = (at: number) =>
    [...new Set([...originsAt(at), ...(networks[at]?.finding.origins ?? [])])].slice(0, 3);
  const systems = [...new Set(networks.flatMap((_, at) => aboveAt(at)))].slice(0, systemsAtMost);
  const upstreams = new Map(
    await Promise.all(systems.map(async (origin) => [origin, await upstreamContacts(sources, [origin])] as const)),
  );
  const around = networks.map(({ addresses: at, finding }, index): Network => {
    const origins = originsAt(index);
    const { finding: origin, range } = announced[index] ?? nobodyAnnounces;
    const above = aboveAt(index).flatMap((one) => upstreams.get(one) ?? []);
    const desks = above.flatMap(({ candidates }) => candidates.map(({ email }) => email));
    const own = hasDesk(finding) ? above.every((one) => isNobodyElse(finding, one)) : !above.some(isSilent);
    return {
      addresses: at,
      finding: withUpstream({ ...finding, origins }, origin, above),
      announced: { desks, ...(range !== undefined && { range }), ...(own && { own: joinFindings(...above) }) },
    };
  });
  return withoutDeskless(around);
};

/** A mailbox, or the form of a desk that reads no mail. */
const hasDesk = (finding: Finding): boolean =>
  finding.candidates.some(({ confidence }) => confidence === "high" || confidence === "medium") || isFormOnly(finding);

/** Its desks read no mail, and a form is given. */
const isFormOnly = ({ candidates, forms }: Finding): boolean =>
  forms.length > 0 &&
  candidates.every(({ confidence, remarks }) => confidence === "guess" || remarks.includes(unreadRemark));

/** True for one party, by a shared desk or holder: what one says of its mail holds for the other. */
export const isSameParty = ({ candidates, holders = [] }: Finding, other: Finding): boolean =>
  candidates.some(({ email }) => other.candidates.some((one) => isSameMailbox(one.email, email))) ||
  holders.some((holder) => other.holders?.includes(holder));

const isSilent = ({ failures }: Finding): boolean => failures.some(({ outcome }) => outcome === "silent");

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

/** Who answers for the announcing autonomous systems, at most two: RDAP, then WHOIS. */
export const upstreamContacts = async (sources: Sources, origins: readonly string[]): Promise<Finding> => {
  const found = await Promise.all(
    origins.slice(0, 2).map((origin) => {
      const asn = String(Number(origin.replace(/^AS/i, "")));
      return knownOfName(sources.known, "system", `AS${asn}`, () => systemContacts(sources, asn));
    }),
  );
  const joined = joinFindings(...found);
  return {
    ...joined,
    candidates: joined.candidates.map((candidate) => ({
      ...candidate,
      scope: "upstream",
      range: candidate.range ?? origins[0] ?? "",
    })),
  };
};

const systemContacts = async (sources: Sources, asn: string): Promise<Finding> => {
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
