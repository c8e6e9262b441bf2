import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import * as logs from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import type { LogCode, LogFields } from "../../../functions/kernel/log.ts";
import type { FunctionName } from "../topology.ts";

/**
 * Fields of the log by which a metric is told apart, and CloudWatch's names for them. Their values
 * are few: each is a metric that is paid for.
 */
const dimensions = { lane: "Lane", registry: "Registry" } as const;
type Dimension = keyof typeof dimensions;

type Measure = {
  readonly metricName: string;
  /** What stands in the lines that count. */
  readonly lines: { readonly log: LogCode; readonly code?: string };
  readonly value: `$.${keyof LogFields}` | "1";
  readonly by?: Dimension;
};

/** Each minute's sweep asks for the master keys, and who sends, reads replies or opens cases for the others. */
const keysUnusable = { metricName: "KeysUnusable", lines: { log: "keys.unusable" }, value: "1" } as const;

/**
 * Every metric of our own, by the function whose log tells it; in the namespace `Takedown/<stage>`.
 */
const measures = {
  "send-notice": [
    // From a report's being taken in until SES took the first notice about it; not where a person
    // or a hold was waited for.
    { metricName: "NoticeLatencySeconds", lines: { log: "notice.sent" }, value: "$.latencySeconds", by: "lane" },
    { metricName: "NoticesWaitingForTheDay", lines: { log: "notice.paced", code: "day" }, value: "1" },
    { metricName: "NoticesRefused", lines: { log: "notice.paced", code: "refused" }, value: "1" },
    { metricName: "NoticesStopped", lines: { log: "notice.paced", code: "stopped" }, value: "1" },
    keysUnusable,
  ],
  "take-in-report": [keysUnusable],
  "take-in-reply": [keysUnusable],
  // Our account is not let in, or had too many mistakes: each report is left to a form, and a person.
  "tell-channel": [{ metricName: "ChannelsShut", lines: { log: "channel.shut" }, value: "1" }],
  "find-contact": [
    // A registry was asked and named none; one of the seven names of `contact/misses.ts`.
    { metricName: "ContactMisses", lines: { log: "contact.missed" }, value: "1", by: "registry" },
    // Look-ups that named nobody since a source was silent; they are repeated.
    { metricName: "SilentLookUps", lines: { log: "contact.silent" }, value: "1" },
  ],
  // After its due time, when the sweep looked at the oldest case.
  "follow-up": [
    { metricName: "DueLatenessSeconds", lines: { log: "follow-up.swept" }, value: "$.lateSeconds" },
    keysUnusable,
  ],
  // Each case that a person saw without the audit knowing.
  console: [{ metricName: "ViewsNotKept", lines: { log: "view.not-kept" }, value: "1" }],
  watchdog: [
    // By its word, and so also while no sweep looks.
    { metricName: "OldestDueLateSeconds", lines: { log: "watchdog.looked" }, value: "$.lateSeconds" },
    { metricName: "ReviewsWaiting", lines: { log: "watchdog.counted" }, value: "$.count", by: "lane" },
    { metricName: "OldestReviewSeconds", lines: { log: "watchdog.counted" }, value: "$.waitsSeconds", by: "lane" },
    // 1 while a mail went out after SES's last word, else 0.
    { metricName: "MailsUnheard", lines: { log: "watchdog.unheard" }, value: "$.count" },
    // 1 where SES does not receive by our rule, and where replies have stopped, else 0; where the stage receives mail.
    { metricName: "WrongRuleSet", lines: { log: "watchdog.rule-set" }, value: "$.count" },
    { metricName: "NoReplies", lines: { log: "watchdog.replies" }, value: "$.count" },
    { metricName: "OnCallConfirmed", lines: { log: "watchdog.on-call" }, value: "$.count" },
    { metricName: "UnknownSends", lines: { log: "watchdog.unknown" }, value: "$.count" },
  ],
} as const satisfies Partial<Record<FunctionName, readonly Measure[]>>;

type MetricName = (typeof measures)[keyof typeof measures][number]["metricName"];

const measuresOf = (name: FunctionName): readonly Measure[] =>
  (measures as Partial<Record<FunctionName, readonly Measure[]>>)[name] ?? [];
const namespaceOf = (stage: string): string => `Takedown/${stage}`;

/**
 * Has metrics made of what a function's log says. By filters on the log and not by the program, so
 * that a function needs neither a right nor a way to CloudWatch, and what is measured is what was
 * said.
 */
export const measure = (
  scope: Construct,
  of: { readonly stage: string; readonly name: FunctionName; readonly logGroup: logs.ILogGroup },
): void => {
  for (const { metricName, lines, value, by } of measuresOf(of.name)) {
    new logs.MetricFilter(scope, `Metric-${metricName}`, {
      logGroup: of.logGroup,
      filterPattern: logs.FilterPattern.all(
        ...Object.entries(lines).map(([field, is]) => logs.FilterPattern.stringValue(`$.${field}`, "=", is)),
        // Not all lines of a kind have the field: only the first notice of a case says how long it
        // took.
        ...(value === "1" ? [] : [logs.FilterPattern.numberValue(value, ">=", 0)]),
      ),
      metricNamespace: namespaceOf(of.stage),
      metricName,
      metricValue: value,
      ...(by !== undefined && { dimensions: { [dimensions[by]]: `$.${by}` } }),
    });
  }
};

type Shown = { readonly is?: { readonly [Name in Dimension]?: string } } & Pick<
  cloudwatch.MetricProps,
  "label" | "period" | "statistic"
>;

/** A metric of our own, to show or to ring by; `is` says which one, where it is told apart. */
export const ownMetric = (stage: string, metricName: MetricName, { is = {}, ...how }: Shown): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: namespaceOf(stage),
    metricName,
    dimensionsMap: {
      ...(is.lane !== undefined && { [dimensions.lane]: is.lane }),
      ...(is.registry !== undefined && { [dimensions.registry]: is.registry }),
    },
    ...how,
  });
