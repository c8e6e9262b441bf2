/**
 * How the SDK's clients ask everything but SES: three attempts within about a second, with jitter,
 * each bounded, so that one throttled read does not cost a message three minutes of its queue's
 * visibility. This is the one layer of retries, but for writes of cases that meet a transaction or
 * have no room, which the SDK does not repeat (`store/table/conflicts.ts`). No step asks again by itself;
 * what outlasts a second goes back to its queue as a whole, or is found by the sweep, and that is a
 * new look at the case and no repetition of the call.
 *
 * All that is asked this way may be asked twice: reads; transactions, which carry a token of the
 * SDK's and a version of ours; hints and notifications, which may come twice. A mail may not:
 * `sesClient` asks once (`ses-sender.ts`).
 *
 * Bounds: without a time limit of its own the SDK waits for a dead socket until the function's time
 * is over.
 */
export const clientLimits = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;
