import { type Instant, readInstant } from "../kernel/instant.ts";
import { readJson } from "../kernel/json.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import { type BounceMeaning, bounceMeaning, tellingStatus } from "./bounce-meaning.ts";
import { type DeliveryFact, type DeliveryOutcome, readAttemptId } from "./delivery-fact.ts";
import type { Foreign } from "./reply-reading.ts";

/**
 * SES's record (Developer Guide, "Contents of event data"), as far as it is believed. Events of a configuration set
 * have `eventType`, feedback notifications of an identity `notificationType`; the rest is the same.
 */
const sesEvent = z.object({
  eventType: z.optional(z.string()),
  notificationType: z.optional(z.string()),
  mail: z.object({
    messageId: z.string().check(z.regex(/^[A-Za-z0-9._-]{1,200}$/)),
    timestamp: z.string(),
    tags: z.optional(z.record(z.string(), z.array(z.string()))),
    headers: z.optional(z.array(z.object({ name: z.string(), value: z.string() }))),
  }),
  bounce: z.optional(
    z.object({
      bounceType: z.string(),
      bounceSubType: z.optional(z.string()),
      timestamp: z.optional(z.string()),
      bouncedRecipients: z.optional(
        z.array(z.object({ status: z.optional(z.string()), diagnosticCode: z.optional(z.string()) })),
      ),
    }),
  ),
  delivery: z.optional(z.object({ timestamp: z.optional(z.string()) })),
  complaint: z.optional(z.object({ timestamp: z.optional(z.string()), complaintSubType: z.nullish(z.string()) })),
  reject: z.optional(z.object({ reason: z.optional(z.string()) })),
  deliveryDelay: z.optional(z.object({ delayType: z.optional(z.string()), timestamp: z.optional(z.string()) })),
});
type SesEvent = z.infer<typeof sesEvent>;

const foreign = (why: string): Result<DeliveryFact, Foreign> => fail({ kind: "foreign", why });

// Made once: making a schema costs many times what reading with it does.
const envelopes = z.union([
  z.object({ Type: z.literal("Notification"), Message: z.string() }),
  z.object({ source: z.literal("aws.ses"), detail: z.unknown() }),
]);

/** The record inside SNS (`Message`) or EventBridge (`detail`), at most two layers deep. */
const unwrapped = (body: unknown, layers = 2): unknown => {
  // An event has neither, and a schema takes longer to refuse than to read.
  if (typeof body !== "object" || body === null || !("Message" in body || "detail" in body)) return body;
  const envelope = envelopes.safeParse(body);
  if (!envelope.success || layers === 0) return body;
  return unwrapped("Message" in envelope.data ? readJson(envelope.data.Message) : envelope.data.detail, layers - 1);
};

/**
 * What SES says became of an attempt, from a queue message with the event raw, inside SNS or inside EventBridge.
 * The attempt comes from our tag, else from the header in the mail that SES quotes; all else is foreign and changes
 * nothing. SES's word suffices: only SES can send to this queue (the stack's queue policy).
 */
export const readDelivery = (body: string): Result<DeliveryFact, Foreign> => {
  const read = sesEvent.safeParse(unwrapped(readJson(body)));
  if (!read.success) return foreign("not an SES event");
  const event = read.data;
  const attemptId =
    event.mail.tags?.attempt?.[0] ??
    event.mail.headers?.find(({ name }) => name.toLowerCase() === "x-case-attempt")?.value;
  const ids = attemptId === undefined ? undefined : readAttemptId(attemptId);
  if (attemptId === undefined || !ids) return foreign("no attempt of ours");
  const outcome = outcomeOf(event);
  if (!outcome)
    return foreign(
      "an event that says nothing about delivery: " +
        `${(event.eventType ?? event.notificationType ?? "unnamed").slice(0, 40)}`,
    );
  const at = momentOf(event);
  if (at === undefined) return foreign("no readable time");
  return ok({ ...ids, attemptId, sesMessageId: event.mail.messageId, at, outcome });
};

/** Suppressed: SES took the call and sent nothing (SES, "Contents of event data"). */
const onAccountsList = "OnAccountSuppressionList";
const suppressedBy = (subType: string | undefined) =>
  subType === onAccountsList ? "by-account" : subType === "Suppressed" ? "by-ses" : undefined;

const outcomeOf = (event: SesEvent): DeliveryOutcome | undefined => {
  switch (event.eventType ?? event.notificationType) {
    case "Send":
      return { kind: "sent" };
    case "Delivery":
      return { kind: "delivered" };
    case "DeliveryDelay":
      return { kind: "delayed", detail: `delayed: ${code(event.deliveryDelay?.delayType) || "no reason given"}` };
    case "Bounce":
      return event.bounce && bounceOutcome(event.bounce);
    case "Complaint":
      // Nobody complained now: an address on the account's list got no mail.
      if (event.complaint?.complaintSubType === onAccountsList)
        return { kind: "bounced", permanent: true, detail: `Complaint/${onAccountsList}`, suppressed: "by-account" };
      return { kind: "complained" };
    case "Reject":
      // SES took the call, then found the mail unfit (a virus): it went to nobody and never will.
      return {
        kind: "bounced",
        permanent: false,
        refusesUs: true,
        detail: `rejected by SES: ${code(event.reject?.reason) || "no reason given"}`,
      };
    default:
      return undefined;
  }
};

type Bounce = NonNullable<SesEvent["bounce"]>;

const bounceOutcome = (bounce: Bounce): DeliveryOutcome => {
  const means = meaningOf(bounce);
  const suppressed = suppressedBy(bounce.bounceSubType);
  return {
    kind: "bounced",
    permanent: means === "dead",
    ...(means === "turned-away" && { refusesUs: true }),
    ...(suppressed && { suppressed }),
    detail: bounceDetail(bounce),
  };
};

/** SES's subtypes (Developer Guide, "Contents of event data", bounce types), else the server's words. */
const meaningOf = ({ bounceType, bounceSubType, bouncedRecipients }: Bounce): BounceMeaning => {
  switch (bounceSubType) {
    case "NoEmail":
    case "Suppressed":
    case onAccountsList:
      return "dead";
    case "MailboxFull":
      return "late";
    case "ContentRejected":
    case "AttachmentRejected":
    case "MessageTooLarge":
      return "turned-away";
    default: {
      const { status, diagnosticCode = "" } = bouncedRecipients?.[0] ?? {};
      return bounceMeaning(tellingStatus(status, diagnosticCode), diagnosticCode, bounceType === "Permanent");
    }
  }
};

/** `Permanent/OnAccountSuppressionList 5.1.1`: never the server's text, which holds the address. */
const bounceDetail = (bounce: Bounce): string => {
  const { status: reported, diagnosticCode = "" } = bounce.bouncedRecipients?.[0] ?? {};
  const status = tellingStatus(reported, diagnosticCode);
  return [
    `${code(bounce.bounceType)}${bounce.bounceSubType ? `/${code(bounce.bounceSubType)}` : ""}`,
    ...(status && /^[245]\.\d{1,3}\.\d{1,3}$/.test(status) ? [status] : []),
  ].join(" ");
};

/** A word of SES's as a code: letters, digits, spaces, short. */
const code = (text: string | undefined): string => (text ?? "").replace(/[^A-Za-z0-9 _-]/g, "").slice(0, 60);

const momentOf = (event: SesEvent): Instant | undefined =>
  [
    event.bounce?.timestamp,
    event.complaint?.timestamp,
    event.deliveryDelay?.timestamp,
    event.delivery?.timestamp,
    event.mail.timestamp,
  ]
    .filter((text) => text !== undefined)
    .map(readInstant)
    .find((at) => at !== undefined);
