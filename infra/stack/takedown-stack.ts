import path from "node:path";
import { CfnOutput, Duration, Stack, type StackProps, Tags } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as sns from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";
import { Alarms } from "./constructs/alarms.ts";
import { CaseTable } from "./constructs/case-table.ts";
import { ChannelSecrets } from "./constructs/channel-secrets.ts";
import { ConsoleApi } from "./constructs/console-api.ts";
import { Dashboard } from "./constructs/dashboard.ts";
import { FlowFunction } from "./constructs/flow-function.ts";
import { callsOf, grantsOf, rightsIn } from "./constructs/grants.ts";
import { HintQueue } from "./constructs/hint-queue.ts";
import { IsolatedNetwork, twoZones } from "./constructs/isolated-network.ts";
import { Keys } from "./constructs/keys.ts";
import { Mail } from "./constructs/mail.ts";
import { NamedKeys } from "./constructs/named-keys.ts";
import { OnCallTopic } from "./constructs/on-call-topic.ts";
import { letProducersIn } from "./constructs/producers.ts";
import { ReceiptRole } from "./constructs/receipt-role.ts";
import { ReplyBucket, receiptTopicArn, replyBucketArn } from "./constructs/reply-bucket.ts";
import { SignInSecrets } from "./constructs/sign-in-secrets.ts";
import { Webhook } from "./constructs/webhook.ts";
import type { Stage } from "./stages.ts";
import {
  deliveryQueues,
  functionNames,
  functionsOf,
  ownQueuesOf,
  type QueueName,
  queuesOf,
  reportQueues,
  talksBeyondAws,
  topology,
  visibilitySeconds,
  webhookQueuesOf,
} from "./topology.ts";

export type TakedownStackProps = StackProps & {
  readonly stage: Stage;
  /** The folder that holds a folder for each function: `bundle.ts` writes it. */
  readonly bundles: string;
};

type Lines = ReturnType<TakedownStack["makeQueues"]>;
type Consoles = ReturnType<TakedownStack["makeConsoles"]>;

/**
 * One stage: everything but the receiving of mail, which lives in a stack of its own
 * (`inbound-mail-stack.ts`).
 */
export class TakedownStack extends Stack {
  constructor(scope: Construct, id: string, { stage, bundles, ...props }: TakedownStackProps) {
    super(scope, id, props);
    Tags.of(this).add("takedown-stage", stage.name);
    const keys = new Keys(this, "Keys", {
      stage: stage.name,
      inboundMail: stage.inboundMail,
      replyBucketArn: replyBucketArn(stage.name, this),
      receiptTopicArn: receiptTopicArn(stage.name, this),
    });
    const lines = this.makeQueues(stage, keys);
    const consoles = this.makeConsoles(stage, keys);
    const reachable = this.makeReachable(stage, keys, lines, consoles);
    const functions = this.makeFunctions(stage, bundles, reachable, lines);
    consoles.signed.shows(functions.named("console").lambda);
    consoles.browsers?.shows(functions.named("console").lambda);
    consoles.browsers?.signsInBy(functions.named("sign-in").lambda);
    letProducersIn(stage.producers, reportQueues.map(lines.queue), lines.ways, keys.messages);

    const built = { queues: lines.queues, functions: functions.all };
    const { bringers } = reachable.mail;
    const pagers = stage.alarmTopics.map((arn) =>
      sns.Topic.fromTopicArn(this, `AlarmTopic-${arn.slice(arn.lastIndexOf(":") + 1)}`, arn),
    );
    const tells = [reachable.onCall, ...pagers];
    const { all: alarms } = new Alarms(this, "Alarms", {
      stage: stage.name,
      runbookUrl: stage.runbookUrl,
      ...built,
      bringers,
      tells,
    });
    new Dashboard(this, "Dashboard", { stage: stage.name, ...built, alarms });
  }

  /** The queues of the topology, and those of reporters who speak through a topic or a rule. */
  private makeQueues(stage: Stage, { messages: key }: Keys) {
    const names = queuesOf(stage.settings);
    const queue = oneForEach(
      names,
      (name) =>
        new HintQueue(this, `Queue-${name}`, {
          stage: stage.name,
          name,
          hurts: hurtsOf(name),
          visibilitySeconds: visibilitySeconds(name),
          key,
        }),
    );
    const ways = ownQueuesOf(stage.settings).map(({ name, through }) => {
      // It stands still as the other report queues do, and hurts whom they hurt.
      const alike = { hurts: hurtsOf("report-standard"), visibilitySeconds: visibilitySeconds("report-standard"), key };
      return { through, own: new HintQueue(this, `Queue-${name}`, { stage: stage.name, name, ...alike }) };
    });
    const webhooks = webhookQueuesOf(stage.settings).map(({ name, webhook }) => {
      const alike = { hurts: topology["tell-webhooks"].hurts, visibilitySeconds: visibilitySeconds(name), key };
      return { webhook, own: new HintQueue(this, `Queue-${name}`, { stage: stage.name, name, ...alike }) };
    });
    const all = [...names.map(queue), ...[...ways, ...webhooks].map(({ own }) => own)];
    return { queue, ways, webhooks, queues: all };
  }

  /**
   * The console's addresses: one whose requests IAM signs, and where the stage has a `signIn` one
   * for browsers.
   */
  private makeConsoles({ name: stage, keepLogsDays, settings }: Stage, keys: Keys) {
    const apiProps = { stage, keepLogsDays, logsKey: keys.logs };
    const signed = new ConsoleApi(this, "ConsoleApi", { ...apiProps, opensTo: "signed" });
    if (!settings.signIn) return { signed };
    const { sessionKey, clientSecret } = new SignInSecrets(this, "SignIn", { stage, key: keys.records });
    const browsers = new ConsoleApi(this, "BrowserConsole", { ...apiProps, opensTo: "browsers" });
    return { signed, browsers, signIn: { sessionKey, clientSecret, url: browsers.url } };
  }

  /** All that functions reach, of which each is given its part. */
  private makeReachable(stage: Stage, keys: Keys, lines: Lines, { signed, browsers, signIn }: Consoles) {
    const { name } = stage;
    const { queue, queues } = lines;
    const { table } = new CaseTable(this, "Cases", { key: keys.records });
    new CfnOutput(this, "CasesTableName", {
      description: "The table of all cases, for npm run takedown",
      value: table.tableName,
    });
    const { topic: onCall } = new OnCallTopic(this, "OnCall", {
      stage: name,
      key: keys.messages,
      onCall: stage.onCall,
    });
    const { bucket: replies } = new ReplyBucket(this, "Replies", {
      stage: name,
      key: keys.records,
      messagesKey: keys.messages,
      arrivals: queue("reply"),
      inboundMail: stage.inboundMail,
    });
    if (stage.inboundMail)
      new ReceiptRole(this, "ReceivesMail", { stage: name, records: keys.records, messages: keys.messages, replies });
    // Ids, categories and what happened: nothing of what was reported, so it needs no key of ours.
    // With one, what cannot be encrypted would be dropped without a word (EventBridge User Guide,
    // "DLQs for encrypted events").
    const reporters = new events.EventBus(this, "Reporters", { eventBusName: `takedown-${name}-reporters` });
    const mail = new Mail(this, "Mail", {
      stage,
      deliveries: { urgent: queue(deliveryQueues.urgent), standard: queue(deliveryQueues.standard) },
    });
    const replyKeys = new NamedKeys(this, "ReplyKeys", {
      stage: name,
      holds: "keys of the reply addresses",
      key: keys.records,
    });
    const masterKeys = new NamedKeys(this, "MasterKeys", {
      stage: name,
      holds: "master keys of what cases hold",
      key: keys.records,
    });
    new CfnOutput(this, "MasterKeysSecret", {
      description: "The secret without which no case can be read, for npm run takedown",
      value: masterKeys.secretArn,
    });
    if (lines.webhooks.some(({ webhook }) => webhook.hears.includes("on-call"))) keys.letTopicsIn();
    const webhooks = lines.webhooks.map(({ webhook, own }) => {
      const props = { stage: name, webhook, queue: own, key: keys.records };
      const told = new Webhook(this, `Webhook-${webhook.name}`, props);
      told.hears({ onCall, reporters });
      return told;
    });
    const { senderAddress, channels } = stage.settings;
    const { all: channelSecrets } = new ChannelSecrets(this, "Channels", { stage: name, channels, key: keys.records });
    const onCalls = { onCall, consoleUrl: (browsers ?? signed).url, runbookUrl: stage.runbookUrl };
    return {
      table,
      keys,
      queue,
      queues,
      mail,
      senderAddress,
      masterKeys,
      replyKeys,
      replies,
      ...onCalls,
      reporters,
      channelSecrets,
      webhooks,
      signIn,
    };
  }

  /**
   * The stage's functions, each with what it is given, what feeds it and the network that it runs
   * in.
   */
  private makeFunctions(
    stage: Stage,
    bundles: string,
    reachable: ReturnType<TakedownStack["makeReachable"]>,
    { queue, ways, webhooks }: Lines,
  ) {
    const { keys, table } = reachable;
    const network =
      stage.isolated &&
      new IsolatedNetwork(this, "Network", {
        ...stage,
        stage: stage.name,
        isolated: stage.isolated,
        logsKey: keys.logs,
      });
    const names = functionsOf(stage.settings);
    const named = oneForEach(names, (name) => {
      const row = topology[name];
      return new FlowFunction(this, `Function-${name}`, {
        stage: stage.name,
        name,
        row,
        bundle: path.join(bundles, name),
        grants: grantsOf(name, row, reachable),
        feeds:
          row.fedBy === "webhooks"
            ? webhooks.map(({ own }) => own)
            : typeof row.fedBy === "string"
              ? []
              : [...row.fedBy.map(queue), ...(row.fedBy === reportQueues ? ways.map(({ own }) => own) : [])],
        messagesKey: keys.messages,
        logsKey: keys.logs,
        mailsPerSecond: stage.mailsPerSecond,
        keepLogsDays: stage.keepLogsDays,
        traces: stage.traces,
        ...(network && !talksBeyondAws(name) && { network }),
      });
    });
    network?.letThrough(
      names
        .filter((name) => !talksBeyondAws(name))
        .flatMap((name) => rightsIn(callsOf(name, topology[name], reachable))),
    );
    for (const name of names) {
      const { fedBy } = topology[name];
      if (fedBy === "every-minute") this.runEveryMinute(named(name));
      if (fedBy === "history") named(name).hears(table, topology[name]);
    }
    return { named, all: names.map(named) };
  }

  override get availabilityZones(): string[] {
    return twoZones();
  }

  /**
   * Each function by a rule of its own, so that the watchdog runs on when the sweep's is switched
   * off.
   */
  private runEveryMinute({ name, lambda }: FlowFunction): void {
    // A run that could not be is made up for by the next one, so nothing is tried again or kept.
    lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    new events.Rule(this, `EveryMinute-${name}`, {
      description: `Runs ${name} each minute`,
      schedule: events.Schedule.rate(Duration.minutes(1)),
      targets: [new targets.LambdaFunction(lambda, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }
}

/** A queue that stands still hurts whom its function's standing still hurts. */
const hurtsOf = (queue: QueueName): string =>
  functionNames
    .filter((name) => {
      const { fedBy } = topology[name];
      return typeof fedBy !== "string" && fedBy.includes(queue);
    })
    .map((name) => topology[name].hurts)
    .join(" ");

/** Makes one thing for each name, in order, and gives the way to it. */
const oneForEach = <Name extends string, T>(names: readonly Name[], make: (name: Name) => T): ((name: Name) => T) => {
  const made = new Map(names.map((name) => [name, make(name)]));
  return (name) => {
    const one = made.get(name);
    if (one === undefined) throw new Error(`${name} is not in the topology.`);
    return one;
  };
};
