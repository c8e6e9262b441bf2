import ipaddr from "ipaddr.js";
import { type AddressRange, covers, holds, readRange, sizeOf } from "../kernel/range.ts";

/**
 * Prefix lengths under which an answer may be kept. The shortest is a slice, /16 or /32, as one party is
 * typically given as a whole: a wide block usually has smaller ones inside that others answer for, so that its
 * answer counts only for the slice around the asked address.
 *
 * A lookup pays for every length it reads, so every second one is enough: a block of a length between is kept
 * once for each half.
 */
const lengths = {
  4: { width: 32, turns: [16, 20, 24, 28, 32], kept: [32, 30, 28, 26, 24, 22, 20, 18, 16] },
  // Given away by nibbles, a host no less than a /64. What is written smaller is kept for its one address.
  6: { width: 128, turns: [32, 40, 48, 56, 64, 128], kept: [128, 64, 60, 56, 52, 48, 44, 40, 36, 32] },
} as const;

const written = (version: 4 | 6, start: bigint, length: number): string => {
  const hex = start.toString(16).padStart(lengths[version].width / 4, "0");
  return `${ipaddr.fromByteArray([...Buffer.from(hex, "hex")])}/${length}`;
};

const around = (address: AddressRange, length: number): AddressRange => {
  const size = 1n << BigInt(lengths[address.version].width - length);
  const start = address.start - (address.start % size);
  return { version: address.version, start, end: start + size - 1n };
};

/** The prefixes of possible answers for this address, longest first: 9 for IPv4, 10 for IPv6. */
export const prefixesOf = (address: string): readonly string[] => {
  const one = readRange(address);
  return one ? lengths[one.version].kept.map((length) => written(one.version, around(one, length).start, length)) : [];
};

/** The least that one party is given: /24 or /48. */
const neighbours = { 4: 24, 6: 48 } as const;

/** True if whoever has one address has the other. */
export const areNeighbours = (address: string, other: string): boolean => {
  const [one, two] = [readRange(address), readRange(other)];
  return one !== undefined && two !== undefined && covers(around(one, neighbours[one.version]), two);
};

/** The slice around an address: /16 or /32. */
export const sliceOf = (address: string): string => turnsOf(address)[0] ?? address;

/** What a turn to ask may cover, widest first: slice, narrower parts, the address. Each in `prefixesOf`. */
export const turnsOf = (address: string): readonly string[] => {
  const one = readRange(address);
  return one
    ? lengths[one.version].turns.map((length) => written(one.version, around(one, length).start, length))
    : [address];
};

/** Most smaller blocks that one kept answer names, so that it stays small. */
const holesAtMost = 200;

/** Most places kept for one answer: a block between the kept lengths is two of them, in IPv6 up to eight. */
const placesAtMost = 8;

/** A part of a block with one answer: `prefix` but for the `holes`, which have answers of their own. */
export type Place = { readonly prefix: string; readonly holes: readonly string[] };

/**
 * The largest prefix of the lengths above around an address that lies wholly in a block, with the block's
 * children inside it, then those of the same length beside it in the block. The address alone where the block is
 * unreadable, does not hold the address, or has a child that does: then nothing is known of any neighbour.
 */
export const placesIn = (block: string, children: readonly string[], address: string): readonly Place[] => {
  const one = readRange(address);
  if (!one) return [{ prefix: address, holes: [] }];
  const { width, kept } = lengths[one.version];
  const whole = readRange(block);
  const read = children.map((text) => ({ text, range: readRange(text) }));
  const holesIn = (prefix: AddressRange) =>
    read.flatMap(({ text, range }) =>
      range && range.version === prefix.version && range.start <= prefix.end && prefix.start <= range.end ? [text] : [],
    );
  // A child that has all of it has its own answer.
  const isPlace = (prefix: AddressRange) =>
    whole !== undefined &&
    covers(whole, prefix) &&
    holesIn(prefix).length <= holesAtMost &&
    !read.some(({ range }) => range && covers(range, prefix));
  const isSure = read.every(({ range }) => range && !covers(range, one));
  const at = isSure ? kept.findLastIndex((length) => isPlace(around(one, length))) : -1;
  const length = kept[at];
  if (length === undefined) return [{ prefix: written(one.version, one.start, width), holes: [] }];
  const own = around(one, length);
  const size = own.end - own.start + 1n;
  // Up to the next wider length, or alone where that is far off.
  const bits = length - (kept[at + 1] ?? length);
  const frame = around(one, bits > 4 ? length : length - bits);
  const all = Array.from({ length: Number((frame.end - frame.start + 1n) / size) }, (_, n) =>
    around({ ...one, start: frame.start + BigInt(n) * size }, length),
  );
  const beside = all.filter((prefix) => prefix.start !== own.start && isPlace(prefix));
  return [own, ...beside]
    .slice(0, placesAtMost)
    .map((prefix) => ({ prefix: written(prefix.version, prefix.start, length), holes: holesIn(prefix) }));
};

/** `undefined` where the range is not one prefix. */
export const cidrOf = ({ version, start, end }: AddressRange): string | undefined => {
  const size = end - start + 1n;
  const bits = size.toString(2).length - 1;
  return size === 1n << BigInt(bits) && start % size === 0n
    ? written(version, start, lengths[version].width - bits)
    : undefined;
};

/** The smaller first. What has no range, as a system, keeps its place. */
export const bySize = (a: { readonly range?: AddressRange }, b: { readonly range?: AddressRange }): number =>
  a.range && b.range ? Number(sizeOf(a.range) - sizeOf(b.range)) : 0;

/** False for an unreadable range. */
export const holdsAddress = (range: string, address: string): boolean => {
  const block = readRange(range);
  return block !== undefined && holds(block, address);
};
