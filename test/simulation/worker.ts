import { parentPort, workerData } from "node:worker_threads";
import { senders } from "./bad-senders.ts";
import { type Share, simulate } from "./work.ts";

// Failures are thrown by the hundred thousand, and nobody reads where.
Error.stackTraceLimit = 0;

/** One of the threads that `simulate.ts` starts. */
const share = workerData as Share & { readonly sender: string };
let told = 0;
const tallies = await simulate(share, senders[share.sender], (runs) => {
  if (runs - told < 200) return;
  parentPort?.postMessage({ kind: "progress", runs: runs - told });
  told = runs;
});
parentPort?.postMessage({ kind: "done", tallies });
