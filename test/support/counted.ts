import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** A client to the same table, which counts what it is asked to send. */
export const counted = (client: DynamoDBClient): { readonly client: DynamoDBClient; readonly calls: () => number } => {
  let calls = 0;
  const middlewareStack = client.middlewareStack.clone();
  middlewareStack.add(
    (next) => (args) => {
      calls++;
      return next(args);
    },
    { step: "build" },
  );
  return { client: Object.create(client, { middlewareStack: { value: middlewareStack } }), calls: () => calls };
};
