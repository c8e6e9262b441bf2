import { type ChildProcess, execFile, fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { type Bundle, buildEntry } from "../../stack/bundle.ts";
import { askFunction, startFunction } from "../cost/metered-stand.ts";
import type { Asked } from "./answers.ts";
import { bareHandler, scriptOf } from "./bare.ts";
import type { Recording } from "./record.ts";

/** A figure of each block or process, ours and the floor's, in milliseconds of processor time. */
export type Pair = { readonly ours: readonly number[]; readonly floor: readonly number[] };
export type Measured = {
  readonly what: string;
  /** For a message. */
  readonly warm: Pair;
  /** Of ours what composing and checking such a mail takes alone, in a process of its own. */
  readonly composing?: readonly number[];
  readonly firstAnswer: Pair;
  readonly import: Pair;
  /** Calls of AWS that a message makes when the process is warm. */
  readonly calls: readonly string[];
};

export type Measuring = {
  readonly folder: string;
  /** Where the servers' answers come from, by their port. */
  readonly stub: Stub;
  readonly blocks: number;
  /** The Node on which both run. */
  readonly execPath: string;
};

export type Stub = { readonly ports: readonly number[]; readonly take: (at: number) => Promise<readonly Asked[]> };

const answered = <T>(child: ChildProcess, said: object): Promise<T> =>
  new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The stub ended by itself.")));
    child.once("message", (answer) => {
      child.removeAllListeners("exit");
      resolve(answer as T);
    });
    child.send(said);
  });

/** Starts the servers of all recordings in a process of their own; `end` ends it. */
export const startStub = async (recordings: readonly Recording[]): Promise<Stub & { readonly end: () => void }> => {
  const child = fork(path.join(import.meta.dirname, "stub.ts"), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ports = await answered<readonly number[]>(child, { recordings });
  return { ports, take: (at) => answered(child, { take: at }), end: () => child.kill("SIGKILL") };
};

/** Both ask the same servers, whatever the SDK is told otherwise. */
export const environmentOf = ({ environment }: Recording, port: number): Readonly<Record<string, string>> => {
  const url = `http://127.0.0.1:${port}`;
  const queues = environment["AWS_ENDPOINT_URL_SQS"] ?? "";
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) =>
      name.startsWith("AWS_ENDPOINT_URL") ? [name, url] : [name, queues === "" ? value : value.replaceAll(queues, url)],
    ),
  );
};

const run = promisify(execFile);

type Fresh = { readonly importMs: number; readonly allMs: number; readonly answer: unknown };

const fresh = async (
  { execPath }: Measuring,
  bundle: string,
  message: string,
  environment: Readonly<Record<string, string>>,
): Promise<Fresh> => {
  const { stdout } = await run(
    execPath,
    [path.join(import.meta.dirname, "fresh.mjs"), path.join(bundle, "index.mjs"), message],
    { env: { ...process.env, ...environment, NODE_OPTIONS: "" } },
  );
  return JSON.parse(stdout);
};

/** Throws where a message was kept for later, or a page was refused. */
export const checked = (what: string, answer: unknown): void => {
  const { statusCode = 200, batchItemFailures: failures = [] } = (answer ?? {}) as {
    readonly statusCode?: number;
    readonly batchItemFailures?: readonly unknown[];
  };
  if (statusCode >= 400) throw new Error(`${what}: the page that was played again was answered ${statusCode}.`);
  if (failures.length > 0) throw new Error(`${what}: a message that was played again was kept for later.`);
};

/** Of one invocation, so that a block lasts about a third of a second. */
const roundsOf = (ms: number): number => Math.max(2, Math.min(60, Math.round(300 / Math.max(1, ms))));

/**
 * One recording: ours and the floor, which makes the same calls, in turns on one machine. What ours
 * asks is heard at the stub first, once by a fresh process and once by a warm one.
 */
export const measure = async (
  recording: Recording,
  at: number,
  bundle: Bundle,
  measuring: Measuring,
): Promise<Measured> => {
  const { folder, stub, blocks, execPath } = measuring;
  const { what, event, nowMs } = recording;
  const environment = environmentOf(recording, stub.ports[at] ?? 0);
  const place = path.join(folder, `floor-${at}`);
  const message = path.join(folder, `message-${at}.json`);
  writeFileSync(message, JSON.stringify({ event, nowMs }));
  const ours = startFunction(bundle.folder, environment, execPath);
  const children = [ours];
  const ask = async (child: ChildProcess) => {
    const { answer, processorMs } = await askFunction(child, what, event, nowMs);
    checked(what, answer);
    return processorMs;
  };
  try {
    await stub.take(at);
    checked(what, (await fresh(measuring, bundle.folder, message, environment)).answer);
    const first = await stub.take(at);
    for (let round = 0; round < 3; round++) await ask(ours);
    await stub.take(at);
    await ask(ours);
    const next = await stub.take(at);
    const { outputFiles } = buildEntry("floor", bareHandler([...first, ...next]));
    writeBundle(place, outputFiles);
    writeFileSync(path.join(place, "first.json"), scriptOf(first));
    writeFileSync(path.join(place, "next.json"), scriptOf(next));
    const floor = startFunction(place, environment, execPath);
    children.push(floor);
    const composing = what === "send-notice" ? startFunction(composingIn(folder), environment, execPath) : undefined;
    if (composing) children.push(composing);
    const timed = await warmed(ask, [ours, floor, ...(composing ? [composing] : [])], blocks);
    const started = await startedOf(blocks, (folder) => fresh(measuring, folder, message, environment), bundle, place);
    const [oursMs = [], floorMs = [], composingMs] = timed;
    return {
      what,
      warm: { ours: oursMs, floor: floorMs },
      ...(composingMs && { composing: composingMs }),
      ...started,
      calls: next.map(({ operation }) => operation),
    };
  } finally {
    for (const child of children) {
      child.removeAllListeners();
      child.kill("SIGKILL");
    }
  }
};

/** A process is warm behind so many messages, or so many milliseconds of processor time where they are long. */
const warmingAtMost = { messages: 300, ms: 6_000 };

/** Milliseconds of a message, for each of these processes in each turn. */
const warmed = async (
  ask: (child: ChildProcess) => Promise<number>,
  children: readonly ChildProcess[],
  blocks: number,
): Promise<readonly (readonly number[])[]> => {
  for (const child of children) {
    let ms = 0;
    for (let message = 0; message < warmingAtMost.messages && ms < warmingAtMost.ms; message++) ms += await ask(child);
  }
  const [ours] = children;
  const rounds = roundsOf(ours ? await ask(ours) : 1);
  const block = async (child: ChildProcess) => {
    let ms = 0;
    for (let round = 0; round < rounds; round++) ms += await ask(child);
    return ms / rounds;
  };
  const timed = children.map((child) => ({ child, ms: [] as number[] }));
  // Each begins every other turn: what the machine does when a turn begins falls on both.
  for (let turn = 0; turn < blocks; turn++)
    for (const { child, ms } of turn % 2 === 0 ? timed : timed.toReversed()) ms.push(await block(child));
  return timed.map(({ ms }) => ms);
};

/** A bundle whose handler composes and checks one notice and does nothing else. */
const composingIn = (folder: string): string => {
  const place = path.join(folder, "composing");
  const { outputFiles } = buildEntry(
    "composing",
    `import { twoComposers } from "./infra/bench/others/composing.ts";
     const { ours } = await twoComposers("en");
     export const handler = async () => ({ batchItemFailures: (await ours()).ok ? [] : [{}] });`,
  );
  writeBundle(place, outputFiles);
  return place;
};

const writeBundle = (place: string, files: ReturnType<typeof buildEntry>["outputFiles"]): void => {
  mkdirSync(place, { recursive: true });
  for (const { path: file, contents } of files) writeFileSync(path.join(place, path.basename(file)), contents);
};

const startedOf = async (
  blocks: number,
  start: (folder: string) => Promise<Fresh>,
  bundle: Bundle,
  floor: string,
): Promise<Pick<Measured, "firstAnswer" | "import">> => {
  const runs: { readonly ours: Fresh; readonly floor: Fresh }[] = [];
  for (let turn = 0; turn < blocks; turn++) runs.push({ ours: await start(bundle.folder), floor: await start(floor) });
  const pair = (figure: keyof Omit<Fresh, "answer">): Pair => ({
    ours: runs.map(({ ours }) => ours[figure]),
    floor: runs.map(({ floor: bare }) => bare[figure]),
  });
  return { firstAnswer: pair("allMs"), import: pair("importMs") };
};
