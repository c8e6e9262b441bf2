import { createHash } from "node:crypto";
import { ConditionalCheckFailedException, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Instant, msOf } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { persistently, type Rests, realRests, whyNotWritten } from "./conflicts.ts";

/* The one way to the table. Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. */

/** An item, or the values of an expression. `undefined` in it is left out. */
export type Item = Readonly<Record<string, unknown>>;
export type Key = { readonly pk: string; readonly sk: string };

/**
 * What must hold. In expressions `:at` is the value `at`, and `#at` the attribute of that name (DynamoDB reserves
 * some), or the one that `names` has for it.
 */
type Guard = {
  readonly where?: string;
  readonly values?: Item;
  readonly names?: Readonly<Record<string, string>>;
};
type Update = Guard & { readonly update: Key; readonly by: string };
export type Write =
  | Update
  | (Guard & { readonly put: Item })
  | (Guard & { readonly remove: Key })
  | (Guard & { readonly check: Key; readonly where: string });

export const isNew = "attribute_not_exists(pk)";

/** That an item stands as it was read. `orNew`: it was read as absent. */
export const stillIs = (read: Item, orNew: boolean): Guard => {
  const stands = Object.keys(read)
    .map((name) => `#${name} = :${name}`)
    .join(" AND ");
  return { where: orNew ? `${isNew} OR (${stands})` : stands, values: read };
};

/** Keys of the table and of its indexes (`infra/stack/constructs/case-table.ts`). */
export const keysOf = {
  table: { partition: "pk", sort: "sk" },
  review: { partition: "reviewShard", sort: "reviewRank" },
  opened: { partition: "openedDay", sort: "openedAt" },
  due: { partition: "dueShard", sort: "dueAt" },
} as const;
export type Index = Exclude<keyof typeof keysOf, "table">;

/** Items of one partition, ordered by sort key. */
export type Range = {
  readonly index?: Index;
  readonly pk: string;
  readonly sk?: readonly ["<" | "<=" | ">" | "begins", string] | undefined;
  readonly newestFirst?: true | undefined;
  /** As new as the last write. An index can't be. */
  readonly consistent?: true;
  readonly limit?: number;
  readonly start?: Item | undefined;
};
/** `last`: the key after which the next page starts, where there may be one. */
export type Page = { readonly items: readonly Item[]; readonly last?: Item };

type Part = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

const expressions = ({ by = "", where = "", values = {}, names = {} }: Guard & { readonly by?: string }) => {
  const aliases = [...`${by} ${where}`.matchAll(/#(\w+)/g)].map(([alias, name = ""]) => [alias, names[name] ?? name]);
  const given = Object.entries(values).map(([name, value]) => [`:${name}`, value]);
  return {
    ...(where && { ConditionExpression: where }),
    ...(aliases.length > 0 && { ExpressionAttributeNames: Object.fromEntries(aliases) }),
    ...(given.length > 0 && { ExpressionAttributeValues: Object.fromEntries(given) }),
  };
};

const updateOf = (TableName: string, { update, by, ...guard }: Update) => ({
  TableName,
  Key: update,
  UpdateExpression: by,
  ...expressions({ by, ...guard }),
});
const partOf = (TableName: string, write: Write): Part => {
  if ("update" in write) return { Update: updateOf(TableName, write) };
  const guard = expressions(write);
  if ("put" in write) return { Put: { TableName, Item: write.put, ...guard } };
  if ("remove" in write) return { Delete: { TableName, Key: write.remove, ...guard } };
  return { ConditionCheck: { TableName, Key: write.check, ...guard, ConditionExpression: write.where } };
};
const send = (client: DynamoDBDocumentClient, TableName: string, writes: readonly Write[]): Promise<unknown> => {
  const parts = writes.map((write) => partOf(TableName, write));
  const { Put, Delete, Update } = (parts.length === 1 && parts[0]) || {};
  if (Put) return client.send(new PutCommand(Put));
  if (Delete) return client.send(new DeleteCommand(Delete));
  if (Update) return client.send(new UpdateCommand(Update));
  return client.send(new TransactWriteCommand({ TransactItems: parts }));
};

const queryOf = (TableName: string, { index, pk, sk, newestFirst, consistent, limit, start }: Range) => {
  const { partition, sort } = keysOf[index ?? "table"];
  const [how, place] = sk ?? [];
  const behind = how === "begins" ? ` AND begins_with(${sort}, :sk)` : ` AND ${sort} ${how} :sk`;
  return new QueryCommand({
    TableName,
    IndexName: index,
    KeyConditionExpression: `${partition} = :pk${sk ? behind : ""}`,
    ExpressionAttributeValues: { ":pk": pk, ":sk": place },
    ScanIndexForward: newestFirst ? false : undefined,
    ConsistentRead: consistent,
    Limit: limit,
    ExclusiveStartKey: start,
  });
};

/** How often a batch asks again for what a busy table left out. Then that counts as absent. */
const batchTriesAtMost = 3;

/**
 * Network: one call per method, but `all` asks until all is there. A write that meets a transaction or is throttled
 * is retried (`conflicts.ts`). Throws what DynamoDB throws then.
 */
export const tableOf = (lowLevel: DynamoDBClient, TableName: string, rests: Rests = realRests) => {
  const client = DynamoDBDocumentClient.from(lowLevel, { marshallOptions: { removeUndefinedValues: true } });
  const page = async (range: Range): Promise<Page> => {
    const { Items = [], LastEvaluatedKey: last } = await client.send(queryOf(TableName, range));
    return { items: Items, ...(last && { last }) };
  };
  return {
    /** As the last write left it. `lax`: or as it was a moment ago, for half the price. */
    get: async (key: Key, { lax = false } = {}): Promise<Item | undefined> => {
      const input = { TableName, Key: key, ConsistentRead: !lax };
      return (await client.send(new GetCommand(input))).Item;
    },
    /** Those that exist of at most a hundred keys, in any order. */
    getAll: async (keys: readonly Key[], { lax = false } = {}): Promise<readonly Item[]> => {
      const found: Item[] = [];
      let left: Record<string, unknown>[] | undefined = [...keys];
      for (let tries = 0; left && left.length > 0 && tries < batchTriesAtMost; tries++) {
        const request = { RequestItems: { [TableName]: { Keys: left, ConsistentRead: !lax } } };
        const answer: BatchGetCommandOutput = await client.send(new BatchGetCommand(request));
        found.push(...(answer.Responses?.[TableName] ?? []));
        left = answer.UnprocessedKeys?.[TableName]?.Keys;
      }
      return found;
    },
    page,
    /** All items of a range, of at most `pagesAtMost` pages. */
    all: async (range: Range, pagesAtMost = Number.POSITIVE_INFINITY): Promise<readonly Item[]> => {
      const found: Item[] = [];
      let start: Item | undefined;
      for (let pages = 0; pages < pagesAtMost; pages++) {
        const { items, last } = await page({ ...range, start });
        found.push(...items);
        if (!last) break;
        start = last;
      }
      return found;
    },
    /** Writes all or nothing. `false` where a condition did not hold. */
    write: async (...writes: readonly Write[]): Promise<boolean> => {
      try {
        await persistently(() => send(client, TableName, writes), rests);
        return true;
      } catch (error) {
        if (whyNotWritten(error) === "condition") return false;
        throw error;
      }
    },
    /** Gives what it wrote, or the item as it is where the condition did not hold. */
    update: async (update: Update): Promise<Result<Item, Item | undefined>> => {
      const ReturnValues = { ReturnValues: "UPDATED_NEW", ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;
      const input = { ...updateOf(TableName, update), ...ReturnValues };
      try {
        const { Attributes = {} } = await persistently(() => client.send(new UpdateCommand(input)), rests);
        return ok(Attributes);
      } catch (error) {
        // The document client leaves what an error holds as DynamoDB stores it.
        if (error instanceof ConditionalCheckFailedException) return fail(error.Item && unmarshall(error.Item));
        throw error;
      }
    },
  };
};
export type Table = ReturnType<typeof tableOf>;

/** Names in a key what may be long, or must not be read. */
export const hashed = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 40);

/** When DynamoDB may delete an item: it does within two days. */
export const expiryOf = (at: Instant, { days = 0, hours = 0 }): number =>
  Math.ceil(msOf(at) / 1000) + (days * 24 + hours) * 3_600;

/** A place in a list as in an address, and back. Empty for none. */
export const cursorOf = (place: string | undefined): { readonly cursor?: string } =>
  place === undefined ? {} : { cursor: Buffer.from(place).toString("base64url") };
export const placeOf = (cursor: string | undefined): string => Buffer.from(cursor ?? "", "base64url").toString();
