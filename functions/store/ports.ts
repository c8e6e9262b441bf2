import type { Case, FurtherReport, ReportName, ReportWords } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { HistoryLine, ReporterSteps } from "../news/reporter-steps.ts";
import type { Lane } from "../report/category.ts";
import type { TakenAgain } from "../report/put-off.ts";
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

/** The case changed since it was read. Read again and decide again, never write blindly. */
export type SomebodyWasFirst = { readonly kind: "somebody-was-first" };

/**
 * The notice a desk complained about. Nothing goes to its mailbox until a person allows it.
 * `forgetsName`: the mailbox is not kept, as it would keep where the content was.
 */
export type Complaint = {
  readonly email: string;
  readonly caseId: string;
  readonly noticeId: string;
  readonly at: Instant;
  readonly forgetsName?: true;
};

export type Allowed = { readonly at: Instant; readonly by: string; readonly why: string };

/** A desk by its last complaint. `desk` is `deskIdOf` its mailbox, `email` is absent where it is not kept. */
export type StoppedDesk = {
  readonly desk: string;
  readonly email?: string;
  readonly caseId: string;
  readonly noticeId: string;
  readonly at: Instant;
  readonly allowed?: Allowed;
};

/** One atomic change: state, index entries and history line are written together or not at all. */
export type Change = {
  /** The state after `events`. Its `version` is the version read plus one. */
  readonly next: Case;
  readonly events: readonly CaseEvent[];
  readonly at: Instant;
  /** What reporters hear of it, on the history line. */
  readonly reporterSteps?: ReporterSteps;
  /** Names of reports that came with it, after the first ones, which the case names itself. */
  readonly furtherReports?: readonly ReportName[];
  /** When it is next due by itself, if at all. The index may propose it a little earlier (`due-entry.ts`). */
  readonly dueAt?: Instant;
  /** Reports taken in, each written once for ever. The change fails when one was there already. */
  readonly reportKeys?: readonly string[];
  /** What was said of reports of this case after this change, by report key. */
  readonly words?: ReadonlyMap<string, ReportWords>;
  /** The open case of its target, or the entry for its messages: `claim` fails if there is one, `release` ends it. */
  readonly targetKey?: { readonly key: string; readonly does: "claim" | "release" };
  /** `claim` makes this the case last removed under the key, `release` forgets whichever is. */
  readonly removedKey?: { readonly key: string; readonly does: "claim" | "release" };
  /** What the case is found by from now on, beside all before. A slot is overwritten. */
  readonly finds?: readonly Find[];
  readonly deskOutcomes?: readonly DeskOutcome[];
  /** Replaces what the statistics held of the case. */
  readonly statistic?: Statistic;
  readonly counting?: Counting;
  readonly onDays?: readonly DayEntry[];
  /** Replies that a person judged. Each adds one of its kind in the month of `at`. */
  readonly judged?: readonly Judged[];
  /** Answers of persons recorded with this change, or what became of them. */
  readonly decided?: readonly Decided[];
  /** Notices that begin to wait in a batch, and those that no longer do. */
  readonly waits?: readonly WaitingNotice[];
  readonly waitsNoMore?: readonly WaitingNotice[];
  /** The mail that claims its notice and those of all changes written together with it. */
  readonly mail?: MailRecord;
  /** Changes of other cases, written with this one or not at all. */
  readonly together?: readonly Change[];
  readonly complaints?: readonly Complaint[];
  /** Mailboxes that must not have been stopped by a complaint. */
  readonly unstopped?: readonly string[];
};

/** A case or batch (`isBatchId`) and its due time. The index may lag or be early: the case decides. */
export type Due = { readonly caseId: string; readonly dueAt: Instant };

export type Page<T> = { readonly items: readonly T[]; readonly cursor?: string };
/** `damaged`: ids on the page that can't be opened (`damaged-case.ts`). */
export type CasePage<T = Case> = Page<T> & { readonly damaged?: readonly string[] };

/*
 * Each port is held to its suite in `test/contracts/case-store/`, in memory and in DynamoDB. No call reads the whole
 * table.
 */

export type CaseReader = {
  /** Throws `DamagedCase` where it can't be opened. */
  readonly read: (caseId: string) => Promise<Case | undefined>;
};

export type CaseWriter = {
  /** Safe to repeat: a second call with the same change gives `somebody-was-first`. */
  readonly commit: (change: Change) => Promise<Result<void, SomebodyWasFirst>>;
};

export type CaseHistory = {
  readonly history: (caseId: string) => Promise<readonly HistoryLine[]>;
  /** The newest first, before a version if given. Fewer than `limit` where long, but one if there is any. */
  readonly latestLines: (caseId: string, limit: number, before?: number) => Promise<readonly HistoryLine[]>;
};

/** One atomic change of a review queue entry. Its `version` is the version read plus one. */
export type EntryChange = Pick<
  Change,
  "at" | "dueAt" | "reportKeys" | "targetKey" | "finds" | "counting" | "decided"
> & {
  readonly next: QueueEntry;
  /** The message that came with it, without what may be content (`report/without-content.ts`). */
  readonly message?: { readonly number: number; readonly text: string };
  /** What goes through intake again: due at once among what was put off. */
  readonly takenAgain?: readonly TakenAgain[];
};

/** Messages that can't be read or fit no report, before a person (`queue-entry.ts`). */
export type QueueEntries = {
  /** Throws `DamagedCase` where it can't be opened. */
  readonly readEntry: (id: string) => Promise<QueueEntry | undefined>;
  /** Safe to repeat: a second call with the same change gives `somebody-was-first`. */
  readonly writeEntry: (change: EntryChange) => Promise<Result<void, SomebodyWasFirst>>;
  /** A message by its number, from 1. Empty once it is forgotten. */
  readonly messageOf: (id: string, number: number) => Promise<string | undefined>;
};

export type ReportIndex = {
  /** What was said of a report in this case, as of the last change. */
  readonly wordsOf: (caseId: string, reportKey: string) => Promise<ReportWords | undefined>;
  readonly caseOfReport: (reportKey: string) => Promise<string | undefined>;
  readonly openCaseOfTarget: (targetKey: string) => Promise<string | undefined>;
  /** The target's case last closed as removed. It may be otherwise by now: the case itself says. */
  readonly removedCaseOfTarget: (targetKey: string) => Promise<string | undefined>;
  /**
   * Counts one more mail to a notice from an unproven sender, beyond those its case keeps
   * (`answers/unproven.ts`). The same mail again, with none in between, counts once. Otherwise a mail that
   * the queue delivers twice may count twice.
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

/** For whoever hands on history lines: single lines and names, never a history. */
export type LineReader = {
  readonly lineOf: (caseId: string, version: number) => Promise<HistoryLine | undefined>;
  /** Reports that joined before a version, after the first ones (`case/first-reports.ts`), in order. */
  readonly furtherReports: (caseId: string, before: number) => Promise<readonly FurtherReport[]>;
};

/** Finds cases by what they are about, open and closed, until they are forgotten. */
export type FindIndex = {
  /** Cases found by a text (`finds.ts`), the newest or those opened before one. A case may come twice. */
  readonly found: (text: string, limit: number, before?: FoundPlace) => Promise<readonly FoundPlace[]>;
  /**
   * What waits for a person, worst first, then other open cases, the newest first, at most `limit` of each, by the
   * index alone. `hasLabel`: its host has that whole label (`labelsOf`), or, rarely, another; the case itself says.
   */
  readonly stillOpen: (label: string, limit: number) => Promise<readonly StillOpen[]>;
};

export type StillOpen = { readonly caseId: string; readonly hasLabel: boolean };

/** Notices that wait for others to the same desk. */
export type Batches = {
  /** All notices that wait in a batch now, in no order. */
  readonly waitingFor: (batch: string) => Promise<readonly WaitingNotice[]>;
  /** Sets when a batch is due, unless it has a timer. The due index proposes it as it does a case. */
  readonly putTimer: (batch: string, lane: Lane, dueAt: Instant) => Promise<void>;
  readonly endTimer: (batch: string) => Promise<void>;
};

/** Mails about several cases. Each is written with its claim (`Change.mail`). */
export type MailRecords = {
  readonly mailRecord: (id: string) => Promise<MailRecord | undefined>;
  /** Records what became of a mail. Nothing undoes that SES has it. No-op where there is no such record. */
  readonly noteAnswer: (id: string, answer: SesAnswer, at: Instant) => Promise<void>;
};

/** What is due, for the sweep and for whoever waits for something. */
export type DueIndex = {
  /** At most `limit` due at or before `now`, oldest first, of one lane where it is named. */
  readonly due: (now: Instant, limit: number, lane?: Lane) => Promise<readonly Due[]>;
  /**
   * All that has a due time, at most `limit`, from the cursor on. A page may be empty and still have a
   * cursor. What moves meanwhile may be given twice or not at all.
   */
  readonly awaited: (limit: number, cursor?: string) => Promise<Page<Due>>;
  /** Moves a due time on without a history line, as a hint was dropped. No-op when the case changed since. */
  readonly postpone: (caseId: string, version: number, dueAt: Instant) => Promise<void>;
  /**
   * Moves the due time of a case that can't be opened, so that others don't wait behind it, or of a batch
   * that a hint was dropped for. No-op when it is due at another time by now.
   */
  readonly setAside: (due: Due, until: Instant) => Promise<void>;
  /**
   * Makes a forgotten case's history read by `forgetfulEvent` for ever, empties an entry's messages, and removes the
   * case from the due index and from all it is found by. No-op where the case changed since. Safe to repeat and to
   * interrupt: the case stays due.
   */
  readonly forgetHistory: (caseId: string, version: number) => Promise<void>;
};

export type ReviewList = {
  /** Cases and entries with an open review, worst first: urgent lane, then longest wait. */
  readonly inReview: (limit: number, cursor?: string) => Promise<CasePage<ReviewItem>>;
  /** At most `limit` places of the same list by the index alone: for counting, no case is read. */
  readonly inLine: (limit: number) => Promise<readonly InLine[]>;
};

export type StoppedDesks = {
  /** Whether a desk complained and no person allowed notices to it since. */
  readonly isStopped: (email: string) => Promise<boolean>;
  /** A person lets notices go to a desk again. `false`, and nothing written, where it had not complained. */
  readonly allow: (desk: string, word: Allowed) => Promise<boolean>;
  /** Desks that complained, including those allowed since, newest complaint first. */
  readonly stoppedDesks: (limit: number, cursor?: string) => Promise<Page<StoppedDesk>>;
};

export type DeskMemory = {
  /** What came of asking a mailbox, newest first, those before `before` where given. */
  readonly outcomesAt: (
    email: string,
    limit: number,
    before?: Pick<DeskOutcome, "at" | "caseId">,
  ) => Promise<readonly DeskOutcome[]>;
};

export type StatisticsTable = {
  /** Statistics of the cases opened in a month (`2026-11`), in no order. They outlive the cases. */
  readonly statistics: (month: string) => Promise<readonly Statistic[]>;
  /** What is listed of a day (`2026-11-24`), newest first. `out` has what is closed since that day. */
  readonly listedOn: (list: ListOfDay, day: string, limit: number, before?: DayPlace) => Promise<readonly DayPlace[]>;
};

/** Added up soon after it happened, so that nobody has to read cases for it. */
export type CountsTable = {
  /** What a book holds of a month, by day or group, and of `now` what is open. */
  readonly counts: (book: Book, month: string) => Promise<ReadonlyMap<string, Adds>>;
  /** Since when it is counted. `undefined` while nothing was. */
  readonly countedSince: () => Promise<Instant | undefined>;
  /** When the last change happened that is added up. `undefined` where that was long ago. */
  readonly countedUpTo: () => Promise<Instant | undefined>;
  /** Open cases that wait for no person, longest open first. Without those unchanged since counts exist. */
  readonly longestOpen: (limit: number, behind?: OpenPlace) => Promise<readonly OpenPlace[]>;
};

/** An open case by its index entry alone. */
export type OpenPlace = { readonly caseId: string; readonly openedAt: Instant; readonly lane: Lane };

/**
 * An answer that a person gave, as listed by day. `together`: with others' cases at once. Where it can be
 * taken back for a minute, `takesEffectAt` says until when, and one of the next two what came of it: it took
 * effect, or was taken back or dropped. It keeps its place in the list.
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

/** When, and by whom it was taken back. Nobody where it was dropped, and the case says why. */
export type CameToNothing = { readonly at: Instant; readonly by?: string };

export type DecidedList = {
  /** Answers of a day (`2026-11-24`), newest first, of the last three months. */
  readonly decidedOn: (day: string, limit: number, cursor?: string) => Promise<Page<Decided>>;
};

/** How replies were read, against what persons said of them. */
export type JudgedTable = {
  /** How many replies of each kind persons judged in a month, in no order. Nothing in it leads to a case. */
  readonly judged: (month: string) => Promise<readonly JudgedCount[]>;
};

export type DayList = {
  /** Cases opened on a day (`2026-11-24`), newest first. */
  readonly openedOn: (day: string, limit: number, cursor?: string) => Promise<CasePage>;
  readonly entriesOn: (day: string, limit: number, cursor?: string) => Promise<CasePage<QueueEntry>>;
};

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
