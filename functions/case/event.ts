import type { StandingAnswer } from "../kernel/in-force.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Lane } from "../report/category.ts";
import type { Report, StatusMessage } from "../report/report.ts";
import type { RefusalGround, TakenWay } from "./answer-ways.ts";
import type { AsRead } from "./as-read.ts";
import type { Candidate, ContactAnswer, ContactForm } from "./candidate.ts";
import type { Check } from "./check.ts";
import type { CloseOutcome } from "./close-outcome.ts";
import type { AskedThing, Letter } from "./letter.ts";
import type { InMail } from "./notice.ts";
import type { NoticeElement } from "./notice-elements.ts";
import type { Notifier } from "./notifier.ts";
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

/**
 * What happened to a case, in the order in which it was written down. Events are facts: nothing
 * here says what follows from them, `decide` does. Each carries its moment, since replaying must
 * not ask a clock.
 */
export type CaseEvent =
  /**
   * `usedFor`: the case of another target for which its reporter used the same report id before. `notifiers`: who
   * reported it until then, as the settings have them at that moment, where they are named to nobody.
   */
  | {
      readonly type: "opened";
      readonly at: Instant;
      readonly caseId: string;
      readonly lane: Lane;
      readonly report: Report;
      readonly notifiers?: readonly Notifier[];
      readonly usedFor?: string;
    }
  /**
   * `seenAgain`: the case was closed as removed, and the report saw it after that. `joinsFrom`: the report's own
   * case, which is closed; by a word that it is still up the report stands in this one from then on, with all that
   * it says but its first sightings.
   */
  | {
      readonly type: "joined";
      readonly at: Instant;
      readonly report: Report;
      readonly notifiers?: readonly Notifier[];
      readonly usedFor?: string;
      readonly seenAgain?: true;
      readonly joinsFrom?: string;
    }
  /**
   * `stood`: the report had not been taken back until then. `toldTo`: the case that it was told to, where the same
   * target has another one open; here it is only noted. `seenSince`: it was seen after the moment at which it was said
   * to be gone; it is noted and moves nothing.
   */
  | {
      readonly type: "status";
      readonly at: Instant;
      readonly message: StatusMessage;
      readonly stood: boolean;
      readonly toldTo?: string;
      readonly seenSince?: true;
    }
  | { readonly type: "contact-answered"; readonly at: Instant; readonly answer: ContactAnswer }
  /**
   * `left`: the asks whose desks the host has left, as two look-ups found. `isGone`: it moved nowhere, but its name was
   * found out of DNS; all of them rest.
   */
  | {
      readonly type: "host-moved";
      readonly at: Instant;
      readonly answer: ContactAnswer;
      readonly left: readonly string[];
      readonly isGone?: true;
    }
  | {
      readonly type: "climbed";
      readonly at: Instant;
      readonly rung: number;
      /** The step's id in the policy; absent where a person named a contact and there is no such step. */
      readonly id?: string;
      /** Its words for people, as they were then. */
      readonly name?: string;
      /** The steps below it by the policy of then, in their order, by id. Absent where there is none. */
      readonly below?: readonly string[];
      readonly why: string;
    }
  | {
      readonly type: "notice-queued";
      readonly at: Instant;
      readonly noticeId: string;
      readonly rung: number;
      readonly step: Step;
      readonly to: Candidate;
      readonly notBefore: Instant;
      /** Waits until then for others to the same desk. */
      readonly window?: Instant;
      /**
       * Its contact was not written to before: it waits so long for a person's word, and then goes
       * out.
       */
      readonly asksUntil?: Instant;
      /** Of a letter: what it says; and why its writer wrote it. */
      readonly letter?: Letter;
      readonly why?: string;
    }
  | {
      /** It waits in line again: for another window, or by itself. */
      readonly type: "notice-requeued";
      readonly at: Instant;
      readonly noticeId: string;
      readonly notBefore: Instant;
      readonly window?: Instant;
      /** Its desk has so many mails within the hour that it waits for others. */
      readonly paced?: true;
      readonly why: string;
    }
  /** Its desk complained about a notice of another case: none goes to it any more. */
  | { readonly type: "desk-stopped"; readonly at: Instant; readonly noticeId: string }
  | { readonly type: "notice-cancelled"; readonly at: Instant; readonly noticeId: string; readonly why: string }
  | {
      readonly type: "send-claimed";
      readonly at: Instant;
      readonly noticeId: string;
      readonly attemptId: string;
      readonly subject: string;
      readonly renderHash: string;
      readonly recipientHash: string;
      /** It goes with others' in one mail (`send/mail/record.ts`). */
      readonly mail?: InMail;
      /** Of a mail: ISO 639-1, as they stand in it. */
      readonly languages?: readonly string[];
      /**
       * The recipient's language that there are no texts in, so that the mail is in English alone.
       */
      readonly languageLacking?: string;
    }
  | {
      readonly type: "send-declined";
      readonly at: Instant;
      readonly noticeId: string;
      readonly attemptId: string;
      readonly code: string;
      readonly final: boolean;
      /** SES refuses the account, and not this mail; on-call is told of it once for all cases. */
      readonly of?: "account";
      readonly retryAt: Instant;
    }
  | { readonly type: "refused"; readonly at: Instant; readonly noticeId: string; readonly problem: string }
  /** Without SES's id where a person said so. */
  | {
      readonly type: "sent";
      readonly at: Instant;
      readonly noticeId: string;
      readonly attemptId: string;
      readonly sesMessageId?: string;
      /** The number that a provider's API gave it. */
      readonly ticket?: string;
    }
  /** A provider's API answered, and nothing in it says whether it took the report. */
  | { readonly type: "send-doubted"; readonly at: Instant; readonly noticeId: string; readonly why: string }
  /** For certain not told by the provider's API, which is not tried again: its form is left. */
  | { readonly type: "channel-failed"; readonly at: Instant; readonly noticeId: string; readonly why: string }
  /**
   * The provider's API was asked what became of a report. `why`: what it answered in place of that.
   */
  | {
      readonly type: "status-asked";
      readonly at: Instant;
      readonly noticeId: string;
      readonly why?: string;
      readonly isOver?: true;
    }
  /**
   * `fenced`: it was in line, and this attempt may have gone out between the moment to which the table was
   * restored and then (`send/restore-guard.ts`).
   */
  | {
      readonly type: "send-unknown";
      readonly at: Instant;
      readonly noticeId: string;
      readonly fenced?: { readonly attemptId: string; readonly restoredTo: Instant };
    }
  | { readonly type: "delivered"; readonly at: Instant; readonly noticeId: string; readonly sesMessageId: string }
  | {
      readonly type: "bounced";
      readonly at: Instant;
      readonly noticeId: string;
      readonly sesMessageId?: string;
      /** The mailbox takes no mail at all. Without this and `refusesUs`, the mail is late. */
      readonly permanent: boolean;
      /**
       * SES or the desk's server will not have a mail of ours (policy, reputation, authentication,
       * content); the mailbox is not dead.
       */
      readonly refusesUs?: true;
      /** SES asked nobody, since it suppresses the address: the mail reached nobody, and the mailbox may be well. */
      readonly untried?: true;
      readonly detail: string;
    }
  | { readonly type: "complained"; readonly at: Instant; readonly noticeId: string; readonly sesMessageId?: string }
  | {
      readonly type: "replied";
      readonly at: Instant;
      readonly noticeId: string;
      readonly replyClass: ReplyClass;
      /** As in `AsRead`. */
      readonly confidence?: number;
      readonly isLikelyRemoved?: true;
      /**
       * The sender is proven to be the desk that was written to (`answers/sender.ts`). A token
       * alone proves only possession.
       */
      readonly authenticated: boolean;
      /**
       * Proven to be of the desk's own mail domain and no more: it may acknowledge, and give a
       * ticket.
       */
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
      /**
       * The desk's own words, quotes and signature set aside; for the person who reads the case.
       */
      readonly said?: string;
      /** By the provider's API: its word, where it is one of its list, and what that says. */
      readonly byApi?: {
        readonly word?: string;
        /** What the word came to is seen at the page alone. */
        readonly looks?: true;
        readonly says: string;
      };
    }
  /**
   * Policy made something of a desk's answer, so that no person is asked (`answer-ways.ts`).
   * `party`: whom the desk named in its own place.
   */
  | {
      readonly type: "answer-taken";
      readonly at: Instant;
      readonly noticeId: string;
      readonly way: TakenWay;
      readonly party?: string;
      /** A person said so for this desk, by a rule with an end; absent where the policy's row says it. */
      readonly held?: Pick<StandingAnswer, "row" | "by" | "until">;
    }
  /** Another explanation takes the place of the reports'. */
  | {
      readonly type: "corrected";
      readonly at: Instant;
      readonly by: string;
      readonly why: string;
      readonly explanation: string;
    }
  | { readonly type: "held"; readonly at: Instant; readonly by: string; readonly why: string; readonly until?: Instant }
  /** A person keeps something in mind for who looks at the case next; nobody outside hears of it. */
  | { readonly type: "noted"; readonly at: Instant; readonly by: string; readonly text: string }
  | { readonly type: "released"; readonly at: Instant; readonly by: string; readonly why: string }
  /** A person says that it should not have ended: it goes on from where it stood, and nobody is told anew. */
  | { readonly type: "reopened"; readonly at: Instant; readonly by: string; readonly why: string }
  | {
      readonly type: "asked";
      readonly at: Instant;
      readonly reviewId: string;
      readonly question: Question;
      readonly blocking: boolean;
      readonly reason: string;
      readonly noticeId?: string;
      readonly forms?: readonly ContactForm[];
      readonly asRead?: AsRead;
      readonly mailHash?: string;
    }
  /** `rangAt`: the same is asked elsewhere, and on-call was told of that then, and not anew. */
  | {
      readonly type: "announced";
      readonly at: Instant;
      readonly reviewIds: readonly string[];
      readonly rangAt?: Instant;
    }
  | {
      readonly type: "agreed";
      readonly at: Instant;
      readonly reviewId: string;
      readonly by: string;
      readonly why: string;
    }
  | {
      readonly type: "answered";
      readonly at: Instant;
      readonly reviewId: string;
      readonly verdict: Verdict;
      readonly by: string;
      readonly why: string;
      readonly waitUntil?: Instant;
      /** What the reply said that was asked about, where the person told it. */
      readonly deskSaid?: ReplyClass;
      /** When the person gave it, where it has waited for its minute; absent where it took effect at once. */
      readonly givenAt?: Instant;
    }
  /**
   * A person has decided, and can take it back until then (`given.ts`). `together`: it is one of several
   * that take the same answer.
   */
  | {
      readonly type: "verdict-given";
      readonly at: Instant;
      readonly reviewId: string;
      readonly verdict: Verdict;
      readonly by: string;
      readonly why: string;
      readonly takesEffectAt: Instant;
      readonly deskSaid?: ReplyClass;
      readonly together?: true;
    }
  /** A person took it back before it took effect: the question is asked as before. */
  | { readonly type: "verdict-taken-back"; readonly at: Instant; readonly reviewId: string; readonly by: string }
  /** Something happened in its minute that whoever gave it had not seen, or it can't be followed any more. */
  | { readonly type: "verdict-dropped"; readonly at: Instant; readonly reviewId: string; readonly why: string }
  /**
   * In place of a question: what a person answered for its desks as a rule, which holds until then.
   * `row`: the rule among the settings.
   */
  | {
      readonly type: "answer-held";
      readonly at: Instant;
      readonly question: Question;
      readonly row: string;
      readonly by: readonly string[];
      readonly why: string;
      readonly until: Instant;
      readonly waitUntil: Instant;
    }
  /**
   * The silent desks are reminded in place of a question, and the case waits until then. Reminder 0 is
   * none yet: the case begins to wait for the first one, and a person is asked beside.
   */
  | { readonly type: "reminded-slowly"; readonly at: Instant; readonly nth: number; readonly waitUntil: Instant }
  /** A notice to somebody is left to the right holder, and its reporters hear what theirs lacks (`right-holder.ts`). */
  | { readonly type: "returned-to-reporter"; readonly at: Instant; readonly lacks: readonly NoticeElement[] }
  /**
   * `saidAt`: when a reporter said so, where their word closes it. `wordAt`: when the desk wrote or a person
   * decided what closes it, where that was before.
   */
  | {
      readonly type: "closed";
      readonly at: Instant;
      readonly outcome: CloseOutcome;
      readonly why: string;
      readonly saidAt?: Instant;
      readonly wordAt?: Instant;
    }
  /**
   * Reporters who have something that looks are asked whether it is gone (`check.ts`), until then.
   * `cause`: what for, and nothing is asked twice for one.
   */
  | ({ readonly type: "check-wanted"; readonly at: Instant; readonly cause: string } & Omit<Check, "askedAt">)
  /**
   * `gone`: all who were asked, and stand by it, say so. `silence`: the time is over. What was to
   * follow from a desk's word comes with it.
   */
  | ({ readonly type: "check-ended"; readonly at: Instant; readonly came: "gone" | "silence" } & Pick<
      Check,
      "why" | "noticeId" | "closes" | "asks" | "unproven"
    >)
  /**
   * Its retention is over: the case loses what was reported, and so do the lines of its history.
   */
  | { readonly type: "forgotten"; readonly at: Instant };

export type EventOf<Type extends CaseEvent["type"]> = Extract<CaseEvent, { type: Type }>;

/** What happens to anything that is kept as a case is: questions, answers, the end. */
export type CommonEvent = EventOf<
  | "asked"
  | "announced"
  | "agreed"
  | "verdict-given"
  | "verdict-taken-back"
  | "verdict-dropped"
  | "answered"
  | "closed"
  | "forgotten"
>;
