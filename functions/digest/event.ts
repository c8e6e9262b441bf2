import type { Candidate } from "../case/candidate.ts";
import type { CommonEvent, EventOf } from "../case/event.ts";
import type { Step } from "../case/step.ts";
import { takes } from "../engine/matter.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Category, Lane } from "../report/category.ts";

/** A notice of a case that goes out in a digest's mail. */
export type Member = { readonly caseId: string; readonly noticeId: string };

/** What becomes of its mail, as of a case's notice. */
type MailEvent = EventOf<
  | "send-claimed"
  | "send-declined"
  | "refused"
  | "sent"
  | "send-unknown"
  | "delivered"
  | "bounced"
  | "complained"
  | "replied"
>;

/** What happened to a digest. */
export type DigestEvent =
  | CommonEvent
  | MailEvent
  | {
      readonly type: "digest-opened";
      readonly at: Instant;
      readonly caseId: string;
      readonly lane: Lane;
      readonly category: Category;
      readonly key: string;
      readonly part: number;
      readonly window: Instant;
      readonly noticeId: string;
      readonly rung: number;
      readonly step: Step;
      readonly to: Candidate;
    }
  | {
      readonly type: "members-planned";
      readonly at: Instant;
      readonly members: readonly Member[];
      readonly more: boolean;
    }
  | { readonly type: "members-left"; readonly at: Instant; readonly members: readonly Member[]; readonly why: string }
  | { readonly type: "members-told"; readonly at: Instant; readonly upTo: number };

export type DigestOpening = Extract<DigestEvent, { type: "digest-opened" }>;

export const isDigestEvent = takes<DigestEvent>({
  "digest-opened": true,
  "members-planned": true,
  "members-left": true,
  "members-told": true,
  "send-claimed": true,
  "send-declined": true,
  refused: true,
  sent: true,
  "send-unknown": true,
  delivered: true,
  bounced: true,
  complained: true,
  replied: true,
  asked: true,
  announced: true,
  agreed: true,
  "verdict-given": true,
  "verdict-taken-back": true,
  "verdict-dropped": true,
  answered: true,
  closed: true,
  forgotten: true,
});
