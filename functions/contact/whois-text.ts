import type { Candidate, Confidence } from "../case/candidate.ts";
import { once } from "../kernel/once.ts";
import type { Scope } from "../kernel/scope.ts";
import { eachOnce } from "./desks.ts";

export type FoundInText = {
  readonly email: string;
  readonly confidence: Confidence;
  readonly remark?: string;
  readonly name?: string;
  readonly beside?: true;
};

/** Each mailbox once, in order. */
export const candidatesOf = (
  found: readonly FoundInText[],
  scope: Scope,
  facts: { readonly range?: string; readonly country?: string },
): readonly Candidate[] =>
  eachOnce(found).map(({ remark, ...desk }) => ({
    ...desk,
    scope,
    source: "whois",
    ...facts,
    remarks: remark ? [remark] : [],
  }));

/** A referral's host without scheme, port and path. None of `rwhois://`: its answer is the right one. */
export const referralHost = (value: string): string | undefined => {
  const named = /^(?:(whois|https?):\/\/)?([a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?)(?::\d{1,5})?(?:\/.*)?$/i.exec(
    value.trim(),
  );
  const host = named?.[2]?.toLowerCase();
  return host?.includes(".") ? host : undefined;
};

/** `NL`, `NL # Netherlands`. `EU`, `AP` and `ZZ` name none, and would hide another source's country. */
export const countryCode = (value: string | undefined): string | undefined => {
  const code = value?.trim().slice(0, 2).toUpperCase();
  // Not of a name such as El Salvador.
  return value && /^[A-Za-z]{2}(?!\s*[A-Za-z])/.test(value.trim()) && code !== "ZZ" && code !== "EU" && code !== "AP"
    ? code
    : undefined;
};

/** Countries that addresses call by other names than CLDR. */
const otherNames: Readonly<Record<string, string>> = {
  UK: "GB",
  "GREAT BRITAIN": "GB",
  ENGLAND: "GB",
  SCOTLAND: "GB",
  USA: "US",
  TURKEY: "TR",
  "RUSSIAN FEDERATION": "RU",
  "CZECH REPUBLIC": "CZ",
  "HONG KONG": "HK",
  "REPUBLIC OF KOREA": "KR",
};

const lettersOf = (text: string): string => text.normalize("NFD").replace(/[^\p{L} ]/gu, "");

const namesOfCountries = once(() => {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    // Withdrawn codes have the names of their successors.
    .filter((code) => new Intl.Locale(`und-${code}`).region === code);
  return new Map([
    ...codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[lettersOf(name).toUpperCase(), code] as const];
    }),
    ...Object.entries(otherNames),
  ]);
});

/** By the end of a postal address: `Salamanca, SPAIN`, `the Netherlands`, `London GB`. Others name none. */
export const countryOfAddress = (address: string): string | undefined => {
  const line = address.slice(-200).replaceAll("\\n", "\n").trim().split(/[\n,]/).at(-1) ?? "";
  const end = lettersOf(line).trim().toUpperCase().replace(/^THE /, "");
  return namesOfCountries().get(end) ?? countryCode(/(?:^| )([A-Z]{2})$/.exec(end)?.[1]);
};
