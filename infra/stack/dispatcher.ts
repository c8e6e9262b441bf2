import path from "node:path";
import { Annotations, Stage as CdkStage, CfnOutput, Duration, Stack, Tags, Token } from "aws-cdk-lib";
import type * as apigateway from "aws-cdk-lib/aws-apigatewayv2";
import type * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import type * as ec2 from "aws-cdk-lib/aws-ec2";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as lambda from "aws-cdk-lib/aws-lambda";
import * as sns from "aws-cdk-lib/aws-sns";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { RegionInfo } from "aws-cdk-lib/region-info";
import { Construct } from "constructs";
import { policyTable } from "../../functions/escalation/policy.ts";
import { readPolicyTable } from "../../functions/escalation/read-policy-table.ts";
import type { Lane } from "../../functions/report/category.ts";
import { checkerQueue } from "../../functions/report/own-queue.ts";
import { bundleFunctions } from "./bundle.ts";
import { Alarms } from "./constructs/alarms.ts";
import { Budget } from "./constructs/budget.ts";
import { CaseTable } from "./constructs/case-table.ts";
import { ChannelSecrets } from "./constructs/channel-secrets.ts";
import { checkerTimeoutSeconds, letCheckerIn } from "./constructs/checker-access.ts";
import { ConsoleApi } from "./constructs/console-api.ts";
import { Dashboard } from "./constructs/dashboard.ts";
import { EventArchive } from "./constructs/event-archive.ts";
import { FlowFunction } from "./constructs/flow-function.ts";
import { networkWithEgress } from "./constructs/function-network.ts";
import { callsOf, grantsOf, rightsIn } from "./constructs/grants.ts";
import { HintQueue } from "./constructs/hint-queue.ts";
import { IsolatedNetwork } from "./constructs/isolated-network.ts";
import { KeyChanges } from "./constructs/key-changes.ts";
import { Keys, through } from "./constructs/keys.ts";
import { Mail } from "./constructs/mail.ts";
import { NamedKeys } from "./constructs/named-keys.ts";
import { letAlarmsPublish, OnCallTopic } from "./constructs/on-call-topic.ts";
import { ConsoleRecord, SenderRecords } from "./constructs/own-zone.ts";
import { letProducersIn } from "./constructs/producers.ts";
import { ReceiptRole } from "./constructs/receipt-role.ts";
import { ReplyBucket, receiptTopicArn } from "./constructs/reply-bucket.ts";
import type { AlarmTargets } from "./constructs/runbook-alarm.ts";
import { SignInSecrets } from "./constructs/sign-in-secrets.ts";
import { TableBackup } from "./constructs/table-backup.ts";
import { Webhook } from "./constructs/webhook.ts";
import { marksOf, settingMarks } from "./setting-marks.ts";
import type { Severity } from "./severity.ts";
import { sizeOf } from "./sizes.ts";
import type { Stage } from "./stages.ts";
import { stageTag } from "./table-settings.ts";
import {
  checkQueue,
  deliveryQueues,
  type FunctionName,
  functionsOf,
  ownQueuesOf,
  queuesOf,
  reportQueues,
  type StageQueueName,
  talksBeyondAws,
  topology,
  visibilitySeconds,
  webhookQueuesOf,
} from "./topology.ts";

export type TakedownDispatcherProps = {
  /** Its checked settings: `readStage` reads them from a row, `stageFromFile` from a file. */
  readonly stage: Stage;
  /**
   * The folder that holds a folder for each function, as `bundleFunctions` writes it. Absent: they
   * are bundled into the folder of the synthesis, which takes some seconds.
   */
  readonly bundles?: string;
  /**
   * A network of yours in whose private subnets with a way out `find-contact` runs, so that
   * registries are asked from your addresses. Absent: Lambda's own network, whose addresses are
   * shared.
   */
  readonly vpc?: ec2.IVpc;
  /** Topics of yours that alarms of a severity notify as well, like the setting `alarmTopics` for those of an ARN. */
  readonly alarmTargets?: Partial<AlarmTargets>;
};

type Lines = ReturnType<TakedownDispatcher["makeQueues"]>;
type Consoles = ReturnType<TakedownDispatcher["makeConsoles"]>;

/**
 * One stage in a stack of yours: everything but the receiving of mail, which is a stack of its own
 * (`InboundMailStack`). Queues, secrets, the bus and the reply bucket are named by the stage, so an
 * account and region holds a stage once. What holds data stays when it is taken out. Throws where
 * the stack is in another region than the stage.
 */
export class TakedownDispatcher extends Construct {
  /** Where reports are put, by lane; `grantReport` lets a principal do so, or `producers` of the stage. */
  readonly reportQueues: Readonly<Record<Lane, sqs.IQueue>>;
  /** Every queue of the stage with its dead letters, by its name in `topology.ts`. */
  readonly queues: Readonly<Partial<Record<StageQueueName, Pick<HintQueue, "queue" | "deadLetters">>>>;
  /** By their names in `topology.ts`; those of what the settings have not are absent. */
  readonly functions: Readonly<Partial<Record<FunctionName, lambda.IFunction>>>;
  readonly alarms: readonly cloudwatch.IAlarm[];
  /** The events of each report are put here; `producers.md` says what they hold. */
  readonly reporterEvents: events.IEventBus;
  /** Who subscribes is notified of what a person has to decide, and of alarms. */
  readonly onCallTopic: sns.ITopic;
  /** All cases, sealed. */
  readonly table: dynamodb.ITable;
  /** Where people decide: by a browser where the stage has a `signIn`, else by requests that IAM signs. */
  readonly consoleUrl: string;
  /** The stage's `consoleDomain` in API Gateway, for a CDN or firewall of yours before it. */
  readonly consoleDomain?: apigateway.DomainName;
  private readonly messagesKey: Keys["messages"];

  constructor(
    scope: Construct,
    id: string,
    { stage, bundles = bundledFor(scope, stage), vpc, alarmTargets = {} }: TakedownDispatcherProps,
  ) {
    super(scope, id);
    checkRegion(this, stage);
    // Once, where it is built: a function at its start takes the table as it stands.
    readPolicyTable([...policyTable.values()]);
    Tags.of(this).add(stageTag, stage.name);
    Stack.of(this).addMetadata(marksOf(stage.name), settingMarks(stage));
    const keys = new Keys(this, "Keys", {
      stage: stage.name,
      inboundMail: stage.inboundMail,
      receiptTopicArn: receiptTopicArn(stage, Stack.of(this)),
    });
    const lines = this.makeQueues(stage, keys);
    const consoles = this.makeConsoles(stage, keys);
    const reachable = this.makeReachable(stage, keys, lines, consoles);
    const functions = this.makeFunctions(stage, bundles, reachable, lines, vpc);
    consoles.signed.shows(functions.named("console").lambda);
    consoles.browsers?.shows(functions.named("console").lambda);
    consoles.browsers?.signsInBy(functions.named("sign-in").lambda);
    letProducersIn(stage.producers, reportQueues.map(lines.queue), lines.ways, keys.messages);

    const built = { queues: lines.queues, functions: functions.all };
    const { bringers } = reachable;
    const targets = this.allTargets(stage, reachable, alarmTargets);
    const backup = this.keepForRestore(stage, reachable);
    const named = { stage: stage.name, runbookUrl: stage.runbookUrl };
    const { rule: ofKeys } = new KeyChanges(this, "KeyChanges", {
      ...named,
      keys: [keys.records, keys.messages, keys.logs, ...(backup ? [backup.key] : [])],
      topics: targets.page,
    });
    const rules = [
      ...bringers.map(({ queue: { name }, rule }) => ({ name, rule })),
      { name: "changes of keys", rule: ofKeys },
    ];
    const { all: alarms } = new Alarms(this, "Alarms", {
      ...named,
      ...built,
      inboundMail: stage.inboundMail,
      rules,
      targets,
    });
    new Dashboard(this, "Dashboard", { stage: stage.name, ...built, alarms });
    new Budget(this, "Budget", stage);

    this.reportQueues = {
      urgent: lines.queue("report-urgent").queue,
      standard: lines.queue("report-standard").queue,
    };
    this.queues = Object.fromEntries(lines.queues.map((one) => [one.name, one]));
    this.functions = Object.fromEntries(functions.all.map((one) => [one.name, one.lambda]));
    this.alarms = alarms;
    this.reporterEvents = reachable.reporters;
    this.onCallTopic = reachable.onCall;
    this.table = reachable.table;
    this.consoleUrl = reachable.consoleUrl;
    if (consoles.browsers?.domain) this.consoleDomain = consoles.browsers.domain;
    this.messagesKey = keys.messages;
  }

  /**
   * Lets a principal of this account put reports on both report queues, and use their key through
   * SQS alone. One of another account is named in the stage's `producers`, since queue and key have
   * to name it, too.
   */
  grantReport(grantee: iam.IGrantable): iam.Grant {
    const resourceArns = Object.values(this.reportQueues).map(({ queueArn }) => queueArn);
    const send = iam.Grant.addToPrincipal({ grantee, actions: ["sqs:SendMessage"], resourceArns });
    return send.combine(
      iam.Grant.addToPrincipal({
        grantee,
        actions: ["kms:GenerateDataKey", "kms:Decrypt"],
        resourceArns: [this.messagesKey.keyArn],
        conditions: through("sqs"),
      }),
    );
  }

  /** What a restore needs beside point-in-time recovery, as far as the stage asks for it. */
  private keepForRestore(
    { name: stage, keepSesEventsDays, backup }: Stage,
    { mail, keys, table, onCall }: ReturnType<TakedownDispatcher["makeReachable"]>,
  ): TableBackup | undefined {
    if (keepSesEventsDays !== undefined)
      new EventArchive(this, "SesEvents", { keepDays: keepSesEventsDays, mail, key: keys.messages });
    return backup && new TableBackup(this, "Backup", { stage, backup, table, tableKey: keys.records, onCall });
  }

  /** Whom alarms notify: the topics of on-call, and those of the stage and of the app that hear the severity. */
  private allTargets(
    { alarmTopics }: Stage,
    { onCall, notify }: ReturnType<TakedownDispatcher["makeReachable"]>,
    brought: Partial<AlarmTargets>,
  ): AlarmTargets {
    const own = alarmTopics.map(({ arn, severities }) => ({
      severities,
      topic: sns.Topic.fromTopicArn(this, `AlarmTopic-${arn.slice(arn.lastIndexOf(":") + 1)}`, arn),
    }));
    for (const topic of new Set(Object.values(brought).flat())) letAlarmsPublish(topic);
    const hearing = (severity: Severity) => [
      ...own.filter(({ severities }) => severities.includes(severity)).map(({ topic }) => topic),
      ...(brought[severity] ?? []),
    ];
    // A rule of EventBridge has five targets, of which one is on-call's.
    if (hearing("page").length > 4)
      throw new Error(
        `alarmTopics and alarmTargets name ${hearing("page").length} topics for page, and may name 4. Subscribe ` +
          "what more should hear to one of them.",
      );
    return { page: [onCall, ...hearing("page")], notify: [notify, ...hearing("notify")] };
  }

  /** The queues of the topology, and those of reporters who speak through a topic or a rule. */
  private makeQueues(stage: Stage, { messages }: Keys) {
    const { receivesAtMost } = sizeOf(stage.size);
    const all = { stage: stage.name, key: messages, receivesAtMost };
    const names = queuesOf(stage.settings);
    const queue = oneForEach(
      names,
      (name) =>
        new HintQueue(this, `Queue-${name}`, {
          ...all,
          name,
          visibilitySeconds: visibilitySeconds(name),
        }),
    );
    const ways = ownQueuesOf(stage.settings).map(({ name, through }) => {
      const own = { ...all, name, visibilitySeconds: visibilitySeconds("report-standard") };
      return { ...(through && { through }), own: new HintQueue(this, `Queue-${name}`, own) };
    });
    const answers = ways.find(({ own }) => own.name === checkerQueue)?.own;
    const visible = { name: checkQueue, visibilitySeconds: 6 * checkerTimeoutSeconds } as const;
    const check = answers && new HintQueue(this, `Queue-${checkQueue}`, { ...all, ...visible });
    if (check) letCheckerIn(stage, check, answers, messages);
    const webhooks = webhookQueuesOf(stage.settings).map(({ name, webhook }) => {
      const own = { ...all, name, visibilitySeconds: visibilitySeconds(name) };
      return { webhook, own: new HintQueue(this, `Queue-${name}`, own) };
    });
    const beside = [...[...ways, ...webhooks].map(({ own }) => own), ...(check ? [check] : [])];
    return { queue, ways, webhooks, queues: [...names.map(queue), ...beside] };
  }

  /**
   * The console's addresses: one whose requests IAM signs, and where the stage has a `signIn` one
   * for browsers.
   */
  private makeConsoles(row: Stage, keys: Keys) {
    const { name: stage, keepLogsDays, settings, consoleDomain } = row;
    const apiProps = { stage, keepLogsDays, logsKey: keys.logs };
    const signed = new ConsoleApi(this, "ConsoleApi", { ...apiProps, opensTo: "signed" });
    if (!settings.signIn) return { signed };
    const { sessionKey, clientSecret } = new SignInSecrets(this, "SignIn", { stage, key: keys.records });
    const browsers = new ConsoleApi(this, "BrowserConsole", {
      ...apiProps,
      opensTo: "browsers",
      ...(consoleDomain && { domain: consoleDomain }),
    });
    new ConsoleRecord(this, "ConsoleRecord", { stage: row, console: browsers });
    return { signed, browsers, signIn: { sessionKey, clientSecret, url: browsers.url } };
  }

  /** All that functions reach, of which each is given its part. */
  private makeReachable(stage: Stage, keys: Keys, lines: Lines, { signed, browsers, signIn }: Consoles) {
    const { name, size } = stage;
    const { queue, queues } = lines;
    const { table } = new CaseTable(this, "Cases", {
      key: keys.records,
      warm: sizeOf(size).warm,
      restored: stage.restoredTable,
    });
    new CfnOutput(this, "CasesTableName", {
      description: "The table of all cases, for npx takedown",
      value: table.tableName,
    });
    const { topic: onCall, notify } = new OnCallTopic(this, "OnCall", stage);
    const { bucket: replies } = new ReplyBucket(this, "Replies", {
      stage,
      key: keys.records,
      messagesKey: keys.messages,
      arrivals: queue("reply"),
    });
    if (stage.inboundMail)
      new ReceiptRole(this, "ReceivesMail", { stage, records: keys.records, messages: keys.messages, replies });
    // Ids, categories and what happened: nothing of what was reported, so it needs no key of ours.
    // With one, what cannot be encrypted would be dropped without a word (EventBridge User Guide,
    // "DLQs for encrypted events").
    const reporters = new events.EventBus(this, "Reporters", { eventBusName: `takedown-${name}-reporters` });
    const mail = new Mail(this, "Mail", {
      stage,
      deliveries: { urgent: queue(deliveryQueues.urgent), standard: queue(deliveryQueues.standard) },
    });
    new SenderRecords(this, "SenderRecords", { stage, identity: mail.identity });
    const secrets = this.makeSecrets(name, keys);
    const heardAsOnCall = [...new Set([onCall, notify])];
    if (lines.webhooks.some(({ webhook }) => webhook.hears.includes("on-call")))
      keys.letTopicsIn(heardAsOnCall.map(({ topicArn }) => topicArn));
    const webhooks = lines.webhooks.map(({ webhook, own }) => {
      const props = { stage: name, webhook, queue: own, key: keys.records };
      const told = new Webhook(this, `Webhook-${webhook.name}`, props);
      return { told, bringers: told.hears({ onCall: heardAsOnCall, reporters }) };
    });
    const { senderAddress, channels } = stage.settings;
    const made = new ChannelSecrets(this, "Channels", { stage: name, channels, key: keys.records });
    const onCalls = { onCall, notify, consoleUrl: (browsers ?? signed).url, runbookUrl: stage.runbookUrl };
    return {
      stage,
      table,
      keys,
      queue,
      queues,
      mail,
      senderAddress,
      ...secrets,
      replies,
      ...onCalls,
      reporters,
      channelSecrets: made.all,
      channelActions: made.actions,
      webhooks: webhooks.map(({ told }) => told),
      bringers: [...mail.bringers, ...webhooks.flatMap(({ bringers }) => bringers)],
      signIn,
    };
  }

  /** Secrets that hold keys by name; each is an output, for the command line and for the copy in the safe. */
  private makeSecrets(stage: string, { records: key }: Keys) {
    const replyKeys = new NamedKeys(this, "ReplyKeys", {
      stage,
      holds: "keys of the reply addresses",
      key,
    });
    new CfnOutput(this, "ReplyKeysSecret", {
      description: "The keys of the reply addresses, for takedown rotate",
      value: replyKeys.secretArn,
    });
    const masterKeys = new NamedKeys(this, "MasterKeys", {
      stage,
      holds: "master keys of what cases hold",
      key,
    });
    new CfnOutput(this, "MasterKeysSecret", {
      description: "The secret without which no case can be read, for npx takedown",
      value: masterKeys.secretArn,
    });
    const caseNumberKey = new NamedKeys(this, "CaseNumberKey", {
      stage,
      holds: "key of case numbers, never rotated",
      key,
    });
    new CfnOutput(this, "CaseNumberKeySecret", {
      description: "The key of case numbers, to copy into a safe; it is never rotated",
      value: caseNumberKey.secretArn,
    });
    return { replyKeys, masterKeys, caseNumberKey };
  }

  /**
   * The stage's functions, each with what it is given, what feeds it and the network that it runs
   * in.
   */
  private makeFunctions(
    stage: Stage,
    bundles: string,
    reachable: ReturnType<TakedownDispatcher["makeReachable"]>,
    { queue, ways, webhooks }: Lines,
    vpc: ec2.IVpc | undefined,
  ) {
    const { keys, table } = reachable;
    const { isolated, keepLogsDays } = stage;
    const network =
      isolated &&
      new IsolatedNetwork(this, "Network", { stage: stage.name, keepLogsDays, logsKey: keys.logs, isolated });
    const egress = vpc && networkWithEgress(this, "FindContactEgress", vpc);
    const networkOf = (name: FunctionName) =>
      topology[name].reaches.includes("registries") ? egress : talksBeyondAws(name) ? undefined : network;
    const names = functionsOf(stage.settings);
    const named = oneForEach(names, (name) => {
      const row = topology[name];
      const within = networkOf(name);
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
        pace: stage,
        keepLogsDays,
        traces: stage.traces,
        ...(within && { network: within }),
      });
    });
    network?.letThrough(
      names
        .filter((name) => !talksBeyondAws(name))
        .flatMap((name) => rightsIn(callsOf(name, topology[name], reachable))),
    );
    for (const name of names) {
      const { fedBy, hearsHistory } = topology[name];
      if (fedBy === "every-minute") this.runEveryMinute(named(name));
      if (hearsHistory) named(name).hears(table, hearsHistory, queue("history-retry").deadLetters);
    }
    return { named, all: names.map(named) };
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

/** Beside the synthesised templates, so that two apps of one folder don't meet. */
const bundledFor = (scope: Construct, { name, settings }: Stage): string => {
  const outDir = path.join(CdkStage.of(scope)?.outdir ?? "cdk.out", "takedown-bundles", name);
  bundleFunctions({ outDir, settings });
  return outDir;
};

const checkRegion = (scope: Construct, stage: Stage): void => {
  const { name, region } = stage;
  const own = Stack.of(scope);
  const known = RegionInfo.regions.map((one) => one.name);
  if (!known.includes(region)) {
    const near = known.filter((one) => one.startsWith(region.slice(0, 3)));
    // A region may be younger than the CDK: `npm run synth`, which is strict, ends here, and a deployment goes on.
    Annotations.of(scope).addWarningV2(
      "takedown:region",
      `region of the stage "${name}" is ${region}, and AWS has no such region that this CDK knows. ` +
        `It knows ${(near.length > 0 ? near : known).join(", ")}.`,
    );
  }
  if (own.region === region) return;
  throw new Error(
    Token.isUnresolved(own.region)
      ? `The stage "${name}" is for ${region}, and its stack names no region: give it env: { region: "${region}" }.`
      : `The stage "${name}" is for ${region}, and its stack "${own.stackName}" is in ${own.region}. Make them one.`,
  );
};

/** Makes one thing for each name, in order, and gives the way to it. */
const oneForEach = <Name extends string, T>(names: readonly Name[], make: (name: Name) => T): ((name: Name) => T) => {
  const made = new Map(names.map((name) => [name, make(name)]));
  return (name) => {
    const one = made.get(name);
    if (one === undefined) throw new Error(`${name} is not in the topology.`);
    return one;
  };
};
