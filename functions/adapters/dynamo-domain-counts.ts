import { hash } from "node:crypto";
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { DomainCounts } from "../channel/work.ts";

const counted = z.object({ reports: z.number() });
/** Longer than a domain is abused for, as a rule; whoever has it then may be somebody else. */
const keptSeconds = 365 * 24 * 60 * 60;

/** By the domain's hash: its name in a key would say what was reported. */
const keyOf = (provider: string, domain: string) => ({
  pk: `CHANNEL#${provider}`,
  sk: hash("sha256", domain).slice(0, 40),
});

/**
 * Counters in the table, one for each provider and domain. Network: one read, or one write; throws
 * what the table throws.
 */
export const dynamoDomainCounts = (
  table: DynamoDBDocumentClient,
  TableName: string,
  nowMs: () => number,
): DomainCounts => ({
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
