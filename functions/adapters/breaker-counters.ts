import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type Instant, instant, msOf, plusHours } from "../kernel/instant.ts";
import {
  emptyStretch,
  noOutcomes,
  plusStretch,
  type Reputation,
  type SenderState,
  type Stretch,
} from "../notice/breaker.ts";
import { lanes } from "../report/category.ts";

/** Bounces of a whole burst spread over these many items for each stretch and lane. */
const shards = 4;
/**
 * A batch names fewer; an item of a few stretches' worth stays far below the 400 KB that DynamoDB
 * takes.
 */
const namesAtOnceAtMost = 1_000;
const keepSeconds = 3 * 24 * 60 * 60;
const stretchMs = 10 * 60_000;

const stopKey = { pk: "SENDER", sk: "STOP" };
const stopItem = z.object({
  stopped: z.boolean(),
  urgentToo: z.boolean().default(false),
  since: z.string(),
  why: z.string(),
  by: z.string().optional(),
  told: z.string().optional(),
  resumedAt: z.string().optional(),
});
const organisations = z
  .set(z.string())
  .default(new Set())
  .transform((names) => [...names]);
const countItem = z.object({
  sk: z.string(),
  concluded: z.number().default(0),
  bounced: z.number().default(0),
  complained: z.number().default(0),
  bouncedAt: organisations,
  complainedAt: organisations,
});

const stretchOf = (at: Instant): Instant => instant(Math.floor(msOf(at) / stretchMs) * stretchMs);

/**
 * Counters and the breaker's word in the table. A count costs one write for each lane and batch;
 * the counters are read on a bounce or a complaint, the breaker's word by each sweep and sender.
 */
export const breakerCounters = (table: DynamoDBDocumentClient, TableName: string, random: () => number): Reputation => {
  const senderState = async (): Promise<SenderState> => {
    const read = stopItem.safeParse((await table.send(new GetCommand({ TableName, Key: stopKey }))).Item);
    if (!read.success) return { kind: "runs" };
    const { stopped, urgentToo, since, why, by, told, resumedAt } = read.data;
    return stopped
      ? {
          kind: "stopped",
          since,
          why,
          told: told === since,
          ...(urgentToo && { urgentToo: true as const }),
          ...(resumedAt !== undefined && { resumedAt }),
        }
      : { kind: "runs", since, why, ...(by !== undefined && { by }) };
  };
  const say = async (stopped: boolean, urgentToo: boolean, values: Readonly<Record<string, string>>): Promise<void> => {
    try {
      await table.send(
        new UpdateCommand({
          TableName,
          Key: stopKey,
          UpdateExpression: `SET stopped = :stopped, urgentToo = :urgentToo, ${Object.keys(values)
            .map((name) => `#${name} = :${name}`)
            .join(", ")}`,
          // Of what is stopped already, the urgent lane may have to stop, too.
          ConditionExpression: urgentToo
            ? "attribute_not_exists(urgentToo) OR urgentToo <> :urgentToo"
            : "attribute_not_exists(stopped) OR stopped <> :stopped",
          ExpressionAttributeNames: Object.fromEntries(Object.keys(values).map((name) => [`#${name}`, name])),
          ExpressionAttributeValues: {
            ":stopped": stopped,
            ":urgentToo": urgentToo,
            ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
          },
        }),
      );
    } catch (error) {
      // Somebody said the same before us.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };
  const day = async (of: Instant): Promise<readonly z.infer<typeof countItem>[]> => {
    const items: z.infer<typeof countItem>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :day",
          ExpressionAttributeValues: { ":day": `REPUTATION#${of.slice(0, 10)}` },
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      items.push(...Items.map((item) => countItem.parse(item)));
      start = LastEvaluatedKey;
    } while (start);
    return items;
  };
  return {
    senderState,
    stop: (at, why, urgentToo = false) => say(true, urgentToo, { since: at, why }),
    noteTold: async (since) => {
      await table.send(
        new UpdateCommand({
          TableName,
          Key: stopKey,
          UpdateExpression: "SET told = :since",
          ExpressionAttributeValues: { ":since": since },
        }),
      );
    },
    resume: (at, by, why) => say(false, false, { since: at, why, by, resumedAt: at }),
    count: async (at, ends) => {
      const stretch = stretchOf(at);
      for (const lane of lanes) {
        const { concluded, bounced, complained, bouncedAt = [], complainedAt = [] } = ends[lane];
        const named = Object.entries({ bouncedAt, complainedAt }).filter(([, names]) => names.length > 0);
        if (concluded + bounced + complained === 0) continue;
        const added = ["concluded", "bounced", "complained", ...named.map(([name]) => name)];
        await table.send(
          new UpdateCommand({
            TableName,
            Key: {
              pk: `REPUTATION#${stretch.slice(0, 10)}`,
              sk: `${stretch.slice(11, 16)}#${lane}#${Math.floor(random() * shards)}`,
            },
            UpdateExpression: `ADD ${added.map((name) => `${name} :${name}`).join(", ")} SET expiresAt = :expires`,
            ExpressionAttributeValues: {
              ":concluded": concluded,
              ":bounced": bounced,
              ":complained": complained,
              ...Object.fromEntries(
                named.map(([name, names]) => [`:${name}`, new Set(names.slice(0, namesAtOnceAtMost))]),
              ),
              ":expires": Math.floor(msOf(at) / 1000) + keepSeconds,
            },
          }),
        );
      }
    },
    stretches: async (now, since) => {
      const days = [now, plusHours(now, -24)];
      const from = since === undefined ? plusHours(now, -24) : stretchOf(since);
      const found = new Map<Instant, Stretch>();
      for (const of of days) {
        for (const { sk, ...outcomes } of await day(of)) {
          const [time = "", lane] = sk.split("#");
          const at = `${of.slice(0, 10)}T${time}:00.000Z`;
          // The stretch in which a person let it run again holds what they had seen.
          if (at <= from || (lane !== "urgent" && lane !== "standard")) continue;
          found.set(
            at,
            plusStretch(found.get(at) ?? emptyStretch, { ...emptyStretch, [lane]: { ...noOutcomes, ...outcomes } }),
          );
        }
      }
      return [...found].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, stretch]) => stretch);
    },
  };
};
