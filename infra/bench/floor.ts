/*
 * npm run bench: what each function takes beside a floor, which is a handler that makes the same
 * calls of AWS through the same SDK and nothing else. Both run as processes of the deployed
 * bundles' kind against servers in another process, in turns, so that a busy machine slows both;
 * the figures are ratios of processor time. `--json` keeps them, `--compare` says what moved
 * between two files.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { tableText } from "../local/tally.ts";
import { type Bundle, bundleFunctions } from "../stack/bundle.ts";
import { betweenRuns, type Figures, figureOf, movedBetween, ratioOf, turnsToCompare } from "./floor/compare.ts";
import { type Measured, measure, type Pair, type Stub, startStub } from "./floor/measure.ts";
import { profileOf, type Share, sharesOf } from "./floor/profile.ts";
import { type Recording, recorded, recordFlow } from "./floor/record.ts";
import { fileToWrite, type Kept, keepFigures, keptIn } from "./kept.ts";
import { wholeNumber, wordsAmong } from "./turns.ts";

type NodeProgram = { readonly path: string; readonly version: string };

/** Asked before anything is measured: a program that is no Node would be found out a minute later. */
const nodeAt = (program: string): NodeProgram => {
  const { stdout } = spawnSync(program, ["-p", "process.version"], { encoding: "utf8", timeout: 10_000 });
  const version = /^v\d+\.\d+\.\d+\s*$/.exec(stdout ?? "")?.[0]?.trim();
  if (version === undefined) throw new InvalidArgumentError("It does not run as Node; name the program itself.");
  return { path: program, version };
};
const command: Command = new Command("bench")
  .description("what each function takes beside a bare handler that makes the same calls; some minutes")
  .option("--blocks <number>", `turns of each; ${turnsToCompare} at least for --compare`, wholeNumber(1, 999), 9)
  .option("--only <words>", "only what has these words in its name", wordsAmong(recorded), "")
  .addOption(
    new Option("--node <path>", "the Node that functions run on")
      .argParser(nodeAt)
      .default({ path: process.execPath, version: process.version }, "the one that runs this"),
  )
  .option("--json <file>", "also keep the figures in a file", fileToWrite)
  .addOption(
    new Option("--profile", "measure nothing: what a warm process of each is busy with, by V8's profiler")
      .default(false)
      .conflicts(["json", "blocks"]),
  )
  .addOption(
    new Option("--compare <files...>", "measure nothing: say what moved from one file's figures to another's")
      .argParser((file: string, before: readonly Kept[] = []) => [...before, keptIn(file)])
      .conflicts(["json", "blocks", "only", "node", "profile"]),
  )
  .parse();
const options = command.opts<{
  blocks: number;
  only: string;
  node: NodeProgram;
  json?: string;
  profile: boolean;
  compare?: readonly Kept[];
}>();

/** Where it stands, for who waits. */
const say = (words: string): void => void process.stderr.write(`${words}\n`);

const figuresOf = (measured: readonly Measured[], bundles: readonly Bundle[]): Figures => ({
  ...Object.fromEntries(
    measured.flatMap(({ what, warm, composing, firstAnswer, import: imported, calls }) => [
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
      [`${what}: calls`, figureOf([calls.length])],
    ]),
  ),
  ...Object.fromEntries(
    bundles.flatMap((bundle) => [
      [`${bundle.name}: KB at its start`, figureOf([bundle.start.bytes / 1000])],
      [`${bundle.name}: KB in all`, figureOf([bundle.bytes / 1000])],
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
      ...measured.flatMap(({ what, calls, composing }): readonly (readonly [string, ...string[]])[] => [
        [
          what,
          times(figures, `${what}: warm, times the floor`),
          ms(figures, `${what}: warm, ms`),
          times(figures, `${what}: first answer, times the floor`),
          ms(figures, `${what}: first answer, ms`),
          times(figures, `${what}: import, times the SDK`),
          ms(figures, `${what}: import, ms`),
          String(calls.length),
        ],
        ...(composing
          ? [["  but for composing", times(figures, `${what}: warm but for composing, times the floor`)] as const]
          : []),
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
  if (!first)
    throw new Error(`Nothing has "${options.only}" in its name: ${recordings.map(({ what }) => what).join("; ")}.`);
  const minify = !options.profile;
  const bundles = bundleFunctions({ outDir: path.join(folder, "bundles"), settings: first.settings, minify });
  const stub = await startStub(asked);
  try {
    for (const [at, recording] of asked.entries()) {
      const bundle = bundles.find(({ name }) => name === recording.name);
      if (!bundle) throw new Error(`${recording.name} has no bundle.`);
      say(`${at + 1} of ${asked.length}: ${recording.what} …`);
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
    const profile = await profileOf(recording, at, { bundle, stub, execPath: options.node.path, folder: own });
    showProfile(recording.what, sharesOf(profile));
  });
};

const measureAll = async (recordings: readonly Recording[], folder: string): Promise<void> => {
  const measured: Measured[] = [];
  const bundles = await withEach(recordings, folder, async (recording, at, bundle, stub) => {
    const measuring = { folder, stub, blocks: options.blocks, execPath: options.node.path };
    measured.push(await measure(recording, at, bundle, measuring));
  });
  const figures = figuresOf(measured, bundles);
  show(figures, measured, bundles);
  keepFigures(options.json, figures, { node: options.node.version, blocks: options.blocks, measured });
};

const showMoved = ([before, after, ...more]: readonly Kept[]): void => {
  if (!before || !after || more.length > 0) command.error("error: --compare takes two files, before and after.");
  const { both, oneOnly, cautions } = betweenRuns(before, after);
  if (both === 0) command.error("error: the two files have no figure in common.");
  for (const caution of cautions) console.log(caution);
  const moved = movedBetween(before.figures, after.figures);
  console.log(
    `${both} figures in both files${oneOnly > 0 ? `, ${oneOnly} in one alone` : ""}; ` +
      `${moved.length === 0 ? "nothing" : moved.length} moved beyond the noise.`,
  );
  if (moved.length > 0)
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
};

if (options.compare) showMoved(options.compare);
else {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-bench-"));
  say("Playing the flow once, to have its calls and answers; about a minute …");
  try {
    if (options.profile) await recordFlow((recordings) => profileAll(recordings, folder), profiledDue);
    else await recordFlow((recordings) => measureAll(recordings, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
