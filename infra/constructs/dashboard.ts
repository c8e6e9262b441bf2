import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { oldestDueLateSeconds } from "./alarms.ts";
import type { FlowFunction } from "./flow-function.ts";
import type { HintQueue } from "./hint-queue.ts";

export type DashboardProps = {
  readonly stage: string;
  readonly queues: readonly HintQueue[];
  readonly functions: readonly FlowFunction[];
  readonly alarms: readonly cloudwatch.Alarm[];
};

/** One page: is anything red, does anything wait, did anything fail, what does the world's mail think of us. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { stage, queues, functions, alarms }: DashboardProps) {
    super(scope, id);
    const period = Duration.minutes(5);
    const ses = (metricName: string) =>
      new cloudwatch.Metric({ namespace: "AWS/SES", metricName, period, statistic: metricName.startsWith("Reputation") ? "max" : "sum" });
    new cloudwatch.Dashboard(this, "Dashboard", {
      dashboardName: `takedown-${stage}`,
      defaultInterval: Duration.hours(12),
      widgets: [
        [new cloudwatch.AlarmStatusWidget({ title: "Is all well?", alarms: [...alarms], width: 24, height: 5 })],
        [
          new cloudwatch.GraphWidget({
            title: "Oldest message (seconds)",
            left: queues.map(({ name, queue }) => queue.metricApproximateAgeOfOldestMessage({ label: name, period, statistic: "max" })),
            width: 8,
          }),
          new cloudwatch.GraphWidget({
            title: "Oldest due case, late by (seconds)",
            left: [new cloudwatch.Metric({ namespace: `Takedown/${stage}`, metricName: oldestDueLateSeconds, period, statistic: "max" })],
            width: 8,
          }),
          new cloudwatch.GraphWidget({
            title: "Dead letters",
            left: queues.map(({ name, deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible({ label: name, period, statistic: "max" })),
            width: 8,
          }),
        ],
        [
          new cloudwatch.GraphWidget({
            title: "Errors",
            left: functions.map(({ name, lambda }) => lambda.metricErrors({ label: name, period, statistic: "sum" })),
            width: 12,
          }),
          new cloudwatch.GraphWidget({
            title: "Time taken, p99 (ms)",
            left: functions.map(({ name, lambda }) => lambda.metricDuration({ label: name, period, statistic: "p99" })),
            width: 12,
          }),
        ],
        [
          new cloudwatch.GraphWidget({ title: "Mails", left: ["Send", "Delivery", "Bounce", "Complaint", "Reject"].map(ses), width: 12 }),
          new cloudwatch.GraphWidget({ title: "Reputation", left: ["Reputation.BounceRate", "Reputation.ComplaintRate"].map(ses), width: 12 }),
        ],
      ],
    });
  }
}
