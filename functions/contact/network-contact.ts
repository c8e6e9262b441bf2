import type { Candidate } from "../case/candidate.ts";
import { askFollowUps, askRdap, askWhois, isConfident } from "./ask-registry.ts";
import { type Registry, registryOfAddress, registryOfAsn, registryOfServer } from "./bootstrap.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { failureOf, type Finding, joinFindings, noFinding } from "./finding.ts";
import { covers, readRange } from "./range.ts";
import type { Sources } from "./sources.ts";

/**
 * Who answers for the networks that these addresses lie in. Network: for each address whose block is not known yet one
 * RDAP question (and its follow-ups, at most three), then WHOIS, then the contact database by DNS; at most four addresses.
 */
export const networkContacts = async (sources: Sources, addresses: readonly string[]): Promise<Finding> => {
  let known: Finding = noFinding;
  const ranges: string[] = [];
  for (const address of addresses.slice(0, 4)) {
    const one = readRange(address);
    const covered = ranges.some((text) => {
      const range = readRange(text);
      return range !== undefined && one !== undefined && covers(range, one);
    });
    if (covered) continue;
    const found = await networkContact(sources, address);
    ranges.push(...found.candidates.flatMap(({ range }) => (range ? [range] : [])));
    known = joinFindings(known, found);
  }
  return known;
};

const anyRegistry: Registry = { name: "arin", rdap: "https://rdap.arin.net/registry/", whois: "whois.arin.net" };

const networkContact = async (sources: Sources, address: string): Promise<Finding> => {
  const first = registryOfAddress(address) ?? anyRegistry;
  const rdap = await askRdap(sources, { kind: "ip", query: address, base: first.rdap });
  if (isConfident(rdap)) return rdap;
  // A redirect has led to the registry that really holds the block; what it left open is asked there.
  const registry = registryOfServer(rdap.server) ?? first;
  const more = await askFollowUps(sources, rdap.reading, registry.rdap);
  if (isConfident(more)) return joinFindings(more, { ...rdap, failures: [] });
  const whois = await askWhois(sources, "ip", registry.whois, address);
  if (isConfident(whois)) return joinFindings(whois, rdap);
  const found = joinFindings(rdap, more, whois);
  return found.candidates.length > 0 ? found : joinFindings(found, await contactDatabase(sources, address));
};

/** `192.0.2.7` → `7.2.0.192`; IPv6 by nibbles. */
const reversed = (address: string): string | undefined => {
  const range = readRange(address);
  if (!range) return undefined;
  if (range.version === 4) return address.split(".").reverse().join(".");
  return range.start.toString(16).padStart(32, "0").split("").reverse().join(".");
};

/**
 * Abusix's contact database by DNS: built from the largest allocations only, so that it may name a parent or a technical
 * desk, and the regional registry for all of LACNIC's space. Asked last, registries' desks dropped, never more than low.
 */
const contactDatabase = async (sources: Sources, address: string): Promise<Finding> => {
  const name = reversed(address);
  if (!name) return noFinding;
  const asked = await sources.texts(`${name}.abuse-contacts.abusix.zone`);
  const failure = failureOf("dns", asked);
  if (asked.kind !== "answer") return { ...noFinding, failures: failure ? [failure] : [] };
  const emails = [...new Set(asked.value.flatMap((text) => text.split(",")).flatMap((part) => mailboxesIn(part).map(({ email }) => email)))].slice(0, 3);
  return { ...noFinding, candidates: emails.map((email): Candidate => ({ email, scope: "network", source: "dns", server: asked.server, range: address, confidence: "low", remarks: ["From a contact database by DNS; the registries named nobody."] })) };
};

/** Autonomous systems that announce an address, by Team Cymru's DNS: `64500 | 192.0.2.0/24 | NL | ripencc | 2001-01-01`; the most specific prefix wins. */
export const originsOf = async (sources: Sources, address: string): Promise<Finding> => {
  const name = reversed(address);
  if (!name) return noFinding;
  const asked = await sources.texts(`${name}.${address.includes(":") ? "origin6" : "origin"}.asn.cymru.com`);
  // NXDOMAIN says that nobody announces the address: a plain answer, and no failure of the look-up.
  if (asked.kind === "none") return noFinding;
  if (asked.kind !== "answer") {
    const failure = failureOf("dns", asked);
    return { ...noFinding, failures: failure ? [failure] : [] };
  }
  const rows = asked.value.flatMap((text) => {
    const [asns = "", prefix = "", country = ""] = text.split("|").map((part) => part.trim());
    return [{ asns: asns.split(/\s+/).filter((asn) => /^\d{1,10}$/.test(asn)), bits: Number(prefix.split("/")[1] ?? 0), country }];
  });
  const best = rows.sort((a, b) => b.bits - a.bits)[0];
  return best ? { ...noFinding, origins: best.asns.map((asn) => `AS${asn}`), ...(/^[A-Z]{2}$/.test(best.country) ? { country: best.country } : {}) } : noFinding;
};

/** Who answers for the autonomous systems that announce the addresses: RDAP, then WHOIS; at most two systems. */
export const upstreamContacts = async (sources: Sources, origins: readonly string[]): Promise<Finding> => {
  const found = await Promise.all(
    origins.slice(0, 2).map(async (origin): Promise<Finding> => {
      const asn = Number(origin.replace(/^AS/i, ""));
      const first = registryOfAsn(asn) ?? anyRegistry;
      const rdap = await askRdap(sources, { kind: "autnum", query: String(asn), base: first.rdap });
      if (isConfident(rdap)) return rdap;
      const registry = registryOfServer(rdap.server) ?? first;
      const more = await askFollowUps(sources, rdap.reading, registry.rdap);
      if (isConfident(more)) return more;
      return joinFindings(await askWhois(sources, "ip", registry.whois, `AS${asn}`), rdap);
    }),
  );
  const joined = joinFindings(...found);
  return { ...joined, candidates: joined.candidates.map((candidate) => ({ ...candidate, scope: "upstream", range: candidate.range ?? origins[0] ?? "" })) };
};
