import { type ChildProcess, fork } from "node:child_process";
import { setMaxListeners } from "node:events";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { SQSServiceException } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { readHint } from "../../functions/handlers/case-work.ts";
import { type FunctionName, type QueueName, topology } from "../stack/topology.ts";
import { type QueuesAt, workBatch } from "./work-queues.ts";

const tells: readonly FunctionName[] = ["send-notice", "tell-channel"];

/**
 * A place of one queue at which one process of its function works, as an event source mapping of
 * Lambda keeps it.
 */
export type Place = {
  readonly queue: QueueName;
  /** The cases of which the process has a notice in hand. */
  readonly noticesInHand: () => readonly string[];
  /**
   * How often the message in hand has been received, the most of its batch; 0 when it waits for
   * one.
   */
  readonly receives: () => number;
  /**
   * Kills the process by SIGKILL and puts another in its place. The message in hand comes back by
   * its visibility.
   */
  readonly kill: () => Promise<void>;
};

export type Workers = {
  readonly places: readonly Place[];
  /** Sets the clock of every process so far ahead of the real one. */
  readonly setAhead: (ms: number) => void;
  /** Takes nothing more off the queues, and comes back when what was in hand is done. */
  readonly rest: () => Promise<void>;
  /** Ends every process. May be called twice. */
  readonly end: () => Promise<void>;
};

type WorkersGiven = {
  readonly at: QueuesAt;
  /** How many processes work each queue. */
  readonly counts: Partial<Readonly<Record<QueueName, number>>>;
  /** Where each function's bundle lies. */
  readonly bundleOf: (name: FunctionName) => string;
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Queues whose processes let others go first on this machine, where in AWS each has a processor
   * of its own.
   */
  readonly patient?: readonly QueueName[];
  /** Told when a process ended that nobody killed. */
  readonly ended: (queue: QueueName, words: string) => void;
};

class Killed extends Error {}

/** All processes there are, and what holds for each of them. */
type Fleet = { readonly children: Set<ChildProcess>; ending: boolean; aheadMs: number };

/** One process of a function. `work` has it do a batch; `gone` says when it has ended. */
const startOne = (
  { bundleOf, environment, patient = [], ended }: WorkersGiven,
  fleet: Fleet,
  queue: QueueName,
  name: FunctionName,
) => {
  const child = fork(
    path.join(import.meta.dirname, "function-process.mjs"),
    [path.join(bundleOf(name), "index.mjs"), String(fleet.aheadMs)],
    {
      env: { ...process.env, ...environment, NODE_OPTIONS: "" },
      execArgv: [],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    },
  );
  fleet.children.add(child);
  if (child.pid !== undefined && patient.includes(queue)) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const words: Buffer[] = [];
  child.stderr?.on("data", (bytes: Buffer) => words.push(bytes));
  const gone = new Promise<void>((resolve) =>
    child.once("exit", (_, signal) => {
      fleet.children.delete(child);
      if (!fleet.ending && signal !== "SIGKILL") ended(queue, Buffer.concat(words).toString("utf8").slice(0, 600));
      resolve();
    }),
  );
  const work = (event: SQSEvent): Promise<SQSBatchResponse> =>
    new Promise((resolve, reject) => {
      void gone.then(() => reject(new Killed()));
      child.once("message", (answer) => resolve(answer as SQSBatchResponse));
      // Where it is gone already, `gone` says so.
      child.send(event, () => {});
    });
  return { child, gone, work };
};

/**
 * One place of a queue: a process that works batch after batch until `resting` is aborted, and
 * another in its place where it ended. `served` comes when what was in hand is done.
 */
const startPlace = (
  given: WorkersGiven,
  fleet: Fleet,
  resting: AbortSignal,
  queue: QueueName,
): { readonly place: Place; readonly served: Promise<void> } => {
  const [name, row] = fedBy(queue);
  const start = () => startOne(given, fleet, queue, name);
  let worker = start();
  let inHand: SQSEvent["Records"] = [];
  const handler = async (event: SQSEvent) => {
    inHand = event.Records;
    try {
      return await worker.work(event);
    } finally {
      inHand = [];
    }
  };
  const serve = async () => {
    while (!resting.aborted) {
      try {
        await workBatch(given.at, { queue, batchSize: row.batchSize ?? 1, handler }, 5, resting);
      } catch (error) {
        if (resting.aborted) return;
        // SQS refuses what is said about a message whose visibility ended meanwhile; Lambda
        // leaves it at that, too.
        if (!(error instanceof Killed || error instanceof SQSServiceException)) throw error;
        // It ended by itself: another takes its place, and what ended it was told.
        if (!fleet.children.has(worker.child)) worker = start();
      }
    }
  };
  const kill = async () => {
    const { child, gone } = worker;
    child.kill("SIGKILL");
    worker = start();
    await gone;
  };
  return {
    place: {
      queue,
      noticesInHand: () => (tells.includes(name) ? inHand.map(({ body }) => readHint(body).caseId) : []),
      receives: () => Math.max(0, ...inHand.map(({ attributes }) => Number(attributes.ApproximateReceiveCount))),
      kill,
    },
    served: serve(),
  };
};

/**
 * Starts the deployed bundles as processes, one function each, and feeds each one batch at a time
 * off its queue.
 */
export const startWorkers = (given: WorkersGiven): Workers => {
  const fleet: Fleet = { children: new Set(), ending: false, aheadMs: 0 };
  const { children } = fleet;
  const resting = new AbortController();
  // Each place that waits for a message listens, and each of its requests.
  setMaxListeners(0, resting.signal);

  const onExit = () => {
    for (const child of children) child.kill("SIGKILL");
  };
  process.on("exit", onExit);
  const all = Object.entries(given.counts).flatMap(([queue, count]) =>
    Array.from({ length: count }, () => startPlace(given, fleet, resting.signal, queue as QueueName)),
  );
  return {
    places: all.map(({ place }) => place),
    setAhead: (ms) => {
      fleet.aheadMs = ms;
      // Where one is gone already, the next in its place starts with it.
      for (const child of children) child.send(ms, () => {});
    },
    rest: async () => {
      resting.abort();
      await Promise.all(all.map(({ served }) => served));
    },
    end: async () => {
      fleet.ending = true;
      resting.abort();
      await Promise.all(
        [...children].map((child) => {
          child.kill("SIGKILL");
          return new Promise((resolve) => child.once("exit", resolve));
        }),
      );
      process.removeListener("exit", onExit);
    },
  };
};

const fedBy = (queue: QueueName) => {
  const found = Object.entries(topology).find(([, row]) => Array.isArray(row.fedBy) && row.fedBy.includes(queue));
  if (!found) throw new Error(`No function is fed by ${queue}.`);
  return found as [FunctionName, (typeof topology)[FunctionName]];
};
