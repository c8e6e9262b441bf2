import { readFileSync } from "node:fs";
import { bundledBootstrap, type Registry, registryBy, registryNames } from "../../functions/contact/bootstrap.ts";
import type { Known } from "../../functions/contact/known.ts";
import type { Sources } from "../../functions/contact/sources.ts";

/**
 * Attacks by rank of network: the measured points, straight lines between them on log-log paper,
 * the last slope continued.
 */
export const weightsOf = (points: readonly (readonly [number, number])[], networks: number): readonly number[] =>
  Array.from({ length: networks }, (_, at) => {
    const rank = at + 1;
    const next = points.findIndex(([of]) => of >= rank);
    const [from, to] =
      next === 0
        ? [points[0], points[0]]
        : next < 0
          ? [points.at(-2), points.at(-1)]
          : [points[next - 1], points[next]];
    if (!from || !to) return 1;
    if (from[0] === to[0]) return to[1];
    const slope = Math.log(to[1] / from[1]) / Math.log(to[0] / from[0]);
    return Math.max(1, from[1] * (rank / from[0]) ** slope);
  });

/**
 * The measured points of a file of counts by network; without one, those of a Zipf distribution of
 * about the same slope.
 */
export const readPoints = (concentrationFile?: string): readonly (readonly [number, number])[] => {
  if (concentrationFile === undefined) {
    console.log("(without --concentration, a Zipf distribution with slope -1.4 stands in for measured counts)");
    return Array.from({ length: 116 }, (_, at) => [at + 1, 28_581 * (at + 1) ** -1.41] as const);
  }
  const read: {
    readonly rank_attacks: readonly (readonly [number, number])[];
    readonly thresholds: Readonly<Record<string, number>>;
  } = JSON.parse(readFileSync(concentrationFile, "utf8"));
  const further = [1000, 500, 100].flatMap((count) => {
    const rank = read.thresholds[`networks_with_at_least_${count}`];
    return rank === undefined ? [] : [[rank, count] as const];
  });
  return [...read.rank_attacks, ...further];
};

/**
 * Of a hundred networks how many each registry has: about their shares of the systems in the
 * registries' own statistics. A registry's share of abuse is another thing, which nobody measured
 * for us.
 */
const shares: Readonly<Record<(typeof registryNames)[number], number>> = {
  ripe: 35,
  arin: 28,
  apnic: 20,
  lacnic: 13,
  afrinic: 4,
};

const drawn = registryNames.flatMap((name) => Array.from({ length: shares[name] }, () => name));

type Block = {
  readonly start: number;
  readonly end: number;
  readonly desk: string;
  readonly children: readonly Block[];
};
type Network = {
  readonly asn: number;
  readonly weight: number;
  readonly registry: Registry;
  readonly blocks: readonly Block[];
};

/**
 * Blocks that a carrier has given away inside its own: /24 to /29, each with a desk of its own, up
 * to a third of them with a smaller one inside.
 */
const childrenIn = (start: number, end: number, random: () => number, name: string, depth = 0): readonly Block[] => {
  const count = Math.min(40, 1 + Math.floor(random() * ((end - start + 1) / (depth > 0 ? 64 : 512))));
  const room = Math.floor((end - start + 1) / count);
  return Array.from({ length: count }, (_, at) => {
    const size = Math.min(2 ** (depth > 0 ? 3 : 3 + Math.floor(random() * 6)), 2 ** Math.floor(Math.log2(room)));
    const first = start + at * room;
    const from = Math.ceil(first / size) * size;
    const child = { start: from, end: from + size - 1, desk: `${name}-${depth}-${at}` };
    return {
      ...child,
      children:
        depth < 1 && size > 16 && random() < 1 / 3
          ? childrenIn(child.start, child.end, random, child.desk, depth + 1)
          : [],
    };
  }).filter((child) => child.end <= end);
};

/**
 * Networks in 20.0.0.0 to 200.0.0.0, each with several blocks of /24 to /17, the large ones with
 * more. Six in ten blocks are allocations with customers inside, and four are one party's as a
 * whole.
 */
export const networksOf = (weights: readonly number[], random: () => number): readonly Network[] => {
  let next = 20 * 2 ** 24;
  return weights.map((weight, at) => {
    const count = at < 10 ? 48 : at < 100 ? 16 : 4;
    const registry = registryBy(drawn[Math.floor(random() * drawn.length)] ?? "ripe");
    const blocks = Array.from({ length: count }, (_, nth) => {
      const size = 2 ** (8 + Math.floor(random() * 8));
      next = Math.ceil(next / size) * size;
      const start = next;
      // Room between blocks: hardly two blocks of one network are neighbours.
      next += size + Math.floor(random() * 4) * 2 ** 12;
      const desk = `as${64_000 + at}-${nth}`;
      return {
        start,
        end: start + size - 1,
        desk,
        children: random() < 0.6 ? childrenIn(start, start + size - 1, random, desk) : [],
      };
    });
    return { asn: 64_000 + at, weight, registry, blocks };
  });
};

export const dotted = (value: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
const numberOf = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const rangeOf = ({ start, end }: Block): string => `${dotted(start)} - ${dotted(end)}`;

/** The last block of a sorted list that begins at or before a value. */
const lastBefore = <T extends { readonly start: number }>(sorted: readonly T[], value: number): T | undefined => {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle]?.start ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return sorted[low];
};

const smallestAt = (block: Block, value: number): Block => {
  const child = block.children.find(({ start, end }) => start <= value && value <= end);
  return child ? smallestAt(child, value) : block;
};

const desk = (email: string) => ({
  roles: ["abuse"],
  vcardArray: [
    "vcard",
    [
      ["fn", {}, "text", "Abuse desk"],
      ["email", {}, "text", email],
    ],
  ],
});

/**
 * Registries and DNS for these networks. LACNIC says of no block what is below it; the others list
 * it, each in its way. `asked` counts questions; `unlisted` are LACNIC's of those to registries.
 */
export const countedSources = (networks: readonly Network[]) => {
  const byStart = networks
    .flatMap(({ blocks, ...network }) => blocks.map((block) => ({ ...network, block, start: block.start })))
    .sort((a, b) => a.start - b.start);
  const at = (address: string) => {
    const value = numberOf(address);
    const found = lastBefore(byStart, value);
    return found && found.block.end >= value ? { ...found, smallest: smallestAt(found.block, value) } : undefined;
  };
  /** The block that is written so. */
  const named = (range: string): Block | undefined => {
    const [start = 0, end = 0] = range.split(" - ").map(numberOf);
    let block = at(dotted(start))?.block;
    while (block && block.end !== end) block = block.children.find((child) => child.start <= start && end <= child.end);
    return block;
  };
  return (known: Known) => {
    const asked = { registries: 0, unlisted: 0, lists: 0, dns: 0 };
    const none = () => Promise.resolve({ kind: "none", server: "bench", detail: "" } as const);
    const json = (server: string, body: unknown) =>
      Promise.resolve({ kind: "answer", server, value: { status: 200, headers: {}, body } } as const);
    const sources: Sources = {
      known,
      registries: () =>
        Promise.resolve({ ...bundledBootstrap(), registryOfAddress: (address) => at(address)?.registry }),
      addresses: none,
      aliases: none,
      mailExchangers: none,
      whois: ({ server, query }) => {
        asked.lists++;
        const block = named(cidrEnds(query.split(" ").at(-1) ?? ""));
        const keys = block?.children.map((child) => `inetnum: ${rangeOf(child)}\n`) ?? [];
        const value = `${keys.join("\n") || "%ERROR:101: no entries found\n"}\n% This query was served by the bench\n`;
        return Promise.resolve({ kind: "answer", server, value });
      },
      rdap: (question) => {
        const server = new URL("url" in question ? question.url : question.base).hostname;
        if (question.kind === "children") {
          asked.lists++;
          const ends =
            named(question.query)?.children.map(({ start, end }) => ({
              startAddress: dotted(start),
              endAddress: dotted(end),
            })) ?? [];
          return json(server, { ipSearchResults: ends });
        }
        asked.registries++;
        if (question.kind === "autnum")
          return json(server, {
            objectClassName: "autnum",
            handle: `AS${question.query}`,
            entities: [desk(`abuse@as${question.query}.example`)],
          });
        const found = question.kind === "ip" ? at(question.query) : undefined;
        if (!found) return none();
        const { smallest, registry } = found;
        if (registry.name === "lacnic") asked.unlisted++;
        return json(server, {
          ...(registry.name === "arin" && { rdapConformance: ["rdap_level_0", "rirSearch1"] }),
          startAddress: dotted(smallest.start),
          endAddress: dotted(smallest.end),
          entities: [desk(`abuse@${smallest.desk}.example`)],
        });
      },
      texts: (name) => {
        asked.dns++;
        const found = at(name.split(".").slice(0, 4).reverse().join("."));
        const bits = found ? 32 - Math.log2(found.block.end - found.block.start + 1) : 32;
        return found
          ? Promise.resolve({
              kind: "answer",
              server: "dns",
              value: [`${found.asn} | ${dotted(found.start)}/${bits} | US | arin | 2001-01-01`],
            })
          : none();
      },
    };
    return { sources, asked };
  };
};

const cidrEnds = (prefix: string): string => {
  const [address = "", bits] = prefix.split("/");
  return `${address} - ${dotted(numberOf(address) + 2 ** (32 - Number(bits)) - 1)}`;
};
