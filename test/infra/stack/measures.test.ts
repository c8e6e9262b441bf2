import { describe, expect, test } from "vitest";
import { ofType, type Resource, readable, synthesise, theOne } from "./synthesised.ts";

const { resources } = synthesise();

type Transformation = {
  readonly MetricName: string;
  readonly MetricNamespace: string;
  readonly MetricValue: string;
  readonly Dimensions?: readonly Dimension[];
};
type Dimension = { readonly Key: string; readonly Value: string };
const filters = ofType(resources, "AWS::Logs::MetricFilter").map(([, { Properties }]) => {
  const [transformation, ...more] = Properties.MetricTransformations as readonly Transformation[];
  if (!transformation || more.length > 0) throw new Error("A filter makes one metric.");
  const log = resources[readable(Properties.LogGroupName).slice(2, -1)]?.Properties.LogGroupName;
  return { log: String(log), pattern: String(Properties.FilterPattern), ...transformation };
});

describe("what is measured", () => {
  test("has all its alarms: none of ours rings by a metric that nobody makes, or by a dimension it has not", () => {
    const own = ofType(resources, "AWS::CloudWatch::Alarm")
      .flatMap(([, { Properties }]) => metricsIn(Properties))
      .filter(({ Namespace }) => String(Namespace).startsWith("Takedown/"));
    expect(own.length).toBeGreaterThan(10);
    for (const metric of own) expect(isMade(metric), String(metric.MetricName)).toBe(true);
  });
});

type Queries = readonly { readonly MetricStat?: { readonly Metric: Resource["Properties"] } }[];

/** What an alarm watches: its one metric, or those of its expression. */
const metricsIn = ({ Metrics, ...own }: Resource["Properties"]): readonly Resource["Properties"][] =>
  Metrics === undefined
    ? [own]
    : (Metrics as Queries).flatMap(({ MetricStat }) => (MetricStat === undefined ? [] : [MetricStat.Metric]));

const isMade = ({ Namespace, MetricName, Dimensions = [] }: Resource["Properties"]): boolean =>
  filters.some(
    (filter) =>
      filter.MetricNamespace === Namespace &&
      filter.MetricName === MetricName &&
      (filter.Dimensions ?? []).map(({ Key }) => Key).join() ===
        (Dimensions as readonly { readonly Name: string }[]).map(({ Name }) => Name).join(),
  );

type Metric = readonly unknown[];
type Widget = {
  readonly type: string;
  readonly y: number;
  readonly properties: {
    readonly title: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly Metric[];
  };
};

describe("the dashboard", () => {
  const [, { DashboardBody }] = theOne(resources, "AWS::CloudWatch::Dashboard");
  const { widgets } = JSON.parse(readable(DashboardBody)) as { readonly widgets: readonly Widget[] };
  const metricsOf = ({ properties: { metrics = [] } }: Widget) => metrics;

  test("answers first whether all is well: every alarm, then what waits, is unknown, and was given up", () => {
    const first = widgets.slice(0, 6);
    expect(first.map(({ type, properties }) => [type, properties.title])).toEqual([
      ["alarm", "Is all well?"],
      ["metric", "Oldest that waits on a queue (seconds)"],
      ["metric", "Sends nobody knows about"],
      ["metric", "Questions to a person"],
      ["metric", "Oldest question (seconds)"],
      ["metric", "Dead letters"],
    ]);
    expect(first[0]?.properties.alarms).toHaveLength(ofType(resources, "AWS::CloudWatch::Alarm").length);
    // One screen of a laptop: no scrolling for those ten seconds.
    expect(Math.max(...first.map(({ y }) => y))).toBeLessThan(9);
  });

  test("shows no metric of our own that nobody makes", () => {
    const own = widgets.flatMap(metricsOf).filter(([namespace]) => String(namespace).startsWith("Takedown/"));
    expect(own.length).toBeGreaterThan(15);
    for (const [Namespace, MetricName, key] of own)
      expect(
        isMade({ Namespace, MetricName, Dimensions: typeof key === "string" ? [{ Name: key }] : [] }),
        String(MetricName),
      ).toBe(true);
  });
});
