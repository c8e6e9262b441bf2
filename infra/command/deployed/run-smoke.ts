import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetTopicAttributesCommand, SNSClient } from "@aws-sdk/client-sns";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { type Instant, instant } from "../../../functions/kernel/instant.ts";
import { type ProbeName, probeMessage, probes, runMinutes } from "../../../functions/smoke/probe.ts";
import { apiProbeMessage } from "../../../functions/smoke/tell-probe.ts";
import { beginRun, endRun, notesOf, type SmokeNotes } from "../../../functions/store/table/smoke.ts";
import { type Table, tableOf } from "../../../functions/store/table/table.ts";
import type { Stage } from "../../stack/stages.ts";
import { queueUrlIn, sqsClient } from "../connection.ts";
import { printError } from "../print.ts";
import { CommandProblem } from "../problem.ts";
import { outputIn, stackOutputs } from "../stack-outputs.ts";
import { missingOf, probesOf, type SmokeSeen, type SmokeStage, tellsAws } from "./smoke.ts";

/** What a run of the smoke test needs of the world. */
export type SmokeWorld = {
  readonly table: Table;
  readonly isAws: boolean;
  readonly put: (name: ProbeName | "aws", body: string) => Promise<void>;
  readonly confirmed: (topicArn: string) => Promise<number>;
  readonly now: () => Instant;
  readonly nowMs: () => number;
  readonly rest: () => Promise<void>;
  readonly say: (line: string) => void;
};

/**
 * Begins a run, puts its mails on the notices' queues, and watches what the deployed functions write
 * down of them: until all of it has come that can come here, or the time is over. Safe to repeat; two
 * at once are refused by `CommandProblem`.
 */
export const runSmoke = async (
  stage: SmokeStage,
  world: SmokeWorld,
  { id, waitMinutes }: { readonly id: string; readonly waitMinutes: number },
): Promise<SmokeSeen> => {
  const { table, isAws, say } = world;
  const run = { id, at: world.now() };
  if (!(await beginRun(table, run)))
    throw new CommandProblem(
      `Another smoke test of this stage goes on, or was broken off less than ${runMinutes} minutes ago. Wait for ` +
        "its end.",
    );
  const beganMs = world.nowMs();
  for (const name of probesOf(stage)) await world.put(name, probeMessage({ run: id, name }));
  if (tellsAws(stage)) await world.put("aws", apiProbeMessage(id));
  say(`Smoke test ${id}: ${probesOf(stage).length} mails are on their queues; waiting ${waitMinutes} minutes at most.`);
  let notes: SmokeNotes = new Map();
  for (;;) {
    const before = notes;
    notes = await notesOf(table, id);
    const missing = missingOf(stage, { notes, isAws });
    const seconds = Math.round((world.nowMs() - beganMs) / 1000);
    const left = missing.length === 0 ? "all has come" : `not yet: ${missing.join(", ")}`;
    if (notes.size > before.size || missing.length === 0) say(`${String(seconds).padStart(5)} s  ${left}`);
    if (missing.length === 0 || seconds >= waitMinutes * 60) break;
    await world.rest();
  }
  await endRun(table, run);
  const topic = notes.get("on-call")?.said;
  return { notes, isAws, ...(topic !== undefined && { confirmed: await confirmedIn(world, topic) }) };
};

const confirmedIn = ({ confirmed }: SmokeWorld, topic: string): Promise<number | string> =>
  confirmed(topic).catch((error: unknown) => (error instanceof Error ? error.name : String(error)));

/** The world of AWS, or of the emulator that `AWS_ENDPOINT_URL` names. Network: CloudFormation, at once. */
export const smokeWorld = async ({ name, region }: Stage, tableName: string | undefined): Promise<SmokeWorld> => {
  const at = { region };
  const sqs = sqsClient(at);
  const sns = new SNSClient(at);
  const TableName = tableName ?? outputIn(await stackOutputs(name, region), "CasesTableName", name);
  return {
    table: tableOf(new DynamoDBClient(at), TableName),
    isAws: !Object.entries(process.env).some(([key, value]) => key.startsWith("AWS_ENDPOINT_URL") && value),
    put: async (probe, MessageBody) => {
      const queue = probe === "aws" ? "channel-standard" : `notice-${probes[probe].lane}`;
      const QueueUrl = await queueUrlIn(sqs, `takedown-${name}-${queue}`);
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, MessageGroupId: "smoke" }));
    },
    confirmed: async (TopicArn) => {
      const { Attributes } = await sns.send(new GetTopicAttributesCommand({ TopicArn }));
      return Number(Attributes?.SubscriptionsConfirmed ?? 0);
    },
    now: () => instant(Date.now()),
    nowMs: Date.now,
    rest: () => new Promise((resolve) => setTimeout(resolve, 3_000)),
    say: (line) => printError(`${line}\n`),
  };
};
