import type { Candidate } from "../case/candidate.ts";
import type { Case } from "../case/case.ts";
import { ownCountryOf } from "../case/contact-facts.ts";
import { isTransit } from "../contact/transit.ts";
import { sharedPlatformSuffix } from "../kernel/domain.ts";
import { isNational, isNetworks, isOfHost, isOfName, isSites, runsPage } from "../kernel/scope.ts";
import type { Reporter, Settings } from "../kernel/settings.ts";
import { isChildAbuse, isDnsAbuse } from "../report/category.ts";
import { targetFacts } from "../report/target.ts";
import { namedReporters } from "./notifiers.ts";
import type { PartName } from "./part-names.ts";
import { isSubstantiated } from "./required.ts";

/** Where Regulation (EU) 2022/2065 applies for certain. Its place in the EEA is not claimed. */
const europeanUnion = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** Where it is hosted, by recipient or lookup: for words and languages, not for law. */
export const countryOf = (state: Pick<Case, "contact">, to: Candidate): string | undefined =>
  (to.country ?? state.contact?.country)?.toUpperCase();

type Ground = Extract<PartName, `ground.${string}`>;
/** `country`: the recipient's, where known. */
type Asked = {
  readonly state: Case;
  readonly to: Candidate;
  readonly country: string | undefined;
  readonly settings: Pick<Settings, "reporters">;
};

/**
 * Access and transit are mere conduits (Art. 4), whoever is in front caches (Art. 5): none has a notice
 * mechanism.
 * > … a ‘hosting’ service, consisting of the storage of information provided by, and at the request of, a
 * > recipient of the service (Regulation (EU) 2022/2065, Art. 3(g)(iii))
 */
const hostsInUnion = ({ state, to, country }: Asked): boolean =>
  isOfHost(to.scope) &&
  !to.isInFront &&
  !isCarrier(to) &&
  !targetFacts[state.target.kind].isMachine &&
  country !== undefined &&
  europeanUnion.has(country);

/** A network announced only by sellers of transit: a carrier's own, and its colocation. */
const isCarrier = ({ scope, range = "", origins = [] }: Candidate): boolean =>
  isNetworks(scope) && (isTransit(range.toUpperCase()) || (origins.length > 0 && origins.every(isTransit)));

/** Reporters named in the notice and designated for its category, in order of arrival. */
const flaggersOf = ({ state, settings }: Pick<Asked, "state" | "settings">): readonly Reporter[] =>
  namedReporters(state, settings).filter(({ trustedFlagger }) => trustedFlagger.includes(state.category));

/**
 * Production is 2251; distribution and possession 2252 and 2252A; trafficking 1591; whoever "persuades, induces,
 * entices, or coerces" a child breaks 2422(b). Grooming may fall short, and what is unstated is no offence.
 * > … facts or circumstances … from which there is an apparent violation of section 2251, 2251A, 2252, 2252A,
 * > 2252B, or 2260 that involves child pornography, of section 1591 (if the violation involves a minor), or of
 * > 2422(b) (18 U.S.C. 2258A(a)(2)(A), as the REPORT Act of 2024 has it)
 */
const listedOffences: readonly (string | undefined)[] = [
  "production",
  "distribution",
  "possession",
  "trafficking",
  "solicitation",
  "sextortion",
];
const isReportedToNcmec = ({ category, evidence }: Case): boolean =>
  category === "csam" || (category === "csem" && listedOffences.includes(evidence.exploitationType));

/** In the order in which they stand in a notice. */
const mayStand = {
  /**
   * Art. 16(1): "Providers of hosting services shall put mechanisms in place". Art. 16(2)(a): with "a sufficiently
   * substantiated explanation of the reasons".
   */
  "ground.dsa": (asked) => hostsInUnion(asked) && isSubstantiated(asked.state),
  /**
   * Art. 18(1): "a criminal offence involving a threat to the life or safety of a person". Recital
   * 56 counts the offences of Directive 2011/93/EU (child sexual abuse) among them.
   */
  "ground.dsa-life": (asked) => hostsInUnion(asked) && isChildAbuse(asked.state.category),
  /**
   * Art. 22(1), of providers of online platforms: "notices submitted by trusted flaggers, acting
   * within their designated area of expertise, … are given priority". A mere host has no such duty.
   */
  "ground.trusted-flagger": (asked) =>
    hostsInUnion(asked) && isSubstantiated(asked.state) && runsPage(asked.to.scope) && flaggersOf(asked).length > 0,
  /**
   * 18 U.S.C. 2258E(6): "an electronic communication service provider or remote computing service". It binds who
   * gives access or stands in front as well, but no carrier of carriers.
   */
  "ground.us-provider": ({ state, to, country }) => isOfHost(to.scope) && country === "US" && isReportedToNcmec(state),
  /** RAA 3.18.2: "When Registrar has actionable evidence that a Registered Name … is being used for DNS Abuse". */
  "ground.raa": ({ state, to }) => isOfName(to.scope) && isSubstantiated(state) && whyNotUnderRaa(state) === undefined,
  "ground.terms": ({ to }) => !isNational(to.scope) && !isSites(to.scope),
  "ground.national": ({ to }) => isNational(to.scope),
  /** The owner is asked for help, bound by no terms of their own. */
  "ground.site": ({ to }) => isSites(to.scope),
  "ground.good-faith": () => true,
} as const satisfies Record<Ground, (asked: Asked) => boolean>;

/**
 * The grounds on which this recipient may be asked, each a text `ground.…`. Never claimed: TAKE IT DOWN needs the
 * depicted person's signature, 17 U.S.C. 512(c)(3) the right holder's, Regulation (EU) 2021/784 an authority's
 * order. One country's law is not claimed where the recipient's country is unknown.
 * > no one-hour duty without an order, no perjury statement by a machine, no registrar duty for content
 */
export const groundsOf = (state: Case, to: Candidate, settings: Pick<Settings, "reporters">): readonly string[] => {
  const asked: Asked = { state, to, country: ownCountryOf(state.contact, to), settings };
  return Object.entries(mayStand).flatMap(([ground, stands]) => (stands(asked) ? [ground] : []));
};

/** The reporter, named in the notice, as whom it asks this recipient for priority (DSA Art. 22). */
export const flaggerOf = (state: Case, to: Candidate, settings: Pick<Settings, "reporters">): Reporter | undefined =>
  groundsOf(state, to, settings).includes("ground.trusted-flagger") ? flaggersOf({ state, settings })[0] : undefined;

/** Why ICANN's registrar contract does not cover a case, in one sentence; `undefined` if it does. */
export const whyNotUnderRaa = ({
  category,
  target,
  contact,
}: Pick<Case, "category" | "target" | "contact">): string | undefined => {
  if (!isDnsAbuse(category))
    return `ICANN has no say here: its contracts count malware, botnets and phishing as DNS abuse, not ${category}.`;
  if (!isGenericName(target.host))
    return (
      "ICANN has no say here: its contracts cover names under generic top-level domains alone, " +
      "not a country's and no address."
    );
  return contact?.namedBy === "platform" || sharedPlatformSuffix(target.host) !== undefined
    ? "ICANN has no say here: the name was given out by a provider below its own, and not by a registrar."
    : undefined;
};

/** Longer than two letters, without a registrar that ICANN accredits. */
const withoutRegistrars = new Set(["arpa", "edu", "gov", "int", "mil"]);

/** Two letters are a country, `xn--` may be one: left out, as a false claim is worse than none. */
const isGenericName = (host: string): boolean => {
  const last = host.split(".").at(-1) ?? "";
  return host.includes(".") && /^[a-z]{3,63}$/.test(last) && !withoutRegistrars.has(last);
};
