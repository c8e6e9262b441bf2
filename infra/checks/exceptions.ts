import { ownQueueOf } from "../../functions/report/own-queue.ts";
import { webhookQueueOf } from "../../functions/webhooks/webhook.ts";
import { checkQueue, functionNames, queueNames, talksBeyondAws, topology } from "../stack/topology.ts";

/** A finding that stays, and why. */
export type Exception = {
  readonly tool: "cdk-nag" | "cfn-lint";
  readonly rule: string;
  /** What the rule asks for, in our words. */
  readonly asks: string;
  /**
   * Where: paths of constructs below the dispatcher, or the stack of inbound mail. Each is named, so
   * that the same finding elsewhere fails; a part that ends in `*` names all that begin so, since a
   * stage names its reporters' own queues.
   */
  readonly at: readonly string[];
  /** Why it stays: sentences that a reviewer can disagree with. */
  readonly reason: string;
};

const functions = [...functionNames, "checker"].map((name) => `Function-${name}/Function/Resource`);
const ownQueues = `Queue-${ownQueueOf("*")}`;
const webhookQueues = `Queue-${webhookQueueOf("*")}`;
const webhookFeeds = `Function-tell-webhooks/From-${webhookQueueOf("*")}/Resource`;
const ownFeeds = `Function-take-in-report/From-${ownQueueOf("*")}/Resource`;
const feeds = functionNames.flatMap((name) => {
  const { fedBy } = topology[name];
  return typeof fedBy === "string" ? [] : fedBy.map((queue) => `Function-${name}/From-${queue}/Resource`);
});
const onCallTopics = ["", "ReceiptsElsewhere/"].flatMap((where) =>
  ["Topic", "NotifyTopic"].map((topic) => `${where}OnCall/${topic}`),
);
const openRoutes = ["{path+}", "", "sign-in", "sign-in--return", "sign-out"].map(
  (path) => `BrowserConsole/Api/ANY--${path}/Resource`,
);
/** A role with its policies: of one that is too large the CDK puts a part into `OverflowPolicy1` and so on. */
const roles = functionNames.map((name) => `Function-${name}/Role`);
const rolesInNetwork = functionNames.filter((name) => !talksBeyondAws(name)).map((name) => `Function-${name}/Role`);
const everyMinute = functionNames.filter((name) => topology[name].fedBy === "every-minute");

/**
 * Every exception, one by one. A test fails on a finding that is not here, and on a place here where
 * nothing is found (`test/infra/checks`).
 */
export const exceptions: readonly Exception[] = [
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-S1",
    asks: "access logs of the bucket",
    at: ["Replies/Bucket/Resource"],
    reason:
      "Who read a mail is told by CloudTrail's data events, which name the principal; access logs are best " +
      "effort and would need a second bucket. One role may read, and a mail lives three days.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-SMG4",
    asks: "a secret that is changed by a schedule",
    at: ["ReplyKeys/Resource"],
    reason:
      "An address that was made by an old key must be believed as long as its desk may answer. A person " +
      "adds a key and takes the old one out much later; a schedule would cut desks off.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-SMG4",
    asks: "a secret that is changed by a schedule",
    at: ["CaseNumberKey/Resource"],
    reason:
      "It is never rotated: the same message gives the same case number for ever, also after a restore. " +
      "It opens nothing; whoever has it could try who reported a case whose number they know.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-SMG4",
    asks: "a secret that is changed by a schedule",
    at: ["MasterKeys/Resource"],
    reason:
      "What was sealed by an old master key is opened by it alone, so a person adds keys and takes none " +
      "out; a schedule that did would lose cases. " +
      "Each case has a key of its own, which retention throws away.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-SMG4",
    asks: "a secret that is changed by a schedule",
    at: ["SignIn/SessionKey/Resource", "SignIn/ClientSecret/Resource"],
    reason:
      "The client secret is the provider's, which gives a new one by its own console. A new session key " +
      "signs everybody out, at whatever hour; " +
      "a session lives eight hours at most, and the runbook says how a person changes the key.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-SMG4",
    asks: "a secret that is changed by a schedule",
    at: ["cloudflare", "godaddy"].map((provider) => `Channels/${provider}/Resource`),
    reason: "They are the providers' keys, which each provider gives out by its own pages, to a person.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-SMG4",
    asks: "a secret that is changed by a schedule",
    at: ["Webhook-*/Secret/Resource"],
    reason:
      "The other side has to have the same secret, so a person changes both. " +
      "A schedule would cut off a pager at night.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-APIG4",
    asks: "an authorizer on each route",
    at: openRoutes,
    reason:
      "A browser that is not signed in must be able to begin, and has to be told where. API Gateway's JWT " +
      "authorizer reads no cookie. The console shows nothing but that page to whoever has no session, " +
      "which stands before all its routes (functions/console/gate.tsx) and is tested for each.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::*]",
    asks: "no resource `*`",
    at: roles,
    reason:
      "xray:PutTraceSegments, xray:PutTelemetryRecords, for send-notice ses:GetSendQuota, for the " +
      "watchdog ses:DescribeActiveReceiptRuleSet, for tell-channel the three actions of AWS's Abuse " +
      "Signal API, and in a stage with a network of its own ec2:DescribeNetworkInterfaces and " +
      "ec2:DescribeSubnets: AWS lets one name no resource of them. " +
      "test/infra/stack/__snapshots__/takedown-stack.txt spells out every action and fails on one more.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::<RepliesBucket459CE49B.Arn>/*]",
    asks: "no wildcard in a resource",
    at: ["Function-take-in-reply/Role", "ReceivesMail/Role"],
    reason:
      "SES names each mail anew; it writes, and the function reads, all mails of this one bucket, " +
      "which holds nothing else.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:kms:eu-central-1:123456789012:key/*]",
    asks: "no wildcard in a resource",
    at: ["Function-checker/Role"],
    reason:
      "The key has no id that another stack, maybe of another account, could know. A condition names its alias, and " +
      "the key's own policy lets this role in.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::<CasesTable7FA77C7D.Arn>/stream/*]",
    asks: "no wildcard in a resource",
    at: ["Function-tell-reporters/Role"],
    reason: "DynamoDB names a stream by the moment at which it was switched on. The table has one stream.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ec2:<AWS::Region>:<AWS::AccountId>:network-interface/*]",
    asks: "no wildcard in a resource",
    at: rolesInNetwork,
    reason:
      "A network interface has no id before Lambda has made it. It is made in this network's subnets and " +
      "group alone, and the role denies the right to the function's own code.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ec2:<AWS::Region>:<AWS::AccountId>:*/*]",
    asks: "no wildcard in a resource",
    at: rolesInNetwork,
    reason:
      "Lambda takes its network interfaces away in the function's name, and may not be able to without all " +
      'resource ids (Lambda Developer Guide, "Required IAM permissions"). The role denies the right to ' +
      "the function's own code.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::*]",
    asks: "no resource `*`",
    at: ["Backup/Role/DefaultPolicy/Resource"],
    reason:
      "It is backup:CopyFromBackupVault, which AWS's own policy for the role has on all resources as well. Into " +
      "which vault it copies is named.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:backup:<AWS::Region>:<AWS::AccountId>:recovery-point:*]",
    asks: "no wildcard in a resource",
    at: ["Backup/Role/DefaultPolicy/Resource"],
    reason: "A recovery point has no id before it was made. The right is to give it the table's tags.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-SQSRedrivePolicy",
    asks: "dead letters of each queue",
    at: [
      ...[...queueNames, checkQueue].map((name) => `Queue-${name}/DeadLetters/Resource`),
      `${ownQueues}/DeadLetters/Resource`,
      `${webhookQueues}/DeadLetters/Resource`,
      "ReceiptsElsewhere/NotBrought/Resource",
    ],
    reason:
      "They are the dead letters. They keep fourteen days, an alarm rings at the first, and a person sends them back.",
  },
  {
    tool: "cdk-nag",
    rule: "AwsSolutions-SQS3",
    asks: "dead letters of each queue",
    at: ["ReceiptsElsewhere/NotBrought/Resource"],
    reason: "They are the dead letters, of a subscription, which the rule does not look at.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-SNSRedrivePolicy",
    asks: "dead letters of each subscription",
    at: onCallTopics,
    reason:
      "Whom should the alarm about an alarm's dead letter ring? The remedy is a second mailbox or a pager " +
      "on the topic, and the console, which shows all that waits without any mail.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-LambdaDLQ",
    asks: "dead letters of what calls the function without waiting",
    at: functions,
    reason:
      "Queues have dead letters of their own; HTTP and the stream's poller wait for the answer. What runs " +
      "each minute is called without waiting, and a minute that was missed is made up for by the next.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-LambdaEventSourceMappingDestination",
    asks: "a place for batches that failed",
    at: [...feeds, ownFeeds, webhookFeeds, `Function-checker/From-${checkQueue}/Resource`],
    reason: "It is for streams; what fails from a queue goes to that queue's dead letters.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-LambdaAsyncFailureDestination",
    asks: "a place for asynchronous calls that failed",
    at: everyMinute.map((name) => `Function-${name}/Function/EventInvokeConfig/Resource`),
    reason:
      "It is called each minute with nothing to say; a minute that was missed is made up for by the next, " +
      "and alarms ring when there is none.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-EventBusDLQ",
    asks: "dead letters of a rule's target",
    at: everyMinute.map((name) => `EveryMinute-${name}/Resource`),
    reason:
      "It says `now` and nothing else; a minute that was missed is made up for by the next, and alarms " +
      "ring when there is none.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-EventBusDLQ",
    asks: "dead letters of a rule's target",
    at: ["Backup/Failures/Resource"],
    reason:
      "As of an alarm: whom should its dead letter ring? AWS Backup sends its events by best effort, tries again the " +
      "next night, and point-in-time recovery goes on meanwhile.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-EventBusDLQ",
    asks: "dead letters of a rule's target",
    at: ["KeyChanges/Rule/Resource", "ReceiptsElsewhere/KeyChanges/Rule/Resource"],
    reason:
      "As of an alarm: whom should its dead letter ring? The queues are under the very keys that it is about. The " +
      "alarm dropped-events counts what it could not bring.",
  },
  {
    tool: "cfn-lint",
    rule: "W3037",
    asks: "actions of services that it knows",
    at: ["Function-tell-channel/Role"],
    reason: "It does not know AWS's Abuse Signal API yet, which is younger than its list of services.",
  },
  {
    tool: "cfn-lint",
    rule: "W3005",
    asks: "no dependency that another property makes already",
    at: functions,
    reason:
      "The CDK writes all parts of what a resource depends on, the role beside the policy that is meant. " +
      "It is said twice and does no harm.",
  },
  {
    tool: "cdk-nag",
    rule: "Serverless-LambdaTracing",
    asks: "traces of each function",
    at: functions,
    reason:
      "Off, unless a stage says `traces: true`: Lambda's rate cannot be lowered, and at a million notices " +
      "a month nearly every run would be traced and paid for. The log holds each run's time, memory and " +
      "request all the same; whoever looks for a fault turns them on.",
  },
];
