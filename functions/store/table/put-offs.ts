import { reportKeyOf } from "../../case/case-id.ts";
import type { Instant } from "../../kernel/instant.ts";
import { KeysUnusable } from "../../kernel/keys-unusable.ts";
import { once } from "../../kernel/once.ts";
import * as z from "../../kernel/zod.ts";
import { lanes } from "../../report/category.ts";
import type { DuePutOff, DuePutOffs, PutOff, PutOffs } from "../../report/put-off.ts";
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

/** What it is about: of those of one moment a report goes before what is said of it, and by the same message. */
export const aboutOf = (putOff: PutOff): string =>
  "said" in putOff ? reportKeyOf(putOff.said.reporter, putOff.said.reportId) : putOff.text;

/** Names within a moment sort what is about one report together, and it before what is said of it. */
const keyOf = (text: string, putOff: PutOff, dueAt: Instant) => {
  const about = hashed(aboutOf(putOff));
  const kind = "said" in putOff ? putOff.said.kind : "report";
  return {
    pk: partition(Number.parseInt(about.slice(0, 2), 16) % shards),
    sk: `${dueAt}#${about}#${kind}#${hashed(text)}`,
  };
};
const placeOf = ({ pk, sk }: Key): string => `${pk}/${sk}`;
/** Of one moment and about one report. */
const groupOf = ({ sk }: Key): string => sk.split("#", 2).join("#");

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
    await table.write({ put: { ...key, ...sealed, queueLane: putOff.queueLane } });
  },
  reportDueAt: async (reportKey) => {
    const dueAt = (await table.get(noteKey(reportKey)))?.dueAt;
    return typeof dueAt === "string" ? dueAt : undefined;
  },
});

/** As it lies on a report queue: sealed, with the place in its seal. Nobody else can write such a one. */
const message = once(() =>
  z.strictObject({
    putOffs: z.array(z.strictObject({ place: z.string(), sealed: z.base64(), sealedBy: z.string() })),
  }),
);
const stored = once(() =>
  z.object({
    pk: z.string(),
    sk: z.string(),
    sealed: z.instanceof(Uint8Array),
    sealedBy: z.string(),
    queueLane: z.enum(lanes),
  }),
);
type Stored = z.infer<ReturnType<typeof stored>>;

/** Network: one query for each shard, and one write for each that is done. */
export const dynamoDuePutOffs =
  (table: Table): DuePutOffs =>
  async (now) => {
    const dueIn = (shard: number) =>
      // The sign after that which ends the moment in a key.
      table.page({ pk: partition(shard), sk: ["<", `${now}$`], limit: atOnceOfShard });
    const found = await Promise.all(Array.from({ length: shards }, (_, shard) => dueIn(shard)));
    const items = found
      .flatMap((page) => page.items)
      .map((item) => stored().parse(item))
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

/**
 * What a message of a report queue says that the sweep put there; nothing where somebody else did. Throws what reading
 * the master keys throws.
 */
export const readPutOffs = async (body: string, masterKeys: MasterKeys): Promise<readonly PutOff[] | undefined> => {
  if (!body.startsWith('{"putOffs":')) return undefined;
  try {
    const { putOffs } = message().parse(JSON.parse(body));
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
