import { Duration, Stack } from "aws-cdk-lib";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as ses from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Lane } from "../../../functions/report/category.ts";
import { mailFromDomain, type Stage } from "../stages.ts";
import type { HintQueue } from "./hint-queue.ts";
import { identityOf } from "./identity.ts";

export type EventBringer = { readonly queue: HintQueue; readonly rule: events.Rule };

/**
 * The sender in SES: its identity with DKIM and MAIL FROM, a configuration set for each lane, and
 * the way its events come back.
 */
export class Mail extends Construct {
  readonly identity: ses.IEmailIdentity;
  /** The one mailbox of a dry run. */
  readonly dryRunIdentity?: ses.IEmailIdentity;
  /** Our own, where SES receives; a smoke test alone writes there. */
  readonly replyDomainArn?: string;
  readonly configurationSets: Readonly<Record<Lane, ses.ConfigurationSet>>;
  /** The rules that bring SES's events, each to its lane's queue. */
  readonly bringers: readonly EventBringer[];

  constructor(
    scope: Construct,
    id: string,
    { stage, deliveries }: { readonly stage: Stage; readonly deliveries: Readonly<Record<Lane, HintQueue>> },
  ) {
    super(scope, id);
    this.identity = identityOf(this, "Identity", stage, stage.senderDomain, {
      mailFromDomain: mailFromDomain(stage.senderDomain),
      // A mail whose SPF is not aligned ends in the desk's junk; better not sent, and the alarm
      // rings.
      mailFromBehaviorOnMxFailure: ses.MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
    });
    // SES asks the mailbox itself, by a link that is good for a day; until somebody follows it, an
    // account in the sandbox sends nothing there.
    const { dryRunMailbox } = stage.settings;
    if (dryRunMailbox !== undefined) this.dryRunIdentity = identityOf(this, "DryRunMailbox", stage, dryRunMailbox);
    if (stage.inboundMail)
      this.replyDomainArn = Stack.of(this).formatArn({
        service: "ses",
        resource: "identity",
        resourceName: stage.settings.replyDomain,
      });
    const names = stage.settings.configurationSets;
    this.configurationSets = {
      urgent: this.configurationSet("Urgent", names.urgent),
      standard: this.configurationSet("Standard", names.standard),
    };
    this.bringers = [
      this.bringEvents("UrgentEvents", names.urgent, deliveries.urgent),
      this.bringEvents("Events", names.standard, deliveries.standard),
    ];
  }

  /** A queue for each lane, so that an urgent bounce waits behind no standard delivery. */
  private bringEvents(id: string, configurationSet: string, queue: HintQueue): EventBringer {
    const rule = new events.Rule(this, id, {
      description: `What SES says about mails of ${configurationSet}, to their queue`,
      eventPattern: {
        source: ["aws.ses"],
        detail: { mail: { tags: { "ses:configuration-set": [configurationSet] } } },
      },
      targets: [
        new targets.SqsQueue(queue.queue, {
          // They have the same shape as those that the function gave up, and are redriven the same
          // way.
          deadLetterQueue: queue.deadLetters,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
    return { queue, rule };
  }

  private configurationSet(id: string, name: string): ses.ConfigurationSet {
    const set = new ses.ConfigurationSet(this, id, {
      configurationSetName: name,
      // What is reported must not cross the internet in the clear. A desk without TLS bounces, and
      // the next contact is told.
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      sendingEnabled: true,
      suppressionReasons: ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    set.addEventDestination("ToEventBridge", {
      destination: ses.EventDestination.eventBus(events.EventBus.fromEventBusName(this, `${id}Bus`, "default")),
      events: [
        ses.EmailSendingEvent.SEND,
        ses.EmailSendingEvent.REJECT,
        ses.EmailSendingEvent.BOUNCE,
        ses.EmailSendingEvent.COMPLAINT,
        ses.EmailSendingEvent.DELIVERY,
        ses.EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    return set;
  }
}
