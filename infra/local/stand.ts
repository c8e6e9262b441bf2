import { accessSync, constants, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import type { Log } from "../../functions/kernel/log.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { type ReporterNews, reporterNews } from "../../functions/news/reporter-news.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { namedKeysFrom } from "../../functions/store/table/named-keys.ts";
import type { Heard } from "../../functions/webhooks/webhook.ts";
import { checkQueue, queueNames } from "../stack/topology.ts";
import type { MovableClock } from "./clock.ts";
import { createTable } from "./create-table.ts";
import { type HistoryStream, historyStream } from "./history-feed.ts";
import { makeFolder } from "./make-folder.ts";
import { startDynamoDbApart, startSqsApart } from "./servers/apart.ts";
import { playedSecrets } from "./servers/channels/plays.ts";
import { startDynamoDb } from "./servers/dynamodb.ts";
import type { OnRecords } from "./servers/dynamodb-stream.ts";
import { startEventBridge } from "./servers/event-bridge.ts";
import type { Running } from "./servers/loopback.ts";
import { type S3Server, startS3 } from "./servers/s3.ts";
import { startSecretsManager } from "./servers/secrets-manager.ts";
import { type SesOptions, type SesServer, startSes } from "./servers/ses.ts";
import { startSns } from "./servers/sns.ts";
import { region, type SqsServer, startSqs } from "./servers/sqs.ts";
import { newsMessage, noteMessage, webhookSecrets } from "./webhooks.ts";
import { writeSettings } from "./write-settings.ts";

type QueueReader = (event: SQSEvent) => Promise<SQSBatchResponse>;

/**
 * Everything of AWS that the functions use, on loopback, and the environment that makes the SDK go
 * there.
 */
export type Stand = {
  readonly folder: string;
  readonly settings: Settings;
  readonly clock: MovableClock;
  readonly log: Log;
  readonly sqs: SqsServer;
  readonly queues: SQSClient;
  readonly ses: SesServer;
  readonly s3: S3Server;
  readonly store: CaseStore;
  /** What is written to histories and not told to reporters yet. */
  readonly history: HistoryStream;
  /** The checker's function, where one looks (`checker.ts`). */
  readonly checks?: QueueReader;
  /** What each function is given as its environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

export type StandOptions = {
  readonly folder: string;
  readonly settings: Settings;
  readonly clock: MovableClock;
  readonly log: Log;
  /** `REGISTRIES` for the functions; absent: the real registries. */
  readonly registries?: string;
  readonly consoleUrl?: string;
  /** Where providers' APIs are played (`servers/channels/start.ts`); absent: none is reached. */
  readonly channelsUrl?: string;
  readonly checker?: (stand: Stand) => QueueReader;
  readonly onAccepted?: SesOptions["onAccepted"];
  readonly onEvent?: SesOptions["onEvent"];
  readonly onCallTold?: (text: string) => void;
  readonly onReporterTold?: (news: ReporterNews) => void;
  /** Where a system of the operator's is played (`webhooks.ts`); absent: none is told. */
  readonly webhooksUrl?: string;
  /** What bus and topic would lay on a webhook's queue. */
  readonly onWebhookMessage?: (message: string, heard: Heard) => void;
  readonly ratePerSecond?: number;
  readonly perDay?: number;
  /** Keeps the table in memory instead of `folder`: faster, and gone with this process. */
  readonly tableInMemory?: boolean;
  /**
   * Table and queues in processes of their own, the table in memory instead of `folder`: faster,
   * gone with this one, and nothing of it comes to `history`.
   */
  readonly serversApart?: boolean;
  /** How long a message stays hidden when its reader died. Default 30. */
  readonly visibilitySeconds?: number;
};

export const replyBucket = "takedown-local-replies";
export const tableName = "takedown-local-cases";
const caseNumberKeySecret = "takedown-local-case-number-key";
const replyKeysSecret = "takedown-local-reply-keys";
export const masterKeysSecret = "takedown-local-master-keys";
const channelSecret = (provider: string): string => `takedown-local-channel-${provider}`;
const hintQueues = [
  "contact-urgent",
  "contact-standard",
  "notice-urgent",
  "notice-standard",
  "channel-urgent",
  "channel-standard",
  "report-urgent",
  "report-standard",
] as const;

/** A place on one machine that can't be used, said so that the next step is clear. */
export class Unusable extends Error {}

/**
 * Starts the servers on free ports of loopback, makes the table, and points the SDK of this process
 * at them. State lies under `folder` and is there again at the next start; queues are not, and what
 * they held is found by the sweep. Throws `Unusable` with one sentence when the folder can't be
 * written or another run holds it.
 */
export const standUp = async (options: StandOptions): Promise<Stand> => {
  const { folder, settings, clock, log } = options;
  usableFolder(folder);
  const settingsVariables = writeSettings(folder, settings);
  const history = historyStream();
  const dynamo = options.serversApart
    ? await startDynamoDbApart()
    : await startTable(options.tableInMemory ? undefined : folder, history.put);
  const visibilitySeconds = options.visibilitySeconds ?? 30;
  const sqs = options.serversApart
    ? await startSqsApart(visibilitySeconds)
    : await startSqs({ port: 0, visibilitySeconds });
  const sns = await startSns({
    port: 0,
    onPublished: (note) => {
      options.onCallTold?.(note.message);
      options.onWebhookMessage?.(noteMessage(note, clock.now()), "on-call");
    },
  });
  const eventBridge = await startEventBridge({
    port: 0,
    onPut: ({ DetailType, Detail }) => {
      options.onReporterTold?.(reporterNews.parse(JSON.parse(Detail)));
      options.onWebhookMessage?.(newsMessage(DetailType, Detail), "reporters");
    },
  });
  const s3 = await startS3({ port: 0, folder: join(folder, "replies") });
  const secrets = await startSecretsManager({
    port: 0,
    secrets: {
      [replyKeysSecret]: namedKeys(folder, "reply-keys.json"),
      [caseNumberKeySecret]: namedKeys(folder, "case-number-key.json"),
      [masterKeysSecret]: namedKeys(folder, "master-keys.json"),
      ...webhookSecrets,
      ...Object.fromEntries(
        Object.entries(playedSecrets).map(([provider, secret]) => [channelSecret(provider), JSON.stringify(secret)]),
      ),
    },
  });
  const ses = await startSes({
    port: 0,
    folder: join(folder, "mails"),
    clock,
    verified: [settings.senderAddress.slice(settings.senderAddress.indexOf("@") + 1)],
    configurationSets: Object.values(settings.configurationSets),
    ratePerSecond: options.ratePerSecond ?? 14,
    ...(options.perDay !== undefined && { perDay: options.perDay }),
    ...(options.onAccepted && { onAccepted: options.onAccepted }),
    ...(options.onEvent && { onEvent: options.onEvent }),
  });
  const servers: Readonly<Record<string, Running>> = {
    SQS: sqs,
    DYNAMODB: dynamo,
    SES: ses,
    SNS: sns,
    EVENTBRIDGE: eventBridge,
    S3: s3,
    SECRETS_MANAGER: secrets,
  };
  Object.assign(process.env, sdkEnvironment(servers));
  const client = new DynamoDBClient({});
  await createTable(client, tableName);
  const stand: Stand = {
    folder,
    settings,
    clock,
    log,
    sqs,
    queues: new SQSClient({}),
    ses,
    s3,
    store: dynamoCaseStore(client, tableName, namedKeysFrom(new SecretsManagerClient({}), masterKeysSecret)),
    history,
    variables: functionVariables(options, settingsVariables, sqs, sns.topicArn("takedown-local-on-call")),
    close: async () => {
      for (const server of Object.values(servers)) await server.close();
    },
  };
  return options.checker ? { ...stand, checks: options.checker(stand) } : stand;
};

/** What each function is given as its environment. */
const functionVariables = (
  { registries, consoleUrl, channelsUrl, webhooksUrl, checker }: StandOptions,
  settingsVariables: ReturnType<typeof writeSettings>,
  sqs: SqsServer,
  onCallTopic: string,
): Readonly<Record<string, string>> => ({
  AWS_REGION: region,
  ...settingsVariables,
  TABLE_NAME: tableName,
  HINT_QUEUE_URLS: JSON.stringify(Object.fromEntries(hintQueues.map((queue) => [queue, sqs.queueUrl(queue)]))),
  HISTORY_QUEUE_URL: sqs.queueUrl("history-retry"),
  DEAD_LETTER_URLS: JSON.stringify(Object.fromEntries(queueNames.map((queue) => [queue, sqs.deadLetterUrl(queue)]))),
  ON_CALL_TOPIC_ARN: onCallTopic,
  EVENT_BUS_NAME: "takedown-local-reporters",
  MASTER_KEYS_SECRET: masterKeysSecret,
  CASE_NUMBER_KEY_SECRET: caseNumberKeySecret,
  REPLY_KEYS_SECRET: replyKeysSecret,
  REPLY_BUCKET: replyBucket,
  CHANNEL_SECRETS: JSON.stringify(
    Object.fromEntries(Object.keys(playedSecrets).map((provider) => [provider, channelSecret(provider)])),
  ),
  ...(channelsUrl !== undefined && { PLAYED_CHANNELS: channelsUrl }),
  ...(webhooksUrl !== undefined && {
    PLAYED_WEBHOOKS: webhooksUrl,
    WEBHOOK_SECRETS: JSON.stringify(Object.fromEntries(Object.keys(webhookSecrets).map((name) => [name, name]))),
  }),
  ...(checker && { CHECK_QUEUE_URL: sqs.queueUrl(checkQueue) }),
  ...(registries && { REGISTRIES: registries }),
  ...(consoleUrl && { CONSOLE_URL: consoleUrl }),
});

/**
 * The SDK's own variables (AWS SDKs and Tools Reference Guide, "Service-specific endpoints"); no
 * code knows where it runs.
 */
export const sdkEnvironment = (
  servers: Readonly<Record<string, Pick<Running, "url">>>,
): Readonly<Record<string, string>> => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: "local",
  AWS_SECRET_ACCESS_KEY: "local",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  ...Object.fromEntries(Object.entries(servers).map(([service, { url }]) => [`AWS_ENDPOINT_URL_${service}`, url])),
});

const startTable = (folder: string | undefined, onRecords: OnRecords): Promise<Running> =>
  startDynamoDb({
    port: 0,
    ...(folder !== undefined && { path: join(folder, "table") }),
    onRecords,
  }).catch((error: unknown) => {
    throw new Unusable(
      `The table in ${folder} can't be opened: another run of npm start may be using it. Stop that one, or ` +
        "choose another folder with --folder.",
      { cause: error },
    );
  });

const usableFolder = (folder: string): void => {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Unusable(`The folder ${folder} can't be written. Make it writable, or choose another with --folder.`, {
      cause: error,
    });
  }
};

/**
 * Keys by name, made at the first start; what was sealed or signed by them must still be known
 * after a restart.
 */
const namedKeys = (folder: string, name: string): string => {
  const file = join(folder, name);
  try {
    return readFileSync(file, "utf8");
  } catch {
    // There is none at the first start.
    const made = JSON.stringify({
      current: "k1",
      k1: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("hex"),
    });
    writeFileSync(file, made, { mode: 0o600 });
    return made;
  }
};
