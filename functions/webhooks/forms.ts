import { hash } from "node:crypto";
import { fail, ok, type Result } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import type { WebhookMessage } from "./message.ts";
import { signedHeaders } from "./signature.ts";
import type { Answer, Webhook } from "./webhook.ts";

/** What is posted, and where. `isTaken` reads the answer as its provider documents it. */
export type WebhookRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isTaken: (answer: Extract<Answer, { readonly status: number }>) => boolean;
};

type Sender = { readonly stage: string; readonly atSeconds: number };

/** Fails with a word for the log, and with nothing of the secret. Touches nothing. */
export const requestOf = (
  { form, url }: Webhook,
  secret: string,
  told: WebhookMessage,
  sender: Sender,
): Result<WebhookRequest, "bad-secret" | "no-form"> => {
  if (form === undefined) return signedRequest(url, secret, told, sender);
  if (told.heard !== "on-call") return fail("no-form");
  const note = noteOf(told.note);
  if (form === "pagerduty" || form === "pagerduty-eu") {
    const key = secret.trim();
    // "This is the 32 character Integration Key" (PagerDuty, "Send an Alert Event").
    if (!/^[A-Za-z0-9]{32}$/.test(key)) return fail("bad-secret");
    const host = form === "pagerduty" ? "events.pagerduty.com" : "events.eu.pagerduty.com";
    // Only 202 is "accepted by PagerDuty" (Events API v2 Overview, "Response Codes & Retry Logic").
    const event = pagerDutyEvent(note, key, sender.stage, told);
    return unsigned(`https://${host}/v2/enqueue`, event, ({ status }) => status === 202);
  }
  const address = addressIn(secret, hostsOf[form]);
  if (!address) return fail("bad-secret");
  // "HTTP 200 response with a plain text ok" (Slack, "Sending messages using incoming webhooks").
  if (form === "slack") return unsigned(address, slackMessage(note), (answer) => answer.text?.trim() === "ok");
  // A workflow answers 202 Accepted before it runs (Azure Logic Apps, "Request trigger").
  return unsigned(address, teamsMessage(note), ({ status }) => status === 202);
};

const unsigned = (url: string, message: object, isTaken: WebhookRequest["isTaken"]) =>
  ok({ url, headers: {}, body: JSON.stringify(message), isTaken });

const signedRequest = (
  url: string | undefined,
  secret: string,
  { id, body: told }: WebhookMessage,
  { atSeconds }: Sender,
): Result<WebhookRequest, "bad-secret" | "no-form"> => {
  if (url === undefined) return fail("no-form");
  const body = JSON.stringify(told);
  const headers = signedHeaders(secret, { id, body, atSeconds });
  if (!headers.ok) return fail("bad-secret");
  return ok({ url, headers: headers.value, body, isTaken: ({ status }) => status >= 200 && status <= 299 });
};

/**
 * Teams: a workflow's addresses, old and new (Power Automate, "Changes to HTTP or Teams Webhook
 * trigger flows"). Not webhook.office.com: the connectors there are retired, and answered 200 to
 * what they had refused.
 */
const hostsOf = {
  slack: /^hooks\.slack(-gov)?\.com$/,
  teams: /\.(logic\.azure\.com|environment\.api\.powerplatform\.com)$/,
} as const;

/** The whole address is the secret. A stranger's in its place would hear what on-call does. */
const addressIn = (secret: string, host: RegExp): string | undefined => {
  const address = URL.parse(secret.trim());
  const isGood =
    address?.protocol === "https:" &&
    host.test(address.hostname) &&
    [address.port, address.username, address.password, address.hash].every((part) => part === "");
  return isGood ? address.href : undefined;
};

type Note = NonNullable<WebhookMessage["note"]>;

/** What CloudWatch says of an alarm, in JSON (CloudWatch User Guide, "Notifying users on alarm changes"). */
const alarm = z.object({
  AlarmName: z.string(),
  AlarmDescription: z.nullish(z.string()),
  NewStateValue: z.string(),
  StateChangeTime: z.string(),
});
const alarmIn = ({ text }: Note) => {
  try {
    const read = alarm.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    // Most of what on-call is notified of is plain text.
    return undefined;
  }
};

/** Is over: a resolve that comes late, by a retry, could close what rang anew, so pagers get none. */
export const isAlarmOver = (note: Note | undefined): boolean =>
  note !== undefined && alarmIn(note)?.NewStateValue === "OK";

/** Who disabled which key, which backup failed: a mail to on-call says so, a company's chat need not. */
const withoutAccount = (text: string): string =>
  text.replace(/arn:aws[\w-]*:\S*[^\s.,]|(?<!\d)\d{12}(?!\d)|\b(AKIA|ASIA)[A-Z0-9]{16}\b/g, "(not sent)");

/** As a person reads it: an alarm's JSON as its name, state and description, which begins with its severity. */
const noteOf = (note: Note = { subject: "", text: "" }) => {
  const ringing = alarmIn(note);
  const subject = ringing ? `${ringing.NewStateValue}: ${ringing.AlarmName}` : note.subject;
  const text = withoutAccount(ringing ? (ringing.AlarmDescription ?? "") : note.text);
  return {
    subject: withoutAccount(subject),
    text,
    severity: note.severity ?? (text.startsWith("[notify]") ? "warning" : "critical"),
    // A reminder has the same lines. What says anything else is something new: better a call too many.
    same: ringing
      ? `${ringing.AlarmName} ${ringing.StateChangeTime}`
      : [note.subject, ...note.text.split("\n").sort()].join("\n"),
  };
};

/** By whole characters, with a mark. */
const cut = (text: string, atMost: number): string =>
  text.length <= atMost ? text : `${text.slice(0, atMost - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;

/** Escaped in full it is less than what Slack (40,000 characters) and Teams (28 KB) take. */
const charactersAtMost = 3_000;

const linksIn = (text: string): readonly { readonly href: string; readonly text: string }[] =>
  [...new Set(text.match(/(?<!\S)https:\/\/[^\s,;<>"]{1,300}(?<![.)])/g))]
    .slice(0, 6)
    .map((href) => ({ href, text: href.split("/").at(-1) || href }));

/** "Escaping text": these three characters alone. Unfurled, Slack would fetch what is linked (Slack, "Unfurling"). */
const slackMessage = ({ subject, text }: Note) => ({
  text: cut(`${subject}\n\n${text}`.trim(), charactersAtMost)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;"),
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
});

const block = (text: string, weight: "Bolder" | "Default") => ({
  type: "TextBlock",
  text: text.replace(/[\\`*_[\]]/g, (mark) => `\\${mark}`).replaceAll("\n", "\n\n"),
  weight,
  wrap: true,
});

/** Workflows take Adaptive Cards alone (Microsoft Teams, "Send adaptive cards using an incoming webhook"). */
const teamsMessage = ({ subject, text }: Note) => ({
  type: "message",
  attachments: [
    {
      contentType: "application/vnd.microsoft.card.adaptive",
      contentUrl: null,
      content: {
        $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
        type: "AdaptiveCard",
        version: "1.2",
        body: [block(cut(subject, 200), "Bolder"), block(cut(text, charactersAtMost), "Default")],
        actions: linksIn(text).map(({ href, text: title }) => ({ type: "Action.OpenUrl", title, url: href })),
      },
    },
  ],
});

/** PagerDuty, "Send an Alert Event": the fields, `dedup_key` of 255 and `summary` of 1,024 characters at most. */
const pagerDutyEvent = (note: ReturnType<typeof noteOf>, key: string, stage: string, { body }: WebhookMessage) => ({
  routing_key: key,
  event_action: "trigger",
  dedup_key: `takedown-${stage}-${hash("sha256", note.same).slice(0, 32)}`,
  payload: {
    summary: cut(note.subject || note.text, 1_024),
    source: `takedown-${stage}`,
    severity: note.severity,
    timestamp: body.timestamp,
    custom_details: { text: cut(note.text, charactersAtMost) },
  },
  links: linksIn(note.text),
});
