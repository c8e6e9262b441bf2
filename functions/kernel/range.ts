import ipaddr from "ipaddr.js";
import { once } from "./once.ts";

/** Addresses of one version, ends included. */
export type AddressRange = { readonly version: 4 | 6; readonly start: bigint; readonly end: bigint };

const number = (address: ipaddr.IPv4 | ipaddr.IPv6): bigint =>
  address.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

const readOne = (text: string): { readonly version: 4 | 6; readonly value: bigint } | undefined => {
  // Registries write 074.125.000.000 and 200.57.128 for 74.125.0.0 and 200.57.128.0.
  const written = text.includes(":")
    ? text
    : [...text.split("."), "0", "0", "0"]
        .slice(0, 4)
        .map((part) => part.replace(/^0+(?=\d)/, ""))
        .join(".");
  if (!/^[0-9a-f:.]+$/i.test(written)) return undefined;
  if (written.includes(":"))
    return ipaddr.IPv6.isValid(written) ? { version: 6, value: number(ipaddr.IPv6.parse(written)) } : undefined;
  return ipaddr.IPv4.isValidFourPartDecimal(written)
    ? { version: 4, value: number(ipaddr.IPv4.parse(written)) }
    : undefined;
};

/** Two full IPv6 addresses and a note are 90 characters. The patterns below rescan a long run of spaces. */
const charactersAtMost = 200;

/** Reads `192.0.2.0 - 192.0.2.255`, `192.0.2.0/24`, `200.57.128/19`, `2001:db8::/32` or one address. */
export const readRange = (text: string): AddressRange | undefined => {
  if (text.length > charactersAtMost) return undefined;
  const written = text.trim().replace(/\s*\([^)]*\)$/, "");
  const ends = written.split(/\s+-\s+|\s*–\s*/);
  if (ends.length === 2) {
    const [start, end] = [readOne(ends[0] ?? ""), readOne(ends[1] ?? "")];
    return start && end && start.version === end.version && start.value <= end.value
      ? { version: start.version, start: start.value, end: end.value }
      : undefined;
  }
  const [address = "", bits] = written.split("/");
  const one = readOne(address);
  if (!one) return undefined;
  const width = one.version === 4 ? 32 : 128;
  const length = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
  if (!(length >= 0 && length <= width)) return undefined;
  const size = 1n << BigInt(width - length);
  const start = one.value - (one.value % size);
  return { version: one.version, start, end: start + size - 1n };
};

export const sizeOf = (range: AddressRange): bigint => range.end - range.start + 1n;

/** Prefixes that wrap IPv4 addresses, as `unwrapped` in `address.ts`, and the bits behind the address. */
const wrappings = once(() =>
  [
    { range: "::ffff:0:0/96", bitsBehind: 0n },
    { range: "64:ff9b::/96", bitsBehind: 0n },
    { range: "2002::/16", bitsBehind: 80n },
  ].flatMap(({ range, bitsBehind }) => {
    const read = readRange(range);
    return read ? [{ range: read, bitsBehind }] : [];
  }),
);

/**
 * The range of the addresses inside: `::ffff:192.0.2.0/120` is 192.0.2.0/24, as `readAddress` makes 192.0.2.7 of
 * `::ffff:192.0.2.7`. None for a whole wrapping, which is not meant as all of IPv4. For ranges that people write:
 * what registries hold of a wrapping is about the wrapping itself.
 */
export const unwrappedRange = (range: AddressRange): AddressRange | undefined => {
  const wrapping = wrappings().find(({ range: outer }) => covers(outer, range));
  if (!wrapping) return range;
  if (covers(range, wrapping.range)) return undefined;
  const ipv4 = (end: bigint): bigint => (end >> wrapping.bitsBehind) & 0xffff_ffffn;
  return { version: 4, start: ipv4(range.start), end: ipv4(range.end) };
};

/** `inner` is a range or one address. */
export const covers = (outer: AddressRange, inner: AddressRange): boolean =>
  outer.version === inner.version && outer.start <= inner.start && inner.end <= outer.end;

/**
 * Addresses read lately: one is compared with every known block. Longer texts are not cached: they may be slices of
 * a registry's whole answer, which would be kept with them.
 */
const lately = new Map<string, AddressRange | undefined>();
const latelyAtMost = 500;
const addressLength = 45;

const readLately = (address: string): AddressRange | undefined => {
  if (address.length > addressLength) return readRange(address);
  if (lately.has(address)) return lately.get(address);
  if (lately.size >= latelyAtMost) lately.clear();
  const range = readRange(address);
  lately.set(address, range);
  return range;
};

/** False for what is no address. */
export const holds = (range: AddressRange, address: string): boolean => {
  const one = readLately(address);
  return one !== undefined && covers(range, one);
};
