import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import {
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startDynamoDb } from "../../infra/local/servers/dynamodb.ts";
import { local } from "../infra/local/clients.ts";

const TableName = "cases";
let server: Awaited<ReturnType<typeof startDynamoDb>>;
let plain: DynamoDBClient;
let table: DynamoDBDocumentClient;
let nowMs = 0;

const createTable = async (client: DynamoDBClient) => {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk", "gpk", "gsk"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S" as const,
      })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: "due",
          KeySchema: [
            { AttributeName: "gpk", KeyType: "HASH" },
            { AttributeName: "gsk", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 5, minDelay: 1 }, { TableName });
};

beforeAll(async () => {
  server = await startDynamoDb({ port: 0, nowMs: () => nowMs });
  plain = new DynamoDBClient(local(server.url));
  table = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  await createTable(plain);
});
afterAll(async () => {
  plain.destroy();
  await server.close();
});

let row = 0;
let pk = "";
beforeEach(() => {
  pk = `row-${++row}`;
  nowMs += 60 * 60 * 1000;
});
const put = (sk: string, more: object = {}) => table.send(new PutCommand({ TableName, Item: { pk, sk, ...more } }));
const transact = (...TransactItems: NonNullable<TransactWriteCommandInput["TransactItems"]>) =>
  table.send(new TransactWriteCommand({ TransactItems }));
const updating = (
  sk: string,
  UpdateExpression: string,
  ExpressionAttributeValues?: Readonly<Record<string, unknown>>,
  more: object = {},
) => ({
  TableName,
  Key: { pk, sk },
  UpdateExpression,
  ...(ExpressionAttributeValues && { ExpressionAttributeValues }),
  ...more,
});
const get = async (sk: string) =>
  (await table.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))).Item;
const due = async (gpk: string) =>
  (
    await table.send(
      new QueryCommand({
        TableName,
        IndexName: "due",
        KeyConditionExpression: "gpk = :g",
        ExpressionAttributeValues: { ":g": gpk },
      }),
    )
  ).Items;
const cancelled = async (sent: Promise<unknown>): Promise<TransactionCanceledException> => {
  const error = await sent.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TransactionCanceledException);
  return error as TransactionCanceledException;
};

describe("a transaction", () => {
  it("writes puts, updates and deletes together, with their index entries", async () => {
    await put("gone", { gpk: pk, gsk: "1" });
    await put("counted", { n: 1, list: ["a"] });
    await transact(
      {
        Put: {
          TableName,
          Item: { pk, sk: "new", gpk: pk, gsk: "2" },
          ConditionExpression: "attribute_not_exists(pk)",
        },
      },
      {
        Update: updating(
          "counted",
          "SET n = n + :one, #l = list_append(#l, :b)",
          { ":one": 1, ":b": ["b"], ":was": 1 },
          { ConditionExpression: "n = :was", ExpressionAttributeNames: { "#l": "list" } },
        ),
      },
      { Delete: { TableName, Key: { pk, sk: "gone" } } },
      { ConditionCheck: { TableName, Key: { pk, sk: "absent" }, ConditionExpression: "attribute_not_exists(pk)" } },
    );
    expect(await get("counted")).toEqual({ pk, sk: "counted", n: 2, list: ["a", "b"] });
    expect(await get("gone")).toBeUndefined();
    expect(await get("absent")).toBeUndefined();
    expect(await due(pk)).toEqual([{ pk, sk: "new", gpk: pk, gsk: "2" }]);
  });

  it("writes nothing when one condition fails, and says which, with the item that stands there", async () => {
    await put("taken", { by: "first" });
    const error = await cancelled(
      transact(
        { Put: { TableName, Item: { pk, sk: "other" } } },
        {
          Put: {
            TableName,
            Item: { pk, sk: "taken", by: "second" },
            ConditionExpression: "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
      ),
    );
    expect(error.message).toContain("[None, ConditionalCheckFailed]");
    expect(error.CancellationReasons?.map(({ Code }) => Code)).toEqual(["None", "ConditionalCheckFailed"]);
    expect(error.CancellationReasons?.[1]?.Item).toMatchObject({ by: { S: "first" } });
    expect(await get("other")).toBeUndefined();
    expect(await get("taken")).toMatchObject({ by: "first" });
  });

  it("gives no item with a failed condition unless it was asked for", async () => {
    await put("taken");
    const error = await cancelled(
      transact({
        ConditionCheck: { TableName, Key: { pk, sk: "taken" }, ConditionExpression: "attribute_not_exists(pk)" },
      }),
    );
    expect(error.CancellationReasons).toEqual([
      { Code: "ConditionalCheckFailed", Message: "The conditional request failed" },
    ]);
  });

  it("names an update that cannot be carried out as the reason", async () => {
    const error = await cancelled(transact({ Update: updating("absent", "SET x = y") }));
    expect(error.CancellationReasons?.[0]?.Code).toBe("ValidationError");
  });

  it("refuses two operations on one item", async () => {
    const twice = { Put: { TableName, Item: { pk, sk: "same" } } };
    await expect(transact(twice, twice)).rejects.toThrow("cannot include multiple operations on one item");
  });

  it("refuses more than a hundred actions and none at all", async () => {
    const TransactItems = Array.from({ length: 101 }, (_, n) => ({ Put: { TableName, Item: { pk, sk: String(n) } } }));
    await expect(transact(...TransactItems)).rejects.toMatchObject({
      name: "ValidationException",
    });
    await expect(transact()).rejects.toMatchObject({
      name: "ValidationException",
    });
  });

  it("is done once when its token comes again within ten minutes, and again after that", async () => {
    const add = () =>
      table.send(
        new TransactWriteCommand({
          ClientRequestToken: pk,
          TransactItems: [
            {
              Update: updating("sum", "ADD n :one", { ":one": 1 }),
            },
          ],
        }),
      );
    await add();
    await add();
    expect(await get("sum")).toMatchObject({ n: 1 });
    nowMs += 11 * 60 * 1000;
    await add();
    expect(await get("sum")).toMatchObject({ n: 2 });
  });

  it("refuses a token that came before with another request", async () => {
    const write = (sk: string) =>
      table.send(
        new TransactWriteCommand({ ClientRequestToken: pk, TransactItems: [{ Put: { TableName, Item: { pk, sk } } }] }),
      );
    await write("a");
    await expect(write("b")).rejects.toMatchObject({ name: "IdempotentParameterMismatchException" });
    expect(await get("b")).toBeUndefined();
  });

  it("lets exactly one of many racing writers win", async () => {
    await put("version", { v: 0 });
    const write = (by: number) =>
      transact(
        {
          Update: updating("version", "SET v = :new", { ":old": 0, ":new": 1 }, { ConditionExpression: "v = :old" }),
        },
        { Put: { TableName, Item: { pk, sk: `by-${by}` } } },
      );
    const plainWrite = () =>
      table.send(
        new UpdateCommand(
          updating("version", "SET v = :new", { ":old": 0, ":new": 1 }, { ConditionExpression: "v = :old" }),
        ),
      );
    const ends = await Promise.allSettled([
      ...Array.from({ length: 10 }, (_, n) => write(n)),
      ...Array.from({ length: 5 }, plainWrite),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("reads several items as they stand at one moment", async () => {
    await put("a", { n: 1 });
    const { Responses } = await table.send(
      new TransactGetCommand({
        TransactItems: [
          { Get: { TableName, Key: { pk, sk: "a" }, ProjectionExpression: "n" } },
          { Get: { TableName, Key: { pk, sk: "absent" } } },
        ],
      }),
    );
    expect(Responses?.map(({ Item }) => Item)).toEqual([{ n: 1 }, undefined]);
  });
});

/**
 * As DynamoDB does it: nobody waits for another's transaction (Developer Guide, "Transaction
 * conflict handling in DynamoDB").
 */
describe("requests that meet at one item", () => {
  const inTransaction = (sk: string, by: number) =>
    transact({ Put: { TableName, Item: { pk, sk: `own-${by}` } } }, { Put: { TableName, Item: { pk, sk, by } } });

  it("are transactions: the second is cancelled, says at which item, and writes nothing", async () => {
    const [first, second] = await Promise.allSettled([inTransaction("met", 1), inTransaction("met", 2)]);
    const [won, lost] = first.status === "fulfilled" ? [1, 2] : [2, 1];
    const error = await cancelled(
      first.status === "fulfilled"
        ? Promise.reject(second.status === "rejected" && second.reason)
        : Promise.reject(first.reason),
    );
    expect(error.CancellationReasons).toEqual([
      { Code: "None" },
      { Code: "TransactionConflict", Message: "Transaction is ongoing for the item" },
    ]);
    expect([await get("met"), await get(`own-${lost}`)]).toEqual([{ pk, sk: "met", by: won }, undefined]);
  });

  it("are transactions, of which one only checks it: that conflicts as well", async () => {
    const check = transact({
      ConditionCheck: { TableName, Key: { pk, sk: "met" }, ConditionExpression: "attribute_not_exists(allowed)" },
    });
    const ends = await Promise.allSettled([check, inTransaction("met", 1)]);
    expect(ends.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });

  it("are a transaction and a single write behind it, refused by an error that the SDK doesn't repeat", async () => {
    const single = () => table.send(new UpdateCommand(updating("met", "SET n = :n", { ":n": 1 })));
    const refusals: unknown[] = [];
    for (let tries = 0; tries < 20 && refusals.length === 0; tries++) {
      const ends = await Promise.allSettled([inTransaction("met", tries), single()]);
      refusals.push(...ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : [])));
    }
    expect(refusals[0]).toMatchObject({
      name: "TransactionConflictException",
      message: "Transaction is ongoing for the item",
    });
  });

  it("are single writes alone: both are done", async () => {
    const add = () => table.send(new UpdateCommand(updating("met", "ADD n :n", { ":n": 1 })));
    await Promise.all(Array.from({ length: 10 }, add));
    expect(await get("met")).toMatchObject({ n: 10 });
  });

  it("go on when the transaction is answered", async () => {
    for (let by = 0; by < 5; by++) await inTransaction("met", by);
    await put("met", { after: true });
    expect(await get("met")).toMatchObject({ after: true });
  });
});

describe("what AWS refuses of a transaction", () => {
  const item = (sk: string, kilobytes: number) => ({
    Put: { TableName, Item: { pk, sk, text: "x".repeat(kilobytes * 1024) } },
  });

  it("is more than 4 MB in all", async () => {
    const TransactItems = (count: number) => Array.from({ length: count }, (_, at) => item(String(at), 390));
    await expect(transact(...TransactItems(11))).rejects.toMatchObject({
      name: "ValidationException",
    });
    expect(await get("0")).toBeUndefined();
    await transact(...TransactItems(10));
  });

  it("is an item of more than 400 KB, put or grown", async () => {
    await expect(transact(item("large", 401))).rejects.toThrow();
    await put("grown", { text: "x".repeat(390 * 1024) });
    const more = { ":more": "x".repeat(20 * 1024) };
    const grow = {
      Update: updating("grown", "SET more = :more", more),
    };
    await expect(transact(grow)).rejects.toThrow();
    expect([await get("large"), (await get("grown"))?.more]).toEqual([undefined, undefined]);
  });

  it.each(["x".repeat(37), ""])("is a token of %j", async (ClientRequestToken) => {
    const sent = plain.send(
      new TransactWriteItemsCommand({
        ClientRequestToken,
        TransactItems: [{ Put: { TableName, Item: { pk: { S: pk }, sk: { S: "t" } } } }],
      }),
    );
    await expect(sent).rejects.toMatchObject({ name: "ValidationException" });
  });
});

describe("a single write", () => {
  it.each([
    [
      "put",
      () =>
        new PutCommand({
          TableName,
          Item: { pk, sk: "x" },
          ConditionExpression: "attribute_not_exists(pk)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
    ],
    [
      "update",
      () =>
        new UpdateCommand({
          TableName,
          Key: { pk, sk: "x" },
          UpdateExpression: "SET a = :a",
          ConditionExpression: "attribute_not_exists(pk)",
          ExpressionAttributeValues: { ":a": 1 },
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
    ],
    [
      "delete",
      () =>
        new DeleteCommand({
          TableName,
          Key: { pk, sk: "x" },
          ConditionExpression: "attribute_not_exists(pk)",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
    ],
  ])("gives the old item with a failed condition: %s", async (_name, command) => {
    await put("x", { by: "first" });
    await expect(table.send(command() as PutCommand)).rejects.toMatchObject({
      name: "ConditionalCheckFailedException",
      Item: { by: { S: "first" } },
    });
  });

  it("refuses an empty key of an index, as AWS does", async () => {
    const refused = { name: "ValidationException", message: expect.stringContaining("IndexKey: gpk") };
    await expect(put("x", { gpk: "", gsk: "1" })).rejects.toMatchObject(refused);
    await put("x");
    await expect(table.send(new UpdateCommand(updating("x", "SET gpk = :e", { ":e": "" })))).rejects.toMatchObject(
      refused,
    );
    await expect(
      table.send(
        new BatchWriteCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: { pk, sk: "y", gpk: "" } } }] } }),
      ),
    ).rejects.toMatchObject(refused);
    expect(await get("y")).toBeUndefined();
  });

  it("leaves the index when its key is removed", async () => {
    await put("x", { gpk: pk, gsk: "1" });
    await table.send(new UpdateCommand(updating("x", "REMOVE gpk, gsk")));
    expect(await due(pk)).toEqual([]);
  });

  it("writes a batch", async () => {
    await put("old");
    await table.send(
      new BatchWriteCommand({
        RequestItems: {
          [TableName]: [{ PutRequest: { Item: { pk, sk: "new" } } }, { DeleteRequest: { Key: { pk, sk: "old" } } }],
        },
      }),
    );
    expect([await get("new"), await get("old")]).toEqual([{ pk, sk: "new" }, undefined]);
  });
});

it("remembers which attribute is the time to live", async () => {
  await plain.send(
    new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true } }),
  );
  const { TimeToLiveDescription } = await plain.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" });
});

it("says that it does not know a table, as AWS does", async () => {
  await expect(transact({ Put: { TableName: "absent", Item: { pk } } })).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});

it("keeps everything over a restart when it has a folder", async () => {
  const path = mkdtempSync(join(tmpdir(), "dynamodb-"));
  try {
    for (const round of [1, 2]) {
      const again = await startDynamoDb({ port: 0, path });
      const client = new DynamoDBClient(local(again.url));
      const documents = DynamoDBDocumentClient.from(client);
      if (round === 1) {
        await createTable(client);
        await documents.send(
          new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: { pk: "a", sk: "b", kept: true } } }] }),
        );
      } else {
        expect((await documents.send(new GetCommand({ TableName, Key: { pk: "a", sk: "b" } }))).Item).toEqual({
          pk: "a",
          sk: "b",
          kept: true,
        });
      }
      client.destroy();
      await again.close();
    }
  } finally {
    rmSync(path, { recursive: true });
  }
});
