/**
 * dynalite 4.0.0 ships no types; these are the parts that `dynamodb.ts` builds on, as read in its
 * source.
 */
declare module "dynalite/db/index.js" {
  export type AttributeValue = Readonly<Record<string, unknown>>;
  export type Item = Readonly<Record<string, AttributeValue>>;
  export type Key = { readonly AttributeName: string };
  export type Index = { readonly IndexName: string; readonly KeySchema: readonly Key[] };
  export type Table = {
    readonly TableName: string;
    readonly TableStatus: string;
    readonly KeySchema: readonly Key[];
    readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
    readonly GlobalSecondaryIndexes?: readonly Index[];
    readonly LocalSecondaryIndexes?: readonly Index[];
  };
  export type Done<T = void> = (error: Error | null | undefined, value?: T) => void;
  export type ItemDb = {
    readonly get: (key: string, done: Done<Item>) => void;
    readonly put: (key: string, item: Item, done: Done) => void;
    readonly del: (key: string, done: Done) => void;
    readonly lock: (key: string, locked: (release: (done: Done<unknown>) => Done<unknown>) => void) => void;
  };
  export type LevelOperation =
    | { readonly type: "put"; readonly key: string; readonly value: unknown }
    | { readonly type: "del"; readonly key: string };
  export type Store = {
    readonly options: { readonly maxItemSize: number };
    readonly db: {
      readonly get: (key: string, done: Done<unknown>) => void;
      readonly put: (key: string, value: unknown, done: Done) => void;
      readonly del: (key: string, done: Done) => void;
      readonly batch: (operations: readonly LevelOperation[], done: Done) => void;
      readonly open: () => Promise<void>;
      readonly close: () => Promise<void>;
    };
    readonly getTable: (name: string, checkStatus: boolean | Done<Table>, done?: Done<Table>) => void;
    readonly getItemDb: (table: string) => ItemDb;
    readonly getIndexDb: (kind: string, table: string, index: string) => ItemDb;
  };
  export const create: (options: {
    readonly path?: string | undefined;
    readonly createTableMs: number;
    readonly deleteTableMs: number;
    readonly updateTableMs: number;
  }) => Store;
  export const createIndexKey: (item: Item, table: Table, keySchema: readonly Key[]) => string;
  export const createKey: (item: Item, table: Table) => string;
  export const itemSize: (item: Item) => number;
  export const validateKey: (key: Item, table: Table) => Error | undefined;
  export const validateItem: (item: Item, table: Table) => Error | undefined;
}

declare module "dynalite/validations/index.js" {
  import type { Store } from "dynalite/db/index.js";
  export const checkTypes: (data: Record<string, unknown>, types: unknown) => Record<string, unknown>;
  export const checkValidations: (data: Record<string, unknown>, types: unknown, custom: unknown, store: Store) => void;
  export const toLowerFirst: (text: string) => string;
}

declare module "dynalite/actions/*" {
  import type { Done, Store } from "dynalite/db/index.js";

  const action: (store: Store, data: Record<string, unknown>, done: Done<unknown>) => void;
  export default action;
}

declare module "dynalite/validations/*" {
  export const types: unknown;
  export const custom: unknown;
}
