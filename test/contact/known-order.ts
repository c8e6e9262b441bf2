import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { type KnownStore, knownIn } from "../../functions/contact/known.ts";
import { networksAround } from "../../functions/contact/network-contact.ts";
import type { Sources } from "../../functions/contact/sources.ts";
import { randomFrom } from "../../infra/bench/random.ts";
import { memoryKnownStore } from "../support/memory-known-store.ts";
import { type Block, type NestedWorld, nestedSources } from "../support/nested-world.ts";

const seed = 20261125;
const random = randomFrom(seed);
const below = (count: number): number => Math.floor(random() * count);
const oneOf = <T>(all: readonly T[]): T => {
  const found = all[below(all.length)];
  if (found === undefined) throw new Error("nothing to take from");
  return found;
};
const chance = (share: number): boolean => random() < share;

const text4 = (value: bigint) => [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
const text6 = (value: bigint) =>
  (value.toString(16).padStart(32, "0").match(/.{4}/g) ?? [])
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":");
const families = {
  // 198.18.0.0/15 is for benchmarks (RFC 2544) and 2001:db8::/32 for documents: nobody's, and as
  // wide as the widest slice.
  4: { root: (198n << 24n) | (18n << 16n), width: 32, lengths: [16, 24, 27, 29], text: text4 },
  6: { root: 0x20010db8n << 96n, width: 128, lengths: [32, 48, 56, 64], text: text6 },
} as const;
type Family = (typeof families)[4 | 6];
type Span = { readonly start: bigint; readonly end: bigint };

const spanOf = ({ width }: Family, start: bigint, length: number): Span => ({
  start,
  end: start + (1n << BigInt(width - length)) - 1n,
});
const within = ({ start, end }: Span): bigint => start + BigInt(Math.floor(random() * Number(end - start + 1n)));

/**
 * Blocks in blocks in blocks; the parents often share an edge with a child, and some IPv4 blocks
 * are no prefix.
 */
const nested = (family: Family, at: number, span: Span, from: readonly Span[] = []): readonly Span[] => {
  const length = family.lengths[at + 1];
  if (length === undefined) return [...from, span];
  const count = 1 + below(3);
  const children = Array.from({ length: count }, (_, child) => {
    const room = (span.end - span.start + 1n) / BigInt(count);
    const size = 1n << BigInt(family.width - length);
    const start =
      span.start + BigInt(child) * room + (chance(0.5) ? 0n : (within({ start: 0n, end: room - size }) / size) * size);
    const aligned = start - (start % size) < span.start ? start : start - (start % size);
    const whole = spanOf(family, aligned, length);
    return family.width === 32 && chance(0.2) ? { start: whole.start, end: whole.end - 3n } : whole;
  }).filter((child, n, all) => child.end <= span.end && all.every((other, m) => m >= n || other.end < child.start));
  return [...from, span, ...children.flatMap((child) => (chance(0.8) ? nested(family, at + 1, child) : [child]))];
};

const kinds = [
  "ALLOCATED PA",
  "ASSIGNED PA",
  "ASSIGNED PI",
  "SUB-ALLOCATED PA",
  "AGGREGATED-BY-LIR",
  "DIRECT ALLOCATION",
  "REASSIGNMENT",
  "ASSIGNED NON-PORTABLE",
];
const habits: readonly Pick<NestedWorld, "registry" | "speaks" | "lists">[] = (
  ["ripe", "apnic", "afrinic", "arin", "lacnic"] as const
).flatMap((registry) =>
  (["whole", "by-link", "cut", "silent", "no"] as const).flatMap((lists) =>
    (registry === "arin" || registry === "lacnic" ? (["rdap"] as const) : (["rdap", "whois"] as const)).map(
      (speaks) => ({ registry, speaks, lists }),
    ),
  ),
);

const addressesAtMost = 24;

/**
 * A world, addresses at and beside the edges of its blocks, and what is said of each by whoever
 * keeps nothing.
 */
const aWorld = async (habit: (typeof habits)[number], version: 4 | 6) => {
  const family = families[version];
  const written = ({ start, end }: Span) => `${family.text(start)} - ${family.text(end)}`;
  const spans = nested(family, 0, spanOf(family, family.root, family.lengths[0]));
  const blocks = spans.map(
    (span, at): Block => ({
      range: written(span),
      desk: at === 0 || chance(0.7) ? "own" : chance(0.5) ? "handle" : "none",
      // Some registries say nothing of a block's kind, and some of what is said is wrong.
      ...(chance(0.7) && { kind: oneOf(kinds) }),
    }),
  );
  const announcedAt = (span: Span, length: number) =>
    written(spanOf(family, span.start - (span.start % (1n << BigInt(family.width - length))), length));
  const announced = [
    ...new Set(spans.flatMap((span) => (chance(0.4) ? [announcedAt(span, oneOf(family.lengths))] : []))),
  ];
  const all = [
    ...new Set(spans.flatMap(({ start, end }) => [start, end, start - 1n, end + 1n, within({ start, end })])),
  ]
    .filter((value) => value >= family.root && value <= (spans[0]?.end ?? 0n))
    .map((value) => family.text(value));
  const addresses = all.filter((_, at) => at < addressesAtMost || chance(addressesAtMost / all.length));
  const world: NestedWorld = { ...habit, blocks, announced, databased: addresses.filter(() => chance(0.5)) };
  const plain = nestedSources(world);
  const alone = new Map(
    await Promise.all(addresses.map(async (address) => [address, await networksAround(plain, [address])] as const)),
  );
  return { world, plain, addresses, alone };
};

/** A clock that waiting moves by a moment, so that nobody who waits for others gives up. */
const aClock = () => {
  let now = 1_000_000;
  return {
    nowMs: () => now,
    pass: (ms: number) => {
      now += ms;
    },
    sleep: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      now += 1;
    },
  };
};

const aProcess = (
  plain: Sources,
  store: KnownStore,
  { nowMs, sleep }: ReturnType<typeof aClock>,
  holder: string,
): Sources => ({
  ...plain,
  known: knownIn({ store, nowMs, sleep, holder }),
});

/** Asks processes that share what they know, in this many random orders, and expects what each address is alone. */
export const expectSameInAnyOrder = async (sequences: number): Promise<void> => {
  const worlds = await Promise.all(
    habits.flatMap((habit) => ([4, 6] as const).map((version) => aWorld(habit, version))),
  );
  let asked = 0;
  for (let sequence = 0; sequence < sequences; sequence++) {
    const { world, plain, addresses, alone } = oneOf(worlds);
    const [store, clock] = [memoryKnownStore(), aClock()];
    const processes = [aProcess(plain, store, clock, "one"), aProcess(plain, store, clock, "other")];
    const ask = async (address: string) => {
      asked++;
      const found = await networksAround(oneOf(processes), [address]);
      const wanted = alone.get(address);
      if (!isDeepStrictEqual(found, wanted))
        expect({ sequence, address, world, found }).toEqual({ sequence, address, world, found: wanted });
    };
    for (let step = 0; step < 3; step++) {
      if (chance(0.3)) clock.pass(oneOf([60_000, 2 * 3_600_000, 25 * 3_600_000]));
      // Alone, or several at once.
      await Promise.all(Array.from({ length: chance(0.6) ? 1 : 4 }, () => ask(oneOf(addresses))));
    }
  }
  expect(asked).toBeGreaterThan(sequences * 3);
};
