import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import type * as events from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import { lateAfterMinutes } from "../../../functions/follow-up/watchdog.ts";
import { carriesUrgent, checkQueue, type FunctionName, topology, waitsSeconds } from "../topology.ts";
import type { FlowFunction } from "./flow-function.ts";
import type { HintQueue } from "./hint-queue.ts";
import { ownMetric } from "./measures.ts";
import { combined } from "./metric-math.ts";
import { type AlarmEntry, type AlarmTargets, RunbookAlarm } from "./runbook-alarm.ts";

type Watched = {
  readonly stage: string;
  readonly queues: readonly HintQueue[];
  readonly functions: readonly FlowFunction[];
  /** Rules of EventBridge by what they bring. */
  readonly rules: readonly { readonly name: string; readonly rule: events.IRule }[];
  readonly inboundMail: boolean;
};
type AlarmsProps = Watched & { readonly runbookUrl: string | undefined; readonly targets: AlarmTargets };

const minutes = Duration.minutes;
const sum = { statistic: "sum" } as const;
const max = { statistic: "max" } as const;

/**
 * Every alarm of the stage: one for each symptom, however many queues or functions may have it. Each has a page in
 * `infra/guides/runbook/`; a test fails when one lacks the other, and `npm run test:long` when the sample stage
 * has more than 24.
 */
export class Alarms extends Construct {
  readonly all: readonly cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, { runbookUrl, targets, ...watched }: AlarmsProps) {
    super(scope, id);
    const { stage, functions, inboundMail } = watched;
    const entries = [
      ...queueAlarms(watched),
      ...functionAlarms(watched),
      ...droppedAlarms(watched),
      ...sweepAlarm(watched),
      ...watchdogAlarms(stage),
      ...sendingAlarms(stage),
      ...logAlarms(stage),
      ...(inboundMail ? inboundAlarms(stage) : []),
      ...historyAlarms(functions),
      ...(functions.some(({ name }) => name === "tell-channel") ? [channelAlarm(stage)] : []),
    ];
    this.all = entries.map(
      (entry) => new RunbookAlarm(this, entry.name, { ...entry, stage, runbookUrl, targets }).alarm,
    );
  }
}

/** CloudWatch User Guide, "Limits that apply to alarms based on metric math expressions". */
const metricsPerAlarm = 10;

/**
 * One symptom of many things, by the worst of them; of more than CloudWatch takes into one alarm the next are in
 * `<name>-2`, with the same page. Five minutes are long enough that data is there when the alarm looks: what is a
 * minute late would count as 0 (CloudWatch User Guide, "Using math expressions with CloudWatch metrics", FILL), and
 * the next look, a minute later, sees it.
 */
const worstOf = (
  watched: readonly { readonly name: string; readonly metric: cloudwatch.IMetric }[],
  entry: Omit<AlarmEntry, "metric" | "watches">,
): readonly AlarmEntry[] =>
  Array.from({ length: Math.ceil(watched.length / metricsPerAlarm) }, (_, at) => {
    const some = watched.slice(at * metricsPerAlarm, (at + 1) * metricsPerAlarm);
    return {
      page: entry.name,
      ...entry,
      name: at === 0 ? entry.name : `${entry.name}-${at + 1}`,
      watches: some.map(({ name }) => name),
      metric: combined(
        "MAX",
        some.map(({ metric }) => metric),
        { id: "m", label: "worst", period: minutes(5) },
      ),
    };
  });

const isHistory = ({ name }: HintQueue): boolean => name === "history-retry";

const queueAlarms = ({ queues }: Watched): readonly AlarmEntry[] => {
  const urgent = queues.filter(({ name }) => carriesUrgent(name));
  const others = queues.filter(({ name }) => !carriesUrgent(name));
  // What is to be looked at again lies there for six hours.
  const aged = others.filter(({ name }) => name !== checkQueue);
  const ages = (of: readonly HintQueue[]) =>
    of.map(({ name, queue }) => ({ name, metric: queue.metricApproximateAgeOfOldestMessage(max) }));
  const depths = (of: readonly HintQueue[]) =>
    of.map(({ name, deadLetters }) => ({ name, metric: deadLetters.metricApproximateNumberOfMessagesVisible(max) }));
  return [
    ...worstOf(ages(urgent), {
      name: "urgent-queue-stalled",
      page: "queue-stalled",
      severity: "page",
      impact:
        "Work on reports of child abuse, intimate imagery, terrorism or something live waits in a queue; their hosts " +
        "are notified late, or not at all.",
      rings: "above",
      threshold: waitsSeconds.urgent,
    }),
    ...worstOf(ages(aged), {
      name: "other-queue-stalled",
      page: "queue-stalled",
      severity: "notify",
      impact:
        "Reports of the standard lane, replies or news wait in a queue; hosts and reporters hear late, and desks get " +
        "reminders although they replied.",
      rings: "above",
      threshold: waitsSeconds.other,
    }),
    ...worstOf(depths(urgent), {
      name: "urgent-dead-letters",
      page: "dead-letters",
      severity: "page",
      impact:
        "A message of the urgent lane failed in every attempt, and nothing tries it again: the report, notice or " +
        "bounce in it waits for a person.",
      rings: "above",
      threshold: 0,
    }),
    ...worstOf(depths(others.filter((queue) => !isHistory(queue))), {
      name: "other-dead-letters",
      page: "dead-letters",
      severity: "notify",
      impact:
        "A message failed in every attempt, and nothing tries it again: the report, notice, reply or news in it " +
        "waits for a person.",
      rings: "above",
      threshold: 0,
    }),
    ...worstOf(depths(others.filter(isHistory)), {
      name: "history-dead-letters",
      severity: "notify",
      impact: "Reporters don't hear of a line of their case's history until a person sends it back.",
      rings: "above",
      threshold: 0,
    }),
  ];
};

/** What Lambda throttles shows as a stalled queue, a dead letter, a late sweep or late reporter events. */
const functionAlarms = ({ functions }: Watched): readonly AlarmEntry[] =>
  worstOf(
    functions.map(({ name, lambda }) => ({ name, metric: lambda.metricErrors(sum) })),
    {
      name: "function-errors",
      severity: "notify",
      impact: "A function fails again and again: its work comes late, and its messages end in the dead letters.",
      rings: "from",
      // One alone comes right by the next receive.
      threshold: 3,
    },
  );

/** Lambda looks for loops among what queues feed (Lambda Developer Guide, "Recursive loop detection"). */
export const isFedByQueues = (name: FunctionName): boolean =>
  typeof topology[name].fedBy !== "string" || topology[name].fedBy === "webhooks";

/**
 * What AWS drops and no log tells. EventBridge counts an event that it could not bring; its dead
 * letters may fail as well, by the same key. Lambda ends a chain of messages after some sixteen
 * rounds; nothing of ours goes in rounds (`decisions/no-rounds-on-queues.md`), so the first is a
 * fault. The two rules that run a function each minute need no alarm here: `sweep-late` rings where
 * nothing runs, whatever the cause.
 */
const droppedAlarms = ({ rules, functions }: Watched): readonly AlarmEntry[] =>
  worstOf(
    [
      ...rules.map(({ name, rule }) => ({
        name: `the rule for ${name}`,
        metric: new cloudwatch.Metric({
          namespace: "AWS/Events",
          metricName: "FailedInvocations",
          dimensionsMap: { RuleName: rule.ruleName },
          ...sum,
        }),
      })),
      ...functions
        .filter(({ name }) => isFedByQueues(name))
        .map(({ name, lambda }) => ({ name, metric: lambda.metric("RecursiveInvocationsDropped", sum) })),
    ],
    {
      name: "dropped-events",
      severity: "page",
      impact:
        "AWS dropped an event or a message, and no log says so: a bounce may be lost, and the next contact is not " +
        "notified, or work on a case waits.",
      rings: "from",
      threshold: 1,
    },
  );

/**
 * How late the sweep is by the watchdog's word, and nothing where it did not run at all; that and a
 * watchdog that says nothing are missing data, which rings.
 */
const sweepAlarm = ({ stage, functions }: Watched): readonly AlarmEntry[] =>
  functions
    .filter(({ name }) => name === "follow-up")
    .map(({ lambda }) => ({
      name: "sweep-late",
      severity: "page",
      impact: topology["follow-up"].hurts,
      metric: new cloudwatch.MathExpression({
        expression: "IF(runs >= 1, late)",
        usingMetrics: {
          runs: lambda.metricInvocations(sum),
          late: ownMetric(stage, "OldestDueLateSeconds", max),
        },
        label: "seconds late",
        period: minutes(5),
      }),
      rings: "above",
      threshold: lateAfterMinutes * 60,
      silence: "bad",
    }));

/** What else the watchdog measures each minute. */
const watchdogAlarms = (stage: string): readonly AlarmEntry[] => [
  {
    name: "unknown-sends",
    severity: "notify",
    impact:
      "A host may not have been notified, and nobody knows; " +
      "nothing is sent again until a person says whether the notice went out.",
    metric: ownMetric(stage, "UnknownSends", { period: minutes(5), statistic: "max" }),
    rings: "from",
    // Each was a quarter of an hour without evidence before it is one (`case/decide/settle.ts`).
    threshold: 1,
  },
  {
    name: "mails-unheard",
    severity: "notify",
    impact:
      "SES says nothing of mails that went out; bounces and complaints are not heard, and AWS may stop all our mail.",
    metric: ownMetric(stage, "MailsUnheard", { period: minutes(5), statistic: "min" }),
    rings: "from",
    threshold: 1,
    // An hour, in which not one look found that something had been heard.
    periods: 12,
  },
  {
    name: "on-call-unheard",
    severity: "page",
    impact: "Nobody has confirmed the subscription of on-call: questions and alarms reach no person by mail.",
    metric: ownMetric(stage, "OnCallConfirmed", { period: minutes(5), statistic: "max" }),
    rings: "below",
    threshold: 1,
    periods: 3,
  },
  // On-call was notified when the question was asked, or by a morning's list; an alarm is for the question that
  // nobody took up.
  {
    name: "review-urgent-waits",
    page: "review-waits",
    severity: "page",
    impact:
      "A report of child abuse, intimate imagery, terrorism or something live waits for a person, " +
      "and its host may not have been notified.",
    metric: oldestReview(stage, "urgent"),
    rings: "above",
    threshold: 3600,
  },
  {
    name: "review-standard-waits",
    page: "review-waits",
    severity: "notify",
    impact: "Reports wait for a person; their hosts may not have been notified, and their reporters hear nothing.",
    metric: oldestReview(stage, "standard"),
    rings: "above",
    threshold: 24 * 3600,
  },
];

const inboundAlarms = (stage: string): readonly AlarmEntry[] => [
  {
    name: "wrong-rule-set",
    severity: "page",
    impact: "SES does not receive by our rule: desks' replies bounce, and their desks get reminders and escalations.",
    metric: ownMetric(stage, "WrongRuleSet", { period: minutes(30), statistic: "min" }),
    rings: "from",
    threshold: 1,
  },
  {
    name: "no-replies",
    severity: "notify",
    impact: "No reply came in for a day though notices went out; desks that did reply get reminders and escalations.",
    metric: ownMetric(stage, "NoReplies", { period: Duration.hours(1), statistic: "max" }),
    rings: "from",
    threshold: 1,
  },
];

const oldestReview = (stage: string, lane: "urgent" | "standard"): cloudwatch.Metric =>
  ownMetric(stage, "OldestReviewSeconds", { is: { lane }, period: minutes(5), statistic: "max" });

const sendingAlarms = (stage: string): readonly AlarmEntry[] => [
  {
    name: "urgent-notice-late",
    severity: "page",
    impact:
      "A host was notified late of child abuse, intimate imagery, terrorism or something live, which stayed up " +
      "meanwhile.",
    metric: ownMetric(stage, "NoticeLatencySeconds", { is: { lane: "urgent" }, period: minutes(5), statistic: "max" }),
    rings: "above",
    threshold: 15 * 60,
  },
  {
    name: "ses-refuses",
    severity: "page",
    impact:
      "SES refuses the account's mail, or its daily quota is spent: notices wait, urgent ones included, and hosts " +
      "are not notified.",
    // What waits for the day comes back within the hour; a shorter period would ring anew each time.
    metric: combined(
      "SUM",
      [ownMetric(stage, "NoticesRefused", sum), ownMetric(stage, "NoticesWaitingForTheDay", sum)],
      { id: "m", label: "notices refused", period: Duration.hours(1) },
    ),
    rings: "from",
    threshold: 1,
  },
  {
    name: "sending-stopped",
    severity: "page",
    impact:
      "A person or the circuit breaker stopped sending, in one lane or in both: notices wait, and what was reported " +
      "stays up until a person resumes it.",
    // What waits comes back within twenty minutes; a shorter period would ring anew each time.
    metric: ownMetric(stage, "NoticesStopped", { period: minutes(30), ...sum }),
    rings: "from",
    threshold: 1,
  },
  {
    name: "sender-reputation",
    severity: "page",
    impact:
      "Too many of our mails bounce, or desks mark them as junk: AWS may stop all our mail; then no host is notified " +
      "of anything, child abuse included.",
    // AWS reviews an account at 5 % bounces and 0.1 % complaints, and stops it at 10 % and 0.5 % (SES Developer
    // Guide, "Sender review process"). It rings before the review: at 1, one of the two shares is used up.
    metric: new cloudwatch.MathExpression({
      expression: "MAX([FILL(bounces, 0) / 0.04, FILL(complaints, 0) / 0.0008])",
      usingMetrics: { bounces: reputation("BounceRate"), complaints: reputation("ComplaintRate") },
      label: "share of our limit",
      period: minutes(15),
    }),
    rings: "from",
    threshold: 1,
  },
];

const reputation = (rate: "BounceRate" | "ComplaintRate"): cloudwatch.Metric =>
  new cloudwatch.Metric({ namespace: "AWS/SES", metricName: `Reputation.${rate}`, statistic: "max" });

/** What a function's log says. */
const logAlarms = (stage: string): readonly AlarmEntry[] => [
  {
    name: "keys-unusable",
    severity: "page",
    impact:
      "Keys can't be used: nothing is sent, no report is taken in and no reply is read until a person has fixed " +
      "their secret.",
    metric: ownMetric(stage, "KeysUnusable", { period: minutes(5), ...sum }),
    rings: "from",
    threshold: 1,
  },
  {
    name: "contact-silent",
    severity: "notify",
    impact:
      "Cases whose registry does not answer wait without a contact; " +
      "their hosts are notified late, or a person has to look them up.",
    metric: ownMetric(stage, "SilentLookUps", { period: minutes(30), ...sum }),
    rings: "from",
    // One case gives three at most in half an hour (`lookAgainAfterMinutes` in the policy);
    // this is a registry, or DNS.
    threshold: 10,
  },
  {
    name: "views-not-kept",
    severity: "notify",
    impact: "Somebody saw an urgent case, and the audit of who looked at it does not know.",
    metric: ownMetric(stage, "ViewsNotKept", { period: minutes(5), ...sum }),
    rings: "from",
    threshold: 1,
  },
];

const channelAlarm = (stage: string): AlarmEntry => ({
  name: "channel-shut",
  severity: "notify",
  impact: "A provider's API is shut to us or fails; reports to it wait, or go by a person who fills in its form.",
  // Once for an outage, and not for each report of it.
  metric: ownMetric(stage, "ChannelsShut", { period: Duration.hours(1), ...sum }),
  rings: "from",
  threshold: 1,
});

const historyAlarms = (functions: readonly FlowFunction[]): readonly AlarmEntry[] =>
  functions
    .filter(({ name }) => topology[name].hearsHistory !== undefined)
    .map(({ name, lambda }) => ({
      name: "reporter-news-late",
      severity: "notify",
      impact: topology[name].hurts,
      metric: lambda.metric("IteratorAge", { period: minutes(1), statistic: "max" }),
      rings: "above",
      // Milliseconds. The stream forgets after a day, so a quarter of an hour leaves on-call time
      // to fix it.
      threshold: 15 * 60 * 1000,
      periods: 3,
    }));
