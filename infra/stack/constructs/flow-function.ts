import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { atATimeOf, type FunctionName, type FunctionRow, historyKeyPrefix, windowSecondsOf } from "../topology.ts";
import { environmentTooLarge } from "./environment-size.ts";
import { type FunctionNetwork, networkRights } from "./function-network.ts";
import { type Grant, rightsIn } from "./grants.ts";
import type { HintQueue } from "./hint-queue.ts";
import { through } from "./keys.ts";
import { measure } from "./measures.ts";

export type FlowFunctionProps = {
  readonly stage: string;
  readonly name: FunctionName;
  readonly row: FunctionRow;
  /** Folder of the bundle: `index.mjs`, the chunks that it loads, and `settings.json`. */
  readonly bundle: string;
  /**
   * What it may do and by which variables, beside its own log, traces and the queues that feed it.
   */
  readonly grants: readonly Grant[];
  readonly feeds: readonly HintQueue[];
  readonly messagesKey: kms.IKey;
  readonly logsKey: kms.IKey;
  readonly keepLogsDays: number;
  readonly traces: boolean;
  readonly pace: Pick<Stage, "mailsPerSecond" | "size">;
  /** The network that it runs in; absent: Lambda's own, which has a way out. */
  readonly network?: FunctionNetwork;
};

/**
 * One function of the flow: its bundle, a role of its own that can do no more than the function
 * does, its log, and its queues.
 */
export class FlowFunction extends Construct {
  readonly name: FunctionName;
  readonly lambda: lambda.Function;

  constructor(scope: Construct, id: string, props: FlowFunctionProps) {
    super(scope, id);
    this.name = props.name;
    const logGroup = new logs.LogGroup(this, "Log", {
      logGroupName: `/takedown/${props.stage}/${props.name}`,
      retention: props.keepLogsDays,
      encryptionKey: props.logsKey,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of our own gets none of the managed policies, whose resources are "*".
    const role = new iam.Role(this, "Role", {
      assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
      // Where the region is lost, the role is found by this: IAM still answers, CloudFormation there may not.
      description: `Takedown dispatcher ${props.stage} in ${Stack.of(this).region}: ${props.name} ${props.row.does}`,
    });
    const ownLog = new iam.PolicyStatement({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [logGroup.logGroupArn],
    });
    const functionName = `takedown-${props.stage}-${props.name}`;
    const { network } = props;
    const inNetwork = network ? networkRights(network, functionName) : [];
    for (const statement of [
      ownLog,
      ...feedRights(props.feeds, props.messagesKey),
      ...rightsIn(props.grants),
      ...inNetwork,
    ])
      role.addToPolicy(statement);

    const environment = Object.assign({}, ...props.grants.map(({ variables }) => variables));
    this.node.addValidation({ validate: () => [...environmentTooLarge(this, props.name, environment)] });
    this.lambda = new lambda.Function(this, "Function", {
      functionName,
      description: props.row.does,
      code: lambda.Code.fromAsset(props.bundle),
      handler: "index.handler",
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.row.memoryMb,
      timeout: Duration.seconds(props.row.timeoutSeconds),
      role,
      logGroup,
      tracing: props.traces ? lambda.Tracing.ACTIVE : lambda.Tracing.DISABLED,
      environment,
      ...(network && {
        vpc: network.vpc,
        vpcSubnets: { subnets: network.subnets.subnets },
        securityGroups: [network.functions],
      }),
      ...(props.row.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: props.row.reservedConcurrency,
      }),
    });
    // A look-up without its way out would be silence of a registry.
    if (network) this.lambda.node.addDependency(network.subnets.internetConnectivityEstablished);
    measure(this, { stage: props.stage, name: props.name, logGroup });
    const atATime = atATimeOf(props.name, props.pace);
    for (const feed of props.feeds) {
      const window = windowSecondsOf(props.name, feed.name);
      const mapping = new lambda.EventSourceMapping(this, `From-${feed.name}`, {
        target: this.lambda,
        eventSourceArn: feed.queue.queueArn,
        batchSize: props.row.batchSize,
        ...(window > 0 && { maxBatchingWindow: Duration.seconds(window) }),
        // One message that fails must not send its neighbours round again.
        reportBatchItemFailures: true,
        ...(atATime !== undefined && { maxConcurrency: atATime }),
      });
      // Lambda tries to read the queue when the mapping is made, and needs the right by then.
      mapping.node.addDependency(role);
    }
  }

  /**
   * Feeds it with the history lines of all cases, by the table's stream; one case at a time for
   * each shard, so that its lines keep their order. The function itself puts what it could not do
   * with a line on a queue (`handlers/history-worker.ts`), so a batch fails only where the function
   * can't run or that queue takes nothing. Then its place in the stream goes to `failures`.
   */
  hears(
    { tableStreamArn }: Pick<dynamodb.ITable, "tableStreamArn">,
    { batchSize, windowSeconds }: NonNullable<FunctionRow["hearsHistory"]>,
    failures: sqs.IQueue,
  ): void {
    if (tableStreamArn === undefined) throw new Error("The table has no stream.");
    const mapping = new lambda.EventSourceMapping(this, "FromHistory", {
      target: this.lambda,
      eventSourceArn: tableStreamArn,
      // What was written before the function was there is told as well.
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize,
      maxBatchingWindow: Duration.seconds(windowSeconds),
      // Only a batch of a window says which shard it is of, by which counts know what they hold already. The
      // longest there is: each window's end is a run more.
      tumblingWindow: Duration.minutes(15),
      // A line at which the function dies, as of memory, is found by halving, and its shard goes on.
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: streamRetriesAtMost,
      // `SqsDlq` would grant more than is needed; the rights stand in `grants.ts`.
      onFailure: { bind: () => ({ destination: failures.queueArn }) },
      filters: [
        lambda.FilterCriteria.filter({
          eventName: lambda.FilterRule.isEqual("INSERT"),
          dynamodb: { Keys: { sk: { S: lambda.FilterRule.beginsWith(historyKeyPrefix) } } },
        }),
      ],
    });
    mapping.node.addDependency(this.lambda.role ?? this.lambda);
  }
}

/**
 * A run ends after a minute at most, so a line at which it dies each time holds its shard for some
 * ten minutes. Without a bound that would be a day, after which the stream forgets.
 */
const streamRetriesAtMost = 10;

/**
 * What Lambda's poller does in the function's name: AWS's AWSLambdaSQSQueueExecutionRole, for these
 * queues alone.
 */
const feedRights = (feeds: readonly HintQueue[], messagesKey: kms.IKey): readonly iam.PolicyStatement[] =>
  feeds.length === 0
    ? []
    : [
        new iam.PolicyStatement({
          actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
          resources: feeds.map(({ queue }) => queue.queueArn),
        }),
        new iam.PolicyStatement({
          actions: ["kms:Decrypt"],
          resources: [messagesKey.keyArn],
          conditions: through("sqs"),
        }),
      ];
