import type { Lane } from "../report/category.ts";
import type { NoticeState } from "./notice-state.ts";

/** Only a person may answer these. Words and answers stand in `review/questions.ts`. */
export const questions = [
  "no-contact",
  "name-gone",
  "form-only",
  "contact-may-be-suspect",
  "new-contact",
  "more-networks",
  "unconfirmed-desk",
  "protected-target",
  "well-known-host",
  "registrar",
  "clearance",
  "unconfirmed-country",
  "unclassified",
  "held",
  "live",
  "unknown-send",
  "notice-refused",
  "unanswered",
  "reply",
  "still-up",
  "said-gone",
  "may-be-back",
  "withdrawal",
  "beside-dns",
  "not-taken-in",
] as const;
export type Question = (typeof questions)[number];

export type InCommon = "name" | "contacts" | "desk" | "list" | "never";

/** The first list so many hours after it is asked: one comes each morning, the weekly one on Monday. */
export type ListTime = { readonly afterHours: number; readonly weekly?: true };

type QuestionFacts = {
  /** Keeps the host's side, and the policy's time, also where the question blocks nothing. */
  readonly keepsHostsSide: boolean;
  /** Whether one mail went out, or will: a digest's mail is asked about as a case's is. */
  readonly isAboutSending: boolean;
  /** Open while its notice is in one of these states. `undefined`: until answered, or as `evolve.ts` says. */
  readonly openWhile: readonly NoticeState[] | undefined;
  /** What "yes" or "noted" does: it is not asked again, what it kept is let go, or nothing but the answer. */
  readonly onYes: "cleared" | "holds-end" | "notice-approved" | "reminders-go-on" | "noted";
  /** How long `cleared` holds: a host that moved is another, and so is another country's police. */
  readonly clearedFor: "case" | "host" | "country";
  readonly isClearedBySendTo: boolean;
  /** After this answer the machine does not ask about silence for as long as an escalation level lasts. */
  readonly restsAfter: "any" | "continue" | "none";
  /** Two different persons have to agree to "yes". */
  readonly needsTwo: boolean;
  /** Standard lane: which list has it, if it blocks and if not. `undefined`: on-call hears at once. */
  readonly listed: { readonly blocking: ListTime; readonly beside: ListTime } | undefined;
  readonly reportersHear: "no-contact" | "form-only" | "is-it-gone" | "is-it-still-there" | "nothing";
  /**
   * What it is gathered by (`asked-alike.ts`). `never`: nearly all questions of safety, and what nobody could
   * read. `contacts`: by the same dead mailboxes and reason, or by host where nobody is named. `list`: all that
   * is to be filled in or looked at, a line each.
   */
  readonly inCommon: InCommon;
};

const usual: QuestionFacts = {
  keepsHostsSide: false,
  isAboutSending: false,
  openWhile: undefined,
  onYes: "cleared",
  clearedFor: "case",
  isClearedBySendTo: false,
  restsAfter: "none",
  needsTwo: false,
  listed: undefined,
  reportersHear: "nothing",
  inCommon: "never",
};

const mornings = { blocking: { afterHours: 0 }, beside: { afterHours: 12 } };
/** Silence is seldom over within days, and its desks are reminded meanwhile. */
const weekly = { blocking: { afterHours: 0 }, beside: { afterHours: 4 * 24, weekly: true } } as const;

const exceptions: Record<Question, Partial<QuestionFacts>> = {
  "no-contact": { reportersHear: "no-contact", inCommon: "contacts" },
  "name-gone": {
    isClearedBySendTo: true,
    listed: { blocking: { afterHours: 12 }, beside: { afterHours: 12 } },
    reportersHear: "is-it-gone",
    inCommon: "name",
  },
  "form-only": {
    clearedFor: "host",
    restsAfter: "continue",
    listed: mornings,
    reportersHear: "form-only",
    inCommon: "list",
  },
  "contact-may-be-suspect": { clearedFor: "host", reportersHear: "no-contact" },
  "new-contact": { openWhile: ["queued"], onYes: "notice-approved", inCommon: "desk" },
  "more-networks": { inCommon: "contacts" },
  "unconfirmed-desk": {},
  "protected-target": { needsTwo: true },
  "well-known-host": { listed: mornings, inCommon: "name" },
  registrar: { listed: mornings, inCommon: "name" },
  clearance: { keepsHostsSide: true, clearedFor: "country" },
  "unconfirmed-country": { clearedFor: "country" },
  unclassified: { keepsHostsSide: true },
  held: { onYes: "holds-end" },
  live: {},
  "unknown-send": { isAboutSending: true, openWhile: ["unknown"] },
  "notice-refused": {
    isAboutSending: true,
    openWhile: ["queued", "failed", "on-wire", "rejected"],
    inCommon: "desk",
  },
  unanswered: {
    restsAfter: "any",
    listed: weekly,
    reportersHear: "is-it-still-there",
    inCommon: "desk",
  },
  reply: { onYes: "reminders-go-on", listed: mornings, inCommon: "desk" },
  "still-up": { onYes: "reminders-go-on", inCommon: "name" },
  "said-gone": { onYes: "noted", reportersHear: "is-it-gone", inCommon: "name" },
  "may-be-back": {
    onYes: "noted",
    listed: weekly,
    reportersHear: "is-it-still-there",
    inCommon: "list",
  },
  withdrawal: { onYes: "noted" },
  "beside-dns": { isClearedBySendTo: true, reportersHear: "no-contact" },
  "not-taken-in": {},
};

export const questionFacts = (question: Question): QuestionFacts => ({ ...usual, ...exceptions[question] });

/** It waits for a person, and on-call hears of it; in the urgent lane each does. */
export const isOnCalls = (lane: Lane, { toRead }: { readonly toRead?: true }): boolean => lane === "urgent" || !toRead;
