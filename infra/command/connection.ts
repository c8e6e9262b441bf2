import { existsSync, readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { GetQueueUrlCommand, QueueDoesNotExist, SQSClient } from "@aws-sdk/client-sqs";
import { provenByFingerprint } from "../../functions/adapters/key-fingerprints.ts";
import { sqsHints } from "../../functions/adapters/sqs-hints.ts";
import { sqsReports } from "../../functions/adapters/sqs-reports.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import { type Instant, instant, msOf, plusMs } from "../../functions/kernel/instant.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import type { PutReports } from "../../functions/report/put-reports.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { restBetweenTries } from "../../functions/store/table/conflicts.ts";
import { namedKeysFrom } from "../../functions/store/table/named-keys.ts";
import type { MasterKeys } from "../../functions/store/table/sealed.ts";
import { type Table, tableOf } from "../../functions/store/table/table.ts";
import type { CaseWork } from "../../functions/store/work.ts";
import { isRunning, readEndpoints } from "../local/endpoints.ts";
import { readRunState } from "../local/run-state.ts";
import { chosenStage } from "../stack/stage-file.ts";
import { optionWords, type Stage } from "../stack/stages.ts";
import { type QueueName, queuesOf, type StageQueueName, stageQueuesOf } from "../stack/topology.ts";
import { CommandProblem } from "./problem.ts";

export type Where = {
  readonly folder: string;
  readonly table?: string;
  readonly keys?: string;
  readonly queueUrl?: string;
} & NamedStage;

/**
 * A stage by its name, of `infra/stack/stages.ts` or of a file of one's own. Where the file alone is
 * given, the program fills in the name before a command begins (`program/apply-stage-file.ts`).
 */
export type NamedStage = {
  readonly stage?: string;
  readonly stageFile?: string;
  /** Whose word the file is, where no option said it (`program/apply-profile.ts`). */
  readonly stageFileSaidBy?: string;
};

/** How commands to come name the same stage, or the same table, with a blank before it. */
export const askedBy = ({ stage, stageFile, table, keys }: Where): string => {
  const named = { "--stage-file": stageFile, "--stage": stage };
  const given = stage === undefined && stageFile === undefined ? { "--table": table, "--keys": keys } : named;
  return Object.entries(given)
    .map(([option, value]) => (value === undefined ? "" : ` ${option} ${value}`))
    .join("");
};

/** The same for a command that takes a stage's settings or queues beside its table. */
export const ofStage = (asked: string): string => (asked.includes("--table") ? ` --stage STAGE${asked}` : asked);

export const noSuchCase = (id: string, where: Where): CommandProblem =>
  new CommandProblem(`There is no case ${id}. Cases are listed by: npx takedown cases${askedBy(where)}`);

const running = ({ folder, table }: Where) => {
  if (table !== undefined)
    throw new CommandProblem("Give --stage or --stage-file beside --table: its settings and its queues count.");
  const endpoints = readEndpoints(folder);
  if (!endpoints)
    throw new CommandProblem(
      `No npm start runs with the folder ${folder}. Start it in another terminal with npm start, or name ` +
        "what is in AWS; --help tells how.",
    );
  Object.assign(process.env, endpoints.sdk);
  return endpoints;
};

/**
 * The table of the running `npm start`, or that of AWS by `--table`. Throws `CommandProblem` when
 * neither is there.
 */
export const tableAt = (where: Where): Table => {
  const tableName = where.table ?? running(where).tableName;
  return tableOf(new DynamoDBClient({}), tableName);
};

/** Where the running `npm start` keeps its stage's settings. Throws `CommandProblem` without one. */
export const settingsFileAt = (where: Where): string => running(where).settingsFile;

/**
 * The cases of the running `npm start`, or those of AWS by `--table`. Throws `CommandProblem` when
 * neither is there.
 */
export const storeAt = (where: Where): CaseStore => {
  const { tableName } = where.table === undefined ? running(where) : { tableName: where.table };
  return dynamoCaseStore(new DynamoDBClient({}), tableName, keysAt(where));
};

/** What opens what the table has sealed: of the running `npm start`, or of `--keys`. */
export const keysAt = (where: Where): MasterKeys => {
  const secret = where.table === undefined ? running(where).masterKeysSecret : where.keys;
  if (secret === undefined) return keysLack;
  // Another stage's would open nothing, and each case would be taken for damaged.
  const prove = provenByFingerprint(tableAt(where), { seals: false });
  return namedKeysFrom(new SecretsManagerClient({}), secret, { prove });
};

/** Asked only where something is sealed: statistics, for one, are not. */
const keysLack: MasterKeys = async () => {
  throw new CommandProblem(
    "What the table holds of a case is sealed. Give --keys as well: the stack's output MasterKeysSecret.",
  );
};

/**
 * SQS at the endpoint that the SDK is set to, also where an emulator names its queues by another host; of each such
 * queue the SDK would warn.
 */
export const sqsClient = (at: { readonly region?: string } = {}): SQSClient =>
  new SQSClient({ ...at, useQueueUrlAsEndpoint: false });

/**
 * The report queues of the running `npm start`, of `--stage` in AWS, or the one that `--queue-url`
 * names. Throws `CommandProblem` when none is there.
 */
export const reportQueuesAt = async ({ queueUrl, stage, ...where }: Where): Promise<PutReports> => {
  if (queueUrl !== undefined) return sqsReports(new SQSClient({}), { urgent: queueUrl, standard: queueUrl });
  const urls = stage === undefined ? running(where).reportQueues : undefined;
  const client = sqsClient();
  if (urls) return sqsReports(client, urls);
  const [urgent = "", standard = ""] = await Promise.all(
    (["report-urgent", "report-standard"] as const).map((queue) => queueUrlIn(client, `takedown-${stage}-${queue}`)),
  );
  return sqsReports(client, { urgent, standard });
};

export type DeadLetterQueues = { readonly sqs: SQSClient; readonly urls: Readonly<Record<string, string>> };

/**
 * The dead letters of the running `npm start`, or of `--stage` in AWS, by the queue that they came
 * from; which reporters have queues of their own stands in `infra/stack/stages.ts`. Throws
 * `CommandProblem` when neither is there.
 */
export const deadLetterQueuesAt = async (where: Where): Promise<DeadLetterQueues> => {
  const { stage, table } = where;
  if ((stage === undefined) !== (table === undefined))
    throw new CommandProblem("Give --stage beside --table: it says which queues there are.");
  if (stage === undefined) return { urls: running(where).deadLetterUrls, sqs: sqsClient() };
  const sqs = sqsClient();
  const { settings } = stageOf(where);
  const own = stageQueuesOf(settings);
  const urlOf = async (queue: StageQueueName): Promise<[string, string]> => [
    queue,
    await queueUrlIn(sqs, `takedown-${stage}-${queue}-dead-letters`),
  ];
  return { sqs, urls: Object.fromEntries(await Promise.all([...queuesOf(settings), ...own].map(urlOf))) };
};

/**
 * What it takes to change a case: that of the running `npm start`, or of `--stage` in AWS, whose
 * settings stand in `infra/stack/stages.ts`. Throws `CommandProblem` when neither is there.
 */
export const caseWorkAt = async (where: Where): Promise<CaseWork> => {
  const { stage, table } = where;
  if ((stage === undefined) !== (table === undefined))
    throw new CommandProblem("Give --stage beside --table: its settings count.");
  const clock = { now: () => nowAt(where) };
  if (stage === undefined) {
    const { hintQueueUrls, settingsFile } = running(where);
    const settings = settingsSchema.parse(JSON.parse(readFileSync(settingsFile, "utf8")));
    return {
      store: storeAt(where),
      policyOf: policyOf(settings),
      clock,
      dropHint: sqsHints(sqsClient(), hintQueueUrls),
      rest: restBetweenTries,
    };
  }
  const { settings } = stageOf(where);
  const sqs = sqsClient();
  const urlOf = async (queue: QueueName) => queueUrlIn(sqs, `takedown-${stage}-${queue}`);
  const hinted = queuesOf(settings).filter((queue) => /^(contact|notice|channel)-/.test(queue));
  const urls = Object.fromEntries(await Promise.all(hinted.map(async (queue) => [queue, await urlOf(queue)] as const)));
  return {
    store: storeAt(where),
    policyOf: policyOf(settings),
    clock,
    dropHint: sqsHints(sqs, urls),
    rest: restBetweenTries,
  };
};

/**
 * The checked row of a stage. Throws `CommandProblem` where there is none, or a wrong one, or where
 * its file can't be read.
 */
export const stageOf = ({ stage, stageFile, stageFileSaidBy }: NamedStage): Stage => {
  if (stageFile !== undefined && stageFileSaidBy !== undefined && !existsSync(stageFile))
    throw new CommandProblem(
      `${stageFileSaidBy} names the file of stages ${stageFile}, which is not there. A relative stageFile counts ` +
        "from the folder of the file of profiles.",
    );
  try {
    return chosenStage(stage, stageFile, optionWords);
  } catch (error) {
    throw new CommandProblem(error instanceof Error ? error.message : String(error));
  }
};

/** The address of a queue by its name. Throws `CommandProblem` where there is none. */
export const queueUrlIn = async (sqs: SQSClient, QueueName: string): Promise<string> => {
  try {
    return (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl ?? "";
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
    throw new CommandProblem(
      `There is no queue ${QueueName}. Check --stage, and the account and region of your AWS credentials.`,
    );
  }
};

/** The moment by the clock that the cases live by: the running `npm start`'s, or the real one. */
export const nowAt = ({ folder, table, queueUrl, stage }: Where): Instant => {
  const now = instant(Date.now());
  if (table !== undefined || queueUrl !== undefined || stage !== undefined) return now;
  const run = readRunState(folder);
  if (!run) return now;
  const sinceMs = run.realNow === undefined || !isRunning(folder) ? 0 : msOf(now) - msOf(run.realNow);
  return plusMs(run.simulatedNow, sinceMs * (run.speed ?? 1));
};

/** Says that a server which was there is gone, in place of a socket's words. */
export const reached = async <T>(where: Where, asking: Promise<T>): Promise<T> => {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ECONNREFUSED")
      throw new CommandProblem(
        `The npm start that used the folder ${where.folder} does not answer. Start it again with npm start.`,
      );
    throw error;
  }
};
