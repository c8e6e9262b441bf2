import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { keepDeadLettersDays, keepMessagesDays, type StageQueueName } from "../topology.ts";

export type HintQueueProps = {
  readonly stage: string;
  readonly name: StageQueueName;
  readonly visibilitySeconds: number;
  readonly receivesAtMost: number;
  readonly key: kms.IKey;
};

/**
 * A queue with its dead letters. Standard, not FIFO: what must not happen twice is kept by the
 * case's version, which outlasts FIFO's five minutes. Fair by reporter, because MessageGroupId is
 * the reporter's id: producers set it on reports, and we on hints.
 */
export class HintQueue extends Construct {
  readonly name: StageQueueName;
  readonly queue: sqs.Queue;
  readonly deadLetters: sqs.Queue;

  constructor(scope: Construct, id: string, props: HintQueueProps) {
    super(scope, id);
    this.name = props.name;
    const queueName = `takedown-${props.stage}-${props.name}`;
    const alike = {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      // One question to KMS an hour for each producer and consumer instead of one every five
      // minutes.
      dataKeyReuse: Duration.hours(1),
      enforceSSL: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    };
    this.deadLetters = new sqs.Queue(this, "DeadLetters", {
      ...alike,
      queueName: `${queueName}-dead-letters`,
      retentionPeriod: Duration.days(keepDeadLettersDays),
      // Spelt out by name, since the queue and its dead letters cannot both refer to each other.
      redriveAllowPolicy: {
        redrivePermission: sqs.RedrivePermission.BY_QUEUE,
        sourceQueues: [
          sqs.Queue.fromQueueArn(this, "Source", Stack.of(this).formatArn({ service: "sqs", resource: queueName })),
        ],
      },
    });
    this.queue = new sqs.Queue(this, "Queue", {
      ...alike,
      queueName,
      retentionPeriod: Duration.days(keepMessagesDays),
      visibilityTimeout: Duration.seconds(props.visibilitySeconds),
      receiveMessageWaitTime: Duration.seconds(20),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.receivesAtMost },
    });
  }
}
