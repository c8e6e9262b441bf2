import { hash } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { noAnswers } from "../channel/standing.ts";
import type { ChannelCounts } from "../channel/work.ts";
import type { Instant } from "../kernel/instant.ts";

const counted = z.object({ reports: z.number() });
const answered = z.object({ fair: z.number(), mistaken: z.number(), duplicate: z.number() }).partial();
/** Longer than a domain is abused for, as a rule; whoever has it then may be somebody else. */
const keptSeconds = 365 * 24 * 60 * 60;

/** By the domain's hash: its name in a key would say what was reported. */
const keyOf = (provider: string, domain: string) => ({
  pk: `CHANNEL#${provider}`,
  sk: hash("sha256", domain).slice(0, 40),
});

const monthOf = (provider: string, now: Instant) => ({
  pk: `CHANNEL#${provider}`,
  sk: `ANSWERS#${now.slice(0, "2026-11".length)}`,
});

/**
 * Counters in the table, one for each provider and domain, and one for its answers of a month.
 * Network: one read, or one write; throws what the table throws.
 */
export const dynamoChannelCounts = (
  table: DynamoDBDocumentClient,
  TableName: string,
  nowMs: () => number,
): ChannelCounts => ({
  answers: async (provider, now) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: monthOf(provider, now) }));
    return { ...noAnswers, ...answered.parse(Item ?? {}) };
  },
  noteAnswer: async (provider, kind, now) => {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: monthOf(provider, now),
        UpdateExpression: "ADD #kind :one SET expiresAt = :expires",
        ExpressionAttributeNames: { "#kind": kind },
        ExpressionAttributeValues: { ":one": 1, ":expires": Math.floor(nowMs() / 1000) + keptSeconds },
      }),
    );
  },
  of: async (provider, domain) => {
    const { Item } = await table.send(
      new GetCommand({ TableName, Key: keyOf(provider, domain), ConsistentRead: true }),
    );
    return Item === undefined ? 0 : counted.parse(Item).reports;
  },
  note: async (provider, domain) => {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: keyOf(provider, domain),
        UpdateExpression: "ADD reports :one SET expiresAt = :expires",
        ExpressionAttributeValues: { ":one": 1, ":expires": Math.floor(nowMs() / 1000) + keptSeconds },
      }),
    );
  },
});
