import { expect, test } from "vitest";
import { sizes } from "../../../infra/stack/sizes.ts";
import { concurrencyOf, functionNames, topology } from "../../../infra/stack/topology.ts";
import { aStage, aWholeStage } from "./a-stage.ts";
import { ofType, synthesise } from "./synthesised.ts";

const example = aStage();
const of = (size: "small" | "usual" | "large") => synthesise(aStage({ size })).resources;
const atATime = (resources: ReturnType<typeof of>) =>
  ofType(resources, "AWS::Lambda::EventSourceMapping").flatMap(([, { Properties }]) => {
    const { MaximumConcurrency } = (Properties.ScalingConfig ?? {}) as { readonly MaximumConcurrency?: number };
    return MaximumConcurrency === undefined ? [] : [MaximumConcurrency];
  });

test("a small stage runs two for each queue, whatever SES's rate is", () => {
  const small = synthesise({ ...aWholeStage(), size: "small", mailsPerSecond: 500 }).resources;
  expect([...new Set(atATime(small))]).toEqual([2]);
});

test("one lane of a small stage in a burst, with what runs each minute, fits ten at a time", () => {
  const lanes = concurrencyOf(example.settings as never, { size: "small", mailsPerSecond: 14 });
  // Both lanes share the queue of replies, and lines of history are tried again only where something failed.
  const oneLane = (lanes - 4) / 2;
  const eachMinute = functionNames.filter((name) => topology[name].fedBy === "every-minute").length;
  expect(oneLane + eachMinute).toBe(10);
});

test("in a small stage being turned away ends no message: it is received for an hour at least", () => {
  const queues = ofType(of("small"), "AWS::SQS::Queue").filter(([, { Properties }]) => Properties.RedrivePolicy);
  for (const [, { Properties }] of queues) {
    const { maxReceiveCount } = Properties.RedrivePolicy as { readonly maxReceiveCount: number };
    expect(maxReceiveCount * Number(Properties.VisibilityTimeout)).toBeGreaterThanOrEqual(3_600);
  }
});

test("a large stage runs what its size says, for functions that there are", () => {
  expect(Object.keys(sizes.large.atATime).filter((name) => !functionNames.some((one) => one === name))).toEqual([]);
  expect([...new Set(atATime(of("large")))].sort((a, b) => a - b)).toEqual([2, 5, 40, 150, 300]);
});

test("a large stage's table and indexes are warm from the first second", () => {
  const [[, table] = []] = ofType(of("large"), "AWS::DynamoDB::Table");
  expect(table?.Properties).toMatchObject({
    WarmThroughput: { ReadUnitsPerSecond: 24_000, WriteUnitsPerSecond: 40_000 },
  });
  const indexes = table?.Properties.GlobalSecondaryIndexes as { readonly WarmThroughput: object }[];
  expect(indexes.map(({ WarmThroughput }) => WarmThroughput)).toEqual(
    indexes.map(() => ({ ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 12_000 })),
  );
});

test("a stage that says no size is as before: no throughput is set, and five receives", () => {
  const [[, table] = []] = ofType(of("usual"), "AWS::DynamoDB::Table");
  expect(JSON.stringify(table)).not.toContain("WarmThroughput");
  expect(of("usual")).toEqual(synthesise(aStage()).resources);
});
