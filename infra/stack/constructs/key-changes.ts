import * as events from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import type * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { runbookPage } from "../../../functions/kernel/runbook.ts";

export type KeyChangesProps = {
  readonly stage: string;
  readonly runbookUrl: string | undefined;
  readonly keys: readonly kms.IKey[];
  /** At most five, EventBridge's limit for one rule. */
  readonly topics: readonly sns.ITopic[];
};

/**
 * Notifies the topics when a key of the stage is disabled, scheduled for deletion or given another
 * policy. KMS itself sends no such event: these come by CloudTrail, and only where a trail logs
 * management events, those of KMS included (EventBridge User Guide, "AWS service events delivered
 * via AWS CloudTrail").
 */
export class KeyChanges extends Construct {
  readonly rule: events.Rule;

  constructor(scope: Construct, id: string, { stage, runbookUrl, keys, topics }: KeyChangesProps) {
    super(scope, id);
    const field = (path: string): string => events.EventField.fromPath(`$.detail.${path}`);
    const message = events.RuleTargetInput.fromText(
      `[page] ${field("eventName")} of ${field("requestParameters.keyId")}, a key of the stage ${stage}, by ` +
        `${field("userIdentity.arn")}. While a key can't be used, queues, cases or logs can't be either, and other ` +
        `alarms may stay silent. Runbook: ${runbookPage("key-disabled", runbookUrl)}`,
    );
    this.rule = new events.Rule(this, "Rule", {
      description: `Notifies on-call of a key of the stage ${stage} that was disabled, or may soon be unusable`,
      eventPattern: {
        source: ["aws.kms"],
        detailType: ["AWS API Call via CloudTrail"],
        detail: {
          eventSource: ["kms.amazonaws.com"],
          eventName: ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy"],
          // A call names its key by id or ARN; CloudTrail always adds the ARN (KMS Developer Guide, "Logging AWS
          // KMS API calls with AWS CloudTrail").
          resources: { ARN: keys.map(({ keyArn }) => keyArn) },
          // A call that was refused changed nothing.
          errorCode: [{ exists: false }],
        },
      },
      // Not by `SnsTopic`, which warns of each topic of an ARN that the account is not known to be the stack's.
      targets: topics.map((topic) => ({ bind: () => ({ arn: topic.topicArn, input: message }) })),
    });
    for (const topic of topics) topic.grantPublish(new iam.ServicePrincipal("events.amazonaws.com"));
  }
}
