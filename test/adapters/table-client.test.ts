import { createHash, createHmac } from "node:crypto";
import { Readable } from "node:stream";
import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { TableClient } from "../../functions/adapters/table-client.ts";

type Asked = {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};
type Answer = {
  readonly status?: number;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
};
/** An answer, a failure before there is one, or a body that breaks off. */
type Said = Answer | Error | "breaks off";

const TableName = "cases";
const key = { pk: { S: "CASE#TD-1" }, sk: { S: "STATE" } };
const bytes = new Uint8Array([0, 1, 254, 255]);
const item = {
  ...key,
  words: { S: "Ünïcode, “quoted”\n" },
  n: { N: "1.5" },
  b: { B: bytes },
  pool: { B: Buffer.from("bytes of a pool") },
  bs: { BS: [bytes] },
  list: { L: [{ S: "a" }, { B: bytes }, { NULL: true }] },
  // Names of types as names of what is stored.
  map: { M: { B: { S: "no bytes" }, BS: { L: [{ S: "none" }] }, M: { M: {} }, yes: { BOOL: true } } },
  B: { S: "no bytes either" },
};
/** As it is read. */
const itemRead = { ...item, pool: { B: new Uint8Array(item.pool.B) } };
/** As it comes. */
const stored = JSON.parse(JSON.stringify(item), (_, value) => {
  if (value?.type === "Buffer") return Buffer.from(value.data).toString("base64");
  return value !== null && typeof value === "object" && "0" in value && "3" in value && !Array.isArray(value)
    ? Buffer.from(Object.values(value) as number[]).toString("base64")
    : value;
});

const fine = { body: {} };
const refusal = (type: string, more: object = {}): Answer => ({
  status: 400,
  body: { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: "refused", ...more },
});
const reset = () => Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });

const bodyOf = (said: Answer | "breaks off"): Readable => {
  if (said === "breaks off")
    return new Readable({
      read() {
        this.push(Buffer.from('{"Item":'));
        this.destroy(reset());
      },
    });
  const text = typeof said.body === "string" ? said.body : JSON.stringify(said.body ?? {});
  // In pieces, cut within a letter where it has such.
  return Readable.from([...Buffer.from(text)].map((byte) => Buffer.from([byte])));
};

/** A client whose table says these one after the other, and that it is well from then on; and what it was asked. */
const aClient = (
  Client: typeof DynamoDBClient | typeof TableClient,
  more: ConstructorParameters<typeof TableClient>[0] = {},
) => {
  const says: Said[] = [];
  const asked: Asked[] = [];
  const client = new Client({
    region: "eu-central-1",
    credentials: { accessKeyId: "AKTEST", secretAccessKey: "test", sessionToken: "of a role" },
    maxAttempts: 3,
    requestHandler: {
      handle: async (request: Asked) => {
        asked.push(request);
        const said = says.shift() ?? fine;
        if (said instanceof Error) throw said;
        const { status = 200, headers = {} }: Answer = said === "breaks off" ? {} : said;
        return { response: { statusCode: status, headers: { ...headers }, body: bodyOf(said) } } as never;
      },
    },
    ...more,
  });
  return { client, says, asked };
};
/** One that was asked once, so that the next is asked by hand. */
const aTaughtClient = async (more: ConstructorParameters<typeof TableClient>[0] = {}) => {
  const taught = aClient(TableClient, more);
  await taught.client.send(new GetItemCommand({ TableName, Key: key }));
  taught.asked.length = 0;
  return taught;
};

const textOf = (body: string | Uint8Array): string =>
  typeof body === "string" ? body : new TextDecoder().decode(body);
/** What the SDK numbers each attempt by, and what says when: the SDK signs that, and we don't. */
const without = /^(amz-sdk-|x-amz-date$|authorization$|content-length$|x-amz-content-sha256$)/;
const requestOf = ({ method, hostname, path, headers, body }: Asked) => {
  const { ClientRequestToken, ...rest } = JSON.parse(textOf(body));
  return {
    method,
    hostname,
    path,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !without.test(name))),
    body: rest,
    token: typeof ClientRequestToken,
  };
};
const tokenOf = ({ body }: Asked): string => JSON.parse(textOf(body)).ClientRequestToken;

const commands = [
  [new GetItemCommand({ TableName, Key: key, ConsistentRead: true }), { Item: stored }],
  [new GetItemCommand({ TableName, Key: key }), {}],
  [new PutItemCommand({ TableName, Item: item }), {}],
  [new DeleteItemCommand({ TableName, Key: key, ConditionExpression: "attribute_exists(pk)" }), {}],
  [
    new UpdateItemCommand({
      TableName,
      Key: key,
      UpdateExpression: "SET #b = :b",
      ExpressionAttributeNames: { "#b": "b" },
      ExpressionAttributeValues: { ":b": { B: bytes } },
    }),
    { Attributes: stored },
  ],
  [
    new QueryCommand({ TableName, KeyConditionExpression: "pk = :pk", Limit: 3, ExclusiveStartKey: key }),
    { Items: [stored, {}], Count: 2, LastEvaluatedKey: key },
  ],
  [
    new TransactWriteItemsCommand({
      TransactItems: [{ Put: { TableName, Item: item } }, { Delete: { TableName, Key: key } }],
    }),
    {},
  ],
  [
    new BatchGetItemCommand({ RequestItems: { cases: { Keys: [key], ConsistentRead: true } } }),
    { Responses: { cases: [stored] }, UnprocessedKeys: { cases: { Keys: [key] } } },
  ],
] as const;

const said = (output: object) => ({ ...output, $metadata: undefined });

describe("the table's client", () => {
  test.each(commands.map(([command, answer]) => ({ name: command.constructor.name, command, answer })))(
    "asks and reads as the SDK does: $name",
    async ({ command, answer }) => {
      const theirs = aClient(DynamoDBClient);
      theirs.says.push({ body: answer });
      const ours = await aTaughtClient();
      ours.says.push({ body: answer });
      const expected = await theirs.client.send(command as never);
      const output = await ours.client.send(command as never);
      expect(ours.asked.map(requestOf)).toEqual(theirs.asked.map(requestOf));
      expect(said(output)).toEqual(said(expected));
      // By hand, or the SDK would number its attempts.
      expect(ours.asked.map(({ headers }) => "amz-sdk-request" in headers)).toEqual([false]);
    },
  );

  test("is taught by a call that was answered well, and by no other", async () => {
    const { client, says, asked } = aClient(TableClient);
    says.push(refusal("ConditionalCheckFailedException"));
    const get = () => client.send(new GetItemCommand({ TableName, Key: key }));
    await expect(get()).rejects.toThrow(ConditionalCheckFailedException);
    await get();
    await get();
    expect(asked.map(({ headers }) => "amz-sdk-request" in headers)).toEqual([true, true, false]);
  });

  test("leaves to the SDK what is rarely asked, and what comes with options", async () => {
    const { client, asked } = await aTaughtClient();
    await client.send(new DescribeTableCommand({ TableName }));
    await client.send(new GetItemCommand({ TableName, Key: key }), { requestTimeout: 100 });
    expect(asked.map(({ headers }) => "amz-sdk-request" in headers)).toEqual([true, true]);
  });

  test("takes an answer without a body for an empty one", async () => {
    const { client, says } = await aTaughtClient();
    says.push({ body: "" });
    expect(said(await client.send(new GetItemCommand({ TableName, Key: key })))).toEqual({});
  });
});

/** AWS Signature Version 4, as the IAM User Guide has it ("Create a signed AWS API request"). */
const signatureOf = ({ method, path, headers, body }: Asked, secret: string): string => {
  const [, date, region, signed] =
    /Credential=[^/]+\/(\d{8})\/([^/]+)\/dynamodb\/aws4_request, SignedHeaders=([^,]+)/.exec(
      headers["authorization"] ?? "",
    ) ?? [];
  const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
  const hmac = (by: string | Buffer, text: string) => createHmac("sha256", by).update(text).digest();
  const canonical = [
    method,
    path,
    "",
    ...(signed ?? "").split(";").map((name) => `${name}:${headers[name]?.trim()}`),
    "",
    signed,
    sha256(body),
  ].join("\n");
  const scope = `${date}/${region}/dynamodb/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const by = [region ?? "", "dynamodb", "aws4_request"].reduce(hmac, hmac(`AWS4${secret}`, date ?? ""));
  return hmac(by, toSign).toString("hex");
};
const signedBy = ({ headers }: Asked): string | undefined =>
  /Signature=([0-9a-f]{64})$/.exec(headers["authorization"] ?? "")?.[1];

describe("what the table's client signs", () => {
  test("is what it sends, with the host, the operation and the role's token", async () => {
    const { client, asked } = await aTaughtClient();
    await client.send(new PutItemCommand({ TableName, Item: item }));
    const [request] = asked as [Asked];
    expect(signedBy(request)).toBe(signatureOf(request, "test"));
    const signed = /SignedHeaders=([^,]+)/.exec(request.headers["authorization"] ?? "")?.[1]?.split(";");
    expect(signed).toEqual(expect.arrayContaining(["host", "x-amz-date", "x-amz-security-token", "x-amz-target"]));
    expect(request.headers["content-length"]).toBe(String(Buffer.byteLength(request.body)));
  });

  test("is signed by the credentials of that moment", async () => {
    let number = 0;
    const { client, asked } = await aTaughtClient({
      credentials: async () => ({
        accessKeyId: `AK${++number}`,
        secretAccessKey: `secret-${number}`,
        expiration: new Date(Date.now() + 1),
      }),
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await client.send(new GetItemCommand({ TableName, Key: key }));
    const [request] = asked as [Asked];
    expect(request.headers["authorization"]).toContain(`Credential=AK${number}/`);
    expect(number).toBeGreaterThan(1);
    expect(signedBy(request)).toBe(signatureOf(request, `secret-${number}`));
  });
});

describe("what the table does not answer well", () => {
  test("is named as the SDK names it, and asked once", async () => {
    const { client, says, asked } = await aTaughtClient();
    says.push(refusal("ConditionalCheckFailedException", { Item: stored }));
    const refused = client.send(new PutItemCommand({ TableName, Item: item }));
    await expect(refused).rejects.toThrow(ConditionalCheckFailedException);
    await expect(refused).rejects.toMatchObject({ Item: itemRead });
    says.push(refusal("TransactionCanceledException", { CancellationReasons: [{ Code: "TransactionConflict" }] }));
    const cancelled = client.send(new TransactWriteItemsCommand({ TransactItems: [] }));
    await expect(cancelled).rejects.toThrow(TransactionCanceledException);
    await expect(cancelled).rejects.toMatchObject({ CancellationReasons: [{ Code: "TransactionConflict" }] });
    expect(asked).toHaveLength(2);
  });

  const passing: readonly (readonly [string, () => Said])[] = [
    ["a throttled call", () => refusal("ProvisionedThroughputExceededException")],
    ["a fault of the server's", () => ({ status: 500, body: { __type: "InternalServerError" } })],
    ["a socket that breaks", reset],
    ["a body that breaks off", () => "breaks off"],
  ];
  test.each(passing)("is asked again, three times in all: %s", async (_, says) => {
    const { client, says: table, asked } = await aTaughtClient();
    table.push(says(), says(), { body: { Item: stored } });
    const get = () => client.send(new GetItemCommand({ TableName, Key: key }));
    expect((await get()).Item).toEqual(itemRead);
    expect(asked).toHaveLength(3);
    table.push(says(), says(), says());
    await expect(get()).rejects.toThrow();
    expect(asked).toHaveLength(6);
  });

  test("is asked again as the same transaction", async () => {
    const { client, says, asked } = await aTaughtClient();
    says.push(reset(), reset());
    await client.send(new TransactWriteItemsCommand({ TransactItems: [{ Delete: { TableName, Key: key } }] }));
    expect(asked).toHaveLength(3);
    expect(tokenOf(asked[0] as Asked)).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(asked.map(tokenOf)).size).toBe(1);
    await client.send(new TransactWriteItemsCommand({ TransactItems: [{ Delete: { TableName, Key: key } }] }));
    expect(new Set(asked.map(tokenOf)).size).toBe(2);
  });

  test("mends the clock where it went wrong, for the calls behind it, too", async () => {
    const { client, says, asked } = await aTaughtClient();
    const later = new Date(Date.now() + 3_600_000);
    says.push({
      ...refusal("InvalidSignatureException", { message: "Signature expired: it is not of now." }),
      headers: { date: later.toUTCString() },
    });
    await client.send(new GetItemCommand({ TableName, Key: key }));
    await client.send(new GetItemCommand({ TableName, Key: key }));
    const hours = asked.map(({ headers }) => headers["x-amz-date"]?.slice(0, 11));
    const hourOf = (date: Date) => date.toISOString().replace(/[-:]/g, "").slice(0, 11);
    expect(hours).toEqual([hourOf(new Date()), hourOf(later), hourOf(later)]);
    expect(asked.map(({ headers }) => "amz-sdk-request" in headers)).toEqual([false, true, false]);
  });

  test("gives back what it took of the SDK's budget for retries", async () => {
    const { client, says } = await aTaughtClient({ maxAttempts: 1 });
    const strategy = (await client.config.retryStrategy()) as unknown as {
      getCapacity: () => number;
      capacity: number;
    };
    strategy.capacity = 7;
    await client.send(new GetItemCommand({ TableName, Key: key }));
    expect(strategy.getCapacity()).toBe(8);
    says.push(reset());
    await expect(client.send(new GetItemCommand({ TableName, Key: key }))).rejects.toThrow("hang up");
    expect(strategy.getCapacity()).toBe(8);
  });
});
