import { expect, test } from "vitest";
import { billOf, fixedOf, plus } from "../../../infra/bench/cost/bill.ts";

test("a bill adds up each service's quantities, the dearest first, with SES apart", () => {
  const bill = billOf(
    {
      used: {
        "sqs.requests": 3,
        "dynamoDb.writeUnits": 10,
        "dynamoDb.readUnits": 2,
        "ses.mails": 1,
        "dynamoDb.storedBytes": 5_000,
      },
    },
    1_000_000,
  );
  expect(bill.lines.map(([service, dollars]) => [service, dollars.toFixed(2)])).toEqual([
    ["DynamoDB", "6.50"],
    ["SQS", "1.20"],
  ]);
  expect(bill.platform.toFixed(2)).toBe("7.70");
  expect(bill.ses.toFixed(2)).toBe("100.00");
});

test("a bill is refused for what has no price: nothing that is metered goes unpaid", () => {
  expect(() => billOf({ used: { "quantum.qubits": 1 } }, 1)).toThrow("There is no price for quantum.qubits.");
});

test("a bill is made of several readings as of one", () => {
  const one = { used: { "sqs.requests": 1 }, calls: { "SQS SendMessage": 1 } };
  expect(plus(one, { used: { "sqs.requests": 2, "s3.gets": 1 }, calls: {} })).toEqual({
    used: { "sqs.requests": 3, "s3.gets": 1 },
    calls: { "SQS SendMessage": 1 },
  });
});

test("an alarm over an expression is paid for each of its metrics", () => {
  const alarm = (Properties: Record<string, unknown>) => ({ Type: "AWS::CloudWatch::Alarm", Properties });
  const sum = fixedOf(
    [alarm({ MetricName: "x" }), alarm({ Metrics: [{ MetricStat: {} }, { MetricStat: {} }, { Expression: "a+b" }] })],
    {
      queues: 0,
      idleMinute: { used: {} },
    },
  );
  expect(sum[0]).toEqual(["2 alarms over 3 metrics", expect.closeTo(0.3)]);
});

test("a metric of ours costs while nothing happens where it has a value each minute, one for each lane", () => {
  const filter = (group: string, MetricName: string, by?: string) => ({
    Type: "AWS::Logs::MetricFilter",
    Properties: {
      LogGroupName: { Ref: `Flow${group}Log` },
      MetricTransformations: [{ MetricName, ...(by && { Dimensions: [{ Key: by, Value: `$.${by}` }] }) }],
    },
  });
  const resources = [
    filter("watchdog", "OldestReviewSeconds", "lane"),
    filter("watchdog", "UnknownSends"),
    filter("followup", "KeysUnusable"),
    filter("sendnotice", "NoticesRefused"),
  ];
  expect(fixedOf(resources, { queues: 0, idleMinute: { used: {} } })[1]).toEqual([
    "3 metrics of our own",
    expect.closeTo(0.9),
  ]);
});
