import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** The same client, which counts what it is asked to send. */
export const counted = (client: DynamoDBClient): { readonly client: DynamoDBClient; readonly calls: () => number } => {
  let calls = 0;
  const counting = new Proxy(client, {
    get: (of, name) => {
      if (name !== "send") return Reflect.get(of, name);
      return (command: Parameters<typeof of.send>[0]) => {
        calls++;
        return of.send(command);
      };
    },
  });
  return { client: counting, calls: () => calls };
};
