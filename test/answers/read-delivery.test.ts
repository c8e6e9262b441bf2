import { describe, expect, test } from "vitest";
import { eventsOf } from "../../functions/answers/delivery-fact.ts";
import { readDelivery } from "../../functions/answers/read-delivery.ts";

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
      {
        eventType: "Bounce",
        mail,
        bounce: { bounceType: "Permanent", bounceSubType: "OnAccountSuppressionList", timestamp: later },
      },
      {
        ...fact,
        at: later,
        outcome: {
          kind: "bounced",
          permanent: true,
          detail: "Permanent/OnAccountSuppressionList",
          suppressed: "by-account",
        },
      },
    ],
    [
      { eventType: "Bounce", mail, bounce: { bounceType: "Permanent", bounceSubType: "Suppressed", timestamp: later } },
      {
        ...fact,
        at: later,
        outcome: { kind: "bounced", permanent: true, detail: "Permanent/Suppressed", suppressed: "by-ses" },
      },
    ],
    [
      {
        notificationType: "Bounce",
        mail,
        bounce: { bounceType: "Transient", bounceSubType: "MailboxFull", timestamp: later },
      },
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
      {
        ...fact,
        at: mail.timestamp,
        outcome: { kind: "bounced", permanent: false, refusesUs: true, detail: "rejected by SES: Bad content" },
      },
    ],
  ])("is read: %j", (event, value) => {
    expect(read(event)).toEqual({ ok: true, value });
  });

  const bounced = (bounceType: string, bounceSubType: string, status?: string, diagnosticCode?: string) => {
    const told = read({
      eventType: "Bounce",
      mail,
      bounce: { bounceType, bounceSubType, bouncedRecipients: [{ status, diagnosticCode }] },
    });
    return told.ok && told.value.outcome.kind === "bounced"
      ? { permanent: told.value.outcome.permanent, refusesUs: told.value.outcome.refusesUs }
      : undefined;
  };
  const dead = { permanent: true };
  const turnedAway = { permanent: false, refusesUs: true };
  const late = { permanent: false };
  test.each([
    ["no such mailbox", ["Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown"], dead],
    [
      "no such mailbox, at a server that checks for spam",
      ["Permanent", "General", "5.1.1", "smtp; 550 5.1.1 unknown, see our policy on spam"],
      dead,
    ],
    ["no such domain", ["Permanent", "General", "5.1.2", "smtp; 550 host not found"], dead],
    ["a domain that takes no mail", ["Permanent", "General", "5.1.10", "smtp; 556 null MX"], dead],
    ["a disabled mailbox", ["Permanent", "General", "5.2.1", "smtp; 550 5.2.1 account disabled"], dead],
    [
      "a mailbox that gets too much at once",
      ["Permanent", "General", "5.2.1", "smtp; 450 receiving mail at a rate that prevents delivery"],
      late,
    ],
    ["SES's list of dead mailboxes", ["Permanent", "OnAccountSuppressionList", "5.7.1", ""], dead],
    ["no reason at all", ["Permanent", "General"], dead],
    ["policy", ["Permanent", "General", "5.7.1", "smtp; 550 5.7.1 message rejected"], turnedAway],
    ["failed authentication", ["Permanent", "General", "5.7.26", "smtp; 550 5.7.26 unauthenticated"], turnedAway],
    ["reverse DNS", ["Permanent", "General", "5.0.0", "smtp; 550 no PTR record for 192.0.2.7"], turnedAway],
    ["a block list", ["Permanent", "General", "5.0.0", "smtp; 554 192.0.2.7 is blocked using a DNSBL"], turnedAway],
    ["a reason in the server's words alone", ["Permanent", "General", "5.0.0", "smtp; 550 5.7.1 no"], turnedAway],
    ["our sender's address", ["Permanent", "General", "5.1.8", "smtp; 550 bad sender"], turnedAway],
    ["policy, for a while", ["Transient", "General", "4.7.1", "smtp; 451 4.7.1 try later"], turnedAway],
    ["content", ["Transient", "ContentRejected", undefined, ""], turnedAway],
    ["size", ["Transient", "MessageTooLarge", undefined, ""], turnedAway],
    ["a full mailbox", ["Transient", "MailboxFull", "5.2.2", ""], late],
    ["a server out of reach", ["Transient", "General", "4.4.1", "smtp; connection timed out"], late],
    ["nothing that SES understood", ["Undetermined", "Undetermined"], late],
  ] as const)("tells a dead mailbox from a refusal of ours: %s", (_, [type, subType, status, words], meaning) => {
    expect(bounced(type, subType, status, words)).toEqual(meaning);
  });

  test("is the same inside SNS and EventBridge", () => {
    const event = { eventType: "Send", mail };
    expect(read({ Type: "Notification", Message: JSON.stringify(event) })).toEqual(read(event));
    expect(read({ source: "aws.ses", "detail-type": "Email Sent", detail: event })).toEqual(read(event));
  });

  test("names its attempt by our header where there is no tag", () => {
    const { tags: _, ...untagged } = mail;
    expect(
      read({ eventType: "Send", mail: { ...untagged, headers: [{ name: "X-Case-Attempt", value: attemptId }] } }),
    ).toMatchObject({
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
    [
      "wrapped in itself",
      {
        source: "aws.ses",
        detail: { source: "aws.ses", detail: { source: "aws.ses", detail: { eventType: "Send", mail } } },
      },
    ],
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
