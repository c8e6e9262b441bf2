import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Case, Newest, ReportWords } from "../../case/case.ts";
import { deskIdOf } from "../../case/case-id.ts";
import type { DeskOutcome } from "../../case/desk-outcomes.ts";
import { dueEntryAt } from "../../case/due-entry.ts";
import type { FurtherReport } from "../../case/report-name.ts";
import { earliest, type Instant } from "../../kernel/instant.ts";
import { fail, ok } from "../../kernel/result.ts";
import { type Lane, lanes } from "../../report/category.ts";
import type { MailRecord, SesAnswer } from "../../send/mail/record.ts";
import { isBatchId, type WaitingNotice } from "../../send/mail/waiting.ts";
import { type Adds, addsOf, type Book, type Count, plus } from "../../statistics/counts.ts";
import { type DayPlace, type ListOfDay, outPlaceOf, readDayPlace, writeDayPlace } from "../../statistics/day-places.ts";
import { type Judged, kindOf } from "../../statistics/judged.ts";
import type { Statistic } from "../../statistics/statistic.ts";
import { readAll } from "../damaged-case.ts";
import { type Find, type FoundPlace, messageIn, providerFoundBy, standsBeside } from "../finds.ts";
import type {
  CasePage,
  CaseStore,
  Change,
  Complaint,
  CountsTable,
  Decided,
  Due,
  DueIndex,
  EntryChange,
  LineReader,
  OpenPlace,
  ReviewList,
  StatisticsTable,
  StoppedDesk,
} from "../ports.ts";
import { isEntry, type QueueEntry, type ReviewItem } from "../queue-entry.ts";
import { type InLine, readReviewRank, reviewRank } from "../review-rank.ts";
import { readDecided, readDeskOutcome, readJudged, readStatistic, storedFormat } from "../stored.ts";
import { type Rests, whyNotWritten } from "./conflicts.ts";
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
import {
  cursorOf,
  expiryOf,
  hashed,
  type Index,
  type Item,
  isNew as isNewItem,
  type Key,
  keysOf,
  placeOf,
  type Table,
  tableOf,
  type Write,
} from "./table.ts";

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

const caseKey = (caseId: string) => ({ pk: `CASE#${caseId}`, sk: "STATE" });
/** Longer than anything of it counts (`escalation/policy.ts`). */
const outcomesKept = { days: 180 };
const stopKey = (desk: string) => ({ pk: `STOPPED#${desk}`, sk: "DESK" });
const deskPartition = (email: string): string => `DESK#${deskIdOf(email)}`;
/**
 * Hashed: it stays for ever, and what reporters number their reports by may be what they reported.
 */
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
const mailsKept = { days: 400 };
const mailItem = ({ id, at, members }: MailRecord): Item => ({
  ...mailKey(id),
  at,
  members: JSON.stringify(members),
  expiresAt: expiryOf(at, mailsKept),
});
const readMail = ({ pk, at, members, answer }: Item): MailRecord => ({
  id: String(pk).slice("MAIL#".length),
  at: String(at),
  members: JSON.parse(String(members)) as MailRecord["members"],
  ...(typeof answer === "string" && { answer: JSON.parse(answer) as SesAnswer }),
});
const digits = (number: number, count: number): string => String(number).padStart(count, "0");
const historyKey = (caseId: string, version: number) => ({
  pk: `HISTORY#${caseId}`,
  sk: `EVENT#${digits(version, 6)}`,
});
/** A further report of a case, in the order in which they came. */
const furtherPartition = (caseId: string): string => `REPORTS#${caseId}`;
const furtherPrefix = (version: number): string => `${digits(version, 6)}#`;
const furtherSort = (version: number, place: number): string => `${furtherPrefix(version)}${digits(place, 3)}`;
/** What is bound into its seal. */
const furtherPlace = (sk: string): string => `REPORTS#${sk}`;
const unprovenPartition = (caseId: string): string => `UNPROVEN#${caseId}`;
/** Longer than any case is kept after its end (`escalation/policy.ts`). */
const unprovenKept = { days: 400 };
const duePartition = (lane: Lane, shard: number): string => `${lane === "urgent" ? "due-urgent" : "due"}#${shard}`;
const duePartitions = (of: readonly Lane[]): readonly string[] =>
  of.flatMap((lane) => Array.from({ length: dueShards[lane] }, (_, shard) => duePartition(lane, shard)));
const shardOf = (caseId: string, lane: Lane): string => duePartition(lane, spread(caseId, dueShards[lane]));
const messagePrefix = (number: number): string => `MESSAGE#${digits(number, 6)}#`;
const messageKey = (number: number, piece: number): string => `${messagePrefix(number)}${digits(piece, 3)}`;
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

/** A change as it is written: an entry has no history. */
type AnyChange = Omit<Change, "next" | "events" | "together"> &
  Partial<Pick<Change, "events" | "together">> & { readonly next: ReviewItem } & Pick<EntryChange, "message">;

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
const openRank = (state: ReviewItem): string | undefined =>
  state.kind === "case" && !state.closed ? openRankAt({ ...state, caseId: state.id }) : undefined;
const openRankAt = ({ openedAt, lane, caseId }: OpenPlace): string => `${openedAt}#${lane}#${caseId}`;

/** Before the day, in the list of entries. */
const ofEntries = "ENTRY#";

const stateItem = (change: AnyChange, { dueAt, spreads, ...sealing }: Footing): Item => {
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
    openedDay: placed(`${isEntry(next) ? ofEntries : ""}${next.openedAt.slice(0, 10)}`),
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
const findIndexOf = (text: string): Index => (standsBeside(text) ? "review" : "opened");
const placeIn = (index: Index, list: string, place: string): Item => {
  const { partition, sort } = keysOf[index];
  return { [partition]: list, [sort]: place };
};
const foundBy = (text: string, { id: caseId, openedAt }: ReviewItem, { master }: Sealing): Item =>
  placeIn(findIndexOf(text), findPartition(tagsBy(master)(text)), findPlace({ caseId, openedAt }));
/** The slot alone is named in its key, so that what it held is gone once the places are taken away. */
const findItem = ({ slot, text, besideIt }: Find, found: ReviewItem, sealing: Sealing): Item => ({
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
const dayIndexes: Readonly<Record<ListOfDay, Index>> = {
  out: "opened",
  mailed: "opened",
  back: "due",
  asked: "review",
};
const dayList = (list: ListOfDay, day: string): string => `${list.toUpperCase()}#${day}`;
const placeOnDay = (list: ListOfDay, place: DayPlace, spreads: boolean): Item => {
  const of = dayList(list, place.at.slice(0, 10));
  return placeIn(dayIndexes[list], partitionIn(of, place.caseId, spreads), writeDayPlace(place));
};

const statisticItem = (statistic: Statistic, { lane }: ReviewItem, spreads: boolean): Item => {
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
const statisticLists = (table: Table): Pick<StatisticsTable, "statisticsBehind" | "listedOn"> => ({
  statisticsBehind: async (month, caseId) => {
    // Every case's number begins so.
    const sk = [">", caseId ?? "TD"] as const;
    const shards = await Promise.all(
      Array.from({ length: statisticShards }, (_, shard) =>
        table.page({ pk: statisticPartition(month, shard), sk, limit: statisticsAShard }),
      ),
    );
    // Where a shard goes on, nothing behind its last is known to be next.
    const [upTo] = shards.flatMap(({ last }) => (last ? [String(last.sk)] : [])).sort();
    const items = shards
      .flatMap((shard) => shard.items.map(({ statistic }) => readStatistic(statistic)))
      .filter((one) => upTo === undefined || one.caseId <= upTo)
      .sort((one, other) => (one.caseId < other.caseId ? -1 : 1));
    return { items, ...(upTo !== undefined && { cursor: upTo }) };
  },
  listedOn: async (list, day, limit, before) => {
    const index = dayIndexes[list];
    const of = { table, index, list: dayList(list, day), newestFirst: true } as const;
    const { places } = await listed(of, limit, before && writeDayPlace(before));
    return places.flatMap((found) => readDayPlace(String(found[keysOf[index].sort])) ?? []);
  },
});

const countPartition = (book: Book, month: string): string => `COUNT#${book}#${month}`;
/** Who answered what is looked back at as long as the answers are (`DECIDED#`). */
const personsKept = { days: 90 };
const countWrite =
  (caseId: string, at: Instant) =>
  ({ book, month, name, adds }: Count): Write => {
    const names = Object.keys(adds);
    const also =
      book === "persons"
        ? { set: "SET expiresAt = if_not_exists(expiresAt, :also) ", value: expiryOf(at, personsKept) }
        : book === "open"
          ? { set: "SET since = if_not_exists(since, :also) ", value: at }
          : undefined;
    return {
      update: { pk: countPartition(book, month), sk: `${name}#${spread(caseId, countShards[book])}` },
      by: `${also?.set ?? ""}ADD ${names.map((_, number) => `#n${number} :v${number}`).join(", ")}`,
      names: Object.fromEntries(names.map((counted, number) => [`n${number}`, countPrefix + counted])),
      values: {
        ...Object.fromEntries(names.map((counted, number) => [`v${number}`, adds[counted]])),
        also: also?.value,
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
const countJudged = (all: readonly Judged[], at: Instant): readonly Write[] => {
  const kinds = new Map(all.map((judged) => [kindOf(judged), judged]));
  return [...kinds].map(([sk, judged]) => ({
    update: { pk: judgedPartition(at.slice(0, 7)), sk },
    by: "SET judged = :judged ADD times :more",
    values: { judged: JSON.stringify(judged), more: all.filter((one) => kindOf(one) === sk).length },
  }));
};

/** So long it is looked back at; the case's history says the same for ever. */
const decidedKept = { days: 90 };
const decidedPartition = (day: string): string => `DECIDED#${day}`;
const decidedItem = (decided: Decided): Item => ({
  pk: decidedPartition(decided.at.slice(0, 10)),
  sk: `${decided.at}#${decided.caseId}#${decided.reviewId}`,
  decided: JSON.stringify(decided),
  expiresAt: expiryOf(decided.at, decidedKept),
});

const outcomeItem = (outcome: DeskOutcome): Item => ({
  pk: deskPartition(outcome.email),
  // One item for each notice and what came of it: many cases teach about one desk at a time, and
  // none waits for another.
  sk: `${outcome.at}#${outcome.caseId}#${outcome.noticeId}#${outcome.what}`,
  outcome: JSON.stringify(outcome),
  expiresAt: expiryOf(outcome.at, outcomesKept),
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
const stillAt = (read: number, { caseKey, isNew }: Footing) => ({
  where: `version = :read AND ${isNew ? "attribute_not_exists(caseKey)" : "caseKey = :key"}`,
  values: { read, ...(!isNew && { key: caseKey }) },
});

/** A change and all that are written with it. */
const changesIn = (change: AnyChange): readonly AnyChange[] => [change, ...(change.together ?? []).flatMap(changesIn)];

/**
 * What a change and all that are written with it add to the counts. Guarded by the state's version in
 * the same transaction, so that it is added once.
 */
const countsBy = (change: AnyChange): readonly Write[] =>
  addsOf(changesIn(change)).map(countWrite(change.next.id, change.at));

/**
 * What is learnt from a case by a change. Guarded by the state's version in the same transaction, so
 * that what stands last is what was written last, and what is counted is counted once.
 */
const learntBy = (
  { next, at, statistic, judged = [], decided = [], deskOutcomes = [], complaints = [] }: AnyChange,
  { spreads, ...sealing }: Footing,
): readonly Write[] => [
  ...(statistic ? [{ put: statisticItem(statistic, next, spreads) }] : []),
  ...countJudged(judged, at),
  // What became of an answer stands in its place.
  ...decided.map((one) => ({ put: decidedItem(one) })),
  ...deskOutcomes.map((outcome) => {
    const provider = isEntry(next) ? undefined : providerFoundBy(next, outcome);
    const found = provider === undefined ? {} : foundBy(provider, next, sealing);
    return { put: { ...outcomeItem(outcome), ...found } };
  }),
  // Whatever a person said of an earlier complaint is over.
  ...complaints.map((complaint) => ({ put: stopItem(complaint) })),
];

/** Its places in what is listed by day, which stand on a line of history or on an entry's message. */
const placesOnDays = ({ next, onDays = [] }: AnyChange, spreads: boolean): Item =>
  Object.assign({}, ...onDays.map(({ list, ...place }) => placeOnDay(list, { caseId: next.id, ...place }, spreads)));

const lineItem = (change: AnyChange, events: Change["events"], footing: Footing): Item => ({
  ...historyKey(change.next.id, change.next.version),
  version: change.next.version,
  format: storedFormat,
  at: change.at,
  ...sealLine({ ...change, events }, footing, change.next.id, change.next.version),
  ...placesOnDays(change, footing.spreads),
});

const writesOf = (change: AnyChange, footings: ReadonlyMap<string, Footing>): readonly Write[] => {
  const {
    next,
    events,
    reportKeys = [],
    furtherReports = [],
    words = new Map<string, ReportWords>(),
    targetKey,
    finds = [],
    removedKey,
    message,
    waits = [],
    waitsNoMore = [],
    together = [],
    mail,
    unstopped = [],
  } = change;
  const footing = footings.get(next.id);
  if (footing === undefined) throw new Error(`No key was made for ${next.id}.`);
  const guard = next.version === 1 ? { where: isNewItem } : stillAt(next.version - 1, footing);
  const once = (put: Item): Write => ({ put, where: isNewItem });
  const pieces = message ? piecesOf(message.text) : [];
  return [
    { put: stateItem(change, footing), ...guard },
    ...(events ? [once(lineItem(change, events, footing))] : []),
    ...reportKeys.map((key) => once({ ...reportItemKey(key), caseId: next.id })),
    ...furtherReports.map((report, place) => {
      const key = { pk: furtherPartition(next.id), sk: furtherSort(next.version, place) };
      return once({
        ...key,
        ...sealPiece(Buffer.from(JSON.stringify(report)), footing, next.id, furtherPlace(key.sk)),
      });
    }),
    // Guarded by the state's version in the same transaction, as a statistic is.
    ...[...words].map(([key, said]) => ({ put: { ...wordsKey(next.id, key), ...said } })),
    ...(targetKey?.does === "claim" ? [once({ ...targetItemKey(targetKey.key), caseId: next.id })] : []),
    ...(targetKey?.does === "release"
      ? [
          {
            remove: targetItemKey(targetKey.key),
            where: `${isNewItem} OR caseId = :own`,
            values: { own: next.id },
          },
        ]
      : []),
    ...finds.map((find) => ({ put: findItem(find, next, footing) })),
    // Of two cases the later one counts.
    ...(removedKey?.does === "claim" ? [{ put: { ...removedItemKey(removedKey.key), caseId: next.id } }] : []),
    ...(removedKey?.does === "release" ? [{ remove: removedItemKey(removedKey.key) }] : []),
    ...learntBy(change, footing),
    ...unstopped.map((email) => ({
      check: stopKey(deskIdOf(email)),
      where: `${isNewItem} OR attribute_exists(allowedAt)`,
    })),
    ...waits.map((waiting) => ({ put: { ...waitingKey(waiting), bytes: waiting.bytes } })),
    ...waitsNoMore.map((waiting) => ({ remove: waitingKey(waiting) })),
    ...together.flatMap((other) => writesOf(other, footings)),
    ...(mail ? [once(mailItem(mail))] : []),
    ...pieces.map((bytes, at) => {
      const sk = messageKey(message?.number ?? 0, at);
      const places = at === 0 ? placesOnDays(change, footing.spreads) : {};
      return once({ pk: `CASE#${next.id}`, sk, ...sealPiece(bytes, footing, next.id, sk), ...places });
    }),
  ];
};

const piecesOf = (text: string): readonly Uint8Array[] => {
  const bytes = Buffer.from(text, "utf8");
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / textPieceBytes)) }, (_, at) =>
    bytes.subarray(at * textPieceBytes, (at + 1) * textPieceBytes),
  );
};

/** A place in a day's answers; all of them for a cursor that is none. */
const decidedFrom = (cursor: string | undefined): string => {
  const from = placeOf(cursor);
  return /^\d{4}-[\x21-\x7e]{1,200}$/.test(from) ? from : "~";
};

const readCursor = (cursor: string | undefined): Item | undefined => {
  try {
    const key: unknown = JSON.parse(placeOf(cursor));
    return typeof key === "object" && key !== null ? { ...key } : undefined;
  } catch {
    // Not a cursor of ours.
    return undefined;
  }
};

/** A case's own key, while it is there; for those who are handed a line by the stream. */
export const caseKeys =
  (table: Table): ((caseId: string) => Promise<string | undefined>) =>
  async (caseId) =>
    keyIn(await table.get(caseKey(caseId)));

/**
 * What is read of a case for a line of its history that was handed on: by no right on a history as a
 * whole. `keyOf`: the case's own key, where it is known already.
 */
export const lineReader = (
  table: Table,
  masterKeys: MasterKeys,
  keyOf: (caseId: string) => Promise<string | undefined> = caseKeys(table),
): LineReader => ({
  lineOf: async (caseId, version) => {
    const line = await table.get(historyKey(caseId, version));
    return line && readSealedLine(line, masterKeys, await keyOf(caseId), caseId);
  },
  furtherReports: async (caseId, before) => {
    const sk = ["<", furtherPrefix(before)] as const;
    const all = await table.all({ pk: furtherPartition(caseId), sk, consistent: true });
    const key = await keyOf(caseId);
    const names = await Promise.all(
      all.map(async (item) => {
        const sealed = { ...item, sk: furtherPlace(String(item.sk)) };
        return readFurther(await readSealedPiece(sealed, masterKeys, key, caseId), Number(String(item.sk).slice(0, 6)));
      }),
    );
    return names.flat();
  },
});

/** None once the case is forgotten. */
const readFurther = (bytes: Uint8Array, version: number): readonly FurtherReport[] => {
  if (bytes.length === 0) return [];
  const { reporter, reportId }: Partial<Readonly<Record<string, unknown>>> = JSON.parse(Buffer.from(bytes).toString());
  return [{ reporter: String(reporter), reportId: String(reportId), version }];
};

const waitingIn = (table: Table): IndexedList => ({ table, index: "review", list: waiting });

/** What the indexes and the counts alone say, for the watchdog, who opens no case. */
export const caseIndexes = (
  table: Table,
): Pick<DueIndex, "due" | "awaited"> & Pick<ReviewList, "inLine"> & Pick<CountsTable, "counts"> => ({
  due: async (now, limit, lane) => {
    const shards = await Promise.all(
      duePartitions(lane ? [lane] : lanes).map((pk) => table.page({ index: "due", pk, sk: ["<=", now], limit })),
    );
    return shards
      .flatMap(({ items }) => items.map(dueFrom))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
      .slice(0, limit);
  },
  // One answer of one partition: the cursor is where that ended, or the beginning of the next one.
  awaited: async (limit, cursor) => {
    const from = readCursor(cursor);
    const partitions = duePartitions(lanes);
    const at = Math.max(
      0,
      partitions.findIndex((one) => one === from?.dueShard),
    );
    const start = from?.pk === undefined ? undefined : from;
    const { items, last } = await table.page({ index: "due", pk: partitions[at] ?? "", limit, start });
    const next = partitions[at + 1];
    const goesOn = last ?? (next === undefined ? undefined : { dueShard: next });
    return { items: items.map(dueFrom), ...cursorOf(goesOn && JSON.stringify(goesOn)) };
  },
  inLine: async (limit) => {
    const places: InLine[] = [];
    let after: string | undefined;
    do {
      const found = await listed(waitingIn(table), limit - places.length, after);
      places.push(...found.places.map(({ reviewRank: rank }) => readReviewRank(String(rank))));
      after = found.upTo;
    } while (after !== undefined && places.length < limit);
    return places;
  },
  counts: async (book, month) => {
    const sums = new Map<string, Adds>();
    for (const item of await table.all({ pk: countPartition(book, month), consistent: true })) {
      const sk = String(item.sk);
      const name = sk.slice(0, sk.lastIndexOf("#"));
      sums.set(name, plus(sums.get(name) ?? {}, countIn(item)));
    }
    return sums;
  },
});

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
  { rests, spreadsLists = false }: { readonly rests?: Rests; readonly spreadsLists?: boolean } = {},
): CaseStore => {
  const table = tableOf(client, TableName, rests);
  /** Whether it was written; not where somebody was first, or writes it right now and comes first each time. */
  const unlessChanged = async (...writes: readonly Write[]): Promise<boolean> => {
    try {
      return await table.write(...writes);
    } catch (error) {
      if (whyNotWritten(error) === "conflict") return false;
      throw error;
    }
  };
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
    const found = await table.get(caseKey(caseId));
    if (found) remember(caseId, seenIn(found));
    return found;
  };
  const readItem = async (id: string): Promise<ReviewItem | undefined> => {
    const found = await stateOf(id);
    return found && readSealedState(found, masterKeys, keyIn(found));
  };
  const read = async (caseId: string): Promise<Case | undefined> => {
    const state = await readItem(caseId);
    return isEntry(state) ? undefined : state;
  };
  const readEntry = async (id: string): Promise<QueueEntry | undefined> => {
    const entry = await readItem(id);
    return isEntry(entry) ? entry : undefined;
  };
  const seenBefore = async ({ id, version }: ReviewItem): Promise<Partial<Seen>> => {
    if (version === 1) return {};
    const lately = seenLately.get(id);
    return lately?.version === version - 1 ? lately : seenIn((await stateOf(id)) ?? {});
  };
  const footingsOf = async (change: AnyChange): Promise<ReadonlyMap<string, Footing>> => {
    const master = await masterKeys();
    const footingOf = async ({ next, dueAt, at }: AnyChange): Promise<Footing> => {
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
  const pointedAt = async (key: Key): Promise<string | undefined> => {
    const found = await table.get(key);
    return typeof found?.caseId === "string" ? found.caseId : undefined;
  };
  const page = async <T extends ReviewItem>(
    list: IndexedList,
    limit: number,
    cursor: string | undefined,
    reads: (id: string) => Promise<T | undefined>,
  ): Promise<CasePage<T>> => {
    const { places, upTo } = await listed(list, limit, readCursorIn(list, cursor));
    const { cases, damaged } = await readAll(reads, places.map(idOf));
    return { items: cases, ...(damaged.length > 0 && { damaged }), ...cursorIn(list, upTo) };
  };
  const all = (pk: string, begins?: string): Promise<readonly Item[]> =>
    table.all({ pk, sk: begins === undefined ? undefined : ["begins", begins], consistent: true });

  const write = async (change: AnyChange): ReturnType<CaseStore["writeEntry"]> => {
    const footings = await footingsOf(change);
    const isWritten = await unlessChanged(...writesOf(change, footings), ...countsBy(change));
    if (!isWritten) return fail({ kind: "somebody-was-first" });
    for (const one of changesIn(change)) {
      const { version, caseKey: key, dueAt } = footings.get(one.next.id) ?? {};
      remember(one.next.id, { version, key, dueAt });
    }
    return ok(undefined);
  };

  return {
    read,
    commit: write,
    readEntry,
    writeEntry: write,
    messageOf: async (id, number) => {
      const [state, pieces] = await Promise.all([table.get(caseKey(id)), all(`CASE#${id}`, messagePrefix(number))]);
      const texts = await Promise.all(pieces.map((piece) => readSealedPiece(piece, masterKeys, keyIn(state), id)));
      return texts.length > 0 ? Buffer.concat(texts).toString("utf8") : undefined;
    },
    history: async (caseId) => {
      const [state, lines] = await Promise.all([table.get(caseKey(caseId)), all(`HISTORY#${caseId}`)]);
      return Promise.all(lines.map((line) => readSealedLine(line, masterKeys, keyIn(state), caseId)));
    },
    // One answer, which DynamoDB ends at 1 MB: a page of a long history is never the whole of it.
    latestLines: async (caseId, limit, before) => {
      const sk = before === undefined ? undefined : (["<", historyKey(caseId, before).sk] as const);
      const lines = { pk: `HISTORY#${caseId}`, sk, consistent: true, newestFirst: true, limit } as const;
      const [state, { items }] = await Promise.all([table.get(caseKey(caseId)), table.page(lines)]);
      return Promise.all(items.map((line) => readSealedLine(line, masterKeys, keyIn(state), caseId)));
    },
    wordsOf: async (caseId, reportKey) => {
      const found = await table.get(wordsKey(caseId, reportKey));
      return found && readWords(found);
    },
    ...lineReader(table, masterKeys),
    countUnproven: async ({ caseId, noticeId, mailHash: mail, at }) => {
      await table.write({
        update: { pk: unprovenPartition(caseId), sk: noticeId },
        by: "SET lastMail = :mail, expiresAt = :until ADD mails :one",
        where: `${isNewItem} OR lastMail <> :mail`,
        values: { mail, one: 1, until: expiryOf(at, unprovenKept) },
      });
    },
    unprovenOf: async (caseId) =>
      new Map((await all(unprovenPartition(caseId))).map(({ sk, mails }) => [String(sk), Number(mails)])),
    caseOfReport: (reportKey) => pointedAt(reportItemKey(reportKey)),
    openCaseOfTarget: (targetKey) => pointedAt(targetItemKey(targetKey)),
    found: async (text, limit, before) => {
      const master = await masterKeys();
      const index = findIndexOf(text);
      const sk = before && (["<", findPlace(before)] as const);
      // What was written before the keys were rotated stands under an older one.
      const pages = await Promise.all(
        Object.keys(master.keys).map((name) =>
          table.page({ index, pk: findPartition(tagsBy(master, name)(text)), sk, newestFirst: true, limit }),
        ),
      );
      return pages
        .flatMap(({ items }) => items.map((item) => ({ place: String(item[keysOf[index].sort]), sk: String(item.sk) })))
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
      await table.write({ put: { ...timerKey(batch), dueShard: shardOf(batch, lane), dueAt }, where: isNewItem });
    },
    endTimer: async (batch) => {
      await table.write({ remove: timerKey(batch) });
    },
    mailRecord: async (id) => {
      const found = await table.get(mailKey(id));
      return found && readMail(found);
    },
    noteAnswer: async (id, answer, at) => {
      await table.write({
        update: mailKey(id),
        by: "SET answer = :answer, isOut = :isOut, expiresAt = :until",
        where: "attribute_exists(pk) AND (attribute_not_exists(isOut) OR isOut = :no)",
        values: {
          answer: JSON.stringify(answer),
          isOut: answer.kind === "accepted",
          no: false,
          until: expiryOf(at, mailsKept),
        },
      });
    },
    ...caseIndexes(table),
    postpone: async (caseId, read, later) => {
      await unlessChanged({
        update: caseKey(caseId),
        // It stands in its lane's shard already; who has no place yet is found among all.
        by: "SET dueAt = :later, dueShard = if_not_exists(dueShard, :shard)",
        where: "version = :read",
        values: { later, shard: shardOf(caseId, "standard"), read },
      });
    },
    setAside: async ({ caseId, dueAt: seen }, until) => {
      await unlessChanged({
        update: dueKey(caseId),
        by: "SET dueAt = :until",
        where: "dueAt = :seen",
        values: { until, seen },
      });
      seenLately.delete(caseId);
    },
    forgetHistory: async (caseId, read) => {
      const pk = `CASE#${caseId}`;
      for (const { sk, sealed } of await all(pk, "MESSAGE#"))
        if (sealed !== undefined)
          await table.write({
            update: { pk, sk: String(sk) },
            by: "SET bytes = :none REMOVE sealed, sealedBy",
            values: { none: new Uint8Array(0) },
          });
      for (const { sk, openedDay, reviewShard } of await all(pk, findPrefix))
        if (openedDay !== undefined || reviewShard !== undefined)
          await table.write({
            update: { pk, sk: String(sk) },
            by: "REMOVE openedDay, openedAt, reviewShard, reviewRank",
          });
      await unlessChanged({
        update: caseKey(caseId),
        by: "REMOVE dueAt, dueShard, caseKey",
        // A state that is sealed needs its key.
        where: "version = :read AND attribute_exists(#state)",
        values: { read },
      });
    },
    isStopped: async (email) => {
      const stop = await table.get(stopKey(deskIdOf(email)));
      return stop !== undefined && stop.allowedAt === undefined;
    },
    // A desk that complained right now must not be said to have never complained: a conflict that
    // lasts is thrown.
    allow: (desk, { at, by, why }) =>
      table.write({
        update: stopKey(desk),
        by: "SET allowedAt = :at, allowedBy = :by, why = :why",
        where: "attribute_exists(pk)",
        values: { at, by, why },
      }),
    stoppedDesks: async (limit, cursor) => {
      const list = { table, index: "review", list: stopped, newestFirst: true } as const;
      const { places, upTo } = await listed(list, limit, readCursorIn(list, cursor));
      const stops = await Promise.all(places.map(({ pk, sk }) => table.get({ pk: String(pk), sk: String(sk) })));
      return { items: stops.filter((stop) => stop !== undefined).map(readStop), ...cursorIn(list, upTo) };
    },
    outcomesAt: async (email, limit, before) => {
      const sk = before && (["<", `${before.at}#${before.caseId}`] as const);
      const { items } = await table.page({ pk: deskPartition(email), sk, newestFirst: true, limit });
      return items.map(({ outcome }) => readDeskOutcome(outcome));
    },
    statistics: async (month) => {
      const shards = await Promise.all(
        Array.from({ length: statisticShards }, (_, shard) => all(statisticPartition(month, shard))),
      );
      return shards.flat().map(({ statistic }) => readStatistic(statistic));
    },
    ...statisticLists(table),
    countedSince: async () =>
      earliest(
        ...(await all(countPartition("open", "now"))).map(({ since }) =>
          typeof since === "string" ? since : undefined,
        ),
      ),
    longestOpen: async (limit, behind) => {
      const after = behind && openRankAt(behind);
      const { places } = await listed({ table, index: "review", list: isOpen }, limit, after);
      return places.map((found): OpenPlace => {
        const [openedAt = "", lane] = String(found.reviewRank).split("#");
        return { caseId: idOf(found), openedAt, lane: lane === "urgent" ? "urgent" : "standard" };
      });
    },
    decidedOn: async (day, limit, cursor) => {
      const sk = ["<", decidedFrom(cursor)] as const;
      const { items, last } = await table.page({ pk: decidedPartition(day), sk, newestFirst: true, limit });
      return { items: items.map(({ decided }) => readDecided(decided)), ...cursorOf(last && String(last.sk)) };
    },
    judged: async (month) => (await all(judgedPartition(month))).map(readJudged),
    inReview: (limit, cursor) => page(waitingIn(table), limit, cursor, readItem),
    openedOn: (day, limit, cursor) =>
      page({ table, index: "opened", list: day, newestFirst: true }, limit, cursor, read),
    entriesOn: (day, limit, cursor) => {
      const list = { table, index: "opened", list: `${ofEntries}${day}`, newestFirst: true } as const;
      return page(list, limit, cursor, readEntry);
    },
  };
};
