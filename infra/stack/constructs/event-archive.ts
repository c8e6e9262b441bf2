import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import type * as kms from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { Mail } from "./mail.ts";

export type EventArchiveProps = {
  readonly keepDays: number;
  readonly mail: Pick<Mail, "configurationSets" | "bringers">;
  /** Of queues: what lies here lies there, too. */
  readonly key: kms.IKey;
};

/**
 * What SES said of the stage's mails, kept so that it can be said again to a table that was
 * restored. EventBridge replays to the bus that it came by, and to the rules that are named alone:
 * other rules of the account for SES's events hear nothing twice (EventBridge API Reference,
 * ReplayDestination). What was replayed is not archived again.
 */
export class EventArchive extends Construct {
  constructor(scope: Construct, id: string, { keepDays, mail, key }: EventArchiveProps) {
    super(scope, id);
    const stack = Stack.of(this);
    const bus = events.EventBus.fromEventBusArn(
      this,
      "Bus",
      stack.formatArn({ service: "events", resource: "event-bus", resourceName: "default" }),
    );
    const { urgent, standard } = mail.configurationSets;
    const archive = new events.Archive(this, "Archive", {
      sourceEventBus: bus,
      description: "What SES said of the stage's mails, to be replayed after a restore",
      eventPattern: {
        source: ["aws.ses"],
        detail: {
          mail: { tags: { "ses:configuration-set": [urgent.configurationSetName, standard.configurationSetName] } },
        },
      },
      retention: Duration.days(keepDays),
      kmsKey: key,
    });
    // It is needed when all else has gone wrong, and empties itself. A first deployment that fails leaves none.
    archive.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    new CfnOutput(this, "SesEventsArchive", {
      description: "Where SES's events are kept, for aws events start-replay --event-source-arn",
      value: archive.archiveArn,
    });
    new CfnOutput(this, "SesEventsReplayTo", {
      description: "Whom they are replayed to, for aws events start-replay --destination",
      value: stack.toJsonString({
        Arn: bus.eventBusArn,
        FilterArns: mail.bringers.map(({ rule }) => rule.ruleArn),
      }),
    });
  }
}
