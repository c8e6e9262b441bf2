import { AsyncLocalStorage } from "node:async_hooks";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESClient } from "@aws-sdk/client-ses";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { FunctionName } from "../../infra/stack/topology.ts";

/**
 * One thing that a function asked of AWS, as IAM is asked whether it may; `keys` are the partition
 * keys of its items.
 */
export type Call = {
  readonly by: FunctionName;
  readonly action: string;
  readonly resource: string;
  readonly keys: readonly string[];
};
type Input = Readonly<Record<string, unknown>>;
type Command = { readonly constructor: { readonly name: string }; readonly input: Input };

const isInput = (value: unknown): value is Input => typeof value === "object" && value !== null;
const inputs = (value: unknown): readonly Input[] => (Array.isArray(value) ? value.filter(isInput) : []);
const keyIn = (value: unknown): readonly string[] => (isInput(value) && typeof value.pk === "string" ? [value.pk] : []);
const queueIn = (place: unknown): string =>
  `queue ${String(place).split(/[/:]/).at(-1)?.replace("takedown-local-", "")}`;

/** As `rightsIn` says it: one of several is named by its own name. */
const secretIn = (name: string): string =>
  /^(channel|webhook)-/.test(name) ? `secret ${name}` : name.replaceAll("-", " ");

type Asked = Omit<Call, "by">;
const onTable = (action: string, { Key, Item }: Input): Asked => ({
  action: `dynamodb:${action}`,
  resource: "table",
  keys: keyIn(Key ?? Item),
});

/** Service Authorization Reference: which actions each call needs; a transaction those of its parts. */
const askedBy = (command: string, input: Input): readonly Asked[] => {
  const alone = (action: string, resource: string): readonly Asked[] => [{ action, resource, keys: [] }];
  switch (command) {
    // As the document client calls them.
    case "GetCommand":
    case "PutCommand":
    case "UpdateCommand":
    case "DeleteCommand":
      return [onTable(command.replace("Command", "Item"), input)];
    case "QueryCommand": {
      const [first] = Object.values(isInput(input.ExpressionAttributeValues) ? input.ExpressionAttributeValues : {});
      return input.IndexName === undefined
        ? [{ action: "dynamodb:Query", resource: "table", keys: keyIn({ pk: first }) }]
        : alone("dynamodb:Query", `table/index/${input.IndexName}`);
    }
    case "BatchGetCommand":
      return Object.values(isInput(input.RequestItems) ? input.RequestItems : {}).map((of) => ({
        action: "dynamodb:BatchGetItem",
        resource: "table",
        keys: isInput(of) ? inputs(of.Keys).flatMap(keyIn) : [],
      }));
    case "TransactWriteCommand":
      return inputs(input.TransactItems).flatMap((part) =>
        Object.entries(part).flatMap(([kind, of]) =>
          isInput(of) ? [onTable(kind === "ConditionCheck" ? "ConditionCheckItem" : `${kind}Item`, of)] : [],
        ),
      );
    case "SendMessageCommand":
    case "SendMessageBatchCommand":
      return alone("sqs:SendMessage", queueIn(input.QueueUrl));
    case "GetQueueAttributesCommand":
    case "ReceiveMessageCommand":
    case "DeleteMessageCommand":
      return alone(`sqs:${command.slice(0, -"Command".length)}`, queueIn(input.QueueUrl));
    case "StartMessageMoveTaskCommand":
    case "ListMessageMoveTasksCommand":
      return alone(`sqs:${command.slice(0, -"Command".length)}`, queueIn(input.SourceArn));
    case "GetTopicAttributesCommand":
      return alone("sns:GetTopicAttributes", "on-call topic");
    case "PublishCommand":
      return alone("sns:Publish", "on-call topic");
    case "PutEventsCommand":
      return alone("events:PutEvents", "reporters' bus");
    case "GetSecretValueCommand":
      return alone("secretsmanager:GetSecretValue", secretIn(String(input.SecretId).replace("takedown-local-", "")));
    case "GetObjectCommand":
      return alone("s3:GetObject", "reply bucket/*");
    case "GetSendQuotaCommand":
      return alone("ses:GetSendQuota", "*");
    case "DescribeActiveReceiptRuleSetCommand":
      return alone("ses:DescribeActiveReceiptRuleSet", "*");
    case "SendRawEmailCommand":
      return alone("ses:SendRawEmail", `configuration set ${input.ConfigurationSetName}`);
    default:
      throw new Error(`A function made a call that nobody said how IAM is asked about: ${command}.`);
  }
};

/** Records what the functions of this process ask of AWS, each under its name, until `end`. */
export const recording = () => {
  const calls: Call[] = [];
  const running = new AsyncLocalStorage<FunctionName>();
  const clients = [DynamoDBClient, EventBridgeClient, S3Client, SESClient, SecretsManagerClient, SNSClient, SQSClient];
  const owners = [
    ...new Set(
      clients.map((client) => Object.getPrototypeOf(client.prototype) as { send: (...given: unknown[]) => unknown }),
    ),
  ];
  const sends = owners.map((owner) => owner.send);
  for (const [at, owner] of owners.entries())
    owner.send = function send(this: unknown, ...given: unknown[]) {
      const by = running.getStore();
      const [command] = given as [Command];
      if (by) calls.push(...askedBy(command.constructor.name, command.input).map((asked) => ({ by, ...asked })));
      return sends[at]?.apply(this, given);
    };
  return {
    calls: calls as readonly Call[],
    around: <T>(name: FunctionName, run: () => Promise<T>): Promise<T> => running.run(name, run),
    end: () => {
      for (const [at, owner] of owners.entries()) owner.send = sends[at] ?? owner.send;
    },
  };
};
