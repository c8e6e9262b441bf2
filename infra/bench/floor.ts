/*
 * npm run bench: what each function takes beside a floor, which is a handler that makes the same
 * calls of AWS through the same SDK and nothing else. Both run as processes of the deployed bundles'
 * kind against servers in another process, in turns, so that a busy machine slows both; the figures
 * are ratios of processor time. `--json` keeps them, `--compare` says what moved between two files.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { tableText } from "../local/tally.ts";
import { type Bundle, bundleFunctions } from "../stack/bundle.ts";
import { heldTo } from "./floor/bars.ts";
import { type Figures, figureOf, movedBetween, ratioOf } from "./floor/compare.ts";
import { type Measured, measure, type Pair, type Stub, startStub } from "./floor/measure.ts";
import { profileOf, type Share, sharesOf } from "./floor/profile.ts";
import { type Recording, recordFlow } from "./floor/record.ts";

const count = (text: string): number => {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("It is a number from 1 to 999.");
  return Number(text);
};
const options = new Command("bench")
  .description("what each function takes beside a bare handler that makes the same calls")
  .option("--blocks <number>", "turns of each", count, 9)
  .option("--only <words>", "only what has these words in its name", "")
  .option("--node <path>", "the Node that functions run on", process.execPath)
  .option("--json <file>", "also keep the figures in a file")
  .option("--profile", "measure nothing: what a warm process of each is busy with, by V8's profiler", false)
  .option("--compare <files...>", "measure nothing: say what moved from one file's figures to another's")
  .parse()
  .opts<{ blocks: number; only: string; node: string; json?: string; profile: boolean; compare?: string[] }>();

const figuresIn = (file: string): Figures => JSON.parse(readFileSync(file, "utf8")).figures;

const figuresOf = (measured: readonly Measured[], bundles: readonly Bundle[]): Figures => ({
  ...Object.fromEntries(
    measured.flatMap(({ what, warm, composing, firstAnswer, import: imported }) => [
      [`${what}: warm, times the floor`, ratioOf(warm)],
      ...(composing
        ? [
            [`${what}: warm but for composing, times the floor`, ratioOf(without(warm, composing))] as const,
            [`${what}: composing and checking, ms`, figureOf(composing)] as const,
          ]
        : []),
      [`${what}: warm, ms`, figureOf(warm.ours)],
      [`${what}: first answer, times the floor`, ratioOf(firstAnswer)],
      [`${what}: first answer, ms`, figureOf(firstAnswer.ours)],
      [`${what}: import, times the SDK`, ratioOf(imported)],
      [`${what}: import, ms`, figureOf(imported.ours)],
    ]),
  ),
  ...Object.fromEntries(
    bundles.flatMap(({ name, bytes, start }) => [
      [`${name}: KB at its start`, figureOf([start.bytes / 1000])],
      [`${name}: KB in all`, figureOf([bytes / 1000])],
    ]),
  ),
});

const without = ({ ours, floor }: Pair, apart: readonly number[]): Pair => ({
  ours: ours.map((ms, turn) => ms - (apart[turn] ?? 0)),
  floor,
});

const times = (figures: Figures, name: string): string => (figures[name]?.median ?? Number.NaN).toFixed(2);
const ms = (figures: Figures, name: string): string => (figures[name]?.median ?? Number.NaN).toFixed(1);

/** The five that weigh most, own code as one. */
const heaviest = ({ bytesOf }: Bundle): string => {
  const groups: Record<string, number> = {};
  for (const [of, bytes] of Object.entries(bytesOf)) {
    const group = /^npm:(@aws-sdk|@smithy|@aws)\b/.test(of) ? "AWS SDK" : of.startsWith("npm:") ? of.slice(4) : "own";
    groups[group] = (groups[group] ?? 0) + bytes;
  }
  return Object.entries(groups)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, 5)
    .map(([group, bytes]) => `${group} ${Math.round(bytes / 1000)}`)
    .join(", ");
};

const show = (figures: Figures, measured: readonly Measured[], bundles: readonly Bundle[]): void => {
  console.log("Processor time, times that of a handler that makes the same calls and nothing else:");
  console.log(
    tableText([
      ["", "warm", "ms a message", "first answer", "ms", "import", "ms", "calls"],
      ...measured.map(({ what, calls }): readonly [string, ...string[]] => [
        what,
        times(figures, `${what}: warm, times the floor`),
        ms(figures, `${what}: warm, ms`),
        times(figures, `${what}: first answer, times the floor`),
        ms(figures, `${what}: first answer, ms`),
        times(figures, `${what}: import, times the SDK`),
        ms(figures, `${what}: import, ms`),
        String(calls.length),
      ]),
    ]),
  );
  console.log("KB of each function's code at its start and in all, and what weighs most:");
  console.log(
    tableText(
      bundles.map((bundle): readonly [string, ...string[]] => [
        bundle.name,
        (bundle.start.bytes / 1000).toFixed(0),
        (bundle.bytes / 1000).toFixed(0),
        heaviest(bundle),
      ]),
    ),
  );
  console.log("What is to be at most:");
  console.log(
    tableText([
      ["", "is", "at most", ""],
      ...heldTo(figures, bundles).map(({ what, is, atMost }): readonly [string, ...string[]] => [
        what,
        is.toFixed(2),
        String(atMost),
        is > atMost ? "not met" : "met",
      ]),
    ]),
  );
};

/** Of these many functions each by itself and with all that it calls. */
const profiled = { itself: 20, whole: 45 };
/** Cases that a sweep has due. */
const profiledDue = 20;

const showProfile = (what: string, shares: readonly Share[]): void => {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const byItself = shares.toSorted((one, other) => other.itself - one.itself).slice(0, profiled.itself);
  console.log(`\n${what}: in the function itself`);
  console.log(tableText(byItself.map(({ name, itself }) => [name.slice(0, 100), percent(itself)] as const)));
  console.log(`${what}: in it and in all that it calls`);
  console.log(
    tableText(shares.slice(0, profiled.whole).map(({ name, whole }) => [name.slice(0, 100), percent(whole)] as const)),
  );
};

type Does = (recording: Recording, at: number, bundle: Bundle, stub: Stub) => Promise<void>;

/** Each recording that is asked for, with its bundle and the servers that answer it; gives all bundles. */
const withEach = async (recordings: readonly Recording[], folder: string, does: Does): Promise<readonly Bundle[]> => {
  const asked = recordings.filter(({ what }) => what.includes(options.only));
  const [first] = asked;
  if (!first) throw new Error(`Nothing that is measured has "${options.only}" in its name.`);
  const minify = !options.profile;
  const bundles = bundleFunctions({ outDir: path.join(folder, "bundles"), settings: first.settings, minify });
  const stub = await startStub(asked);
  try {
    for (const [at, recording] of asked.entries()) {
      const bundle = bundles.find(({ name }) => name === recording.name);
      if (!bundle) throw new Error(`${recording.name} has no bundle.`);
      await does(recording, at, bundle, stub);
    }
  } finally {
    stub.end();
  }
  return bundles;
};

const profileAll = async (recordings: readonly Recording[], folder: string): Promise<void> => {
  await withEach(recordings, folder, async (recording, at, bundle, stub) => {
    const own = path.join(folder, `profile-${at}`);
    const profile = await profileOf(recording, at, { bundle, stub, execPath: options.node, folder: own });
    showProfile(recording.what, sharesOf(profile));
  });
};

const measureAll = async (recordings: readonly Recording[], folder: string): Promise<void> => {
  const measured: Measured[] = [];
  const bundles = await withEach(recordings, folder, async (recording, at, bundle, stub) => {
    const measuring = { folder, stub, blocks: options.blocks, execPath: options.node };
    measured.push(await measure(recording, at, bundle, measuring));
  });
  const figures = figuresOf(measured, bundles);
  show(figures, measured, bundles);
  if (options.json !== undefined)
    writeFileSync(options.json, `${JSON.stringify({ node: options.node, figures, measured }, null, 2)}\n`);
};

if (options.compare) {
  const [before, after] = options.compare;
  if (before === undefined || after === undefined) throw new Error("Name two files to compare.");
  const moved = movedBetween(figuresIn(before), figuresIn(after));
  if (moved.length === 0) console.log("Nothing moved beyond the noise.");
  else
    console.log(
      tableText([
        ["", "was", "is", "by"],
        ...moved.map(({ name, was, is }): readonly [string, ...string[]] => [
          name,
          was.toFixed(2),
          is.toFixed(2),
          `${(100 * (is / was - 1)).toFixed(0)} %`,
        ]),
      ]),
    );
} else {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-bench-"));
  try {
    if (options.profile) await recordFlow((recordings) => profileAll(recordings, folder), profiledDue);
    else await recordFlow((recordings) => measureAll(recordings, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
