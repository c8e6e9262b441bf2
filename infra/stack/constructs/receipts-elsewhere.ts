import { Duration, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as kms from "aws-cdk-lib/aws-kms";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { keepDeadLettersDays, type QueueName } from "../topology.ts";
import { KeyChanges } from "./key-changes.ts";
import { OnCallTopic } from "./on-call-topic.ts";
import { receiptRoleArn } from "./receipt-role.ts";
import { bringReceipts, receiptTopic, receiptTopicArn } from "./reply-bucket.ts";
import { RunbookAlarm } from "./runbook-alarm.ts";

const arrivals: QueueName = "reply";

/**
 * How the stage hears of mails that SES received in another region: SES tells a topic of that
 * region alone, SNS brings it across, and what it can't bring lies there, where an alarm of that
 * region rings. Keys are a region's, so this has one of its own; on-call confirms a second
 * subscription.
 */
export class ReceiptsElsewhere extends Construct {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const stack = Stack.of(this);
    const { name, runbookUrl } = stage;
    const key = this.keyOf(stage, stack);
    const notBrought = new sqs.Queue(this, "NotBrought", {
      queueName: `takedown-${name}-${arrivals}-not-brought`,
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(keepDeadLettersDays),
    });
    const topic = receiptTopic(this, stage, key);
    bringReceipts(this, {
      topic,
      to: stack.formatArn({ service: "sqs", region: stage.region, resource: `takedown-${name}-${arrivals}` }),
      deadLetterQueue: notBrought,
    });
    const { topic: page, notify } = new OnCallTopic(this, "OnCall", stage);
    new RunbookAlarm(this, "Alarm", {
      stage: name,
      runbookUrl,
      name: `${arrivals}-not-brought`,
      severity: "notify",
      impact: "Replies of desks lie in their bucket and are not read; their desks get reminders.",
      metric: notBrought.metricApproximateNumberOfMessagesVisible({ statistic: "max", period: Duration.minutes(5) }),
      rings: "from",
      threshold: 1,
      targets: { page: [page], notify: [notify] },
    });
    new KeyChanges(this, "KeyChanges", { stage: name, runbookUrl, keys: [key], topics: [page] });
  }

  /** For SES, by itself and by the role of its rule, and for what brings its word on. */
  private keyOf(stage: Stage, stack: Stack): kms.Key {
    const key = new kms.Key(this, "Key", {
      alias: `takedown-${stage.name}-receipts`,
      description: `Takedown dispatcher ${stage.name}: that mails came in`,
      enableKeyRotation: true,
    });
    const open = (principal: iam.IPrincipal, conditions: Record<string, Record<string, string>>) =>
      key.addToResourcePolicy(
        new iam.PolicyStatement({
          principals: [principal],
          actions: ["kms:GenerateDataKey", "kms:Decrypt"],
          resources: ["*"],
          conditions,
        }),
      );
    const ofThisAccount = { StringEquals: { "aws:SourceAccount": stack.account } };
    open(new iam.ArnPrincipal(receiptRoleArn(stage, stack)), {});
    open(new iam.ServicePrincipal("ses.amazonaws.com"), ofThisAccount);
    open(new iam.ServicePrincipal("sns.amazonaws.com"), {
      ArnEquals: { "aws:SourceArn": receiptTopicArn(stage, stack) },
    });
    return key;
  }
}
