import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok } from "../../kernel/result.ts";
import { isBatchId } from "../../send/mail/waiting.ts";
import { dueEntryAt } from "../due-entry.ts";
import type { CaseReader, CaseStore, CaseWriter, DueIndex, QueueEntries } from "../ports.ts";
import { isEntry, type ReviewItem } from "../queue-entry.ts";
import { batches, batchWrites, timerKey } from "./batches.ts";
import { type AnyChange, caseKey, casePartition, type Footing, keyIn, stateItem, stillAt } from "./case-item.ts";
import { caseLists } from "./case-lists.ts";
import { type Rests, whyNotWritten } from "./conflicts.ts";
import { countsTable, entryCountWrites, judgedWrites } from "./counts.ts";
import { desks, deskWrites } from "./desks.ts";
import { dueIndex, duePlace } from "./due.ts";
import { findIndex, findPrefix, findWrites } from "./finds.ts";
import { caseHistory, historyWrites, lineReader } from "./history.ts";
import { messages, messagesPrefix, messageWrites } from "./messages.ts";
import { takenAgainWrites } from "./put-off-item.ts";
import { reportIndex, reportWrites } from "./reports.ts";
import { type MasterKeys, newCaseKey, readSealedState } from "./sealed.ts";
import { statisticsTable, statisticWrites } from "./statistics.ts";
import { type Item, isNew, type Table, tableOf, type Write } from "./table.ts";

const changesIn = (change: AnyChange): readonly AnyChange[] => [change, ...(change.together ?? []).flatMap(changesIn)];

/** What one change writes. A case's counts are added up from its history line by the table's stream. */
const writesOf = (change: AnyChange, footing: Footing): readonly Write[] => {
  const { version } = change.next;
  return [
    { put: stateItem(change, footing), ...(version === 1 ? { where: isNew } : stillAt(version - 1, footing)) },
    ...historyWrites(change, footing),
    ...reportWrites(change),
    ...findWrites(change, footing),
    ...statisticWrites(change),
    ...judgedWrites(change),
    ...entryCountWrites(change),
    ...deskWrites(change, footing),
    ...batchWrites(change),
    ...messageWrites(change, footing),
    ...takenAgainWrites(change, footing),
  ];
};

/** `false` where somebody was first, or writes it right now and comes first each time. */
const unlessChanged = async (table: Table, ...writes: readonly Write[]): Promise<boolean> => {
  try {
    return await table.write(...writes);
  } catch (error) {
    if (whyNotWritten(error) === "conflict") return false;
    throw error;
  }
};

/** What a case has beside its state, as last read or written. */
type Seen = { readonly version: unknown; readonly key: string | undefined; readonly dueAt: Instant | undefined };
const seenIn = (state: Item): Seen => ({
  version: state.version,
  key: keyIn(state),
  dueAt: typeof state.dueAt === "string" ? state.dueAt : undefined,
});

type States = CaseReader &
  CaseWriter &
  QueueEntries &
  Pick<DueIndex, "setAside"> & { readonly readItem: (id: string) => Promise<ReviewItem | undefined> };

const states = (table: Table, masterKeys: MasterKeys): Omit<States, "messageOf"> => {
  /** Of cases lately read or written: whoever changes a case has seen that very version. */
  const seenLately = new Map<string, Seen>();
  const remember = (caseId: string, seen: Seen): void => {
    if (seenLately.size >= 500) seenLately.clear();
    seenLately.set(caseId, seen);
  };
  const stateOf = async (caseId: string): Promise<Item | undefined> => {
    const found = await table.get(caseKey(caseId));
    if (found) remember(caseId, seenIn(found));
    return found;
  };
  const readItem = async (id: string): Promise<ReviewItem | undefined> => {
    const found = await stateOf(id);
    return found && readSealedState(found, masterKeys, keyIn(found));
  };
  const seenBefore = async ({ id, version }: ReviewItem): Promise<Partial<Seen>> => {
    if (version === 1) return {};
    const lately = seenLately.get(id);
    return lately?.version === version - 1 ? lately : seenIn((await stateOf(id)) ?? {});
  };
  const write = async (change: AnyChange): ReturnType<CaseStore["writeEntry"]> => {
    const master = await masterKeys();
    const changes = changesIn(change);
    const written = await Promise.all(
      changes.map(async (one) => {
        const { next, dueAt, at } = one;
        const { key, dueAt: standing } = await seenBefore(next);
        const footing: Footing = {
          master,
          caseKey: key ?? newCaseKey(),
          isNew: key === undefined,
          dueAt: dueEntryAt(standing, dueAt, at),
        };
        return { one, footing };
      }),
    );
    const writes = written.flatMap(({ one, footing }) => writesOf(one, footing));
    if (!(await unlessChanged(table, ...writes))) return fail({ kind: "somebody-was-first" });
    for (const { one, footing } of written)
      remember(one.next.id, { version: one.next.version, key: footing.caseKey, dueAt: footing.dueAt });
    return ok(undefined);
  };
  return {
    readItem,
    read: async (caseId) => {
      const state = await readItem(caseId);
      return isEntry(state) ? undefined : state;
    },
    readEntry: async (id) => {
      const entry = await readItem(id);
      return isEntry(entry) ? entry : undefined;
    },
    commit: write,
    writeEntry: write,
    setAside: async ({ caseId, dueAt: seen }, until) => {
      await unlessChanged(table, {
        update: isBatchId(caseId) ? timerKey(caseId) : caseKey(caseId),
        by: "SET dueAt = :until",
        where: "dueAt = :seen",
        values: { until, seen },
      });
      seenLately.delete(caseId);
    },
  };
};

const asides = (table: Table): Pick<DueIndex, "postpone" | "forgetHistory"> => ({
  postpone: async (caseId, read, later) => {
    // It stands in its lane's shard already. Without a place yet, it is found among all.
    const { dueShard } = duePlace(caseId, "standard", later);
    await unlessChanged(table, {
      update: caseKey(caseId),
      by: "SET dueAt = :later, dueShard = if_not_exists(dueShard, :shard)",
      where: "version = :read",
      values: { later, shard: dueShard, read },
    });
  },
  forgetHistory: async (caseId, read) => {
    const pk = casePartition(caseId);
    const all = (begins: string) => table.all({ pk, sk: ["begins", begins], consistent: true });
    for (const { sk, sealed } of await all(messagesPrefix))
      if (sealed !== undefined)
        await table.write({
          update: { pk, sk: String(sk) },
          by: "SET bytes = :none REMOVE sealed, sealedBy",
          values: { none: new Uint8Array(0) },
        });
    for (const { sk, openedDay, reviewShard } of await all(findPrefix))
      if (openedDay !== undefined || reviewShard !== undefined)
        await table.write({
          update: { pk, sk: String(sk) },
          by: "REMOVE openedDay, openedAt, reviewShard, reviewRank",
        });
    await unlessChanged(table, {
      update: caseKey(caseId),
      by: "REMOVE dueAt, dueShard, caseKey",
      // A sealed state needs its key.
      where: "version = :read AND attribute_exists(#state)",
      values: { read },
    });
  },
});

/**
 * The case store on DynamoDB. Reads of a case are consistent, while the indexes lag and only propose. What it holds
 * of a case is sealed (`sealed.ts`). A write that meets a transaction or is throttled is retried (`conflicts.ts`).
 * Then it throws what DynamoDB throws (throttling, no such table), and what reading the master keys throws: the
 * message goes back to its queue.
 */
export const dynamoCaseStore = (
  client: DynamoDBClient,
  TableName: string,
  masterKeys: MasterKeys,
  rests?: Rests,
): CaseStore => {
  const table = tableOf(client, TableName, rests);
  const { readItem, ...cases } = states(table, masterKeys);
  return {
    ...cases,
    ...asides(table),
    ...caseLists(table, { ...cases, readItem }),
    ...messages(table, masterKeys),
    ...caseHistory(table, masterKeys),
    ...lineReader(table, masterKeys),
    ...reportIndex(table),
    ...findIndex(table, masterKeys),
    ...batches(table),
    ...dueIndex(table),
    ...desks(table),
    ...statisticsTable(table),
    ...countsTable(table),
  };
};
