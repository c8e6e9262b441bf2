import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import type * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { lateAfterMinutes } from "../../functions/escalation/watchdog.ts";
import { queues as queueRows, topology } from "../topology.ts";
import type { FlowFunction } from "./flow-function.ts";
import type { HintQueue } from "./hint-queue.ts";
import { RunbookAlarm, type RunbookAlarmProps } from "./runbook-alarm.ts";

export type AlarmsProps = {
  readonly stage: string;
  readonly queues: readonly HintQueue[];
  readonly functions: readonly FlowFunction[];
  readonly tells: readonly sns.ITopic[];
};

/** The watchdog's word, in the namespace `Takedown/<stage>`. */
export const oldestDueLateSeconds = "OldestDueLateSeconds";

const minutes = Duration.minutes;

/**
 * Longer than the longest visibility timeout (six minutes), or one receive that failed and will come right by the next
 * would ring. The oldest message counts while it is in flight, too.
 */
const waitsSeconds = { urgent: 10 * 60, standard: 30 * 60, both: 15 * 60 } as const;

/** Every alarm of the stage. Each has a page in `infra/runbook/` with its name; a test fails when one lacks the other. */
export class Alarms extends Construct {
  readonly all: readonly cloudwatch.Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const rows = [
      ...props.queues.flatMap(queueAlarms),
      ...props.functions.flatMap(functionAlarms),
      ...props.functions.flatMap(ownAlarms),
      ...historyAlarms(props.functions),
      ...reputationAlarms,
    ];
    this.all = rows.map((row) => new RunbookAlarm(this, row.name, { ...row, stage: props.stage, tells: props.tells }).alarm);
  }
}

type AlarmRow = Omit<RunbookAlarmProps, "stage" | "tells">;

const queueAlarms = ({ name, hurts, queue, deadLetters }: HintQueue): readonly AlarmRow[] => [
  {
    name: `${name}-waits`,
    hurts,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: minutes(1), statistic: "max" }),
    rings: "above",
    threshold: waitsSeconds[queueRows[name].lane],
    periods: 3,
    silence: "good",
  },
  {
    name: `${name}-dead-letters`,
    hurts,
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: minutes(1), statistic: "max" }),
    rings: "above",
    threshold: 0,
    periods: 1,
    silence: "good",
  },
];

// Two alarms and no metric math: what to do about them differs, and the emulator of the rehearsal knows no metric math.
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

/**
 * What one function alone can tell. Whether the sweep lives shows by its schedule, whether it moves what is due by the
 * watchdog's word; neither stands for the other.
 */
const ownAlarms = (one: FlowFunction): readonly AlarmRow[] => {
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
      ];
    case "watchdog":
      return [
        {
          name: "follow-up-late",
          hurts: topology["follow-up"].hurts,
          metric: one.metricOfLog({ metricName: oldestDueLateSeconds, lines: { log: "watchdog.looked" }, value: "$.lateSeconds" }).with({
            period: minutes(5),
            statistic: "max",
          }),
          rings: "above",
          threshold: lateAfterMinutes * 60,
          periods: 1,
          // A watchdog that says nothing may be dead, and nobody watches it but this alarm.
          silence: "bad",
        },
      ];
    case "send-notice":
      return [
        {
          name: "day-quota-spent",
          hurts: "Notices wait for the day's quota of SES; standard ones first, and when all of it is spent urgent ones, too.",
          metric: one.metricOfLog({ metricName: "NoticesWaitingForTheDay", lines: { log: "notice.paced", code: "day" }, value: "1" }).with({
            // A notice that waits for the day comes back within the hour; a shorter period would ring anew each time.
            period: Duration.hours(1),
            statistic: "sum",
          }),
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

const historyAlarms = (functions: readonly FlowFunction[]): readonly AlarmRow[] =>
  functions
    .filter(({ name }) => topology[name].fedBy === "history")
    .map(({ name, hurts, lambda }) => ({
      name: `${name}-late`,
      hurts,
      metric: lambda.metric("IteratorAge", { period: minutes(1), statistic: "max" }),
      rings: "above",
      // Milliseconds. The stream forgets after a day, so a quarter of an hour leaves on-call time to mend it.
      threshold: 15 * 60 * 1000,
      periods: 3,
      silence: "good",
    }));

const reputation = (metricName: string) => new cloudwatch.Metric({ namespace: "AWS/SES", metricName, period: minutes(15), statistic: "max" });

/** AWS reviews an account at 5 % bounces and 0.1 % complaints, and stops it at 10 % and 0.5 %; these ring before the review. */
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
