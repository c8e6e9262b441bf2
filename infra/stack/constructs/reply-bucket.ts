import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as s3 from "aws-cdk-lib/aws-s3";
import * as sns from "aws-cdk-lib/aws-sns";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { type ReceivingStage, receiptRuleOf, receivesIn, replyBucketNameIn } from "../receiving.ts";
import type { Stage } from "../stages.ts";
import type { HintQueue } from "./hint-queue.ts";

/** The bucket's name, spelt from the stage so that the receipt rule can name it without referring to it. */
export const replyBucketName = (stage: ReceivingStage, { account }: Stack): string => replyBucketNameIn(stage, account);
const replyBucketArn = (stage: ReceivingStage, stack: Stack): string =>
  stack.formatArn({ service: "s3", account: "", region: "", resource: replyBucketName(stage, stack) });
/** Our rule, by which alone SES comes to us: the inbound stack makes it later than what names it. */
export const receiptRuleArn = (stage: ReceivingStage, stack: Stack): string => {
  const { set, rule } = receiptRuleOf(stage);
  return stack.formatArn({
    service: "ses",
    region: receivesIn(stage),
    resource: "receipt-rule-set",
    resourceName: `${set}:receipt-rule/${rule}`,
  });
};

/**
 * The topic on which SES tells of each mail that it took, with its verdicts; where SES receives, as
 * it takes no other (SES Developer Guide, "Regions and Amazon SES"). Spelt from the stage, as the
 * bucket is.
 */
export const receiptTopicArn = (stage: ReceivingStage, stack: Stack): string =>
  stack.formatArn({ service: "sns", region: receivesIn(stage), resource: receiptTopicName(stage) });
const receiptTopicName = ({ name }: ReceivingStage): string => `takedown-${name}-replies`;

/** Where SES lays mails. */
export const mailPrefix = "received/";

export type ReplyBucketProps = {
  readonly stage: ReceivingStage & Pick<Stage, "inboundMail">;
  readonly key: kms.IKey;
  readonly messagesKey: kms.IKey;
  readonly arrivals: HintQueue;
};

/**
 * Mails as desks wrote them, for three days: long enough to look into one that could not be read,
 * and no archive. And how their arrival is told.
 */
export class ReplyBucket extends Construct {
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, props: ReplyBucketProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.bucket = new s3.Bucket(this, "Bucket", {
      bucketName: replyBucketName(props.stage, stack),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      // Without versions, or an expired mail would live on as a noncurrent one.
      versioned: false,
      lifecycleRules: [
        { id: "three-days", expiration: Duration.days(3), abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    if (props.stage.inboundMail) this.receivesMail(props);
  }

  /** SES lays mails in, by our rule alone, and tells of each by a topic, with its verdicts. */
  private receivesMail({ stage, messagesKey, arrivals }: ReplyBucketProps): void {
    const stack = Stack.of(this);
    this.bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: "SesReceives",
        principals: [ses],
        actions: ["s3:PutObject"],
        resources: [`${replyBucketArn(stage, stack)}/*`],
        conditions: ofOurRule(stage, stack),
      }),
    );
    const topic = receivesIn(stage) === stage.region ? receiptTopic(this, stage, messagesKey) : undefined;
    arrivals.queue.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: "ReceiptsArrive",
        principals: [new iam.ServicePrincipal("sns.amazonaws.com")],
        actions: ["sqs:SendMessage"],
        resources: [arrivals.queue.queueArn],
        conditions: { ArnEquals: { "aws:SourceArn": topic?.topicArn ?? receiptTopicArn(stage, stack) } },
      }),
    );
    if (topic) bringReceipts(this, { topic, to: arrivals.queue.queueArn, deadLetterQueue: arrivals.deadLetters });
  }
}

const ses = new iam.ServicePrincipal("ses.amazonaws.com");
const ofOurRule = (stage: ReceivingStage, stack: Stack) => ({
  StringEquals: { "aws:SourceAccount": stack.account },
  ArnEquals: { "aws:SourceArn": receiptRuleArn(stage, stack) },
});

/** The topic itself, in the stack that is in its region. */
export const receiptTopic = (scope: Construct, stage: ReceivingStage, masterKey: kms.IKey): sns.Topic => {
  const topic = new sns.Topic(scope, "Receipts", { topicName: receiptTopicName(stage), masterKey, enforceSSL: true });
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: "SesTells",
      principals: [ses],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: ofOurRule(stage, Stack.of(scope)),
    }),
  );
  return topic;
};

/** What could not be brought lies in `deadLetterQueue`, which SNS wants in the topic's region. */
export const bringReceipts = (
  scope: Construct,
  {
    topic,
    to,
    deadLetterQueue,
  }: { readonly topic: sns.ITopic; readonly to: string; readonly deadLetterQueue: sqs.IQueue },
): void => {
  new sns.Subscription(scope, "Arrivals", {
    topic,
    protocol: sns.SubscriptionProtocol.SQS,
    endpoint: to,
    rawMessageDelivery: true,
    deadLetterQueue,
  });
};
