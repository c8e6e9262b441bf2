import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SQSEvent } from "aws-lambda";
import { bundleFunctions } from "../../stack/bundle.ts";
import { reportOn } from "../cost/flow.ts";
import { askFunction, startFunction } from "../cost/metered-stand.ts";
import { environmentOf, type Stub, startStub } from "../floor/measure.ts";
import { type Recording, recordFlow } from "../floor/record.ts";

/** What a process holds after so many messages, when all that is free was collected. */
export type Held = {
  readonly what: string;
  readonly messages: number;
  /** After each tenth of the messages. */
  readonly heapBytes: readonly number[];
  readonly residentBytes: number;
  /** How much more there is at the end than after the second tenth. */
  readonly grownBy: number;
};

const heapOf = (child: ChildProcess): Promise<NodeJS.MemoryUsage> =>
  new Promise((resolve, reject) => {
    child.once("exit", () => reject(new Error("The function's process ended by itself.")));
    child.once("message", (said) => {
      child.removeAllListeners("exit");
      resolve(said as NodeJS.MemoryUsage);
    });
    child.send({ heap: true });
  });

/**
 * A report is another each time. A message of another kind is about a case, whose state is sealed,
 * and is the same each time.
 */
const eventOf = ({ name, event }: Recording, number: number): unknown => {
  if (name !== "take-in-report") return event;
  const { Records } = event as SQSEvent;
  return { Records: Records.map((record) => ({ ...record, body: reportOn(1_000 + number) })) };
};

/** The stub notes what it hears; this is thrown away in time. */
const forgetEach = 500;

type Holding = {
  readonly stub: Stub;
  readonly bundle: string;
  readonly messages: number;
  readonly say: (words: string) => void;
};

const holdOf = async (recording: Recording, at: number, { stub, bundle, messages, say }: Holding): Promise<Held> => {
  const { what, nowMs } = recording;
  const child = startFunction(bundle, environmentOf(recording, stub.ports[at] ?? 0), process.execPath, ["--expose-gc"]);
  const heapBytes: number[] = [];
  try {
    for (let number = 1; number <= messages; number++) {
      await askFunction(child, what, eventOf(recording, number), nowMs);
      if (number % forgetEach === 0) await stub.take(at);
      if (number % Math.ceil(messages / 10) === 0 || number === messages) {
        const { heapUsed } = await heapOf(child);
        heapBytes.push(heapUsed);
        say(`${what}: ${number} of ${messages} messages, ${(heapUsed / 1e6).toFixed(1)} MB`);
      }
    }
    const { rss } = await heapOf(child);
    const [, second = 0] = heapBytes;
    return { what, messages, heapBytes, residentBytes: rss, grownBy: (heapBytes.at(-1) ?? 0) / second - 1 };
  } finally {
    child.removeAllListeners();
    child.kill("SIGKILL");
  }
};

/** Has one warm process of each function answer so many messages, and looks at what it holds. */
export const memoryHeld = async (
  wanted: (what: string) => boolean,
  messages: number,
  say: (words: string) => void,
): Promise<readonly Held[]> => {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-memory-"));
  const held: Held[] = [];
  try {
    await recordFlow(async (all) => {
      const recordings = all.filter(({ what }) => wanted(what));
      const [first] = recordings;
      if (!first) throw new Error("Nothing that is measured has such a name.");
      const bundles = bundleFunctions({ outDir: path.join(folder, "bundles"), settings: first.settings });
      const stub = await startStub(recordings);
      try {
        for (const [at, recording] of recordings.entries()) {
          const bundle = bundles.find(({ name }) => name === recording.name)?.folder ?? "";
          held.push(await holdOf(recording, at, { stub, bundle, messages, say }));
        }
      } finally {
        stub.end();
      }
    }, 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return held;
};
