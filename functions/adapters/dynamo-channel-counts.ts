import { hash } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { noAnswers } from "../channel/standing.ts";
import type { ChannelCounts } from "../channel/work.ts";
import type { Instant } from "../kernel/instant.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import { type DocumentClient, GetCommand, UpdateCommand } from "./document-client.ts";

const counted = once(() => z.object({ reports: z.number() }));
const answered = once(() => z.partial(z.object({ fair: z.number(), mistaken: z.number(), duplicate: z.number() })));
const failing = once(() =>
  z.object({
    failures: z.number(),
    at: z.string(),
    why: z.string(),
    isTold: z.nullish(z.literal(true)),
  }),
);
const none = { failures: 0, at: "", why: "" };
/** Longer than a domain is abused for, as a rule; whoever has it then may be somebody else. */
const keptSeconds = 365 * 24 * 60 * 60;

/** By the domain's hash: its name in a key would say what was reported. */
const hashOf = (text: string): string => hash("sha256", text).slice(0, 40);
const keyOf = (provider: string, domain: string) => ({ pk: `CHANNEL#${provider}`, sk: hashOf(domain) });

/** By a hash, too. */
const putsOf = (provider: string, page: string) => ({ pk: `CHANNEL#${provider}`, sk: `PUT#${hashOf(page)}` });
/** A little longer than a provider is asked about a report (`case/decide/channels.ts`). */
const putKeptSeconds = 32 * 24 * 60 * 60;
const put = once(() =>
  z.pipe(
    z.string(),
    z.transform((line) => ({ at: line.slice(0, line.indexOf(" ")), notice: line.slice(line.indexOf(" ") + 1) })),
  ),
);
const puts = once(() =>
  z.pipe(
    z.set(put()),
    z.transform((all) => [...all]),
  ),
);

const monthOf = (provider: string, now: Instant) => ({
  pk: `CHANNEL#${provider}`,
  sk: `ANSWERS#${now.slice(0, "2026-11".length)}`,
});

const outageOf = (provider: string) => ({ pk: `CHANNEL#${provider}`, sk: "OUTAGE" });

const putsIn = (
  table: DocumentClient,
  TableName: string,
  nowMs: () => number,
): Pick<ChannelCounts, "puts" | "notePut"> => ({
  puts: async (provider, page) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: putsOf(provider, page), ConsistentRead: true }));
    return Item === undefined ? [] : puts().parse(Item.puts);
  },
  notePut: async (provider, page, { notice, at }) => {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: putsOf(provider, page),
        UpdateExpression: "ADD puts :put SET expiresAt = :expires",
        ExpressionAttributeValues: {
          ":put": new Set([`${at} ${notice}`]),
          ":expires": Math.floor(nowMs() / 1000) + putKeptSeconds,
        },
      }),
    );
  },
});

/**
 * Counters in the table, one for each provider and domain, one for its answers of a month, and one
 * for how often its API failed in a row; and what was put to it when, for each page. Network: one read, or one write;
 * throws what the table throws.
 */
export const dynamoChannelCounts = (table: DocumentClient, TableName: string, nowMs: () => number): ChannelCounts => ({
  answers: async (provider, now) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: monthOf(provider, now) }));
    return { ...noAnswers, ...answered().parse(Item ?? {}) };
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
    return Item === undefined ? 0 : counted().parse(Item).reports;
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
  ...putsIn(table, TableName, nowMs),
  outage: async (provider) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: outageOf(provider), ConsistentRead: true }));
    const { failures, at, why, isTold } = failing().parse(Item ?? none);
    return failures === 0 ? undefined : { failures, at, why, ...(isTold && { isTold }) };
  },
  keepOutage: async (provider, next, seen) => {
    try {
      await table.send(
        new UpdateCommand({
          TableName,
          Key: outageOf(provider),
          // It can be taken away by nobody: what is over stands there as no failure.
          UpdateExpression: "SET failures = :failures, #at = :at, why = :why, isTold = :told, expiresAt = :expires",
          ConditionExpression: seen
            ? "failures = :seen AND #at = :seenAt"
            : "attribute_not_exists(failures) OR failures = :seen",
          ExpressionAttributeNames: { "#at": "at" },
          ExpressionAttributeValues: {
            ":failures": next?.failures ?? 0,
            ":at": next?.at ?? "",
            ":why": next?.why ?? "",
            ":told": next?.isTold ?? null,
            ":expires": Math.floor(nowMs() / 1000) + keptSeconds,
            ":seen": seen?.failures ?? 0,
            ...(seen && { ":seenAt": seen.at }),
          },
        }),
      );
      return true;
    } catch (error) {
      // Another worker was first, and knows more.
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
