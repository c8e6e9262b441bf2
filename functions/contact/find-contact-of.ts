import type { Candidate, ContactAnswer, ContactForm, SourceFailure } from "../case/candidate.ts";
import { formRuleOf, optedOutOf } from "../case/desk-rules.ts";
import { readAddress } from "../kernel/address.ts";
import { isPublicSuffix, registrableDomain, sharedPlatformSuffix } from "../kernel/host.ts";
import type { Instant } from "../kernel/instant.ts";
import { isOfReported, ofReported } from "../kernel/look-up-url.ts";
import { readMailbox } from "../kernel/mailbox.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, laneOf } from "../report/category.ts";
import type { Target } from "../report/report.ts";
import { deliverableOnly, guessedDesk } from "./deliverable.ts";
import { deskRulesOf, nationalDesks, platformOf, proxies, readDirectory } from "./directory.ts";
import { registrarContacts } from "./domain-contact.ts";
import { noFinding } from "./finding.ts";
import { aliasesOf, locate, sameHostOf } from "./locate.ts";
import { aroundNetwork } from "./network-contact.ts";
import { isOurSide, isVictims } from "./parties.ts";
import type { Sources } from "./sources.ts";

export type ContactQuestion = {
  readonly target: Target;
  readonly category: Category;
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
export const findContact = async ({ target, category, rightfulSite, settings, now }: ContactQuestion, all: Sources): Promise<ContactAnswer> => {
  const { host } = target;
  const sources = besideReported(all, host);
  const isAddress = readAddress(host) !== undefined;
  const [located, aliases] = await Promise.all([
    isAddress ? { addresses: [host], failures: [] } : locate(sources, host, settings.allowReserved),
    isAddress ? [] : aliasesOf(sources, host),
  ]);
  const names = isAddress ? [] : [host, ...aliases];
  // A name of its own that only points to a platform still has a registrar; a name below the platform's has not.
  const isShared =
    !isAddress &&
    (readDirectory(settings, { names: [host] }, now).platform !== undefined || platformOf([host]) !== undefined || sharedPlatformSuffix(host) !== undefined);
  // A name such as gov.scot is a suffix and yet registered by somebody.
  const domain = isAddress || isShared ? undefined : (registrableDomain(host) ?? (isPublicSuffix(host) && host.includes(".") ? host : undefined));

  const [network, registrar, guessed] = await Promise.all([
    aroundNetwork(sources, located.addresses),
    domain ? registrarContacts(sources, domain) : noFinding,
    domain && laneOf(category, false) === "standard" ? guessedDesk(sources, domain) : [],
  ]);
  const desks = [...network.candidates, ...registrar.candidates].map(({ email }) => email);
  const directory = readDirectory(settings, { names, addresses: located.addresses, origins: network.origins, desks }, now);
  const proxy = directory.proxy ?? proxies.find(({ asns }) => asns.some((asn) => network.origins.includes(asn)))?.name;
  const platform = directory.platform ?? platformOf(names)?.name;
  const country = directory.country ?? network.country;

  const rules = deskRulesOf(settings);
  const place = { names, addresses: located.addresses, origins: network.origins };
  const formRule = (candidate: Candidate) => formRuleOf(candidate, rules, place, now.slice(0, 10));
  const onForms = [...network.candidates, ...registrar.candidates].flatMap((candidate): readonly ContactForm[] => {
    const rule = formRule(candidate);
    return rule?.form ? [{ url: rule.form, scope: candidate.scope, ...(rule.name && { name: rule.name }) }] : [];
  });
  const isVictim = isVictims(rightfulSite);
  const hasDesk = directory.candidates.some(({ scope }) => scope === "platform");
  const byRegistries = [
    ...network.candidates.map((candidate) =>
      proxy && candidate.scope === "network" ? behindProxy(candidate, proxy) : platform ? onPlatform(candidate, platform, hasDesk) : candidate,
    ),
    ...registrar.candidates,
    ...guessed,
  ].map((candidate) => forPersonOnly(candidate, formRule(candidate)?.name, isVictim(candidate.email)));
  const named = [...directory.candidates, ...byRegistries, ...nationalDesks(settings, country)];
  const isOurs = isOurSide(settings);
  const silenced = optedOutOf(named, rules, place);
  const written = named.filter((candidate) => readMailbox(candidate.email).ok && !silenced.includes(candidate) && !isOurs(candidate.email));
  const circular = named.filter(({ email }) => isOurs(email));
  const delivered = await deliverableOnly(sources, withoutRepeats(written));
  const failures: readonly SourceFailure[] = [
    ...directory.failures,
    ...located.failures,
    ...network.failures,
    ...registrar.failures,
    ...(platform && directory.platform === undefined
      ? [
          {
            source: "directory",
            outcome: "none",
            detail: `The host is on ${platform}; our directory does not say where that platform takes reports, so a person must.`,
          } as const,
        ]
      : []),
    ...silenced.map(
      ({ scope }): SourceFailure => ({ source: "directory", outcome: "refused", detail: `The ${scope}'s contact asked never to be written to.` }),
    ),
    ...circular.map(
      ({ email }): SourceFailure => ({ source: "directory", outcome: "refused", detail: `${email} was left out: it belongs to us or to a reporter.` }),
    ),
    ...delivered.failures,
  ];
  const sameHost = isAddress ? undefined : await sameHostOf(sources, host, located.addresses, settings.allowReserved);
  const candidates = ranked(delivered.candidates);
  const usable = candidates.some(({ scope, confidence }) => scope !== "hotline" && scope !== "cert" && confidence !== "guess");
  return {
    askedAt: now,
    addresses: located.addresses,
    ...(sameHost && { sameHost }),
    candidates,
    forms: withoutRepeatedForms([...onForms, ...directory.forms, ...network.forms, ...registrar.forms]),
    failures,
    ...(country ? { country } : {}),
    ...(proxy ? { proxy } : {}),
    ...(platform ? { platform } : {}),
    ...(registrar.outOfDns ? { outOfDns: registrar.outOfDns } : {}),
    ...(network.origins.length > 0 ? { origins: network.origins } : {}),
    ...(silenced.length > 0 ? { optedOut: [...new Set(silenced.map(({ email }) => email.toLowerCase()))] } : {}),
    retry: !usable && failures.some(({ outcome }) => outcome === "silent"),
  };
};

/** Sources that ask no server in the reported host's own domain. */
const besideReported = (sources: Sources, reported: string): Sources => ({
  ...sources,
  rdap: (question) => sources.rdap({ ...question, reported }),
  whois: (question) =>
    isOfReported(question.server, reported)
      ? Promise.resolve({ kind: "refused", server: question.server, detail: `Not asked: ${ofReported}` })
      : sources.whois(question),
});

const behindProxy = (candidate: Candidate, name: string): Candidate => ({
  ...candidate,
  confidence: candidate.confidence === "guess" ? "guess" : "low",
  remarks: [...candidate.remarks, `${name} is a reverse proxy: it stands in front of the host and does not host.`],
});
const onPlatform = (candidate: Candidate, name: string, hasDesk: boolean): Candidate => ({
  ...candidate,
  // > CNAME to a platform → platform's desk, not RDAP (`../shared/domain/contacts.md` 4.4). A person may still choose the network's.
  confidence: !hasDesk ? "guess" : candidate.confidence === "high" ? "medium" : candidate.confidence,
  remarks: [...candidate.remarks, `The page is on ${name}; this is the contact of the network below it, which is not who can take the page down.`],
});

/** What a registry names and a machine must not write to; a person may still choose it. */
const forPersonOnly = (candidate: Candidate, formOnly: string | undefined, isVictim: boolean): Candidate =>
  formOnly === undefined && !isVictim
    ? candidate
    : {
        ...candidate,
        confidence: "guess",
        remarks: [
          ...candidate.remarks,
          ...(formOnly === undefined ? [] : [`${formOnly} takes reports by its form; mail there is mostly not acted on.`]),
          ...(isVictim ? ["It belongs to who is imitated or infringed."] : []),
        ],
      };

const scopeOrder: readonly Candidate["scope"][] = ["platform", "network", "registrar", "upstream", "hotline", "cert", "site"];
const confidenceOrder: readonly Candidate["confidence"][] = ["high", "medium", "low", "guess"];
const sourceOrder: readonly Candidate["source"][] = ["person", "directory", "rdap", "whois", "dns"];

/** By scope, then confidence, then source; otherwise as the readers gave them. */
const ranked = (candidates: readonly Candidate[]): readonly Candidate[] =>
  [...candidates].sort(
    (a, b) =>
      scopeOrder.indexOf(a.scope) - scopeOrder.indexOf(b.scope) ||
      confidenceOrder.indexOf(a.confidence) - confidenceOrder.indexOf(b.confidence) ||
      sourceOrder.indexOf(a.source) - sourceOrder.indexOf(b.source),
  );

const withoutRepeats = (candidates: readonly Candidate[]): readonly Candidate[] =>
  ranked(candidates).filter(
    (candidate, index, all) =>
      all.findIndex((other) => other.email.toLowerCase() === candidate.email.toLowerCase() && other.scope === candidate.scope) === index,
  );

const withoutRepeatedForms = (forms: readonly ContactForm[]): readonly ContactForm[] =>
  forms.filter((form, index) => forms.findIndex(({ url }) => url === form.url) === index);
