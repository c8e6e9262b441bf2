import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { dynamoChannelCounts } from "../../../functions/store/table/channel-counts.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";

const newTable = aTableServer();
const someCounts = async () => {
  const { client, name } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  return { table, name, counts: dynamoChannelCounts(tableOf(client, name), () => Date.parse(morning)) };
};
const failed = { failures: 1, at: morning, why: "HTTP 500." };
const again = { ...failed, failures: 2, at: plusMinutes(morning, 1) };

test("counts addresses of a domain for each provider, and says of no domain which it is", async () => {
  const { table, name, counts } = await someCounts();
  expect(await counts.of("godaddy", "bad.example")).toBe(0);
  for (let times = 0; times < 2; times++) await counts.note("godaddy", "bad.example");
  expect([await counts.of("godaddy", "bad.example"), await counts.of("aws", "bad.example")]).toEqual([2, 0]);
  const { Items } = await table.send(new ScanCommand({ TableName: name }));
  expect(JSON.stringify(Items)).not.toContain("bad.example");
});

test("knows which notices about a page were put to a provider and when, and says of no page which it is", async () => {
  const { table, name, counts } = await someCounts();
  const page = "PHISHING https://bad.example/login";
  const [first, second] = [
    { notice: "TD-1_0-first", at: morning },
    { notice: "TD-2_0-first", at: plusMinutes(morning, 3) },
  ];
  expect(await counts.puts("godaddy", page)).toEqual([]);
  for (const put of [first, second, second]) await counts.notePut("godaddy", page, put);
  expect(new Set(await counts.puts("godaddy", page))).toEqual(new Set([first, second]));
  expect(await counts.puts("cloudflare", page)).toEqual([]);
  const { Items } = await table.send(new ScanCommand({ TableName: name }));
  expect(JSON.stringify(Items)).not.toContain("bad.example");
});

test("counts a provider's answers by the month", async () => {
  const { counts } = await someCounts();
  for (const kind of ["fair", "mistaken", "fair"] as const) await counts.noteAnswer("godaddy", kind, morning);
  expect(await counts.answers("godaddy", morning)).toEqual({ fair: 2, mistaken: 1, duplicate: 0 });
  expect(await counts.answers("godaddy", "2027-01-01T00:00:00.000Z")).toMatchObject({ fair: 0 });
});

test("knows how a provider's API fails, until it works again", async () => {
  const { counts } = await someCounts();
  expect(await counts.outage("godaddy")).toBeUndefined();
  expect(await counts.keepOutage("godaddy", failed, undefined)).toBe(true);
  expect(await counts.keepOutage("godaddy", { ...again, isTold: true }, failed)).toBe(true);
  expect([await counts.outage("godaddy"), await counts.outage("aws")]).toEqual([{ ...again, isTold: true }, undefined]);
  expect(await counts.keepOutage("godaddy", undefined, again)).toBe(true);
  expect(await counts.outage("godaddy")).toBeUndefined();
  expect(await counts.keepOutage("godaddy", failed, undefined)).toBe(true);
});

test("of two workers who saw the same, one writes", async () => {
  const { counts } = await someCounts();
  await counts.keepOutage("godaddy", failed, undefined);
  const both = [counts.keepOutage("godaddy", again, failed), counts.keepOutage("godaddy", again, failed)];
  expect((await Promise.all(both)).sort()).toEqual([false, true]);
  expect([await counts.keepOutage("godaddy", failed, undefined), await counts.outage("godaddy")]).toEqual([
    false,
    again,
  ]);
});
