import ipaddr from "ipaddr.js";
import { type AddressRange, covers, holds, readRange } from "../kernel/range.ts";

/**
 * How long the prefixes are under which an answer may be kept. The shortest is a slice: a wide block usually has smaller
 * ones inside that other parties answer for, so that its answer counts for the slice around the asked address and no
 * further, and one turn to ask covers one slice. /16 and /32 are what one party is typically given as a whole.
 *
 * A look-up reads every length, whether something stands there or not, and each is paid for: so every second one is enough, and a
 * block of a length between them is asked about once for each of its halves.
 */
const lengths = {
  4: { width: 32, slice: 16, kept: [32, 30, 28, 26, 24, 22, 20, 18, 16] },
  // Given away by nibbles, and nobody assigns a host less than a /64; what is written smaller is kept for its one address.
  6: { width: 128, slice: 32, kept: [128, 64, 60, 56, 52, 48, 44, 40, 36, 32] },
} as const;

const written = (version: 4 | 6, start: bigint, length: number): string => {
  if (version === 4) return `${[24n, 16n, 8n, 0n].map((shift) => (start >> shift) & 255n).join(".")}/${length}`;
  const bytes = Array.from({ length: 16 }, (_, at) => Number((start >> BigInt(8 * (15 - at))) & 255n));
  return `${new ipaddr.IPv6(bytes).toRFC5952String()}/${length}`;
};

const around = (address: AddressRange, length: number): AddressRange => {
  const size = 1n << BigInt(lengths[address.version].width - length);
  const start = address.start - (address.start % size);
  return { version: address.version, start, end: start + size - 1n };
};

/** The prefixes under which an answer for this address may stand, longest first: 9 for IPv4, 10 for IPv6. */
export const prefixesOf = (address: string): readonly string[] => {
  const one = readRange(address);
  return one ? lengths[one.version].kept.map((length) => written(one.version, around(one, length).start, length)) : [];
};

/** What one party is given at the least, so that addresses within it are one party's: /24 or /48. */
const neighbours = { 4: 24, 6: 48 } as const;

/** True for two addresses of which whoever has the one has the other. */
export const areNeighbours = (address: string, other: string): boolean => {
  const [one, two] = [readRange(address), readRange(other)];
  return one !== undefined && two !== undefined && covers(around(one, neighbours[one.version]), two);
};

/** The slice around an address: /16 or /32. */
export const sliceOf = (address: string): string => {
  const one = readRange(address);
  return one ? written(one.version, around(one, lengths[one.version].slice).start, lengths[one.version].slice) : address;
};

/**
 * The largest prefix around an address, of the lengths above, that lies wholly in the range which a registry returned. The address alone where
 * the range is not given, not readable, or does not hold the address: then it says nothing about any neighbour.
 */
export const prefixWithin = (range: string | undefined, address: string): string => {
  const one = readRange(address);
  if (!one) return address;
  const block = range === undefined ? undefined : readRange(range);
  const { width, kept } = lengths[one.version];
  const length = block ? [...kept].reverse().find((candidate) => covers(block, around(one, candidate))) : undefined;
  return written(one.version, around(one, length ?? width).start, length ?? width);
};

/** True where a range reads and holds the address. */
export const holdsAddress = (range: string, address: string): boolean => {
  const block = readRange(range);
  return block !== undefined && holds(block, address);
};
