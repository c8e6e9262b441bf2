import { lanes } from "../../../functions/report/category.ts";
import type { Reading } from "./meter.ts";
import {
  idleReceivesAMonth,
  isPriced,
  kmsRequestsAMonth,
  minutesAMonth,
  monthly,
  prices,
  type Quantity,
  readersOfQueue,
  secretsRequestsAMonth,
} from "./prices.ts";

/** Dollars by service, dearest first. */
export type Bill = {
  readonly lines: readonly (readonly [service: string, dollars: number])[];
  readonly platform: number;
  readonly ses: number;
};

const services: Readonly<Record<string, string>> = {
  dynamoDb: "DynamoDB",
  lambda: "Lambda",
  sqs: "SQS",
  eventBridge: "EventBridge (reporters' news)",
  cloudWatch: "CloudWatch logs",
  s3: "S3",
  kms: "KMS",
  sns: "SNS",
  xRay: "X-Ray",
};
/**
 * Counted, and paid by the month (`fixedOf`): what lies in the table, and what each function asks
 * once when it starts.
 */
const unpriced = new Set(["dynamoDb.storedBytes", "secrets.requests"]);

/**
 * What `times` a reading costs, SES's own price apart. Throws for a quantity without a price: what
 * is metered is paid for.
 */
export const billOf = (
  { used }: Pick<Reading, "used">,
  times: number,
  pricesOf: Readonly<Record<Quantity, number>> = prices,
): Bill => {
  const sums = new Map<string, number>();
  let ses = 0;
  for (const [quantity, amount] of Object.entries(used)) {
    if (unpriced.has(quantity)) continue;
    if (!isPriced(quantity)) throw new Error(`There is no price for ${quantity}.`);
    const dollars = amount * times * pricesOf[quantity];
    const [service = ""] = quantity.split(".");
    if (service === "ses") ses += dollars;
    else sums.set(services[service] ?? service, (sums.get(services[service] ?? service) ?? 0) + dollars);
  }
  const lines = [...sums].sort(([, one], [, other]) => other - one);
  return { lines, platform: lines.reduce((sum, [, dollars]) => sum + dollars, 0), ses };
};

export const plus = (...readings: readonly Reading[]): Reading => ({
  used: added(readings.map(({ used }) => used)),
  calls: added(readings.map(({ calls }) => calls)),
});
const added = (some: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const [name, amount] of some.flatMap((one) => Object.entries(one))) sums[name] = (sums[name] ?? 0) + amount;
  return sums;
};

/**
 * A reading with the traces that X-Ray records of it, where `times` of it are spread over a month:
 * of each function's runs the first in each second and one in twenty of the rest (Lambda Developer
 * Guide, "Visualize Lambda function invocations using AWS X-Ray").
 */
export const traced = (reading: Reading, times: number): Reading => {
  const seconds = minutesAMonth * 60;
  const traces = Object.entries(reading.calls)
    .filter(([call]) => /^Lambda [a-z-]+$/.test(call))
    .map(([, runs]) => Math.min(runs * times, seconds) + Math.max(0, runs * times - seconds) / 20)
    .reduce((sum, some) => sum + some, 0);
  return plus(reading, { used: { "xRay.traces": traces / times }, calls: {} });
};

/** A new on-demand table has four partitions, and its stream as many shards. */
const shards = 4;
/**
 * Lines of history that come to one reader of the stream within the window that it waits for more.
 */
export const linesTogether = (flow: {
  readonly casesAMonth: number;
  readonly linesOfACase: number;
  readonly windowSeconds: number;
}): number =>
  Math.max(
    1,
    Math.floor((flow.casesAMonth / (minutesAMonth * 60)) * (flow.linesOfACase / shards) * flow.windowSeconds),
  );

/**
 * Messages that come to one reader of a queue within the window that it waits for more, where so
 * many are spread evenly over a month. A window begins when the reader's last run has ended (Lambda
 * Developer Guide, "How Lambda processes records from stream and queue-based event sources"), so
 * this is its average, rounded down, and rather too few: a window that brings nothing leads to no
 * run.
 */
export const messagesTogether = (of: {
  readonly messagesAMonth: number;
  readonly windowSeconds: number;
  readonly batchSize: number;
}): number =>
  Math.min(
    of.batchSize,
    Math.max(1, Math.floor((of.messagesAMonth / (minutesAMonth * 60) / readersOfQueue) * of.windowSeconds)),
  );

type Resource = { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> };
/** An alarm over an expression is paid for each metric in it. */
const metricsOf = ({ Properties }: Resource): number => {
  const metrics = Properties?.Metrics;
  return Array.isArray(metrics) ? metrics.filter((metric: object) => "MetricStat" in metric).length : 1;
};

/**
 * Metrics of our own that have a value each minute. CloudWatch asks nothing for the hours in which
 * one has none (Amazon CloudWatch pricing, "custom metrics are prorated by the hour").
 */
const steadyMetricsOf = ({ Type, Properties = {} }: Resource): number => {
  if (Type !== "AWS::Logs::MetricFilter") return 0;
  const isEachMinute = /watchdog|followup/i.test(JSON.stringify(Properties.LogGroupName));
  const isByLane = JSON.stringify(Properties.MetricTransformations).includes('"$.lane"');
  return isEachMinute ? (isByLane ? lanes.length : 1) : 0;
};

/**
 * What a stack costs a month while nothing happens, in dollars: its standing parts, and what looks
 * whether there is something to do.
 */
export const fixedOf = (
  resources: readonly Resource[],
  { queues, idleMinute }: { readonly queues: number; readonly idleMinute: Pick<Reading, "used"> },
): readonly (readonly [name: string, dollars: number])[] => {
  const ofType = (type: string): readonly Resource[] => resources.filter(({ Type }) => Type === type);
  const alarmMetrics = ofType("AWS::CloudWatch::Alarm").reduce((sum, alarm) => sum + metricsOf(alarm), 0);
  // What rings when keys can't be used is silent while they can.
  const metrics = resources
    .filter((resource) => !JSON.stringify(resource.Properties ?? {}).includes("KeysUnusable"))
    .reduce((sum, resource) => sum + steadyMetricsOf(resource), 0);
  const counted = (type: string, one: number): number => ofType(type).length * one;
  return [
    [
      `${ofType("AWS::CloudWatch::Alarm").length} alarms over ${alarmMetrics} metrics`,
      alarmMetrics * monthly.alarmMetric,
    ],
    [`${metrics} metrics of our own`, metrics * monthly.customMetric],
    ["dashboard", counted("AWS::CloudWatch::Dashboard", monthly.dashboard)],
    [`${ofType("AWS::KMS::Key").length} keys`, counted("AWS::KMS::Key", monthly.key)],
    ["questions to KMS", kmsRequestsAMonth * prices["kms.requests"]],
    [
      "secrets",
      counted("AWS::SecretsManager::Secret", monthly.secret) + secretsRequestsAMonth * prices["secrets.requests"],
    ],
    [`Lambda's readers at ${queues} queues`, queues * idleReceivesAMonth * prices["sqs.requests"]],
    ["sweep and watchdog, each minute", billOf(idleMinute, minutesAMonth).platform],
    ...networkOf(resources),
  ];
};

/** What an isolated stage pays for its interfaces; a gateway's endpoint is in no subnet, and free. */
const networkOf = (resources: readonly Resource[]): readonly (readonly [name: string, dollars: number])[] => {
  const interfaces = resources.reduce(
    (sum, { Type, Properties: { SubnetIds } = {} }) =>
      Type === "AWS::EC2::VPCEndpoint" && Array.isArray(SubnetIds) ? sum + SubnetIds.length : sum,
    0,
  );
  return interfaces === 0 ? [] : [[`${interfaces} interfaces to AWS services`, interfaces * monthly.endpoint]];
};

/** What comes on top from the third year on: every key is rotated each year, and two rotations are paid. */
export const rotationsOf = (resources: readonly Resource[]): number =>
  resources.filter(({ Type }) => Type === "AWS::KMS::Key").length * 2 * monthly.keyRotation;

/**
 * The same flow as one execution of Step Functions Standard for each case: the states that it
 * enters, each of which is a transition. Retries would come on top; so would all of what its tasks
 * do, which is about what ours do.
 */
const statesOfOneCase = {
  notice: [
    "read the report",
    "open or join the case",
    "find the contact",
    "is there one?",
    "compose and claim",
    "send",
    "record",
    "wait for SES's word",
    "delivered?",
    "wait for an answer",
  ],
  followUp: ["still silent?", "compose and claim the reminder", "send", "record", "wait for an answer"],
  reply: ["read the reply", "which class?"],
} as const;

/** Transitions of one case, with so many reminders and replies. */
export const transitionsOf = ({
  followUps,
  replies,
}: {
  readonly followUps: number;
  readonly replies: number;
}): number =>
  statesOfOneCase.notice.length + followUps * statesOfOneCase.followUp.length + replies * statesOfOneCase.reply.length;
