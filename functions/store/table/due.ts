import type { Instant } from "../../kernel/instant.ts";
import { type Lane, lanes } from "../../report/category.ts";
import type { Due, DueIndex } from "../ports.ts";
import { merged, partitions, spread } from "./spread-list.ts";
import { cursorOf, type Item, placeOf, type Table } from "./table.ts";

/* When a case or batch is due: a place in the index `due` on its own item. */

/** The urgent lane has a hundredth of the cases: four partitions take four thousand writes a second. */
const dueShards: Readonly<Record<Lane, number>> = { urgent: 4, standard: 16 };

const duePartition = (lane: Lane, shard: number): string => `${lane === "urgent" ? "due-urgent" : "due"}#${shard}`;
const duePartitions = (of: readonly Lane[]): readonly string[] =>
  of.flatMap((lane) => partitions(dueShards[lane], (shard) => duePartition(lane, shard)));

export const duePlace = (
  id: string,
  lane: Lane,
  dueAt: Instant,
): { readonly dueShard: string; readonly dueAt: Instant } => ({
  dueShard: duePartition(lane, spread(id, dueShards[lane])),
  dueAt,
});

export const idOf = ({ pk }: Item): string => String(pk).slice(String(pk).indexOf("#") + 1);
const dueFrom = (item: Item): Due => ({ caseId: idOf(item), dueAt: String(item.dueAt) });

const readCursor = (cursor: string | undefined): Item | undefined => {
  try {
    const key: unknown = JSON.parse(placeOf(cursor));
    return typeof key === "object" && key !== null ? { ...key } : undefined;
  } catch {
    // Not a cursor of ours.
    return undefined;
  }
};

export const dueIndex = (table: Table): Pick<DueIndex, "due" | "awaited"> => ({
  due: async (now, limit, lane) => {
    const over = duePartitions(lane ? [lane] : lanes);
    return (await merged({ table, index: "due", over, sk: ["<=", now], each: limit }, limit)).places.map(dueFrom);
  },
  // One answer of one partition: the cursor is where it ended, or the start of the next.
  awaited: async (limit, cursor) => {
    const from = readCursor(cursor);
    const all = duePartitions(lanes);
    const at = Math.max(
      0,
      all.findIndex((one) => one === from?.dueShard),
    );
    const start = from?.pk === undefined ? undefined : from;
    const { items, last } = await table.page({ index: "due", pk: all[at] ?? "", limit, start });
    const next = all[at + 1];
    const goesOn = last ?? (next === undefined ? undefined : { dueShard: next });
    return { items: items.map(dueFrom), ...cursorOf(goesOn && JSON.stringify(goesOn)) };
  },
});
