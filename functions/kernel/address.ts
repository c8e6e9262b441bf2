import ipaddr from "ipaddr.js";
import { oncePer } from "./once-per.ts";

/** Samples and tests may admit `documentation` and `loopback`, never the others. */
type Purpose = "public" | "documentation" | "loopback" | "reserved";

type Block = { readonly range: string; readonly purpose: Purpose; readonly name: string };

/** IANA's IPv4 special-purpose registry (RFC 6890 and later), without the globally reachable blocks. */
const ipv4Blocks: readonly Block[] = [
  { range: "0.0.0.0/8", purpose: "reserved", name: "this network" },
  { range: "10.0.0.0/8", purpose: "reserved", name: "private use" },
  { range: "100.64.0.0/10", purpose: "reserved", name: "carriers' shared space" },
  { range: "127.0.0.0/8", purpose: "loopback", name: "loopback" },
  { range: "169.254.0.0/16", purpose: "reserved", name: "link-local" },
  { range: "172.16.0.0/12", purpose: "reserved", name: "private use" },
  { range: "192.0.0.0/24", purpose: "reserved", name: "protocol assignments" },
  { range: "192.0.2.0/24", purpose: "documentation", name: "documentation" },
  { range: "192.88.99.0/24", purpose: "reserved", name: "6to4 relays" },
  { range: "192.168.0.0/16", purpose: "reserved", name: "private use" },
  { range: "198.18.0.0/15", purpose: "reserved", name: "benchmarks" },
  { range: "198.51.100.0/24", purpose: "documentation", name: "documentation" },
  { range: "203.0.113.0/24", purpose: "documentation", name: "documentation" },
  { range: "224.0.0.0/4", purpose: "reserved", name: "multicast" },
  { range: "240.0.0.0/4", purpose: "reserved", name: "future use" },
];

/** Inside global unicast (2000::/3). All outside of it is reserved. */
const ipv6Blocks: readonly Block[] = [
  { range: "2001:db8::/32", purpose: "documentation", name: "documentation" },
  { range: "3fff::/20", purpose: "documentation", name: "documentation" },
  // Teredo, ORCHID, benchmarks and other protocol assignments: nobody answers for such a network.
  { range: "2001::/23", purpose: "reserved", name: "protocol assignments" },
  { range: "2002::/16", purpose: "reserved", name: "6to4" },
];

/** Parsed once: a lookup asks after dozens of addresses, and parsing a range costs more than comparing it. */
const readOnce = oncePer((range: string) => ipaddr.parseCIDR(range));

const within = (address: ipaddr.IPv4 | ipaddr.IPv6, range: string): boolean => {
  const [network, bits] = readOnce(range);
  return address.kind() === network.kind() && address.match(network, bits);
};

/**
 * The IPv4 address inside a mapped (::ffff:0:0/96), 6to4 (2002::/16, RFC 3056) or NAT64 (64:ff9b::/96, RFC 6052)
 * address. Others come back as they are.
 */
const unwrapped = (address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 => {
  if (address instanceof ipaddr.IPv4) return address;
  const bytes = address.toByteArray();
  if (address.isIPv4MappedAddress() || within(address, "64:ff9b::/96")) return new ipaddr.IPv4(bytes.slice(12));
  if (within(address, "2002::/16")) return new ipaddr.IPv4(bytes.slice(2, 6));
  return address;
};

/** `text`: four decimal numbers, or IPv6 by RFC 5952 without brackets. */
export type Address = {
  readonly version: 4 | 6;
  readonly text: string;
  readonly purpose: Purpose;
  readonly block?: string;
};

const purposeOf = (address: ipaddr.IPv4 | ipaddr.IPv6): { readonly purpose: Purpose; readonly block?: string } => {
  if (address instanceof ipaddr.IPv6 && !within(address, "2000::/3")) {
    return within(address, "::1/128")
      ? { purpose: "loopback", block: "loopback" }
      : { purpose: "reserved", block: "outside global unicast" };
  }
  const blocks = address instanceof ipaddr.IPv4 ? ipv4Blocks : ipv6Blocks;
  const block = blocks.find(({ range }) => within(address, range));
  return block ? { purpose: block.purpose, block: block.name } : { purpose: "public" };
};

/**
 * Reads an address literal: four decimal numbers without leading zeros, or IPv6 without brackets and zone. A
 * wrapped IPv4 address gives the IPv4 address. `undefined` for everything else, also for `inet_aton`'s octal,
 * hexadecimal and short forms: two readers would see two different hosts in those.
 */
export const readAddress = (text: string): Address | undefined => {
  const isIpv4 = /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text);
  if (!isIpv4 && !(/^[0-9a-f:.]+$/i.test(text) && text.includes(":") && ipaddr.IPv6.isValid(text))) return undefined;
  const address = unwrapped(ipaddr.parse(text));
  return {
    version: address instanceof ipaddr.IPv4 ? 4 : 6,
    text: address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString(),
    ...purposeOf(address),
  };
};

/** Whether a lookup may connect there: only to public addresses, and to loopback for samples and tests. */
export const mayConnect = (text: string, allowLoopback: boolean): boolean => {
  const address = readAddress(text);
  // Azure's wire server: it looks public but gives machines inside their secrets.
  if (!address || address.text === "168.63.129.16") return false;
  return address.purpose === "public" || (allowLoopback && address.purpose === "loopback");
};

/** Whether nobody answers there. `allowReserved` (samples and tests) admits documentation and loopback. */
export const isReserved = (address: Address, allowReserved: boolean): boolean =>
  address.purpose !== "public" && !(allowReserved && address.purpose !== "reserved");
