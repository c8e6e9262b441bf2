import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  BatchGetCommand as TheirBatchGetCommand,
  DeleteCommand as TheirDeleteCommand,
  GetCommand as TheirGetCommand,
  PutCommand as TheirPutCommand,
  QueryCommand as TheirQueryCommand,
  TransactWriteCommand as TheirTransactWriteCommand,
  UpdateCommand as TheirUpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import {
  BatchGetCommand,
  DeleteCommand,
  DocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "../../functions/adapters/document-client.ts";

/** All kinds of values that an item of ours may hold, and one that is not there. */
const item = {
  pk: "CASE#TD-1",
  sk: "",
  one: 1,
  much: 1_764_273_600_000,
  less: -0.25,
  yes: true,
  none: null,
  bytes: new Uint8Array([0, 1, 254, 255]),
  noBytes: new Uint8Array(0),
  buffer: Buffer.from("bytes of a pool"),
  list: ["a", 2, [false], { deep: null }],
  map: { said: "2026-03-02T09:00:00Z", more: { N: "no number", S: 5 } },
  empty: {},
  texts: new Set(["a", "b"]),
  numbers: new Set([1, 2]),
  absent: undefined,
};
const key = { pk: "CASE#TD-1", sk: "STATE" };
const TableName = "cases";
const values = { ":read": 3, ":key": "k", ":bytes": item.bytes, ":absent": undefined };
const guarded = { ConditionExpression: "version = :read", ExpressionAttributeValues: values };
const update = { TableName, Key: key, UpdateExpression: "SET a = :key", ...guarded };
/** As it comes, with what nobody wrote of us: a number that JavaScript has no room for. */
const stored = {
  ...Object.fromEntries(Object.entries({ pk: { S: "a" }, n: { N: "12.5" }, t: { BOOL: false }, no: { NULL: true } })),
  b: { B: Buffer.from([1, 2, 255]).toString("base64") },
  l: { L: [{ S: "x" }, { M: { y: { N: "1" } } }] },
  ss: { SS: ["p", "q"] },
  big: { N: "123456789012345678901234567890" },
};

/** What a client sends, and what comes of such an answer. */
const heard = async (send: (client: DynamoDBClient) => Promise<unknown>, answer: object) => {
  const asked: unknown[] = [];
  const client = new DynamoDBClient({
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    requestHandler: {
      handle: async (request: { readonly headers: Record<string, string>; readonly body: Uint8Array }) => {
        const { ClientRequestToken, ...body } = JSON.parse(new TextDecoder().decode(request.body));
        asked.push({ target: request.headers["x-amz-target"], body, hasToken: ClientRequestToken !== undefined });
        const bytes = Buffer.from(JSON.stringify(answer));
        return {
          response: {
            statusCode: 200,
            headers: { "content-type": "application/x-amz-json-1.0" },
            body: new Blob([bytes]).stream(),
          },
        };
      },
    },
  });
  return { asked, said: await send(client) };
};

const without = (said: unknown): unknown => {
  if (typeof said !== "object" || said === null) return said;
  const rest = Object.entries(said).filter(([name, value]) => name !== "$metadata" && value !== undefined);
  return Object.fromEntries(rest);
};

describe("our client asks DynamoDB as AWS's own does, and reads the same", () => {
  const calls = [
    ["GetCommand", GetCommand, TheirGetCommand, { TableName, Key: key, ConsistentRead: true }, { Item: stored }],
    ["GetCommand", GetCommand, TheirGetCommand, { TableName, Key: key }, {}],
    ["PutCommand", PutCommand, TheirPutCommand, { TableName, Item: item, ...guarded }, undefined],
    ["DeleteCommand", DeleteCommand, TheirDeleteCommand, { TableName, Key: key, ...guarded }, undefined],
    [
      "UpdateCommand",
      UpdateCommand,
      TheirUpdateCommand,
      { ...update, ReturnValues: "UPDATED_NEW" },
      { Attributes: stored },
    ],
    [
      "QueryCommand",
      QueryCommand,
      TheirQueryCommand,
      { TableName, KeyConditionExpression: "pk = :key", ExpressionAttributeValues: values, ExclusiveStartKey: key },
      { Items: [stored, {}], Count: 2, LastEvaluatedKey: { pk: { S: "a" } } },
    ],
    ["QueryCommand", QueryCommand, TheirQueryCommand, { TableName, KeyConditionExpression: "pk = :key" }, { Count: 0 }],
    [
      "TransactWriteCommand",
      TransactWriteCommand,
      TheirTransactWriteCommand,
      {
        TransactItems: [
          { Put: { TableName, Item: item, ...guarded } },
          { Update: update },
          { Delete: { TableName, Key: key } },
          { ConditionCheck: { TableName, Key: key, ...guarded } },
        ],
      },
      undefined,
    ],
    [
      "BatchGetCommand",
      BatchGetCommand,
      TheirBatchGetCommand,
      { RequestItems: { cases: { Keys: [key, { pk: "b", sk: "c" }], ConsistentRead: true } } },
      {
        Responses: { cases: [stored, { pk: { S: "b" } }] },
        UnprocessedKeys: { cases: { Keys: [{ pk: { S: "b" } }] } },
      },
    ],
  ] as const;

  test.each(calls)("%s", async (_, Ours, Theirs, input, answer) => {
    const theirs = await heard(
      (client) => DynamoDBDocumentClient.from(client).send(new Theirs(input as never) as never),
      answer ?? {},
    );
    const own = await heard(
      (client) => DocumentClient.from(client).send(new Ours(input as never) as never),
      answer ?? {},
    );
    expect(own.asked).toEqual(theirs.asked);
    expect(own.asked).toHaveLength(1);
    // What a write alone says is asked by nobody.
    if (answer) expect(own.said).toMatchObject(without(theirs.said) as object);
    else expect(own.said).toBeUndefined();
  });

  test("what is undefined deeper in an item is thrown by both, before anything is asked", async () => {
    const input = { TableName, Item: { pk: "a", sk: "b", map: { absent: undefined } } };
    for (const send of [
      (client: DynamoDBClient) => DynamoDBDocumentClient.from(client).send(new TheirPutCommand(input)),
      (client: DynamoDBClient) => DocumentClient.from(client).send(new PutCommand(input)),
    ])
      await expect(heard(send, {})).rejects.toThrow(/removeUndefinedValues/);
  });
});
