import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of a tick of the kernel's (`CLK_TCK` is 100 on all Linux that Node runs on). */
const tickMs = 10;

/** The processes that this one started, with what they run. Linux alone; elsewhere none are known. */
const children = (): readonly { readonly pid: number; readonly runs: string }[] => {
  try {
    return readdirSync("/proc/self/task")
      .flatMap((thread) => readFileSync(`/proc/self/task/${thread}/children`, "utf8").trim().split(" "))
      .filter((pid) => pid !== "")
      .map((pid) => ({ pid: Number(pid), runs: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") }));
  } catch {
    // No such files here, or one of them ended while it was looked at.
    return [];
  }
};

const nameOf = (runs: string): string => {
  const server = /apart-main\.ts (\w+)/.exec(runs)?.[1];
  if (server !== undefined) return server === "sqs" ? "SQS (double)" : "DynamoDB (double)";
  return /\/([\w-]+)\/index\.mjs/.exec(runs)?.[1] ?? "other";
};

const processorMsOf = (pid: number): number => {
  // Behind the name, which may hold blanks: utime and stime are the 14th and 15th field (proc_pid_stat(5)).
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
};

/** Processor time so far by what it went into, in milliseconds; this process is the rest of the doubles. */
export const processorMsByName = (): Readonly<Record<string, number>> => {
  const { user, system } = process.cpuUsage();
  const taken: Record<string, number> = { "this process: SES, registries, feeding": (user + system) / 1000 };
  for (const { pid, runs } of children()) {
    const name = nameOf(runs);
    taken[name] = (taken[name] ?? 0) + processorMsOf(pid);
  }
  return taken;
};
