import { cidrOf } from "../contact/prefix.ts";
import { readDeskMatch } from "../kernel/desk-match.ts";
import { isPublicSuffix, sharedPlatformSuffix } from "../kernel/domain.ts";
import { isSharedByStrangers } from "../kernel/mail-providers.ts";
import { type AddressRange, readRange, sizeOf } from "../kernel/range.ts";

/** Wider than any one provider's block that a person would mean. */
const widest = { 4: 16, 6: 32 } as const;
const bitsOf = { 4: 32, 6: 128 } as const;

const isTooWide = (range: AddressRange): boolean =>
  sizeOf(range) > 1n << BigInt(bitsOf[range.version] - widest[range.version]);

/** A whole top-level domain, or what a registry sells names below, like co.uk. */
const isRegistrys = (name: string): boolean =>
  !name.includes(".") || (isPublicSuffix(name) && sharedPlatformSuffix(name) === undefined);

/** Registries' own domains: many a network's record names a mailbox of theirs. */
const registries: readonly string[] = ["ripe.net", "arin.net", "apnic.net", "lacnic.net", "afrinic.net"];

/** Means the pages of thousands of strangers, or a registry's own desk for many networks. */
export const isWide = (written: string): boolean => {
  const match = readDeskMatch(written);
  const name = match.kind === "mail-domain" ? match.domain : match.kind === "name" ? match.name : undefined;
  return name !== undefined && (registries.includes(name) || sharedPlatformSuffix(`x.${name}`) === name);
};

const systemAtMost = 2 ** 32 - 1;

/** Why a system's number or a range is misspelt, with what to write; else nothing. */
export const misspelt = (written: string): string | undefined => {
  const line = written.trim();
  const [, number] = /^AS(\d+)$/i.exec(line) ?? [];
  // RFC 7607: AS 0 announces nothing. RFC 6793: numbers have four octets.
  if (number !== undefined && (Number(number) === 0 || Number(number) > systemAtMost))
    return `${line} is no system; its number is from 1 to ${systemAtMost}`;
  const [, address = "", bits = ""] = /^([0-9a-f:.]+)\/(\d+)$/i.exec(line) ?? [];
  const range = readRange(line);
  if (bits === "" || !range || isTooWide(range)) return undefined;
  const network = cidrOf(range);
  if (readRange(address)?.start !== range.start)
    return `${line} begins within its network; write ${network}, or ${address} alone`;
  return bits === String(Number(bits)) ? undefined : `${line} has a length that begins with 0; write ${network}`;
};

/** Why a pattern means too much for one row, with what to write instead; else nothing. */
export const tooBroad = (written: string): string | undefined => {
  const match = readDeskMatch(written);
  if (/\/\d+$/.test(written.trim()) && match.kind === "name")
    return `${written} is no range of addresses; write one like 192.0.2.0/24`;
  switch (match.kind) {
    case "range":
      return isTooWide(match.range) || readRange(written) === undefined
        ? `${written} is wider than one block; name ranges of /${widest[4]} (IPv4) or /${widest[6]} (IPv6) ` +
            "at most, or the system by its number"
        : undefined;
    case "mail-domain":
      if (isRegistrys(match.domain)) return `${written} means everybody below a public suffix; name one mail domain`;
      return isSharedByStrangers(match.domain)
        ? `at ${written} anybody may have a mailbox; name the one mailbox`
        : undefined;
    case "name":
      return isRegistrys(match.name.replaceAll("#", "0"))
        ? `${written} means everybody below a public suffix; name one provider's domain`
        : undefined;
    case "system":
    case "mailbox":
      return undefined;
  }
};
