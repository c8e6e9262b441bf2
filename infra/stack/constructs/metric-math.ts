import type { Duration } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";

/**
 * The highest, or the sum, of metrics that are shown or watched as one. SQS stops reporting a queue
 * that has been empty for a while, and Lambda counts only what happened: missing data counts as 0.
 */
export const combined = (
  how: "MAX" | "SUM",
  metrics: readonly cloudwatch.IMetric[],
  { id, label, period }: { readonly id: string; readonly label?: string; readonly period: Duration },
): cloudwatch.MathExpression =>
  new cloudwatch.MathExpression({
    expression: `${how}([${metrics.map((_, at) => `FILL(${id}${at}, 0)`).join(", ")}])`,
    usingMetrics: Object.fromEntries(metrics.map((metric, at) => [`${id}${at}`, metric])),
    period,
    ...(label !== undefined && { label }),
  });
