import type { Instant } from "../kernel/instant.ts";
import type { TakenWay } from "./answer-ways.ts";
import type { Candidate } from "./candidate.ts";
import type { Letter } from "./letter.ts";
import type { NoticeState, OutState } from "./notice-state.ts";
import type { ReplyClass } from "./reply-class.ts";
import type { Step } from "./step.ts";

type AtAnyStage = {
  /** `<rung>-<step>-<contact key>`; with the case's id it is unique for ever. */
  readonly id: string;
  readonly rung: number;
  readonly step: Step;
  /** The contact as it was approved; what is on the wire must hash to the same. */
  readonly to: Candidate;
  /** A person said that its contact, not written to before, may be. */
  readonly approved?: true;
  /** Not sent before this: quiet hours, digest window, back-off after a definite no. */
  readonly notBefore: Instant;
  /** When it was to go out at first, where it was put off since. */
  readonly dueAt?: Instant;
  /** The end of the window in which it waits for others to the same desk; absent where it goes by itself. */
  readonly window?: Instant;
  /** It has waited for others once since its desk had so many mails, and does not again. */
  readonly paced?: true;
  /** The mail about several cases that it was last claimed with; absent where it goes by itself. */
  readonly mail?: InMail;
  /** Claims so far; the number in the next attempt's id. */
  readonly attempts: number;
  /** The attempt that may have gone out when a person had it sent again: the desk may have it twice. */
  readonly doubtedAttempt?: number;
  /** How long its case had been kept by when it went out or was put in line, in milliseconds. */
  readonly keptMs?: number;
  /** Why it came to nothing, or what SES or the desk's server said last that was no yes. */
  readonly problem?: string;
  /** The desk's own number, quoted in the next mail. */
  readonly ticket?: string;
  /** The same as the desk's system writes it into subjects, with its brackets. */
  readonly ticketTag?: string;
  readonly acknowledgedAt?: Instant;
  /**
   * Mails to its address that stand in the history, of senders who are not proven at all, and of the desk's domain
   * alone; receipts apart (`unproven.ts`).
   */
  readonly strangers?: number;
  readonly strangersReceipts?: number;
  readonly domains?: number;
  readonly domainsReceipts?: number;
  /** The desk is proven to have passed the notice on: its first word that names a time, else the first. */
  readonly passedOn?: { readonly at: Instant; readonly until?: Instant };
  /** Of one that tells the host's desk: where the host stood when it was put in line. */
  readonly where?: { readonly addresses: readonly string[]; readonly platform?: string };
  /** The first of the look-ups, one after the other, that did not find the host at this desk. */
  readonly missedAt?: Instant;
  /** The host moved away, or it was taken back here and stood again: no reminder is owed, and the desk is told anew. */
  readonly ended?: true;
  /** Of what was removed before the case came back; its desk is owed that word. Always with `ended`. */
  readonly wasRemoved?: true;
  /** What the desk is proven to have written back last, acknowledgements apart. */
  readonly answer?: ReplyClass;
  readonly answeredAt?: Instant;
  /** Of a report to an API: when the provider was last asked, and whether it has said its last word. */
  readonly asked?: { readonly at: Instant; readonly isOver?: true };
  /** What policy made of its desk's answer; a person was asked nothing about it. */
  readonly taken?: { readonly way: TakenWay; readonly party?: string };
  /** Of a letter: what it says, and to which notice its answers come. */
  readonly letter?: Letter;
  /** The Message-ID of the last mail that its proven desk wrote, with its angle brackets. */
  readonly wrote?: string;
};

/** `first`: of all in that mail this notice stands for it where mails are counted. */
export type InMail = { readonly id: string; readonly first?: true };

/** The last time that SES was asked to send it, as the claim froze it. */
type Attempt = {
  readonly attemptId: string;
  readonly wireAt: Instant;
  readonly renderHash: string;
  /** Goes when its case's retention is over. */
  readonly subject?: string;
};

type Out = {
  readonly sentAt: Instant;
  /** Absent where a person said that it went out. */
  readonly sesMessageId?: string;
  /** When SES's event said that the recipient's server took it. */
  readonly deliveredAt?: Instant;
  /** Of one that came back: SES asked nobody, since it suppresses the address. */
  readonly untried?: true;
};

/** What was before: the last attempt, where SES said no; and when it went out, where it was turned away. */
type Before = Partial<Attempt & Out>;

/** What is certain at each stage, and what may be known from before. */
type StageOf<State extends NoticeState> = State extends OutState
  ? Partial<Attempt> & Out
  : State extends "on-wire" | "unknown"
    ? Attempt & Partial<Out>
    : Before;

/** A notice at one of these stages, with all that it has there. */
export type NoticeAt<State extends NoticeState> = {
  [One in State]: AtAnyStage & StageOf<One> & { readonly state: One };
}[State];

/** One mail to one contact on one rung. At most one attempt is on the wire in all its life without a person's word. */
export type Notice = NoticeAt<NoticeState>;

/** It went out, also where it came back and waits to go out again. */
export type Sent = Notice & Pick<Out, "sentAt">;

/** Its desk has said something that is no acknowledgement. */
export type Answered = Notice & { readonly answer: ReplyClass; readonly answeredAt: Instant };
