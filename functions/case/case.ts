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
  /** `<question>-<version at which it was asked>`; unique within the case. */
  readonly id: string;
  readonly askedAt: Instant;
  readonly agreedBy?: string;
  readonly announced: boolean;
  readonly announcedAt?: Instant;
  readonly given?: Given;
  /** The last verdict that did not take effect, since something happened in its minute. */
  readonly dropped?: Dropped;
};

export type Given = Omit<EventOf<"verdict-given">, "type" | "reviewId">;

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

export type Status = Pick<StatusMessage, "reporter" | "reportId" | "status" | "at">;
export type Newest = Partial<Readonly<Record<StatusMessage["status"], Instant>>>;
/** Kept beside the case. By *still up* it came from its own closed case (`joined`) or went on in another. */
export type ReportWords = {
  readonly said: Newest;
  readonly takenBack?: true;
  readonly joined?: true;
  readonly goesOnIn?: string;
};

export type WrongReason = { readonly text?: string; readonly until: Instant };

/** Closed as removed and seen again. `at`: when it was heard of. `times`: in all. */
export type CameBack = {
  readonly removedAt: Instant;
  readonly seenAt: Instant;
  readonly at: Instant;
  readonly times: number;
  /** How long the case had been kept by then (`desk-clock.ts`), in milliseconds. */
  readonly keptMs: number;
};

export type Case = {
  readonly kind: "case";
  readonly id: string;
  readonly version: number;
  /** The version as of which it stands: since then on-call was told of its questions, and nothing else. */
  readonly asOf?: number;
  readonly lane: Lane;
  readonly category: Category;
  readonly channel: Channel;
  readonly target: Target;
  /** How else its reports spell its URL, the first few (`spellings.ts`). */
  readonly spellings?: readonly string[];
  readonly evidence: Evidence;
  /** Explanations that a person replaced, each with the moment up to which it stood; no `text`: none. */
  readonly wrongReasons?: readonly WrongReason[];
  /** Number of hashes beyond those a case holds (`bounds.ts`); they stand in the history. */
  readonly hashesLeftOut?: number;
  readonly live: boolean;
  readonly domainIsMalicious: boolean;
  readonly openedAt: Instant;
  /** Since when it was there, else when it was seen: the earliest that a report says. */
  readonly firstSeenAt: Instant;
  /** By the reports and by *still up*. */
  readonly lastSeenAt: Instant;
  /** In order of arrival; `withdrawn`: no report of theirs stands any more. */
  readonly reports: number;
  readonly reporters: readonly string[];
  readonly withdrawn: readonly string[];
  readonly firstReports?: FirstReports;
  /** Who typed reports of it in, the first few; they may not clear it. */
  readonly enteredBy?: readonly string[];
  /** Of its reports, the first few, in small letters. Internal: in no notice, mail or API. */
  readonly labels?: readonly string[];
  /** Of child abuse alone: its reporters as the settings knew them. Named to nobody. */
  readonly notifiers?: readonly Notifier[];
  readonly standing: Readonly<Record<string, number>>;
  /** The newest of each status by reporter, of whichever report (`said.ts`). */
  readonly lastSaid?: Readonly<Record<string, Newest>>;
  readonly contact?: ContactAnswer;
  /** Lookups in a row that found nothing because a source was silent. */
  readonly silentLookups: number;
  /** The escalation level that it is on, -1 before the first; since `escalatedAt`. */
  readonly level: number;
  /** The step's id in the policy when the case came to it: a later policy may have other steps. */
  readonly levelId?: string;
  readonly levelName?: string;
  /** Ids of the steps below it, in order, by the policy of then: a later policy may have lost its own. */
  readonly levelsBelow?: readonly string[];
  readonly escalatedAt?: Instant;
  /** Where it goes on once its name is back in DNS; `ended`: the notices that ended when it was gone. */
  readonly beforeGone?: Pick<Case, "level" | "escalatedAt"> & { readonly ended: readonly string[] };
  readonly cameBack?: CameBack;
  readonly notices: readonly Notice[];
  /** When Netcraft was notified (`decide/protector.ts`), and the number it gave. */
  readonly protector?: { readonly at: Instant; readonly ticket?: string };
  readonly holds: readonly Hold[];
  /** The last few; all stand in the history. */
  readonly notes?: readonly Note[];
  readonly reviews: readonly Review[];
  readonly kept?: Kept;
  /** A person cleared it: law enforcement, protected target, contact that may be the suspect. */
  readonly cleared: readonly Question[];
  /** Mailboxes that a person said are the wrong one, or that complained about another case. */
  readonly passedOver?: readonly string[];
  readonly returned?: true;
  readonly noRegistrar?: true;
  readonly checks?: Checks;
  /** When a reporter's *gone* came in last, or all others were taken back, until that is settled. */
  readonly goneHeardAt?: Instant;
  /** Hashes of the last mails taken in, so that one delivered twice counts once. */
  readonly mails: readonly string[];
  /** Since when a fresh lookup is wanted, by a person or since a reopening; the old is kept to compare. */
  readonly lookAgain?: Instant;
  /** A desk proven to be the one we wrote to said that it has acted: reminders and escalation rest. */
  readonly quiet: boolean;
  /** A person said to wait: on-call is not asked about silence before this, on the desk's clock. */
  readonly waitUntil?: Instant;
  /** Urgent lane: a person said to wait, so `waitUntil` is by the clock on the wall (`nextRound`). */
  readonly isWaitedWith?: true;
  /** When it was last opened again, and how it had ended. */
  readonly reopened?: { readonly at: Instant; readonly outcome: CloseOutcome };
  /** How often silent desks were reminded since a person said to wait (`decide/silence.ts`). */
  readonly slowReminders?: number;
  /** `askedAgain`: whether it is back was asked since, here or of the case in which a report now stands. */
  readonly closed?: Omit<EventOf<"closed">, "type" | "why"> & { readonly askedAgain?: true };
  readonly forgottenAt?: Instant;
};
/** Names a report for ever. */
export type ReportName = { readonly reporter: string; readonly reportId: string };

/** By reporter, in order of arrival (`first-reports.ts`). `takenBack`: keys of withdrawn ones. */
export type FirstReports = {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly takenBack?: readonly string[];
};

/** `version`: the case's with which it came. */
export type FurtherReport = ReportName & { readonly version: number };

export type Checks = {
  readonly causes: readonly string[];
  readonly lastAskedAt: Instant;
  readonly open?: Check;
  /** When the last *still up* in answer to a check came in. */
  readonly stillUpAt?: Instant;
  readonly stillUpTo?: CheckReason;
};
