import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Bundle } from "../../stack/bundle.ts";
import { askFunction, startFunction } from "../cost/metered-stand.ts";
import { checked, environmentOf, type Stub } from "./measure.ts";
import type { Recording } from "./record.ts";

/** As V8 writes it (Chrome DevTools Protocol, "Profiler.Profile"). */
export type CpuProfile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas: readonly number[];
};

/** Of all that a process did: in the function itself, and in it with all that it calls. */
export type Share = { readonly name: string; readonly itself: number; readonly whole: number };

/** What waits, and what loads the code: neither answers a message. */
const isNothing = /^\((?:root|idle|program)\)$/;
const isLoading = /node:internal\/(?:modules|bootstrap|main)\//;

/** The functions of a profile, the largest first, without waiting and loading. Time: samples times depth. */
export const sharesOf = ({ nodes, samples, timeDeltas }: CpuProfile): readonly Share[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const nameOf = (id: number): string => {
    const { functionName = "", url = "" } = byId.get(id)?.callFrame ?? {};
    return `${functionName || "(anonymous)"}${url.startsWith("node:") ? ` (${url})` : ""}`;
  };
  const sums = new Map<string, { itself: number; whole: number }>();
  let all = 0;
  for (const [at, sample] of samples.entries()) {
    const names: string[] = [];
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) names.push(nameOf(id));
    const [own = ""] = names;
    if (isNothing.test(own) || names.some((name) => isLoading.test(name))) continue;
    const spent = timeDeltas[at] ?? 0;
    all += spent;
    for (const name of new Set(names)) {
      const sum = sums.get(name) ?? { itself: 0, whole: 0 };
      sums.set(name, { itself: sum.itself + (name === own ? spent : 0), whole: sum.whole + spent });
    }
  }
  return [...sums]
    .map(([name, { itself, whole }]): Share => ({ name, itself: itself / all, whole: whole / all }))
    .filter(({ name }) => name !== "(root)")
    .toSorted((one, other) => other.whole - one.whole);
};

/** Has a warm process answer a message so many times under V8's profiler, and gives what it was busy with. */
export const profileOf = async (
  recording: Recording,
  at: number,
  {
    bundle,
    stub,
    execPath,
    folder,
  }: {
    readonly bundle: Bundle;
    readonly stub: Stub;
    readonly execPath: string;
    readonly folder: string;
  },
): Promise<CpuProfile> => {
  const { what, event, nowMs } = recording;
  const environment = environmentOf(recording, stub.ports[at] ?? 0);
  const child = startFunction(bundle.folder, environment, execPath, ["--cpu-prof", `--cpu-prof-dir=${folder}`]);
  for (let round = 0; round < profiledRounds; round++) {
    checked(what, (await askFunction(child, what, event, nowMs)).answer);
    if (round % 100 === 0) await stub.take(at);
  }
  // It ends by itself where nobody is connected, and writes the profile then.
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.disconnect();
  await gone;
  const [file = ""] = readdirSync(folder).filter((name) => name.endsWith(".cpuprofile"));
  return JSON.parse(readFileSync(path.join(folder, file), "utf8"));
};
const profiledRounds = 600;
