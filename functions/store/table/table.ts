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

/*
 * The one way to the table. Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md.
 */

/** An item, or the values of an expression. What is `undefined` in it is left out. */
export type Item = Readonly<Record<string, unknown>>;
export type Key = { readonly pk: string; readonly sk: string };

/**
 * What must hold. In expressions `:at` is the value `at`, and `#at` the attribute of that name (DynamoDB reserves
 * some), or of the one that `names` has for it.
 */
type Guard = {
  readonly where?: string;
  readonly values?: Item;
  readonly names?: Readonly<Record<string, string>>;
};
type Update = Guard & { readonly update: Key; readonly by: string };
/** One write, alone or of a transaction. */
export type Write =
  | Update
  | (Guard & { readonly put: Item })
  | (Guard & { readonly remove: Key })
  | (Guard & { readonly check: Key; readonly where: string });

/** The condition under which an item is written for the first time. */
export const isNew = "attribute_not_exists(pk)";

/** That an item stands as it was read. `orNew`: it was read so where there was none. */
export const stillIs = (read: Item, orNew: boolean): Guard => {
  const stands = Object.keys(read)
    .map((name) => `#${name} = :${name}`)
    .join(" AND ");
  return { where: orNew ? `${isNew} OR (${stands})` : stands, values: read };
};

/** The keys of the table, and of its indexes (`infra/stack/constructs/case-table.ts`). */
export const keysOf = {
  table: { partition: "pk", sort: "sk" },
  review: { partition: "reviewShard", sort: "reviewRank" },
  opened: { partition: "openedDay", sort: "openedAt" },
  due: { partition: "dueShard", sort: "dueAt" },
} as const;
export type Index = Exclude<keyof typeof keysOf, "table">;

/** Items of one partition in the order of their sort keys. */
export type Range = {
  readonly index?: Index;
  readonly pk: string;
  readonly sk?: readonly ["<" | "<=" | ">" | "begins", string] | undefined;
  readonly newestFirst?: true | undefined;
  /** As new as the last write; an index can't be. */
  readonly consistent?: true;
  readonly limit?: number;
  readonly start?: Item | undefined;
};
/** `last`: the key behind which the next page starts, where there may be one. */
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

/** So often a batch asks again for what a busy table left out; then that counts as not there. */
const batchTriesAtMost = 3;

/**
 * A table of DynamoDB. Network: one call for each method, but for `all`, which asks until all is there. A write that
 * meets a transaction, or is throttled, is done again (`conflicts.ts`). Throws what DynamoDB throws then.
 */
export const tableOf = (lowLevel: DynamoDBClient, TableName: string, rests: Rests = realRests) => {
  const client = DynamoDBDocumentClient.from(lowLevel, { marshallOptions: { removeUndefinedValues: true } });
  const page = async (range: Range): Promise<Page> => {
    const { Items = [], LastEvaluatedKey: last } = await client.send(queryOf(TableName, range));
    return { items: Items, ...(last && { last }) };
  };
  return {
    /** An item as the last write left it; `lax`: or as it was a moment ago, for half the price. */
    get: async (key: Key, { lax = false } = {}): Promise<Item | undefined> => {
      const input = { TableName, Key: key, ConsistentRead: !lax };
      return (await client.send(new GetCommand(input))).Item;
    },
    /** Of at most a hundred keys the items that are there, in any order. */
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
    /** All items of a range; of as many pages as are allowed. */
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
    /** Writes all of it or nothing; false where a condition did not hold. */
    write: async (...writes: readonly Write[]): Promise<boolean> => {
      try {
        await persistently(() => send(client, TableName, writes), rests);
        return true;
      } catch (error) {
        if (whyNotWritten(error) === "condition") return false;
        throw error;
      }
    },
    /** Updates an item, and gives what it wrote there; where its condition did not hold, the item as it is. */
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

/** The name under which a key has what may be long, or must not be read. */
export const hashed = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 40);

/** When DynamoDB may delete an item: it does within two days of that. */
export const expiryOf = (at: Instant, { days = 0, hours = 0 }): number =>
  Math.ceil(msOf(at) / 1000) + (days * 24 + hours) * 3_600;

/** A place in a list as an address has it, and back; empty for what is none. */
export const cursorOf = (place: string | undefined): { readonly cursor?: string } =>
  place === undefined ? {} : { cursor: Buffer.from(place).toString("base64url") };
export const placeOf = (cursor: string | undefined): string => Buffer.from(cursor ?? "", "base64url").toString();
