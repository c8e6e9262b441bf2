import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

export type Calls = { readonly calls: number; readonly megabytes: number };

/** How many calls went over a client since that was taken last, and how large their answers were in all. */
export const countsCalls = (client: DynamoDBClient) => {
  let [calls, bytes, weighed] = [0, 0, true];
  client.middlewareStack.add((next) => async (args) => {
    calls++;
    const answer = await next(args);
    if (weighed) bytes += JSON.stringify(answer.output).length;
    return answer;
  });
  return {
    take: (): Calls => {
      const these = { calls, megabytes: bytes / 1e6 };
      [calls, bytes] = [0, 0];
      return these;
    },
    weighs: (does: boolean): void => {
      weighed = does;
    },
  };
};
