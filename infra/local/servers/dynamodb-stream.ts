import type { AttributeValue, DynamoDBRecord } from "aws-lambda";
import type { LevelOperation, Store } from "dynalite/db/index.js";
import { tableOf } from "./dynamodb-stage.ts";

/** Takes what a table's stream would hold after one write, in the order of the writes. */
export type OnRecords = (records: readonly DynamoDBRecord[]) => void;

const itemKey = /^item-([^~]+)~(.*)$/s;

/**
 * The stream records of what is about to be written, with view type NEW_IMAGE; asked before the
 * write, since only then the table tells a new item from one that is written anew. Index entries
 * are none.
 */
export const recordsOf = async (
  store: Store,
  operations: readonly LevelOperation[],
): Promise<readonly DynamoDBRecord[]> => {
  const records: DynamoDBRecord[] = [];
  for (const operation of operations) {
    const [, table, key] = itemKey.exec(operation.key) ?? [];
    if (table === undefined || key === undefined || operation.type !== "put" || !isImage(operation.value)) continue;
    const { KeySchema } = await tableOf(store, table);
    const NewImage = operation.value;
    records.push({
      eventName: (await isThere(store, table, key)) ? "MODIFY" : "INSERT",
      eventSource: "aws:dynamodb",
      dynamodb: {
        Keys: Object.fromEntries(
          KeySchema.flatMap(({ AttributeName }) =>
            NewImage[AttributeName] ? [[AttributeName, NewImage[AttributeName]]] : [],
          ),
        ),
        NewImage,
        StreamViewType: "NEW_IMAGE",
      },
    });
  }
  return records;
};

const isImage = (value: unknown): value is Record<string, AttributeValue> =>
  typeof value === "object" && value !== null;

const isThere = (store: Store, table: string, key: string): Promise<boolean> =>
  new Promise((resolve) => store.getItemDb(table).get(key, (error, item) => resolve(!error && item !== undefined)));
