import { reportKeyOf } from "../../case/case-id.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type DuePutOff, type DuePutOffs, kindOf, type PutOff, type PutOffs } from "../../report/put-off.ts";
import { readPutOff } from "../stored.ts";
import { type MasterKeys, openPutOff, sealPutOff } from "./sealed.ts";
import { expiryOf, hashed, type Key, type Table } from "./table.ts";

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
const notesKept = { days: 30 };

/**
 * Hashed, as reports are named: what reporters number their reports by may be what they reported.
 */
const noteKey = (reportKey: string) => ({ pk: `PUT-BACK#${hashed(reportKey)}`, sk: "REPORT" });
const partition = (shard: number): string => `PUT-OFF#${shard}`;

const kindIn = (sk: string): DuePutOff["kind"] => (sk.includes("#report#") ? "report" : "status");

/** Names within a moment sort a report before what is said of it. */
const keyOf = (text: string, putOff: PutOff, dueAt: Instant) => {
  const name = hashed(text);
  return { pk: partition(Number.parseInt(name.slice(0, 2), 16) % shards), sk: `${dueAt}#${kindOf(putOff)}#${name}` };
};
const placeOf = ({ pk, sk }: Key): string => `${pk}/${sk}`;

/**
 * What waits to be taken in, sealed (`sealed.ts`). Network: one write, and for a report two. Throws
 * what the table throws and what reading the master keys throws.
 */
export const dynamoPutOffs = (table: Table, masterKeys: MasterKeys): PutOffs => ({
  keep: async (putOff, dueAt) => {
    const said = "said" in putOff ? putOff.said : undefined;
    const text = JSON.stringify(putOff);
    const key = keyOf(text, putOff, dueAt);
    const sealed = sealPutOff(text, await masterKeys(), placeOf(key));
    // Noted first: what is said in between finds that its report is on its way.
    if (said?.kind === "report") {
      const note = noteKey(reportKeyOf(said.reporter, said.reportId));
      await table.write({ put: { ...note, dueAt, expiresAt: expiryOf(dueAt, notesKept) } });
    }
    await table.write({ put: { ...key, ...sealed } });
  },
  reportDueAt: async (reportKey) => {
    const dueAt = (await table.get(noteKey(reportKey)))?.dueAt;
    return typeof dueAt === "string" ? dueAt : undefined;
  },
});

/** Network: one query for each shard, and one write for each message that is done. */
export const dynamoDuePutOffs =
  (table: Table, masterKeys: MasterKeys): DuePutOffs =>
  async (now) => {
    const dueIn = (shard: number) =>
      // The sign after that which ends the moment in a key.
      table.page({ pk: partition(shard), sk: ["<", `${now}$`], limit: atOnceOfShard });
    const found = await Promise.all(Array.from({ length: shards }, (_, shard) => dueIn(shard)));
    return found
      .flatMap(({ items }) => items)
      .map((item) => ({ item, key: { pk: String(item.pk), sk: String(item.sk) } }))
      .sort((a, b) => (a.key.sk < b.key.sk ? -1 : 1))
      .map(({ item, key }) => ({
        kind: kindIn(key.sk),
        read: async () => readPutOff(await openPutOff(item, masterKeys, placeOf(key))),
        done: async () => {
          await table.write({ remove: key });
        },
      }));
  };
