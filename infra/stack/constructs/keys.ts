import { Aws, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";

type KeysGiven = {
  readonly stage: string;
  readonly inboundMail: boolean;
  readonly receiptTopicArn: string;
};

/**
 * The customer-managed keys of one stage. Three, so that a right to read a log or a queue is never
 * a right to read what was reported: `records` (table, replies, secrets), `messages` (queues, and
 * the topic of receipts), `logs`. The topics of on-call are under none of them
 * (`on-call-topic.ts`).
 */
export class Keys extends Construct {
  readonly records: kms.Key;
  readonly messages: kms.Key;
  readonly logs: kms.Key;

  constructor(scope: Construct, id: string, given: KeysGiven) {
    super(scope, id);
    const { stage, inboundMail } = given;
    this.records = keyOf(this, "Records", stage, "cases, replies and the keys of reply addresses");
    this.messages = keyOf(this, "Messages", stage, "queues and topics");
    this.logs = keyOf(this, "Logs", stage, "logs of the functions and of the console's API");
    this.letServicesWrite();
    this.letLogsIn(stage);
    if (inboundMail) this.letMailIn(given);
  }

  /**
   * A service that writes into an encrypted queue or topic asks for the data key in its own name.
   * Which source EventBridge names when it asks is documented for no queue, and for a topic it
   * names none: a condition would drop each event without a word. Each queue's policy tells its
   * rules apart. The CDK adds a statement with a condition (`mail.ts`), which holds nothing back.
   */
  private letServicesWrite(): void {
    this.messages.addToResourcePolicy(byService("events.amazonaws.com", toWrite, {}));
  }

  private letLogsIn(stage: string): void {
    const { account, region, stackName } = Stack.of(this);
    const group = (name: string): string => `arn:${Aws.PARTITION}:logs:${region}:${account}:log-group:${name}`;
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
            // Those that CloudFormation names begin with the stack's name.
            "kms:EncryptionContext:aws:logs:arn": [group(`/takedown/${stage}/*`), group(`${stackName}-*`)],
          },
        },
      ),
    );
  }

  /** What on-call hears is put on the queues of webhooks, too. */
  letTopicsIn(topicArns: readonly string[]): void {
    this.messages.addToResourcePolicy(
      byService("sns.amazonaws.com", toWrite, { ArnEquals: { "aws:SourceArn": topicArns } }),
    );
  }

  private letMailIn({ receiptTopicArn }: KeysGiven): void {
    this.records.addToResourcePolicy(byService("ses.amazonaws.com", toWrite, ofThisAccount(this)));
    // Its receipts: SES into the topic, the topic into the queue.
    this.messages.addToResourcePolicy(byService("ses.amazonaws.com", toWrite, ofThisAccount(this)));
    this.messages.addToResourcePolicy(
      byService("sns.amazonaws.com", toWrite, { ArnEquals: { "aws:SourceArn": receiptTopicArn } }),
    );
  }
}

const keyOf = (scope: Construct, name: string, stage: string, holds: string): kms.Key =>
  new kms.Key(scope, name, {
    alias: `takedown-${stage}-${name.toLowerCase()}`,
    description: `Takedown dispatcher ${stage}: ${holds}`,
    enableKeyRotation: true,
    // Without the key all that it protects is gone for good. A first deployment that fails leaves
    // nothing, whose names would be in the way.
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

const toWrite = ["kms:GenerateDataKey", "kms:Decrypt"];

const byService = (service: string, actions: readonly string[], conditions: Conditions): iam.PolicyStatement =>
  new iam.PolicyStatement({
    principals: [new iam.ServicePrincipal(service)],
    actions: [...actions],
    resources: ["*"],
    conditions,
  });

const ofThisAccount = (scope: Construct): Conditions => ({
  StringEquals: { "aws:SourceAccount": Stack.of(scope).account },
});

/** A key may be used through one service alone: the role cannot decrypt anything by itself. */
export const through = (service: string) => ({
  StringEquals: { "kms:ViaService": `${service}.${Aws.REGION}.${Aws.URL_SUFFIX}` },
});
