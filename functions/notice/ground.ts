import type { Candidate } from "../case/candidate.ts";
import type { TargetCase } from "../case/case.ts";
import { isNational, isOfHost, isOfName } from "../kernel/scope.ts";
import type { Settings } from "../kernel/settings.ts";
import { isChildAbuse, isDnsAbuse } from "../report/category.ts";

/**
 * Where Regulation (EU) 2022/2065 applies for certain. Its place in the EEA agreement is not
 * claimed.
 */
const europeanUnion = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);

export const countryOf = (state: Pick<TargetCase, "contact">, to: Candidate): string | undefined =>
  (to.country ?? state.contact?.country)?.toUpperCase();

/**
 * > no one-hour duty without an order, no perjury statement by a machine, no registrar duty for
 * content
 *
 * The names of the grounds on which this recipient may be asked, each a text `ground.…`. What is
 * not listed is not claimed: TAKE IT DOWN needs the depicted person's signature, 17 U.S.C.
 * 512(c)(3) the right holder's, Regulation (EU) 2021/784 an authority's order. DSA Art. 16 binds
 * hosting services, so never a network that only carries, nor a registrar.
 */
export const groundsOf = (state: TargetCase, to: Candidate, settings: Settings): readonly string[] => {
  const country = countryOf(state, to);
  const isHost = isOfHost(to.scope);
  const underDsa = isHost && country !== undefined && europeanUnion.has(country);
  const flagged =
    underDsa &&
    settings.reporters.some(
      ({ id, trustedFlagger }) =>
        trustedFlagger.includes(state.category) && state.reporters.includes(id) && !state.withdrawn.includes(id),
    );
  const underRaa = isOfName(to.scope) && whyNotUnderRaa(state) === undefined;
  return [
    ...(underDsa ? ["ground.dsa"] : []),
    ...(flagged ? ["ground.trusted-flagger"] : []),
    ...(isHost && country === "US" && isChildAbuse(state.category) ? ["ground.us-provider"] : []),
    ...(underRaa ? ["ground.raa"] : []),
    isNational(to.scope) ? "ground.national" : "ground.terms",
    ...(state.category === "copyright" ? ["ground.copyright"] : []),
    "ground.good-faith",
  ];
};

/**
 * Why ICANN's contract with registrars does not cover a case, in one sentence; `undefined` where it
 * does.
 */
export const whyNotUnderRaa = ({ category, target }: Pick<TargetCase, "category" | "target">): string | undefined => {
  if (!isDnsAbuse(category))
    return `ICANN has no say here: its contracts count malware, botnets and phishing as DNS abuse, not ${category}.`;
  return isGenericName(target.host)
    ? undefined
    : "ICANN has no say here: its contracts cover names under generic top-level domains alone, not a country's and no address.";
};

/**
 * A name under a generic top-level domain, where ICANN has a say. Two letters are a country; `xn--`
 * may be one, and a false claim is worse than none, so those are left out as well as addresses.
 */
const isGenericName = (host: string): boolean => {
  const last = host.split(".").at(-1) ?? "";
  return host.includes(".") && /^[a-z]{3,63}$/.test(last);
};
