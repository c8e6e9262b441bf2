import batchGetItem from "dynalite/actions/batchGetItem.js";
import batchWriteItem from "dynalite/actions/batchWriteItem.js";
import createTable from "dynalite/actions/createTable.js";
import deleteItem from "dynalite/actions/deleteItem.js";
import deleteTable from "dynalite/actions/deleteTable.js";
import describeTable from "dynalite/actions/describeTable.js";
import getItem from "dynalite/actions/getItem.js";
import listTables from "dynalite/actions/listTables.js";
import listTagsOfResource from "dynalite/actions/listTagsOfResource.js";
import putItem from "dynalite/actions/putItem.js";
import query from "dynalite/actions/query.js";
import scan from "dynalite/actions/scan.js";
import tagResource from "dynalite/actions/tagResource.js";
import untagResource from "dynalite/actions/untagResource.js";
import updateItem from "dynalite/actions/updateItem.js";
import updateTable from "dynalite/actions/updateTable.js";
import type { Done, Store } from "dynalite/db/index.js";
import * as batchGetItemRules from "dynalite/validations/batchGetItem.js";
import * as batchWriteItemRules from "dynalite/validations/batchWriteItem.js";
import * as createTableRules from "dynalite/validations/createTable.js";
import * as deleteItemRules from "dynalite/validations/deleteItem.js";
import * as deleteTableRules from "dynalite/validations/deleteTable.js";
import * as describeTableRules from "dynalite/validations/describeTable.js";
import * as getItemRules from "dynalite/validations/getItem.js";
import { checkTypes, checkValidations } from "dynalite/validations/index.js";
import * as listTablesRules from "dynalite/validations/listTables.js";
import * as listTagsOfResourceRules from "dynalite/validations/listTagsOfResource.js";
import * as putItemRules from "dynalite/validations/putItem.js";
import * as queryRules from "dynalite/validations/query.js";
import * as scanRules from "dynalite/validations/scan.js";
import * as tagResourceRules from "dynalite/validations/tagResource.js";
import * as untagResourceRules from "dynalite/validations/untagResource.js";
import * as updateItemRules from "dynalite/validations/updateItem.js";
import * as updateTableRules from "dynalite/validations/updateTable.js";

export type Body = Readonly<Record<string, unknown>>;

/** What DynamoDB answers when it says no: its error's type and the fields beside it. */
export class Refused extends Error {
  readonly body: Body;
  constructor(body: Body) {
    super(String(body.message ?? body.Message ?? body.__type));
    this.body = body;
  }
}

type Action = (store: Store, data: Record<string, unknown>, done: Done<unknown>) => void;
const operations: Readonly<
  Record<string, { readonly action: Action; readonly rules: { readonly types: unknown; readonly custom: unknown } }>
> = {
  BatchGetItem: { action: batchGetItem, rules: batchGetItemRules },
  BatchWriteItem: { action: batchWriteItem, rules: batchWriteItemRules },
  CreateTable: { action: createTable, rules: createTableRules },
  DeleteItem: { action: deleteItem, rules: deleteItemRules },
  DeleteTable: { action: deleteTable, rules: deleteTableRules },
  DescribeTable: { action: describeTable, rules: describeTableRules },
  GetItem: { action: getItem, rules: getItemRules },
  ListTables: { action: listTables, rules: listTablesRules },
  ListTagsOfResource: { action: listTagsOfResource, rules: listTagsOfResourceRules },
  PutItem: { action: putItem, rules: putItemRules },
  Query: { action: query, rules: queryRules },
  Scan: { action: scan, rules: scanRules },
  TagResource: { action: tagResource, rules: tagResourceRules },
  UntagResource: { action: untagResource, rules: untagResourceRules },
  UpdateItem: { action: updateItem, rules: updateItemRules },
  UpdateTable: { action: updateTable, rules: updateTableRules },
};

export const isOperation = (name: string): boolean => Object.hasOwn(operations, name);

/**
 * Checks a request as dynalite does: its types, then its values and expressions, which it parses on
 * the way. Throws `Refused`.
 */
export const readRequest = (operation: string, body: Body, store: Store): Record<string, unknown> => {
  const rules = operations[operation]?.rules;
  if (!rules) throw new Refused({ __type: "com.amazon.coral.service#UnknownOperationException" });
  try {
    // dynalite drops what it does not know from the object that it is given.
    const data = checkTypes({ ...body }, rules.types);
    checkValidations(data, rules.types, rules.custom, store);
    return data;
  } catch (error) {
    throw refusal(error);
  }
};

/**
 * Runs one of dynalite's actions on a store, which may be the real one or a stage. Throws
 * `Refused`.
 */
export const run = (operation: string, store: Store, data: Record<string, unknown>): Promise<Body> =>
  new Promise((resolve, reject) => {
    const action = operations[operation]?.action;
    if (!action) return reject(new Refused({ __type: "com.amazon.coral.service#UnknownOperationException" }));
    action(store, data, (error, answer) => (error ? reject(refusal(error)) : resolve(isBody(answer) ? answer : {})));
  });

export const isBody = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const refusal = (error: unknown): unknown =>
  isBody(error) && "statusCode" in error && isBody(error.body) ? new Refused(error.body) : error;
