import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import { fullJitterMs } from "../../kernel/full-jitter.ts";

/**
 * Why the table did not do a write.
 * - `condition`: the item does not stand as the write asks. Nothing changes that but to read again.
 * - `conflict`: the item was in another transaction at this moment, which may be cancelled as well:
 *   nobody knows who was first.
 * - `throttled`: a transaction that the table, or one partition of it, had no room for.
 * - `other`: all else, also what the SDK has repeated already.
 */
export type NotWritten = "condition" | "conflict" | "throttled" | "other";

/**
 * DynamoDB API Reference, TransactWriteItems, "TransactionCanceledException": the reasons by their
 * codes, for each action one.
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

/** How a write waits for its next try: `ms` of real time, and a number from 0 up to 1. */
export type Rests = { readonly rest: (ms: number) => Promise<void>; readonly random: () => number };

export const realRests: Rests = {
  rest: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

const triesAtMost = 5;
/**
 * A transaction is over in some milliseconds, though its locks may outlive its answer
 * (aws-sdk-js-v3 #7093); a partition splits in seconds.
 */
const rests = { conflict: { firstMs: 20, longestMs: 160 }, throttled: { firstMs: 100, longestMs: 800 } } as const;

export const restMs = (why: "conflict" | "throttled", tries: number, random: number): number =>
  fullJitterMs(rests[why], tries, random);

/**
 * Does a write again that met a transaction or a throttle, five times within a second or two at
 * most, and then throws what it met last. The SDK repeats neither: `TransactionConflictException`
 * is not among what it repeats, and a cancelled transaction it takes for final. `write` sends a
 * command of its own each time, since a transaction's token stands for one attempt alone.
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

/**
 * Rests between two tries at the same case, longer after each and spread, so that writers who met
 * once do not meet again.
 */
export const restBetweenTries = (tries: number): Promise<void> =>
  realRests.rest(fullJitterMs({ firstMs: 25, longestMs: 400 }, tries, realRests.random()));
