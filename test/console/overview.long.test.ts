import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import { hourEdges } from "../../functions/statistics/counts.ts";
import { dynamoCaseStore } from "../../functions/store/table/case-store.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { masterKeys } from "../support/master-keys.ts";
import { aConsole } from "./a-console.ts";
import { countsCalls } from "./counted-calls.ts";

const newTable = aTableServer();

test("with a million cases a month counted, a page takes 30 queries and under 6 MB", async () => {
  const { client, name } = await newTable();
  const table = DynamoDBDocumentClient.from(client);
  const put = (pk: string, sk: string, adds: Readonly<Record<string, number>>) =>
    table.send(
      new UpdateCommand({
        TableName: name,
        Key: { pk, sk },
        UpdateExpression: `SET ${Object.keys(adds)
          .map((_, at) => `#n${at} = :v${at}`)
          .join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(Object.keys(adds).map((key, at) => [`#n${at}`, `n-${key}`])),
        ExpressionAttributeValues: Object.fromEntries(Object.values(adds).map((value, at) => [`:v${at}`, value])),
      }),
    );
  const hours = Object.fromEntries(hourEdges.map((_, at) => [`h${at}`, 80]));
  for (let day = 1; day <= 24; day++)
    for (let shard = 0; shard < 16; shard++)
      await put("COUNT#days#2026-11", `${String(day).padStart(2, "0")}#${shard}`, {
        "in-standard": 2000,
        "in-urgent": 80,
        "out-standard": 1990,
        sent: 2100,
        bounced: 30,
        "asked-reply": 200,
      });
  for (let country = 0; country < 60; country++)
    for (let shard = 0; shard < 8; shard++)
      await put(
        "COUNT#country#2026-11",
        `${String.fromCharCode(65 + (country % 26), 65 + Math.floor(country / 26))}#${shard}`,
        {
          asked: 2000,
          gone: 1760,
          ...hours,
        },
      );
  for (let shard = 0; shard < 8; shard++)
    await put("COUNT#category#2026-11", `phishing#${shard}`, { asked: 120_000, gone: 105_600 });
  await table.send(
    new UpdateCommand({
      TableName: name,
      Key: { pk: "COUNT#open#now", sk: "all#0" },
      UpdateExpression: "SET #n = :n, since = :since",
      ExpressionAttributeNames: { "#n": "n-standard" },
      ExpressionAttributeValues: { ":n": 90_000, ":since": "2026-11-01T00:00:00.000Z" },
    }),
  );
  const counted = countsCalls(client);
  const console = aConsole({ store: dynamoCaseStore(client, name, masterKeys) });
  await console.get("/overview");
  counted.take();
  const { text } = await console.get("/overview");
  expect(text.match(/<td>960,000<\/td>/g)?.length).toBeGreaterThan(0);
  const { calls, megabytes } = counted.take();
  expect(calls).toBeLessThanOrEqual(30);
  expect(megabytes).toBeLessThan(6);
}, 120_000);
