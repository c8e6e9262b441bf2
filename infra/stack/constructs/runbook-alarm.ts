import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import * as actions from "aws-cdk-lib/aws-cloudwatch-actions";
import type * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { runbookPage } from "../../../functions/kernel/runbook.ts";
import type { Severity } from "../severity.ts";

/** The topics of each severity. */
export type AlarmTargets = Readonly<Record<Severity, readonly sns.ITopic[]>>;

/** One symptom. */
export type AlarmEntry = {
  readonly name: string;
  readonly severity: Severity;
  /** Heading and file name of its page in `infra/guides/runbook/`; absent: its name. */
  readonly page?: string;
  /** What it means for hosts, reporters or us: a sentence. */
  readonly impact: string;
  /** The queues, functions or rules that it watches, where there are several. */
  readonly watches?: readonly string[];
  readonly metric: cloudwatch.IMetric;
  readonly rings: "above" | "from" | "below";
  readonly threshold: number;
  /** Periods in a row; absent: one. */
  readonly periods?: number;
  /** That missing data is bad. SQS and Lambda report nothing where nothing happened, so it is good by default. */
  readonly silence?: "bad";
};

export type RunbookAlarmProps = AlarmEntry & {
  readonly stage: string;
  /**
   * Where the folder `infra/guides/runbook` can be read; absent, the alarm names the page by its
   * path.
   */
  readonly runbookUrl: string | undefined;
  readonly targets: AlarmTargets;
};

const comparison = {
  above: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  from: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  below: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
} as const;

/**
 * An alarm with a severity, whose text says what it means, what it watches and which page of the
 * runbook it has. The severity comes first, so that a pager or a ticket system can tell by the
 * text.
 */
export class RunbookAlarm extends Construct {
  readonly alarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id);
    const { stage, name, severity, impact, watches = [] } = props;
    if (!/^[A-Z].+\.$/s.test(impact))
      throw new Error(`The alarm ${name} needs a sentence that says its impact; "${impact}" is none.`);
    this.alarm = new cloudwatch.Alarm(this, "Alarm", {
      alarmName: `takedown-${stage}-${name}`,
      alarmDescription: [
        `[${severity}] ${impact}`,
        ...(watches.length > 0 ? [`Watches: ${watches.join(", ")}.`] : []),
        `Runbook: ${runbookPage(props.page ?? name, props.runbookUrl)}`,
      ].join(" "),
      metric: props.metric,
      comparisonOperator: comparison[props.rings],
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      treatMissingData:
        props.silence === "bad" ? cloudwatch.TreatMissingData.BREACHING : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const rings = props.targets[severity].map((topic) => new actions.SnsAction(topic));
    this.alarm.addAlarmAction(...rings);
    this.alarm.addOkAction(...rings);
  }
}
