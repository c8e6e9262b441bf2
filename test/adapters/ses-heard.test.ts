import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteHeardOfSes, noteReply, sesSilence } from "../../functions/adapters/ses-heard.ts";
import { hearSes } from "../../functions/follow-up/watchdog.ts";
import { tableOf } from "../../functions/store/table/table.ts";
import { createTable } from "../../infra/local/create-table.ts";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import { counted } from "../support/counted.ts";

const credentials = { accessKeyId: "local", secretAccessKey: "local" };
let dynamo: Awaited<ReturnType<typeof startDynamoDb>>;
let client: DynamoDBClient;
beforeAll(async () => {
  dynamo = await startDynamoDb({ port: 0 });
  client = new DynamoDBClient({ endpoint: dynamo.url, region: "us-east-1", credentials });
});
afterAll(() => dynamo.close());

let number = 0;
/** A stage by the real table; minutes are of real time, which is SES's. */
const aStage = async () => {
  const TableName = `heard-${number++}`;
  await createTable(client, TableName);
  const { client: counting, calls } = counted(client);
  const table = tableOf(counting, TableName);
  let nowMs = Date.UTC(2026, 10, 26, 12);
  const event = noteHeardOfSes({ table, nowMs: () => nowMs });
  return {
    table,
    pass: (minutes: number) => {
      nowMs += minutes * 60_000;
    },
    mail: (chain: string) => table.write({ put: { pk: `PACE#${chain}`, sk: "NEXT", nextMs: nowMs + 200 } }),
    event,
    calls,
    unheard: async () => {
      const said: (number | undefined)[] = [];
      const log = {
        info: (_: string, fields?: { readonly count?: number }) => said.push(fields?.count),
        error: () => {},
      };
      await hearSes({ silence: sesSilence(table), log });
      return said;
    },
  };
};

test("is no question before a first mail", async () => {
  const { unheard } = await aStage();
  expect(await unheard()).toEqual([0]);
});

test.each(["urgent", "standard", "both"])("is seen of mails in the %s chain", async (chain) => {
  const { mail, event, pass, unheard } = await aStage();
  await mail(chain);
  expect(await unheard()).toEqual([1]);
  pass(1);
  await event();
  expect(await unheard()).toEqual([0]);
  // The next one's event is on its way.
  pass(3);
  await mail(chain);
  expect(await unheard()).toEqual([0]);
  // A night later, and nothing comes any more.
  pass(600);
  await mail(chain);
  expect(await unheard()).toEqual([1]);
  pass(60);
  expect(await unheard()).toEqual([1]);
});

test("is not said by a mail that came in, which is noted beside it", async () => {
  const { table, mail, unheard } = await aStage();
  await mail("urgent");
  await noteReply({ table, nowMs: () => 1_700_000_000_000 })();
  expect(await unheard()).toEqual([1]);
  expect((await sesSilence(table)()).repliedMs).toBe(1_700_000_000_000);
});

test("is noted once in five minutes for each instance, however many events come", async () => {
  const { event, pass, calls } = await aStage();
  for (let minute = 0; minute < 11; minute++) {
    await event();
    pass(1);
  }
  expect(calls()).toBe(3);
});
