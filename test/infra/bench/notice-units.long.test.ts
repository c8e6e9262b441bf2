import { beforeAll, expect, test } from "vitest";
import { pattern } from "../../../functions/kernel/pattern.ts";
import { type Flow, playFlow } from "../../../infra/bench/cost/flow.ts";

/*
 * What a first notice takes of the table and of AWS's calls does not depend on the machine, so it does not grow unseen.
 * `npm run bench:cost -- --calls` says what each is for. Whoever makes it less writes the new number here. A desk gets
 * four mails an hour one by one: the dozen takes three hours, and each hour its host is looked up anew.
 */
const cases = 12;
let flow: Flow;
beforeAll(async () => {
  flow = await playFlow({ cases, repliesShare: 0, together: () => 1, cameTogether: true, linesTogether: 100 });
}, 240_000);

const each = (times: number | undefined): number => (times ?? 0) / cases;

/** Once a minute, with a network's first case, for several at once, or as often as SES's rate wants it. */
const isNotEach = pattern(
  "",
  "^(?:",
  [
    "(?:Lambda|SecretsManager|EventBridge|SES GetSendQuota)",
    "DynamoDB (?:GetItem|BatchGetItem|Query|PutItem|UpdateItem)$",
    "DynamoDB item (?:KEY|TAKEN|KNOWN|PACE|SENDER|REACH)",
  ],
  ")",
);

test("a first notice makes each call so many times, from its report to its delivery", () => {
  const { calls } = flow.notice;
  const made = Object.entries(calls).filter(([call]) => !isNotEach.test(call));
  expect(Object.fromEntries(made.map(([call, times]) => [call, each(times)]))).toEqual({
    // Five are its own; what its lines count is added up with the others' of its hour.
    "DynamoDB TransactWriteItems": 5 + 4 / cases,
    "DynamoDB item CASE: 2 units": 7,
    "DynamoDB item HISTORY: 2 units": 5,
    "DynamoDB item COUNT: 2 units": 20 / cases,
    "DynamoDB item REPORT: 2 units": 1,
    "DynamoDB item TARGET: 2 units": 1,
    "DynamoDB item STATISTIC: 2 units": 1,
    "DynamoDB item STOPPED: 2 units": 1,
    "DynamoDB item DESK: 2 units": 1,
    "DynamoDB item DESK-MAILS: 1 units": 1,
    "DynamoDB item REPUTATION: 1 units": 1,
    "DynamoDB indexes: 7 units": 1,
    "DynamoDB indexes: 3 units": 1,
    "DynamoDB indexes: 1 units": 1,
    "SES SendRawEmail": 1,
    // The report, SES's word that it is sent and that it is delivered.
    "SQS SendMessage from outside": 3,
    "SQS SendMessage": 2,
    "SQS receive by Lambda": 5,
    "SQS delete by Lambda": 5,
  });
});

test("a first notice takes no more of the table than it did: units, and bytes that stay", () => {
  const { used } = flow.notice;
  expect(each(used["dynamoDb.writeUnits"])).toBeLessThanOrEqual(68);
  expect(each(used["dynamoDb.readUnits"])).toBeLessThanOrEqual(29.5);
  // 7,600 to 7,710: case numbers and ids are drawn anew, and what is packed of them differs.
  expect(each(used["dynamoDb.storedBytes"])).toBeLessThanOrEqual(7_800);
});

test("a minute in which nothing is due reads no more than it did, and writes nothing", () => {
  const { used } = flow.idleMinute;
  expect(used["dynamoDb.readUnits"]).toBeLessThanOrEqual(34);
  expect(used["dynamoDb.writeUnits"]).toBeUndefined();
});
