import { describe, expect, test } from "vitest";
import { fixedOf, rotationsOf } from "../../../infra/bench/cost/bill.ts";
import { monthOf, spreadOf } from "../../../infra/bench/cost/month.ts";
import { costCommand, costOptions } from "../../../infra/bench/cost/options.ts";
import { monthly } from "../../../infra/bench/cost/prices.ts";

const read = (...words: readonly string[]) => {
  let said = "";
  const command = costCommand()
    .exitOverride()
    .configureOutput({ writeErr: (text) => (said += text) });
  try {
    return costOptions(["node", "bench:cost", ...words], command);
  } catch {
    return said;
  }
};

test("bench:cost takes a team's own numbers, and its stage", () => {
  expect(read("--reports", "20000", "--share-urgent", "0.25", "--stage-file", "stages.yaml")).toEqual({
    cases: 48,
    calls: false,
    reports: 20_000,
    shareUrgent: 0.25,
    stageFile: "stages.yaml",
  });
  expect(read()).toEqual({ cases: 48, calls: false });
});

test.each([
  [["--reports", "many"], "--reports <number>", "a whole number from 1 to 100000000, like --reports 20000"],
  [["--reports", "0"], "--reports <number>", "a whole number from 1"],
  [["--reports", "1e9"], "--reports <number>", "a whole number from 1"],
  [["--reports", "5", "--share-urgent", "1.5"], "--share-urgent <share>", "a share from 0 to 1, like 0.1"],
  [["--reports", "5", "--share-urgent", "12 %"], "--share-urgent <share>", "12 % is 0.12."],
  [["--share-urgent", "0.1"], "--share-urgent", "Say how many reports it has: --reports 20000."],
  [["--stage", "prod"], "--stage", "Say how many reports it has"],
  [["--reports", "5", "--calls"], "--calls", "Leave out --reports, or --calls."],
  [["--cases", "-1"], "--cases <number>", "a whole number from 1 to 99999"],
  [["--report", "5"], "--report", "Did you mean --reports?"],
])("bench:cost says of %j which option it is and what it takes", (words, option, fix) => {
  const said = read(...words);
  expect(said).toContain(option);
  expect(said).toContain(fix);
});

describe("a month of one's own", () => {
  const reading = (used: Readonly<Record<string, number>>) => ({ used, calls: {} });
  const played = (writeUnits: number) => ({
    notice: reading({ "dynamoDb.writeUnits": writeUnits, "ses.mails": 2, "dynamoDb.storedBytes": 100 }),
    followUp: reading({ "dynamoDb.writeUnits": writeUnits, "dynamoDb.storedBytes": 20 }),
    replies: reading({ "s3.gets": 1 }),
    firstNotices: 2,
  });

  test("adds up its lanes, each by as many reports as it has", () => {
    const month = monthOf(
      { urgent: { reports: 1_000_000, played: played(40) }, standard: { reports: 3_000_000, played: played(20) } },
      { traces: false },
    );
    // 20 and 10 units a case, at 62.5 cents a million.
    expect(month.notice.platform).toBeCloseTo(20 * 0.625 + 3 * 10 * 0.625);
    expect(month.withFollowUp.lines[0]).toEqual(["DynamoDB", expect.closeTo(2 * (20 * 0.625 + 3 * 10 * 0.625))]);
    expect(month.notice.ses).toBeCloseTo(400);
    expect(month.storedBytes).toBe(60 * 4_000_000);
  });

  test("gathers what waits for company, and nothing urgent, and nothing where little comes", () => {
    const [few, many] = [spreadOf(1_000), spreadOf(10_000_000)];
    expect(few.together("find-contact", "contact-standard")).toBe(1);
    expect(many.together("find-contact", "contact-standard")).toBe(5);
    expect(many.together("find-contact", "contact-urgent")).toBe(1);
    expect([few.linesTogether, many.linesTogether > 1]).toEqual([1, true]);
  });

  test("counts the interfaces of an isolated stage, and no gateway endpoint", () => {
    const lines = fixedOf(
      [
        { Type: "AWS::EC2::VPCEndpoint", Properties: { SubnetIds: ["a", "b"] } },
        { Type: "AWS::EC2::VPCEndpoint", Properties: { RouteTableIds: ["a"] } },
      ],
      { queues: 0, idleMinute: { used: {} } },
    );
    expect(lines.at(-1)).toEqual(["2 interfaces to AWS services", 2 * monthly.endpoint]);
  });

  test("counts two rotations of each key apart, as they are paid from the third year on", () => {
    expect(rotationsOf([{ Type: "AWS::KMS::Key" }, { Type: "AWS::KMS::Key" }, { Type: "AWS::KMS::Alias" }])).toBe(4);
  });
});
