import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { type Instant, msOf, plusMinutes } from "../../../functions/kernel/instant.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { type MovableClock, movableClock } from "../../local/clock.ts";
import { indexes } from "../../local/create-table.ts";
import { type Registries, registriesVariable } from "../../local/sample/registry-servers.ts";
import type { Running } from "../../local/servers/loopback.ts";
import { type KeptMail, type SesEvent, sesEvent } from "../../local/servers/ses-events.ts";
import { type Stand, standUp } from "../../local/stand.ts";
import { deliveryQueueOf, enqueue, workBatch } from "../../local/work-queues.ts";
import { bundleFunctions } from "../../stack/bundle.ts";
import { type FunctionName, functionsOf, type QueueName, queuesOf, topology } from "../../stack/topology.ts";
import {
  type Counter,
  chunks,
  counter,
  meterDynamoDb,
  meterEventBridge,
  meterRequests,
  meterSes,
  meterSqs,
} from "./meter.ts";
import { invocationLogBytes, lineOverheadBytes, lookUpWaitMs, mbForOneProcessor } from "./prices.ts";

/** How Lambda hands messages over. */
export type Batches = {
  /** Messages that Lambda hands over together. */
  readonly together: (name: FunctionName, queue: QueueName) => number;
  /**
   * Whether they lay there together, too, and were received at once; otherwise each came by a
   * receive of its own while Lambda waited for more.
   */
  readonly cameTogether: boolean;
  /** Lines of history that the stream hands over together. */
  readonly linesTogether: number;
};

/** How one invocation went, as `metered-function.mjs` tells it. */
type Took = {
  readonly answer?: unknown;
  readonly threw?: string;
  readonly processorMs: number;
  readonly logged: readonly string[];
};

/** Functions on servers of loopback, where each thing that AWS would charge for is counted. */
export type MeteredStand = {
  readonly stand: Stand;
  readonly clock: MovableClock;
  readonly count: Counter;
  /** One invocation. Throws what the function throws. */
  readonly invoke: (name: FunctionName, event: unknown) => Promise<Took>;
  /** A message from outside. */
  readonly put: (queue: QueueName, body: string) => Promise<void>;
  /** Works everything off that is on queues, in SES's events and on the stream. */
  readonly settle: () => Promise<void>;
  /** Has SES say a minute later that these were delivered, and settles. */
  readonly delivered: (mails: readonly KeptMail[]) => Promise<void>;
  /** Of the functions, with the meters in the servers' places. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

/**
 * Producers set a group, and we on hints; EventBridge and S3, which bring deliveries and replies,
 * don't.
 */
const hasGroups = (queue: QueueName): boolean => !/^(delivery|reply)/.test(queue);

const endpointOf = (service: string): string => process.env[`AWS_ENDPOINT_URL_${service}`] ?? "";

/** A meter before each server of the stand, by the SDK's name of the service. */
const metersBefore = async (count: Counter): Promise<Readonly<Record<string, Running>>> => ({
  SQS: await meterSqs(endpointOf("SQS"), count),
  DYNAMODB: await meterDynamoDb(endpointOf("DYNAMODB"), indexes, count),
  SES: await meterSes(endpointOf("SES"), count),
  EVENTBRIDGE: await meterEventBridge(endpointOf("EVENTBRIDGE"), count),
  S3: await meterRequests("S3", "s3.gets", endpointOf("S3"), count),
  SECRETS_MANAGER: await meterRequests("SecretsManager", "secrets.requests", endpointOf("SECRETS_MANAGER"), count),
  SNS: await meterRequests("SNS", "sns.requests", endpointOf("SNS"), count),
});

/** The environment of the stand's functions, with the meters in the servers' places. */
const meteredEnvironment = (
  stand: Stand,
  meters: Readonly<Record<string, Running>>,
): Readonly<Record<string, string>> => ({
  // A queue's URL names its server, and the SDK goes there.
  ...Object.fromEntries(
    Object.entries(stand.variables).map(([name, value]) => [
      name,
      value.replaceAll(endpointOf("SQS"), meters.SQS?.url ?? ""),
    ]),
  ),
  ...Object.fromEntries(Object.entries(meters).map(([name, { url }]) => [`AWS_ENDPOINT_URL_${name}`, url])),
});

/** The cost is that of a stage without providers' APIs and browsers. */
const workers = functionsOf({}).filter((name) => topology[name].fedBy !== "http");

/** One execution environment. */
const startFunction = (bundle: string, environment: Readonly<Record<string, string>>): ChildProcess =>
  fork(path.join(import.meta.dirname, "metered-function.mjs"), [path.join(bundle, "index.mjs")], {
    env: { ...process.env, ...environment, NODE_OPTIONS: "" },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });

const askFunction = async (child: ChildProcess, name: string, event: unknown, nowMs: number): Promise<Took> => {
  const took = await new Promise<Took>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`${name} ended by itself.`)));
    child.once("message", (message) => resolve(message as never));
    child.send({ event, nowMs });
  });
  child.removeAllListeners("exit");
  if (took.threw !== undefined) throw new Error(`${name} threw: ${took.threw}`);
  return took;
};

/** What Lambda and CloudWatch charge for one invocation. */
const countInvocation = (count: Counter, name: FunctionName, event: unknown, { processorMs, logged }: Took): void => {
  const { memoryMb } = topology[name];
  const looksUp = name === "find-contact" ? lookUpWaitMs((event as SQSEvent).Records.length) : 0;
  const billedMs = Math.ceil(processorMs / (memoryMb / mbForOneProcessor) + count.takeWaitedMs() + looksUp);
  count.call(`Lambda ${name}`);
  count.call(`Lambda ${name} ms`, billedMs);
  count.use("lambda.requests", 1);
  count.use("lambda.gbSeconds", (memoryMb / 1024) * (billedMs / 1000));
  const lines = [
    ...logged.map((line) => Buffer.byteLength(line) + lineOverheadBytes),
    invocationLogBytes + 3 * lineOverheadBytes,
  ];
  count.use(
    "cloudWatch.logBytes",
    lines.reduce((sum, bytes) => sum + bytes, 0),
  );
};

/** Each queue with the function that it feeds; a batch is handed over as Lambda does, and counted. */
const feedsOf = (invoke: MeteredStand["invoke"], count: Counter, { together, cameTogether }: Batches) =>
  queuesOf({}).flatMap((queue) =>
    workers
      .filter((name) => topology[name].fedBy.includes(queue))
      .map((name) => ({
        queue,
        batchSize: together(name, queue),
        handler: async (event: SQSEvent) => {
          const sizes = event.Records.map(({ body }) => Buffer.byteLength(body));
          const { answer, logged } = await invoke(name, event);
          const answered = answer as SQSBatchResponse;
          if (answered.batchItemFailures.length > 0)
            throw new Error(`${name} kept a message for later: ${logged.join("")}`);
          // A long poll answers as soon as one message is there (SQS Developer Guide, "Amazon SQS
          // short and long polling").
          const received = cameTogether
            ? chunks(sizes.reduce((sum, bytes) => sum + bytes, 0))
            : sizes.reduce((sum, bytes) => sum + chunks(bytes), 0);
          count.call("SQS receive by Lambda", received);
          count.call("SQS delete by Lambda");
          count.use("sqs.requests", received + 1);
          if (hasGroups(queue)) count.use("sqs.fairRequests", received + 1);
          return answered;
        },
      })),
  );

/** Bundles functions and puts a process of each among the children; gives that of the first. */
const starting =
  (
    outDir: string,
    settings: Settings,
    environment: Readonly<Record<string, string>>,
    children: Map<FunctionName, ChildProcess>,
  ) =>
  (names: readonly FunctionName[]): ChildProcess => {
    const made = bundleFunctions({ outDir, settings }, names).map(({ name, folder }) => {
      const child = startFunction(folder, environment);
      children.set(name, child);
      return child;
    });
    const [first] = made;
    if (!first) throw new Error("No function was named.");
    return first;
  };

/**
 * Starts the deployed bundles and what they need on loopback, with a meter before each server. What
 * Lambda and SES do on queues and in the bucket is counted where it is done here.
 */
export const meteredStand = async (
  began: Instant,
  settings: Settings,
  registries: Registries,
  batches: Batches,
): Promise<MeteredStand> => {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-cost-"));
  const clock = movableClock(began, 1);
  const count = counter();
  const said: SesEvent[] = [];
  const stand = await standUp({
    folder,
    settings,
    clock,
    log: { info: () => {}, error: () => {} },
    registries: registriesVariable(registries),
    ratePerSecond: 5_000,
    perDay: 10_000_000,
    tableInMemory: true,
    onEvent: (event) => void said.push(event),
  });
  const meters = await metersBefore(count);
  const environment = meteredEnvironment(stand, meters);
  const children = new Map<FunctionName, ChildProcess>();
  const started = starting(path.join(folder, "bundles"), settings, environment, children);
  const close = async (): Promise<void> => {
    for (const child of children.values()) {
      child.removeAllListeners();
      child.kill("SIGKILL");
    }
    for (const meter of Object.values(meters)) await meter.close();
    await stand.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    started(workers);
  } catch (error) {
    await close();
    throw error;
  }

  const invoke = async (name: FunctionName, event: unknown): Promise<Took> => {
    const child = children.get(name) ?? started([name]);
    count.takeWaitedMs();
    const nowMs = msOf(clock.now());
    const took = await askFunction(child, name, event, nowMs);
    countInvocation(count, name, event, took);
    return took;
  };
  const feeds = feedsOf(invoke, count, batches);
  const put = async (queue: QueueName, body: string): Promise<void> => {
    await enqueue(stand, queue, body);
    count.call("SQS SendMessage from outside");
    count.use("sqs.requests", chunks(Buffer.byteLength(body)));
    if (hasGroups(queue)) count.use("sqs.fairRequests", chunks(Buffer.byteLength(body)));
  };
  const tell = async (): Promise<void> => {
    const next = () => stand.history.take(batches.linesTogether);
    for (let Records = next(); Records.length > 0; Records = next())
      await invoke("tell-reporters", { Records, shardId: stand.history.shardId });
  };
  const settle = async (): Promise<void> => {
    for (let received = 1; received > 0 || said.length > 0; ) {
      for (const event of said.splice(0)) await put(deliveryQueueOf(event), JSON.stringify(event));
      received = 0;
      for (const feed of feeds) for (let got = 1; got > 0; received += got) got = await workBatch(stand, feed, 0);
    }
    await tell();
  };
  const delivered = async (mails: readonly KeptMail[]): Promise<void> => {
    clock.jumpTo(plusMinutes(clock.now(), 1));
    for (const mail of mails) said.push(sesEvent(mail, { kind: "Delivery" }, clock.now()));
    await settle();
  };
  return { stand, clock, count, invoke, put, settle, delivered, environment, close };
};
