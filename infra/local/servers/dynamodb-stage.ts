import type { AttributeValue, Item, ItemDb, LevelOperation, Store, Table } from "dynalite/db/index.js";
import { Refused } from "./dynalite-operations.ts";

/**
 * A store that reads what is really there and only notes what would be written. dynalite's own
 * actions run on it, so conditions, updates and indexes mean what they mean in dynalite; what they
 * noted is then written in one LevelDB batch.
 */
export type Stage = { readonly store: Store; readonly operations: LevelOperation[] };

export const stageOn = (real: Store): Stage => {
  const operations: LevelOperation[] = [];
  // The prefixes are dynalite's: `item-<table>~<key>` and `index-<kind>~<table>~<index>~<key>`.
  const noting = (prefix: string, reads: ItemDb, check: (item: Item) => Error | undefined): ItemDb => ({
    get: (key, done) => reads.get(key, done),
    put: (key, item, done) => {
      const wrong = check(item);
      if (wrong) return done(wrong);
      operations.push({ type: "put", key: `${prefix}~${key}`, value: item });
      done(null);
    },
    del: (key, done) => {
      operations.push({ type: "del", key: `${prefix}~${key}` });
      done(null);
    },
    // Writes come one after the other here; there is nobody to lock out.
    lock: (_key, locked) => locked((done) => done),
  });
  const tables = new Map<string, Table>();
  const store: Store = {
    ...real,
    getTable: (name, checkStatus, done) => {
      const answer = typeof checkStatus === "function" ? checkStatus : done;
      real.getTable(name, (error, table) => {
        if (table) tables.set(name, table);
        answer?.(error, table);
      });
    },
    getItemDb: (name) =>
      noting(`item-${name}`, real.getItemDb(name), (item) => {
        const table = tables.get(name);
        return table ? emptyIndexKey(item, table) : undefined;
      }),
    getIndexDb: (kind, table, index) =>
      noting(`index-${kind.toLowerCase()}~${table}~${index}`, real.getIndexDb(kind, table, index), () => undefined),
  };
  return { store, operations };
};

/**
 * AWS refuses an empty key of an index, where dynalite takes it: a sparse index would hold what it
 * should leave out.
 */
const emptyIndexKey = (
  item: Item,
  table: Table,
): (Error & { readonly statusCode: number; readonly body: object }) | undefined => {
  for (const { IndexName, KeySchema } of [
    ...(table.GlobalSecondaryIndexes ?? []),
    ...(table.LocalSecondaryIndexes ?? []),
  ]) {
    for (const { AttributeName } of KeySchema) {
      const kind = emptyKind(item[AttributeName]);
      if (!kind) continue;
      const message =
        "One or more parameter values are not valid. A value specified for a secondary index key is not " +
        `supported. The AttributeValue for a key attribute cannot contain an empty ${kind} value. IndexName: ` +
        `${IndexName}, IndexKey: ${AttributeName}`;
      return Object.assign(new Error(message), {
        statusCode: 400,
        body: { __type: "com.amazon.coral.validate#ValidationException", message },
      });
    }
  }
  return undefined;
};

const emptyKind = (value: AttributeValue | undefined): string | undefined =>
  value?.S === "" ? "string" : value?.B === "" ? "binary" : undefined;

/** Writes all that a stage noted, or nothing, and what follows from it. */
export type Commit = (operations: readonly LevelOperation[]) => Promise<void>;

/** Writes all that a stage noted, or nothing. */
export const writeStage = (real: Store, operations: readonly LevelOperation[]): Promise<void> =>
  operations.length === 0
    ? Promise.resolve()
    : new Promise((resolve, reject) => real.db.batch(operations, (error) => (error ? reject(error) : resolve())));

export const tableOf = (store: Store, name: string): Promise<Table> =>
  new Promise((resolve, reject) => {
    store.getTable(name, (error, table) => {
      if (table) resolve(table);
      else
        reject(
          new Refused({
            __type: "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
            message: error?.message ?? "Requested resource not found",
          }),
        );
    });
  });

/**
 * The same store, which remembers a table's description: dynalite reads it several times for each
 * item, each time a turn of the event loop and a JSON text to read. `forget` when a table is made,
 * changed or deleted.
 */
export const rememberTables = (real: Store): { readonly store: Store; readonly forget: () => void } => {
  const known = new Map<string, Table>();
  const store: Store = {
    ...real,
    getTable: (name, checkStatus, done) => {
      const answer = typeof checkStatus === "function" ? checkStatus : done;
      const table = known.get(name);
      if (table) return answer?.(null, table);
      real.getTable(name, checkStatus, (error, found) => {
        if (found?.TableStatus === "ACTIVE") known.set(name, found);
        answer?.(error, found);
      });
    },
  };
  return { store, forget: () => known.clear() };
};
