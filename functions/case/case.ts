import type { Instant } from "../kernel/instant.ts";
import type { Category, Channel, Lane } from "../report/category.ts";
import type { Evidence, StatusMessage, Target } from "../report/report.ts";
import type { ContactAnswer } from "./candidate.ts";
import type { CheckReason } from "./check-reason.ts";
import type { CloseOutcome } from "./close-outcome.ts";
import type { Ask, Check, EventOf, Notifier, Verdict } from "./event.ts";
import type { Notice } from "./notice.ts";
import type { Question } from "./question.ts";

/** How long a case was kept in all (`desk-clock.ts`), up to `since`, from when it is being kept now. */
export type Kept = { readonly ms: number; readonly since?: Instant };

export type Review = Ask & {
  /** Unique within the case: `<question>-<version at which it was asked>`. */
  readonly id: string;
  readonly askedAt: Instant;
  /** Where two persons must agree: who did so first. */
  readonly agreedBy?: string;
  /** On-call has been told of it by a notification, and when last. */
  readonly announced: boolean;
  readonly announcedAt?: Instant;
  /** What a person has decided about it, while that has not taken effect (`given.ts`). */
  readonly given?: Given;
  /** The last verdict on it that did not take effect, since something happened in its minute. */
  readonly dropped?: Dropped;
};

/** A verdict that can be taken back until it takes effect. `together`: given for several cases at once. */
export type Given = Omit<EventOf<"verdict-given">, "type" | "reviewId">;

/** Whose verdict it was, and what happened in place of it, in a sentence. */
export type Dropped = {
  readonly decision: Verdict["decision"];
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
};

/** Nothing is sent while it stands. `version`: the case's with which it came. */
export type Hold = {
  readonly by: string;
  readonly why: string;
  readonly since: Instant;
  readonly until?: Instant;
  readonly version: number;
};

export type Note = Omit<EventOf<"noted">, "type">;

export type Said = Pick<StatusMessage, "reporter" | "reportId" | "status" | "at">;
export type Newest = Partial<Readonly<Record<StatusMessage["status"], Instant>>>;
/**
 * What was said later about one report: an item beside the case. `joined`: it came from its own case, which was closed,
 * by a word that it is still up. `goesOnIn`: the case that it went to by such a word.
 */
export type ReportWords = {
  readonly said: Newest;
  readonly takenBack?: true;
  readonly joined?: true;
  readonly goesOnIn?: string;
};

export type WrongReason = { readonly text?: string; readonly until: Instant };

/** What was closed as removed and seen again: closed last, seen then, heard of; and how often in all. */
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
  /** How its reports spell its URL otherwise, character for character, the first few (`spellings.ts`). */
  readonly spellings?: readonly string[];
  readonly evidence: Evidence;
  /** Explanations in whose place a person put others, each with the moment up to which it stood; no `text`: none. */
  readonly wrongReasons?: readonly WrongReason[];
  /** Hashes that were reported beyond those a case holds (`bounds.ts`); they stand in the history. */
  readonly hashesLeftOut?: number;
  readonly live: boolean;
  readonly domainIsMalicious: boolean;
  readonly openedAt: Instant;
  /** The earliest that a report says: since when it was there, else when it was seen. */
  readonly firstSeenAt: Instant;
  /** When somebody last saw it there, by the reports and by who said later that it is still up. */
  readonly lastSeenAt: Instant;
  /** In order of arrival; `withdrawn` are those of whose reports none stands any more. */
  readonly reports: number;
  readonly reporters: readonly string[];
  readonly withdrawn: readonly string[];
  readonly firstReports?: FirstReports;
  /** Who typed reports of it in, the first few; they may not clear it. Absent where nobody did. */
  readonly enteredBy?: readonly string[];
  /** Of child abuse alone: as whom the settings knew its reporters at each report. They are named to nobody. */
  readonly notifiers?: readonly Notifier[];
  /** How many reports of each reporter stand. */
  readonly standing: Readonly<Record<string, number>>;
  /** The newest of each thing that each reporter said later, of whichever report (`said.ts`). */
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
  /** Where it stood when its name was found gone, and whose asking ended by that: it goes on from there. */
  readonly beforeGone?: { readonly rung: number; readonly climbedAt?: Instant; readonly ended: readonly string[] };
  /** Absent where it never was. */
  readonly cameBack?: CameBack;
  readonly notices: readonly Notice[];
  readonly holds: readonly Hold[];
  /** The last few that persons kept about it; absent where there is none. All stand in the history. */
  readonly notes?: readonly Note[];
  readonly reviews: readonly Review[];
  /** How long holds and questions that block have kept it from going on (`desk-clock.ts`); absent where none has. */
  readonly kept?: Kept;
  /** A person cleared it: law enforcement, protected target, contact that may be the suspect. */
  readonly cleared: readonly Question[];
  /** Mailboxes that a person said are not the one to tell, or that complained about another case. */
  readonly passedOver?: readonly string[];
  /** Its reporters heard that a notice to somebody is left to the right holder (`right-holder.ts`). */
  readonly returned?: true;
  /** A person said that the registrar of its name is not to be notified; absent where nobody did. */
  readonly noRegistrar?: true;
  /** What reporters' checkers were asked; absent where they were asked nothing. */
  readonly checks?: Checks;
  /** When a reporter's *gone* came in last, or all others were taken back, while that is not settled. */
  readonly goneHeardAt?: Instant;
  /** Hashes of the last mails that were taken in, so that one delivered twice counts once. */
  readonly mails: readonly string[];
  /** A person asked for a fresh look-up; what was known before is kept to compare with. */
  readonly lookAgain?: true;
  /** A desk that is proven to be the one we wrote to said that it has acted; reminders and climbing rest. */
  readonly quiet: boolean;
  /** A person said to wait: on-call is not asked about silence again before this, on the desk's clock. */
  readonly waitUntil?: Instant;
  /** When it was opened again last, and how it had ended; absent where it never was. */
  readonly reopened?: { readonly at: Instant; readonly outcome: CloseOutcome };
  /** How often the silent desks were reminded since a person said to wait (`decide/silence.ts`). */
  readonly slowReminders?: number;
  /** `askedAgain`: whether it is there again was asked since, here or of the case in which a report now stands. */
  readonly closed?: Omit<EventOf<"closed">, "type" | "why"> & { readonly askedAgain?: true };
  /** When its retention was over, and with it what was reported (`forget.ts`). */
  readonly forgottenAt?: Instant;
};
/** Names a report for ever. */
export type ReportName = { readonly reporter: string; readonly reportId: string };

/** By reporter, each in order of arrival (`first-reports.ts`). `takenBack`: those that were withdrawn, by key. */
export type FirstReports = {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly takenBack?: readonly string[];
};

/** A report behind the first ones, and the version of the case with which it came. */
export type FurtherReport = ReportName & { readonly version: number };

/** What a case remembers of its checks. */
export type Checks = {
  /** What each was asked for, so that nothing is asked twice for one cause. */
  readonly causes: readonly string[];
  readonly lastAskedAt: Instant;
  readonly open?: Check;
  /** When an answer *still up* to a check came in, the last one. */
  readonly stillUpAt?: Instant;
  /** What that check was for. */
  readonly stillUpTo?: CheckReason;
};
