import { create, type Store } from "dynalite/db/index.js";
import { type Body, isBody, isOperation, Refused, readRequest, run } from "./dynalite-operations.ts";
import { itemLocks } from "./dynamodb-locks.ts";
import { type Commit, rememberTables, stageOn, tableOf, writeStage } from "./dynamodb-stage.ts";
import { type OnRecords, recordsOf } from "./dynamodb-stream.ts";
import {
  itemAt,
  placeOf,
  placesOf,
  readToken,
  type Tokens,
  transactGet,
  transactWrite,
} from "./dynamodb-transactions.ts";
import { type Running, startHttp } from "./loopback.ts";

export type TableOptions = {
  readonly port: number;
  readonly path?: string;
  readonly nowMs?: () => number;
  readonly onRecords?: OnRecords;
};

/** Does one write after the other; `idle` comes when none is left. */
const oneByOne = () => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    alone: <T>(write: () => Promise<T>): Promise<T> => {
      const mine = last.then(write);
      // The next in line waits for the end of this one, however it ends.
      last = mine.catch(() => undefined);
      return mine;
    },
    idle: (): Promise<unknown> => last,
  };
};

/** Answers each operation on a store that is open. */
const operationsOn = (
  store: Store,
  alone: <T>(write: () => Promise<T>) => Promise<T>,
  { nowMs = Date.now, onRecords }: TableOptions,
): ((operation: string, body: Body) => Promise<Body>) => {
  const items = rememberTables(store);
  const tokens: Tokens = new Map();
  const underWay = new Set<string>();
  const locks = itemLocks();

  const commit: Commit = async (operations) => {
    const records = onRecords ? await recordsOf(items.store, operations) : [];
    await writeStage(store, operations);
    if (records.length > 0) onRecords?.(records);
  };

  const writeOne = async (operation: string, body: Body): Promise<Body> => {
    const place = await placeOf(items.store, body);
    return locks.inWrite(place, () => alone(() => write(items.store, operation, body, commit)));
  };
  const writeTogether = async (body: Body): Promise<Body> => {
    const token = readToken(body);
    const places = await placesOf(items.store, body);
    if (token !== undefined && underWay.has(token))
      throw new Refused({
        __type: "com.amazonaws.dynamodb.v20120810#TransactionInProgressException",
        Message: "The transaction with the given request token is already in progress.",
      });
    if (token !== undefined) underWay.add(token);
    const carryOut = () => alone(() => transactWrite(items.store, body, tokens, nowMs(), commit));
    try {
      // One that is done already has nothing to do with its items.
      return await (token !== undefined && tokens.has(token) ? carryOut() : locks.inTransaction(places, carryOut));
    } finally {
      if (token !== undefined) underWay.delete(token);
    }
  };
  const readTogether = async (body: Body): Promise<Body> => {
    locks.beforeRead(await placesOf(items.store, body));
    return alone(() => transactGet(items.store, body));
  };

  return (operation, body) => {
    switch (operation) {
      case "PutItem":
      case "UpdateItem":
      case "DeleteItem":
        return writeOne(operation, body);
      case "BatchWriteItem":
        return alone(() => write(items.store, operation, body, commit));
      case "TransactWriteItems":
        return writeTogether(body);
      case "TransactGetItems":
        return readTogether(body);
      case "UpdateTimeToLive":
        return alone(() => updateTimeToLive(store, body));
      case "DescribeTimeToLive":
        return describeTimeToLive(store, body);
      case "GetItem":
      case "BatchGetItem":
      case "Query":
      case "Scan":
        return run(operation, items.store, readRequest(operation, body, items.store));
      default:
        if (!isOperation(operation))
          return Promise.reject(new Refused({ __type: "com.amazon.coral.service#UnknownOperationException" }));
        items.forget();
        return run(operation, store, readRequest(operation, body, store)).finally(items.forget);
    }
  };
};

/**
 * DynamoDB on loopback: dynalite's actions and validations, and what dynalite 4.0.0 lacks:
 * TransactWriteItems, TransactGetItems, UpdateTimeToLive, the old item with a failed condition, and
 * AWS's refusal of empty index keys.
 *
 * It refuses what DynamoDB refuses: requests that meet at one item, where one is a transaction
 * (`dynamodb-locks.ts`), more than 100 actions or 4 MB in one, an item above 400 KB, a token of
 * more than 36 characters, and one that is under way.
 *
 * All writes run one after the other, and each is one LevelDB batch with its index entries: a
 * process that ends in the middle of a transaction leaves all of it or nothing. Time to live is
 * remembered and described, never carried out: AWS promises no hour for it either. `onRecords` gets
 * what the tables' streams would hold, after each write.
 *
 * `path` is a folder of LevelDB files; without it everything is in memory. Throws `PortInUse`, and
 * LevelDB's error when the folder is locked by another process or cannot be written.
 */
export const startDynamoDb = async (options: TableOptions): Promise<Running> => {
  const store = create({ path: options.path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  await store.db.open();
  const { alone, idle } = oneByOne();
  const answerTo = operationsOn(store, alone, options);
  const listening = await startHttp(options.port, async (request, bytes) => {
    const target = String(request.headers["x-amz-target"] ?? "").split(".")[1] ?? "";
    const headers = { "content-type": "application/x-amz-json-1.0" };
    try {
      return { status: 200, headers, body: JSON.stringify(await answerTo(target, readJson(bytes))) };
    } catch (error) {
      if (error instanceof Refused) return { status: 400, headers, body: JSON.stringify(error.body) };
      const message = error instanceof Error ? error.message : "failed";
      return {
        status: 500,
        headers,
        body: JSON.stringify({ __type: "com.amazonaws.dynamodb.v20120810#InternalServerError", message }),
      };
    }
  }).catch(async (error: unknown) => {
    await store.db.close();
    throw error;
  });
  let closing: Promise<void> | undefined;
  return {
    ...listening,
    close: () => {
      closing ??= listening
        .close()
        .then(idle)
        .then(() => store.db.close());
      return closing;
    },
  };
};

const readJson = (bytes: Buffer): Body => {
  try {
    const body: unknown = JSON.parse(bytes.toString("utf8"));
    if (isBody(body)) return body;
  } catch {
    // Said below, as DynamoDB says it.
  }
  throw new Refused({ __type: "com.amazon.coral.service#SerializationException" });
};

const write = async (store: Store, operation: string, body: Body, commit: Commit): Promise<Body> => {
  const stage = stageOn(store);
  try {
    const answer = await run(operation, stage.store, readRequest(operation, body, store));
    await commit(stage.operations);
    return answer;
  } catch (error) {
    const wantsOld = body.ReturnValuesOnConditionCheckFailure === "ALL_OLD";
    if (
      !(error instanceof Refused) ||
      !wantsOld ||
      !String(error.body.__type).endsWith("ConditionalCheckFailedException")
    )
      throw error;
    const item = await itemAt(store, body);
    throw item ? new Refused({ ...error.body, Item: item }) : error;
  }
};

const timeToLiveKey = (table: string): string => `time-to-live~${table}`;

const updateTimeToLive = async (store: Store, body: Body): Promise<Body> => {
  const { TableName: table, TimeToLiveSpecification: specification } = body;
  await tableOf(store, String(table));
  if (
    !isBody(specification) ||
    typeof specification.AttributeName !== "string" ||
    typeof specification.Enabled !== "boolean"
  ) {
    throw new Refused({
      __type: "com.amazon.coral.validate#ValidationException",
      message: "TimeToLiveSpecification must name an attribute and say whether it is enabled",
    });
  }
  await new Promise<void>((resolve, reject) =>
    store.db.put(timeToLiveKey(String(table)), specification, (error) => (error ? reject(error) : resolve())),
  );
  return { TimeToLiveSpecification: specification };
};

const describeTimeToLive = async (store: Store, body: Body): Promise<Body> => {
  await tableOf(store, String(body.TableName));
  const known = await new Promise<unknown>((resolve) =>
    store.db.get(timeToLiveKey(String(body.TableName)), (error, value) => resolve(error ? undefined : value)),
  );
  const enabled = isBody(known) && known.Enabled === true;
  return {
    TimeToLiveDescription: enabled
      ? { TimeToLiveStatus: "ENABLED", AttributeName: known.AttributeName }
      : { TimeToLiveStatus: "DISABLED" },
  };
};
