import { type Candidate, countriesOf, isNamedIn } from "../case/candidate.ts";
import type { TargetCase } from "../case/case.ts";
import { sharedPlatformSuffix } from "../kernel/host.ts";
import { isNational, isNetworks, isOfHost, isOfName, isSites, runsPage } from "../kernel/scope.ts";
import type { Reporter, Settings } from "../kernel/settings.ts";
import { isChildAbuse, isDnsAbuse } from "../report/category.ts";
import { standingReporters } from "./notifiers.ts";
import type { PartName } from "./part-names.ts";

/**
 * Where Regulation (EU) 2022/2065 applies for certain. Its place in the EEA agreement is not
 * claimed.
 */
const europeanUnion = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

/** Where it is hosted, by the recipient or by the look-up: for words and languages, not for law. */
export const countryOf = (state: Pick<TargetCase, "contact">, to: Candidate): string | undefined =>
  (to.country ?? state.contact?.country)?.toUpperCase();

/**
 * Where this recipient itself is, as a law asks that binds it there. A platform need not be where
 * its machines are, nor a registrar. A network without a country of its own is where the look-up
 * that names it found the host, if that was one country.
 */
const ownCountryOf = ({ contact }: TargetCase, to: Candidate): string | undefined => {
  if (to.country !== undefined) return to.country.toUpperCase();
  if (!isNetworks(to.scope) || contact === undefined || contact.platform !== undefined) return undefined;
  const [country, ...others] = countriesOf(contact);
  return others.length === 0 && isNamedIn(contact, to.email) ? country : undefined;
};

type Ground = Extract<PartName, `ground.${string}`>;
/** A notice about a case to one recipient, and where that recipient is, if it is known. */
type Asked = {
  readonly state: TargetCase;
  readonly to: Candidate;
  readonly country: string | undefined;
  readonly settings: Pick<Settings, "reporters">;
};

/**
 * > … a ‘hosting’ service, consisting of the storage of information provided by, and at the request
 * of, a recipient of the service (Regulation (EU) 2022/2065, Art. 3(g)(iii))
 *
 * Who gives a peer access is a mere conduit (Art. 4), and who stands in front of the host caches
 * (Art. 5). Neither has a mechanism for notices.
 */
const hostsInUnion = ({ state, to, country }: Asked): boolean =>
  isOfHost(to.scope) &&
  !to.isInFront &&
  state.target.kind !== "peer" &&
  country !== undefined &&
  europeanUnion.has(country);

/** Reporters who stand by the case and were designated for its category, in order of arrival. */
const flaggersOf = ({ state, settings }: Pick<Asked, "state" | "settings">): readonly Reporter[] =>
  standingReporters(state, settings).filter(({ trustedFlagger }) => trustedFlagger.includes(state.category));

/** When each ground may stand, in the order in which they stand in a notice. */
const mayStand = {
  /** Art. 16(1): "Providers of hosting services shall put mechanisms in place". */
  "ground.dsa": hostsInUnion,
  /**
   * Art. 18(1): "a criminal offence involving a threat to the life or safety of a person". Recital
   * 56 counts the offences of Directive 2011/93/EU (child sexual abuse) among them.
   */
  "ground.dsa-life": (asked) => hostsInUnion(asked) && isChildAbuse(asked.state.category),
  /**
   * Art. 22(1), of providers of online platforms: "notices submitted by trusted flaggers, acting
   * within their designated area of expertise, … are given priority". A mere host has no such duty.
   */
  "ground.trusted-flagger": (asked) => hostsInUnion(asked) && runsPage(asked.to.scope) && flaggersOf(asked).length > 0,
  /**
   * 18 U.S.C. 2258E(6): "an electronic communication service provider or remote computing service".
   * So it binds who gives access or stands in front as well, but no carrier of carriers.
   */
  "ground.us-provider": ({ state, to, country }) =>
    isOfHost(to.scope) && country === "US" && isChildAbuse(state.category),
  "ground.raa": ({ state, to }) => isOfName(to.scope) && whyNotUnderRaa(state) === undefined,
  "ground.terms": ({ to }) => !isNational(to.scope) && !isSites(to.scope),
  "ground.national": ({ to }) => isNational(to.scope),
  /** The site's owner is asked for help and bound by no terms of their own. */
  "ground.site": ({ to }) => isSites(to.scope),
  /** It claims nothing: it says what 17 U.S.C. 512(c)(3) wants and this mail is not. */
  "ground.copyright": ({ state, country }) =>
    state.category === "copyright" && (country === undefined || country === "US"),
  "ground.good-faith": () => true,
} as const satisfies Record<Ground, (asked: Asked) => boolean>;

/**
 * > no one-hour duty without an order, no perjury statement by a machine, no registrar duty for
 * content
 *
 * The names of the grounds on which this recipient may be asked, each a text `ground.…`. What is
 * not listed is not claimed: TAKE IT DOWN needs the depicted person's signature, 17 U.S.C.
 * 512(c)(3) the right holder's, Regulation (EU) 2021/784 an authority's order. A law that binds in
 * one country is not claimed where the recipient's is unknown.
 */
export const groundsOf = (
  state: TargetCase,
  to: Candidate,
  settings: Pick<Settings, "reporters">,
): readonly string[] => {
  const asked: Asked = { state, to, country: ownCountryOf(state, to), settings };
  return Object.entries(mayStand).flatMap(([ground, stands]) => (stands(asked) ? [ground] : []));
};

/**
 * The reporter as whom a notice to this recipient claims priority (DSA Art. 22), by whose name the
 * text may say so. None about child abuse, whose notifier is named to nobody (Art. 16(2)(c)): there
 * the ground stands without a name.
 */
export const flaggerOf = (
  state: TargetCase,
  to: Candidate,
  settings: Pick<Settings, "reporters">,
): Reporter | undefined =>
  isChildAbuse(state.category) || !groundsOf(state, to, settings).includes("ground.trusted-flagger")
    ? undefined
    : flaggersOf({ state, settings })[0];

/**
 * Why ICANN's contract with registrars does not cover a case, in one sentence; `undefined` where it
 * does.
 */
export const whyNotUnderRaa = ({
  category,
  target,
  contact,
}: Pick<TargetCase, "category" | "target" | "contact">): string | undefined => {
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

/** Top-level domains of more than two letters for which no registrar is accredited by ICANN. */
const withoutRegistrars = new Set(["arpa", "edu", "gov", "int", "mil"]);

/**
 * A name under a generic top-level domain, where ICANN has a say. Two letters are a country; `xn--`
 * may be one, and a false claim is worse than none, so those are left out as well as addresses.
 */
const isGenericName = (host: string): boolean => {
  const last = host.split(".").at(-1) ?? "";
  return host.includes(".") && /^[a-z]{3,63}$/.test(last) && !withoutRegistrars.has(last);
};
