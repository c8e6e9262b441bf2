import type { Instant } from "../kernel/instant.ts";
import type { Category, Channel, Lane } from "../report/category.ts";
import type { Evidence, StatusMessage, Target } from "../report/report.ts";
import type { AsRead } from "./as-read.ts";
import type { ContactAnswer, ContactForm } from "./candidate.ts";
import type { Checks } from "./check.ts";
import type { CloseOutcome } from "./close-outcome.ts";
import type { Verdict } from "./event.ts";
import type { Notice } from "./notice.ts";
import type { Notifier } from "./notifier.ts";
import type { Question } from "./question.ts";
import type { ReplyClass } from "./reply-class.ts";
import type { FirstReports } from "./report-name.ts";

/**
 * How long a case was kept in all (`desk-clock.ts`), in milliseconds, up to `since`, from when it
 * is being kept now.
 */
export type Kept = { readonly ms: number; readonly since?: Instant };

export type Review = {
  /** Unique within the case: `<question>-<version at which it was asked>`. */
  readonly id: string;
  readonly question: Question;
  readonly askedAt: Instant;
  /** Nothing goes out for this case until it is answered. */
  readonly blocking: boolean;
  /** One sentence for the person: what happened. */
  readonly reason: string;
  /** The notice it is about, where it is about one. */
  readonly noticeId?: string;
  readonly forms?: readonly ContactForm[];
  /**
   * The reply that it is about, as it was taken; absent of what words don't tell.
   */
  readonly asRead?: AsRead;
  /** Of a reply to a mail about several cases: by its hash it is the same question in each. */
  readonly mailHash?: string;
  /** Where two persons must agree: who did so first. */
  readonly agreedBy?: string;
  /** On-call has been told by a notification, and when last. */
  readonly announced: boolean;
  readonly announcedAt?: Instant;
  /** What a person has decided about it, while that has not taken effect (`given.ts`). */
  readonly given?: Given;
  /** The last verdict on it that did not take effect, since something happened in its minute. */
  readonly dropped?: Dropped;
};

/** A verdict that can be taken back until it takes effect. `together`: given for several cases at once. */
export type Given = {
  readonly verdict: Verdict;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly takesEffectAt: Instant;
  readonly deskSaid?: ReplyClass;
  readonly together?: true;
};

/** Whose verdict it was, and what happened in place of it, in a sentence. */
export type Dropped = {
  readonly decision: Verdict["decision"];
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
};

/**
 * Nothing is sent while a hold stands. Without `until` it stands until somebody lifts it. `version`: that of the
 * case with which it came.
 */
export type Hold = {
  readonly by: string;
  readonly why: string;
  readonly since: Instant;
  readonly until?: Instant;
  readonly version: number;
};

/** What a person keeps in mind for whoever looks at the case next. */
export type Note = { readonly by: string; readonly at: Instant; readonly text: string };

/** One thing that a reporter said later about a report, and when. */
export type Said = Pick<StatusMessage, "reporter" | "reportId" | "status" | "at">;
/** The newest moment of each thing that was said. */
export type Newest = Partial<Readonly<Record<StatusMessage["status"], Instant>>>;
/**
 * What was said later about one report, and whether it was taken back. An item of its own beside
 * the case, which may have thousands of reports. `joined`: it came from its own case, which was closed,
 * by a word that it is still up. `goesOnIn`: the case that it went to by such a word.
 */
export type ReportWords = {
  readonly said: Newest;
  readonly takenBack?: true;
  readonly joined?: true;
  readonly goesOnIn?: string;
};

export type WrongReason = { readonly text?: string; readonly until: Instant };

/**
 * What was closed as removed and was seen again: when it was closed last, when it was seen then and
 * when that was heard; how often that happened in all.
 */
export type CameBack = {
  readonly removedAt: Instant;
  readonly seenAt: Instant;
  readonly at: Instant;
  readonly times: number;
  /** How long the case had been kept by then (`desk-clock.ts`), in milliseconds. */
  readonly keptMs: number;
};

/** All that is known and has happened about one target in one category. */
export type Case = {
  readonly kind: "case";
  readonly id: string;
  readonly version: number;
  readonly lane: Lane;
  readonly category: Category;
  readonly channel: Channel;
  readonly target: Target;
  /**
   * How its reports spell its URL where they do so otherwise, character for character, the first
   * few (`spellings.ts`).
   */
  readonly spellings?: readonly string[];
  readonly evidence: Evidence;
  /**
   * The explanations in whose place a person put others, the newest last, each with the moment up to
   * which it stood: what a desk was told by then is wrong. Without `text` there had been none.
   */
  readonly wrongReasons?: readonly WrongReason[];
  /**
   * Hashes that were reported beyond those a case holds (`bounds.ts`); they stand in the history.
   */
  readonly hashesLeftOut?: number;
  readonly live: boolean;
  readonly domainIsMalicious: boolean;
  readonly openedAt: Instant;
  /** The earliest that a report says: since when it was there, else when it was seen. */
  readonly firstSeenAt: Instant;
  /** When somebody last saw it there, by the reports and by who said later that it is still up. */
  readonly lastSeenAt: Instant;
  /**
   * Reports that joined, and who sent them, in order of arrival; `withdrawn` are those of whose
   * reports none stands any more.
   */
  readonly reports: number;
  readonly reporters: readonly string[];
  readonly withdrawn: readonly string[];
  /** The names of the first of them (`first-reports.ts`). */
  readonly firstReports?: FirstReports;
  /** Who typed reports of it in, the first few; they may not clear it. Absent where nobody did. */
  readonly enteredBy?: readonly string[];
  /**
   * Of child abuse alone: as whom the settings knew its reporters whenever a report of it came in. They are named to
   * nobody, also once they took it back, are called otherwise or are in the settings no more.
   */
  readonly notifiers?: readonly Notifier[];
  /** How many reports of each reporter stand. */
  readonly standing: Readonly<Record<string, number>>;
  /**
   * The newest of each thing that each reporter said later, about whichever report; what was said
   * of a report alone is kept beside the case (`said.ts`).
   */
  readonly lastSaid?: Readonly<Record<string, Newest>>;
  readonly contact?: ContactAnswer;
  /** Times that a look-up in a row found nothing because a source was silent. */
  readonly silentLookups: number;
  /** Rung now stood on; -1 before the first. `climbedAt` is when. */
  readonly rung: number;
  /** The step's id in the policy when the case came to it: a later policy may have other steps. */
  readonly rungId?: string;
  /** Its words for people. */
  readonly rungName?: string;
  /** The ids of the steps below it by the policy of then, in their order: a later policy may have lost its own. */
  readonly rungsBelow?: readonly string[];
  readonly climbedAt?: Instant;
  /**
   * Where it stood when its name was found gone, and whose asking ended by that: it goes on from
   * there where the name stands again.
   */
  readonly beforeGone?: { readonly rung: number; readonly climbedAt?: Instant; readonly ended: readonly string[] };
  /** Absent where it never was. */
  readonly cameBack?: CameBack;
  readonly notices: readonly Notice[];
  readonly holds: readonly Hold[];
  /** The last few that persons kept about it; absent where there is none. All stand in the history. */
  readonly notes?: readonly Note[];
  readonly reviews: readonly Review[];
  /**
   * How long holds and questions that block have kept it from going on (`desk-clock.ts`); absent
   * where none has.
   */
  readonly kept?: Kept;
  /** A person cleared it: law enforcement, protected target, contact that may be the suspect. */
  readonly cleared: readonly Question[];
  /**
   * Mailboxes that a person said are not the one to tell, or that complained about another case;
   * absent where there are none.
   */
  readonly passedOver?: readonly string[];
  /** Its reporters heard that a notice to somebody is left to the right holder (`right-holder.ts`). */
  readonly returned?: true;
  /** A person said that the registrar of its name is not to be notified; absent where nobody did. */
  readonly noRegistrar?: true;
  /** What reporters' checkers were asked; absent where they were asked nothing. */
  readonly checks?: Checks;
  /**
   * When a reporter's word that it is gone came in last, or all others were taken back, while that is
   * not settled; absent where nobody says so.
   */
  readonly goneHeardAt?: Instant;
  /** Hashes of the last mails that were taken in, so that one delivered twice counts once. */
  readonly mails: readonly string[];
  /** A person asked for a fresh look-up; what was known before is kept to compare with. */
  readonly lookAgain?: true;
  /**
   * A desk that is proven to be the one we wrote to said that it has acted; reminders and climbing
   * rest.
   */
  readonly quiet: boolean;
  /**
   * A person said to wait: on-call is not asked about silence again before this, on the desk's
   * clock.
   */
  readonly waitUntil?: Instant;
  /** When it was opened again last, and how it had ended; absent where it never was. */
  readonly reopened?: { readonly at: Instant; readonly outcome: CloseOutcome };
  /**
   * Nobody is left to tell, and a person said to wait: how often the silent desks were reminded since
   * (`decide/silence.ts`). Absent where nobody said so.
   */
  readonly slowReminders?: number;
  /**
   * `saidAt`: when a reporter said so, where their word closed it. `wordAt`: when the desk's or a person's word
   * was given that closed it, where that was before. `askedAgain`: a person was asked since whether it is there
   * again, or is asked of the case in which a report of it stands by now.
   */
  readonly closed?: {
    readonly at: Instant;
    readonly outcome: CloseOutcome;
    readonly saidAt?: Instant;
    readonly wordAt?: Instant;
    readonly askedAgain?: true;
  };
  /** When its retention was over, and with it what was reported (`forget.ts`). */
  readonly forgottenAt?: Instant;
};
