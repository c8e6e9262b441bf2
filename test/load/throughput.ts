import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { SendMessageBatchCommand } from "@aws-sdk/client-sqs";
import { msOf } from "../../functions/kernel/instant.ts";
import {
  began,
  benchRegistries,
  casesAnHour,
  flowSettings,
  reportOn,
  withinAnHour,
} from "../../infra/bench/cost/flow.ts";
import { movableClock } from "../../infra/local/clock.ts";
import { startWorkers } from "../../infra/local/function-processes.ts";
import { registriesVariable } from "../../infra/local/sample/registry-servers.ts";
import { type Stand, standUp } from "../../infra/local/stand.ts";
import { bundleFunctions } from "../../infra/stack/bundle.ts";
import type { FunctionName, QueueName } from "../../infra/stack/topology.ts";

/** The three steps from a queue to SES, each with the queue that feeds it. */
const steps = {
  "report-standard": "take-in-report",
  "contact-standard": "find-contact",
  "notice-standard": "send-notice",
} as const satisfies Partial<Record<QueueName, FunctionName>>;
const deadlineMs = 300_000;

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

/**
 * Reports a second, put on their queue at once, until SES has a notice of each: the deployed bundles as processes, so
 * many at a time for each queue, on doubles in processes of their own, and SES that takes whatever comes.
 */
export const throughput = async (reports: number, atATime: number): Promise<number> => {
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
  const bundles = bundleFunctions(
    { outDir: path.join(folder, "bundles"), settings: flowSettings },
    Object.values(steps),
  );
  const workers = startWorkers({
    at: stand,
    counts: Object.fromEntries(Object.keys(steps).map((queue) => [queue, atATime])),
    bundleOf: (name) => bundles.find((bundle) => bundle.name === name)?.folder ?? "",
    environment: { ...stand.variables },
    ended: (queue, words) => console.error(`A process of ${queue} ended by itself: ${words}`),
  });
  // Desks keep their nights and days off, whenever this is run.
  workers.setAhead(msOf(began) - Date.now());
  const until = async (mails: number): Promise<void> => {
    const startedMs = performance.now();
    while (stand.ses.mails().length < mails) {
      if (performance.now() - startedMs > deadlineMs)
        throw new Error(`Only ${stand.ses.mails().length} of ${mails} notices went out in ${deadlineMs / 1000} s.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
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
    const numbers = Array.from({ length: reports }, (_, at) => warm + at);
    const startedMs = performance.now();
    await send(stand, numbers);
    await until(warm + reports);
    return (1000 * reports) / (performance.now() - startedMs);
  } finally {
    await workers.end();
    await stand.close();
    await registries.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
