import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** `reads`: which of the calls read one item. */
export type Calls = { readonly calls: number; readonly reads: number; readonly megabytes: number };

/** How many calls went over a client since that was taken last, and how large their answers were. */
export const countsCalls = (client: DynamoDBClient) => {
  let [calls, reads, bytes, weighed] = [0, 0, 0, true];
  client.middlewareStack.add((next, { commandName }) => async (args) => {
    calls++;
    if (commandName === "GetItemCommand") reads++;
    const answer = await next(args);
    if (weighed) bytes += JSON.stringify(answer.output).length;
    return answer;
  });
  return {
    take: (): Calls => {
      const these = { calls, reads, megabytes: bytes / 1e6 };
      [calls, reads, bytes] = [0, 0, 0];
      return these;
    },
    weighs: (does: boolean): void => {
      weighed = does;
    },
  };
};
