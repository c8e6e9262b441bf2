/*
 * npm run bench:lookup: what the shared memory of look-ups saves, and what a look-up costs this machine. Touches no network.
 */
import { existsSync, readFileSync } from "node:fs";
import parseRawData from "whois-json/parse-raw-data.js";
import { bundledBootstrap } from "../../functions/contact/bootstrap.ts";
import { type Kept, type Known, type KnownStore, knownIn, nothingKnown } from "../../functions/contact/known.ts";
import { networksAt, originsOf, upstreamContacts } from "../../functions/contact/network-contact.ts";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readWhois } from "../../functions/contact/read-whois.ts";
import type { Sources } from "../../functions/contact/sources.ts";

const reports = Number(process.env.REPORTS ?? 100_000);
const seed = Number(process.env.SEED ?? 20261124);
const concentrationFile = "../shared/data/workload/host-concentration.json";
const answersFile = "../shared/data/contacts/cases.jsonl";

/** Mulberry32: the same stream for the same seed. */
const randomOf = (start: number) => {
  let state = start >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Attacks by rank of network: the measured points, straight lines between them on log-log paper, the last slope continued. */
const weightsOf = (points: readonly (readonly [number, number])[], networks: number): readonly number[] =>
  Array.from({ length: networks }, (_, at) => {
    const rank = at + 1;
    const next = points.findIndex(([of]) => of >= rank);
    const [from, to] = next === 0 ? [points[0], points[0]] : next < 0 ? [points.at(-2), points.at(-1)] : [points[next - 1], points[next]];
    if (!from || !to) return 1;
    if (from[0] === to[0]) return to[1];
    const slope = Math.log(to[1] / from[1]) / Math.log(to[0] / from[0]);
    return Math.max(1, from[1] * (rank / from[0]) ** slope);
  });

const readPoints = (): readonly (readonly [number, number])[] => {
  if (!existsSync(concentrationFile)) {
    console.log(`(${concentrationFile} is not here: a Zipf distribution with slope -1.4 stands in for it)`);
    return Array.from({ length: 116 }, (_, at) => [at + 1, 28_581 * (at + 1) ** -1.41] as const);
  }
  const read: { readonly rank_attacks: readonly (readonly [number, number])[]; readonly thresholds: Readonly<Record<string, number>> } = JSON.parse(
    readFileSync(concentrationFile, "utf8"),
  );
  const further = [1000, 500, 100].flatMap((count) => {
    const rank = read.thresholds[`networks_with_at_least_${count}`];
    return rank === undefined ? [] : [[rank, count] as const];
  });
  return [...read.rank_attacks, ...further];
};

/** Networks in 20.0.0.0 to 200.0.0.0, each with several blocks of /24 to /17, the large ones with more. */
const networksOf = (weights: readonly number[], random: () => number) => {
  let next = 20 * 2 ** 24;
  return weights.map((weight, at) => {
    const count = at < 10 ? 48 : at < 100 ? 16 : 4;
    const blocks = Array.from({ length: count }, () => {
      const size = 2 ** (8 + Math.floor(random() * 8));
      next = Math.ceil(next / size) * size;
      const start = next;
      // Room between blocks: hardly two blocks of one network are neighbours.
      next += size + Math.floor(random() * 4) * 2 ** 12;
      return { start, end: start + size - 1 };
    });
    return { asn: 64_000 + at, weight, blocks };
  });
};
const dotted = (value: number): string => [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");

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

const weights = weightsOf(readPoints(), 3000);
const random = randomOf(seed);
const networks = networksOf(weights, random);
const sums: number[] = [];
for (const { weight } of networks) sums.push((sums.at(-1) ?? 0) + weight);
const total = sums.at(-1) ?? 1;
const pick = () => {
  const wanted = random() * total;
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  const network = networks[low] ?? networks[0];
  const block = network?.blocks[Math.floor(random() * network.blocks.length)];
  if (!network || !block) throw new Error("no networks");
  return dotted(block.start + Math.floor(random() * (block.end - block.start + 1)));
};
const stream = Array.from({ length: reports }, pick);

const byStart = networks.flatMap(({ asn, blocks }) => blocks.map((block) => ({ ...block, asn }))).sort((a, b) => a.start - b.start);
const blockAt = (address: string) => {
  const value = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  let [low, high] = [0, byStart.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((byStart[middle]?.start ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return byStart[low];
};

const countedSources = (known: Known) => {
  const asked = { count: 0 };
  const none = () => Promise.resolve({ kind: "none", server: "bench", detail: "" } as const);
  const sources: Sources = {
    known,
    registries: () => Promise.resolve(bundledBootstrap),
    addresses: none,
    aliases: none,
    mailExchangers: none,
    whois: none,
    rdap: (question) => {
      asked.count++;
      const block = question.kind === "ip" ? blockAt(question.query) : undefined;
      const body =
        question.kind === "autnum"
          ? { objectClassName: "autnum", handle: `AS${question.query}`, entities: [desk(`abuse@as${question.query}.example`)] }
          : block
            ? { startAddress: dotted(block.start), endAddress: dotted(block.end), entities: [desk(`abuse@as${block.asn}.example`)] }
            : {};
      return Promise.resolve({ kind: "answer", server: "rdap.bench.example", value: { status: 200, headers: {}, body } });
    },
    texts: (name) => {
      asked.count++;
      const block = blockAt(name.split(".").slice(0, 4).reverse().join("."));
      const bits = block ? 32 - Math.log2(block.end - block.start + 1) : 32;
      return block
        ? Promise.resolve({ kind: "answer", server: "dns", value: [`${block.asn} | ${dotted(block.start)}/${bits} | US | arin | 2001-01-01`] })
        : none();
    },
  };
  return { sources, asked };
};

const lookUp = async (sources: Sources, address: string): Promise<void> => {
  const [, { finding }] = await Promise.all([networksAt(sources, [address]), originsOf(sources, address)]);
  await upstreamContacts(sources, finding.origins);
};

const memoryStore = (): KnownStore => {
  const kept = new Map<string, Kept>();
  const turns = new Set<string>();
  return {
    read: (keys) => Promise.resolve(new Map(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key) ?? never()] as const] : [])))),
    write: (key, answer) => Promise.resolve(void kept.set(key, answer)),
    claim: (turn) => Promise.resolve(!turns.has(turn) && turns.add(turn) !== undefined),
    release: (turn) => Promise.resolve(void turns.delete(turn)),
  };
};
const never = (): never => {
  throw new Error("a key that is there has no value");
};
const ours = () => knownIn({ store: memoryStore(), nowMs: Date.now, sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)), holder: "bench" });

/** What others do: an answer is kept for the very question that it answered. */
const exactly = (): Known => {
  const answers = new Map<string, unknown>();
  return async (question) => {
    const key = question.keys[0] ?? "";
    const text = answers.get(key);
    const found = typeof text === "string" ? question.read(text) : undefined;
    if (found !== undefined) return found;
    const answer = await question.ask();
    answers.set(key, question.write(answer));
    return answer;
  };
};

const measured = async (name: string, known: Known) => {
  const { sources, asked } = countedSources(known);
  const began = process.cpuUsage();
  for (const address of stream) await lookUp(sources, address);
  const { user, system } = process.cpuUsage(began);
  return {
    memory: name,
    "questions per 1,000 reports": Math.round((asked.count / reports) * 10_000) / 10,
    "µs per look-up": Math.round((user + system) / reports),
    asked: asked.count,
  };
};

console.log(`${reports.toLocaleString("en")} reports, ${networks.length} networks, ${byStart.length} blocks, seed ${seed}`);
const none = await measured("none", nothingKnown);
const exact = await measured("by exact address", exactly());
const shared = await measured("ours, by range", ours());
const rows = [none, exact, shared].map(({ asked, ...row }) => ({ ...row, "avoided %": Math.round((1 - asked / none.asked) * 1000) / 10 }));
console.table(rows);

const big = byStart.find(({ start, end }) => end - start >= 1023);
const crowd = countedSources(ours());
const first = big?.start ?? 0;
await Promise.all(Array.from({ length: 1000 }, (_, at) => networksAt(crowd.sources, [dotted(first + at)])));
console.log(`1,000 misses at once in one block: ${crowd.asked.count} question(s)`);

const warm = countedSources(ours());
await lookUp(warm.sources, dotted(first));
const timesOver = 5000;
const began = process.cpuUsage();
for (let at = 0; at < timesOver; at++) await networksAt(warm.sources, [dotted(first + (at % 1000))]);
const spent = process.cpuUsage(began);
console.log(`a look-up whose answer is known: ${Math.round((spent.user + spent.system) / timesOver)} µs of processor time (and one read of the table)`);

const readers = () => {
  if (!existsSync(answersFile)) return console.log(`(${answersFile} is not here: the readers are not measured)`);
  const answers: readonly { readonly kind: string; readonly query: string | null; readonly raw: unknown }[] = readFileSync(answersFile, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const whois = answers.flatMap(({ kind, query, raw }) =>
    kind.startsWith("whois") && typeof raw === "string" && raw !== "" ? [{ kind, query: query ?? "", raw }] : [],
  );
  const rdap = answers.flatMap(({ kind, raw }) =>
    /^rdap-(ip|autnum|domain)$/.test(kind) && typeof raw === "object" && raw !== null ? [JSON.stringify(raw, null, 1)] : [],
  );
  const timed = (count: number, work: () => void): number => {
    work();
    const times = Array.from({ length: 9 }, () => {
      const from = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(from);
      return (user + system) / count;
    }).sort((a, b) => a - b);
    return times[4] ?? 0;
  };
  const row = (name: string, count: number, read: () => void, theirs: () => void) => {
    const [own, other] = [timed(count, read), timed(count, theirs)];
    return {
      answers: `${count} ${name}`,
      "our reader, µs": Math.round(own),
      "whois-json's, µs": Math.round(other),
      ratio: Math.round((own / other) * 100) / 100,
    };
  };
  console.table([
    row(
      "WHOIS",
      whois.length,
      () => {
        for (const { kind, query, raw } of whois) readWhois(kind === "whois-domain" ? "domain" : "ip", query, raw);
      },
      () => {
        for (const { raw } of whois) parseRawData(raw);
      },
    ),
    row(
      "RDAP",
      rdap.length,
      () => {
        for (const text of rdap) readRdap("ip", { status: 200, headers: {}, body: JSON.parse(text) });
      },
      () => {
        for (const text of rdap) parseRawData(text);
      },
    ),
  ]);
};
readers();
if (crowd.asked.count !== 1 || shared.asked > none.asked * 0.1) {
  console.error("Missed: one question for 1,000 misses, and 90 % of questions avoided.");
  process.exitCode = 1;
}
