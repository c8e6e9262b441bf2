import type { Candidate, Confidence } from "../case/candidate.ts";
import { once } from "../kernel/once.ts";
import type { Scope } from "../kernel/scope.ts";

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
  found
    .filter(
      (entry, index) => found.findIndex((other) => other.email.toLowerCase() === entry.email.toLowerCase()) === index,
    )
    .map((entry) => ({
      email: entry.email,
      scope,
      ...(entry.name ? { name: entry.name } : {}),
      source: "whois",
      ...(facts.range ? { range: facts.range } : {}),
      confidence: entry.confidence,
      ...(entry.beside && { beside: true }),
      ...(facts.country ? { country: facts.country } : {}),
      remarks: entry.remark ? [entry.remark] : [],
    }));

/** A referral's host without scheme, port and path. None of `rwhois://`: its answer is the right one. */
export const referralHost = (value: string): string | undefined => {
  const named = /^(?:(whois|https?):\/\/)?([a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?)(?::\d{1,5})?(?:\/.*)?$/i.exec(
    value.trim(),
  );
  const host = named?.[2]?.toLowerCase();
  return host?.includes(".") ? host : undefined;
};

/** Keys in lower case without closing colon, with their values. Comment lines are left out. */
export const keyedLines = (
  text: string,
): readonly { readonly key: string; readonly value: string; readonly indent: number }[] =>
  text.split("\n").flatMap((line) => {
    if (line.length > 4000 || /^[%#;]/.test(line)) return [];
    const colon = line.indexOf(":");
    const indent = line.length - line.trimStart().length;
    if (colon < 0) return [{ key: "", value: line.trim(), indent }];
    return [{ key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim(), indent }];
  });

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

const namesOfCountries = once(() => {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    // Withdrawn codes have the names of their successors.
    .filter((code) => new Intl.Locale(`und-${code}`).region === code);
  return new Map([
    ...codes.flatMap((code): readonly (readonly [string, string])[] => {
      const name = names.of(code);
      return name === undefined
        ? []
        : [
            [
              name
                .normalize("NFD")
                .replace(/[^\p{L} ]/gu, "")
                .toUpperCase(),
              code,
            ],
          ];
    }),
    ...Object.entries(otherNames),
  ]);
});

/** By the end of a postal address: `Salamanca, SPAIN`, `the Netherlands`, `London GB`. Others name none. */
export const countryOfAddress = (address: string): string | undefined => {
  const line = address.slice(-200).replaceAll("\\n", "\n").trim().split(/[\n,]/).at(-1) ?? "";
  const plain = line.normalize("NFD").replace(/[^\p{L} ]/gu, "");
  const end = plain.trim().toUpperCase().replace(/^THE /, "");
  return namesOfCountries().get(end) ?? countryCode(/(?:^| )([A-Z]{2})$/.exec(end)?.[1]);
};
