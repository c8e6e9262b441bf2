import {
  createIndexKey,
  createKey,
  type Item,
  type LevelOperation,
  type Store,
  type Table,
} from "dynalite/db/index.js";
import { deskIdOf } from "../../../functions/case/case-id.ts";
import { outcomesRecalled } from "../../../functions/contact/desk-memory.ts";
import { type Instant, instant, msOf } from "../../../functions/kernel/instant.ts";

const batchOf = 5_000;

const tableIn = (store: Store, name: string): Promise<Table> =>
  new Promise((resolve, reject) =>
    store.getTable(name, false, (error, table) =>
      table ? resolve(table) : reject(error ?? new Error(`There is no table ${name}.`)),
    ),
  );

const write = async (store: Store, operations: Iterable<LevelOperation>): Promise<void> => {
  const batch: LevelOperation[] = [];
  const flush = () =>
    new Promise<void>((resolve, reject) =>
      store.db.batch(batch.splice(0), (error) => (error ? reject(error) : resolve())),
    );
  for (const operation of operations) if (batch.push(operation) >= batchOf) await flush();
  await flush();
};

/** The prefixes are dynalite's, as in `local/servers/dynamodb-stage.ts`. */
const itemOf = (table: Table, item: Item): LevelOperation => ({
  type: "put",
  key: `item-${table.TableName}~${createKey(item, table)}`,
  value: item,
});
const entryOf = (table: Table, index: string, item: Item): LevelOperation => {
  const found = table.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index);
  if (!found) throw new Error(`There is no index ${index}.`);
  return {
    type: "put",
    key: `index-global~${table.TableName}~${index}~${createIndexKey(item, table, found.KeySchema)}`,
    value: item,
  };
};

const text = (value: string) => ({ S: value });
const idOf = (number: number): string => {
  const digits = String(number).padStart(8, "0");
  return `TD-WAIT-${digits.slice(0, 4)}-${digits.slice(4)}`;
};
/** As many as the store has of the standard lane (`store/table/due.ts`). */
const dueShards = 16;
const hourMs = 3_600_000;

/** The places of cases that wait: each is looked at again in some hour of the next ten days. */
function* places(table: Table, now: Instant, from: number, to: number): Generator<LevelOperation> {
  for (let number = from; number < to; number++)
    yield entryOf(table, "due", {
      pk: text(`CASE#${idOf(number)}`),
      sk: text("STATE"),
      dueShard: text(`due#${number % dueShards}`),
      dueAt: text(instant(msOf(now) + hourMs * (12 + (number % 228)))),
    });
}

/** What their desks remember: of each case that its notice was delivered. */
function* memories(table: Table, now: Instant, desks: readonly string[], each: number): Generator<LevelOperation> {
  for (const email of desks)
    for (let number = 0; number < each; number++) {
      const at = instant(msOf(now) - hourMs - number * 60_000);
      const outcome = { email, caseId: idOf(number), noticeId: "0-first-1", at, what: "delivered" };
      yield itemOf(table, {
        pk: text(`DESK#${deskIdOf(email)}`),
        sk: text(`${at}#${outcome.caseId}#${outcome.noticeId}#${outcome.what}`),
        outcome: text(JSON.stringify(outcome)),
        expiresAt: { N: "1800000000" },
      });
    }
}

/**
 * Puts cases that wait into a table of this process: of each what a list of many may meet, which is
 * its place among what is due and what its desk remembers. All else of a case lies under a key of
 * its own, for which nobody asks, and is left out. A desk remembers no more than is ever read, and
 * one more.
 */
export const fill = async (store: Store, { table: name, now, from, to, desks, each }: Filling): Promise<void> => {
  const table = await tableIn(store, name);
  await write(store, places(table, now, from, to));
  await write(store, memories(table, now, desks, Math.min(each, outcomesRecalled + 1)));
};

export type Filling = {
  readonly table: string;
  readonly now: Instant;
  /** Numbers of the cases that come on top of those that wait already. */
  readonly from: number;
  readonly to: number;
  /** The desks that are asked next, each with so many of the cases. */
  readonly desks: readonly string[];
  readonly each: number;
};
