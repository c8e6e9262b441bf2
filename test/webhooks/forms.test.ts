import { describe, expect, test } from "vitest";
import { lateMessage, type OnCallMessage } from "../../functions/adapters/sns-on-call.ts";
import { requestOf } from "../../functions/webhooks/forms.ts";
import { readWebhookMessage } from "../../functions/webhooks/message.ts";
import { type TellWork, tellWebhook } from "../../functions/webhooks/tell-webhooks.ts";
import type { Answer, Webhook } from "../../functions/webhooks/webhook.ts";

type Form = NonNullable<Webhook["form"]>;
const routingKey = "R0123456789abcdefghijklmnopqrstu";
const secrets: Readonly<Record<Form, string>> = {
  slack: "https://hooks.slack.com/services/T0/B0/secret",
  teams: "https://default1.61.environment.api.powerplatform.com:443/powerautomate/invoke?sig=secret",
  pagerduty: routingKey,
  "pagerduty-eu": routingKey,
};
const forms = Object.keys(secrets) as Form[];

const noted = (subject: string | undefined, text: string, severity?: string) =>
  JSON.stringify({
    Type: "Notification",
    MessageId: "0b9f0e7e-0f2a-5e9f-8a2e-000000000000",
    ...(subject !== undefined && { Subject: subject }),
    Message: text,
    ...(severity && { MessageAttributes: { severity: { Type: "String", Value: severity } } }),
    Timestamp: "2026-11-24T11:20:00.000Z",
  });

const requested = (form: Form, message: string, secret = secrets[form]) => {
  const told = readWebhookMessage(message);
  if (!told.ok) throw new Error(told.error);
  return requestOf({ name: "a", form, hears: ["on-call"] }, secret, told.value, { stage: "prod", atSeconds: 1 });
};
const posted = (form: Form, message: string) => {
  const request = requested(form, message);
  if (!request.ok) throw new Error(request.error);
  return { ...request.value, json: JSON.parse(request.value.body) };
};

const subject = "Takedown dispatcher: 1 urgent case before a person";
const text = [
  "Questions to a person:",
  "TD-1  URGENT  phishing: Who & <what>?",
  "    https://console.example/cases/TD-1",
  "",
  "Decide in the console: https://console.example/run_book.md.",
].join("\n");

describe("a chat and a pager read what on-call does", () => {
  test("Slack: escaped text, nothing formatted and nothing fetched", () => {
    const { url, json } = posted("slack", noted(subject, text));
    expect(url).toBe(secrets.slack);
    expect(json).toEqual({
      text: `${subject}\n\n${text.replace("&", "&amp;").replace("<what>", "&lt;what&gt;")}`,
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  test("Teams: one card, with a button for each link", () => {
    const { json } = posted("teams", noted(subject, text));
    const [{ contentType, content }] = json.attachments;
    expect([json.type, contentType, content.type]).toEqual([
      "message",
      "application/vnd.microsoft.card.adaptive",
      "AdaptiveCard",
    ]);
    expect(content.body[0].text).toBe(subject);
    expect(content.actions.map(({ url }: { url: string }) => url)).toEqual([
      "https://console.example/cases/TD-1",
      "https://console.example/run_book.md",
    ]);
  });

  test.each([
    ["pagerduty", "https://events.pagerduty.com/v2/enqueue"],
    ["pagerduty-eu", "https://events.eu.pagerduty.com/v2/enqueue"],
  ] as const)("%s: an alert at its region, with the key in the body alone", (form, at) => {
    const { url, json } = posted(form, noted(subject, text));
    expect(url).toBe(at);
    expect(json).toMatchObject({
      routing_key: routingKey,
      event_action: "trigger",
      payload: { summary: subject, source: "takedown-prod", severity: "critical", custom_details: { text } },
      links: [{ href: "https://console.example/cases/TD-1" }, { href: "https://console.example/run_book.md" }],
    });
  });

  test("a reminder of the same cases updates one incident, and another case opens its own", () => {
    const keyOf = (title: string, body: string) => posted("pagerduty", noted(title, body)).json.dedup_key;
    expect(keyOf(subject, text.split("\n").reverse().join("\n"))).toBe(keyOf(subject, text));
    expect(keyOf(subject, text.replaceAll("TD-1", "TD-2"))).not.toBe(keyOf(subject, text));
    const keyOfMessage = (message: OnCallMessage) => keyOf(message.subject, message.text);
    const late = ["TD-1", "TD-2"].map((caseId) =>
      keyOfMessage(lateMessage({ caseId, dueAt: "2026-11-24T11:00:00.000Z" }, {})),
    );
    expect(late[0]).not.toBe(late[1]);
    const given = (id: string) => posted("pagerduty", noted("", `key ${id}`)).json.payload.custom_details.text;
    expect(["x123456789012y", "AKIAIOSFODNN7EXAMPLE"].map(given)).toEqual(["key x(not sent)y", "key (not sent)"]);
    // A rule's text has no subject, and its key is not sent: two keys are two incidents.
    const [one, two] = ["1", "2"].map((key) => keyOf("", `[page] DisableKey of arn:aws:kms:a:123456789012:key/${key}`));
    expect(one).not.toBe(two);
  });

  test.each([
    ["critical", "", "critical"],
    ["warning", "", "warning"],
    ["info", "", "info"],
    // An alarm's and a rule's, and what nobody knows: better a call too many.
    [undefined, "[page] DisableKey of a key", "critical"],
    [undefined, "[notify] Reports wait.", "warning"],
    [undefined, "anything new", "critical"],
    ["of another's", "", "critical"],
  ])("severity %s and the text %j is %s", (given, body, severity) => {
    expect(posted("pagerduty", noted("2 other cases", body, given)).json.payload.severity).toBe(severity);
  });

  test("no message is longer than its provider takes, and none ends within a character", () => {
    for (const letter of ["&", "_", "\u0001", "😀", "\\"]) {
      const long = noted(letter.repeat(5_000), `${letter.repeat(600_000)} https://x.example/${"y".repeat(5_000)}`);
      expect(posted("slack", long).json.text.length).toBeLessThan(40_000);
      expect(Buffer.byteLength(posted("teams", long).body)).toBeLessThan(28 * 1024);
      expect(posted("pagerduty", long).json.payload.summary).toHaveLength(letter === "😀" ? 1_023 : 1_024);
      for (const form of forms) expect(posted(form, long).body).not.toMatch(/\\ud[89a-f]/);
      expect(posted("slack", long).json.text).toMatch(/…$/);
    }
  });
});

describe("what lies in the secret", () => {
  test.each<[Form, string]>([
    ["slack", "https://hooks.slack.com.evil.example/services/T"],
    ["slack", "http://hooks.slack.com/services/T"],
    ["slack", "https://me@hooks.slack.com/services/T"],
    ["slack", "https://hooks.slack.com:8443/services/T"],
    ["slack", secrets.teams],
    ["teams", "https://logic.azure.com.evil.example/"],
    ["teams", "https://evillogic.azure.com/"],
    ["teams", "https://hotline.webhook.office.com/webhookb2/x"],
    ["pagerduty", "https://events.pagerduty.com/v2/enqueue"],
    // As the deployment makes it, before somebody puts the right one there.
    ...forms.map((form): [Form, string] => [form, "aB3".repeat(21)]),
  ])("of %s is not %s", (form, secret) => {
    expect(requested(form, noted(subject, text), secret)).toEqual({ ok: false, error: "bad-secret" });
  });

  test.each([
    ["slack", "https://hooks.slack-gov.com/services/T\n"],
    ["teams", "https://prod-05.westeurope.logic.azure.com:443/workflows/1?sig=a"],
  ] as const)("of %s may be %j", (form, secret) => {
    expect(requested(form, noted(subject, text), secret).ok).toBe(true);
  });
});

describe("an alarm", () => {
  const alarm = (NewStateValue: string, StateChangeTime = "2026-11-24T11:20:00.000+0000") =>
    noted(
      "ALARM",
      JSON.stringify({
        AlarmName: "takedown-prod-dead-letters",
        AlarmDescription: "[notify] Reports wait. Runbook: https://git.example/dead-letters.md",
        NewStateValue,
        StateChangeTime,
        AWSAccountId: "123456789012",
      }),
    );
  test("is read by its name and text", () => {
    expect(posted("slack", alarm("ALARM")).json.text).toBe(
      "ALARM: takedown-prod-dead-letters\n\n[notify] Reports wait. Runbook: https://git.example/dead-letters.md",
    );
    expect(posted("pagerduty", alarm("ALARM")).json.payload.severity).toBe("warning");
  });

  test("that rings again is an incident of its own, and one that is over closes none", async () => {
    const keyOf = (at: string) => posted("pagerduty", alarm("ALARM", at)).json.dedup_key;
    expect(keyOf("1")).not.toBe(keyOf("2"));
    expect(await told("pagerduty", { status: 202 }, alarm("OK"))).toEqual(["done", []]);
    expect(await told("slack", { status: 200, text: "ok" }, alarm("OK"))).toEqual(["done", ["told"]]);
  });
});

const told = async (form: Form, answer: Answer, message = noted(subject, text)) => {
  const said: string[] = [];
  const work: TellWork = {
    stage: "prod",
    secretOf: async () => secrets[form],
    post: async () => answer,
    nowMs: () => 0,
    log: { told: () => said.push("told"), notTold: (_, why) => said.push(why) },
  };
  return [await tellWebhook(work, { name: "a", form, hears: ["on-call"] }, message), said];
};

test.each<[Form, Answer, string]>([
  ["slack", { status: 200, text: "ok" }, "told"],
  ["slack", { status: 200, text: "<html>" }, "200"],
  ["slack", { status: 200, text: "invalid_payload" }, "200"],
  ["slack", { status: 404 }, "404"],
  ["teams", { status: 202 }, "told"],
  ["teams", { status: 200, text: "Microsoft Teams endpoint returned HTTP error 429" }, "200"],
  ["pagerduty", { status: 202 }, "told"],
  ["pagerduty", { status: 200, text: "<html>" }, "200"],
  ["pagerduty", { status: 400 }, "400"],
  ["pagerduty", { status: 429 }, "429"],
  ["pagerduty", { silent: "too-late" }, "too-late"],
])("%s that answers %o: %s", async (form, answer, said) => {
  expect(await told(form, answer)).toEqual([said === "told" ? "done" : "later", [said]]);
});

test("no form takes what reporters hear", () => {
  const news = JSON.stringify({
    "detail-type": "Reporter news",
    detail: { id: "1", at: "2026-11-24T11:20:00.000Z", happened: "closed", reporter: "hotline", reportId: "a.example" },
  });
  for (const form of forms) expect(requested(form, news)).toEqual({ ok: false, error: "no-form" });
});
