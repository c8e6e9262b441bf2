import { describe, expect, test } from "vitest";
import { eventsOf } from "../../functions/answers/delivery-fact.ts";
import { readDelivery } from "../../functions/answers/read-delivery.ts";

const attemptId = "TD-7K3M-9QXZ-4B2N_0-first-1a2b3c4d5e_1";
const mail = { messageId: "0100-abc", timestamp: "2026-11-24T10:00:00.000Z", tags: { attempt: [attemptId] } };
const fact = { caseId: "TD-7K3M-9QXZ-4B2N", noticeId: "0-first-1a2b3c4d5e", attemptId, sesMessageId: "0100-abc" };
const read = (event: unknown) => readDelivery(JSON.stringify(event));
const later = "2026-11-24T10:05:00.000Z";

describe("an event of SES", () => {
  const ses = (eventType: string, more: object = {}) => ({ eventType, mail, ...more });
  const bounce = (bounceType: string, bounceSubType: string, more: object = {}) =>
    ses("Bounce", { bounce: { bounceType, bounceSubType, timestamp: later, ...more } });
  const dead = (detail: string, more: object = {}) => ({ kind: "bounced", permanent: true, detail, ...more });
  test.each<[unknown, string, unknown]>([
    [ses("Send", { send: {} }), mail.timestamp, { kind: "sent" }],
    [ses("Delivery", { delivery: { timestamp: later } }), later, { kind: "delivered" }],
    [
      bounce("Permanent", "General", { bouncedRecipients: [{ emailAddress: "abuse@host.example", status: "5.1.1" }] }),
      later,
      dead("Permanent/General 5.1.1"),
    ],
    [
      bounce("Permanent", "OnAccountSuppressionList"),
      later,
      dead("Permanent/OnAccountSuppressionList", { suppressed: "by-account" }),
    ],
    [bounce("Permanent", "Suppressed"), later, dead("Permanent/Suppressed", { suppressed: "by-ses" })],
    [
      { ...bounce("Transient", "MailboxFull"), eventType: undefined, notificationType: "Bounce" },
      later,
      { kind: "bounced", permanent: false, detail: "Transient/MailboxFull" },
    ],
    [ses("Complaint", { complaint: { timestamp: later } }), later, { kind: "complained" }],
    [
      ses("DeliveryDelay", { deliveryDelay: { delayType: "MailboxFull", timestamp: later } }),
      later,
      { kind: "delayed", detail: "delayed: MailboxFull" },
    ],
    [
      ses("Reject", { reject: { reason: "Bad content" } }),
      mail.timestamp,
      { kind: "bounced", permanent: false, refusesUs: true, detail: "rejected by SES: Bad content" },
    ],
  ])("is read: %j", (event, at, outcome) => {
    expect(read(event)).toEqual({ ok: true, value: { ...fact, at, outcome } });
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
  const gone = { permanent: true };
  const turnedAway = { permanent: false, refusesUs: true };
  const late = { permanent: false };
  test.each([
    ["no such mailbox", ["Permanent", "General", "5.1.1", "smtp; 550 5.1.1 user unknown"], gone],
    [
      "no such mailbox, at a server that checks for spam",
      ["Permanent", "General", "5.1.1", "smtp; 550 5.1.1 unknown, see our policy on spam"],
      gone,
    ],
    ["no such domain", ["Permanent", "General", "5.1.2", "smtp; 550 host not found"], gone],
    ["a domain that takes no mail", ["Permanent", "General", "5.1.10", "smtp; 556 null MX"], gone],
    ["a disabled mailbox", ["Permanent", "General", "5.2.1", "smtp; 550 5.2.1 account disabled"], gone],
    [
      "a mailbox that gets too much at once",
      ["Permanent", "General", "5.2.1", "smtp; 450 receiving mail at a rate that prevents delivery"],
      late,
    ],
    ["SES's list of dead mailboxes", ["Permanent", "OnAccountSuppressionList", "5.7.1", ""], gone],
    ["no reason at all", ["Permanent", "General"], gone],
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
