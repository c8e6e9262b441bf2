import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, expect, test } from "vitest";
import { breakerCounters } from "../../functions/adapters/breaker-counters.ts";
import { make } from "../../functions/handlers/follow-up.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { tableName } from "../../infra/local/stand.ts";
import { drain, feedsOf } from "../../infra/local/work-queues.ts";
import { aStand } from "../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
afterEach(() => house.close());

const table = () => DynamoDBDocumentClient.from(new DynamoDBClient({}));
const bodyOf = (text: string | undefined) => text?.split("\n").slice(0, 2);
const urgent = {
  category: "ncii",
  evidence: { explanation: "Seen and classified by an analyst.", classification: "baseline" },
};

test("with the quota spent but for the reserve, standard notices wait, urgent go, on-call is told once", async () => {
  house = await aStand({ perDay: 1 });
  await house.put("report-standard", house.report("r-1"));
  await house.run();
  await house.put("report-urgent", house.report("r-2", urgent));
  await house.run();
  expect([(await house.theCase("r-1")).notices[0]?.state, (await house.theCase("r-2")).notices[0]?.state]).toEqual([
    "queued",
    "sent",
  ]);
  await house.sweep();
  await house.sweep();
  expect(house.told.map(bodyOf)).toEqual([
    [
      "SES took 0 of 1 mail that it allows in 24 hours.",
      "What is left is kept for the urgent lane. Notices of the standard lane wait and go out by " +
        "themselves as the day passes; nothing is lost.",
    ],
  ]);
});

test("with all of it spent, urgent notices wait, too, on-call is told, and all go after that day", async () => {
  house = await aStand({ perDay: 1 });
  // Said minutes ahead, or a slow machine would have SES asked again, which knows nothing of this.
  const sesSays = (aheadMinutes: number, sentInLastDay: number) => {
    const word = { perSecond: 5_000, perDay: 1_000, sentInLastDay, askedAtMs: Date.now() + aheadMinutes * 60_000 };
    return table().send(new PutCommand({ TableName: tableName, Item: { pk: "SENDER", sk: "QUOTA", ...word } }));
  };
  await sesSays(5, 1_000);
  await house.put("report-urgent", house.report("r-1", urgent));
  await house.run();
  await house.sweep();
  expect(house.mails()).toEqual([]);
  expect(house.told.map(bodyOf)).toEqual([
    [
      "SES took 1000 of 1000 mails that it allows in 24 hours.",
      "No notice goes out any more, urgent ones neither. They wait and go out by themselves as the day " +
        "passes; nothing is lost. Where minutes count, call the host.",
    ],
  ]);
  await sesSays(10, 0);
  house.pass(61);
  await house.sweep();
  // Another instance: this one still believes SES's last word.
  await drain(house.stand, feedsOf(house.stand).feeds);
  expect((await house.theCase("r-1")).notices[0]?.state).toBe("sent");
});

test("cases are followed up though on-call can't be told that the standard lane has stopped", async () => {
  house = await aStand();
  await breakerCounters(tableOf(new DynamoDBClient({}), tableName), () => 0).stop(
    house.clock.now(),
    "5.0 % permanent bounces among the last 100 mails",
  );
  await house.batch("report-standard", [house.report("r-1")]);
  house.pass(6);
  const snsWas = process.env.AWS_ENDPOINT_URL_SNS;
  process.env.AWS_ENDPOINT_URL_SNS = "http://127.0.0.1:9";
  try {
    await expect(make(house.stand.variables, house.clock, house.stand.log)()).rejects.toThrow(
      "The sweep failed; the log line before this one says where.",
    );
  } finally {
    process.env.AWS_ENDPOINT_URL_SNS = snsWas;
  }
  expect(house.said.filter(({ code }) => code === "follow-up.swept").map(({ fields }) => fields.count)).toEqual([1]);
  expect(await house.stand.store.due(house.clock.now(), 10)).toEqual([]);
  // The next sweep that reaches on-call tells it.
  await house.sweep();
  expect(house.told.map((text) => text.split("\n")[0])).toEqual([
    "No notices of the standard lane go out since 2026-11-24T10:00:00.000Z: " +
      "5.0 % permanent bounces among the last 100 mails.",
  ]);
});

test("the sweep says how late the oldest case was when it was looked at", async () => {
  house = await aStand();
  await house.batch("report-standard", [house.report("r-1")]);
  await house.sweep();
  // Its hint was lost: it is due after five minutes, and the sweep stands still for three more.
  house.pass(8);
  await house.sweep();
  expect(house.said.filter(({ code }) => code === "follow-up.swept").map(({ fields }) => fields)).toEqual([
    { count: 0, lateSeconds: 0 },
    { count: 1, lateSeconds: 180 },
  ]);
});
