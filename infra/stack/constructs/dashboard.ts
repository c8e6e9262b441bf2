import { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { missNames } from "../../../functions/contact/misses.ts";
import { lanes } from "../../../functions/report/category.ts";
import { laneOfQueue } from "../topology.ts";
import type { FlowFunction } from "./flow-function.ts";
import type { HintQueue } from "./hint-queue.ts";
import { ownMetric } from "./measures.ts";
import { combined } from "./metric-math.ts";

export type DashboardProps = {
  readonly stage: string;
  readonly queues: readonly HintQueue[];
  readonly functions: readonly FlowFunction[];
  readonly alarms: readonly cloudwatch.Alarm[];
};

const period = Duration.minutes(5);
const graph = (title: string, width: number, left: cloudwatch.IMetric[]) =>
  new cloudwatch.GraphWidget({ title, left, width });
const numbers = (title: string, width: number, metrics: cloudwatch.IMetric[]) =>
  new cloudwatch.SingleValueWidget({ title, metrics, width, height: 4, period, setPeriodToTimeRange: false });

/**
 * One page. Its first two rows say in ten seconds whether all is well: no alarm is red, and the
 * five numbers are what they always are. Below: how long things take, what waits, what fails, and
 * what the world's mail thinks of us.
 */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { stage, queues, functions, alarms }: DashboardProps) {
    super(scope, id);
    const byLane = (metricName: Parameters<typeof ownMetric>[1], statistic: string) =>
      lanes.map((lane) =>
        ownMetric(stage, metricName, {
          is: { lane },
          label: statistic === "max" ? lane : `${lane} ${statistic}`,
          period,
          statistic,
        }),
      );
    const ses = (metricName: string) =>
      new cloudwatch.Metric({
        namespace: "AWS/SES",
        metricName,
        period,
        statistic: metricName.startsWith("Reputation") ? "max" : "sum",
      });
    new cloudwatch.Dashboard(this, "Dashboard", {
      dashboardName: `takedown-${stage}`,
      defaultInterval: Duration.hours(12),
      widgets: [
        [new cloudwatch.AlarmStatusWidget({ title: "Is all well?", alarms: [...alarms], width: 24, height: 5 })],
        [
          numbers(
            "Oldest that waits on a queue (seconds)",
            5,
            lanes.map((lane) => oldestInLane(queues, lane)),
          ),
          numbers("Sends nobody knows about", 4, [
            ownMetric(stage, "UnknownSends", { label: "unknown", period, statistic: "max" }),
          ]),
          numbers("Questions to a person", 5, byLane("ReviewsWaiting", "max")),
          numbers("Oldest question (seconds)", 6, byLane("OldestReviewSeconds", "max")),
          numbers("Dead letters", 4, [allDeadLetters(queues)]),
        ],
        [
          graph("From report to first notice (seconds)", 12, [
            ...byLane("NoticeLatencySeconds", "p50"),
            ...byLane("NoticeLatencySeconds", "max"),
          ]),
          graph("After its due time (seconds)", 12, [
            ownMetric(stage, "DueLatenessSeconds", { label: "looked at by the sweep", period, statistic: "max" }),
            ownMetric(stage, "OldestDueLateSeconds", { label: "still due, by the watchdog", period, statistic: "max" }),
          ]),
        ],
        [
          graph("Mails", 8, ["Send", "Delivery", "Bounce", "Complaint", "Reject"].map(ses)),
          graph("Reputation", 8, ["Reputation.BounceRate", "Reputation.ComplaintRate"].map(ses)),
          graph(
            "Registries that named no contact",
            8,
            missNames.map((registry) =>
              ownMetric(stage, "ContactMisses", { is: { registry }, label: registry, period, statistic: "sum" }),
            ),
          ),
        ],
        [
          graph("Oldest message (seconds)", 12, queues.map(oldestMessage)),
          graph("Dead letters by queue", 12, queues.map(deadLettersOf)),
        ],
        [
          graph(
            "Errors",
            12,
            functions.map(({ name, lambda }) => lambda.metricErrors({ label: name, period, statistic: "sum" })),
          ),
          graph(
            "Time taken, p99 (ms)",
            12,
            functions.map(({ name, lambda }) => lambda.metricDuration({ label: name, period, statistic: "p99" })),
          ),
        ],
      ],
    });
  }
}

const oldestMessage = ({ name, queue }: HintQueue): cloudwatch.Metric =>
  queue.metricApproximateAgeOfOldestMessage({ label: name, period, statistic: "max" });
const deadLettersOf = ({ name, deadLetters }: HintQueue): cloudwatch.Metric =>
  deadLetters.metricApproximateNumberOfMessagesVisible({ label: name, period, statistic: "max" });

const oldestInLane = (queues: readonly HintQueue[], lane: "urgent" | "standard") =>
  combined("MAX", queues.filter(({ name }) => laneOfQueue(name) === lane).map(oldestMessage), {
    id: lane,
    label: lane,
    period,
  });
const allDeadLetters = (queues: readonly HintQueue[]) =>
  combined("SUM", queues.map(deadLettersOf), { id: "dead", label: "dead letters", period });
