import type { Case, FurtherReport, ReportName, ReportWords } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { HistoryLine, ReporterSteps } from "../news/reporter-steps.ts";
import type { Lane } from "../report/category.ts";
import type { MailRecord, SesAnswer } from "../send/mail/record.ts";
import type { WaitingNotice } from "../send/mail/waiting.ts";
import type { Adds, Book, Counting } from "../statistics/counts.ts";
import type { DayEntry, DayPlace, ListOfDay } from "../statistics/day-places.ts";
import type { Judged, JudgedCount } from "../statistics/judged.ts";
import type { Statistic } from "../statistics/statistic.ts";
import type { DeskOutcome } from "./desk-outcomes.ts";
import type { Find, FoundPlace } from "./finds.ts";
import type { QueueEntry, ReviewItem } from "./queue-entry.ts";
import type { InLine } from "./review-rank.ts";

/**
 * Somebody else changed the case since it was read. Read again and decide again; never write
 * blindly.
 */
export type SomebodyWasFirst = { readonly kind: "somebody-was-first" };

/**
 * The notice about which a desk complained. Nothing goes to its mailbox until a person allows it.
 * `forgetsName`: the mailbox itself is not kept, as that would keep where the content was.
 */
export type Complaint = {
  readonly email: string;
  readonly caseId: string;
  readonly noticeId: string;
  readonly at: Instant;
  readonly forgetsName?: true;
};

/** Who lets notices go to a desk again, when and why. */
export type Allowed = { readonly at: Instant; readonly by: string; readonly why: string };

/**
 * A desk by its last complaint; `desk` is `deskIdOf` its mailbox, which stands here unless it is
 * not kept.
 */
export type StoppedDesk = {
  readonly desk: string;
  readonly email?: string;
  readonly caseId: string;
  readonly noticeId: string;
  readonly at: Instant;
  readonly allowed?: Allowed;
};

/**
 * One atomic change: the state, its place in the indexes and the history line are written together
 * or not at all.
 */
export type Change = {
  /** The state after `events`; its `version` is the version read plus one. */
  readonly next: Case;
  readonly events: readonly CaseEvent[];
  readonly at: Instant;
  /** What reporters hear of it; stands on the line of history. */
  readonly reporterSteps?: ReporterSteps;
  /** Names of reports that came with it, behind the first ones that the case names itself. */
  readonly furtherReports?: readonly ReportName[];
  /**
   * When the case next wants attention without being asked; absent where only a person or the
   * outside can move it. The index may propose it a little earlier (`due-entry.ts`).
   */
  readonly dueAt?: Instant;
  /**
   * Reports taken in by this change, each written once for ever; the change fails when one was
   * there already.
   */
  readonly reportKeys?: readonly string[];
  /** What was said of reports of this case, as it stands after this change, by their keys. */
  readonly words?: ReadonlyMap<string, ReportWords>;
  /**
   * `claim` makes this the open case of its target, or the entry that takes its kind of messages, and fails
   * when there is one; `release` ends that.
   */
  readonly targetKey?: { readonly key: string; readonly does: "claim" | "release" };
  /**
   * `claim` makes this the case by which what is reported under the key was last removed, whichever
   * was before; `release` forgets whichever is.
   */
  readonly removedKey?: { readonly key: string; readonly does: "claim" | "release" };
  /** By what the case is found from now on, beside all before; a slot is written over. */
  readonly finds?: readonly Find[];
  /** What the change teaches about desks. */
  readonly deskOutcomes?: readonly DeskOutcome[];
  /** The case in the statistics from now on, in place of what they held of it. */
  readonly statistic?: Statistic;
  /** What it means for the counts of the overview. */
  readonly counting?: Counting;
  /** Where it puts the case in what is listed by day. */
  readonly onDays?: readonly DayEntry[];
  /** Replies that a person judged with this change: each is one more of its kind in the month of `at`. */
  readonly judged?: readonly Judged[];
  /** Answers of persons that were recorded with this change, or what became of them with it. */
  readonly decided?: readonly Decided[];
  /** Notices that begin to wait in a batch with this change, and those that no longer do. */
  readonly waits?: readonly WaitingNotice[];
  readonly waitsNoMore?: readonly WaitingNotice[];
  /** The mail that claims its notice and those of all that are written together with it. */
  readonly mail?: MailRecord;
  /** Changes of other cases that are written with this one or not at all. */
  readonly together?: readonly Change[];
  /** Desks that complained with this change. */
  readonly complaints?: readonly Complaint[];
  /** Mailboxes that must not have been stopped by a complaint. */
  readonly unstopped?: readonly string[];
};

/**
 * A case or a batch of waiting notices (`isBatchId`) and when it is due, as the index says; the index
 * lags and may be a little early, so the case itself decides.
 */
export type Due = { readonly caseId: string; readonly dueAt: Instant };

export type Page<T> = { readonly items: readonly T[]; readonly cursor?: string };
/** `damaged`: what would stand among them and can't be opened (`damaged-case.ts`). */
export type CasePage<T = Case> = Page<T> & { readonly damaged?: readonly string[] };

/*
 * Where cases are kept, as ports by who uses them: each is held to its suite in
 * `test/contracts/case-store/`, in memory and in DynamoDB. No call reads the whole table.
 */

/** Reads cases, by their ids. */
export type CaseReader = {
  /** Throws `DamagedCase` where there is one that can't be opened. */
  readonly read: (caseId: string) => Promise<Case | undefined>;
};

/** Writes changes. */
export type CaseWriter = {
  /** Safe to repeat: a second call with the same change gives `somebody-was-first`. */
  readonly commit: (change: Change) => Promise<Result<void, SomebodyWasFirst>>;
};

/** What happened, as it was written down. */
export type CaseHistory = {
  readonly history: (caseId: string) => Promise<readonly HistoryLine[]>;
  /**
   * The newest lines, or the newest before a version, newest first: `limit` at most, and fewer
   * where they are long, but one where there is any.
   */
  readonly latestLines: (caseId: string, limit: number, before?: number) => Promise<readonly HistoryLine[]>;
};

/** One atomic change of an entry of the review queue; its `version` is the version read plus one. */
export type EntryChange = Pick<
  Change,
  "at" | "dueAt" | "reportKeys" | "targetKey" | "finds" | "counting" | "onDays" | "decided"
> & {
  readonly next: QueueEntry;
  /** The message that came with it, without what may be content (`report/without-content.ts`). */
  readonly message?: { readonly number: number; readonly text: string };
};

/** Messages that can't be read or fit no report, before a person (`queue-entry.ts`). */
export type QueueEntries = {
  /** Throws `DamagedCase` where there is one that can't be opened. */
  readonly readEntry: (id: string) => Promise<QueueEntry | undefined>;
  /** Safe to repeat: a second call with the same change gives `somebody-was-first`. */
  readonly writeEntry: (change: EntryChange) => Promise<Result<void, SomebodyWasFirst>>;
  /** A message of an entry by its number, from 1; empty once it is forgotten. */
  readonly messageOf: (id: string, number: number) => Promise<string | undefined>;
};

/** Where a report, or what is reported, is taken in, and what was said of it since. */
export type ReportIndex = {
  /** What was said of a report in this case, as the last change left it. */
  readonly wordsOf: (caseId: string, reportKey: string) => Promise<ReportWords | undefined>;
  readonly caseOfReport: (reportKey: string) => Promise<string | undefined>;
  readonly openCaseOfTarget: (targetKey: string) => Promise<string | undefined>;
  /**
   * The case that was closed as removed last, of this target. It may have been opened again since,
   * or be closed otherwise: the case itself says.
   */
  readonly removedCaseOfTarget: (targetKey: string) => Promise<string | undefined>;
  /**
   * One more mail of a sender who is not proven to a notice, beyond those that its case keeps
   * (`answers/unproven.ts`). The same mail again, with none in between, counts once; else a mail that
   * the queue brings twice may count twice.
   */
  readonly countUnproven: (mail: {
    readonly caseId: string;
    readonly noticeId: string;
    readonly mailHash: string;
    readonly at: Instant;
  }) => Promise<void>;
  /** How many were counted, by notice. */
  readonly unprovenOf: (caseId: string) => Promise<ReadonlyMap<string, number>>;
};

/** What whoever hands on lines of history reads: single lines and names, never a history. */
export type LineReader = {
  /** One line of a case's history. */
  readonly lineOf: (caseId: string, version: number) => Promise<HistoryLine | undefined>;
  /** The reports that joined a case before a version, behind its first ones (`case/first-reports.ts`), in order. */
  readonly furtherReports: (caseId: string, before: number) => Promise<readonly FurtherReport[]>;
};

/** Cases by what they are about, open and closed, until they are forgotten. */
export type FindIndex = {
  /**
   * Places of those that are found by a text (`finds.ts`), the newest first, or the newest of those opened
   * before one; a case may stand there twice.
   */
  readonly found: (text: string, limit: number, before?: FoundPlace) => Promise<readonly FoundPlace[]>;
};

/** Notices that wait for others to the same desk, in batches. */
export type Batches = {
  /** All notices that wait in a batch, as they are now and in no order. */
  readonly waitingFor: (batch: string) => Promise<readonly WaitingNotice[]>;
  /** Has a batch due at a moment, unless it has a timer. The index of what is due proposes it as it does a case. */
  readonly putTimer: (batch: string, lane: Lane, dueAt: Instant) => Promise<void>;
  readonly endTimer: (batch: string) => Promise<void>;
};

/** Mails about several cases; each is written with its claim (`Change.mail`). */
export type MailRecords = {
  readonly mailRecord: (id: string) => Promise<MailRecord | undefined>;
  /** Notes what became of a mail. Nothing takes back that SES has it; nothing where there is no such record. */
  readonly noteAnswer: (id: string, answer: SesAnswer, at: Instant) => Promise<void>;
};

/** What is due, for the sweep and for who waits for something. */
export type DueIndex = {
  /**
   * Due at or before `now`, oldest first, at most `limit` of them; of one lane alone where it is
   * named.
   */
  readonly due: (now: Instant, limit: number, lane?: Lane) => Promise<readonly Due[]>;
  /**
   * All that has a due time, whenever that is: at most `limit` of them and on from the cursor. A page
   * may hold none and still have a cursor. What moves meanwhile may be given twice, or not.
   */
  readonly awaited: (limit: number, cursor?: string) => Promise<Page<Due>>;
  /**
   * Moves a due time on without a history line: a hint was dropped and is given time. Does nothing
   * when the case changed since.
   */
  readonly postpone: (caseId: string, version: number, dueAt: Instant) => Promise<void>;
  /**
   * Moves the due time of a case that can't be opened, since others must not wait behind it, or of a batch that a
   * hint was dropped for. Does nothing when it is due at another time by now.
   */
  readonly setAside: (due: Due, until: Instant) => Promise<void>;
  /**
   * Makes a forgotten case's history read by `forgetfulEvent` for ever, empties an entry's messages,
   * and takes the case out of the due index and of all by what it is found; nothing of it where
   * the case changed since. Safe to repeat, and to be cut short: the case stays due.
   */
  readonly forgetHistory: (caseId: string, version: number) => Promise<void>;
};

/** What is before a person. */
export type ReviewList = {
  /** Cases and entries with an open review, worst first: urgent lane, then who waits longest. */
  readonly inReview: (limit: number, cursor?: string) => Promise<CasePage<ReviewItem>>;
  /**
   * The same list by the index alone, at most `limit` places of it: for counting, no case is read.
   */
  readonly inLine: (limit: number) => Promise<readonly InLine[]>;
};

/** Desks that complained. */
export type StoppedDesks = {
  /** Whether a desk complained and no person allowed notices to it since. */
  readonly isStopped: (email: string) => Promise<boolean>;
  /**
   * A person lets notices go to a desk again; who and why is kept. Gives whether it had complained;
   * where it had not, nothing is written.
   */
  readonly allow: (desk: string, word: Allowed) => Promise<boolean>;
  /** Desks that complained, also those that a person allowed since, the newest complaint first. */
  readonly stoppedDesks: (limit: number, cursor?: string) => Promise<Page<StoppedDesk>>;
};

/** What is remembered of desks. */
export type DeskMemory = {
  /** What came of asking a mailbox, the newest first, or the newest before another outcome. */
  readonly outcomesAt: (
    email: string,
    limit: number,
    before?: Pick<DeskOutcome, "at" | "caseId">,
  ) => Promise<readonly DeskOutcome[]>;
};

/** What statistics keep. */
export type StatisticsTable = {
  /**
   * What statistics hold of the cases opened in a month (`2026-11`), in no order; outlives the
   * cases.
   */
  readonly statistics: (month: string) => Promise<readonly Statistic[]>;
  /**
   * Some hundreds of the same in the order of case numbers: the first, or those behind a case. `cursor`:
   * the case behind which more may stand; any case's number is one.
   */
  readonly statisticsBehind: (month: string, caseId?: string) => Promise<Page<Statistic>>;
  /**
   * What is listed of a day (`2026-11-24`), the newest first, or the newest before one; `out` has what is closed
   * since that day.
   */
  readonly listedOn: (list: ListOfDay, day: string, limit: number, before?: DayPlace) => Promise<readonly DayPlace[]>;
};

/** What is counted as it happens, so that nobody has to read cases for it. */
export type CountsTable = {
  /** What a book holds of a month, by day or group, and of `now` what is open. */
  readonly counts: (book: Book, month: string) => Promise<ReadonlyMap<string, Adds>>;
  /** Since when it is counted; `undefined` while nothing was. */
  readonly countedSince: () => Promise<Instant | undefined>;
  /**
   * Open cases that wait for no person, the longest open first, or those behind one; without what did not change
   * since there are counts.
   */
  readonly longestOpen: (limit: number, behind?: OpenPlace) => Promise<readonly OpenPlace[]>;
};

/** An open case by its place in the index alone. */
export type OpenPlace = { readonly caseId: string; readonly openedAt: Instant; readonly lane: Lane };

/**
 * An answer that a person gave, as it is listed by day; `together`: with others' cases at once. Where it
 * can be taken back for a minute, `takesEffectAt` says until when, and one of the two behind it what came
 * of it: it took effect, or it was taken back or dropped. It keeps its place in the list.
 */
export type Decided = {
  readonly at: Instant;
  readonly caseId: string;
  readonly reviewId: string;
  readonly question: string;
  readonly decision: string;
  readonly by: string;
  readonly together?: true;
  readonly takesEffectAt?: Instant;
  readonly tookEffectAt?: Instant;
  readonly cameToNothing?: CameToNothing;
};

/** When, and by whom it was taken back; nobody where it was dropped, and the case says why. */
export type CameToNothing = { readonly at: Instant; readonly by?: string };

/** What persons decided. */
export type DecidedList = {
  /** Answers of a day (`2026-11-24`), the newest first; of the last three months. */
  readonly decidedOn: (day: string, limit: number, cursor?: string) => Promise<Page<Decided>>;
};

/** How replies were read, against what persons said of them. */
export type JudgedTable = {
  /**
   * How many replies of each kind persons judged in a month, in no order. Nothing in it leads to a
   * case.
   */
  readonly judged: (month: string) => Promise<readonly JudgedCount[]>;
};

/** What was opened when. */
export type DayList = {
  /** Cases opened on a day (`2026-11-24`), newest first. */
  readonly openedOn: (day: string, limit: number, cursor?: string) => Promise<CasePage>;
  /** The same of entries of the review queue. */
  readonly entriesOn: (day: string, limit: number, cursor?: string) => Promise<CasePage<QueueEntry>>;
};

/** All of it, as one table keeps it. */
export type CaseStore = CaseReader &
  CaseWriter &
  CaseHistory &
  QueueEntries &
  ReportIndex &
  LineReader &
  FindIndex &
  Batches &
  MailRecords &
  DueIndex &
  ReviewList &
  StoppedDesks &
  DeskMemory &
  StatisticsTable &
  CountsTable &
  JudgedTable &
  DecidedList &
  DayList;
