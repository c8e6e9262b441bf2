import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as sns from "aws-cdk-lib/aws-sns";
import * as subscriptions from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";

/**
 * Where on-call is told: of new reviews by `follow-up`, of everything that stands still by the
 * alarms.
 */
export class OnCallTopic extends Construct {
  readonly topic: sns.Topic;

  constructor(
    scope: Construct,
    id: string,
    { stage, key, onCall }: { readonly stage: string; readonly key: kms.IKey; readonly onCall: readonly string[] },
  ) {
    super(scope, id);
    this.topic = new sns.Topic(this, "Topic", { displayName: `Takedown ${stage}`, masterKey: key, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: "AlarmsRing",
        principals: [new iam.ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    for (const mailbox of onCall) this.topic.addSubscription(new subscriptions.EmailSubscription(mailbox));
  }
}
