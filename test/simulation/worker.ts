import { parentPort, workerData } from "node:worker_threads";
import { senders } from "./bad-senders.ts";
import { type Share, simulate } from "./work.ts";

// Failures are thrown by the hundred thousand, and nobody reads where.
Error.stackTraceLimit = 0;

/** One of the threads that `simulate.ts` starts. */
const share = workerData as Share & { readonly sender: string };
let told = 0;
let shown = 0;
const tallies = await simulate(share, senders[share.sender], (runs, failures) => {
  if (runs - told < 200 && failures.length === shown) return;
  // Each is told as it happens: a run of half an hour that keeps it until its end can be stopped for nothing.
  parentPort?.postMessage({ kind: "progress", runs: runs - told, broke: failures.slice(shown) });
  told = runs;
  shown = failures.length;
});
parentPort?.postMessage({ kind: "done", tallies });
