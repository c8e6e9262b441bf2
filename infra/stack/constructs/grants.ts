import { Stack } from "aws-cdk-lib";
import type * as events from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as s3 from "aws-cdk-lib/aws-s3";
import type * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import type * as sns from "aws-cdk-lib/aws-sns";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import { ownQueueOf } from "../../../functions/report/own-queue.ts";
import { type ReceivingStage, receiptRuleOf, receivesIn } from "../receiving.ts";
import type { Stage } from "../stages.ts";
import {
  checkQueue,
  type FunctionName,
  type FunctionRow,
  type QueueName,
  type Reach,
  reportQueues,
} from "../topology.ts";
import type { ChannelSecret } from "./channel-secrets.ts";
import type { HintQueue } from "./hint-queue.ts";
import { through } from "./keys.ts";
import type { Mail } from "./mail.ts";
import type { SignInSecrets } from "./sign-in-secrets.ts";
import { knowsTable, rightsOnTable, streamRights, type TableReachable } from "./table-rights.ts";
import type { Webhook } from "./webhook.ts";

export type Reachable = TableReachable & {
  readonly queue: (name: QueueName) => HintQueue;
  /** All that the stage has. */
  readonly queues: readonly HintQueue[];
  readonly mail: Mail;
  readonly senderAddress: string;
  readonly masterKeys: secretsmanager.ISecret;
  readonly caseNumberKey: secretsmanager.ISecret;
  readonly replyKeys: secretsmanager.ISecret;
  readonly replies: s3.IBucket;
  readonly onCall: sns.ITopic;
  /** Where on-call reads what it is told of. */
  readonly consoleUrl: string;
  readonly runbookUrl: string | undefined;
  readonly stage: ReceivingStage & Pick<Stage, "inboundMail">;
  readonly reporters: events.IEventBus;
  /** Of each provider's API that the stage has. */
  readonly channelSecrets: readonly ChannelSecret[];
  /** Of providers' APIs that know the function by its role. */
  readonly channelActions: readonly string[];
  readonly webhooks: readonly Webhook[];
  /** Where browsers sign in: the secrets, and the address to which people come back. */
  readonly signIn: (Pick<SignInSecrets, "sessionKey" | "clientSecret"> & { readonly url: string }) | undefined;
};

/**
 * What a function is given of one thing: what it may do with it, and the variables by which it
 * finds it.
 */
export type Grant = {
  readonly rights: readonly iam.PolicyStatement[];
  readonly variables: Readonly<Record<string, string>>;
};

/**
 * What one function may do beside its log, its traces and the queues that feed it: exact actions on
 * exact resources, each with its environment variables, from its row in the topology.
 * `test/infra/stack/__snapshots__/takedown-stack.txt` spells the outcome out.
 */
export const grantsOf = (name: FunctionName, row: FunctionRow, to: Reachable): readonly Grant[] => [
  ...callsOf(name, row, to),
  ...(row.hearsHistory
    ? [{ rights: [streamRights(to), ...sendRights([to.queue("history-retry").deadLetters], to)], variables: {} }]
    : []),
];

/** What the function's own code may call; the rest is what Lambda does in its name. */
export const callsOf = (name: FunctionName, row: FunctionRow, to: Reachable): readonly Grant[] => [
  tableGrant(name, to),
  dropGrant(row.drops, to),
  holdBackGrant(row, to),
  ...row.reaches.map((reach) => grantOf[reach](to)),
];

/** What they allow, all together. */
export const rightsIn = (grants: readonly Grant[]): readonly iam.PolicyStatement[] =>
  grants.flatMap(({ rights }) => rights);

const nothing: Grant = { rights: [], variables: {} };

const tableGrant = (name: FunctionName, to: Reachable): Grant => ({
  rights: rightsOnTable(name, to),
  variables: knowsTable(name) ? { TABLE_NAME: to.table.tableName } : {},
});

const dropGrant = (all: readonly QueueName[], to: Reachable): Grant => {
  const { queue, queues, table } = to;
  // A stage without providers' APIs has no queues for them, and no case that wants one.
  const drops = all.filter((name) => queues.some((there) => there.name === name));
  return drops.length === 0
    ? nothing
    : {
        rights: sendRights(
          drops.map((name) => queue(name).queue),
          to,
        ),
        variables: {
          HINT_QUEUE_URLS: jsonIn(table, Object.fromEntries(drops.map((name) => [name, queue(name).queue.queueUrl]))),
        },
      };
};

/** Where keys can't be used, a function keeps the messages away that are at no fault of it. */
const holdBackGrant = ({ fedBy }: FunctionRow, { queues }: Reachable): Grant => {
  if (typeof fedBy === "string") return nothing;
  const feeds = queues.filter(
    ({ name }) => fedBy.some((one) => one === name) || (fedBy === reportQueues && name.startsWith(ownQueueOf(""))),
  );
  return {
    rights: [
      new iam.PolicyStatement({
        actions: ["sqs:ChangeMessageVisibility"],
        resources: feeds.map(({ queue }) => queue.queueArn),
      }),
    ],
    variables: {},
  };
};

/** JSON whose values are known only when the stack is deployed. */
const jsonIn = (scope: Construct, value: unknown): string => Stack.of(scope).toJsonString(value);

const sendRights = (queues: readonly sqs.IQueue[], { keys }: Reachable): readonly iam.PolicyStatement[] => [
  new iam.PolicyStatement({ actions: ["sqs:SendMessage"], resources: queues.map(({ queueArn }) => queueArn) }),
  new iam.PolicyStatement({
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resources: [keys.messages.keyArn],
    conditions: through("sqs"),
  }),
];

const secretRights = (secret: secretsmanager.ISecret, { keys }: Reachable): readonly iam.PolicyStatement[] => [
  new iam.PolicyStatement({ actions: ["secretsmanager:GetSecretValue"], resources: [secret.secretArn] }),
  new iam.PolicyStatement({
    actions: ["kms:Decrypt"],
    resources: [keys.records.keyArn],
    conditions: through("secretsmanager"),
  }),
];

/** What each thing that a function reaches gives it. */
const grantOf: Readonly<Record<Reach, (to: Reachable) => Grant>> = {
  mail: ({ mail, senderAddress }) => {
    const { identity, dryRunIdentity, replyDomainArn, configurationSets } = mail;
    const set = (name: string) =>
      Stack.of(mail).formatArn({ service: "ses", resource: "configuration-set", resourceName: name });
    return {
      rights: [
        new iam.PolicyStatement({
          actions: ["ses:SendRawEmail"],
          // Reported of accounts in the sandbox: SES also asks for the right on a recipient that is
          // an identity of the account.
          resources: [
            identity.emailIdentityArn,
            ...(dryRunIdentity ? [dryRunIdentity.emailIdentityArn] : []),
            ...(replyDomainArn !== undefined ? [replyDomainArn] : []),
            set(configurationSets.urgent.configurationSetName),
            set(configurationSets.standard.configurationSetName),
          ],
          conditions: { StringEquals: { "ses:FromAddress": senderAddress } },
        }),
        // It tells the account's rate and names no resource (Service Authorization Reference,
        // Amazon SES).
        new iam.PolicyStatement({ actions: ["ses:GetSendQuota"], resources: ["*"] }),
      ],
      // Whose mail it is stands in the settings.
      variables: {},
    };
  },
  "master-keys": (to) => ({
    rights: secretRights(to.masterKeys, to),
    variables: { MASTER_KEYS_SECRET: to.masterKeys.secretArn },
  }),
  "case-number-key": (to) => ({
    rights: secretRights(to.caseNumberKey, to),
    variables: { CASE_NUMBER_KEY_SECRET: to.caseNumberKey.secretArn },
  }),
  "reply-keys": (to) => ({
    rights: secretRights(to.replyKeys, to),
    variables: { REPLY_KEYS_SECRET: to.replyKeys.secretArn },
  }),
  "session-key": (to) =>
    to.signIn
      ? {
          rights: secretRights(to.signIn.sessionKey, to),
          variables: { SESSION_KEY_SECRET: to.signIn.sessionKey.secretArn },
        }
      : nothing,
  "oidc-provider": (to) =>
    to.signIn
      ? {
          rights: secretRights(to.signIn.clientSecret, to),
          variables: { OIDC_CLIENT_SECRET: to.signIn.clientSecret.secretArn, BROWSER_CONSOLE_URL: to.signIn.url },
        }
      : nothing,
  "reply-bucket": ({ replies, keys }) => ({
    rights: [
      new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: [replies.arnForObjects("*")] }),
      // Without it S3 says "access denied" of a mail that expired, and its message would go round
      // until it is a dead letter.
      new iam.PolicyStatement({ actions: ["s3:ListBucket"], resources: [replies.bucketArn] }),
      new iam.PolicyStatement({
        actions: ["kms:Decrypt"],
        resources: [keys.records.keyArn],
        conditions: through("s3"),
      }),
    ],
    variables: { REPLY_BUCKET: replies.bucketName },
  }),
  "on-call": ({ onCall, consoleUrl, runbookUrl }) => ({
    rights: [new iam.PolicyStatement({ actions: ["sns:Publish"], resources: [onCall.topicArn] })],
    variables: {
      ON_CALL_TOPIC_ARN: onCall.topicArn,
      CONSOLE_URL: consoleUrl,
      ...(runbookUrl !== undefined && { RUNBOOK_URL: runbookUrl }),
    },
  }),
  "on-call-list": ({ onCall }) => ({
    rights: [new iam.PolicyStatement({ actions: ["sns:GetTopicAttributes"], resources: [onCall.topicArn] })],
    variables: {},
  }),
  "receipt-rule": ({ stage }) => {
    if (!stage.inboundMail) return nothing;
    const { set, rule } = receiptRuleOf(stage);
    return {
      // It names no resource (Service Authorization Reference, Amazon SES).
      rights: [new iam.PolicyStatement({ actions: ["ses:DescribeActiveReceiptRuleSet"], resources: ["*"] })],
      variables: { RECEIVES_IN: receivesIn(stage), RECEIPT_RULE_SET: set, RECEIPT_RULE: rule },
    };
  },
  reporters: ({ reporters }) => ({
    rights: [new iam.PolicyStatement({ actions: ["events:PutEvents"], resources: [reporters.eventBusArn] })],
    variables: { EVENT_BUS_NAME: reporters.eventBusName },
  }),
  checker: (to) => {
    const asked = to.queues.find(({ name }) => name === checkQueue);
    return asked
      ? { rights: sendRights([asked.queue], to), variables: { CHECK_QUEUE_URL: asked.queue.queueUrl } }
      : nothing;
  },
  "history-retry": (to) => {
    const { queue } = to.queue("history-retry");
    return { rights: sendRights([queue], to), variables: { HISTORY_QUEUE_URL: queue.queueUrl } };
  },
  "dead-letters": ({ queues, keys, table }) => ({
    rights: [
      // SQS moves them in the caller's name (SQS Developer Guide, "Configuring queue permissions
      // for dead-letter queue redrive").
      new iam.PolicyStatement({
        actions: [
          "sqs:GetQueueAttributes",
          "sqs:StartMessageMoveTask",
          "sqs:ListMessageMoveTasks",
          "sqs:ReceiveMessage",
          "sqs:DeleteMessage",
        ],
        resources: queues.map(({ deadLetters }) => deadLetters.queueArn),
      }),
      new iam.PolicyStatement({ actions: ["sqs:SendMessage"], resources: queues.map(({ queue }) => queue.queueArn) }),
      new iam.PolicyStatement({
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [keys.messages.keyArn],
        conditions: through("sqs"),
      }),
    ],
    variables: {
      DEAD_LETTER_URLS: jsonIn(
        table,
        Object.fromEntries(queues.map(({ name, deadLetters }) => [name, deadLetters.queueUrl])),
      ),
    },
  }),
  // It knows them by their dead letters, which it is told of.
  "report-queues": (to) => ({
    rights: sendRights(
      reportQueues.map((name) => to.queue(name).queue),
      to,
    ),
    variables: {},
  }),
  channels: (to) => ({
    rights: [
      ...to.channelSecrets.flatMap(({ secret }) => secretRights(secret, to)),
      // Reports of abuse are no resources of the account.
      ...(to.channelActions.length > 0
        ? [new iam.PolicyStatement({ actions: [...to.channelActions], resources: ["*"] })]
        : []),
    ],
    // Netcraft alone leaves it without an entry.
    variables: {
      CHANNEL_SECRETS: jsonIn(
        to.table,
        Object.fromEntries(to.channelSecrets.map(({ provider, secret }) => [provider, secret.secretArn])),
      ),
    },
  }),
  webhooks: (to) =>
    to.webhooks.length === 0
      ? nothing
      : {
          rights: [
            new iam.PolicyStatement({
              actions: ["secretsmanager:GetSecretValue"],
              resources: to.webhooks.map(({ secret }) => secret.secretArn),
            }),
            new iam.PolicyStatement({
              actions: ["kms:Decrypt"],
              resources: [to.keys.records.keyArn],
              conditions: through("secretsmanager"),
            }),
          ],
          variables: {
            WEBHOOK_SECRETS: jsonIn(
              to.table,
              Object.fromEntries(to.webhooks.map(({ name, secret }) => [name, secret.secretArn])),
            ),
          },
        },
  // Sockets to the internet need no right in AWS.
  registries: () => nothing,
};
