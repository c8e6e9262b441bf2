import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { daySpentBy } from "../notice/day-quota.ts";
import type { Sending } from "../notice/sending.ts";
import { breakerCounters } from "./breaker-counters.ts";
import { lastQuota } from "./ses-quota.ts";

/** What the senders wrote down about sending. Network: two reads for the state, one write to resume. Throws what the table throws. */
export const tableSending = (table: DynamoDBDocumentClient, TableName: string): Sending => {
  const { senderState, resume } = breakerCounters(table, TableName, Math.random);
  const lastWord = lastQuota(table, TableName);
  return {
    state: async () => {
      const [lane, word] = await Promise.all([senderState(), lastWord()]);
      const spent = daySpentBy(word, Date.now());
      return { lane, ...(word && spent && { day: { spent, perDay: word.perDay, sentInLastDay: word.sentInLastDay } }) };
    },
    resume,
  };
};
