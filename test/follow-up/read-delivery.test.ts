import { describe, expect, test } from "vitest";
import { eventsOf } from "../../functions/follow-up/delivery-fact.ts";
import { readDelivery } from "../../functions/follow-up/read-delivery.ts";

const attemptId = "TD-7K3M-9QXZ-4B2N_0-first-1a2b3c4d5e_1";
const mail = { messageId: "0100-abc", timestamp: "2026-11-24T10:00:00.000Z", tags: { attempt: [attemptId] } };
const fact = { caseId: "TD-7K3M-9QXZ-4B2N", noticeId: "0-first-1a2b3c4d5e", attemptId, sesMessageId: "0100-abc" };
const read = (event: unknown) => readDelivery(JSON.stringify(event));
const later = "2026-11-24T10:05:00.000Z";

describe("an event of SES", () => {
  test.each<[unknown, unknown]>([
    [
      { eventType: "Send", mail, send: {} },
      { ...fact, at: mail.timestamp, outcome: { kind: "sent" } },
    ],
    [
      { eventType: "Delivery", mail, delivery: { timestamp: later } },
      { ...fact, at: later, outcome: { kind: "delivered" } },
    ],
    [
      {
        eventType: "Bounce",
        mail,
        bounce: {
          bounceType: "Permanent",
          bounceSubType: "General",
          timestamp: later,
          bouncedRecipients: [{ emailAddress: "abuse@host.example", status: "5.1.1" }],
        },
      },
      { ...fact, at: later, outcome: { kind: "bounced", permanent: true, detail: "Permanent/General 5.1.1" } },
    ],
    [
      { eventType: "Bounce", mail, bounce: { bounceType: "Permanent", bounceSubType: "OnAccountSuppressionList", timestamp: later } },
      { ...fact, at: later, outcome: { kind: "bounced", permanent: true, detail: "Permanent/OnAccountSuppressionList", suppressed: true } },
    ],
    [
      { notificationType: "Bounce", mail, bounce: { bounceType: "Transient", bounceSubType: "MailboxFull", timestamp: later } },
      { ...fact, at: later, outcome: { kind: "bounced", permanent: false, detail: "Transient/MailboxFull" } },
    ],
    [
      { eventType: "Complaint", mail, complaint: { timestamp: later } },
      { ...fact, at: later, outcome: { kind: "complained" } },
    ],
    [
      { eventType: "DeliveryDelay", mail, deliveryDelay: { delayType: "MailboxFull", timestamp: later } },
      { ...fact, at: later, outcome: { kind: "delayed", detail: "delayed: MailboxFull" } },
    ],
    [
      { eventType: "Reject", mail, reject: { reason: "Bad content" } },
      { ...fact, at: mail.timestamp, outcome: { kind: "bounced", permanent: true, detail: "rejected by SES: Bad content" } },
    ],
  ])("is read: %j", (event, value) => {
    expect(read(event)).toEqual({ ok: true, value });
  });

  test("is the same inside SNS and EventBridge", () => {
    const event = { eventType: "Send", mail };
    expect(read({ Type: "Notification", Message: JSON.stringify(event) })).toEqual(read(event));
    expect(read({ source: "aws.ses", "detail-type": "Email Sent", detail: event })).toEqual(read(event));
  });

  test("names its attempt by our header where there is no tag", () => {
    const { tags: _, ...untagged } = mail;
    expect(read({ eventType: "Send", mail: { ...untagged, headers: [{ name: "X-Case-Attempt", value: attemptId }] } })).toMatchObject({
      ok: true,
      value: fact,
    });
  });

  test.each<[string, unknown]>([
    ["of somebody else's mail", { eventType: "Delivery", mail: { ...mail, tags: { attempt: ["other"] } } }],
    ["without a tag", { eventType: "Delivery", mail: { messageId: "x", timestamp: later } }],
    ["about opening", { eventType: "Open", mail }],
    ["without a name", { mail }],
    ["named after a property of every object", { eventType: "constructor", mail }],
    ["that is none", { hello: "world" }],
    ["wrapped in itself", { source: "aws.ses", detail: { source: "aws.ses", detail: { source: "aws.ses", detail: { eventType: "Send", mail } } } }],
  ])("%s is foreign", (_, event) => {
    expect(read(event)).toMatchObject({ ok: false, error: { kind: "foreign" } });
  });

  test.each(["", "{", "null", "1e999", '"x"'])("is not %j", (body) => {
    expect(readDelivery(body)).toMatchObject({ ok: false });
  });

  test("proves acceptance, whatever came of it", () => {
    const bounced = read({ eventType: "Bounce", mail, bounce: { bounceType: "Permanent", timestamp: later } });
    expect(bounced.ok && eventsOf(bounced.value).map(({ type }) => type)).toEqual(["sent", "bounced"]);
  });
});
