import { TransactionCanceledException, TransactionConflictException } from "@aws-sdk/client-dynamodb";
import type { Case, FurtherReport, ReportWords } from "../../../functions/case/case.ts";
import { deskIdOf } from "../../../functions/case/case-id.ts";
import { forgetfulCaseEvent } from "../../../functions/case/forget.ts";
import { type Instant, instant, msOf } from "../../../functions/kernel/instant.ts";
import { fail, ok, type Result } from "../../../functions/kernel/result.ts";
import type { HistoryLine } from "../../../functions/news/reporter-steps.ts";
import type { Lane } from "../../../functions/report/category.ts";
import type { MailRecord } from "../../../functions/send/mail/record.ts";
import type { WaitingNotice } from "../../../functions/send/mail/waiting.ts";
import { type Adds, addsOf, type Book, plus } from "../../../functions/statistics/counts.ts";
import { type DayPlace, type ListOfDay, outPlaceOf, writeDayPlace } from "../../../functions/statistics/day-places.ts";
import { type JudgedCount, kindOf } from "../../../functions/statistics/judged.ts";
import type { Statistic } from "../../../functions/statistics/statistic.ts";
import type { DeskOutcome } from "../../../functions/store/desk-outcomes.ts";
import { dueEntryAt } from "../../../functions/store/due-entry.ts";
import { labelsOf } from "../../../functions/store/facets.ts";
import { type FoundPlace, messageIn, providerFoundBy } from "../../../functions/store/finds.ts";
import type {
  Allowed,
  Batches,
  CaseStore,
  Change,
  Decided,
  Due,
  EntryChange,
  MailRecords,
  OpenPlace,
  Page,
  SomebodyWasFirst,
  StatisticsTable,
  StillOpen,
  StoppedDesk,
} from "../../../functions/store/ports.ts";
import { isEntry, type QueueEntry, type ReviewItem } from "../../../functions/store/queue-entry.ts";
import { readReviewRank, reviewRank } from "../../../functions/store/review-rank.ts";
import { persistently, whyNotWritten } from "../../../functions/store/table/conflicts.ts";
import { hashed } from "../../../functions/store/table/table.ts";

/**
 * The table's double: conditions and transactions as the real one has them, each call one atomic
 * step, and an index of due times that lags behind. States are immutable, so they are kept and
 * given out as they are. Held to the store's contract.
 */
export type Table = {
  readonly states: ReadonlyMap<string, Case>;
  /** Entries of the review queue. */
  readonly entries: ReadonlyMap<string, QueueEntry>;
  /** Where each case stands among what is due; the index may lag behind it. */
  readonly dueOf: ReadonlyMap<string, Instant>;
  readonly read: (caseId: string) => Case | undefined;
  readonly commit: (change: Change) => Result<void, SomebodyWasFirst>;
  readonly writeEntry: (change: EntryChange) => Result<void, SomebodyWasFirst>;
  readonly postpone: (caseId: string, version: number, dueAt: Instant) => void;
  readonly setAside: (due: Due, until: Instant) => void;
  readonly history: (caseId: string) => readonly HistoryLine[];
  readonly messageOf: (id: string, number: number) => string | undefined;
  readonly wordsOf: (caseId: string, reportKey: string) => ReportWords | undefined;
  readonly furtherReports: (caseId: string, before: number) => readonly FurtherReport[];
  readonly countUnproven: (mail: Parameters<CaseStore["countUnproven"]>[0]) => void;
  readonly unprovenOf: (caseId: string) => ReadonlyMap<string, number>;
  readonly caseOfReport: (reportKey: string) => string | undefined;
  readonly openCaseOfTarget: (targetKey: string) => string | undefined;
  readonly found: (text: string, limit: number, before?: FoundPlace) => readonly FoundPlace[];
  readonly decidedOn: (day: string) => readonly Decided[];
  readonly removedCaseOfTarget: (targetKey: string) => string | undefined;
  readonly waitingFor: (batch: string) => readonly WaitingNotice[];
  readonly putTimer: (batch: string, lane: Lane, dueAt: Instant) => void;
  readonly endTimer: (batch: string) => void;
  readonly mails: ReadonlyMap<string, MailRecord>;
  readonly noteAnswer: (id: string, answer: NonNullable<MailRecord["answer"]>) => void;
  readonly due: (now: Instant, limit: number, lane?: Lane) => readonly Due[];
  readonly forgetHistory: (caseId: string, version: number) => void;
  readonly isStopped: (email: string) => boolean;
  readonly allow: (desk: string, word: Allowed) => boolean;
  readonly stops: ReadonlyMap<string, StoppedDesk>;
  readonly outcomesAt: (
    email: string,
    limit: number,
    before?: Pick<DeskOutcome, "at" | "caseId">,
  ) => readonly DeskOutcome[];
  readonly statistics: (month: string) => readonly Statistic[];
  readonly listedOn: (list: ListOfDay, day: string) => readonly DayPlace[];
  readonly judged: (month: string) => readonly JudgedCount[];
  readonly counts: (book: Book, month: string) => ReadonlyMap<string, Adds>;
  /** When a case was first counted, and last. */
  readonly countedSince: () => Instant | undefined;
  readonly countedUpTo: () => Instant | undefined;
  /** The first moment at which the index will propose something, in milliseconds. */
  readonly nextDueMs: () => number | undefined;
};

type Entry = { readonly dueAt: Instant; readonly caseId: string };
const isBefore = (a: Entry, b: Entry): boolean => a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.caseId < b.caseId);

/** A heap, so that a hundred thousand due cases cost as little to ask as ten. */
const heap = () => {
  const items: Entry[] = [];
  const at = (index: number): Entry => items[index] as Entry;
  const swap = (one: number, other: number) => {
    const held = at(one);
    items[one] = at(other);
    items[other] = held;
  };
  return {
    top: (): Entry | undefined => items[0],
    push: (entry: Entry) => {
      let index = items.push(entry) - 1;
      for (
        let parent = (index - 1) >> 1;
        index > 0 && isBefore(at(index), at(parent));
        index = parent, parent = (index - 1) >> 1
      )
        swap(index, parent);
    },
    pop: (): Entry | undefined => {
      const first = items[0];
      const last = items.pop();
      if (first === undefined || last === undefined || items.length === 0) return first;
      items[0] = last;
      for (let index = 0; ; ) {
        const left = 2 * index + 1;
        const child = left + 1 < items.length && isBefore(at(left + 1), at(left)) ? left + 1 : left;
        if (child >= items.length || !isBefore(at(child), at(index))) break;
        swap(child, index);
        index = child;
      }
      return first;
    },
  };
};

/**
 * What is due, in the order of its time, as an index of the real table proposes it: late by what
 * `lagMs` says for each write.
 */
const laggingIndex = (nowMs: () => number, lagMs: () => number) => {
  const dueOf = new Map<string, Instant>();
  const indexed = new Map<string, Instant>();
  const ordered = heap();
  let nextKnown: { readonly ms: number | undefined } | undefined;
  let late: { readonly visibleAt: number; readonly caseId: string; readonly dueAt: Instant | undefined }[] = [];

  const show = (caseId: string, dueAt: Instant | undefined) => {
    nextKnown = undefined;
    if (dueAt === undefined) indexed.delete(caseId);
    else if (indexed.get(caseId) !== dueAt) {
      indexed.set(caseId, dueAt);
      ordered.push({ caseId, dueAt });
    }
  };
  const catchUp = () => {
    if (late.length === 0) return;
    const now = nowMs();
    if (!late.some(({ visibleAt }) => visibleAt <= now)) return;
    for (const { visibleAt, caseId, dueAt } of late) if (visibleAt <= now) show(caseId, dueAt);
    late = late.filter(({ visibleAt }) => visibleAt > now);
  };
  const place = (caseId: string, dueAt: Instant | undefined) => {
    // What is to be visible by now is so first, or it would come after this and stand over it.
    catchUp();
    if (dueAt === undefined) dueOf.delete(caseId);
    else dueOf.set(caseId, dueAt);
    const lag = lagMs();
    const before = late.findLast((one) => one.caseId === caseId)?.visibleAt ?? 0;
    const visibleAt = Math.max(nowMs() + lag, before);
    if (visibleAt <= nowMs()) show(caseId, dueAt);
    else {
      late.push({ visibleAt, caseId, dueAt });
      nextKnown = undefined;
    }
  };
  /** The first entry that still stands; those that moved on are dropped on the way. */
  const first = (): Entry | undefined => {
    for (let top = ordered.top(); top; top = ordered.top()) {
      if (indexed.get(top.caseId) === top.dueAt) return top;
      ordered.pop();
    }
    return undefined;
  };

  const due = (now: Instant, limit: number, isWanted: (caseId: string) => boolean): readonly Due[] => {
    catchUp();
    const found: Entry[] = [];
    const others: Entry[] = [];
    const seen = new Set<string>();
    for (let top = first(); top && top.dueAt <= now && found.length < limit; top = first()) {
      ordered.pop();
      if (!seen.has(top.caseId)) (isWanted(top.caseId) ? found : others).push(top);
      seen.add(top.caseId);
    }
    for (const entry of [...found, ...others]) ordered.push(entry);
    return found;
  };
  const nextDueMs = (): number | undefined => {
    catchUp();
    if (nextKnown) return nextKnown.ms;
    const moments = late.flatMap(({ visibleAt, dueAt }) =>
      dueAt === undefined ? [] : [Math.max(visibleAt, msOf(dueAt))],
    );
    const top = first();
    if (top) moments.push(msOf(top.dueAt));
    nextKnown = { ms: moments.length > 0 ? Math.min(...moments) : undefined };
    return nextKnown.ms;
  };
  return { dueOf, place, due, nextDueMs };
};

type Index = ReturnType<typeof laggingIndex>;
type Kept = ReturnType<typeof noItems>;

/** All items but those of the index. */
const noItems = () => ({
  states: new Map<string, Case>(),
  lines: new Map<string, HistoryLine[]>(),
  reports: new Map<string, string>(),
  words: new Map<string, ReportWords>(),
  further: new Map<string, readonly FurtherReport[]>(),
  unproven: new Map<string, Map<string, { readonly count: number; readonly lastMail: string }>>(),
  targets: new Map<string, string>(),
  removed: new Map<string, string>(),
  entries: new Map<string, QueueEntry>(),
  messages: new Map<string, string>(),
  finds: new Map<string, Pick<FoundPlace, "caseId" | "message"> & { readonly text: string }>(),
  /** They stand beside what came of asking a desk, and go with that. */
  providers: [] as { readonly caseId: string; readonly text: string }[],
  statistics: new Map<string, Statistic>(),
  judged: new Map<string, JudgedCount>(),
  counts: new Map<string, Map<string, Adds>>(),
  since: [] as Instant[],
  upTo: undefined as Instant | undefined,
  decided: [] as Decided[],
  onDays: new Map<ListOfDay, DayPlace[]>(),
  outcomes: new Map<string, DeskOutcome[]>(),
  waiting: new Map<string, WaitingNotice>(),
  timers: new Map<string, Lane>(),
  mails: new Map<string, MailRecord>(),
  stops: new Map<string, StoppedDesk>(),
});

const isStoppedIn = ({ stops }: Pick<Kept, "stops">, email: string): boolean => {
  const stop = stops.get(deskIdOf(email));
  return stop !== undefined && stop.allowed === undefined;
};

const placeOfDecided = ({ at, caseId, reviewId }: Decided): string => `${at}#${caseId}#${reviewId}`;

const itemIn = ({ states, entries }: Pick<Kept, "states" | "entries">, id: string): ReviewItem | undefined =>
  states.get(id) ?? entries.get(id);

/** Cases that are found by a text, the newest first. */
const foundIn = (
  kept: Pick<Kept, "finds" | "providers" | "states" | "entries">,
  text: string,
  before: FoundPlace | undefined,
): readonly FoundPlace[] =>
  [...kept.finds.values(), ...kept.providers]
    .filter((find) => find.text === text)
    .map(({ text: _, ...of }): FoundPlace => ({ ...of, openedAt: itemIn(kept, of.caseId)?.openedAt ?? "" }))
    .filter((place) => before === undefined || isOpenedBefore(place, before))
    .sort((one, other) => (isOpenedBefore(one, other) ? 1 : -1));

const isOpenedBefore = (one: FoundPlace, other: FoundPlace): boolean =>
  `${one.openedAt}#${one.caseId}` < `${other.openedAt}#${other.caseId}`;

type AnyChange = (Change | EntryChange) & Partial<Omit<Change, "next" | "events">>;

/** As DynamoDB wants the items of a transaction. */
const isOnceEach = (keys: readonly string[]): boolean => {
  if (new Set(keys).size < keys.length) throw new Error("multiple operations on one item");
  return true;
};

/** Whether all conditions of a change hold. */
const fits = (
  kept: Kept,
  { next, reportKeys = [], targetKey, together = [], mail, unstopped = [] }: AnyChange,
): boolean =>
  isOnceEach(reportKeys) &&
  !unstopped.some((email) => isStoppedIn(kept, email)) &&
  together.every((other) => fits(kept, other)) &&
  (mail === undefined || !kept.mails.has(mail.id)) &&
  (itemIn(kept, next.id)?.version ?? 0) === next.version - 1 &&
  reportKeys.every((key) => !kept.reports.has(key)) &&
  (targetKey === undefined ||
    !kept.targets.has(targetKey.key) ||
    (targetKey.does === "release" && kept.targets.get(targetKey.key) === next.id));

/** Adds what a change and those with it add, as if the stream was read at once. */
const count = (kept: Kept, change: AnyChange): void => {
  const changes = [change, ...(change.together ?? [])];
  for (const { book, month, name, adds } of changes.flatMap(addsOf)) {
    // As in the table: by the book of what is open, in which each case stands.
    if (book === "open" && kept.since.length === 0) kept.since.push(change.at);
    kept.upTo = change.at;
    const lines = kept.counts.get(`${book} ${month}`) ?? new Map<string, Adds>();
    kept.counts.set(`${book} ${month}`, lines.set(name, plus(lines.get(name) ?? {}, adds)));
  }
};

/** What is listed of a day, the newest first. */
const listedIn = (
  { statistics, states, onDays }: Pick<Kept, "statistics" | "states" | "onDays">,
  list: ListOfDay,
  day: string,
): readonly DayPlace[] => {
  const outs = () =>
    [...statistics.values()].flatMap((one) => outPlaceOf(one, states.get(one.caseId)?.lane ?? "standard") ?? []);
  return (list === "out" ? outs() : (onDays.get(list) ?? []))
    .filter(({ at }) => at.startsWith(day))
    .sort((one, other) => (writeDayPlace(one) > writeDayPlace(other) ? -1 : 1));
};

const nameOf = ({ batch, caseId, noticeId }: WaitingNotice): string => `${batch} ${caseId} ${noticeId}`;

const placeOf = ({ at, caseId, reviewId }: Decided): string => `${at} ${caseId} ${reviewId}`;

/** Writes what a change teaches beside its case. */
const writeLearnt = (
  kept: Kept,
  { next, at, statistic, judged = [], decided = [], deskOutcomes = [], complaints = [], onDays = [] }: AnyChange,
): void => {
  for (const { list, ...place } of onDays)
    kept.onDays.set(list, [...(kept.onDays.get(list) ?? []), { caseId: next.id, ...place }]);
  const { statistics, outcomes, stops } = kept;
  if (statistic) statistics.set(next.id, statistic);
  for (const one of judged) {
    const key = `${at.slice(0, 7)} ${kindOf(one)}`;
    kept.judged.set(key, { ...one, times: (kept.judged.get(key)?.times ?? 0) + 1 });
  }
  for (const one of decided) {
    const known = kept.decided.findIndex((other) => placeOf(other) === placeOf(one));
    kept.decided.splice(Math.max(0, known), known < 0 ? 0 : 1, one);
  }
  for (const outcome of deskOutcomes) {
    outcomes.set(outcome.email, [outcome, ...(outcomes.get(outcome.email) ?? [])]);
    const text = isEntry(next) ? undefined : providerFoundBy(next, outcome);
    if (text !== undefined) kept.providers.push({ caseId: next.id, text });
  }
  for (const { email, forgetsName, ...complaint } of complaints)
    stops.set(deskIdOf(email), { desk: deskIdOf(email), ...complaint, ...(!forgetsName && { email }) });
};

/** Writes a case's state and its line of history. */
const writeCase = ({ states, lines, further: reports }: Kept, change: Change): void => {
  const { next, events, at, reporterSteps, furtherReports = [] } = change;
  states.set(next.id, next);
  const line: HistoryLine = { version: next.version, at, events, ...(reporterSteps && { reporterSteps }) };
  const further = furtherReports.map((report) => ({ ...report, version: next.version }));
  if (further.length > 0) reports.set(next.id, [...(reports.get(next.id) ?? []), ...further]);
  const before = lines.get(next.id);
  if (before) before.push(line);
  else lines.set(next.id, [line]);
};

/** Writes a change whose conditions hold. */
const write = (kept: Kept, index: Index, change: AnyChange): void => {
  const { next, at, targetKey, removedKey, finds = [], reportKeys = [], dueAt } = change;
  const { words: said = new Map<string, ReportWords>(), waits = [], waitsNoMore = [], together = [], mail } = change;
  const { reports, words, targets, removed, waiting } = kept;
  if ("events" in change) writeCase(kept, change);
  else kept.entries.set(change.next.id, change.next);
  if ("message" in change && change.message)
    kept.messages.set(`${next.id} ${change.message.number}`, change.message.text);
  index.place(next.id, dueEntryAt(index.dueOf.get(next.id), dueAt, at));
  for (const key of reportKeys) reports.set(key, next.id);
  for (const { slot, text, besideIt } of finds) {
    const of = { caseId: next.id, ...messageIn(slot) };
    kept.finds.set(`${next.id} ${slot}`, { ...of, text });
    if (besideIt !== undefined) kept.finds.set(`${next.id} beside ${slot}`, { ...of, text: besideIt });
  }
  for (const [key, one] of said) words.set(`${next.id} ${key}`, one);
  if (targetKey?.does === "claim") targets.set(targetKey.key, next.id);
  if (targetKey?.does === "release") targets.delete(targetKey.key);
  if (removedKey?.does === "claim") removed.set(removedKey.key, next.id);
  if (removedKey?.does === "release") removed.delete(removedKey.key);
  writeLearnt(kept, change);
  for (const one of waits) waiting.set(nameOf(one), one);
  for (const one of waitsNoMore) waiting.delete(nameOf(one));
  if (mail) kept.mails.set(mail.id, mail);
  for (const other of together) write(kept, index, other);
};

/** Batches, their timers, and the records of mails about several cases. */
const mailsIn = (
  { waiting, timers, mails }: Kept,
  { place }: Index,
): Pick<Table, "waitingFor" | "putTimer" | "endTimer" | "mails" | "noteAnswer"> => ({
  waitingFor: (batch) => [...waiting.values()].filter((one) => one.batch === batch),
  putTimer: (batch, lane, dueAt) => {
    if (timers.has(batch)) return;
    timers.set(batch, lane);
    place(batch, dueAt);
  },
  endTimer: (batch) => {
    if (timers.delete(batch)) place(batch, undefined);
  },
  mails,
  noteAnswer: (id, answer) => {
    const mail = mails.get(id);
    if (mail && mail.answer?.kind !== "accepted") mails.set(id, { ...mail, answer });
  },
});

/**
 * `lagMs` says for each write how long the index will not know of it. `nowMs` is the world's clock.
 */
export const simulatedTable = (nowMs: () => number = () => 0, lagMs: () => number = () => 0): Table => {
  const kept = noItems();
  const { states, lines, reports, words, targets, removed, statistics, outcomes, stops, timers } = kept;
  const index = laggingIndex(nowMs, lagMs);
  const { dueOf, place, due, nextDueMs } = index;
  const writeIfFits = (change: AnyChange): Result<void, SomebodyWasFirst> => {
    if (!fits(kept, change)) return fail({ kind: "somebody-was-first" });
    write(kept, index, change);
    count(kept, change);
    return ok(undefined);
  };
  return {
    states,
    entries: kept.entries,
    dueOf,
    read: (caseId) => states.get(caseId),
    commit: writeIfFits,
    writeEntry: writeIfFits,
    postpone: (caseId, version, dueAt) => {
      if (itemIn(kept, caseId)?.version === version) place(caseId, dueAt);
    },
    setAside: ({ caseId, dueAt }, until) => {
      if (dueOf.get(caseId) === dueAt) place(caseId, until);
    },
    history: (caseId) => lines.get(caseId) ?? [],
    messageOf: (id, number) => kept.messages.get(`${id} ${number}`),
    wordsOf: (caseId, reportKey) => words.get(`${caseId} ${reportKey}`),
    furtherReports: (caseId, before) => (kept.further.get(caseId) ?? []).filter(({ version }) => version < before),
    countUnproven: ({ caseId, noticeId, mailHash }) => {
      const counts = kept.unproven.get(caseId) ?? new Map();
      const known = counts.get(noticeId);
      if (known?.lastMail === mailHash) return;
      kept.unproven.set(caseId, counts.set(noticeId, { count: (known?.count ?? 0) + 1, lastMail: mailHash }));
    },
    unprovenOf: (caseId) =>
      new Map([...(kept.unproven.get(caseId) ?? [])].map(([noticeId, { count: times }]) => [noticeId, times])),
    caseOfReport: (reportKey) => reports.get(reportKey),
    openCaseOfTarget: (targetKey) => targets.get(targetKey),
    found: (text, limit, before) => foundIn(kept, text, before).slice(0, limit),
    decidedOn: (day) =>
      kept.decided
        .filter(({ at }) => at.startsWith(day))
        .sort((one, other) => (placeOfDecided(one) > placeOfDecided(other) ? -1 : 1)),
    removedCaseOfTarget: (targetKey) => removed.get(targetKey),
    ...mailsIn(kept, index),
    due: (now, limit, lane) =>
      due(now, limit, (id) => lane === undefined || (timers.get(id) ?? itemIn(kept, id)?.lane) === lane),
    forgetHistory: (caseId, version) => {
      lines.set(
        caseId,
        (lines.get(caseId) ?? []).map(({ reporterSteps: _, ...line }) => ({
          ...line,
          events: line.events.map(forgetfulCaseEvent),
        })),
      );
      for (const key of kept.messages.keys()) if (key.startsWith(`${caseId} `)) kept.messages.set(key, "");
      for (const [key, find] of kept.finds) if (find.caseId === caseId) kept.finds.delete(key);
      if (itemIn(kept, caseId)?.version === version) place(caseId, undefined);
    },
    isStopped: (email) => isStoppedIn(kept, email),
    allow: (desk, allowed) => {
      const stop = stops.get(desk);
      if (stop) stops.set(desk, { ...stop, allowed });
      return stop !== undefined;
    },
    stops,
    outcomesAt: (email, limit, before) =>
      (outcomes.get(email.toLowerCase()) ?? [])
        .filter(({ at, caseId }) => before === undefined || `${at}#${caseId}` < `${before.at}#${before.caseId}`)
        .slice(0, limit),
    statistics: (month) => [...statistics.values()].filter(({ openedAt }) => openedAt.startsWith(month)),
    listedOn: (list, day) => listedIn(kept, list, day),
    counts: (book, month) => kept.counts.get(`${book} ${month}`) ?? new Map(),
    countedSince: () => kept.since[0],
    countedUpTo: () => kept.upTo,
    judged: (month) => [...kept.judged].flatMap(([key, one]) => (key.startsWith(`${month} `) ? [one] : [])),
    nextDueMs,
  };
};

const page = <T>(sorted: readonly T[], limit: number, cursor: string | undefined): Page<T> => {
  const from = /^\d{1,6}$/.test(cursor ?? "") ? Number(cursor) : 0;
  return {
    items: sorted.slice(from, from + limit),
    ...(from + limit < sorted.length && { cursor: String(from + limit) }),
  };
};

const stopsNewestFirst = ({ stops }: Table): readonly StoppedDesk[] =>
  [...stops.values()].sort((a, b) => (`${a.at}#${a.desk}` > `${b.at}#${b.desk}` ? -1 : 1));

/** What is before a person, worst first, as the console shows it. */
export const inReview = (table: Table): readonly ReviewItem[] =>
  [...table.states.values(), ...table.entries.values()]
    .flatMap((state) => {
      const rank = reviewRank(state);
      return rank ? [{ rank, state }] : [];
    })
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ state }) => state);

const openedOn = <T extends ReviewItem>(all: ReadonlyMap<string, T>, day: string): readonly T[] =>
  [...all.values()]
    .filter(({ openedAt }) => openedAt.startsWith(day))
    .sort((a, b) => (`${a.openedAt}#${a.id}` > `${b.openedAt}#${b.id}` ? -1 : 1));

const longestOpen = (table: Table): readonly OpenPlace[] =>
  [...table.states.values()]
    .flatMap((state) => {
      if (state.closed || reviewRank(state) !== undefined) return [];
      return [{ caseId: state.id, openedAt: state.openedAt, lane: state.lane }];
    })
    .sort((a, b) => (openText(a) < openText(b) ? -1 : 1));
const stillOpen = (table: Table, label: string, limit: number): readonly StillOpen[] => {
  const waiting = inReview(table).map(({ id }) => id);
  const others = longestOpen(table).map(({ caseId }) => caseId);
  return [...waiting.slice(0, limit), ...others.toReversed().slice(0, limit)].map((caseId) => {
    const host = table.states.get(caseId)?.target.host;
    return { caseId, hasLabel: host !== undefined && labelsOf(host).includes(label) };
  });
};
const openText = ({ openedAt, caseId }: OpenPlace): string => `${openedAt} ${caseId}`;

/** The items of a change that others may write as well. */
const writtenBy = ({
  next,
  targetKey,
  removedKey,
  reportKeys = [],
  together = [],
  mail,
  complaints = [],
  unstopped = [],
  judged = [],
}: AnyChange): readonly string[] => [
  `case ${next.id}`,
  ...(targetKey ? [`target ${targetKey.key}`] : []),
  ...(removedKey ? [`removed ${removedKey.key}`] : []),
  ...reportKeys.map((key) => `report ${key}`),
  ...[...complaints.map(({ email }) => email), ...unstopped].map((email) => `stop ${deskIdOf(email)}`),
  ...(mail ? [`mail ${mail.id}`] : []),
  ...new Set(judged.map((one) => `judged ${kindOf(one)}`)),
  ...together.flatMap(writtenBy),
];

/** One write on its way: which items it is to change, and what the table has against it. */
export type Write = { readonly items: readonly string[]; isRefused: boolean; isLocked: boolean };

const words = { $metadata: {}, message: "as DynamoDB says it" };

/** What the table throws where another transaction is at an item, or where it has no room. */
export const refusal = (port: keyof CaseStore, why: "conflict" | "throttled"): Error => {
  const Code = why === "conflict" ? "TransactionConflict" : "ThrottlingError";
  return port === "commit" || port === "writeEntry" || why === "throttled"
    ? new TransactionCanceledException({ ...words, CancellationReasons: [{ Code }] })
    : new TransactionConflictException(words);
};

const atOnce = { rest: () => Promise.resolve(), random: () => 0.5 };

/**
 * As `store/table/case-store.ts` has it: again where the table was busy; where a conflict lasts,
 * somebody was first.
 */
const persisting = async <T>(write: () => Promise<T>, conflict: T): Promise<T> => {
  try {
    return await persistently(write, atOnce);
  } catch (error) {
    if (whyNotWritten(error) !== "conflict") throw error;
    return conflict;
  }
};

type Call = <T>(port: keyof CaseStore, effect: () => T, write?: Write) => Promise<T>;

/** What statistics keep, as the steps see it. */
const statisticsOver = (table: Table, call: Call): StatisticsTable => ({
  statistics: (month) => call("statistics", () => table.statistics(month)),
  listedOn: (list, day, limit, before) =>
    call("listedOn", () =>
      table
        .listedOn(list, day)
        .filter((place) => before === undefined || writeDayPlace(place) < writeDayPlace(before))
        .slice(0, limit),
    ),
});

type WriteOver = <T>(port: keyof CaseStore, items: readonly string[], effect: () => T, conflict: T) => Promise<T>;

/** Batches and mail records, as the steps see them. */
const mailsOver = (table: Table, call: Call, write: WriteOver): Batches & MailRecords => ({
  waitingFor: (batch) => call("waitingFor", () => table.waitingFor(batch)),
  putTimer: (batch, ...until) => write("putTimer", [`case ${batch}`], () => table.putTimer(batch, ...until), undefined),
  endTimer: (batch) => write("endTimer", [`case ${batch}`], () => table.endTimer(batch), undefined),
  mailRecord: (id) => call("mailRecord", () => table.mails.get(id)),
  noteAnswer: (id, answer) => write("noteAnswer", [`mail ${id}`], () => table.noteAnswer(id, answer), undefined),
});

/**
 * The table as the steps see it. `call` stands between them and each effect, and knows what is
 * written: there the world fails, dies, waits and interleaves.
 */
export const storeOver = (table: Table, call: Call): CaseStore => {
  const write = <T>(port: keyof CaseStore, items: readonly string[], effect: () => T, conflict: T): Promise<T> => {
    const one: Write = { items, isRefused: false, isLocked: false };
    return persisting(() => call(port, effect, one), conflict);
  };
  return {
    read: (caseId) => call("read", () => table.read(caseId)),
    commit: (change) =>
      write("commit", writtenBy(change), () => table.commit(change), fail({ kind: "somebody-was-first" })),
    readEntry: (id) => call("readEntry", () => table.entries.get(id)),
    writeEntry: (change) =>
      write("writeEntry", writtenBy(change), () => table.writeEntry(change), fail({ kind: "somebody-was-first" })),
    messageOf: (id, number) => call("messageOf", () => table.messageOf(id, number)),
    history: (caseId) => call("history", () => table.history(caseId)),
    latestLines: (caseId, limit, before = Number.POSITIVE_INFINITY) =>
      call("latestLines", () =>
        table
          .history(caseId)
          .filter(({ version }) => version < before)
          .slice(-limit)
          .reverse(),
      ),
    wordsOf: (caseId, key) => call("wordsOf", () => table.wordsOf(caseId, key)),
    lineOf: (caseId, version) => call("lineOf", () => table.history(caseId).find((line) => line.version === version)),
    furtherReports: (caseId, before) => call("furtherReports", () => table.furtherReports(caseId, before)),
    countUnproven: (mail) =>
      write("countUnproven", [`unproven ${mail.caseId}`], () => table.countUnproven(mail), undefined),
    unprovenOf: (caseId) => call("unprovenOf", () => table.unprovenOf(caseId)),
    caseOfReport: (key) => call("caseOfReport", () => table.caseOfReport(key)),
    openCaseOfTarget: (key) => call("openCaseOfTarget", () => table.openCaseOfTarget(key)),
    found: (text, limit, before) => call("found", () => table.found(text, limit, before)),
    stillOpen: (label, limit) => call("stillOpen", () => stillOpen(table, label, limit)),
    removedCaseOfTarget: (key) => call("removedCaseOfTarget", () => table.removedCaseOfTarget(key)),
    ...mailsOver(table, call, write),
    due: (now, limit, lane) => call("due", () => table.due(now, limit, lane)),
    awaited: (limit, cursor) =>
      call("awaited", () => {
        const all = [...table.dueOf].map(([caseId, dueAt]): Due => ({ caseId, dueAt }));
        return page(
          all.sort((a, b) => (isBefore(a, b) ? -1 : 1)),
          limit,
          cursor,
        );
      }),
    postpone: (caseId, version, dueAt) =>
      write("postpone", [`case ${caseId}`], () => table.postpone(caseId, version, dueAt), undefined),
    setAside: (due, until) => write("setAside", [`case ${due.caseId}`], () => table.setAside(due, until), undefined),
    forgetHistory: (caseId, version) =>
      write("forgetHistory", [`case ${caseId}`], () => table.forgetHistory(caseId, version), undefined),
    isStopped: (email) => call("isStopped", () => table.isStopped(email)),
    allow: (desk, word) => write("allow", [`stop ${desk}`], () => table.allow(desk, word), false),
    stoppedDesks: (limit, cursor) => call("stoppedDesks", () => page(stopsNewestFirst(table), limit, cursor)),
    outcomesAt: (email, limit, before) => call("outcomesAt", () => table.outcomesAt(email, limit, before)),
    ...statisticsOver(table, call),
    judged: (month) => call("judged", () => table.judged(month)),
    counts: (book, month) => call("counts", () => table.counts(book, month)),
    countedSince: () => call("countedSince", () => table.countedSince()),
    countedUpTo: () => call("countedUpTo", () => table.countedUpTo()),
    longestOpen: (limit, behind) =>
      call("longestOpen", () =>
        longestOpen(table)
          .filter((place) => behind === undefined || openText(place) > openText(behind))
          .slice(0, limit),
      ),
    decidedOn: (day, limit, cursor) => call("decidedOn", () => page(table.decidedOn(day), limit, cursor)),
    inReview: (limit, cursor) => call("inReview", () => page(inReview(table), limit, cursor)),
    inLine: (limit) =>
      call("inLine", () =>
        inReview(table)
          .slice(0, limit)
          .flatMap((state) => reviewRank(state, hashed) ?? [])
          .map(readReviewRank),
      ),
    openedOn: (day, limit, cursor) => call("openedOn", () => page(openedOn(table.states, day), limit, cursor)),
    entriesOn: (day, limit, cursor) => call("entriesOn", () => page(openedOn(table.entries, day), limit, cursor)),
  };
};

/** Instants from the world's milliseconds, without making the same text twice in a row. */
export const instants = (nowMs: () => number): (() => Instant) => {
  let ms = Number.NaN;
  let text = "";
  return () => {
    const now = nowMs();
    if (now !== ms) {
      ms = now;
      text = instant(now);
    }
    return text;
  };
};
