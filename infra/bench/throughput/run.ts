import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { GetQueueAttributesCommand, SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { msOf } from "../../../functions/kernel/instant.ts";
import { movableClock } from "../../local/clock.ts";
import { startWorkers } from "../../local/function-processes.ts";
import { registriesVariable } from "../../local/sample/registry-servers.ts";
import { type Stand, standUp } from "../../local/stand.ts";
import { bundleFunctions } from "../../stack/bundle.ts";
import { type FunctionName, type QueueName, topology } from "../../stack/topology.ts";
import { began, benchRegistries, casesAnHour, flowSettings, reportOn, withinAnHour } from "../cost/flow.ts";
import { processorMsByName } from "./processes.ts";

/** The three steps from a queue to SES, each with the queue that feeds it. */
export const steps = {
  "report-standard": "take-in-report",
  "contact-standard": "find-contact",
  "notice-standard": "send-notice",
} as const satisfies Partial<Record<QueueName, FunctionName>>;
export type StepQueue = keyof typeof steps;
export const stepQueues = Object.keys(steps) as readonly StepQueue[];

export type Throughput = {
  readonly atATime: number;
  readonly reports: number;
  readonly seconds: number;
  /** Of each step: messages, the wall time that its processes had one in hand, and the most that waited for it. */
  readonly steps: Readonly<Record<StepQueue, { messages: number; inHandMs: number; waitedAtMost: number }>>;
  /** Milliseconds of processor time by what they went into; empty where it can't be told. */
  readonly processorMs: Readonly<Record<string, number>>;
};

const deadlineMs = 300_000;
const pollMs = 500;

const send = async ({ queues, sqs }: Stand, numbers: readonly number[]): Promise<void> => {
  const bodies = numbers.map((number) =>
    JSON.stringify({ ...JSON.parse(reportOn(withinAnHour(number))), seenAt: began }),
  );
  for (let from = 0; from < bodies.length; from += 10)
    await queues.send(
      new SendMessageBatchCommand({
        QueueUrl: sqs.queueUrl("report-standard"),
        Entries: bodies.slice(from, from + 10).map((MessageBody, at) => ({ Id: String(at), MessageBody })),
      }),
    );
};

const waitingOn = async ({ queues, sqs }: Stand, queue: QueueName): Promise<number> => {
  const { Attributes } = await queues.send(
    new GetQueueAttributesCommand({
      QueueUrl: sqs.queueUrl(queue),
      AttributeNames: ["ApproximateNumberOfMessages"],
    }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
};

/**
 * Puts reports on their queue at once and waits until SES has a notice of each: the deployed bundles as processes, so
 * many at a time for each queue, on doubles in processes of their own, and SES that takes whatever comes.
 */
export const runThrough = async (reports: number, atATime: number): Promise<Throughput> => {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-throughput-"));
  const registries = await benchRegistries();
  const stand = await standUp({
    folder,
    settings: flowSettings,
    clock: movableClock(began, 1),
    log: { info: () => {}, error: () => {} },
    registries: registriesVariable(registries),
    ratePerSecond: 5_000,
    perDay: 10_000_000,
    serversApart: true,
  });
  const counted = { messages: 0, inHandMs: 0, waitedAtMost: 0 };
  const of: Throughput["steps"] = {
    "report-standard": { ...counted },
    "contact-standard": { ...counted },
    "notice-standard": { ...counted },
  };
  const bundles = bundleFunctions(
    { outDir: path.join(folder, "bundles"), settings: flowSettings },
    Object.values(steps),
  );
  const workers = startWorkers({
    at: stand,
    counts: Object.fromEntries(stepQueues.map((queue) => [queue, atATime])),
    bundleOf: (name) => bundles.find((bundle) => bundle.name === name)?.folder ?? "",
    environment: { ...stand.variables },
    ended: (queue, words) => console.error(`A process of ${queue} ended by itself: ${words}`),
    worked: (queue, messages, ms) => {
      const step = stepQueues.find((one) => one === queue);
      if (step === undefined) return;
      of[step].messages += messages;
      of[step].inHandMs += ms;
    },
  });
  // Desks keep their nights and days off, whenever this is run.
  workers.setAhead(msOf(began) - Date.now());
  const until = async (mails: number): Promise<void> => {
    const startedMs = performance.now();
    while (stand.ses.mails().length < mails) {
      if (performance.now() - startedMs > deadlineMs)
        throw new Error(`Only ${stand.ses.mails().length} of ${mails} notices went out in ${deadlineMs / 1000} s.`);
      await new Promise((resolve) => setTimeout(resolve, pollMs / 10));
    }
  };
  try {
    // Each process has compiled what it needs.
    const warm = Math.max(12 * casesAnHour, 6 * casesAnHour * atATime);
    await send(
      stand,
      Array.from({ length: warm }, (_, at) => at),
    );
    await until(warm);
    for (const step of stepQueues) Object.assign(of[step], counted);
    const numbers = Array.from({ length: reports }, (_, at) => warm + at);
    const before = processorMsByName();
    const startedMs = performance.now();
    await send(stand, numbers);
    const watching = setInterval(async () => {
      for (const step of stepQueues)
        of[step].waitedAtMost = Math.max(of[step].waitedAtMost, await waitingOn(stand, step));
    }, pollMs);
    await until(warm + reports).finally(() => clearInterval(watching));
    const seconds = (performance.now() - startedMs) / 1000;
    const after = processorMsByName();
    return {
      atATime,
      reports,
      seconds,
      steps: of,
      processorMs: Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, ms - (before[name] ?? 0)])),
    };
  } finally {
    await workers.end();
    await stand.close();
    await registries.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** How many messages of a step come together at most. */
export const batchSizeOf = (queue: StepQueue): number => topology[steps[queue]].batchSize ?? 1;
