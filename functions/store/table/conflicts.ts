import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { fullJitterMs } from "../../kernel/full-jitter.ts";

/**
 * Why the table did not do a write.
 * - `condition`: the item does not stand as the write asks. Only reading again helps.
 * - `conflict`: the item was in another transaction, which may be cancelled too: nobody knows who was first.
 * - `throttled`: the table, or one partition, had no room for a transaction.
 * - `other`: all else, including what the SDK has retried already.
 */
export type NotWritten = "condition" | "conflict" | "throttled" | "other";

/**
 * DynamoDB API Reference, TransactWriteItems, "TransactionCanceledException": a reason per action, by code.
 */
const throttles: readonly unknown[] = ["ThrottlingError", "ProvisionedThroughputExceeded"];

export const whyNotWritten = (error: unknown): NotWritten => {
  if (error instanceof ConditionalCheckFailedException) return "condition";
  if (error instanceof TransactionConflictException) return "conflict";
  if (!(error instanceof TransactionCanceledException)) return "other";
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
  if (codes.includes("ConditionalCheckFailed")) return "condition";
  if (codes.includes("TransactionConflict")) return "conflict";
  return codes.some((code) => throttles.includes(code)) ? "throttled" : "other";
};

/** How a write waits for its retry: `ms` of real time, and a number from 0 up to 1. */
export type Rests = { readonly rest: (ms: number) => Promise<void>; readonly random: () => number };

export const realRests: Rests = {
  rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

const triesAtMost = 5;
/** Transactions take ms, locks may outlive answers (aws-sdk-js-v3 #7093). Partitions split in seconds. */
const rests = { conflict: { firstMs: 20, longestMs: 160 }, throttled: { firstMs: 100, longestMs: 800 } } as const;

export const restMs = (why: "conflict" | "throttled", tries: number, random: number): number =>
  fullJitterMs(rests[why], tries, random);

/**
 * Retries a write that met a transaction or a throttle, five tries within a second or two at most, then throws what
 * it met last. The SDK retries neither: `TransactionConflictException` is not on its list, and a cancelled
 * transaction counts as final. `write` sends its own command each time, since a transaction's token stands for one
 * attempt.
 */
export const persistently = async <T>(write: () => Promise<T>, { rest, random }: Rests): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await write();
    } catch (error) {
      const why = whyNotWritten(error);
      if ((why !== "conflict" && why !== "throttled") || tries >= triesAtMost - 1) throw error;
      await rest(restMs(why, tries, random()));
    }
  }
};

/** Rests between tries at one case, longer each time and spread, so that writers do not meet again. */
export const restBetweenTries = (tries: number): Promise<void> =>
  realRests.rest(fullJitterMs({ firstMs: 25, longestMs: 400 }, tries, realRests.random()));
