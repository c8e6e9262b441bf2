import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import type * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { lateAfterMinutes } from "../../../functions/follow-up/watchdog.ts";
import { type FunctionName, laneOfQueue, runbookNameOf, topology, waitsSeconds } from "../topology.ts";
import type { FlowFunction } from "./flow-function.ts";
import type { HintQueue } from "./hint-queue.ts";
import type { EventBringer } from "./mail.ts";
import { ownMetric } from "./measures.ts";
import { RunbookAlarm, type RunbookAlarmProps } from "./runbook-alarm.ts";

export type AlarmsProps = {
  readonly stage: string;
  readonly runbookUrl: string | undefined;
  readonly queues: readonly HintQueue[];
  readonly functions: readonly FlowFunction[];
  readonly bringers: readonly EventBringer[];
  readonly inboundMail: boolean;
  readonly tells: readonly sns.ITopic[];
};

const minutes = Duration.minutes;

/**
 * Every alarm of the stage. Each has a page in `infra/guides/runbook/` with its name, those of
 * reporters' own queues together; a test fails when one lacks the other.
 */
export class Alarms extends Construct {
  readonly all: readonly cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const rows = [
      ...props.queues.flatMap(queueAlarms),
      ...props.bringers.map(bringerAlarm),
      ...props.functions.flatMap(functionAlarms),
      ...props.functions.filter(({ name }) => isFedByQueues(name)).map(droppedAlarm),
      ...props.functions.flatMap((one) => ownAlarms(one, props.stage)),
      ...(props.inboundMail ? inboundAlarms(props.stage) : []),
      ...historyAlarms(props.functions),
      ...reputationAlarms,
    ];
    this.all = rows.map(
      (row) =>
        new RunbookAlarm(this, row.name, {
          ...row,
          stage: props.stage,
          runbookUrl: props.runbookUrl,
          tells: props.tells,
        }).alarm,
    );
  }
}

type AlarmRow = Omit<RunbookAlarmProps, "stage" | "runbookUrl" | "tells">;

const queueAlarms = ({ name, hurts, queue, deadLetters }: HintQueue): readonly AlarmRow[] => [
  {
    name: `${name}-waits`,
    page: `${runbookNameOf(name)}-waits`,
    hurts,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: minutes(1), statistic: "max" }),
    rings: "above",
    threshold: waitsSeconds[laneOfQueue(name)],
    periods: 3,
    silence: "good",
  },
  {
    name: `${name}-dead-letters`,
    page: `${runbookNameOf(name)}-dead-letters`,
    hurts,
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: minutes(1), statistic: "max" }),
    rings: "above",
    threshold: 0,
    periods: 1,
    silence: "good",
  },
];

/**
 * EventBridge says of an event that it could not bring in no log, only in this count; its dead
 * letters lie under the same key, and may fail as well. The two rules that run a function each minute
 * need none: `follow-up-stopped` and `follow-up-late` ring where nothing runs, whatever keeps it.
 */
const bringerAlarm = ({ queue: { name, hurts }, rule }: EventBringer): AlarmRow => ({
  name: `${name}-not-brought`,
  page: `${runbookNameOf(name)}-not-brought`,
  hurts,
  metric: new cloudwatch.Metric({
    namespace: "AWS/Events",
    metricName: "FailedInvocations",
    dimensionsMap: { RuleName: rule.ruleName },
    period: minutes(5),
    statistic: "sum",
  }),
  rings: "from",
  threshold: 1,
  periods: 1,
  silence: "good",
});

// Two alarms and no metric math: what to do about them differs, and the emulator of the rehearsal
// knows no metric math.
const functionAlarms = ({ name, hurts, lambda }: FlowFunction): readonly AlarmRow[] => [
  {
    name: `${name}-fails`,
    hurts,
    metric: lambda.metricErrors({ period: minutes(5), statistic: "sum" }),
    rings: "from",
    // One alone comes right by the next receive.
    threshold: 3,
    periods: 1,
    silence: "good",
  },
  {
    name: `${name}-throttled`,
    hurts,
    metric: lambda.metricThrottles({ period: minutes(5), statistic: "sum" }),
    rings: "from",
    // Throttled receives count as receives, and five of them make a dead letter.
    threshold: 3,
    periods: 1,
    silence: "good",
  },
];

/** Lambda looks for loops among what queues feed (Lambda Developer Guide, "Recursive loop detection"). */
export const isFedByQueues = (name: FunctionName): boolean =>
  typeof topology[name].fedBy !== "string" || topology[name].fedBy === "webhooks";

/**
 * Lambda ends a chain of messages after some sixteen rounds: the function never runs, so no log says
 * it. Nothing of ours goes in rounds (`decisions/no-rounds-on-queues.md`), so the first is a fault.
 */
const droppedAlarm = ({ name, hurts, lambda }: FlowFunction): AlarmRow => ({
  name: `${name}-dropped`,
  hurts,
  metric: lambda.metric("RecursiveInvocationsDropped", { period: minutes(5), statistic: "sum" }),
  rings: "from",
  threshold: 1,
  periods: 1,
  silence: "good",
});

/**
 * What one function alone can tell. Whether the sweep lives shows by its schedule, whether it moves
 * what is due by the watchdog's word; neither stands for the other.
 */
const ownAlarms = (one: FlowFunction, stage: string): readonly AlarmRow[] => {
  switch (one.name) {
    case "follow-up":
      return [
        {
          name: "follow-up-stopped",
          hurts: one.hurts,
          metric: one.lambda.metricInvocations({ period: minutes(5), statistic: "sum" }),
          rings: "below",
          threshold: 1,
          periods: 1,
          // A function that is never asked reports nothing at all, which is what this alarm is for.
          silence: "bad",
        },
        {
          name: "keys-unusable",
          hurts:
            "Keys can't be used: nothing is sent, no report is taken in and no reply is read until a person has " +
            "mended their secret.",
          metric: ownMetric(stage, "KeysUnusable", { period: minutes(5), statistic: "sum" }),
          rings: "from",
          threshold: 1,
          periods: 1,
          silence: "good",
        },
      ];
    case "watchdog":
      return watchdogAlarms(stage);
    case "find-contact":
      return [
        {
          name: "contact-silent",
          hurts:
            "Cases whose registry does not answer wait without a contact; " +
            "their hosts hear late, or a person has to look them up.",
          metric: ownMetric(stage, "SilentLookUps", { period: minutes(30), statistic: "sum" }),
          rings: "from",
          // One case gives three at most in half an hour (`lookAgainAfterMinutes` in the policy);
          // this is a registry, or DNS.
          threshold: 10,
          periods: 1,
          silence: "good",
        },
      ];
    case "send-notice":
      return sendingAlarms(stage);
    case "tell-channel":
      return [
        {
          name: "channel-shut",
          hurts:
            "A provider's API is shut to us or fails; reports to it wait, or go by a person who fills in its form.",
          // Once for an outage, and not for each report of it.
          metric: ownMetric(stage, "ChannelsShut", { period: Duration.hours(1), statistic: "sum" }),
          rings: "from",
          threshold: 1,
          periods: 1,
          silence: "good",
        },
      ];
    default:
      return [];
  }
};

/** What the watchdog tells of each minute. */
const watchdogAlarms = (stage: string): readonly AlarmRow[] => [
  {
    name: "follow-up-late",
    hurts: topology["follow-up"].hurts,
    metric: ownMetric(stage, "OldestDueLateSeconds", { period: minutes(5), statistic: "max" }),
    rings: "above",
    threshold: lateAfterMinutes * 60,
    periods: 1,
    // A watchdog that says nothing may be dead, and nobody watches it but this alarm.
    silence: "bad",
  },
  {
    name: "unknown-sends",
    hurts:
      "A host may not have been told, and nobody knows; " +
      "nothing is sent again until a person says whether the notice went out.",
    metric: ownMetric(stage, "UnknownSends", { period: minutes(5), statistic: "max" }),
    rings: "from",
    // Each was a quarter of an hour without evidence before it is one (`unknownAfterMinutes` in the
    // policy).
    threshold: 1,
    periods: 1,
    silence: "good",
  },
  {
    name: "views-not-kept",
    hurts: "Somebody saw an urgent case, and the audit of who looked at it does not know.",
    metric: ownMetric(stage, "ViewsNotKept", { period: minutes(5), statistic: "sum" }),
    rings: "from",
    threshold: 1,
    periods: 1,
    silence: "good",
  },
  {
    name: "mails-unheard",
    hurts:
      "SES says nothing of mails that went out; bounces and complaints are not heard, and AWS may stop all our mail.",
    metric: ownMetric(stage, "MailsUnheard", { period: minutes(5), statistic: "min" }),
    rings: "from",
    threshold: 1,
    // An hour, in which not one look found that something had been heard.
    periods: 12,
    silence: "good",
  },
  {
    name: "on-call-unheard",
    hurts: "Nobody has confirmed that they are told as on-call: questions and alarms reach no person by mail.",
    metric: ownMetric(stage, "OnCallConfirmed", { period: minutes(5), statistic: "max" }),
    rings: "below",
    threshold: 1,
    periods: 3,
    silence: "good",
  },
  ...(["urgent", "standard"] as const).map((lane): AlarmRow => {
    const { hours, hurts } = reviewWaits[lane];
    return {
      name: `review-${lane}-waits`,
      hurts,
      metric: ownMetric(stage, "OldestReviewSeconds", { is: { lane }, period: minutes(5), statistic: "max" }),
      rings: "above",
      threshold: hours * 3600,
      periods: 1,
      silence: "good",
    };
  }),
];

const inboundAlarms = (stage: string): readonly AlarmRow[] => [
  {
    name: "wrong-rule-set",
    hurts: "SES does not receive by our rule: desks' replies bounce, and their desks get reminders and escalations.",
    metric: ownMetric(stage, "WrongRuleSet", { period: minutes(30), statistic: "min" }),
    rings: "from",
    threshold: 1,
    periods: 1,
    silence: "good",
  },
  {
    name: "no-replies",
    hurts: "No reply came in for a day though notices went out; desks that did reply get reminders and escalations.",
    metric: ownMetric(stage, "NoReplies", { period: Duration.hours(1), statistic: "max" }),
    rings: "from",
    threshold: 1,
    periods: 1,
    silence: "good",
  },
];

/**
 * On-call was told when the question was asked, or of what is gathered in a morning's list; an alarm is for
 * the question that nobody took up.
 */
const reviewWaits = {
  urgent: {
    hours: 1,
    hurts:
      "A report of child abuse, intimate imagery, terrorism or something live waits for a person, " +
      "and its host may not have been told.",
  },
  standard: {
    hours: 24,
    hurts: "Reports wait for a person; their hosts may not have been told, and their reporters hear nothing.",
  },
} as const;

const sendingAlarms = (stage: string): readonly AlarmRow[] => [
  {
    name: "urgent-notice-late",
    hurts:
      "A host heard late of child abuse, intimate imagery, terrorism or something live, which stayed up meanwhile.",
    metric: ownMetric(stage, "NoticeLatencySeconds", { is: { lane: "urgent" }, period: minutes(5), statistic: "max" }),
    rings: "above",
    threshold: 15 * 60,
    periods: 1,
    silence: "good",
  },
  {
    name: "day-quota-spent",
    hurts:
      "Notices wait for the day's quota of SES; standard ones first, and when all of it is spent urgent ones, too.",
    // A notice that waits for the day comes back within the hour; a shorter period would ring anew
    // each time.
    metric: ownMetric(stage, "NoticesWaitingForTheDay", { period: Duration.hours(1), statistic: "sum" }),
    rings: "from",
    threshold: 1,
    periods: 1,
    silence: "good",
  },
  {
    name: "ses-refuses",
    hurts: "SES refuses all our mail; no host hears of anything, child abuse included, until its cause is mended.",
    metric: ownMetric(stage, "NoticesRefused", { period: minutes(30), statistic: "sum" }),
    rings: "from",
    threshold: 1,
    periods: 1,
    silence: "good",
  },
  {
    name: "standard-lane-stopped",
    hurts:
      "No notice of a stopped lane goes out, mostly the standard one: phishing, malware and fraud stay up " +
      "until a person lets it run again; where the urgent lane is stopped too, so does child abuse.",
    // What waits comes back within twenty minutes; a shorter period would ring anew each time.
    metric: ownMetric(stage, "NoticesStopped", { period: minutes(30), statistic: "sum" }),
    rings: "from",
    threshold: 1,
    periods: 1,
    silence: "good",
  },
];

const historyAlarms = (functions: readonly FlowFunction[]): readonly AlarmRow[] =>
  functions
    .filter(({ name }) => topology[name].hearsHistory !== undefined)
    .map(({ name, hurts, lambda }) => ({
      name: `${name}-late`,
      hurts,
      metric: lambda.metric("IteratorAge", { period: minutes(1), statistic: "max" }),
      rings: "above",
      // Milliseconds. The stream forgets after a day, so a quarter of an hour leaves on-call time
      // to mend it.
      threshold: 15 * 60 * 1000,
      periods: 3,
      silence: "good",
    }));

const reputation = (metricName: string) =>
  new cloudwatch.Metric({ namespace: "AWS/SES", metricName, period: minutes(15), statistic: "max" });

/**
 * AWS reviews an account at 5 % bounces and 0.1 % complaints, and stops it at 10 % and 0.5 %; these
 * ring before the review.
 */
const reputationAlarms: readonly AlarmRow[] = [
  {
    name: "bounce-rate",
    hurts: "AWS may stop all our mail; then no host hears of anything, child abuse included.",
    metric: reputation("Reputation.BounceRate"),
    rings: "from",
    threshold: 0.04,
    periods: 1,
    silence: "good",
  },
  {
    name: "complaint-rate",
    hurts: "Desks mark our notices as junk, and AWS may stop all our mail.",
    metric: reputation("Reputation.ComplaintRate"),
    rings: "from",
    threshold: 0.0008,
    periods: 1,
    silence: "good",
  },
];
