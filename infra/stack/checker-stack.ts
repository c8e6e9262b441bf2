import path from "node:path";
import { Aws, Stage as CdkStage, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { checkerQueue } from "../../functions/report/own-queue.ts";
import { bundleChecker } from "./bundle.ts";
import {
  checkerActions,
  checkerKeyActions,
  checkerRoleName,
  checkerTimeoutSeconds,
} from "./constructs/checker-access.ts";
import { through } from "./constructs/keys.ts";
import type { Stage } from "./stages.ts";
import { checkQueue } from "./topology.ts";

/**
 * The one part that makes requests to reported hosts. A stack of its own, for the stage's account
 * or another (`settings.checker.account`), to deploy after the stage's. It has no table, no bucket
 * and no secret; what it is asked and answers lies on two queues of the stage, and it keeps nothing
 * but a log of verdicts. `bundles`: as of the dispatcher.
 */
export class CheckerStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, bundles, ...props }: StackProps & { readonly stage: Stage; readonly bundles?: string },
  ) {
    super(scope, id, props);
    const { name, region, keepLogsDays } = stage;
    const account = stage.account ?? Aws.ACCOUNT_ID;
    const queueName = (queue: string) => `takedown-${name}-${queue}`;
    const urlOf = (queue: string) => `https://sqs.${region}.${Aws.URL_SUFFIX}/${account}/${queueName(queue)}`;
    const arnOf = (service: string, resource: string) =>
      `arn:${Aws.PARTITION}:${service}:${region}:${account}:${resource}`;
    const own = new Construct(this, "Function-checker");
    const logGroup = new logs.LogGroup(own, "Log", {
      logGroupName: `/takedown/${name}/checker`,
      retention: keepLogsDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new iam.Role(own, "Role", {
      roleName: checkerRoleName(stage),
      assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
      description: `Takedown dispatcher ${name}: checker looks at what was reported`,
    });
    const may = (actions: readonly string[], resource: string, conditions = {}) =>
      role.addToPolicy(new iam.PolicyStatement({ actions: [...actions], resources: [resource], conditions }));
    may(["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn);
    may(checkerActions.asked, arnOf("sqs", queueName(checkQueue)));
    may(checkerActions.answers, arnOf("sqs", queueName(checkerQueue)));
    // The key's id is known to its own stack alone.
    may(checkerKeyActions, arnOf("kms", "key/*"), {
      ...through("sqs"),
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": `alias/takedown-${name}-messages` },
    });
    const checker = new lambda.Function(own, "Function", {
      functionName: `takedown-${name}-checker`,
      description: "looks whether what was reported is gone",
      code: lambda.Code.fromAsset(bundles === undefined ? bundledFor(this, name) : path.join(bundles, "checker")),
      handler: "index.handler",
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.seconds(checkerTimeoutSeconds),
      role,
      logGroup,
      environment: { CHECK_QUEUE_URL: urlOf(checkQueue), ANSWER_QUEUE_URL: urlOf(checkerQueue) },
    });
    const feed = new lambda.EventSourceMapping(own, `From-${checkQueue}`, {
      target: checker,
      eventSourceArn: arnOf("sqs", queueName(checkQueue)),
      batchSize: 5,
      reportBatchItemFailures: true,
      maxConcurrency: 2,
    });
    feed.node.addDependency(role);
  }
}

const bundledFor = (scope: Construct, stage: string): string =>
  bundleChecker(path.join(CdkStage.of(scope)?.outdir ?? "cdk.out", "takedown-bundles", stage, "checker"));
