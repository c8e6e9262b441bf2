import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, ListRulesCommand, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import {
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateEventSourceMappingCommand,
} from "@aws-sdk/client-lambda";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { AwsClient } from "aws4fetch";
import * as z from "zod";
import type { Case } from "../../functions/case/case.ts";
import type { Notice } from "../../functions/case/notice.ts";
import { instant, msOf } from "../../functions/kernel/instant.ts";
import type { CaseStore } from "../../functions/store/ports.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { namedKeysFrom } from "../../functions/store/table/named-keys.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { receiptOf } from "../local/sample/inbound-mail.ts";
import type { SesOutcome } from "../local/servers/ses-events.ts";
import { sesEvent } from "../local/servers/ses-events.ts";
import { deliveryQueueOf } from "../local/work-queues.ts";
import type { QueueName, StageQueueName } from "../stack/topology.ts";
import { accountId, aws, clientOf, type Environment, quoted, runCommand } from "./cloud.ts";
import type { MailSink, SunkMail } from "./mail-sink.ts";

/**
 * The deployed stack as the checks touch it: what an operator, a reporter and SES would do, and
 * what came of it.
 */
export type Deployed = {
  readonly environment: Environment;
  /** The same with the access keys of the person on call. */
  readonly asOnCall: Environment;
  readonly store: CaseStore;
  /** The table that the cases are read from. */
  readonly table: string;
  readonly sink: MailSink;
  readonly put: (queue: StageQueueName, body: string) => Promise<void>;
  readonly caseOf: (reportKey: string) => Promise<Case>;
  /**
   * Waits for the case to be as asked. Throws with the case's last state when it is not within the
   * time.
   */
  readonly caseWhere: (reportKey: string, what: string, is: (state: Case) => boolean) => Promise<Case>;
  readonly mailTo: (recipient: string, where?: (mail: SunkMail) => boolean) => Promise<SunkMail>;
  /**
   * What SES would say of a notice that it took. The emulator's SES says nothing, and like AWS it
   * lets nobody publish in SES's name; so the deployed rule's pattern is asked whether it takes the
   * event, and the event is put where the rule puts it.
   */
  readonly sesSays: (notice: Notice, outcome: SesOutcome) => Promise<void>;
  /**
   * Lays a mail into the bucket and tells the topic of it, as SES does where the receipt rule has
   * both.
   */
  readonly putReply: (key: string, mail: string) => Promise<void>;
  /**
   * Makes a case older: all its moments and its due time lie `hours` earlier. Written as before
   * states were sealed; the next change seals it.
   */
  readonly age: (caseId: string, hours: number) => Promise<void>;
  /**
   * Runs the minute's sweep now and again until what is waited for has come. That it runs by itself is
   * seen by the smoke test, so that no other check has to wait for the minute.
   */
  readonly hurried: <T>(waits: Promise<T>) => Promise<T>;
  readonly waiting: (queue: QueueName | `${QueueName}-dead-letters`) => Promise<number>;
  /** Subscribes to the on-call topic; the function it gives waits for what is said there. */
  readonly onCallHears: () => Promise<() => Promise<string>>;
  /** Asks the console for a page over its HTTP API, signed as the API asks. */
  readonly openConsole: (path: string) => Promise<Response>;
  /**
   * The console for browsers: as they and the provider know it, and where the emulator answers for
   * it.
   */
  readonly browserConsole: { readonly origin: string; readonly address: string };
  readonly hideFor: (queue: QueueName, seconds: number) => Promise<void>;
  /** Nobody takes from a queue until the function that it gives is called. */
  readonly rests: (queue: QueueName) => Promise<() => Promise<void>>;
  /**
   * The deployed stage's command line, as the person on call runs it; gives what it printed. `words`
   * are quoted one by one.
   */
  readonly takedown: (...words: readonly string[]) => Promise<string>;
  readonly close: () => void;
};

const outputs = z.object({
  Stacks: z
    .array(z.object({ Outputs: z.array(z.object({ OutputKey: z.string(), OutputValue: z.string() })) }))
    .length(1),
});
const resources = z.object({
  StackResources: z.array(
    z.object({ LogicalResourceId: z.string(), ResourceType: z.string(), PhysicalResourceId: z.string() }),
  ),
});
const accessKey = z.object({ AccessKey: z.object({ AccessKeyId: z.string(), SecretAccessKey: z.string() }) });

/**
 * What the check waits for comes within seconds; each minute's sweep, and the minute that standard
 * look-ups are gathered for, set the longest.
 */
const patienceMs = 150_000;

export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined>,
  last: () => string = () => "",
): Promise<T> => {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Waited ${patienceMs / 1000} s in vain for: ${what}. ${last()}`);
};

type Made = {
  /** The physical id of the stack's one resource of a type. Throws where there is none. */
  readonly idOf: (type: string) => string;
  /** The topics of replies' receipts and of what on-call is told, by their ARNs. */
  readonly receipts: string;
  readonly onCall: string;
  /** The value of the output whose name begins so; empty where there is none. */
  readonly outputOf: (part: string) => string;
};

/** What CloudFormation made of the stack. */
const madeOf = async (environment: Environment, stack: string): Promise<Made> => {
  const described = outputs.parse(await aws(environment, "cloudformation", "describe-stacks", "--stack-name", stack));
  const made = resources.parse(
    await aws(environment, "cloudformation", "describe-stack-resources", "--stack-name", stack),
  );
  const topic = (is: (arn: string, id: string) => boolean): string => {
    const found = made.StackResources.find(
      ({ LogicalResourceId, ResourceType, PhysicalResourceId }) =>
        ResourceType === "AWS::SNS::Topic" && is(PhysicalResourceId, LogicalResourceId),
    );
    if (!found) throw new Error("The stack lacks a topic.");
    return found.PhysicalResourceId;
  };
  const isOfReceipts = (arn: string) => arn.endsWith(":takedown-rehearsal-replies");
  return {
    idOf: (type) => {
      const found = made.StackResources.find(({ ResourceType }) => ResourceType === type);
      if (!found) throw new Error(`The stack has no ${type}.`);
      return found.PhysicalResourceId;
    },
    receipts: topic(isOfReceipts),
    onCall: topic((arn, id) => !isOfReceipts(arn) && !id.startsWith("OnCallNotify")),
    outputOf: (part) =>
      described.Stacks[0]?.Outputs.find(({ OutputKey }) => OutputKey.startsWith(part))?.OutputValue ?? "",
  };
};

/** The SDK's clients of the emulator, and where it answers for what has an address of its own. */
const clientsOf = (environment: Environment) => {
  const client = clientOf(environment);
  const url = client.endpoint;
  const sdk = {
    lambda: new LambdaClient(client),
    topics: new SNSClient(client),
    bus: new EventBridgeClient(client),
    queues: new SQSClient(client),
    records: new DynamoDBClient(client),
    mails: new S3Client({ ...client, forcePathStyle: true }),
    secrets: new SecretsManagerClient(client),
  };
  return {
    ...sdk,
    queueUrl: (name: string) => `${url}/${accountId}/takedown-rehearsal-${name}`,
    addressOf: (api: string): string =>
      `${url}/_aws/execute-api/${/\/\/([a-z0-9]+)\.execute-api/.exec(api)?.[1] ?? ""}/$default`,
    close: () => {
      for (const one of Object.values(sdk)) one.destroy();
    },
  };
};

/** What SES would say, written as SES writes it. */
const eventOn = (notice: Notice, outcome: SesOutcome) => {
  const at = instant(Date.now());
  return sesEvent(
    {
      number: 0,
      // The emulator's SES ends its ids with a domain, which AWS's has only in the mail's head.
      messageId: notice.sesMessageId?.split("@")[0] ?? "",
      acceptedAt: notice.wireAt ?? at,
      source: "notices@takedown.example",
      destinations: [notice.to.email],
      tags: { attempt: notice.attemptId ?? "" },
      configurationSetName: "takedown-rehearsal-urgent",
      headers: [],
    },
    outcome,
    at,
  );
};

const makeOlder = async (records: DynamoDBClient, table: string, state: Case, hours: number): Promise<void> => {
  const earlier = (text: string) =>
    text.replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (at) => instant(msOf(at) - hours * 3_600_000));
  const isOlder = await tableOf(records, table).write({
    update: { pk: `CASE#${state.id}`, sk: "STATE" },
    by: "SET #state = :older, dueAt = :now REMOVE sealed, sealedBy",
    where: "version = :read",
    values: { older: earlier(JSON.stringify(state)), now: instant(Date.now()), read: state.version },
  });
  if (!isOlder) throw new Error(`The case ${state.id} changed meanwhile.`);
};

const caseOf = async (store: CaseStore, reportKey: string): Promise<Case> => {
  const id = await store.caseOfReport(reportKey);
  const state = id === undefined ? undefined : await store.read(id);
  if (state?.kind !== "case") throw new Error(`There is no case of report ${reportKey}.`);
  return state;
};

const caseWhere = async (
  store: CaseStore,
  reportKey: string,
  what: string,
  is: (state: Case) => boolean,
): Promise<Case> => {
  let last: Case | undefined;
  return until(
    what,
    async () => {
      last = await caseOf(store, reportKey).catch(() => undefined);
      return last && is(last) ? last : undefined;
    },
    () => `The case is: ${JSON.stringify(last)?.slice(0, 3000)}`,
  );
};

/** Those that wait and those that are in somebody's hands. */
const messagesIn = async (queues: SQSClient, QueueUrl: string): Promise<number> => {
  const { Attributes = {} } = await queues.send(
    new GetQueueAttributesCommand({
      QueueUrl,
      AttributeNames: ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
    }),
  );
  return Object.values(Attributes).reduce((sum, count) => sum + Number(count), 0);
};

/** A queue of its own, which the on-call topic is told to feed; gives its URL. */
const queueOfOnCall = async (environment: Environment, queues: SQSClient, topic: string): Promise<string> => {
  const { QueueUrl = "" } = await queues.send(
    new CreateQueueCommand({ QueueName: "takedown-rehearsal-what-on-call-hears" }),
  );
  const queueArn = `arn:aws:sqs:${environment.AWS_REGION}:${accountId}:takedown-rehearsal-what-on-call-hears`;
  await aws(
    environment,
    "sns",
    "subscribe",
    "--topic-arn",
    topic,
    "--protocol",
    "sqs",
    "--notification-endpoint",
    queueArn,
  );
  return QueueUrl;
};

/**
 * Finds what CloudFormation made of the stack. `restoredTable`: the one that cases are read from, where it is not
 * the one that the functions work on.
 */
export const deployedStack = async (
  environment: Environment,
  sink: MailSink,
  onCallsKeys: Keys,
  restoredTable?: string,
): Promise<Deployed> => {
  const { idOf, receipts, onCall, outputOf } = await madeOf(environment, "takedown-rehearsal");
  const { lambda, topics, bus, queues, records, mails, secrets, queueUrl, addressOf, close } = clientsOf(environment);
  const table = restoredTable ?? outputOf("CasesTableName");
  const store = dynamoCaseStore(records, table, namedKeysFrom(secrets, outputOf("MasterKeysSecret")));
  const consoleUrl = addressOf(outputOf("ConsoleApiUrl"));
  const browserOrigin = outputOf("BrowserConsoleUrl");
  const signer = new AwsClient({ ...onCallsKeys, region: clientOf(environment).region, service: "execute-api" });
  const put = async (queue: StageQueueName, body: string): Promise<void> => {
    await queues.send(new SendMessageCommand({ QueueUrl: queueUrl(queue), MessageBody: body }));
  };
  const asOnCall = asPerson(environment, onCallsKeys);
  return {
    environment,
    asOnCall,
    store,
    table,
    sink,
    put,
    caseOf: (reportKey) => caseOf(store, reportKey),
    caseWhere: (reportKey, what, is) => caseWhere(store, reportKey, what, is),
    mailTo: (recipient, where = () => true) =>
      until(
        `a mail to ${recipient}`,
        async () => sink.mails().find((mail) => mail.recipients.includes(recipient) && where(mail)),
        () =>
          `Mails went to: ${sink
            .mails()
            .flatMap(({ recipients }) => recipients)
            .join(", ")}`,
      ),
    sesSays: async (notice, outcome) => {
      const said = eventOn(notice, outcome);
      await mustMatchARule(bus, JSON.stringify(said));
      await put(deliveryQueueOf(said), JSON.stringify(said));
    },
    putReply: async (key, mail) => {
      const bucket = idOf("AWS::S3::Bucket");
      await mails.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: mail }));
      const Message = receiptOf(bucket, key, mail, instant(Date.now()));
      await topics.send(new PublishCommand({ TopicArn: receipts, Message }));
    },
    age: async (caseId, hours) => {
      const state = await store.read(caseId);
      if (!state) throw new Error(`There is no case ${caseId}.`);
      await makeOlder(records, table, state, hours);
    },
    hurried: (waits) => hurried(lambda, waits),
    waiting: (queue) => messagesIn(queues, queueUrl(queue)),
    onCallHears: async () => {
      const QueueUrl = await queueOfOnCall(environment, queues, onCall);
      return () =>
        until("a notification to on-call", async () => {
          const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1 }));
          return Messages[0]?.Body;
        });
    },
    openConsole: (path) => signer.fetch(`${consoleUrl}${path}`),
    browserConsole: { origin: browserOrigin, address: addressOf(browserOrigin) },
    hideFor: async (queue, seconds) => {
      await queues.send(
        new SetQueueAttributesCommand({
          QueueUrl: queueUrl(queue),
          Attributes: { VisibilityTimeout: String(seconds) },
        }),
      );
    },
    rests: (queue) => rests(lambda, `takedown-rehearsal-${queue}`),
    takedown: (...words) => takedownBy(asOnCall, [...words, "--table", table, "--keys", outputOf("MasterKeysSecret")]),
    close,
  };
};

/** Switches off what brings a queue's messages to its function; gives what switches it on again. */
const rests = async (lambda: LambdaClient, queue: string): Promise<() => Promise<void>> => {
  const { EventSourceMappings: all = [] } = await lambda.send(new ListEventSourceMappingsCommand({}));
  const fed = all.filter(({ EventSourceArn = "" }) => EventSourceArn.endsWith(`:${queue}`));
  if (fed.length === 0) throw new Error(`Nobody takes from the queue ${queue}.`);
  const turn = async (Enabled: boolean): Promise<void> => {
    for (const { UUID } of fed) await lambda.send(new UpdateEventSourceMappingCommand({ UUID, Enabled }));
  };
  await turn(false);
  return () => turn(true);
};

const hurried = async <T>(lambda: LambdaClient, waits: Promise<T>): Promise<T> => {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  const ends = waits.then(over, over);
  while (!isOver) {
    await lambda.send(new InvokeCommand({ FunctionName: "takedown-rehearsal-follow-up", Payload: "{}" }));
    await Promise.race([ends, new Promise((resolve) => setTimeout(resolve, 2_000))]);
  }
  return waits;
};

type Keys = { readonly accessKeyId: string; readonly secretAccessKey: string };

const asPerson = (environment: Environment, { accessKeyId, secretAccessKey }: Keys): Environment => ({
  ...environment,
  AWS_ACCESS_KEY_ID: accessKeyId,
  AWS_SECRET_ACCESS_KEY: secretAccessKey,
});

const takedownBy = (environment: Environment, words: readonly string[]): Promise<string> =>
  runCommand(`npx tsx infra/rehearsal/takedown.ts ${quoted([...words, "--stage", "rehearsal"])}`, environment);

const mustMatchARule = async (bus: EventBridgeClient, Event: string): Promise<void> => {
  const { Rules = [] } = await bus.send(new ListRulesCommand({}));
  for (const { EventPattern } of Rules)
    if (EventPattern !== undefined && (await bus.send(new TestEventPatternCommand({ EventPattern, Event }))).Result)
      return;
  throw new Error("No deployed rule takes what SES would say.");
};

/** Somebody with a name, since the console shows nothing to a caller without one. */
export const personOnCall = async (environment: Environment): Promise<Keys> => {
  await aws(environment, "iam", "create-user", "--user-name", "jane");
  const made = accessKey.parse(await aws(environment, "iam", "create-access-key", "--user-name", "jane"));
  return { accessKeyId: made.AccessKey.AccessKeyId, secretAccessKey: made.AccessKey.SecretAccessKey };
};
