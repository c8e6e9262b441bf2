import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Worker } from "node:worker_threads";
import { Command, InvalidArgumentError } from "commander";
import { build } from "esbuild";
import { groupings } from "../../functions/statistics/measures.ts";
import { aYear } from "../support/a-year.ts";
import { type ActorName, actorNames, actors } from "./actors.ts";
import { senders } from "./bad-senders.ts";
import { promises } from "./breach.ts";
import { add, aTally, type Run, runScenario, type Tally } from "./exhaustive.ts";
import { readFaults } from "./faults.ts";
import { afterOutage } from "./outage.ts";
import { scenarios } from "./scenarios.ts";
import { runSchedule } from "./schedules.ts";
import type { Share, Tallies } from "./work.ts";

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const counted = (number: number): string => number.toLocaleString("en-GB");

/**
 * One line on standard error that is written over; where that is no terminal, a line each ten
 * seconds.
 */
const progressLine = () => {
  const begun = Date.now();
  let told = 0;
  return {
    tell: (what: string) => {
      const now = Date.now();
      if (now - told < (process.stderr.isTTY ? 200 : 10_000)) return;
      told = now;
      process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${what}` : `${what}\n`);
    },
    /** A line that stays. */
    show: (what: string) => {
      process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${what}\n` : `${what}\n`);
    },
    end: (): number => {
      if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
      return (Date.now() - begun) / 1000;
    },
  };
};

/**
 * The threads run one file of plain JavaScript: what turns TypeScript into it at run time costs a
 * third of the speed.
 */
const bundled = async (): Promise<string> => {
  const folder = join(import.meta.dirname, "../../.cache/simulation");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, "worker.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "worker.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    outfile,
    logLevel: "error",
  });
  // The reader of replies looks for its model beside itself.
  copyFileSync(join(import.meta.dirname, "../../functions/adapters/replies.model"), join(folder, "replies.model"));
  return outfile;
};

type Broke = Tally["failures"];
type FromThread =
  | { readonly kind: "progress"; readonly runs: number; readonly broke: Broke }
  | { readonly kind: "done"; readonly tallies: Tallies };

const inThreads = async (
  share: Omit<Share, "part">,
  sender: string,
  progress: (runs: number, broke: Broke) => void,
): Promise<Tallies> => {
  const file = await bundled();
  const sum: Tallies = { singles: aTally(), pairs: aTally(), schedules: aTally() };
  const one = (part: number) =>
    new Promise<void>((done, failed) => {
      const worker = new Worker(file, {
        workerData: { ...share, part, sender },
        resourceLimits: { maxYoungGenerationSizeMb: 192 },
      });
      worker.on("error", failed);
      worker.on("exit", (code) => (code === 0 ? done() : failed(new Error(`a thread ended with code ${code}`))));
      worker.on("message", (message: FromThread) => {
        if (message.kind === "progress") return progress(message.runs, message.broke);
        add(sum.singles, message.tallies.singles);
        add(sum.pairs, message.tallies.pairs);
        add(sum.schedules, message.tallies.schedules);
      });
    });
  await Promise.all(Array.from({ length: share.parts }, (_, part) => one(part)));
  return sum;
};

const table = (rows: readonly (readonly [string, Tally])[]) => {
  out(
    ["", "runs", "awaits", "faults", "mails", "broken"]
      .map((head, at) => (at === 0 ? head.padEnd(22) : head.padStart(14)))
      .join(""),
  );
  for (const [name, { runs, awaits, faults, mails, failed }] of rows) {
    out(name.padEnd(22) + [runs, awaits, faults, mails, failed].map((number) => counted(number).padStart(14)).join(""));
  }
};

const show = ({ name, lines, breaches }: Run): boolean => {
  out(`${name}\n`);
  for (const line of lines) out(line);
  out("");
  for (const { promise, what } of breaches) out(`BROKEN (${promise}): ${what}`);
  if (breaches.length === 0) out("No promise was broken.");
  return breaches.length === 0;
};

/** What was asked for can't be read; the message says what can. */
class NotRead extends Error {}

const faultsIn = (text: string) => {
  const read = readFaults(text);
  if (!read) throw new NotRead(`"${text}" is not a list of faults like 12:fail-after,15:die-before.`);
  return read;
};

const replay = async (what: string, senderName: string, among: readonly ActorName[]): Promise<boolean> => {
  const sender = senders[senderName];
  const how = { trace: true, ...(sender && { sender }) };
  const schedule = /^(\d+):(\d+)$/.exec(what);
  if (schedule) return show(await runSchedule(Number(schedule[1]), Number(schedule[2]), { ...how, among }));
  const [name, ...rest] = what.split("/");
  const scenario = scenarios.find((one) => one.name === name);
  const faults = rest.at(-1);
  if (!scenario || faults === undefined)
    throw new NotRead(
      `"${what}" is neither SEED:NUMBER nor SCENARIO/FAULTS. Scenarios: ` +
        `${scenarios.map((one) => one.name).join(", ")}.`,
    );
  return show(
    await runScenario(scenario, faultsIn(faults), {
      ...how,
      order: rest.includes("one-by-one") ? "one-by-one" : "together",
    }),
  );
};

const outage = async (cases: number, seed: number): Promise<boolean> => {
  const progress = progressLine();
  const { sent, twice, outOfOrderMinutes, sweeps, looks, minutes, stillDue } = await afterOutage(cases, seed, (done) =>
    progress.tell(`${counted(done)} of ${counted(cases)} reminders sent`),
  );
  const seconds = progress.end();
  out(`Six hours of outage, ${counted(cases)} due cases, seed ${seed}; SES takes 50 mails a second.`);
  out(`  reminders sent            ${counted(sent)}`);
  out(`  sent twice                ${counted(twice)}`);
  out(`  still due at the end      ${counted(stillDue)}`);
  out(`  before an earlier one by  ${outOfOrderMinutes} minutes at most`);
  out(
    `  caught up after           ${counted(minutes)} minutes, ${counted(sweeps)} sweeps, ` +
      `${counted(looks)} cases looked at`,
  );
  out(`  time                      ${seconds.toFixed(1)} s`);
  const kept = sent === cases && twice === 0 && stillDue === 0 && outOfOrderMinutes <= 1;
  out(
    kept
      ? "Caught up in due order; no reminder was sent twice."
      : "BROKEN: not caught up, not in due order, or a reminder was sent twice.",
  );
  return kept;
};

/** A year of cases by the real rules; what the statistics say of it, beside a recount from the cases' histories. */
const recount = async (asked: number, seed: number): Promise<boolean> => {
  const { cases, rows, recounted, miscounted } = await aYear({ year: 2026, cases: asked, seed });
  const wrong = groupings.filter((by) => !isDeepStrictEqual(rows[by], recounted[by]));
  for (const by of groupings) out(`by ${by}: ${rows[by].length} groups${wrong.includes(by) ? " DIFFER" : " agree"}`);
  out(miscounted.length === 0 ? "the overview's counts agree" : `counts that DIFFER: ${miscounted.join(", ")}`);
  out(`${counted(cases)} cases, seed ${seed}`);
  return wrong.length + miscounted.length === 0;
};

const whole = async (
  sender: string,
  seed: number,
  schedules: number,
  threads: number,
  among: readonly ActorName[],
  singles: boolean,
): Promise<boolean> => {
  const progress = progressLine();
  let runs = 0;
  const isReal = sender === "real";
  const pairs = isReal && singles;
  const share = { parts: threads, seed, schedules, singles, pairs, among };
  const tallies = await inThreads(share, sender, (more, broke) => {
    runs += more;
    for (const { name, breach } of broke) progress.show(`BROKEN (${breach.promise}) in ${name}: ${breach.what}`);
    progress.tell(`${counted(runs)} runs`);
  });
  const seconds = progress.end();
  const sum = aTally();
  for (const tally of [tallies.singles, tallies.pairs, tallies.schedules]) add(sum, tally);
  out(`Sender ${sender}, seed ${seed}, ${scenarios.length} scenarios, ${threads} threads, ${seconds.toFixed(1)} s.`);
  table([
    ...(singles ? [["all single faults", tallies.singles] as const] : []),
    ...(pairs ? [["all pairs of faults", tallies.pairs] as const] : []),
    ["seeded schedules", tallies.schedules],
    ["all", sum],
  ]);
  out(promises.map((promise) => `${promise}: ${counted(sum.broken[promise] ?? 0)}`).join(", "));
  for (const { name, breach } of sum.failures) {
    out(`BROKEN (${breach.promise}) in ${name}: ${breach.what}`);
    out(`  npm run simulate -- ${isReal ? "" : `--sender ${sender} `}--replay ${name}`);
  }
  if (sum.failed === 0)
    out("0 duplicates, 0 lost, 0 wrong recipients, 0 mails after a stop; every report is in a known state.");
  else
    out(
      `${sender === "real" ? "The sender" : `The sender "${sender}"`} broke a promise in ` +
        `${counted(sum.failed)} of ${counted(sum.runs)} runs: ${counted(sum.broken.duplicate ?? 0)} with ` +
        `duplicate mails, ${counted(sum.broken.lost ?? 0)} with losses.`,
    );
  return sum.failed === 0;
};

const number = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("A whole number is needed.");
  return Number(text);
};
const known = (text: string): string => {
  if (!Object.hasOwn(senders, text)) throw new InvalidArgumentError(`One of: ${Object.keys(senders).join(", ")}.`);
  return text;
};

/** Playing alone or in company, an actor does the same. */
const actorsIn = (text: string): readonly ActorName[] => {
  const names = text === "none" ? [] : text.split(",");
  const wrong = names.find((name) => !Object.hasOwn(actors, name));
  if (wrong !== undefined) throw new InvalidArgumentError(`"${wrong}" is none of: ${actorNames.join(", ")}, or none.`);
  return names as ActorName[];
};

const program = new Command("simulate")
  .description(
    "Runs the whole system on doubles with a fault at every await, and holds it to its promises.\n" +
      "Exit code 0: every promise was kept. 1: one was broken. 2: the command could not be read.",
  )
  .option("--schedules <n>", "seeded random schedules, after all single faults and all pairs", number, 100_000)
  .option("--seed <n>", "seed of the random schedules", number, 1)
  .option("--only-schedules", "no single faults and no pairs: they are the same whatever the seed")
  .option("--threads <n>", "threads", number, 2)
  .option("--sender <name>", `sender to put behind the notice queue: ${Object.keys(senders).join(", ")}`, known, "real")
  .option(
    "--actors <names>",
    `who may play in the seeded schedules beside the honest: none, or some of ${actorNames.join(",")}`,
    actorsIn,
    actorNames,
  )
  .option(
    "--replay <what>",
    "runs one schedule again and prints all that happens: SEED:NUMBER, or SCENARIO/FAULTS as a failure prints it",
  )
  .option("--outage", "six hours of outage instead, with reminders due all through them")
  .option("--recount", "a year of cases instead, whose statistics are held against a recount from their histories")
  .option("--cases <n>", "due cases of the outage, or cases of the year", number, 100_000)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .parse();
const options = program.opts<{
  schedules: number;
  seed: number;
  onlySchedules?: boolean;
  threads: number;
  sender: string;
  actors: readonly ActorName[];
  replay?: string;
  outage?: boolean;
  recount?: boolean;
  cases: number;
}>();
// A bad sender shows itself within a few thousand runs.
const schedules =
  options.sender !== "real" && program.getOptionValueSource("schedules") === "default" ? 2_000 : options.schedules;
const threads = Math.max(1, options.threads);
const run = (): Promise<boolean> =>
  options.replay
    ? replay(options.replay, options.sender, options.actors)
    : options.outage
      ? outage(options.cases, options.seed)
      : options.recount
        ? recount(options.cases, options.seed)
        : whole(options.sender, options.seed, schedules, threads, options.actors, !options.onlySchedules);
try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof NotRead)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
