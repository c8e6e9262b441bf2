import type { Candidate, ContactAnswer, ContactForm, SourceFailure } from "../case/candidate.ts";
import { withoutRepeatedForms } from "../case/contact-facts.ts";
import { sourceName } from "../case/contact-source.ts";
import { readAddress } from "../kernel/address.ts";
import { type NameSystem, nameSystemOf } from "../kernel/beside-dns.ts";
import { domainOf } from "../kernel/domain.ts";
import type { Instant } from "../kernel/instant.ts";
import { isNational, runsPage } from "../kernel/scope.ts";
import { askAbout, type ContactQuestion, type Heard, type Whereabouts, whereIs } from "./ask-about-host.ts";
import { besideReported } from "./beside-reported.ts";
import { deliverableOnly, isListed } from "./deliverable.ts";
import { desksOf } from "./desks-of-host.ts";
import { type Finding, noFinding } from "./finding.ts";
import { type KnownOfHost, knownOf } from "./known-of-host.ts";
import { isSharedName, isWellKnownName } from "./listed-names.ts";
import { sameHostOf } from "./locate.ts";
import { customerOf, deskOf, providerAt } from "./platforms.ts";
import { ranked, withoutRepeats } from "./ranked.ts";
import { sharedInfrastructure } from "./shared-infrastructure.ts";
import type { Sources } from "./sources.ts";
import { withChannels } from "./with-channels.ts";

/**
 * Who answers for abuse at a target's host: all candidates, best first, with reasons, and what was silent. Asks
 * the operator's directory, then registries for each address and the domain, with the announcing network as
 * upstream, and drops contacts that take no mail. Network: registries and DNS through `sources`, never the host
 * itself. Keeps nothing, so that one host's answer can never reach another.
 */
export const lookUpContact = async (question: ContactQuestion, all: Sources): Promise<ContactAnswer> => {
  const { target, settings, now } = question;
  const besideDns = nameSystemOf(target.host);
  if (besideDns) return noLookUp(besideDns, now);
  const where = await whereIs(question, all);
  const { name, located, addresses } = where;
  const sources = besideReported(all, { host: target.host, addresses: located.all });
  const heard = await askAbout(question, where, sources);
  const origins = [...new Set(heard.networks.flatMap(({ finding }) => finding.origins))];
  const provider = providerAt({ host: name, aliases: heard.vouched.names, addresses, origins }, settings);
  const desk = provider && deskOf(provider.row, now);
  const listed = desk && !desk.countsAlone && (await isListed(sources, desk.email)) ? [desk.email] : [];
  const registrar = heard.namedBy === "host" ? noFinding : heard.registrar;
  const known = knownOf(settings, { ...heard, host: name, registrar, listed }, now);
  const names = name === undefined ? [] : [name, ...heard.vouched.names];
  const desks = desksOf(question, heard, known, { names, addresses, origins });
  const delivered = await deliverableOnly(sources, withoutRepeats(desks.written));
  const sameHost = name === undefined ? undefined : await sameHostOf(sources, name, located, settings.allowReserved);
  const silenced = [...new Set(desks.silenced.map(({ email }) => email.toLowerCase()))];
  const failures = [
    ...known.failures,
    ...located.failures,
    ...heard.vouched.failures,
    ...heard.networks.flatMap(({ finding }) => finding.failures),
    ...heard.registrar.failures,
    ...desks.silenced.map(optedOut),
    ...desks.circular.map(ownMailbox),
    ...delivered.failures,
  ];
  const forms = [
    ...desks.forms,
    ...known.forms,
    ...heard.networks.flatMap(({ finding }) => finding.forms),
    ...heard.registrar.forms,
  ];
  const candidates = ranked(delivered.candidates);
  const usable = candidates.some(({ scope, confidence }) => !isNational(scope) && confidence !== "guess");
  const answer: ContactAnswer = {
    askedAt: now,
    candidates,
    forms: platformsFirst(withoutRepeatedForms(forms)),
    failures: withoutRepeatedFailures(failures),
    ...placeIn(where),
    sameHost,
    ...providersIn(question, where, heard, known),
    origins: origins.length > 0 ? origins : undefined,
    neighbours: neighboursIn(heard),
    optedOut: silenced.length > 0 ? silenced : undefined,
    retry: !usable && failures.some(({ outcome }) => outcome === "silent"),
  };
  return withChannels(answer, { settings, names });
};

const placeIn = ({ located, mail }: Whereabouts) => ({
  addresses: located.addresses,
  mailAt: mail?.exchangers,
  unlooked: located.more > 0 ? located.more : undefined,
});

const providersIn = (
  { target, settings, now }: ContactQuestion,
  { located }: Whereabouts,
  { registrar, namedBy }: Heard,
  { countries, unconfirmedCountries, networks, platform }: KnownOfHost,
): Partial<ContactAnswer> => {
  const platformAt = networks.flatMap((network) => (network.platform === undefined ? [] : network.addresses));
  return {
    country: countries[0],
    countries: countries.length > 1 ? countries : undefined,
    unconfirmedCountries: unconfirmedCountries.length > 0 ? unconfirmedCountries : undefined,
    proxy: networks.find(({ proxy }) => proxy !== undefined)?.proxy,
    platform,
    customer: namedBy === "platform" ? customerOf(target.host, settings) : undefined,
    platformAt: platform && platformAt.length < located.addresses.length ? platformAt : undefined,
    namedBy,
    outOfDns: registrar.outOfDns,
    heldSince: registrar.isHeldByRegistry ? now : undefined,
    everybodys: sharedInfrastructure(target.host),
    name: nameIn(target.host, registrar, now),
  };
};

/** Nothing for an address. A date to come is nobody's registration. */
const nameIn = (host: string, finding: Finding, now: Instant): ContactAnswer["name"] => {
  if (readAddress(host) !== undefined) return undefined;
  const labels = host.split(".");
  const parents = labels.slice(0, -1).map((_, at) => labels.slice(at).join("."));
  return {
    registeredAt: [finding.registeredAt, finding.firstRegisteredAt].find((at) => at !== undefined && at <= now),
    ...(parents.some(isSharedName) && { isShared: true }),
    ...([host, domainOf(host)].some(isWellKnownName) && { isWellKnown: true }),
  };
};

const neighboursIn = ({ networks }: Heard): ContactAnswer["neighbours"] => {
  const known = networks.filter(({ neighbours }) => neighbours !== undefined);
  const of = [...new Set(known.flatMap(({ finding }) => finding.origins))];
  const systems = [...new Set(known.flatMap(({ neighbours }) => neighbours ?? []))];
  return known.length > 0 ? { of, systems } : undefined;
};

const optedOut = ({ scope }: Candidate): SourceFailure => ({
  source: "directory",
  outcome: "refused",
  detail: `The ${scope}'s contact asked never to be written to.`,
});
const ownMailbox = ({ email }: Candidate): SourceFailure => ({
  source: "directory",
  outcome: "refused",
  detail: `${email} was left out: it belongs to us or to a reporter.`,
});

/** For a name outside DNS: nothing may be asked of it, and a retry helps nobody. */
const noLookUp = ({ name, why }: NameSystem, askedAt: Instant): ContactAnswer => ({
  askedAt,
  addresses: [],
  candidates: [],
  forms: [],
  failures: [{ source: "name system", server: name, outcome: "none", detail: why }],
  retry: false,
});

const withoutRepeatedFailures = (failures: readonly SourceFailure[]): readonly SourceFailure[] =>
  failures.filter(
    (one, index) =>
      failures.findIndex((other) => sourceName(other) === sourceName(one) && other.detail === one.detail) === index,
  );

/** Who can take the page down comes before what stands in front of it. */
const platformsFirst = (forms: readonly ContactForm[]): readonly ContactForm[] => [
  ...forms.filter(({ scope }) => runsPage(scope)),
  ...forms.filter(({ scope }) => !runsPage(scope)),
];
