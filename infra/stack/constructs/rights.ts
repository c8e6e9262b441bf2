import { Aws, Stack } from "aws-cdk-lib";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type * as events from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as s3 from "aws-cdk-lib/aws-s3";
import type * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import type * as sns from "aws-cdk-lib/aws-sns";
import type { FunctionName, FunctionRow, QueueName, Reach } from "../topology.ts";
import type { HintQueue } from "./hint-queue.ts";
import type { Keys } from "./keys.ts";
import type { Mail } from "./mail.ts";
import type { SignInSecrets } from "./sign-in-secrets.ts";

export type Reachable = {
  readonly table: dynamodb.ITable;
  readonly keys: Keys;
  readonly queue: (name: QueueName) => HintQueue;
  /** All that the stage has. */
  readonly queues: readonly HintQueue[];
  readonly mail: Mail;
  readonly senderAddress: string;
  readonly masterKeys: secretsmanager.ISecret;
  readonly replyKeys: secretsmanager.ISecret;
  readonly replies: s3.IBucket;
  readonly onCall: sns.ITopic;
  readonly reporters: events.IEventBus;
  /** Where browsers sign in. */
  readonly signIn: SignInSecrets | undefined;
};

type IndexName = "due" | "review" | "opened";
type Asks = {
  /** Touches no case and nothing else of the table, but for when on-call was told of something. */
  readonly touchesNoCase?: true;
  readonly indexes: readonly IndexName[];
  /** Reads a case's history: to show it to a person, or to make it forget. */
  readonly history?: true;
  /** Recalls what came of asking a mailbox. */
  readonly recalls?: true;
  /** Reads all places at once where a known answer may stand; only the look-ups' own keys. */
  readonly readsKnown?: true;
  /** Reads who waits for a digest. */
  readonly gathers?: true;
  /** Moves a due time on in place; everything else is put as a whole. */
  readonly postpones?: true;
  /** Adds to the counters of bounces and complaints, reads them, and stops the standard lane. */
  readonly counts?: true;
  /** Counts what each reporter reports in a minute. */
  readonly countsReports?: true;
  /** Takes up what was put off, and then takes it away. */
  readonly takesUp?: true;
  /** Lets the standard lane run again, and notices go to a desk again that complained, at a person's word. */
  readonly allows?: true;
};

/** What a function does with the table beside reading and writing single cases; `history-only` reads histories and writes nothing, `nothing` has no right on it. */
const asks: Readonly<Record<FunctionName, Asks | "history-only" | "nothing">> = {
  "take-in-report": { indexes: [], countsReports: true },
  // A case that wants another look-up at once is made due for it.
  "find-contact": { indexes: [], readsKnown: true, recalls: true, postpones: true },
  // Its turn, and a notice without one that comes back by its due time.
  "send-notice": { indexes: [], postpones: true, gathers: true },
  "take-in-delivery": { indexes: [], counts: true },
  "take-in-reply": { indexes: [] },
  "follow-up": { indexes: ["due"], history: true, postpones: true, takesUp: true },
  "tell-reporters": "history-only",
  watchdog: { indexes: ["due", "review"], touchesNoCase: true },
  console: { indexes: ["review", "opened"], history: true, allows: true },
  "sign-in": "nothing",
};

/**
 * What one function may do beside its log, its traces and the queues that feed it: exact actions on exact resources,
 * from its row in the topology. `test/infra/stack/rights.test.ts` spells the outcome out for each function.
 */
export const rightsOf = (name: FunctionName, row: FunctionRow, to: Reachable): readonly iam.PolicyStatement[] => [
  ...callsOf(name, row, to),
  ...(row.fedBy === "history" ? [streamRights(to)] : []),
];

/** What the function's own code may call; the rest is what Lambda does in its name. */
export const callsOf = (name: FunctionName, row: FunctionRow, to: Reachable): readonly iam.PolicyStatement[] => [
  ...rightsOnTable(asks[name], to),
  ...dropRights(row.drops, to),
  ...row.reaches.flatMap((reach) => reachRights(reach, to)),
];

/** Whether a function knows the table at all. */
export const seesTable = (name: FunctionName): boolean => asks[name] !== "nothing";

const rightsOnTable = (asked: Asks | "history-only" | "nothing", to: Reachable): readonly iam.PolicyStatement[] => {
  if (asked === "nothing") return [];
  return asked === "history-only" ? historyRights(to) : tableRights(asked, to);
};

const tableRights = (asked: Asks, to: Reachable): readonly iam.PolicyStatement[] => [
  historyStays(to),
  ...(asked.touchesNoCase ? [onKeys(to, ["TOLD#*"], ["dynamodb:GetItem", "dynamodb:PutItem"])] : caseRights(asked, to)),
  ...(asked.indexes.length === 0
    ? []
    : [new iam.PolicyStatement({ actions: ["dynamodb:Query"], resources: asked.indexes.map((index) => `${to.table.tableArn}/index/${index}`) })]),
  // DynamoDB asks for the table's key in the caller's name, and the caller can use it through DynamoDB alone.
  new iam.PolicyStatement({
    actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
    resources: [to.keys.records.keyArn],
    conditions: through("dynamodb"),
  }),
];

const historyRights = ({ table, keys }: Reachable): readonly iam.PolicyStatement[] => [
  onKeys({ table }, ["HISTORY#*"], ["dynamodb:Query"]),
  // The key that opens a case's history stands beside its state.
  onKeys({ table }, ["CASE#*"], ["dynamodb:GetItem"]),
  historyStays({ table }),
  new iam.PolicyStatement({ actions: ["kms:Decrypt", "kms:DescribeKey"], resources: [keys.records.keyArn], conditions: through("dynamodb") }),
];

/** The AWS managed policy AWSLambdaDynamoDBExecutionRole, for this table's stream alone. Its name is known only once it is there. */
const streamRights = ({ table }: Reachable): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"],
    resources: [`${table.tableArn}/stream/*`],
  });

/** Actions on items whose partition key begins so. "For all values" is true of none at all, so that there is a key must be asked as well. */
const onKeys = ({ table }: Pick<Reachable, "table">, keys: readonly string[], actions: readonly string[]): iam.PolicyStatement =>
  new iam.PolicyStatement({
    actions: [...actions],
    resources: [table.tableArn],
    conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [...keys] }, Null: { "dynamodb:LeadingKeys": "false" } },
  });

/**
 * No function changes or deletes a line of history, whatever else it may do. IAM cannot ask that a line that is put be new;
 * that stands in the store's condition (`attribute_not_exists`).
 */
const historyStays = ({ table }: Pick<Reachable, "table">): iam.PolicyStatement =>
  new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    actions: ["dynamodb:DeleteItem", "dynamodb:UpdateItem"],
    resources: [table.tableArn],
    conditions: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["HISTORY#*"] } },
  });

const caseRights = (
  { history, postpones, counts, countsReports, takesUp, allows, readsKnown, gathers, recalls }: Asks,
  to: Reachable,
): readonly iam.PolicyStatement[] => [
  // A transaction is allowed by the actions of its parts.
  new iam.PolicyStatement({
    actions: [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:ConditionCheckItem",
      ...(history ? ["dynamodb:Query"] : []),
      ...(postpones ? ["dynamodb:UpdateItem"] : []),
    ],
    resources: [to.table.tableArn],
  }),
  ...(counts ? [onKeys(to, ["REPUTATION#*", "SENDER"], ["dynamodb:Query", "dynamodb:UpdateItem"])] : []),
  ...(countsReports ? [onKeys(to, ["TAKEN#*"], ["dynamodb:UpdateItem"])] : []),
  ...(allows ? [onKeys(to, ["SENDER", "STOPPED#*"], ["dynamodb:UpdateItem"])] : []),
  // Only the pointer from a target to its open case, and a place in a digest's line, are ever deleted; no role can delete a case or its history.
  onKeys(to, ["TARGET#*", "DIGEST#*"], ["dynamodb:DeleteItem"]),
  ...(takesUp ? [onKeys(to, ["PUT-OFF#*"], ["dynamodb:DeleteItem"])] : []),
  ...(gathers ? [onKeys(to, ["DIGEST#*"], ["dynamodb:Query"])] : []),
  ...(recalls ? [onKeys(to, ["DESK#*"], ["dynamodb:Query"])] : []),
  ...(readsKnown ? [onKeys(to, ["KNOWN#*"], ["dynamodb:BatchGetItem"])] : []),
];

const dropRights = (drops: readonly QueueName[], { queue, keys }: Reachable): readonly iam.PolicyStatement[] =>
  drops.length === 0
    ? []
    : [
        new iam.PolicyStatement({ actions: ["sqs:SendMessage"], resources: drops.map((name) => queue(name).queue.queueArn) }),
        new iam.PolicyStatement({ actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [keys.messages.keyArn], conditions: through("sqs") }),
      ];

const secretRights = (secret: secretsmanager.ISecret, { keys }: Reachable): readonly iam.PolicyStatement[] => [
  new iam.PolicyStatement({ actions: ["secretsmanager:GetSecretValue"], resources: [secret.secretArn] }),
  new iam.PolicyStatement({ actions: ["kms:Decrypt"], resources: [keys.records.keyArn], conditions: through("secretsmanager") }),
];

const reachRights = (reach: Reach, to: Reachable): readonly iam.PolicyStatement[] => {
  switch (reach) {
    case "mail": {
      const { identity, dryRunIdentity, configurationSets } = to.mail;
      const set = (name: string) => Stack.of(to.mail).formatArn({ service: "ses", resource: "configuration-set", resourceName: name });
      return [
        new iam.PolicyStatement({
          actions: ["ses:SendRawEmail"],
          // Reported of accounts in the sandbox: SES also asks for the right on a recipient that is an identity of the account.
          resources: [
            identity.emailIdentityArn,
            ...(dryRunIdentity ? [dryRunIdentity.emailIdentityArn] : []),
            set(configurationSets.urgent.configurationSetName),
            set(configurationSets.standard.configurationSetName),
          ],
          conditions: { StringEquals: { "ses:FromAddress": to.senderAddress } },
        }),
        // It tells the account's rate and names no resource (Service Authorization Reference, Amazon SES).
        new iam.PolicyStatement({ actions: ["ses:GetSendQuota"], resources: ["*"] }),
      ];
    }
    case "master-keys":
      return secretRights(to.masterKeys, to);
    case "reply-keys":
      return secretRights(to.replyKeys, to);
    case "session-key":
      return to.signIn ? secretRights(to.signIn.sessionKey, to) : [];
    case "oidc-provider":
      return to.signIn ? secretRights(to.signIn.clientSecret, to) : [];
    case "reply-bucket":
      return [
        new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: [to.replies.arnForObjects("*")] }),
        // Without it S3 says "access denied" of a mail that expired, and its message would go round until it is a dead letter.
        new iam.PolicyStatement({ actions: ["s3:ListBucket"], resources: [to.replies.bucketArn] }),
        new iam.PolicyStatement({ actions: ["kms:Decrypt"], resources: [to.keys.records.keyArn], conditions: through("s3") }),
      ];
    case "on-call":
      return [
        new iam.PolicyStatement({ actions: ["sns:Publish"], resources: [to.onCall.topicArn] }),
        new iam.PolicyStatement({ actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [to.keys.messages.keyArn], conditions: through("sns") }),
      ];
    case "reporters":
      return [new iam.PolicyStatement({ actions: ["events:PutEvents"], resources: [to.reporters.eventBusArn] })];
    case "dead-letters": {
      // SQS moves them in the caller's name (SQS Developer Guide, "Configuring queue permissions for dead-letter queue redrive").
      return [
        new iam.PolicyStatement({
          actions: ["sqs:GetQueueAttributes", "sqs:StartMessageMoveTask", "sqs:ListMessageMoveTasks", "sqs:ReceiveMessage", "sqs:DeleteMessage"],
          resources: to.queues.map(({ deadLetters }) => deadLetters.queueArn),
        }),
        new iam.PolicyStatement({ actions: ["sqs:SendMessage"], resources: to.queues.map(({ queue }) => queue.queueArn) }),
        new iam.PolicyStatement({ actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [to.keys.messages.keyArn], conditions: through("sqs") }),
      ];
    }
    case "registries":
      // Sockets to the internet need no right in AWS.
      return [];
    default:
      return reach satisfies never;
  }
};

/** A key may be used through one service alone: the role cannot decrypt anything by itself. */
export const through = (service: string) => ({ StringEquals: { "kms:ViaService": `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}` } });
