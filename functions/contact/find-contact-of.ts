import type { Candidate, ContactAnswer, ContactForm, SourceFailure } from "../case/candidate.ts";
import { formRuleOf, optedOutOf } from "../case/desk-rules.ts";
import { networksToldAtMost } from "../case/networks.ts";
import { readAddress } from "../kernel/address.ts";
import { type NameSystem, nameSystemOf } from "../kernel/beside-dns.ts";
import { isPublicSuffix, registrableDomain } from "../kernel/host.ts";
import type { Instant } from "../kernel/instant.ts";
import { atReported, isOfReported, ofReported } from "../kernel/look-up-url.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, laneOf } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { deliverableOnly, guessedDesk } from "./deliverable.ts";
import { deskRulesOf, nationalDesks } from "./directory.ts";
import { registrarContacts } from "./domain-contact.ts";
import { byConfidence, type Finding, noFinding } from "./finding.ts";
import { knownOf } from "./known-of-host.ts";
import { aliasesOf, locate, sameHostOf, vouchedFor } from "./locate.ts";
import { networksAround } from "./network-contact.ts";
import { isOurSide, isVictims } from "./parties.ts";
import { isHostersName, withCustomers } from "./party.ts";
import { isPlatformsOwn } from "./platforms.ts";
import type { Reported, Sources } from "./sources.ts";

export type ContactQuestion = {
  readonly target: Target;
  readonly category: Category;
  /** The reporter says that the domain was registered for the abuse. */
  readonly domainIsMalicious?: boolean | undefined;
  /** Where the rightful thing is, if the report names it: who is imitated is never told by itself. */
  readonly rightfulSite?: string | undefined;
  readonly settings: Settings;
  readonly now: Instant;
};

/**
 * Who answers for abuse at a target's host: all candidates, best first, with their reasons, and what was silent. Asks the
 * operator's directory, then registries for each address and for the domain, the announcing network as upstream, and
 * drops whoever takes no mail. Network: registries and DNS through `sources`, never the host itself; keeps nothing, so
 * that one host's answer can never reach another.
 */
export const findContact = async (
  { target, category, domainIsMalicious = false, rightfulSite, settings, now }: ContactQuestion,
  all: Sources,
): Promise<ContactAnswer> => {
  const { host } = target;
  const besideDns = nameSystemOf(host);
  if (besideDns) return noLookUp(besideDns, now);
  const isAddress = readAddress(host) !== undefined;
  const [located, aliases] = await Promise.all([
    isAddress ? { addresses: [host], all: [host], more: 0, failures: [] } : locate(all, host, settings.allowReserved),
    isAddress ? [] : aliasesOf(all, host),
  ]);
  const sources = besideReported(all, { host, addresses: located.all });
  // A name of its own that only points to a platform still has a registrar; a name below the platform's has not.
  const isShared = isPlatformsOwn(host, settings);
  // A name such as gov.scot is a suffix and yet registered by somebody.
  const domain = isAddress || isShared ? undefined : (registrableDomain(host) ?? (isPublicSuffix(host) && host.includes(".") ? host : undefined));
  // Whose accounts are reported offers them: its domain was not registered for one of its users.
  const ofService = target.kind === "account" && !domainIsMalicious;

  const isUrgent = laneOf(category, false) === "urgent";
  const [around, ofDomain, guessed, vouched] = await Promise.all([
    networksAround(sources, located.addresses),
    domain && !ofService ? registrarContacts(sources, domain) : noFinding,
    domain && !isUrgent ? guessedDesk(sources, domain) : [],
    vouchedFor(sources, aliases, located),
  ]);
  const networks = around.map((network) => ({ ...network, finding: { ...network.finding, candidates: withCustomers(network.finding, ofDomain) } }));
  const namedBy = isShared ? "platform" : domain && isHostersName({ host, networks, isSuspicious: domainIsMalicious || isUrgent }) ? "host" : undefined;
  const registrar = namedBy === "host" ? ofHostersName(ofDomain) : ofDomain;
  const rules = deskRulesOf(settings);
  const origins = [...new Set(networks.flatMap(({ finding }) => finding.origins))];
  const place = { names: isAddress ? [] : [host, ...vouched.names], addresses: located.addresses, origins };
  const formRule = (candidate: Candidate) => formRuleOf(candidate, rules, place, now.slice(0, 10));
  const isVictim = isVictims(rightfulSite);
  const known = knownOf(settings, { host: isAddress ? undefined : host, vouched, networks, registrar }, now);
  const byNetworks = known.networks.flatMap((network) => network.candidates);
  const onForms = [...byNetworks, ...registrar.candidates].flatMap((candidate): readonly ContactForm[] => {
    const rule = formRule(candidate);
    return rule?.form ? [{ url: rule.form, scope: candidate.scope, ...(rule.name && { name: rule.name }) }] : [];
  });
  const hasDesk = known.candidates.some(({ scope }) => scope === "platform");
  const byRegistries = [
    ...known.networks.flatMap(({ candidates, proxy, platform, platformTakesNoMail }) =>
      withoutVictims(candidates, isVictim).map((candidate) =>
        proxy && candidate.scope === "network"
          ? behindProxy(candidate, proxy)
          : platform
            ? onPlatform(candidate, platform, hasDesk ? "lower" : platformTakesNoMail ? "a person's" : "as before")
            : candidate,
      ),
    ),
    ...withoutVictims(registrar.candidates, isVictim),
    ...guessed,
  ].map((candidate) => onForm(candidate, formRule(candidate)?.name));
  const [country] = known.countries;
  const named = [...known.candidates, ...byRegistries, ...known.countries.slice(0, networksToldAtMost).flatMap((one) => nationalDesks(settings, one))];
  const isOurs = isOurSide(settings);
  const silenced = optedOutOf(named, rules, place);
  const written = named.filter((candidate) => readMailbox(candidate.email).ok && !silenced.includes(candidate) && !isOurs(candidate.email));
  const circular = named.filter(({ email }) => isOurs(email));
  const delivered = await deliverableOnly(sources, withoutRepeats(written));
  const platformAt = known.networks.flatMap(({ platform, addresses }) => (platform === undefined ? [] : addresses));
  const failures: readonly SourceFailure[] = [
    ...known.failures,
    ...located.failures,
    ...vouched.failures,
    ...networks.flatMap(({ finding }) => finding.failures),
    ...registrar.failures,
    ...silenced.map(
      ({ scope }): SourceFailure => ({ source: "directory", outcome: "refused", detail: `The ${scope}'s contact asked never to be written to.` }),
    ),
    ...circular.map(
      ({ email }): SourceFailure => ({ source: "directory", outcome: "refused", detail: `${email} was left out: it belongs to us or to a reporter.` }),
    ),
    ...delivered.failures,
  ];
  const sameHost = isAddress ? undefined : await sameHostOf(sources, host, located, settings.allowReserved);
  const candidates = ranked(delivered.candidates);
  const usable = candidates.some(({ scope, confidence }) => scope !== "hotline" && scope !== "cert" && confidence !== "guess");
  const proxy = known.networks.find((network) => network.proxy !== undefined)?.proxy;
  return {
    askedAt: now,
    addresses: located.addresses,
    ...(located.more > 0 ? { unlooked: located.more } : {}),
    ...(sameHost && { sameHost }),
    candidates,
    forms: withoutRepeatedForms([...onForms, ...known.forms, ...networks.flatMap(({ finding }) => finding.forms), ...registrar.forms]),
    failures: withoutRepeatedFailures(failures),
    ...(country ? { country } : {}),
    ...(known.countries.length > 1 ? { countries: known.countries } : {}),
    ...(proxy ? { proxy } : {}),
    ...(known.platform ? { platform: known.platform } : {}),
    ...(known.platform && platformAt.length < located.addresses.length ? { platformAt } : {}),
    ...(namedBy && { namedBy }),
    ...(registrar.outOfDns ? { outOfDns: registrar.outOfDns } : {}),
    ...(origins.length > 0 ? { origins } : {}),
    ...(silenced.length > 0 ? { optedOut: [...new Set(silenced.map(({ email }) => email.toLowerCase()))] } : {}),
    retry: !usable && failures.some(({ outcome }) => outcome === "silent"),
  };
};

/** The answer for a name that is none of DNS: nothing may be asked of it, and asking again helps nobody. */
const noLookUp = ({ name, why }: NameSystem, askedAt: Instant): ContactAnswer => ({
  askedAt,
  addresses: [],
  candidates: [],
  forms: [],
  failures: [{ source: name, outcome: "none", detail: why }],
  retry: false,
});

/**
 * Sources that ask no server in the reported host's own domain, and none that stands where the host does. The sockets look
 * again, at each redirect too, so that a name which answers otherwise a moment later gains nothing. Network: one question
 * to DNS for each server that is no registry's own.
 */
const besideReported = (sources: Sources, reported: Reported): Sources => {
  const standsThere = async (server: string): Promise<boolean> => {
    if (reported.addresses.length === 0 || (await sources.registries()).isServer(server)) return false;
    const asked = await sources.addresses(server);
    return asked.kind === "answer" && asked.value.some((address) => reported.addresses.includes(readAddress(address)?.text ?? address));
  };
  return {
    ...sources,
    rdap: async (question) => {
      const server = "url" in question && URL.canParse(question.url) ? new URL(question.url).hostname : undefined;
      if (server !== undefined && (await standsThere(server))) return { kind: "refused", server, detail: `Not asked: ${atReported}` };
      return sources.rdap({ ...question, reported });
    },
    whois: async (question) => {
      const { server } = question;
      const isOwn = isOfReported(server, reported.host);
      if (isOwn || (await standsThere(server))) return { kind: "refused", server, detail: `Not asked: ${isOwn ? ofReported : atReported}` };
      return sources.whois({ ...question, reported });
    },
  };
};

/** A registrar's duty is about names that were registered for abuse; a hoster's own name was registered for its hosting. */
const ofHostersName = (registrar: Finding): Finding => ({
  ...registrar,
  forms: [],
  candidates: registrar.candidates.map((candidate) =>
    forPersonOnly(candidate, "The name is the hoster's own: its registrar has nothing to do with a customer's page."),
  ),
});

const behindProxy = (candidate: Candidate, name: string): Candidate => ({
  ...candidate,
  confidence: candidate.confidence === "guess" ? "guess" : "low",
  remarks: [...candidate.remarks, `${name} is a reverse proxy: it stands in front of the host and does not host.`],
});

/** The network below a platform: after the platform's own desk; a person's where the platform takes no mail; else as if no platform were known, or knowing it would tell nobody. */
const onPlatform = (candidate: Candidate, name: string, place: "lower" | "a person's" | "as before"): Candidate => {
  const lowered = candidate.confidence === "high" ? "medium" : candidate.confidence;
  return {
    ...candidate,
    // > CNAME to a platform → platform's desk, not RDAP (`../shared/domain/contacts.md` 4.4). A person may still choose the network's.
    confidence: place === "lower" ? lowered : place === "a person's" ? "guess" : candidate.confidence,
    remarks: [...candidate.remarks, `The page is on ${name}; this is the contact of the network below it, which is not who can take the page down.`],
  };
};

/** A provider that takes reports by its form: a person may still choose its mailbox. */
const onForm = (candidate: Candidate, provider: string | undefined): Candidate =>
  provider === undefined ? candidate : forPersonOnly(candidate, `${provider} takes reports by its form; mail there is mostly not acted on.`);

/**
 * Who is imitated or infringed is told by a person alone, while another desk answers for the same. Where registries name nobody
 * else it is the host itself, imitated or not, or the host of who is imitated.
 */
const withoutVictims = (candidates: readonly Candidate[], isVictim: (email: string) => boolean): readonly Candidate[] => {
  const isOthers = ({ email, confidence }: Candidate) => !isVictim(email) && confidence !== "guess";
  return candidates.map((candidate) =>
    isVictim(candidate.email) && candidates.some((other) => other.scope === candidate.scope && isOthers(other))
      ? forPersonOnly(candidate, "It belongs to who is imitated or infringed.")
      : candidate,
  );
};

/** What a registry names and a machine must not write to; a person may still choose it. */
const forPersonOnly = (candidate: Candidate, remark: string): Candidate => ({ ...candidate, confidence: "guess", remarks: [...candidate.remarks, remark] });

const scopeOrder: readonly Candidate["scope"][] = ["platform", "network", "registrar", "upstream", "hotline", "cert", "site"];
const sourceOrder: readonly Candidate["source"][] = ["person", "directory", "rdap", "whois", "dns"];

/** By scope, then confidence, then source; otherwise as the readers gave them. */
const ranked = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...candidates].sort(
    (a, b) => scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope) || byConfidence(a, b) || sourceOrder.indexOf(a.source) - sourceOrder.indexOf(b.source),
  );

/** Each mailbox once for each kind of desk, for all the addresses that it is named for. */
const withoutRepeats = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const isSame = (one: Candidate, other: Candidate) => other.email.toLowerCase() === one.email.toLowerCase() && other.scope === one.scope;
  return ranked(candidates)
    .filter((candidate, index, all) => all.findIndex((other) => isSame(candidate, other)) === index)
    .map((candidate) =>
      together(
        candidate,
        candidates.filter((other) => isSame(candidate, other)),
      ),
    );
};

const together = ({ serves: _, origins: __, ...candidate }: Candidate, all: readonly Candidate[]): Candidate => {
  const [serves, origins] = [all.map((one) => one.serves), all.map((one) => one.origins)];
  const union = (lists: readonly (readonly string[] | undefined)[]) => [...new Set(lists.flatMap((list) => list ?? []))];
  return {
    ...candidate,
    ...(serves.every((list) => list !== undefined) && { serves: union(serves) }),
    ...(origins.every((list) => list !== undefined) && { origins: union(origins) }),
  };
};

const withoutRepeatedFailures = (failures: readonly SourceFailure[]): readonly SourceFailure[] =>
  failures.filter(({ source, detail }, index) => failures.findIndex((other) => other.source === source && other.detail === detail) === index);

const withoutRepeatedForms = (forms: readonly ContactForm[]): readonly ContactForm[] =>
  forms.filter((form, index) => forms.findIndex(({ url }) => url === form.url) === index);
