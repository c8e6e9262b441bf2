import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { dynamoCaseStore } from "../../functions/adapters/dynamo-case-store.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aTableServer } from "../support/a-table-server.ts";
import { masterKeys } from "../support/master-keys.ts";

/*
 * DynamoDB is the dearest line of a notice's bill (`npm run bench:cost`). What the steps ask of it
 * is counted here, so that a call more is seen at once.
 */
const aTable = aTableServer();

/** Counts the calls on a client by their names, from one look to the next. */
const counted = (client: DynamoDBClient) => {
  let calls: Record<string, number> = {};
  client.middlewareStack.add((next, { commandName = "" }) => (args) => {
    const name = commandName.replace("Command", "");
    calls[name] = (calls[name] ?? 0) + 1;
    return next(args);
  });
  return () => {
    const these = calls;
    calls = {};
    return these;
  };
};

/** Each step by itself, in a process that has not seen the case before. */
const aFlowInSteps = async () => {
  const { client, name } = await aTable();
  const calls = counted(client);
  const freshStore = () => dynamoCaseStore(client, name, masterKeys);
  let store = freshStore();
  const flow = aFlow({}, { store: new Proxy(store, { get: (_, port) => Reflect.get(store, port) }) });
  const step = async <T>(does: () => Promise<T>) => {
    store = freshStore();
    calls();
    await does();
    return calls();
  };
  return { flow, step };
};

describe("what one notice asks of the table", () => {
  test("is one read of its case for each step, and a write for each thing that happens", async () => {
    const { flow, step } = await aFlowInSteps();
    // Whether the report is known; its target's open case and the one by which it was removed.
    expect(await step(() => flow.takeIn(nativeMessage()))).toEqual({ GetItem: 3, TransactWriteItems: 1 });
    expect(await step(flow.runOne)).toEqual({ GetItem: 1, Query: 1, TransactWriteItems: 1 });
    // The case, and whether the desk complained; the claim, and what SES answered. The flow counts
    // a desk's mails in memory.
    expect(await step(flow.runOne)).toEqual({ GetItem: 2, TransactWriteItems: 2 });
    expect(flow.mails).toHaveLength(1);
  });
});
