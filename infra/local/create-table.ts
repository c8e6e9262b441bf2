import {
  CreateTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";

/** Each with its partition and sort key; they hold keys alone. */
export const indexes = {
  due: ["dueShard", "dueAt"],
  review: ["reviewShard", "reviewRank"],
  opened: ["openedDay", "openedAt"],
} as const;

/**
 * Makes the cases' table as the stack does (`constructs/case-table.ts`); a test holds the two
 * together. Leaves one that is there.
 */
export const createTable = async (client: DynamoDBClient, TableName: string): Promise<void> => {
  const names = ["pk", "sk", ...Object.values(indexes).flat()];
  try {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
        GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, [partition, sort]]) => ({
          IndexName,
          KeySchema: [
            { AttributeName: partition, KeyType: "HASH" },
            { AttributeName: sort, KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "KEYS_ONLY" },
        })),
      }),
    );
  } catch (error) {
    // State survives a restart: the table of the last run is the table of this one.
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  // A table that was made is still "CREATING" for a moment, and a write to it finds no such
  // resource.
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName });
};
