import { reportKeyOf, targetKeyOf } from "../../case/case-id.ts";
import { KeysUnusable } from "../../kernel/keys-unusable.ts";
import * as z from "../../kernel/zod.ts";
import { lanes } from "../../report/category.ts";
import type { DuePutOff, DuePutOffs, PutOff, PutOffs } from "../../report/put-off.ts";
import { readPutOff } from "../stored.ts";
import { partition, placeOf, shards, writeOf } from "./put-off-item.ts";
import { type MasterKeys, openPutOff } from "./sealed.ts";
import { expiryOf, hashed, type Key, type Table } from "./table.ts";

/** Per shard and look: most are a kilobyte, and what does not fit one answer comes with the next look. */
const atOnceOfShard = 150;
/** Longer than a put-off report is expected. Each time it is noted anew. */
const notesKept = { days: 2 };

/** Hashed, as reports are named: reporters' numbers may be what they reported. */
const noteKey = (reportKey: string) => ({ pk: `PUT-BACK#${hashed(reportKey)}`, sk: "REPORT" });

/** Of one moment and about one report. */
const groupOf = ({ sk }: Key): string => sk.split("#", 2).join("#");

/** Network: one write, two for a report. Throws what the table and reading the master keys throw. */
export const dynamoPutOffs = (table: Table, masterKeys: MasterKeys): PutOffs => ({
  keep: async (putOff, dueAt) => {
    const said = "said" in putOff ? putOff.said : undefined;
    const write = writeOf(putOff, dueAt, await masterKeys());
    // Noted first: what is said in between finds that its report is on its way.
    if (said?.kind === "report") {
      const note = noteKey(reportKeyOf(said.reporter, said.reportId));
      const about = targetKeyOf(said.target, said.category);
      await table.write({ put: { ...note, dueAt, about, expiresAt: expiryOf(dueAt, notesKept) } });
    }
    await table.write(write);
  },
  reportDueAt: async (reportKey, knownTarget) => {
    const { dueAt, about } = (await table.get(noteKey(reportKey))) ?? {};
    return typeof dueAt === "string" && (knownTarget === undefined || about !== knownTarget) ? dueAt : undefined;
  },
});

/** As it lies on a report queue: sealed, with the place in its seal. Nobody else can write one. */
const message = z.strictObject({
  putOffs: z.array(z.strictObject({ place: z.string(), sealed: z.base64(), sealedBy: z.string() })),
});
const stored = z.object({
  pk: z.string(),
  sk: z.string(),
  sealed: z.instanceof(Uint8Array),
  sealedBy: z.string(),
  queueLane: z.enum(lanes),
});
type Stored = z.infer<typeof stored>;

/** Network: one query per shard, and one write for each that is done. */
export const dynamoDuePutOffs =
  (table: Table): DuePutOffs =>
  async (now) => {
    const dueIn = (shard: number) =>
      // The character after the one that ends the moment in a key.
      table.page({ pk: partition(shard), sk: ["<", `${now}$`], limit: atOnceOfShard });
    const found = await Promise.all(Array.from({ length: shards }, (_, shard) => dueIn(shard)));
    const items = found
      .flatMap((page) => page.items)
      .map((item) => stored.parse(item))
      .sort((a, b) => (a.sk < b.sk ? -1 : 1));
    const groups = new Map<string, Stored[]>();
    for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
    return [...groups.values()].map(
      (group): DuePutOff => ({
        queueLane: group[0]?.queueLane ?? "standard",
        message: JSON.stringify({ putOffs: group.map(asMessage) }),
        done: async () => {
          for (const { pk, sk } of group) await table.write({ remove: { pk, sk } });
        },
      }),
    );
  };

const asMessage = ({ pk, sk, sealed, sealedBy }: Stored) => ({
  place: placeOf({ pk, sk }),
  sealed: Buffer.from(sealed).toString("base64"),
  sealedBy,
});

/** What the sweep put on a report queue, else `undefined`. Throws what reading the master keys throws. */
export const readPutOffs = async (body: string, masterKeys: MasterKeys): Promise<readonly PutOff[] | undefined> => {
  if (!body.startsWith('{"putOffs":')) return undefined;
  try {
    const { putOffs } = message.parse(JSON.parse(body));
    return await Promise.all(
      putOffs.map(async ({ place, sealed, sealedBy }) =>
        readPutOff(await openPutOff({ sealed: Buffer.from(sealed, "base64"), sealedBy }, masterKeys, place)),
      ),
    );
  } catch (error) {
    if (error instanceof KeysUnusable) throw error;
    // Not sealed by us: a message like any other that can't be read.
    return undefined;
  }
};
