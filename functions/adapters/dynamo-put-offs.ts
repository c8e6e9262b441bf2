import { createHash } from "node:crypto";
import { reportKeyOf } from "../case/case-id.ts";
import { type Instant, msOf } from "../kernel/instant.ts";
import { readPutOff } from "../matters/stored.ts";
import { type DuePutOff, type DuePutOffs, kindOf, type PutOff, type PutOffs } from "../report/put-off.ts";
import { DeleteCommand, type DocumentClient, GetCommand, PutCommand, QueryCommand } from "./document-client.ts";
import { type MasterKeys, openPutOff, sealPutOff } from "./sealed.ts";

/*
 * Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. Change both
 * together.
 */

/**
 * A burst is written by ten processes side by side, and a partition takes 1,000 writes a second.
 * Each is asked every minute, also when nothing waits.
 */
const shards = 4;
/**
 * So many of each shard at a look: most are a kilobyte, and what one answer has no room for comes
 * with the next look.
 */
const atOnceOfShard = 150;
/** Longer than a report waits that is put off again and again. */
const notesKeptSeconds = 30 * 24 * 60 * 60;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 40);
/**
 * Hashed, as reports are named: what reporters number their reports by may be what they reported.
 */
const noteKey = (reportKey: string) => ({ pk: `PUT-BACK#${hashOf(reportKey)}`, sk: "REPORT" });
const partition = (shard: number): string => `PUT-OFF#${shard}`;

const kindIn = (sk: string): DuePutOff["kind"] => (sk.includes("#report#") ? "report" : "status");

/** Names within a moment sort a report before what is said of it. */
const keyOf = (text: string, putOff: PutOff, dueAt: Instant) => {
  const name = hashOf(text);
  return { pk: partition(Number.parseInt(name.slice(0, 2), 16) % shards), sk: `${dueAt}#${kindOf(putOff)}#${name}` };
};
const placeOf = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string => `${pk}/${sk}`;

/**
 * What waits to be taken in, sealed (`sealed.ts`). Network: one write, and for a report two. Throws
 * what the table throws and what reading the master keys throws.
 */
export const dynamoPutOffs = (table: DocumentClient, TableName: string, masterKeys: MasterKeys): PutOffs => ({
  keep: async (putOff, dueAt) => {
    const said = "said" in putOff ? putOff.said : undefined;
    const text = JSON.stringify(putOff);
    const key = keyOf(text, putOff, dueAt);
    const sealed = sealPutOff(text, await masterKeys(), placeOf(key));
    // Noted first: what is said in between finds that its report is on its way.
    if (said?.kind === "report") {
      const expiresAt = Math.floor(msOf(dueAt) / 1000) + notesKeptSeconds;
      await table.send(
        new PutCommand({
          TableName,
          Item: { ...noteKey(reportKeyOf(said.reporter, said.reportId)), dueAt, expiresAt },
        }),
      );
    }
    await table.send(new PutCommand({ TableName, Item: { ...key, ...sealed } }));
  },
  reportDueAt: async (reportKey) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: noteKey(reportKey), ConsistentRead: true }));
    return typeof Item?.dueAt === "string" ? Item.dueAt : undefined;
  },
});

/** Network: one query for each shard, and one write for each message that is done. */
export const dynamoDuePutOffs =
  (table: DocumentClient, TableName: string, masterKeys: MasterKeys): DuePutOffs =>
  async (now) => {
    const dueIn = async (shard: number) => {
      const { Items = [] } = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :shard AND sk < :after",
          // The sign after that which ends the moment in a key.
          ExpressionAttributeValues: { ":shard": partition(shard), ":after": `${now}$` },
          Limit: atOnceOfShard,
        }),
      );
      return Items;
    };
    const found = (await Promise.all(Array.from({ length: shards }, (_, shard) => dueIn(shard)))).flat();
    return found
      .map((item) => ({ item, key: { pk: String(item.pk), sk: String(item.sk) } }))
      .sort((a, b) => (a.key.sk < b.key.sk ? -1 : 1))
      .map(({ item, key }) => ({
        kind: kindIn(key.sk),
        read: async () => readPutOff(await openPutOff(item, masterKeys, placeOf(key))),
        done: async () => {
          await table.send(new DeleteCommand({ TableName, Key: key }));
        },
      }));
  };
