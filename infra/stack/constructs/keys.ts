import { Aws, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";

/**
 * The customer-managed keys of one stage. Three, so that a right to read a log or a queue is never
 * a right to read what was reported: `records` (table, replies, secrets), `messages` (queues and
 * topics), `logs`.
 */
export class Keys extends Construct {
  readonly records: kms.Key;
  readonly messages: kms.Key;
  readonly logs: kms.Key;

  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      inboundMail,
      replyBucketArn,
      receiptTopicArn,
    }: {
      readonly stage: string;
      readonly inboundMail: boolean;
      readonly replyBucketArn: string;
      readonly receiptTopicArn: string;
    },
  ) {
    super(scope, id);
    const account = Stack.of(this).account;
    const region = Stack.of(this).region;
    const key = (name: string, holds: string) =>
      new kms.Key(this, name, {
        alias: `takedown-${stage}-${name.toLowerCase()}`,
        description: `Takedown dispatcher ${stage}: ${holds}`,
        enableKeyRotation: true,
        // Without the key all that it protects is gone for good. A first deployment that fails
        // leaves nothing, whose names would be in the way.
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      });
    this.records = key("Records", "cases, replies and the keys of reply addresses");
    this.messages = key("Messages", "queues and topics");
    this.logs = key("Logs", "logs of the functions and of the console's API");

    const byService = (
      service: string,
      actions: readonly string[],
      conditions: Record<string, Record<string, string>>,
    ) =>
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(service)],
        actions: [...actions],
        resources: ["*"],
        conditions,
      });
    const ofThisAccount = { StringEquals: { "aws:SourceAccount": account } };
    // A service that writes into an encrypted queue or topic asks for the data key in its own name.
    // Which source EventBridge names when it asks is documented for no queue, and for a topic it
    // names none: a condition would drop each event without a word. Each queue's policy tells its
    // rules apart. The CDK adds a statement with a condition (`mail.ts`), which holds nothing back.
    this.messages.addToResourcePolicy(byService("events.amazonaws.com", ["kms:GenerateDataKey", "kms:Decrypt"], {}));
    this.messages.addToResourcePolicy(
      byService("cloudwatch.amazonaws.com", ["kms:GenerateDataKey", "kms:Decrypt"], ofThisAccount),
    );
    this.messages.addToResourcePolicy(
      byService("s3.amazonaws.com", ["kms:GenerateDataKey", "kms:Decrypt"], {
        ...ofThisAccount,
        ArnEquals: { "aws:SourceArn": replyBucketArn },
      }),
    );
    const ofOurLogs = `arn:${Aws.PARTITION}:logs:${region}:${account}:log-group:/takedown/${stage}/*`;
    this.logs.addToResourcePolicy(
      byService(
        `logs.${region}.amazonaws.com`,
        [
          "kms:Encrypt",
          "kms:Decrypt",
          "kms:ReEncryptFrom",
          "kms:ReEncryptTo",
          "kms:GenerateDataKey",
          "kms:DescribeKey",
        ],
        {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": ofOurLogs,
          },
        },
      ),
    );
    if (inboundMail) {
      this.records.addToResourcePolicy(
        byService("ses.amazonaws.com", ["kms:GenerateDataKey", "kms:Decrypt"], ofThisAccount),
      );
      // Its receipts: SES into the topic, the topic into the queue.
      this.messages.addToResourcePolicy(
        byService("ses.amazonaws.com", ["kms:GenerateDataKey", "kms:Decrypt"], ofThisAccount),
      );
      this.messages.addToResourcePolicy(
        byService("sns.amazonaws.com", ["kms:GenerateDataKey", "kms:Decrypt"], {
          ArnEquals: { "aws:SourceArn": receiptTopicArn },
        }),
      );
    }
  }
}

/** A key may be used through one service alone: the role cannot decrypt anything by itself. */
export const through = (service: string) => ({
  StringEquals: { "kms:ViaService": `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}` },
});
