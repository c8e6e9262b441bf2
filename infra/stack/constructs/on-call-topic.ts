import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import * as sns from "aws-cdk-lib/aws-sns";
import * as subscriptions from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";

/**
 * Where on-call is notified: of questions by `follow-up`, of what is broken by alarms. Alarms that can wait have
 * a topic of their own where the stage names mailboxes for them (`notify`).
 *
 * No topic is under a key of ours: nothing of what was reported is published here, and an alarm about a broken key
 * must not need that key. AWS's own key for SNS lets neither CloudWatch nor EventBridge publish (SNS Developer
 * Guide, "Enable compatibility between event sources from AWS services and encrypted topics").
 */
export class OnCallTopic extends Construct {
  readonly topic: sns.Topic;
  /** Of alarms that can wait; the same one where the stage has no `notify`. */
  readonly notify: sns.Topic;

  constructor(scope: Construct, id: string, { name, onCall, notify }: Pick<Stage, "name" | "onCall" | "notify">) {
    super(scope, id);
    this.topic = this.topicFor("Topic", `Takedown ${name}`, onCall);
    this.notify = notify ? this.topicFor("NotifyTopic", `Takedown ${name}: can wait`, notify) : this.topic;
  }

  private topicFor(id: string, displayName: string, mailboxes: readonly string[]): sns.Topic {
    const topic = new sns.Topic(this, id, { displayName, enforceSSL: true });
    letAlarmsPublish(topic);
    for (const mailbox of mailboxes) topic.addSubscription(new subscriptions.EmailSubscription(mailbox));
    return topic;
  }
}

/**
 * Lets the account's alarms publish on a topic of this app: with a policy of its own SNS's default
 * is gone. That of a topic that is imported stays as it is.
 */
export const letAlarmsPublish = (topic: sns.ITopic): void =>
  void topic.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal("cloudwatch.amazonaws.com")],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(topic).account } },
    }),
  );
