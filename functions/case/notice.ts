import type { Instant } from "../kernel/instant.ts";
import type { TakenWay } from "./answer-ways.ts";
import type { Candidate } from "./candidate.ts";
import type { Letter } from "./letter.ts";
import type { NoticeState, OutState } from "./notice-state.ts";
import type { ReplyClass } from "./reply-class.ts";
import type { Step } from "./step.ts";

type AtAnyStage = {
  /** `<level>-<step>-<contact key>`; with the case's id it is unique for ever. */
  readonly id: string;
  readonly level: number;
  readonly step: Step;
  /** The contact as it was approved; what is on the wire must hash to the same. */
  readonly to: Candidate;
  readonly approved?: true;
  /** Not sent before this: quiet hours, digest window, back-off after a definite no. */
  readonly notBefore: Instant;
  /** When it was first to go out, where it was put off since. */
  readonly dueAt?: Instant;
  /** Until then it waits for others to the same desk; absent where it goes by itself. */
  readonly window?: Instant;
  /** Has waited once for its desk's mails of an hour, and does not again. */
  readonly paced?: true;
  /** The mail about several cases that it was last claimed with; absent where it goes by itself. */
  readonly mail?: InMail;
  /** Claims so far; the number in the next attempt's id. */
  readonly attempts: number;
  /** May have gone out when a person had it sent again: the desk may have it twice. */
  readonly doubtedAttempt?: number;
  /** How long its case had been kept by when it went out or was queued, in milliseconds. */
  readonly keptMs?: number;
  readonly problem?: string;
  readonly ticket?: string;
  /** As the desk's system writes it into subjects, with its brackets. */
  readonly ticketTag?: string;
  readonly acknowledgedAt?: Instant;
  /** Mails of unproven senders and of the desk's domain in the history; receipts apart (`unproven.ts`). */
  readonly strangers?: number;
  readonly strangersReceipts?: number;
  readonly domains?: number;
  readonly domainsReceipts?: number;
  /** The desk is proven to have passed it on: its first word that names a time, else the first. */
  readonly passedOn?: { readonly at: Instant; readonly until?: Instant };
  /** Where the host stood when it was queued; only for the host's desk. */
  readonly where?: { readonly addresses: readonly string[]; readonly platform?: string };
  /** The first lookup of the latest in a row that did not find the host at this desk. */
  readonly missedAt?: Instant;
  /** The host moved, or it was taken back and stood again: no reminder is owed, the desk is notified anew. */
  readonly ended?: true;
  /** Of what was removed before the case came back; its desk is owed that word. Always with `ended`. */
  readonly wasRemoved?: true;
  /** What the desk is proven to have written back last, acknowledgements apart. */
  readonly answer?: ReplyClass;
  readonly answeredAt?: Instant;
  /** When the provider's API was last asked, and whether it has said its last word. */
  readonly asked?: { readonly at: Instant; readonly isOver?: true };
  readonly taken?: { readonly way: TakenWay; readonly party?: string };
  readonly letter?: Letter;
  /** The Message-ID of the proven desk's last mail, with its angle brackets. */
  readonly wrote?: string;
};

/** `first`: this notice stands for that mail where mails are counted. */
export type InMail = { readonly id: string; readonly first?: true };

/** The last attempt, as the claim froze it. */
type Attempt = {
  readonly attemptId: string;
  readonly wireAt: Instant;
  readonly renderHash: string;
  /** Gone once its case's retention is over. */
  readonly subject?: string;
};

type Out = {
  readonly sentAt: Instant;
  readonly sesMessageId?: string;
  /** By SES's event: when the recipient's server took it. */
  readonly deliveredAt?: Instant;
  /** Of a bounce: SES suppresses the address and tried nobody. */
  readonly untried?: true;
};

type Before = Partial<Attempt & Out>;

type StageOf<State extends NoticeState> = State extends OutState
  ? Partial<Attempt> & Out
  : State extends "on-wire" | "unknown"
    ? Attempt & Partial<Out>
    : Before;

export type NoticeAt<State extends NoticeState> = {
  [One in State]: AtAnyStage & StageOf<One> & { readonly state: One };
}[State];

/** Never more than one attempt on the wire without a person's word. */
export type Notice = NoticeAt<NoticeState>;

/** Also where it came back and waits to go out again. */
export type Sent = Notice & Pick<Out, "sentAt">;

export type Answered = Notice & { readonly answer: ReplyClass; readonly answeredAt: Instant };
