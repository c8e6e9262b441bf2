import { randomUUID } from "node:crypto";
import type { Instant } from "../../../functions/kernel/instant.ts";
import { mailDomainOf } from "../../../functions/kernel/mailbox.ts";
import { addressIn, type Header, headerOf } from "../mime-headers.ts";
import { accountId, region } from "./sqs.ts";

/**
 * A mail that SES took, as it lies in the folder beside its `.eml`. `destinations` are the
 * envelope's, not the header's.
 */
export type KeptMail = {
  readonly number: number;
  readonly messageId: string;
  readonly acceptedAt: Instant;
  readonly source: string;
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSetName?: string;
  readonly headers: readonly Header[];
};

export type SesOutcome =
  | { readonly kind: "Send" }
  | { readonly kind: "Delivery"; readonly smtpResponse?: string }
  | {
      readonly kind: "Bounce";
      readonly bounceType: "Permanent" | "Transient" | "Undetermined";
      readonly bounceSubType: string;
      readonly status: string;
      readonly diagnosticCode: string;
    }
  | { readonly kind: "Complaint"; readonly feedbackType: string }
  | { readonly kind: "DeliveryDelay"; readonly delayType: string }
  | { readonly kind: "Reject"; readonly reason: string };

/**
 * One event as a rule on the default bus hands it to a queue: EventBridge's envelope with SES's
 * record as `detail`.
 */
export type SesEvent = Readonly<Record<string, unknown>> & {
  readonly source: "aws.ses";
  readonly "detail-type": string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** EventBridge reference, "Amazon Simple Email Service events". */
const detailTypes: Record<SesOutcome["kind"], string> = {
  Send: "Email Sent",
  Delivery: "Email Delivered",
  Bounce: "Email Bounced",
  Complaint: "Email Complaint Received",
  DeliveryDelay: "Email Delivery Delayed",
  Reject: "Email Rejected",
};

/**
 * What SES publishes about a mail. `detail` is the record of SES Developer Guide, "Contents of
 * event data": `eventType`, `mail` with tags as lists, and one object named after the outcome.
 */
export const sesEvent = (mail: KeptMail, outcome: SesOutcome, at: Instant): SesEvent => ({
  version: "0",
  id: randomUUID(),
  "detail-type": detailTypes[outcome.kind],
  source: "aws.ses",
  account: accountId,
  time: `${at.slice(0, 19)}Z`,
  region,
  resources: [`arn:aws:ses:${region}:${accountId}:configuration-set/${mail.configurationSetName ?? ""}`],
  detail: { eventType: outcome.kind, mail: mailPart(mail), ...outcomePart(mail, outcome, at) },
});

const mailPart = (mail: KeptMail): Readonly<Record<string, unknown>> => ({
  timestamp: mail.acceptedAt,
  source: mail.source,
  sourceArn: `arn:aws:ses:${region}:${accountId}:identity/${mailDomainOf(addressIn(mail.source))}`,
  sendingAccountId: accountId,
  messageId: mail.messageId,
  destination: mail.destinations,
  headersTruncated: false,
  headers: mail.headers,
  commonHeaders: {
    from: [headerOf(mail.headers, "from") ?? mail.source],
    to: [headerOf(mail.headers, "to") ?? ""],
    messageId: mail.messageId,
    subject: headerOf(mail.headers, "subject") ?? "",
  },
  tags: {
    "ses:operation": ["SendRawEmail"],
    ...(mail.configurationSetName && { "ses:configuration-set": [mail.configurationSetName] }),
    "ses:source-ip": ["192.0.2.1"],
    "ses:from-domain": [mailDomainOf(addressIn(mail.source))],
    ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
  },
});

const outcomePart = (mail: KeptMail, outcome: SesOutcome, timestamp: Instant): Readonly<Record<string, unknown>> => {
  const recipients = mail.destinations;
  switch (outcome.kind) {
    case "Send":
      return { send: {} };
    case "Delivery":
      return {
        delivery: {
          timestamp,
          processingTimeMillis: 1200,
          recipients,
          smtpResponse: outcome.smtpResponse ?? "250 2.0.0 OK",
          remoteMtaIp: "198.51.100.25",
          reportingMTA: "a8-1.smtp-out.amazonses.com",
        },
      };
    case "Bounce":
      return {
        bounce: {
          feedbackId: `${mail.messageId}-bounce`,
          bounceType: outcome.bounceType,
          bounceSubType: outcome.bounceSubType,
          bouncedRecipients: recipients.map((emailAddress) => ({
            emailAddress,
            action: "failed",
            status: outcome.status,
            diagnosticCode: outcome.diagnosticCode,
          })),
          timestamp,
          reportingMTA: "dns; a8-1.smtp-out.amazonses.com",
        },
      };
    case "Complaint":
      return {
        complaint: {
          feedbackId: `${mail.messageId}-complaint`,
          complaintSubType: null,
          complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
          timestamp,
          userAgent: "ExampleFeedback/1.0",
          complaintFeedbackType: outcome.feedbackType,
          arrivalDate: mail.acceptedAt,
        },
      };
    case "DeliveryDelay":
      return {
        deliveryDelay: {
          timestamp,
          delayType: outcome.delayType,
          expirationTime: new Date(Date.parse(timestamp) + 14 * 60 * 60 * 1000).toISOString(),
          delayedRecipients: recipients.map((emailAddress) => ({
            emailAddress,
            status: "4.4.1",
            diagnosticCode: "smtp; 421 4.4.1 Unable to connect to remote host",
          })),
        },
      };
    case "Reject":
      return { reject: { reason: outcome.reason } };
    default:
      return outcome satisfies never;
  }
};
