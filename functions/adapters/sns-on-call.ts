import { GetTopicAttributesCommand, PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { ExpiredEntry } from "../contact/tell-of-expired.ts";
import { sayExpired } from "../contact/tell-of-expired.ts";
import { type HolidaysEnd, sayHolidaysEnd } from "../escalation/holidays-end.ts";
import type { OnCallNews } from "../follow-up/sweep.ts";
import { runbookPage } from "../kernel/runbook.ts";
import type { Settings } from "../kernel/settings.ts";
import type { Burst } from "../report/burst.ts";
import { categoryWords } from "../report/category-words.ts";
import { questionTexts } from "../review/questions.ts";
import type { SenderState } from "../send/breaker-state.ts";
import type { DaySpent, SendQuota } from "../send/day-quota.ts";
import { type Stops, whatStandsStill, wordsOf } from "../send/pause.ts";
import { describeRefusals, howItTries, type Refusals } from "../send/refusal.ts";
import type { SettingsRow } from "../settings/row.ts";
import type { InhibitionRow } from "../settings/tell-of-inhibitions.ts";
import type { SmokeRun } from "../smoke/probe.ts";
import type { Due } from "../store/ports.ts";
import type { Severity } from "../webhooks/webhook.ts";

/** What is absent is named without a link. */
export type Places = { readonly consoleUrl?: string | undefined; readonly runbookUrl?: string | undefined };

const caseUrl = (consoleUrl: string, caseId: string): string => `${consoleUrl}/cases/${caseId}`;

const counted = (count: number, what: string, many = `${what}s`): string => `${count} ${count === 1 ? what : many}`;

/** `text` in lines. A chat may get it: no word that a person, a desk or a reporter wrote belongs in it. */
export type OnCallMessage = { readonly subject: string; readonly text: string; readonly severity: Severity };

const messageOf = (severity: Severity, subject: string, lines: readonly string[]): OnCallMessage => ({
  subject: `Takedown dispatcher: ${subject}`,
  text: lines.join("\n"),
  severity,
});

/** Network: one Publish. Throws what SNS throws: whoever tells tries again at its next run. */
export const snsTopic =
  (client: SNSClient, TopicArn: string) =>
  async ({ subject, text, severity }: OnCallMessage): Promise<void> => {
    const MessageAttributes = { severity: { DataType: "String", StringValue: severity } };
    const Subject = subject.slice(0, 100);
    await client.send(new PublishCommand({ TopicArn, Subject, Message: text, MessageAttributes }));
  };

/** A notification: how much waits, which cases first, where to decide. Nothing reported. */
export const onCallMessage = ({ urgent, standard, cases }: OnCallNews, { consoleUrl }: Places): OnCallMessage => {
  const waits = [
    ...(urgent > 0 ? [counted(urgent, "urgent case")] : []),
    ...(standard > 0 ? [counted(standard, "other case")] : []),
  ].join(" and ");
  const named = cases.map(({ caseId, lane, category, question }) =>
    [
      `${caseId}  `,
      lane === "urgent" ? "URGENT  " : "",
      category ? `${categoryWords[category]}: ` : "",
      questionTexts[question].asks,
      // A link for one touch on a phone.
      consoleUrl ? `\n    ${caseUrl(consoleUrl, caseId)}` : "",
    ].join(""),
  );
  const more = urgent + standard - cases.length;
  return messageOf(urgent > 0 ? "critical" : "warning", `${waits} before a person`, [
    "Questions to a person, new ones and those that still keep a case, worst first:",
    "",
    ...named,
    ...(more > 0 ? [`and ${more} more`] : []),
    "",
    `Decide in the console${consoleUrl ? `: ${consoleUrl}` : "."}`,
  ]);
};

export const smokeMessage = ({ id, at }: SmokeRun): OnCallMessage => {
  const text = [
    `Smoke test ${id}, begun at ${at}: this is how you are told. There is nothing to do.`,
    "It was asked for by takedown deployed --smoke, as after a deployment.",
  ];
  return messageOf("info", "a smoke test, nothing to do", text);
};

/** Without a subscription that a link scanner ended. Network: one question. Throws what SNS throws. */
export const snsConfirmed = (client: SNSClient, topicArn: string) => async (): Promise<number> => {
  const { Attributes } = await client.send(new GetTopicAttributesCommand({ TopicArn: topicArn }));
  return Number(Attributes?.SubscriptionsConfirmed ?? 0);
};

export const lateMessage = ({ caseId, dueAt }: Due, places: Places): OnCallMessage => {
  const text = [
    `The oldest case that is due, ${caseId}, should have been looked at by ${dueAt}.`,
    "The sweep looks each minute: it has stopped, or it can't read this case, or more is due than it gets done.",
    "While this lasts nothing unanswered is reminded or escalated, " +
      "and you are not told of new questions. Nothing is lost.",
    "",
    `What to do: ${runbookPage("sweep-late", places.runbookUrl)}`,
    "You are told again each hour until it is over.",
    ...(places.consoleUrl ? [`The case: ${caseUrl(places.consoleUrl, caseId)}`] : []),
  ];
  return messageOf("critical", "due cases are not looked at", text);
};

export const daySpentMessage = (
  spent: DaySpent,
  { perDay, sentInLastDay }: SendQuota,
  places: Places,
): OnCallMessage => {
  const text = [
    `SES took ${sentInLastDay} of ${counted(perDay, "mail")} that it allows in 24 hours.`,
    spent === "all"
      ? "No notice goes out any more, urgent ones neither. They wait and go out by themselves as the day " +
        "passes; nothing is lost. Where minutes count, call the host."
      : "What is left is kept for the urgent lane. Notices of the standard lane wait and go out by " +
        "themselves as the day passes; nothing is lost.",
    "",
    `What to do: ${runbookPage("ses-refuses", places.runbookUrl)}`,
    "You are told again after a day.",
  ];
  return spent === "all"
    ? messageOf("critical", "no mail goes out, the day's quota is spent", text)
    : messageOf("warning", "standard notices wait, the day's quota is spent", text);
};

export const expiredMessage = (expired: readonly ExpiredEntry[]): OnCallMessage => {
  const text = [
    `${counted(expired.length, "directory entry", "directory entries")} of those that say where ` +
      `providers take reports ${expired.length === 1 ? "has" : "have"} expired:`,
    "",
    ...sayExpired(expired),
    "",
    "Their mailboxes count now only where a registry names the same mail domain; " +
      "else the network below is told, or a person asked.",
    "What to do: `npx takedown check-platforms --stage NAME` lists them all. Look at a provider's " +
      "page, then put an entry of the same name",
    "with a later `expires` into `directory` in infra/stack/stages.ts, or take a newer version of the " +
      "list, and deploy. You are told again after a week.",
  ];
  return messageOf("warning", "directory entries have expired", text);
};

export const holidaysEndMessage = (ending: readonly HolidaysEnd[]): OnCallMessage => {
  const text = [
    "Public holidays of hosting countries are known up to the end of a year and no further:",
    "",
    ...sayHolidaysEnd(ending),
    "",
    "From then on the standard lane writes to desks there on their days off, too, and their clocks run.",
    "What to do: `npm run generate -- holidays` writes the next ten years of the countries that the list knows; of " +
      "a country that stands in the settings alone, add its days to `holidays` in its row of `countries`. Then deploy.",
    "You are told again after a week.",
  ];
  return messageOf("warning", "public holidays end within a year", text);
};

/** No mailbox and no host stands in it. */
export const inhibitionsMessage = (inhibitions: readonly InhibitionRow[], { consoleUrl }: Places): OnCallMessage => {
  const named = inhibitions.slice(0, settingsNamed).map(({ id, value, until }) => {
    const about = "category" in value ? `all of the category ${value.category}` : "a desk, or hosts at a place";
    return `${id}  ${about}, until ${until}`;
  });
  const more = inhibitions.length - named.length;
  const text = [
    "A person has nothing sent for a while:",
    "",
    ...named,
    ...(more > 0 ? [`and ${more} more`] : []),
    "",
    "Mails about it wait, urgent ones too, and go out by themselves when it is over. Reports are taken in as ever.",
    "What to do: read who said so and why. If it is not right, end it: that takes two persons.",
    `Where: ${consoleUrl ? `${consoleUrl}/settings` : "the console's page of settings, or `takedown settings list`"}`,
  ];
  return messageOf("warning", "a person has nothing sent for a while", text);
};

/** No mailbox stands in it. */
export const settingsEndMessage = (ending: readonly SettingsRow[], { consoleUrl }: Places): OnCallMessage => {
  const named = ending.slice(0, settingsNamed).map(({ id, until }) => `${id}  until ${until}`);
  const more = ending.length - named.length;
  const text = [
    `${counted(ending.length, "setting")} ${ending.length === 1 ? "ends" : "end"} within a day:`,
    "",
    ...named,
    ...(more > 0 ? [`and ${more} more`] : []),
    "",
    "Then what it kept back may be sent again, and what it named counts no more.",
    "What to do: look at each, and change it where it has to last longer; else do nothing. " +
      "You are told once of each.",
    `Where: ${consoleUrl ? `${consoleUrl}/settings` : "the console's page of settings, or `takedown settings list`"}`,
  ];
  return messageOf("warning", "settings end within a day", text);
};
const settingsNamed = 30;

export const burstMessage = (reporter: string, bursts: readonly Burst[], { reporters }: Settings): OnCallMessage => {
  const limit = reporters.find(({ id }) => id === reporter)?.reportsAMinute;
  const text = [
    `The reporter ${reporter} put more than ${limit === undefined ? "the allowed number of" : limit} ` +
      "reports within a minute on the queues:",
    ...bursts.map(({ lane, at }) => `${lane} lane, last at ${at.slice(0, 16)}Z`),
    "",
    "Reports of the standard lane that are over the limit wait and are taken in as minutes have room; " +
      "nothing is lost. Urgent ones are taken in at once.",
    "",
    "What to do: look in the console at what came in, and ask the reporter whether it is meant.",
    "If it is, and is to go faster: a higher `reportsAMinute` for this reporter in " +
      "infra/stack/stages.ts, and deploy.",
    "If it is not: have them stop, or take their role out of `producers` in infra/stack/stages.ts and " +
      "deploy; they withdraw what they did not mean. You are told again each hour while it goes on.",
  ];
  return messageOf("warning", "a reporter's burst of reports", text);
};

export const refusedMessage = (refusals: Refusals, places: Places): OnCallMessage => {
  const text = [
    ...describeRefusals(refusals).map((line) => `${line}.`),
    `It refuses the account and not single mails, so all notices wait and none is lost. ${howItTries}`,
    "Fixed? You need not wait: npx takedown sending --try",
    "Where minutes count, call the host.",
    "",
    `What to do: ${runbookPage("ses-refuses", places.runbookUrl)}`,
    "You are told again after twelve hours.",
  ];
  return messageOf("critical", "SES refuses our mail", text);
};

/** Not who paused and why: a person's free words may hold anything, and the console has them. */
export const pausedMessage = (stops: Stops, places: Places): OnCallMessage => {
  const still = whatStandsStill(stops) ?? "No sending";
  const text = [
    ...wordsOf(stops).map(({ at }) => `A person paused it at ${at}; the console's page Sending has who and why.`),
    "",
    `${still} stands still. Reports are taken in, hosts are looked up and replies are read; what is to ` +
      "be sent waits and nothing is lost.",
    "It goes on only when a person says so, on the console's first page or by:",
    'npx takedown sending --resume --why "what is right again"',
    ...(places.consoleUrl ? [`The console: ${places.consoleUrl}`] : []),
    "You are told again every six hours until then.",
  ];
  return messageOf(stops.urgent ? "critical" : "warning", `${still.toLowerCase()} is stopped by a person`, text);
};

export const stoppedMessage = ({ why, since, urgentToo }: Extract<SenderState, { kind: "stopped" }>): OnCallMessage => {
  const text = [
    urgentToo
      ? `No notices go out since ${since}, urgent ones neither: ${why}.`
      : `No notices of the standard lane go out since ${since}: ${why}.`,
    urgentToo
      ? "AWS would stop the whole account at a little more, and for days. Where minutes count, call the " +
        "host. Cases wait and nothing is lost."
      : "AWS would stop the whole account at a higher rate. The urgent lane goes on. Cases wait and nothing is lost.",
    "",
    "Find out which contacts bounce or complain, and correct them. Then let " +
      `${urgentToo ? "mail" : "the lane"} run again on the console's first page, or by:`,
    'npx takedown sending --resume --why "what was corrected"',
  ];
  return urgentToo
    ? messageOf("critical", "all sending has stopped, urgent notices too", text)
    : messageOf("warning", "the standard lane has stopped", text);
};
