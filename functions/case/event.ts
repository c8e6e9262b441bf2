import type { StandingAnswer } from "../kernel/in-force.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { RefusalGround, TakenWay } from "./answer-ways.ts";
import type { Candidate, ContactAnswer, ContactForm } from "./candidate.ts";
import type { CheckReason } from "./check-reason.ts";
import type { CloseOutcome } from "./close-outcome.ts";
import type { AskedThing, Letter } from "./letter.ts";
import type { InMail } from "./notice.ts";
import type { NoticeElement } from "./notice-elements.ts";
import type { Question } from "./question.ts";
import type { ReplyClass } from "./reply-class.ts";
import type { Step } from "./step.ts";

/** Whose clearance of a notice it is, as its decider was told: an authority outside, and its number for it. */
export type Clearance = { readonly by: string; readonly reference: string };

/** What an analyst or on-call decided about a review. */
export type Verdict =
  | { readonly decision: "send-to"; readonly email: string }
  | { readonly decision: "send-again" }
  | { readonly decision: "treat-as-sent" }
  /** `clearance`: of a notice that an authority clears. */
  | { readonly decision: "clear"; readonly clearance?: Clearance }
  | { readonly decision: "pass-over" }
  | { readonly decision: "continue" }
  /** `hours`: when they want to be asked again; absent where the policy says. */
  | { readonly decision: "wait"; readonly hours?: number }
  | { readonly decision: "climb" }
  | { readonly decision: "look-again" }
  | { readonly decision: "reopen" }
  | { readonly decision: "close"; readonly outcome: CloseOutcome };

type ByPerson = { readonly by: string; readonly why: string };

/** What a person said to one question. `deskSaid`: what the reply said that was asked about, where they tell it. */
export type Answer = ByPerson & { readonly verdict: Verdict; readonly deskSaid?: ReplyClass };

/** A question before it has its id. */
export type Ask = {
  readonly question: Question;
  /** Nothing goes out for this case until it is answered. */
  readonly blocking: boolean;
  /** One sentence for the person: what happened. */
  readonly reason: string;
  /** The notice it is about, where it is about one. */
  readonly noticeId?: string;
  readonly forms?: readonly ContactForm[];
  /** The reply that it is about, as it was taken; absent of what words don't tell. */
  readonly asRead?: AsRead;
  /** In the standard lane it stands in the list to be read, and on-call is not told: its case goes on by itself. */
  readonly toRead?: true;
  /** Of a reply to a mail about several cases: by its hash it is the same question in each. */
  readonly mailHash?: string;
};

/** `notifiers`: who reported it until then, as the settings have them, where they are named to nobody. */
type Came = {
  readonly report: Report;
  readonly notifiers?: readonly Notifier[];
  /** The case of another target for which its reporter used the same report id before. */
  readonly usedFor?: string;
};

type Facts = {
  readonly opened: Came & { readonly caseId: string; readonly lane: Lane };
  readonly joined: Came & {
    /** The case was closed as removed, and the report saw it after that. */
    readonly seenAgain?: true;
    /** The report's own, closed case: by a word that it is still up the report stands in this one from then on. */
    readonly joinsFrom?: string;
  };
  readonly status: {
    readonly message: StatusMessage;
    /** The report had not been taken back until then. */
    readonly stood: boolean;
    /** The case that it was told to, where the same target has another one open; here it is only noted. */
    readonly toldTo?: string;
    /** It was seen after the moment at which it was said to be gone; it is noted and moves nothing. */
    readonly seenSince?: true;
  };
  readonly "contact-answered": { readonly answer: ContactAnswer };
  readonly "host-moved": {
    readonly answer: ContactAnswer;
    /** The asks whose desks the host has left, as two look-ups found. */
    readonly left: readonly string[];
    /** It moved nowhere, but its name was found out of DNS; all of them rest. */
    readonly isGone?: true;
  };
  readonly climbed: {
    readonly rung: number;
    /** The step's id in the policy; absent where a person named a contact and there is no such step. */
    readonly id?: string;
    /** Its words for people, as they were then. */
    readonly name?: string;
    /** The steps below it by the policy of then, in their order, by id. Absent where there is none. */
    readonly below?: readonly string[];
    readonly why: string;
  };
  /** Another explanation takes the place of the reports'. */
  readonly corrected: ByPerson & { readonly explanation: string };
  readonly held: ByPerson & { readonly until?: Instant };
  /** A person keeps something in mind for who looks at the case next; nobody outside hears of it. */
  readonly noted: { readonly by: string; readonly text: string };
  readonly released: ByPerson;
  /** A person says that it should not have ended: it goes on from where it stood, and nobody is told anew. */
  readonly reopened: ByPerson;
  readonly asked: Ask & { readonly reviewId: string };
  /** `rangAt`: the same is asked elsewhere, and on-call was told of that then, and not anew. */
  readonly announced: { readonly reviewIds: readonly string[]; readonly rangAt?: Instant };
  readonly agreed: ByPerson & { readonly reviewId: string };
  readonly answered: Answer & {
    readonly reviewId: string;
    readonly waitUntil?: Instant;
    /** When the person gave it, where it has waited for its minute; absent where it took effect at once. */
    readonly givenAt?: Instant;
  };
  /** A person can take it back until then (`given.ts`). `together`: one of several with the same answer. */
  readonly "verdict-given": Answer & {
    readonly reviewId: string;
    readonly takesEffectAt: Instant;
    readonly together?: true;
  };
  /** A person took it back before it took effect: the question is asked as before. */
  readonly "verdict-taken-back": { readonly reviewId: string; readonly by: string };
  /** Something happened in its minute that whoever gave it had not seen, or it can't be followed any more. */
  readonly "verdict-dropped": { readonly reviewId: string; readonly why: string };
  /** In place of a question: what a person answered for its desks as a rule with an end. `row`: among the settings. */
  readonly "answer-held": {
    readonly question: Question;
    readonly row: string;
    readonly by: readonly string[];
    readonly why: string;
    readonly until: Instant;
    readonly waitUntil: Instant;
  };
  /** In place of a question the silent desks are reminded. Reminder 0 is none yet: the wait for the first begins. */
  readonly "reminded-slowly": { readonly nth: number; readonly waitUntil: Instant };
  /** A notice to somebody is left to the right holder, and its reporters hear what theirs lacks (`right-holder.ts`). */
  readonly "returned-to-reporter": { readonly lacks: readonly NoticeElement[] };
  /** `saidAt`: when a reporter said what closes it. `wordAt`: when the desk or a person did, where that was before. */
  readonly closed: {
    readonly outcome: CloseOutcome;
    readonly why: string;
    readonly saidAt?: Instant;
    readonly wordAt?: Instant;
  };
  /** Whoever can look is asked (`check.ts`). `cause`: what for, and nothing is asked twice for one. */
  readonly "check-wanted": { readonly cause: string } & Omit<Check, "askedAt">;
  /** `gone`: all who were asked, and stand by it, say so. `silence`: the time is over. */
  readonly "check-ended": { readonly came: "gone" | "silence" } & Omit<Check, "askedAt" | "until" | "reporters">;
  /** Its retention is over: the case loses what was reported, and so do the lines of its history. */
  readonly forgotten: unknown;
};

type NoticeFacts = {
  readonly "notice-queued": {
    readonly rung: number;
    readonly step: Step;
    readonly to: Candidate;
    readonly notBefore: Instant;
    /** Waits until then for others to the same desk. */
    readonly window?: Instant;
    /** Its contact was not written to before: it waits so long for a person's word, and then goes out. */
    readonly asksUntil?: Instant;
    /** Of a letter: what it says; and why its writer wrote it. */
    readonly letter?: Letter;
    readonly why?: string;
  };
  /** It waits in line again: for another window, or by itself. `paced`: its desk has so many mails in an hour. */
  readonly "notice-requeued": {
    readonly notBefore: Instant;
    readonly window?: Instant;
    readonly paced?: true;
    readonly why: string;
  };
  /** Its desk complained about a notice of another case: none goes to it any more. */
  readonly "desk-stopped": unknown;
  readonly "notice-cancelled": { readonly why: string };
  readonly "send-claimed": {
    readonly attemptId: string;
    readonly subject: string;
    readonly renderHash: string;
    readonly recipientHash: string;
    /** It goes with others' in one mail (`send/mail/record.ts`). */
    readonly mail?: InMail;
    /** Of a mail: ISO 639-1, as they stand in it. */
    readonly languages?: readonly string[];
    /** The recipient's language that there are no texts in, so that the mail is in English alone. */
    readonly languageLacking?: string;
  };
  readonly "send-declined": {
    readonly attemptId: string;
    readonly code: string;
    readonly final: boolean;
    /** SES refuses the account, and not this mail; on-call is told of it once for all cases. */
    readonly of?: "account";
    readonly retryAt: Instant;
  };
  readonly refused: { readonly problem: string };
  /** Without SES's id where a person said so. `ticket`: the number that a provider's API gave it. */
  readonly sent: { readonly attemptId: string; readonly sesMessageId?: string; readonly ticket?: string };
  /** A provider's API answered, and nothing in it says whether it took the report. */
  readonly "send-doubted": { readonly why: string };
  /** For certain not told by the provider's API, which is not tried again: its form is left. */
  readonly "channel-failed": { readonly why: string };
  /** The provider's API was asked what became of a report. `why`: what it answered in place of that. */
  readonly "status-asked": { readonly why?: string; readonly isOver?: true };
  /** `guarded`: this attempt may have gone out after the moment to which the table was restored. */
  readonly "send-unknown": { readonly guarded?: { readonly attemptId: string; readonly restoredTo: Instant } };
  readonly delivered: { readonly sesMessageId: string };
  readonly bounced: {
    readonly sesMessageId?: string;
    /** The mailbox takes no mail at all. Without this and `refusesUs`, the mail is late. */
    readonly permanent: boolean;
    /** SES or the desk's server will not have a mail of ours (policy, reputation, content); the mailbox is not dead. */
    readonly refusesUs?: true;
    /** SES asked nobody, since it suppresses the address: the mail reached nobody, and the mailbox may be well. */
    readonly untried?: true;
    readonly detail: string;
  };
  readonly complained: { readonly sesMessageId?: string };
  readonly replied: AsRead & {
    /** The sender is proven to be the desk (`answers/sender.ts`). A token alone proves only possession. */
    readonly authenticated: boolean;
    /** Proven to be of the desk's own mail domain and no more: it may acknowledge, and give a ticket. */
    readonly isFromItsDomain?: true;
    readonly ticket?: string;
    readonly ticketTag?: string;
    readonly form?: ContactForm;
    readonly namedParty?: string;
    /** Of a refusal: why the desk does not act, where its words say so. */
    readonly refusal?: RefusalGround;
    /** Of a notice that was passed on: until when the desk says that its customer has time. */
    readonly customerHasUntil?: Instant;
    /** The mail's hash: the same mail delivered twice is one reply. */
    readonly mailHash: string;
    /** Of a person's question: what it asks, where all of it is understood and may stand in a report. */
    readonly asked?: readonly AskedThing[];
    /** Its Message-ID with its angle brackets, where it can stand in a mail of ours. */
    readonly messageId?: string;
    /** The desk's own words, quotes and signature set aside; for the person who reads the case. */
    readonly said?: string;
    /** By the provider's API: its word, where it is one of its list, and what that says. */
    readonly byApi?: {
      readonly word?: string;
      /** What the word came to is seen at the page alone. */
      readonly looks?: true;
      readonly says: string;
    };
  };
  /** Policy made something of a desk's answer (`answer-ways.ts`). `party`: whom the desk named in its own place. */
  readonly "answer-taken": {
    readonly way: TakenWay;
    readonly party?: string;
    /** A person said so for this desk, by a rule with an end; absent where the policy's row says it. */
    readonly held?: Pick<StandingAnswer, "row" | "by" | "until">;
  };
};

type All = Facts & { readonly [Type in keyof NoticeFacts]: { readonly noticeId: string } & NoticeFacts[Type] };

/** What happened to a case, in order. Each carries its moment, as replaying asks no clock. */
export type CaseEvent = {
  readonly [Type in keyof All]: { readonly type: Type; readonly at: Instant } & All[Type];
}[keyof All];

export type EventOf<Type extends CaseEvent["type"]> = Extract<CaseEvent, { type: Type }>;

/** What happens to one notice. */
export type NoticeEvent = EventOf<keyof NoticeFacts>;
/** A reporter as the settings had it at some moment. */
export type Notifier = { readonly organisation: string; readonly contact: string };

/**
 * A reply as it was taken, and how sure the reader was. Kept with the event, and no word of the mail in it: it
 * outlives what retention takes.
 */
export type AsRead = {
  readonly replyClass: ReplyClass;
  /** From 0 to 1, cut to thousandths; absent where no words were read. */
  readonly confidence?: number;
  /** Taken as unclear: it likely says "removed", and is not sure enough to close a case by. */
  readonly isLikelyRemoved?: true;
};

/** A check that is open: nobody who was asked has said that it is still up, and some said nothing. */
export type Check = {
  readonly why: CheckReason;
  readonly askedAt: Instant;
  readonly until: Instant;
  readonly reporters: readonly string[];
  readonly noticeId?: string;
  /** A proven desk said that it is removed: the case closes by that unless somebody sees it. */
  readonly closes?: true;
  /** Waits until the check is over, and is asked where nobody answers. */
  readonly asks?: Ask;
  /** Anybody may have written it who holds a copy of the notice: what is due does not wait for the answer. */
  readonly unproven?: true;
};
