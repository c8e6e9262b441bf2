import { Duration } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as secretsmanager from "aws-cdk-lib/aws-secretsmanager";
import * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { Settings } from "../../../functions/kernel/settings.ts";
import type { HintQueue } from "./hint-queue.ts";
import type { EventBringer } from "./mail.ts";

export type WebhookProps = {
  readonly stage: string;
  readonly webhook: NonNullable<Settings["webhooks"]>[number];
  /** Its own, with its own dead letters. */
  readonly queue: HintQueue;
  /** Of records at rest. */
  readonly key: kms.IKey;
};

/** One system of the operator's, its secret, and what puts on its queue what it hears. */
export class Webhook extends Construct {
  readonly name: string;
  readonly queue: HintQueue;
  /**
   * What requests are signed by; the other side is given the same, with `whsec_` before it. Of a
   * `form`: a chat's address or a pager's routing key, which the operator puts there; until then
   * nothing is posted.
   */
  readonly secret: secretsmanager.ISecret;
  private readonly webhook: WebhookProps["webhook"];

  constructor(scope: Construct, id: string, { stage, webhook, queue, key }: WebhookProps) {
    super(scope, id);
    this.name = webhook.name;
    this.webhook = webhook;
    this.queue = queue;
    const holds = webhook.form ? "address or key of" : "what signs requests to";
    this.secret = new secretsmanager.Secret(this, "Secret", {
      secretName: `takedown-${stage}-webhook-${webhook.name}`,
      description: `Takedown dispatcher ${stage}: ${holds} the webhook ${webhook.name}`,
      encryptionKey: key,
      // Letters and digits are base64: 64 of them are 48 bytes.
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
  }

  /** Lays on its queue what it hears of these two, unless it is paused, and gives the rule that does. */
  hears({
    onCall,
    reporters,
  }: {
    readonly onCall: readonly sns.ITopic[];
    readonly reporters: events.IEventBus;
  }): readonly EventBringer[] {
    if (this.webhook.paused) return [];
    const { queue, deadLetters } = this.queue;
    if (this.webhook.hears.includes("on-call")) {
      queue.addToResourcePolicy(
        new iam.PolicyStatement({
          principals: [new iam.ServicePrincipal("sns.amazonaws.com")],
          actions: ["sqs:SendMessage"],
          resources: [queue.queueArn],
          conditions: { ArnEquals: { "aws:SourceArn": onCall.map(({ topicArn }) => topicArn) } },
        }),
      );
      onCall.forEach((topic, at) => {
        new sns.Subscription(this, at === 0 ? "OnCall" : "Notify", {
          topic,
          protocol: sns.SubscriptionProtocol.SQS,
          endpoint: queue.queueArn,
          deadLetterQueue: deadLetters,
        });
      });
    }
    if (!this.webhook.hears.includes("reporters")) return [];
    const rule = new events.Rule(this, "News", {
      description: `What reporters are told, for the webhook ${this.name}`,
      eventBus: reporters,
      eventPattern: {
        source: ["takedown-dispatcher"],
        ...(this.webhook.reporters && { detail: { reporter: [...this.webhook.reporters] } }),
      },
      targets: [
        new targets.SqsQueue(queue, {
          deadLetterQueue: deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
    return [{ queue: this.queue, rule }];
  }
}
