import { expect, test } from "vitest";
import * as messages from "../../functions/adapters/sns-on-call.ts";
import { requestOf } from "../../functions/webhooks/forms.ts";
import { readWebhookMessage } from "../../functions/webhooks/message.ts";
import type { Webhook } from "../../functions/webhooks/webhook.ts";
import { aSettings } from "../support/a-case.ts";

/* Law: whatever on-call is notified of may reach a company's chat, so it has nobody's free words, and nothing in it
 * calls a channel or becomes a link or a picture there. */

const live = "<!channel> <@U1> @here **bold** [a](https://evil.example/x) <at>all</at> <img src=x> & `x` _y_";
const secret = "https://reported.example/kit?victim=jane@bank.example";
const free = `${secret} ${live}`;
const at = "2026-11-24T11:20:00.000Z";
const places = { consoleUrl: "https://console.example", runbookUrl: "https://git.example/runbook" };
const common = { by: [free], why: free, since: at, until: at, version: 1 };
const word = { at, by: free, why: free };
const { reporters, ...others } = aSettings();

/** Every message, with a stranger's or a person's words wherever its input has room for them. */
const all: Readonly<Record<string, readonly messages.OnCallMessage[]>> = {
  onCallMessage: (["urgent", "standard"] as const).map((lane) =>
    messages.onCallMessage(
      {
        urgent: lane === "urgent" ? 1 : 0,
        standard: lane === "urgent" ? 0 : 1,
        cases: [{ caseId: "TD-1", lane, category: "phishing", question: "unanswered", reason: free, target: free }],
      } as never,
      places,
    ),
  ),
  smokeMessage: [messages.smokeMessage({ id: "1", at })],
  lateMessage: [messages.lateMessage({ caseId: "TD-1", dueAt: at }, places)],
  daySpentMessage: (["all", "standard"] as const).map((spent) =>
    messages.daySpentMessage(spent, { perDay: 1, sentInLastDay: 1, perSecond: 1, askedAtMs: 0 }, places),
  ),
  // Names of the operator's own settings: any letters, and nothing reported.
  expiredMessage: [messages.expiredMessage([{ name: live, expires: "2027-05-25" }])],
  holidaysEndMessage: [messages.holidaysEndMessage([])],
  inhibitionsMessage: [
    messages.inhibitionsMessage(
      [
        { kind: "inhibition", id: "inhibition-1", value: { category: "phishing" }, ...common },
        { kind: "inhibition", id: "inhibition-2", value: { desk: free }, ...common },
      ],
      places,
    ),
  ],
  settingsEndMessage: [
    messages.settingsEndMessage([{ kind: "inhibition", id: "inhibition-2", value: { desk: free }, ...common }], places),
  ],
  burstMessage: [
    messages.burstMessage("hotline", [{ reporter: "hotline", lane: "urgent", at }], { ...others, reporters }),
  ],
  refusedMessage: [
    messages.refusedMessage(
      { urgent: { since: at, code: "AccountSendingPaused", tries: 2, nextTryAt: at, by: free } },
      places,
    ),
  ],
  pausedMessage: [{ urgent: word }, { standard: word }, { urgent: word, standard: word }].map((stops) =>
    messages.pausedMessage(stops, places),
  ),
  stoppedMessage: [true as const, undefined].map((urgentToo) =>
    messages.stoppedMessage({
      kind: "stopped",
      since: at,
      why: "5.1 % permanent bounces among the last 100 mails",
      told: false,
      ...(urgentToo && { urgentToo }),
    }),
  ),
};

const key = "arn:aws:kms:eu-central-1:123456789012:key/0b9f0e7e";
/** What AWS itself puts on the topic: an alarm, a rule's text on a key or a backup. */
const byAws = [
  {
    subject: "ALARM",
    text: JSON.stringify({
      AlarmName: "takedown-prod-dead-letters",
      AlarmDescription: "[page] Reports wait.",
      AWSAccountId: "123456789012",
      AlarmArn: key,
      NewStateValue: "ALARM",
      NewStateReason: free,
      StateChangeTime: at,
      Trigger: { Dimensions: [{ value: free }] },
    }),
  },
  { subject: "", text: `[page] DisableKey of ${key}, a key of the stage prod, by ${key}/jane@bank.example. While …` },
  { subject: "", text: `A backup was not made: FAILED. AWS Backup says: no right on ${key} in 123456789012.` },
];

type Form = NonNullable<Webhook["form"]>;
const secrets: Readonly<Record<Form, string>> = {
  slack: "https://hooks.slack.com/services/T0/B0/x",
  teams: "https://prod-05.westeurope.logic.azure.com/workflows/1?sig=a",
  pagerduty: "R0123456789abcdefghijklmnopqrstu",
  "pagerduty-eu": "R0123456789abcdefghijklmnopqrstu",
};

const bodyOf = (form: Form, { subject, text, severity }: Partial<messages.OnCallMessage>) => {
  const told = readWebhookMessage(
    JSON.stringify({
      Type: "Notification",
      MessageId: "1",
      Timestamp: at,
      Subject: subject,
      Message: text,
      ...(severity && { MessageAttributes: { severity: { Type: "String", Value: severity } } }),
    }),
  );
  if (!told.ok) throw new Error(told.error);
  const given = { stage: "prod", atSeconds: 1 };
  const request = requestOf({ name: "a", form, hears: ["on-call"] }, secrets[form], told.value, given);
  if (!request.ok) throw new Error(request.error);
  return JSON.parse(request.value.body);
};
const said = [...Object.values(all).flat(), ...byAws];
const forms = Object.keys(secrets) as Form[];

test("is kept for every message that there is", () => {
  const built = Object.keys(messages).filter((name) => name.endsWith("Message"));
  expect(Object.keys(all).sort()).toEqual(built.sort());
});

test.each(forms)("%s: no reported address, no person's words, no account", (form) => {
  for (const message of said)
    expect(JSON.stringify(bodyOf(form, message))).not.toMatch(
      /reported\.example|jane|bank\.example|arn:aws|123456789012/,
    );
});

test("Slack: nothing calls a person, links or is formatted", () => {
  for (const message of said) {
    const { text, ...flags } = bodyOf("slack", message);
    // `<` begins each of its mentions and links (Slack, "Formatting text for app surfaces").
    expect(text).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
    expect(flags).toEqual({ mrkdwn: false, unfurl_links: false, unfurl_media: false });
  }
});

test("Teams: nothing is formatted, no mention has an entity, and links lead to our own pages alone", () => {
  const own = /^https:\/\/(console|git)\.example(\/|$)/;
  for (const message of said) {
    const { content } = bodyOf("teams", message).attachments[0];
    expect(content.msteams).toBeUndefined();
    for (const { text } of content.body) expect(text).not.toMatch(/(?<!\\)[`*_[\]]/);
    for (const { url } of content.actions) expect(url).toMatch(own);
  }
});

test("is critical for the urgent lane, and for what keeps it", () => {
  const of = Object.entries(all).map(([name, each]) => [name, each.map(({ severity }) => severity)]);
  expect(Object.fromEntries(of)).toEqual({
    onCallMessage: ["critical", "warning"],
    smokeMessage: ["info"],
    lateMessage: ["critical"],
    daySpentMessage: ["critical", "warning"],
    expiredMessage: ["warning"],
    holidaysEndMessage: ["warning"],
    inhibitionsMessage: ["warning"],
    settingsEndMessage: ["warning"],
    burstMessage: ["warning"],
    refusedMessage: ["critical"],
    pausedMessage: ["critical", "warning", "critical"],
    stoppedMessage: ["critical", "warning"],
  });
});
