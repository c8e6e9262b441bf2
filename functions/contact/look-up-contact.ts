import {
  type Candidate,
  type ContactAnswer,
  type ContactForm,
  type SourceFailure,
  withoutRepeatedForms,
} from "../case/candidate.ts";
import { formOf, formRuleOf, optedOutOf } from "../case/desk-rules.ts";
import { networksToldAtMost } from "../case/networks.ts";
import { readAddress } from "../kernel/address.ts";
import { type NameSystem, nameSystemOf } from "../kernel/beside-dns.ts";
import { countryOfName, wwwTwin } from "../kernel/host.ts";
import type { Instant } from "../kernel/instant.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import { isNational, isOfHost, isToldAtHome, runsPage } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, laneOf } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { targetFacts } from "../report/target.ts";
import { atPlatform } from "./at-platform.ts";
import { besideReported } from "./beside-reported.ts";
import { boughtName } from "./bootstrap.ts";
import { deliverableOnly, guessedDesk, isListed } from "./deliverable.ts";
import { deskRulesOf, nationalDesks } from "./directory.ts";
import { registrarContacts } from "./domain-contact.ts";
import { noFinding } from "./finding.ts";
import { behindProxy, bySaidForm, ofHostersName, onForm, withoutVictims } from "./for-person.ts";
import { knownOf } from "./known-of-host.ts";
import { aliasesOf, locate, mailHostsOf, sameHostOf, vouchedFor } from "./locate.ts";
import { networksAround, withBehind } from "./network-contact.ts";
import { isOurSide, isVictims } from "./parties.ts";
import { isAllCustomers, isHostersName, withCustomers } from "./party.ts";
import { customerOf, isPlatformsOwn, platformOf } from "./platforms.ts";
import { ranked, withoutRepeats } from "./ranked.ts";
import type { Sources } from "./sources.ts";

export type ContactQuestion = {
  readonly target: Target;
  readonly category: Category;
  /** The reporter says that the domain was registered for the abuse. */
  readonly domainIsMalicious?: boolean | undefined;
  /**
   * Where the rightful thing is, if the report names it: who is imitated is never told by itself.
   */
  readonly rightfulSite?: string | undefined;
  readonly settings: Settings;
  readonly now: Instant;
};

/**
 * Who answers for abuse at a target's host: all candidates, best first, with their reasons, and
 * what was silent. Asks the operator's directory, then registries for each address and for the
 * domain, the announcing network as upstream, and drops whoever takes no mail. Network: registries
 * and DNS through `sources`, never the host itself; keeps nothing, so that one host's answer can
 * never reach another.
 */
export const lookUpContact = async (
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
  // A name for mail alone is served by whoever takes its mail.
  const isNowhere = located.addresses.length === 0 && located.failures.some(({ outcome }) => outcome === "none");
  const mail =
    targetFacts[target.kind].isWholeHost && isNowhere
      ? await mailHostsOf(all, host, settings.allowReserved)
      : undefined;
  const addresses = mail?.addresses ?? located.addresses;
  const sources = besideReported(all, { host, addresses: located.all });
  // A name of its own that only points to a platform still has a registrar; a name below the
  // platform's has not.
  const isShared = isPlatformsOwn(host, settings);
  const domain = isAddress || isShared ? undefined : boughtName(host);
  // Whose accounts are reported offers them: its domain was not registered for one of its users.
  const ofService = targetFacts[target.kind].isOneOfMany && !domainIsMalicious;

  const isUrgent = laneOf(category, false) === "urgent";
  const [around, ofDomain, guessed, vouched] = await Promise.all([
    networksAround(sources, addresses),
    domain && !ofService ? registrarContacts(sources, domain) : noFinding,
    domain && !isUrgent ? guessedDesk(sources, domain) : [],
    mail ? { names: mail.exchangers, addresses, failures: [] } : vouchedFor(sources, aliases, located),
  ]);
  const marked = around.map((network) => ({
    ...network,
    finding: { ...network.finding, candidates: withCustomers(network.finding, ofDomain) },
  }));
  const networks = await Promise.all(
    marked.map((network) => (!isShared && isAllCustomers(host, network) ? withBehind(sources, network) : network)),
  );
  const namedBy = isShared
    ? "platform"
    : domain && isHostersName({ host, networks, isSuspicious: domainIsMalicious || isUrgent })
      ? "host"
      : undefined;
  const customer = customerOf(host, settings);
  const registrar = namedBy === "host" ? ofHostersName(ofDomain) : ofDomain;
  const rules = deskRulesOf(settings);
  const origins = [...new Set(networks.flatMap(({ finding }) => finding.origins))];
  const place = { names: isAddress ? [] : [host, ...vouched.names], addresses, origins };
  const formRule = (candidate: Candidate) => formRuleOf(candidate, rules, place, now.slice(0, 10));
  const isVictim = isVictims(rightfulSite);
  const desk = platformOf(
    { host: isAddress ? undefined : host, aliases: vouched.names, addresses, origins },
    settings,
    now,
  )?.desk;
  const listed = desk && !desk.countsAlone && (await isListed(sources, desk.email)) ? [desk.email] : [];
  const known = knownOf(
    settings,
    {
      host: isAddress ? undefined : host,
      vouched,
      networks,
      registrar: namedBy === "host" ? noFinding : registrar,
      listed,
    },
    now,
  );
  const byNetworks = known.networks.flatMap((network) => network.candidates);
  const onForms = [...byNetworks, ...registrar.candidates].flatMap((candidate): readonly ContactForm[] => {
    const rule = formRule(candidate);
    return rule ? formOf(rule, candidate) : [];
  });
  const byRegistries = [
    ...known.networks.flatMap(({ candidates, holders, proxy, platform }) =>
      withoutVictims(candidates, isVictim).map((candidate) =>
        proxy && isOfHost(candidate.scope)
          ? behindProxy(candidate, proxy)
          : platform
            ? atPlatform(candidate, platform, holders)
            : candidate,
      ),
    ),
    ...withoutVictims(registrar.candidates, isVictim),
    ...guessed,
  ]
    .map(bySaidForm)
    .map((candidate) => onForm(candidate, formRule(candidate)?.name));
  const [country] = known.countries;
  // One host below an honest name: its holder is reached by the team of the name's own country, and
  // not by a registrar.
  const isBelowHonest = domain !== undefined && !domainIsMalicious && domain !== host && wwwTwin(host) === undefined;
  const atHome = isBelowHonest
    ? nationalDesks(settings, countryOfName(domain)).filter(({ scope }) => isToldAtHome(scope))
    : [];
  const named = [
    ...known.candidates,
    ...byRegistries,
    ...known.countries.slice(0, networksToldAtMost).flatMap((one) => nationalDesks(settings, one)),
    ...atHome,
  ];
  const isOurs = isOurSide(settings);
  const silenced = optedOutOf(named, rules, place);
  const written = named.filter(
    (candidate) => readMailbox(candidate.email).ok && !silenced.includes(candidate) && !isOurs(candidate.email),
  );
  const circular = named.filter(({ email }) => isOurs(email));
  const delivered = await deliverableOnly(sources, withoutRepeats(written));
  const platformAt = known.networks.flatMap(({ platform, addresses: at }) => (platform === undefined ? [] : at));
  const failures: readonly SourceFailure[] = [
    ...known.failures,
    ...located.failures,
    ...vouched.failures,
    ...networks.flatMap(({ finding }) => finding.failures),
    ...registrar.failures,
    ...silenced.map(
      ({ scope }): SourceFailure => ({
        source: "directory",
        outcome: "refused",
        detail: `The ${scope}'s contact asked never to be written to.`,
      }),
    ),
    ...circular.map(
      ({ email }): SourceFailure => ({
        source: "directory",
        outcome: "refused",
        detail: `${email} was left out: it belongs to us or to a reporter.`,
      }),
    ),
    ...delivered.failures,
  ];
  const sameHost = isAddress ? undefined : await sameHostOf(sources, host, located, settings.allowReserved);
  const candidates = ranked(delivered.candidates);
  const usable = candidates.some(({ scope, confidence }) => !isNational(scope) && confidence !== "guess");
  const proxy = known.networks.find((network) => network.proxy !== undefined)?.proxy;
  return {
    askedAt: now,
    addresses: located.addresses,
    ...(mail && { mailAt: mail.exchangers }),
    ...(located.more > 0 ? { unlooked: located.more } : {}),
    ...(sameHost && { sameHost }),
    candidates,
    forms: platformsFirst(
      withoutRepeatedForms([
        ...onForms,
        ...known.forms,
        ...networks.flatMap(({ finding }) => finding.forms),
        ...registrar.forms,
      ]),
    ),
    failures: withoutRepeatedFailures(failures),
    ...(country ? { country } : {}),
    ...(known.countries.length > 1 ? { countries: known.countries } : {}),
    ...(proxy ? { proxy } : {}),
    ...(known.platform ? { platform: known.platform } : {}),
    ...(namedBy === "platform" && customer && { customer }),
    ...(known.platform && platformAt.length < located.addresses.length ? { platformAt } : {}),
    ...(namedBy && { namedBy }),
    ...(registrar.outOfDns ? { outOfDns: registrar.outOfDns } : {}),
    ...(origins.length > 0 ? { origins } : {}),
    ...(silenced.length > 0 ? { optedOut: [...new Set(silenced.map(({ email }) => email.toLowerCase()))] } : {}),
    retry: !usable && failures.some(({ outcome }) => outcome === "silent"),
  };
};

/**
 * The answer for a name that is none of DNS: nothing may be asked of it, and asking again helps
 * nobody.
 */
const noLookUp = ({ name, why }: NameSystem, askedAt: Instant): ContactAnswer => ({
  askedAt,
  addresses: [],
  candidates: [],
  forms: [],
  failures: [{ source: name, outcome: "none", detail: why }],
  retry: false,
});

const withoutRepeatedFailures = (failures: readonly SourceFailure[]): readonly SourceFailure[] =>
  failures.filter(
    ({ source, detail }, index) =>
      failures.findIndex((other) => other.source === source && other.detail === detail) === index,
  );

/** Who can take the page down before what stands in front of it. */
const platformsFirst = (forms: readonly ContactForm[]): readonly ContactForm[] => [
  ...forms.filter(({ scope }) => runsPage(scope)),
  ...forms.filter(({ scope }) => !runsPage(scope)),
];
