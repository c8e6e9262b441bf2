import { createHash } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Newest, ReportWords } from "../case/case.ts";
import { deskIdOf } from "../case/case-id.ts";
import type { DeskOutcome } from "../case/desk-memory.ts";
import { dueEntryAt } from "../case/due-entry.ts";
import type { FurtherReport } from "../case/report-name.ts";
import { earliest, type Instant, msOf } from "../kernel/instant.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Case } from "../matters/case.ts";
import { readAll } from "../matters/damaged-case.ts";
import { type Find, type FoundPlace, messageIn, providerFoundBy, standsBeside } from "../matters/finds.ts";
import { type InLine, readReviewRank, reviewRank } from "../matters/review-rank.ts";
import type {
  CasePage,
  CaseStore,
  Change,
  Complaint,
  CountsTable,
  Decided,
  Due,
  DueIndex,
  LineReader,
  OpenPlace,
  ReviewList,
  StatisticsTable,
  StoppedDesk,
} from "../matters/store.ts";
import { readDecided, readDeskOutcome, readJudged, readStatistic, storedFormat } from "../matters/stored.ts";
import { type Lane, lanes } from "../report/category.ts";
import type { MailRecord, SesAnswer } from "../send/record.ts";
import { isBatchId, type WaitingNotice } from "../send/waiting.ts";
import { type Adds, addsOf, type Book, type Count, plus } from "../statistics/counts.ts";
import { type DayPlace, type ListOfDay, outPlaceOf, readDayPlace, writeDayPlace } from "../statistics/day-places.ts";
import { type Judged, kindOf } from "../statistics/judged.ts";
import type { Statistic } from "../statistics/statistic.ts";
import {
  DeleteCommand,
  DocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type TransactWrite,
  TransactWriteCommand,
  UpdateCommand,
} from "./document-client.ts";
import {
  type MasterKeys,
  newCaseKey,
  readSealedLine,
  readSealedPiece,
  readSealedState,
  type Sealing,
  sealLine,
  sealPiece,
  sealState,
  tagsBy,
} from "./sealed.ts";
import { spread } from "./spread.ts";
import { cursorIn, type IndexedList, listed, partitionIn, readCursorIn } from "./spread-list.ts";
import { persistently, type Rests, realRests, whyNotWritten } from "./table-conflicts.ts";

/*
 * Every stored key, its shape and its lifetime: functions/case/STORED-KEYS.md. Change both
 * together.
 */

/**
 * The urgent lane has a hundredth of the cases: four partitions take four thousand writes a second.
 */
const dueShards: Readonly<Record<Lane, number>> = { urgent: 4, standard: 16 };
/**
 * A partition takes 1,000 writes a second: 100 closings a second leave it far below a tenth of
 * that.
 */
const statisticShards = 16;
/**
 * A line of a book is changed in the transaction of a case, and of two at once one is cancelled and
 * tried again. At ten cases a second each is changed about once a second.
 */
const countShards: Readonly<Record<Book, number>> = {
  days: 16,
  open: 16,
  persons: 4,
  country: 8,
  category: 8,
  provider: 4,
};
/** A DynamoDB item holds 400 KB; a message of 1 MiB is kept in pieces. */
const textPieceBytes = 300_000;

type Item = Record<string, unknown>;
type Write = TransactWrite;

const caseKey = (caseId: string) => ({ pk: `CASE#${caseId}`, sk: "STATE" });
/** Longer than anything of it counts (`escalation/policy.ts`). */
const keepOutcomesDays = 180;
const stopKey = (desk: string) => ({ pk: `STOPPED#${desk}`, sk: "DESK" });
const deskPartition = (email: string): string => `DESK#${deskIdOf(email)}`;
/**
 * Hashed: it stays for ever, and what reporters number their reports by may be what they reported.
 */
const hashed = (reportKey: string): string => createHash("sha256").update(reportKey).digest("hex").slice(0, 40);
const reportItemKey = (reportKey: string) => ({ pk: `REPORT#${hashed(reportKey)}`, sk: "REPORT" });
const wordsKey = (caseId: string, reportKey: string) => ({ pk: `CASE#${caseId}`, sk: `SAID#${hashed(reportKey)}` });
const targetItemKey = (targetKey: string) => ({ pk: `TARGET#${targetKey}`, sk: "OPEN" });
const removedItemKey = (targetKey: string) => ({ pk: `TARGET#${targetKey}`, sk: "REMOVED" });
const waitingKey = ({ batch, caseId, noticeId }: WaitingNotice) => ({
  pk: `BATCH#${batch}`,
  sk: `${caseId}#${noticeId}`,
});
const timerKey = (batch: string) => ({ pk: `BATCH#${batch}`, sk: "TIMER" });
const mailKey = (id: string) => ({ pk: `MAIL#${id}`, sk: "MAIL" });
/** As long as word of it may come. */
const keepMailsDays = 400;
const mailItem = ({ id, at, members }: MailRecord): Item => ({
  ...mailKey(id),
  at,
  members: JSON.stringify(members),
  expiresAt: expiryOf(at, keepMailsDays),
});
const readMail = ({ pk, at, members, answer }: Item): MailRecord => ({
  id: String(pk).slice("MAIL#".length),
  at: String(at),
  members: JSON.parse(String(members)) as MailRecord["members"],
  ...(typeof answer === "string" && { answer: JSON.parse(answer) as SesAnswer }),
});
const historyKey = (caseId: string, version: number) => ({
  pk: `HISTORY#${caseId}`,
  sk: `EVENT#${String(version).padStart(6, "0")}`,
});
/** A further report of a case, in the order in which they came. */
const furtherPartition = (caseId: string): string => `REPORTS#${caseId}`;
const furtherPrefix = (version: number): string => `${String(version).padStart(6, "0")}#`;
const furtherSort = (version: number, place: number): string =>
  `${furtherPrefix(version)}${String(place).padStart(3, "0")}`;
/** What is bound into its seal. */
const furtherPlace = (sk: string): string => `REPORTS#${sk}`;
const unprovenPartition = (caseId: string): string => `UNPROVEN#${caseId}`;
/** Longer than any case is kept after its end (`escalation/policy.ts`). */
const keepUnprovenDays = 400;
const duePartition = (lane: Lane, shard: number): string => `${lane === "urgent" ? "due-urgent" : "due"}#${shard}`;
const duePartitions = (of: readonly Lane[]): readonly string[] =>
  of.flatMap((lane) => Array.from({ length: dueShards[lane] }, (_, shard) => duePartition(lane, shard)));
const shardOf = (caseId: string, lane: Lane): string => duePartition(lane, spread(caseId, dueShards[lane]));
const textPrefix = (version: number): string =>
  version === 1 ? "TEXT#0" : `TEXT#v${String(version).padStart(6, "0")}#`;
const textKey = (version: number, piece: number): string =>
  version === 1 ? `TEXT#${String(piece).padStart(3, "0")}` : `${textPrefix(version)}${String(piece).padStart(3, "0")}`;
const statisticPartition = (month: string, shard: number): string => `STATISTIC#${month}#${shard}`;
const keyIn = (state: Item | undefined): string | undefined =>
  typeof state?.caseKey === "string" ? state.caseKey : undefined;
type Seen = {
  readonly version: unknown;
  readonly key: string | undefined;
  readonly dueAt: Instant | undefined;
};
const seenIn = (state: Item): Seen => ({
  version: state.version,
  key: keyIn(state),
  dueAt: typeof state.dueAt === "string" ? state.dueAt : undefined,
});
/** The id of a case, or of a batch. */
const idOf = ({ pk }: Item): string => String(pk).slice(String(pk).indexOf("#") + 1);
const dueKey = (id: string) => (isBatchId(id) ? timerKey(id) : caseKey(id));
const dueFrom = (item: Item): Due => ({ caseId: idOf(item), dueAt: String(item.dueAt) });
const missing = "attribute_not_exists(pk)";

/**
 * What a change makes of its case beside the state: the version; its own key, or one that is made
 * now, as no case of that id has one; and where it stands in the due index from then on.
 */
type Footing = Sealing & {
  readonly version: number;
  readonly isNew: boolean;
  readonly dueAt: Instant | undefined;
  /** Its lists lie over several partitions (`spread-list.ts`). */
  readonly spreads: boolean;
};

/** What is open and waits for nobody stands in the index of reviews apart from what waits, the longest open first. */
const waiting = "waiting";
const isOpen = "open";
const openRank = (state: Case): string | undefined =>
  state.kind === "case" && !state.closed ? openRankAt({ ...state, caseId: state.id }) : undefined;
const openRankAt = ({ openedAt, lane, caseId }: OpenPlace): string => `${openedAt}#${lane}#${caseId}`;

const stateItem = (change: Change, { dueAt, spreads, ...sealing }: Footing): Item => {
  const { next } = change;
  const openAt = openRank(next);
  const rank = reviewRank(next, (name) => tagsBy(sealing.master)(name));
  const placed = (list: string) => partitionIn(list, next.id, spreads);
  return {
    ...caseKey(next.id),
    version: next.version,
    format: storedFormat,
    ...sealState(next, sealing),
    caseKey: sealing.caseKey,
    openedDay: placed(next.openedAt.slice(0, 10)),
    openedAt: `${next.openedAt}#${next.id}`,
    ...(dueAt && { dueShard: shardOf(next.id, next.lane), dueAt }),
    ...(rank
      ? { reviewShard: placed(waiting), reviewRank: rank }
      : openAt && { reviewShard: placed(isOpen), reviewRank: openAt }),
  };
};

/** Its place among the days: nobody but who holds the master key can tell what it is found by. */
const findPartition = (tag: string): string => `FIND#${tag}`;
const findPlace = ({ caseId, openedAt }: FoundPlace): string => `${openedAt}#${caseId}`;
const findPrefix = "FIND#";
const readFindPlace = ({ place, sk }: { readonly place: string; readonly sk: string }): FoundPlace => {
  const [openedAt = "", caseId = ""] = place.split("#");
  return { caseId, openedAt, ...(sk.startsWith(findPrefix) && messageIn(sk.slice(findPrefix.length))) };
};
/** What stands beside something else is in an index that slots leave free, so that a slot holds two for one item. */
const besideIndex = { name: "review", partition: "reviewShard", sort: "reviewRank" } as const;
const ownIndex = { name: "opened", partition: "openedDay", sort: "openedAt" } as const;
const findIndexOf = (text: string) => (standsBeside(text) ? besideIndex : ownIndex);
const foundBy = (text: string, { id: caseId, openedAt }: Case, { master }: Sealing): Item => {
  const { partition, sort } = findIndexOf(text);
  return { [partition]: findPartition(tagsBy(master)(text)), [sort]: findPlace({ caseId, openedAt }) };
};
/** The slot alone is named in its key, so that what it held is gone once the places are taken away. */
const findItem = ({ slot, text, besideIt }: Find, found: Case, sealing: Sealing): Item => ({
  pk: `CASE#${found.id}`,
  sk: `${findPrefix}${slot}`,
  ...foundBy(text, found, sealing),
  ...(besideIt !== undefined && foundBy(besideIt, found, sealing)),
});

/**
 * What is listed by day stands on items that are written anyway, so that a place costs a line of an index alone: what
 * is out with its statistic, until it is opened again; the others on the history's line of the change, for ever. One
 * change may mail, hear of what came back and ask, so that each of these has an index of its own.
 */
const dayIndexes = {
  out: ownIndex,
  mailed: ownIndex,
  back: { name: "due", partition: "dueShard", sort: "dueAt" },
  asked: besideIndex,
} as const satisfies Readonly<Record<ListOfDay, unknown>>;
const dayList = (list: ListOfDay, day: string): string => `${list.toUpperCase()}#${day}`;
const placeOnDay = (list: ListOfDay, place: DayPlace, spreads: boolean): Item => {
  const { partition, sort } = dayIndexes[list];
  const of = dayList(list, place.at.slice(0, 10));
  return { [partition]: partitionIn(of, place.caseId, spreads), [sort]: writeDayPlace(place) };
};

const statisticItem = (statistic: Statistic, { lane }: Case, spreads: boolean): Item => {
  const out = outPlaceOf(statistic, lane);
  return {
    pk: statisticPartition(statistic.openedAt.slice(0, 7), spread(statistic.caseId, statisticShards)),
    sk: statistic.caseId,
    statistic: JSON.stringify(statistic),
    ...(out && placeOnDay("out", out, spreads)),
  };
};

/** So many of a shard are read at once for a part of a month's statistics. */
const statisticsAShard = 40;

/** Lists of what statistics keep. */
const statisticLists = (
  table: DocumentClient,
  TableName: string,
): Pick<StatisticsTable, "statisticsBehind" | "listedOn"> => ({
  statisticsBehind: async (month, caseId) => {
    const shards = await Promise.all(
      Array.from({ length: statisticShards }, (_, shard) =>
        table.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: "pk = :pk AND sk > :behind",
            // Every case's number begins so.
            ExpressionAttributeValues: { ":pk": statisticPartition(month, shard), ":behind": caseId ?? "TD" },
            Limit: statisticsAShard,
          }),
        ),
      ),
    );
    // Where a shard goes on, nothing behind its last is known to be next.
    const [upTo] = shards.flatMap(({ LastEvaluatedKey: last }) => (last ? [String(last.sk)] : [])).sort();
    const items = shards
      .flatMap(({ Items = [] }) => Items.map(({ statistic }) => readStatistic(statistic)))
      .filter((one) => upTo === undefined || one.caseId <= upTo)
      .sort((one, other) => (one.caseId < other.caseId ? -1 : 1));
    return { items, ...(upTo !== undefined && { cursor: upTo }) };
  },
  listedOn: async (list, day, limit, before) => {
    const { name: index, sort } = dayIndexes[list];
    const of = { table, TableName, index, list: dayList(list, day), newestFirst: true } as const;
    const { places } = await listed(of, limit, before && writeDayPlace(before));
    return places.flatMap((found) => readDayPlace(String(found[sort])) ?? []);
  },
});

const countPartition = (book: Book, month: string): string => `COUNT#${book}#${month}`;
/** Who answered what is looked back at as long as the answers are (`DECIDED#`). */
const keepPersonsDays = 90;
const countWrite =
  (TableName: string, caseId: string, at: Instant) =>
  ({ book, month, name, adds }: Count): Write => {
    const names = Object.keys(adds);
    const also =
      book === "persons"
        ? { set: "SET expiresAt = if_not_exists(expiresAt, :also) ", value: expiryOf(at, keepPersonsDays) }
        : book === "open"
          ? { set: "SET since = if_not_exists(since, :also) ", value: at }
          : undefined;
    return {
      Update: {
        TableName,
        Key: { pk: countPartition(book, month), sk: `${name}#${spread(caseId, countShards[book])}` },
        UpdateExpression: `${also?.set ?? ""}ADD ${names.map((_, number) => `#n${number} :v${number}`).join(", ")}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, number) => [`#n${number}`, countPrefix + name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name, number) => [`:v${number}`, adds[name]])),
          ...(also && { ":also": also.value }),
        },
      },
    };
  };
/** Nobody's name is taken for an attribute of ours. */
const countPrefix = "n-";
const countIn = (item: Item): Adds =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, number]) =>
      name.startsWith(countPrefix) && typeof number === "number" ? [[name.slice(countPrefix.length), number]] : [],
    ),
  );

const judgedPartition = (month: string): string => `JUDGED#${month}`;
/** So many more of their kind; a transaction names an item once. */
const countJudged = (TableName: string, all: readonly Judged[], at: Instant): readonly Write[] => {
  const kinds = new Map(all.map((judged) => [kindOf(judged), judged]));
  return [...kinds].map(([sk, judged]) => ({
    Update: {
      TableName,
      Key: { pk: judgedPartition(at.slice(0, 7)), sk },
      UpdateExpression: "SET judged = :judged ADD times :more",
      ExpressionAttributeValues: {
        ":judged": JSON.stringify(judged),
        ":more": all.filter((one) => kindOf(one) === sk).length,
      },
    },
  }));
};

/** So long it is looked back at; the case's history says the same for ever. */
const keepDecidedDays = 90;
const decidedPartition = (day: string): string => `DECIDED#${day}`;
const decidedItem = (decided: Decided): Item => ({
  pk: decidedPartition(decided.at.slice(0, 10)),
  sk: `${decided.at}#${decided.caseId}#${decided.reviewId}`,
  decided: JSON.stringify(decided),
  expiresAt: expiryOf(decided.at, keepDecidedDays),
});

const expiryOf = (at: Instant, days: number): number => Math.floor(msOf(at) / 1000) + days * 86_400;

const outcomeItem = (outcome: DeskOutcome): Item => ({
  pk: deskPartition(outcome.email),
  // One item for each notice and what came of it: many cases teach about one desk at a time, and
  // none waits for another.
  sk: `${outcome.at}#${outcome.caseId}#${outcome.noticeId}#${outcome.what}`,
  outcome: JSON.stringify(outcome),
  expiresAt: expiryOf(outcome.at, keepOutcomesDays),
});

const readWords = ({ said, takenBack, joined, goesOnIn }: Item): ReportWords => ({
  said: newestIn(said),
  ...(takenBack === true && { takenBack: true }),
  ...(joined === true && { joined: true }),
  ...(typeof goesOnIn === "string" && { goesOnIn }),
});

const newestIn = (said: unknown): Newest =>
  typeof said === "object" && said !== null
    ? Object.fromEntries(Object.entries(said).filter(([, at]) => typeof at === "string"))
    : {};

/**
 * The place in the index `review` of the desks that complained; cases stand there under `waiting`.
 */
const stopped = "stopped";

const stopItem = ({ email, forgetsName, ...complaint }: Complaint): Item => ({
  ...stopKey(deskIdOf(email)),
  ...complaint,
  ...(!forgetsName && { email }),
  reviewShard: stopped,
  reviewRank: `${complaint.at}#${deskIdOf(email)}`,
});

const readStop = ({ pk, email, caseId, noticeId, at, allowedAt, allowedBy, why }: Item): StoppedDesk => ({
  desk: String(pk).slice("STOPPED#".length),
  ...(typeof email === "string" && { email }),
  caseId: String(caseId),
  noticeId: String(noticeId),
  at: String(at),
  ...(allowedAt !== undefined && { allowed: { at: String(allowedAt), by: String(allowedBy), why: String(why) } }),
});

/**
 * The version that was read, and its key: one that was thrown away in between must not come back
 * with the change.
 */
const stillAt = (version: number, { caseKey, isNew }: Footing) => ({
  ConditionExpression: `version = :read AND ${isNew ? "attribute_not_exists(caseKey)" : "caseKey = :key"}`,
  ExpressionAttributeValues: { ":read": version, ...(!isNew && { ":key": caseKey }) },
});

/** A change and all that are written with it. */
const changesIn = (change: Change): readonly Change[] => [change, ...(change.together ?? []).flatMap(changesIn)];

/**
 * What a change and all that are written with it add to the counts. Guarded by the state's version in
 * the same transaction, so that it is added once.
 */
const countsBy = (change: Change, TableName: string): readonly Write[] =>
  addsOf(changesIn(change)).map(countWrite(TableName, change.next.id, change.at));

/**
 * What is learnt from a case by a change. Guarded by the state's version in the same transaction, so
 * that what stands last is what was written last, and what is counted is counted once.
 */
const learntBy = (
  { next, at, statistic, judged = [], decided = [], deskOutcomes = [], complaints = [] }: Change,
  TableName: string,
  { spreads, ...sealing }: Footing,
): readonly Write[] => [
  ...(statistic ? [{ Put: { TableName, Item: statisticItem(statistic, next, spreads) } }] : []),
  ...countJudged(TableName, judged, at),
  // What became of an answer stands in its place.
  ...decided.map((one): Write => ({ Put: { TableName, Item: decidedItem(one) } })),
  ...deskOutcomes.map((outcome): Write => {
    const provider = providerFoundBy(next, outcome);
    const found = provider === undefined ? {} : foundBy(provider, next, sealing);
    return { Put: { TableName, Item: { ...outcomeItem(outcome), ...found } } };
  }),
  // Whatever a person said of an earlier complaint is over.
  ...complaints.map((complaint): Write => ({ Put: { TableName, Item: stopItem(complaint) } })),
];

/** A line of history, with its places in what is listed by day. */
const lineItem = ({ next, events, at, reporterSteps, onDays = [] }: Change, footing: Footing): Item => ({
  ...historyKey(next.id, next.version),
  version: next.version,
  format: storedFormat,
  at,
  ...sealLine({ events, ...(reporterSteps && { reporterSteps }) }, footing, next.id, next.version),
  ...Object.assign(
    {},
    ...onDays.map(({ list, ...place }) => placeOnDay(list, { caseId: next.id, ...place }, footing.spreads)),
  ),
});

const writesOf = (change: Change, TableName: string, footings: ReadonlyMap<string, Footing>): readonly Write[] => {
  const {
    next,
    reportKeys = [],
    furtherReports = [],
    words = new Map<string, ReportWords>(),
    targetKey,
    finds = [],
    removedKey,
    untouchedText,
    waits = [],
    waitsNoMore = [],
    together = [],
    mail,
    unstopped = [],
  } = change;
  const isNew = next.version === 1;
  const footing = footings.get(next.id);
  if (footing === undefined) throw new Error(`No key was made for ${next.id}.`);
  const guard = isNew ? { ConditionExpression: missing } : stillAt(next.version - 1, footing);
  const once = (Item: Item): Write => ({ Put: { TableName, Item, ConditionExpression: missing } });
  const pieces = untouchedText === undefined ? [] : piecesOf(untouchedText);
  return [
    { Put: { TableName, Item: stateItem(change, footing), ...guard } },
    once(lineItem(change, footing)),
    ...reportKeys.map((key) => once({ ...reportItemKey(key), caseId: next.id })),
    ...furtherReports.map((report, place) => {
      const key = { pk: furtherPartition(next.id), sk: furtherSort(next.version, place) };
      return once({
        ...key,
        ...sealPiece(Buffer.from(JSON.stringify(report)), footing, next.id, furtherPlace(key.sk)),
      });
    }),
    // Guarded by the state's version in the same transaction, as a statistic is.
    ...[...words].map(([key, said]): Write => ({ Put: { TableName, Item: { ...wordsKey(next.id, key), ...said } } })),
    ...(targetKey?.does === "claim" ? [once({ ...targetItemKey(targetKey.key), caseId: next.id })] : []),
    ...(targetKey?.does === "release"
      ? [
          {
            Delete: {
              TableName,
              Key: targetItemKey(targetKey.key),
              ConditionExpression: `${missing} OR caseId = :own`,
              ExpressionAttributeValues: { ":own": next.id },
            },
          },
        ]
      : []),
    ...finds.map((find): Write => ({ Put: { TableName, Item: findItem(find, next, footing) } })),
    ...(removedKey ? [writeOfRemoved(TableName, removedKey, next.id)] : []),
    ...learntBy(change, TableName, footing),
    ...unstopped.map(
      (email): Write => ({
        ConditionCheck: {
          TableName,
          Key: stopKey(deskIdOf(email)),
          ConditionExpression: `${missing} OR attribute_exists(allowedAt)`,
        },
      }),
    ),
    ...waits.map((waiting) => ({ Put: { TableName, Item: { ...waitingKey(waiting), bytes: waiting.bytes } } })),
    ...waitsNoMore.map((waiting) => ({ Delete: { TableName, Key: waitingKey(waiting) } })),
    ...together.flatMap((other) => writesOf(other, TableName, footings)),
    ...(mail ? [once(mailItem(mail))] : []),
    ...pieces.map((bytes, at) => {
      const sk = textKey(next.version, at);
      return once({ pk: `CASE#${next.id}`, sk, ...sealPiece(bytes, footing, next.id, sk) });
    }),
  ];
};

/** Guarded by the state's version in the same transaction; of two cases the later one counts. */
const writeOfRemoved = (TableName: string, { key, does }: NonNullable<Change["removedKey"]>, caseId: string): Write =>
  does === "claim"
    ? { Put: { TableName, Item: { ...removedItemKey(key), caseId } } }
    : { Delete: { TableName, Key: removedItemKey(key) } };

const piecesOf = (text: string): readonly Uint8Array[] => {
  const bytes = Buffer.from(text, "utf8");
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / textPieceBytes)) }, (_, at) =>
    bytes.subarray(at * textPieceBytes, (at + 1) * textPieceBytes),
  );
};

/** A place in a day's answers; all of them for a cursor that is none. */
const decidedFrom = (cursor: string | undefined): string => {
  const from = Buffer.from(cursor ?? "", "base64url").toString();
  return /^\d{4}-[\x21-\x7e]{1,200}$/.test(from) ? from : "~";
};

const encodeCursor = (key: Item | undefined): { readonly cursor?: string } =>
  key ? { cursor: Buffer.from(JSON.stringify(key)).toString("base64url") } : {};
const readCursor = (cursor: string): Item | undefined => {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    return typeof key === "object" && key !== null ? { ...key } : undefined;
  } catch {
    // Not a cursor of ours.
    return undefined;
  }
};

/** A case's own key, while it is there; for those who are handed a line by the stream. */
export const caseKeys = (
  client: DynamoDBClient,
  TableName: string,
): ((caseId: string) => Promise<string | undefined>) => {
  const table = DocumentClient.from(client);
  return async (caseId) =>
    keyIn((await table.send(new GetCommand({ TableName, Key: caseKey(caseId), ConsistentRead: true }))).Item);
};

/** All items of a partition, or those whose sort key begins so, or is before that. */
const allItems =
  (table: DocumentClient, TableName: string) =>
  async (pk: string, only: { readonly prefix?: string; readonly before?: string } = {}): Promise<readonly Item[]> => {
    const { prefix, before } = only;
    const begins = prefix === undefined ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sort)";
    const sort = prefix ?? before;
    const items: Item[] = [];
    let start: Item | undefined;
    do {
      const answer = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: before === undefined ? begins : "pk = :pk AND sk < :sort",
          ExpressionAttributeValues: { ":pk": pk, ...(sort !== undefined && { ":sort": sort }) },
          ConsistentRead: true,
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      items.push(...(answer.Items ?? []));
      start = answer.LastEvaluatedKey;
    } while (start);
    return items;
  };

/**
 * What is read of a case for a line of its history that was handed on: by no right on a history as a
 * whole. `keyOf`: the case's own key, where it is known already.
 */
export const lineReader = (
  client: DynamoDBClient,
  TableName: string,
  masterKeys: MasterKeys,
  keyOf: (caseId: string) => Promise<string | undefined> = caseKeys(client, TableName),
): LineReader => {
  const table = DocumentClient.from(client);
  return {
    lineOf: async (caseId, version) => {
      const Key = historyKey(caseId, version);
      const { Item } = await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item && readSealedLine(Item, masterKeys, await keyOf(caseId), caseId);
    },
    furtherReports: async (caseId, before) => {
      const items = allItems(table, TableName);
      const all = await items(furtherPartition(caseId), { before: furtherPrefix(before) });
      const key = await keyOf(caseId);
      const names = await Promise.all(
        all.map(async (item) => {
          const sealed = { ...item, sk: furtherPlace(String(item.sk)) };
          return readFurther(
            await readSealedPiece(sealed, masterKeys, key, caseId),
            Number(String(item.sk).slice(0, 6)),
          );
        }),
      );
      return names.flat();
    },
  };
};

/** None once the case is forgotten. */
const readFurther = (bytes: Uint8Array, version: number): readonly FurtherReport[] => {
  if (bytes.length === 0) return [];
  const { reporter, reportId }: Partial<Readonly<Record<string, unknown>>> = JSON.parse(Buffer.from(bytes).toString());
  return [{ reporter: String(reporter), reportId: String(reportId), version }];
};

const waitingIn = (table: DocumentClient, TableName: string): IndexedList => ({
  table,
  TableName,
  index: "review",
  list: waiting,
});

/** What the indexes and the counts alone say, for the watchdog, who opens no case. */
export const caseIndexes = (
  client: DynamoDBClient,
  TableName: string,
): Pick<DueIndex, "due" | "awaited"> & Pick<ReviewList, "inLine"> & Pick<CountsTable, "counts"> => {
  const table = DocumentClient.from(client);
  const items = allItems(table, TableName);
  const dueIn = async (partition: string, now: string, limit: number): Promise<readonly Due[]> => {
    const answer = await table.send(
      new QueryCommand({
        TableName,
        IndexName: "due",
        KeyConditionExpression: "dueShard = :shard AND dueAt <= :now",
        ExpressionAttributeValues: { ":shard": partition, ":now": now },
        Limit: limit,
      }),
    );
    return (answer.Items ?? []).map(dueFrom);
  };
  return {
    due: async (now, limit, lane) => {
      const partitions = duePartitions(lane ? [lane] : lanes);
      const shards = await Promise.all(partitions.map((partition) => dueIn(partition, now, limit)));
      return shards
        .flat()
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
        .slice(0, limit);
    },
    // One answer of one partition: the cursor is where that ended, or the beginning of the next one.
    awaited: async (limit, cursor) => {
      const start = cursor === undefined ? undefined : readCursor(cursor);
      const partitions = duePartitions(lanes);
      const partition = partitions.find((one) => one === start?.dueShard) ?? partitions[0];
      const answer = await table.send(
        new QueryCommand({
          TableName,
          IndexName: "due",
          KeyConditionExpression: "dueShard = :shard",
          ExpressionAttributeValues: { ":shard": partition },
          Limit: limit,
          ...(start?.pk !== undefined && { ExclusiveStartKey: start }),
        }),
      );
      const next = partitions[partitions.findIndex((one) => one === partition) + 1];
      return {
        items: (answer.Items ?? []).map(dueFrom),
        ...encodeCursor(answer.LastEvaluatedKey ?? (next === undefined ? undefined : { dueShard: next })),
      };
    },
    inLine: async (limit) => {
      const places: InLine[] = [];
      let after: string | undefined;
      do {
        const found = await listed(waitingIn(table, TableName), limit - places.length, after);
        places.push(...found.places.map(({ reviewRank: rank }) => readReviewRank(String(rank))));
        after = found.upTo;
      } while (after !== undefined && places.length < limit);
      return places;
    },
    counts: async (book, month) => {
      const sums = new Map<string, Adds>();
      for (const item of await items(countPartition(book, month))) {
        const sk = String(item.sk);
        const name = sk.slice(0, sk.lastIndexOf("#"));
        sums.set(name, plus(sums.get(name) ?? {}, countIn(item)));
      }
      return sums;
    },
  };
};

/**
 * The case store on DynamoDB. Reads of a case are consistent; the indexes lag and only propose.
 * What it holds of a case is sealed (`sealed.ts`). A write that meets a transaction, or is
 * throttled, is tried again (`table-conflicts.ts`). Throws what DynamoDB throws then (throttling,
 * no such table) and what reading the master keys throws; the message goes back to its queue.
 *
 * `spreadsLists`: what it writes stands in lists over several partitions (`spread-list.ts`); it reads both.
 */
export const dynamoCaseStore = (
  client: DynamoDBClient,
  TableName: string,
  masterKeys: MasterKeys,
  { rests = realRests, spreadsLists = false }: { readonly rests?: Rests; readonly spreadsLists?: boolean } = {},
): CaseStore => {
  const table = DocumentClient.from(client);
  /** Whether it was written; not where its condition did not hold. */
  const whereItHolds = async (update: () => Promise<unknown>): Promise<boolean> => {
    try {
      await persistently(update, rests);
      return true;
    } catch (error) {
      if (whyNotWritten(error) === "condition") return false;
      throw error;
    }
  };
  /**
   * Whether it was written: what changed since, or is being changed, stays as it is, as a case that
   * changed set its own due time.
   */
  const unlessChanged = async (update: () => Promise<unknown>): Promise<boolean> => {
    try {
      return await whereItHolds(update);
    } catch (error) {
      if (isLostRace(error)) return false;
      throw error;
    }
  };

  const item = async (Key: Item): Promise<Item | undefined> =>
    (await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  /**
   * What cases that were read or written lately have beside their state: whoever changes a case has
   * seen that very version.
   */
  const seenLately = new Map<string, Seen>();
  const remember = (caseId: string, seen: Seen): void => {
    if (seenLately.size >= 500) seenLately.clear();
    seenLately.set(caseId, seen);
  };
  const stateOf = async (caseId: string): Promise<Item | undefined> => {
    const found = await item(caseKey(caseId));
    if (found) remember(caseId, seenIn(found));
    return found;
  };
  const read = async (caseId: string): Promise<Case | undefined> => {
    const found = await stateOf(caseId);
    return found && readSealedState(found, masterKeys, keyIn(found));
  };
  const seenBefore = async ({ id, version }: Case): Promise<Partial<Seen>> => {
    if (version === 1) return {};
    const lately = seenLately.get(id);
    return lately?.version === version - 1 ? lately : seenIn((await stateOf(id)) ?? {});
  };
  const footingsOf = async (change: Change): Promise<ReadonlyMap<string, Footing>> => {
    const master = await masterKeys();
    const footingOf = async ({ next, dueAt, at }: Change): Promise<Footing> => {
      const { key, dueAt: standing } = await seenBefore(next);
      return {
        version: next.version,
        master,
        caseKey: key ?? newCaseKey(),
        isNew: key === undefined,
        dueAt: dueEntryAt(standing, dueAt, at),
        spreads: spreadsLists,
      };
    };
    return new Map(
      await Promise.all(changesIn(change).map(async (one) => [one.next.id, await footingOf(one)] as const)),
    );
  };
  const pointedAt = async (Key: Item): Promise<string | undefined> => {
    const found = await item(Key);
    return typeof found?.caseId === "string" ? found.caseId : undefined;
  };
  const page = async (list: IndexedList, limit: number, cursor: string | undefined): Promise<CasePage> => {
    const { places, upTo } = await listed(list, limit, readCursorIn(list, cursor));
    const { cases, damaged } = await readAll({ read }, places.map(idOf));
    return { items: cases, ...(damaged.length > 0 && { damaged }), ...cursorIn(list, upTo) };
  };
  const items = allItems(table, TableName);
  const all = (pk: string, prefix?: string): Promise<readonly Item[]> =>
    items(pk, prefix === undefined ? {} : { prefix });

  return {
    read,
    commit: async (change) => {
      try {
        const footings = await footingsOf(change);
        const TransactItems = [...writesOf(change, TableName, footings), ...countsBy(change, TableName)];
        await persistently(() => table.send(new TransactWriteCommand({ TransactItems })), rests);
        for (const one of changesIn(change)) {
          const { version, caseKey: key, dueAt } = footings.get(one.next.id) ?? {};
          remember(one.next.id, { version, key, dueAt });
        }
        return ok(undefined);
      } catch (error) {
        if (isLostRace(error)) return fail({ kind: "somebody-was-first" });
        throw error;
      }
    },
    history: async (caseId) => {
      const [state, lines] = await Promise.all([item(caseKey(caseId)), all(`HISTORY#${caseId}`)]);
      return Promise.all(lines.map((line) => readSealedLine(line, masterKeys, keyIn(state), caseId)));
    },
    // One answer, which DynamoDB ends at 1 MB: a page of a long history is never the whole of it.
    latestLines: async (caseId, limit, before) => {
      const lines = new QueryCommand({
        TableName,
        KeyConditionExpression: before === undefined ? "pk = :pk" : "pk = :pk AND sk < :before",
        ExpressionAttributeValues: {
          ":pk": `HISTORY#${caseId}`,
          ...(before !== undefined && { ":before": historyKey(caseId, before).sk }),
        },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limit,
      });
      const [state, answer] = await Promise.all([item(caseKey(caseId)), table.send(lines)]);
      return Promise.all((answer.Items ?? []).map((line) => readSealedLine(line, masterKeys, keyIn(state), caseId)));
    },
    untouchedText: async (caseId, version = 1) => {
      const [state, pieces] = await Promise.all([item(caseKey(caseId)), all(`CASE#${caseId}`, textPrefix(version))]);
      const texts = await Promise.all(pieces.map((piece) => readSealedPiece(piece, masterKeys, keyIn(state), caseId)));
      return texts.length > 0 ? Buffer.concat(texts).toString("utf8") : undefined;
    },
    wordsOf: async (caseId, reportKey) => {
      const found = await item(wordsKey(caseId, reportKey));
      return found && readWords(found);
    },
    ...lineReader(client, TableName, masterKeys),
    countUnproven: async ({ caseId, noticeId, mailHash, at }) => {
      await whereItHolds(() =>
        table.send(
          new UpdateCommand({
            TableName,
            Key: { pk: unprovenPartition(caseId), sk: noticeId },
            UpdateExpression: "SET lastMail = :mail, expiresAt = :until ADD mails :one",
            ConditionExpression: `${missing} OR lastMail <> :mail`,
            ExpressionAttributeValues: { ":mail": mailHash, ":one": 1, ":until": expiryOf(at, keepUnprovenDays) },
          }),
        ),
      );
    },
    unprovenOf: async (caseId) =>
      new Map((await all(unprovenPartition(caseId))).map(({ sk, mails }) => [String(sk), Number(mails)])),
    caseOfReport: (reportKey) => pointedAt(reportItemKey(reportKey)),
    openCaseOfTarget: (targetKey) => pointedAt(targetItemKey(targetKey)),
    found: async (text, limit, before) => {
      const master = await masterKeys();
      // What was written before the keys were rotated stands under an older one.
      const { name: IndexName, partition, sort } = findIndexOf(text);
      const places = await Promise.all(
        Object.keys(master.keys).map(async (name) => {
          const { Items = [] } = await table.send(
            new QueryCommand({
              TableName,
              IndexName,
              KeyConditionExpression: `${partition} = :tag${before ? ` AND ${sort} < :before` : ""}`,
              ExpressionAttributeValues: {
                ":tag": findPartition(tagsBy(master, name)(text)),
                ...(before && { ":before": findPlace(before) }),
              },
              ScanIndexForward: false,
              Limit: limit,
            }),
          );
          return Items.map((item) => ({ place: String(item[sort]), sk: String(item.sk) }));
        }),
      );
      return places
        .flat()
        .sort((one, other) => (one.place > other.place ? -1 : 1))
        .slice(0, limit)
        .map(readFindPlace);
    },
    removedCaseOfTarget: (targetKey) => pointedAt(removedItemKey(targetKey)),
    waitingFor: async (batch) =>
      (await all(`BATCH#${batch}`, "TD-")).map(({ sk, bytes }) => {
        const [caseId = "", noticeId = ""] = String(sk).split("#");
        return { batch, caseId, noticeId, bytes: Number(bytes) };
      }),
    putTimer: async (batch, lane, dueAt) => {
      const Item = { ...timerKey(batch), dueShard: shardOf(batch, lane), dueAt };
      await whereItHolds(() => table.send(new PutCommand({ TableName, Item, ConditionExpression: missing })));
    },
    endTimer: async (batch) => {
      await persistently(() => table.send(new DeleteCommand({ TableName, Key: timerKey(batch) })), rests);
    },
    mailRecord: async (id) => {
      const found = await item(mailKey(id));
      return found && readMail(found);
    },
    noteAnswer: async (id, answer, at) => {
      await whereItHolds(() =>
        table.send(
          new UpdateCommand({
            TableName,
            Key: mailKey(id),
            UpdateExpression: "SET answer = :answer, isOut = :isOut, expiresAt = :until",
            ConditionExpression: "attribute_exists(pk) AND (attribute_not_exists(isOut) OR isOut = :no)",
            ExpressionAttributeValues: {
              ":answer": JSON.stringify(answer),
              ":isOut": answer.kind === "accepted",
              ":no": false,
              ":until": expiryOf(at, keepMailsDays),
            },
          }),
        ),
      );
    },
    ...caseIndexes(client, TableName),
    postpone: async (caseId, version, dueAt) => {
      await unlessChanged(() =>
        table.send(
          new UpdateCommand({
            TableName,
            Key: caseKey(caseId),
            // It stands in its lane's shard already; who has no place yet is found among all.
            UpdateExpression: "SET dueAt = :later, dueShard = if_not_exists(dueShard, :shard)",
            ConditionExpression: "version = :read",
            ExpressionAttributeValues: { ":later": dueAt, ":shard": shardOf(caseId, "standard"), ":read": version },
          }),
        ),
      );
    },
    setAside: async ({ caseId, dueAt }, until) => {
      await unlessChanged(() =>
        table.send(
          new UpdateCommand({
            TableName,
            Key: dueKey(caseId),
            UpdateExpression: "SET dueAt = :until",
            ConditionExpression: "dueAt = :seen",
            ExpressionAttributeValues: { ":until": until, ":seen": dueAt },
          }),
        ),
      );
      seenLately.delete(caseId);
    },
    forgetHistory: async (caseId, version) => {
      for (const { pk, sk, sealed } of await all(`CASE#${caseId}`, "TEXT#"))
        if (sealed !== undefined)
          await persistently(
            () =>
              table.send(
                new UpdateCommand({
                  TableName,
                  Key: { pk, sk },
                  UpdateExpression: "SET bytes = :none REMOVE sealed, sealedBy",
                  ExpressionAttributeValues: { ":none": new Uint8Array(0) },
                }),
              ),
            rests,
          );
      for (const { pk, sk, openedDay, reviewShard } of await all(`CASE#${caseId}`, "FIND#"))
        if (openedDay !== undefined || reviewShard !== undefined)
          await persistently(
            () =>
              table.send(
                new UpdateCommand({
                  TableName,
                  Key: { pk, sk },
                  UpdateExpression: "REMOVE openedDay, openedAt, reviewShard, reviewRank",
                }),
              ),
            rests,
          );
      await unlessChanged(() =>
        table.send(
          new UpdateCommand({
            TableName,
            Key: caseKey(caseId),
            UpdateExpression: "REMOVE dueAt, dueShard, caseKey",
            // A state that is sealed needs its key.
            ConditionExpression: "version = :read AND attribute_exists(#state)",
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: { ":read": version },
          }),
        ),
      );
    },
    isStopped: async (email) => {
      const stop = await item(stopKey(deskIdOf(email)));
      return stop !== undefined && stop.allowedAt === undefined;
    },
    // A desk that complained right now must not be said to have never complained: a conflict that
    // lasts is thrown.
    allow: (desk, { at, by, why }) =>
      whereItHolds(() =>
        table.send(
          new UpdateCommand({
            TableName,
            Key: stopKey(desk),
            UpdateExpression: "SET allowedAt = :at, allowedBy = :by, why = :why",
            ConditionExpression: "attribute_exists(pk)",
            ExpressionAttributeValues: { ":at": at, ":by": by, ":why": why },
          }),
        ),
      ),
    stoppedDesks: async (limit, cursor) => {
      const list = { table, TableName, index: "review", list: stopped, newestFirst: true } as const;
      const { places, upTo } = await listed(list, limit, readCursorIn(list, cursor));
      const stops = await Promise.all(places.map(({ pk, sk }) => item({ pk, sk })));
      return { items: stops.filter((stop) => stop !== undefined).map(readStop), ...cursorIn(list, upTo) };
    },
    outcomesAt: async (email, limit, before) => {
      const answer = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: before ? "pk = :desk AND sk < :before" : "pk = :desk",
          ExpressionAttributeValues: {
            ":desk": deskPartition(email),
            ...(before && { ":before": `${before.at}#${before.caseId}` }),
          },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return (answer.Items ?? []).map(({ outcome }) => readDeskOutcome(outcome));
    },
    statistics: async (month) => {
      const shards = await Promise.all(
        Array.from({ length: statisticShards }, (_, shard) => all(statisticPartition(month, shard))),
      );
      return shards.flat().map(({ statistic }) => readStatistic(statistic));
    },
    ...statisticLists(table, TableName),
    countedSince: async () =>
      earliest(
        ...(await all(countPartition("open", "now"))).map(({ since }) =>
          typeof since === "string" ? since : undefined,
        ),
      ),
    longestOpen: async (limit, behind) => {
      const after = behind && openRankAt(behind);
      const { places } = await listed({ table, TableName, index: "review", list: isOpen }, limit, after);
      return places.map((found): OpenPlace => {
        const [openedAt = "", lane] = String(found.reviewRank).split("#");
        return { caseId: idOf(found), openedAt, lane: lane === "urgent" ? "urgent" : "standard" };
      });
    },
    decidedOn: async (day, limit, cursor) => {
      const pk = decidedPartition(day);
      const answer = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :day AND sk < :from",
          ExpressionAttributeValues: { ":day": pk, ":from": decidedFrom(cursor) },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      const items = (answer.Items ?? []).map(({ decided }) => readDecided(decided));
      const last = answer.LastEvaluatedKey?.sk;
      return { items, ...(last !== undefined && { cursor: Buffer.from(String(last)).toString("base64url") }) };
    },
    judged: async (month) => (await all(judgedPartition(month))).map(readJudged),
    inReview: (limit, cursor) => page(waitingIn(table, TableName), limit, cursor),
    openedOn: (day, limit, cursor) =>
      page({ table, TableName, index: "opened", list: day, newestFirst: true }, limit, cursor),
  };
};

/**
 * A condition that failed, or a conflict that outlasted several tries, and behind it somebody who
 * writes: in both cases somebody was first.
 */
const isLostRace = (error: unknown): boolean => {
  const why = whyNotWritten(error);
  return why === "condition" || why === "conflict";
};
