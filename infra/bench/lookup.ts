/*
 * npm run bench:lookup: what the shared memory of look-ups saves, and what a look-up costs this
 * machine. Touches no network.
 */

import { readFileSync } from "node:fs";
import { Command } from "commander";
import parseRawData from "whois-json/parse-raw-data.js";
import { type Kept, type Known, type KnownStore, knownIn, nothingKnown } from "../../functions/contact/known.ts";
import { networksAt, originsOf, systemContact } from "../../functions/contact/network-contact.ts";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readWhois } from "../../functions/contact/read-whois.ts";
import type { Sources } from "../../functions/contact/sources.ts";
import { countedSources, dotted, networksOf, readPoints, weightsOf } from "./lookup-world.ts";
import { wholeNumber } from "./options.ts";
import { randomFrom } from "./random.ts";

const { reports, seed, concentration, answers } = new Command("bench:lookup")
  .description("what the shared memory of look-ups saves, and what a look-up costs this machine")
  .option("--reports <number>", "addresses that are asked", wholeNumber(1, 10_000_000), 100_000)
  .option("--seed <number>", "what all is drawn from", wholeNumber(1, 999_999_999), 20_261_124)
  .option("--concentration <file>", "published counts of abuse by network (JSON), to draw the networks from")
  .option("--answers <file>", "answers of registries (JSON lines), to measure the readers on")
  .parse()
  .opts<{ reports: number; seed: number; concentration?: string; answers?: string }>();

const weights = weightsOf(readPoints(concentration), 3000);
const random = randomFrom(seed);
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
const counted = countedSources(networks);

const lookUp = async (sources: Sources, address: string): Promise<void> => {
  const [, { finding }] = await Promise.all([networksAt(sources, [address]), originsOf(sources, address)]);
  await Promise.all(finding.origins.slice(0, 2).map((system) => systemContact(sources, system)));
};

const memoryStore = (): KnownStore => {
  const kept = new Map<string, Kept>();
  const turns = new Set<string>();
  return {
    read: (keys) =>
      Promise.resolve(
        new Map(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key) ?? never()] as const] : []))),
      ),
    write: (key, answer) => Promise.resolve(void kept.set(key, answer)),
    claim: (turn) => Promise.resolve(!turns.has(turn) && turns.add(turn) !== undefined),
    release: (turn) => Promise.resolve(void turns.delete(turn)),
  };
};
const never = (): never => {
  throw new Error("a key that is there has no value");
};
const ours = () =>
  knownIn({
    store: memoryStore(),
    nowMs: Date.now,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    holder: "bench",
  });

/** What others do: an answer is kept for the very question that it answered. */
const exactly = (): Known => {
  const answers = new Map<string, unknown>();
  return async (question) => {
    const key = question.keys[0] ?? "";
    const text = answers.get(key);
    const found = typeof text === "string" ? question.read(text, key) : undefined;
    if (found !== undefined) return found;
    const answer = await question.ask();
    answers.set(key, question.keep(answer)[0]?.text);
    return answer;
  };
};

const measured = async (name: string, known: Known) => {
  const { sources, asked } = counted(known);
  const began = process.cpuUsage();
  for (const address of stream) await lookUp(sources, address);
  const { user, system } = process.cpuUsage(began);
  return { name, asked, microseconds: Math.round((user + system) / reports) };
};

const blocksIn = networks.flatMap(({ blocks }) => blocks);
console.log(
  `${reports.toLocaleString("en")} reports, ${networks.length} networks, ${blocksIn.length} blocks, seed ${seed}`,
);
const none = await measured("none", nothingKnown);
const exact = await measured("by exact address", exactly());
const shared = await measured("ours, by block", ours());
const perThousand = (count: number) => Math.round((count / reports) * 10_000) / 10;
const avoided = (count: number, of: number) => Math.round((1 - count / of) * 1000) / 10;
const toRegistries = ({ asked }: typeof none) => asked.registries + asked.lists;
console.log(
  "questions per 1,000 reports: to registries (of them what is below a block), and to DNS who " +
    "announces an address, for each address by itself",
);
console.table(
  [none, exact, shared].map((row) => ({
    memory: row.name,
    registries: perThousand(toRegistries(row)),
    "of them lists": perThousand(row.asked.lists),
    "of them LACNIC": perThousand(row.asked.unlisted),
    "registries avoided %": avoided(toRegistries(row), toRegistries(none)),
    DNS: perThousand(row.asked.dns),
    "all avoided %": avoided(toRegistries(row) + row.asked.dns, toRegistries(none) + none.asked.dns),
    "µs per look-up": row.microseconds,
  })),
);

const big = networks
  .find(({ registry }) => registry.name === "ripe")
  ?.blocks.find(({ start, end, children }) => end - start >= 1023 && children.length === 0);
const crowd = counted(ours());
const first = big?.start ?? 0;
await Promise.all(Array.from({ length: 1000 }, (_, at) => networksAt(crowd.sources, [dotted(first + at)])));
console.log(
  "1,000 misses at once in one block: " +
    `${crowd.asked.registries} question(s), and ${crowd.asked.lists} for what is below it`,
);

const warm = counted(ours());
await lookUp(warm.sources, dotted(first));
const timesOver = 5000;
const began = process.cpuUsage();
for (let at = 0; at < timesOver; at++) await networksAt(warm.sources, [dotted(first + (at % 1000))]);
const spent = process.cpuUsage(began);
console.log(
  `a look-up whose answer is known: ${Math.round((spent.user + spent.system) / timesOver)} µs of ` +
    "processor time (and one read of the table)",
);

const readers = () => {
  if (answers === undefined) return console.log("(without --answers, the readers are not measured)");
  const rows: readonly { readonly kind: string; readonly query: string | null; readonly raw: unknown }[] = readFileSync(
    answers,
    "utf8",
  )
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const whois = rows.flatMap(({ kind, query, raw }) =>
    kind.startsWith("whois") && typeof raw === "string" && raw !== "" ? [{ kind, query: query ?? "", raw }] : [],
  );
  const rdap = rows.flatMap(({ kind, raw }) =>
    /^rdap-(ip|autnum|domain)$/.test(kind) && typeof raw === "object" && raw !== null
      ? [JSON.stringify(raw, null, 1)]
      : [],
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
        for (const { kind, raw } of whois) readWhois(kind === "whois-domain" ? "domain" : "ip", raw);
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
const listed = (row: typeof none) => toRegistries(row) - row.asked.unlisted;
console.log(
  `${avoided(listed(shared), listed(none))} % avoided of the questions to registries that list what is below a block`,
);
if (crowd.asked.registries !== 1 || crowd.asked.lists !== 1 || listed(shared) > listed(none) * 0.1) {
  console.error(
    "Missed: one question for 1,000 misses, " +
      "and 90 % of questions avoided where a registry lists what is below a block.",
  );
  process.exitCode = 1;
}
