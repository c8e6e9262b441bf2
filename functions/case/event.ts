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

/** The outside authority that cleared a notice, and its reference number. */
export type Clearance = { readonly by: string; readonly reference: string };

export type Verdict =
  | { readonly decision: "send-to"; readonly email: string }
  | { readonly decision: "send-again" }
  | { readonly decision: "treat-as-sent" }
  | { readonly decision: "clear"; readonly clearance?: Clearance }
  | { readonly decision: "pass-over" }
  | { readonly decision: "continue" }
  /** `hours`: when to be asked again; absent where the policy says. */
  | { readonly decision: "wait"; readonly hours?: number }
  | { readonly decision: "escalate" }
  | { readonly decision: "look-again" }
  | { readonly decision: "reopen" }
  | { readonly decision: "close"; readonly outcome: CloseOutcome };

type ByPerson = { readonly by: string; readonly why: string };

/** `deskSaid`: what the reply in question said, where the person tells it. */
export type Answer = ByPerson & { readonly verdict: Verdict; readonly deskSaid?: ReplyClass };

export type Ask = {
  readonly question: Question;
  /** Nothing is sent for the case until it is answered. */
  readonly blocking: boolean;
  readonly reason: string;
  readonly noticeId?: string;
  readonly forms?: readonly ContactForm[];
  /** The reply in question, as it was read; absent where its words did not tell. */
  readonly asRead?: AsRead;
  /** Standard lane: listed to be read, on-call is not notified; the case goes on. */
  readonly toRead?: true;
  /** Of a reply to a mail about several cases: by its hash it is the same question in each. */
  readonly mailHash?: string;
};

/** `notifiers`: its reporters until then, as the settings have them, where they are named to nobody. */
type Came = {
  readonly report: Report;
  readonly notifiers?: readonly Notifier[];
  /** The case of another target for which its reporter used the same report id before. */
  readonly usedFor?: string;
};

type Facts = {
  readonly opened: Came & { readonly caseId: string; readonly lane: Lane };
  readonly joined: Came & {
    readonly seenAgain?: true;
    /** The report's own closed case: by *still up* the report stands in this one from then on. */
    readonly joinsFrom?: string;
  };
  readonly status: {
    readonly message: StatusMessage;
    readonly stood: boolean;
    /** The open case of the same target that was notified of it; here it is only noted. */
    readonly toldTo?: string;
    /** Seen after the moment at which it was said to be gone: noted, and changes nothing. */
    readonly seenSince?: true;
  };
  readonly "contact-answered": { readonly answer: ContactAnswer };
  readonly "host-moved": {
    readonly answer: ContactAnswer;
    /** The notices whose desks the host has left, by two lookups. */
    readonly left: readonly string[];
    /** It did not move: its name was found out of DNS, and all notices rest. */
    readonly isGone?: true;
  };
  readonly escalated: {
    readonly level: number;
    /** Absent where a person named a contact and the policy has no such step. */
    readonly id?: string;
    readonly name?: string;
    /** Ids of the steps below it, in order, by the policy of then; absent for none. */
    readonly below?: readonly string[];
    readonly why: string;
  };
  readonly corrected: ByPerson & { readonly explanation: string };
  readonly held: ByPerson & { readonly until?: Instant };
  /** For whoever looks at the case next; nobody outside sees it. */
  readonly noted: { readonly by: string; readonly text: string };
  readonly released: ByPerson;
  /** A person says that it should not have ended: it goes on where it stood, and nobody is notified anew. */
  readonly reopened: ByPerson;
  readonly asked: Ask & { readonly reviewId: string };
  /** `rangAt`: when on-call was notified of the same question elsewhere; they are not notified again. */
  readonly announced: { readonly reviewIds: readonly string[]; readonly rangAt?: Instant };
  readonly agreed: ByPerson & { readonly reviewId: string };
  readonly answered: Answer & {
    readonly reviewId: string;
    readonly waitUntil?: Instant;
    readonly givenAt?: Instant;
  };
  /** Can be taken back until then (`given.ts`). `together`: one of several with the same answer. */
  readonly "verdict-given": Answer & {
    readonly reviewId: string;
    readonly takesEffectAt: Instant;
    readonly together?: true;
  };
  readonly "verdict-taken-back": { readonly reviewId: string; readonly by: string };
  /** Something happened in its minute that its giver had not seen, or it can't be followed any more. */
  readonly "verdict-dropped": { readonly reviewId: string; readonly why: string };
  /** In place of a question: a person's standing answer for its desks. `row`: in the settings. */
  readonly "answer-held": {
    readonly question: Question;
    readonly row: string;
    readonly by: readonly string[];
    readonly why: string;
    readonly until: Instant;
    readonly waitUntil: Instant;
  };
  /** Silent desks are reminded in place of a question. 0: no reminder yet, the wait for the first begins. */
  readonly "reminded-slowly": { readonly nth: number; readonly waitUntil: Instant };
  /** A notice is left to the right holder, and its reporters hear what theirs lacks (`right-holder.ts`). */
  readonly "returned-to-reporter": { readonly lacks: readonly NoticeElement[] };
  /** When a reporter said what closes it (`saidAt`), or the desk or a person did before (`wordAt`). */
  readonly closed: {
    readonly outcome: CloseOutcome;
    readonly why: string;
    readonly saidAt?: Instant;
    readonly wordAt?: Instant;
  };
  /** Reporters who can look are asked (`check.ts`), once for each `cause`. */
  readonly "check-wanted": { readonly cause: string } & Omit<Check, "askedAt">;
  /** `gone`: all who were asked and stand by it say so. `silence`: the time is over, or nobody stands by it. */
  readonly "check-ended": { readonly came: "gone" | "silence" } & Omit<Check, "askedAt" | "until" | "reporters">;
  /** Netcraft is about to be notified, for the only time in this case. */
  readonly "protector-claimed": unknown;
  /** `ticket`: its number there. Else why it may not have the report; nothing follows. */
  readonly "protector-answered": { readonly ticket?: string; readonly why?: string };
  /** Retention is over: the case and its history lose what was reported. */
  readonly forgotten: unknown;
};

type NoticeFacts = {
  readonly "notice-queued": {
    readonly level: number;
    readonly step: Step;
    readonly to: Candidate;
    readonly notBefore: Instant;
    readonly window?: Instant;
    /** A new contact: it waits until then for a person's word, and then goes out. */
    readonly asksUntil?: Instant;
    readonly letter?: Letter;
    readonly why?: string;
  };
  /** `paced`: its desk has had so many mails in an hour. */
  readonly "notice-requeued": {
    readonly notBefore: Instant;
    readonly window?: Instant;
    readonly paced?: true;
    readonly why: string;
  };
  /** Its desk complained about a notice of another case: no notice goes to it any more. */
  readonly "desk-stopped": unknown;
  readonly "notice-cancelled": { readonly why: string };
  readonly "send-claimed": {
    readonly attemptId: string;
    readonly subject: string;
    readonly renderHash: string;
    readonly recipientHash: string;
    readonly mail?: InMail;
    /** Of a mail: ISO 639-1, in their order in it. */
    readonly languages?: readonly string[];
    /** The recipient's language for which there are no texts: the mail is in English alone. */
    readonly languageLacking?: string;
  };
  readonly "send-declined": {
    readonly attemptId: string;
    readonly code: string;
    readonly final: boolean;
    /** SES refuses the account, not this mail; on-call is notified once for all cases. */
    readonly of?: "account";
    readonly retryAt: Instant;
  };
  readonly refused: { readonly problem: string };
  /** No SES id where a person said so. `ticket`: the number that a provider's API gave. */
  readonly sent: { readonly attemptId: string; readonly sesMessageId?: string; readonly ticket?: string };
  /** The answer of the provider's API does not say whether it took the report. */
  readonly "send-doubted": { readonly why: string };
  /** The provider's API certainly did not take it and is not retried: its form is left. */
  readonly "channel-failed": { readonly why: string };
  readonly "status-asked": { readonly why?: string; readonly isOver?: true };
  /** `guarded`: this attempt may have gone out after the moment to which the table was restored. */
  readonly "send-unknown": { readonly guarded?: { readonly attemptId: string; readonly restoredTo: Instant } };
  readonly delivered: { readonly sesMessageId: string };
  readonly bounced: {
    readonly sesMessageId?: string;
    /** The mailbox takes no mail at all. Without this and `refusesUs`, the mail is late. */
    readonly permanent: boolean;
    /** SES or the desk's server refuses our mail (policy, reputation, content); the mailbox is not dead. */
    readonly refusesUs?: true;
    /** SES suppresses the address and tried nobody; the mailbox may be well. */
    readonly untried?: true;
    readonly detail: string;
  };
  readonly complained: { readonly sesMessageId?: string };
  readonly replied: AsRead & {
    /** The sender is proven to be the desk (`answers/sender.ts`). A token alone proves only possession. */
    readonly authenticated: boolean;
    /** Proven only to be of the desk's own mail domain: it may acknowledge, and give a ticket. */
    readonly isFromItsDomain?: true;
    readonly ticket?: string;
    readonly ticketTag?: string;
    readonly form?: ContactForm;
    readonly namedParty?: string;
    readonly refusal?: RefusalGround;
    /** Of a notice that was passed on: until when its customer has time, by the desk. */
    readonly customerHasUntil?: Instant;
    /** The same mail delivered twice is one reply. */
    readonly mailHash: string;
    /** What a person's question asks, where all of it is understood and may stand in a report. */
    readonly asked?: readonly AskedThing[];
    /** With angle brackets; absent where it can't stand in a mail of ours. */
    readonly messageId?: string;
    /** Without quotes and signature, for the person who reads the case. */
    readonly said?: string;
    readonly byApi?: {
      readonly word?: string;
      readonly says: string;
    };
  };
  /** What policy made of a desk's answer (`answer-ways.ts`). `party`: whom the desk named in its place. */
  readonly "answer-taken": {
    readonly way: TakenWay;
    readonly party?: string;
    /** By a person's standing answer for this desk; absent where the policy's row says it. */
    readonly held?: Pick<StandingAnswer, "row" | "by" | "until">;
  };
};

type All = Facts & { readonly [Type in keyof NoticeFacts]: { readonly noticeId: string } & NoticeFacts[Type] };

/** What happened to a case, in order. Each carries its moment, since replay asks no clock. */
export type CaseEvent = {
  readonly [Type in keyof All]: { readonly type: Type; readonly at: Instant } & All[Type];
}[keyof All];

export type EventOf<Type extends CaseEvent["type"]> = Extract<CaseEvent, { type: Type }>;

export type NoticeEvent = EventOf<keyof NoticeFacts>;
export type Notifier = { readonly organisation: string; readonly contact: string };

/** A reply as it was read. Holds no word of the mail, since it outlives retention. */
export type AsRead = {
  readonly replyClass: ReplyClass;
  /** From 0 to 1, cut to thousandths; absent where no words were read. */
  readonly confidence?: number;
  /** Taken as unclear: likely "removed", but not sure enough to close a case. */
  readonly isLikelyRemoved?: true;
};

/** An open check: nobody asked has said *still up*, and some have said nothing. */
export type Check = {
  readonly why: CheckReason;
  readonly askedAt: Instant;
  readonly until: Instant;
  readonly reporters: readonly string[];
  readonly noticeId?: string;
  /** A proven desk said that it is removed: that closes the case unless somebody sees it. */
  readonly closes?: true;
  /** Waits for the check, and is asked where nobody answers. */
  readonly asks?: Ask;
  /** Whoever holds a copy of the notice may have written it: what is due does not wait for the answer. */
  readonly unproven?: true;
};
