import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import * as actions from "aws-cdk-lib/aws-cloudwatch-actions";
import type * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { runbookPage } from "../../../functions/kernel/runbook.ts";

export type RunbookAlarmProps = {
  readonly stage: string;
  /**
   * Where the folder `infra/guides/runbook` can be read; absent, the alarm names the page by its
   * path.
   */
  readonly runbookUrl: string | undefined;
  readonly name: string;
  /** Heading and file name of its page in `infra/guides/runbook/`; absent: its name. */
  readonly page?: string;
  /** Whom it hurts: a sentence. */
  readonly hurts: string;
  readonly metric: cloudwatch.IMetric;
  readonly rings: "above" | "from" | "below";
  readonly threshold: number;
  /** Periods in a row. */
  readonly periods: number;
  /**
   * What no data means. SQS stops reporting a queue that has been empty for a while, which is the
   * good case.
   */
  readonly silence: "good" | "bad";
  readonly tells: readonly sns.ITopic[];
};

const comparison = {
  above: cloudwatch.ComparisonOperator.GREATER_THAN_THRESHOLD,
  from: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  below: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
} as const;

/**
 * An alarm that says whom it hurts, rings on-call, and has a page in the runbook, under the very
 * same name or one that alarms of its kind share.
 */
export class RunbookAlarm extends Construct {
  readonly alarm: cloudwatch.Alarm;

  constructor(scope: Construct, id: string, props: RunbookAlarmProps) {
    super(scope, id);
    if (!/^[A-Z].+\.$/s.test(props.hurts))
      throw new Error(`The alarm ${props.name} needs a sentence that says whom it hurts; "${props.hurts}" is none.`);
    this.alarm = new cloudwatch.Alarm(this, "Alarm", {
      alarmName: `takedown-${props.stage}-${props.name}`,
      alarmDescription: `${props.hurts} Runbook: ${runbookPage(props.page ?? props.name, props.runbookUrl)}`,
      metric: props.metric,
      comparisonOperator: comparison[props.rings],
      threshold: props.threshold,
      evaluationPeriods: props.periods,
      treatMissingData:
        props.silence === "good" ? cloudwatch.TreatMissingData.NOT_BREACHING : cloudwatch.TreatMissingData.BREACHING,
    });
    const rings = props.tells.map((topic) => new actions.SnsAction(topic));
    this.alarm.addAlarmAction(...rings);
    this.alarm.addOkAction(...rings);
  }
}
