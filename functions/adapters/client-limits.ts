/**
 * The SDK's retries for everything but SES: three attempts within about a second, with jitter, each bounded, so
 * that a throttled read does not cost three minutes of its queue's visibility. The only layer of retries, but for
 * writes of cases that meet a transaction or have no room (`store/table/conflicts.ts`). What outlasts a second goes
 * back to its queue or is found by the sweep: a new look at the case, no repeated call.
 *
 * Every such call may be repeated: reads, transactions (the SDK's token and our version), hints and notifications.
 * A mail may not: `sesClient` asks once (`ses-sender.ts`).
 *
 * Without these timeouts the SDK waits for a dead socket until the function's time is over.
 */
export const clientLimits = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;
