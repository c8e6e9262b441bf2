import { readAddress } from "../kernel/address.ts";
import { askRdap, askWhois, isConfident, type RegistryAnswer } from "./ask-registry.ts";
import { unlistedRdapOf, whoisOfDomain } from "./bootstrap.ts";
import { datesIn, type Finding, joinFindings, noFinding } from "./finding.ts";
import { knownOfName } from "./known-finding.ts";
import type { Sources } from "./sources.ts";

/**
 * The registrar's abuse desk for a registered domain, never the registrant. Network: the registry's RDAP (also
 * where IANA's file does not name it), the registrar's own RDAP where the registry links to it, else WHOIS of
 * the registry and of the registrar that it refers to.
 */
export const registrarContacts = (sources: Sources, domain: string): Promise<Finding> =>
  knownOfName(sources.known, "domain", domain, () => askRegistrar(sources, domain));

const askRegistrar = async (sources: Sources, domain: string): Promise<Finding> => {
  const registries = await sources.registries();
  const base = registries.rdapOfDomain(domain) ?? (isSample(domain) ? sampleBase : undefined);
  const rdap = base
    ? await askRdap(sources, { kind: "domain", query: domain, base })
    : await askUnlisted(sources, domain);
  const range = (finding: Finding): Finding => ({
    ...joinFindings(finding),
    candidates: finding.candidates.map((candidate) => ({ ...candidate, range: candidate.range ?? domain })),
    ...(rdap?.outOfDns && { isHeldByRegistry: true }),
  });
  if (rdap && isConfident(rdap)) return range(rdap);
  const related = rdap?.referral;
  const registrar =
    related && isPublicHttps(related)
      ? await askRdap(sources, { kind: "domain", query: domain, url: related })
      : undefined;
  if (registrar && isConfident(registrar)) return range(withFacts(registrar, rdap));
  const server = whoisOfDomain(domain) ?? (isSample(domain) ? "whois.nic.example" : undefined);
  const whois = server ? await askWhois(sources, "domain", server, domain) : undefined;
  if (whois && isConfident(whois)) return range(withFacts(whois, rdap, registrar));
  if (!rdap && !server)
    return {
      ...noFinding,
      failures: [{ source: "bootstrap", outcome: "none", detail: "The top-level domain has neither RDAP nor WHOIS." }],
    };
  return range(joinFindings(...[rdap, registrar, whois].map((finding) => finding ?? noFinding)));
};

/** RDAP of a registry that IANA does not list: a silent or wrong one may not be one any more. */
const askUnlisted = async (sources: Sources, domain: string): Promise<RegistryAnswer | undefined> => {
  const base = unlistedRdapOf(domain);
  const answer = base ? await askRdap(sources, { kind: "domain", query: domain, base }) : undefined;
  return answer?.outcome === "found" || answer?.outcome === "none" ? answer : undefined;
};

/** The registrar names its desk, the registry the name's status; the oldest date counts. */
const withFacts = (finding: Finding, registry: Finding | undefined, registrar?: Finding): Finding => ({
  ...finding,
  ...(registry?.outOfDns && { outOfDns: registry.outOfDns }),
  ...datesIn([finding, registry, registrar]),
});

/** `.example` has no registry: asked only where the sample registries stand in for all of them. */
const isSample = (domain: string): boolean => domain.endsWith(".example");
const sampleBase = "https://rdap.nic.example/";

const isPublicHttps = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port } = new URL(url);
  return protocol === "https:" && port === "" && readAddress(hostname) === undefined;
};
