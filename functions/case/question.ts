import type { Lane } from "../report/category.ts";
import type { NoticeState } from "./notice-state.ts";

/**
 * A question that only a person may answer. Its words and its answers stand in
 * `review/questions.ts`.
 */
export const questions = [
  "no-contact",
  "name-gone",
  "form-only",
  "contact-may-be-suspect",
  "new-contact",
  "more-networks",
  "unconfirmed-desk",
  "protected-target",
  "shared-infrastructure",
  "well-known-name",
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
  "to-read",
  "still-up",
  "said-gone",
  "may-be-back",
  "beside-dns",
  "unreadable-report",
  "unhosted-target",
  "stray-words",
] as const;
export type Question = (typeof questions)[number];

type QuestionFacts = {
  /**
   * Keeps the host's side, and the policy's time until on-call is asked, also where the question
   * blocks nothing.
   */
  readonly keepsHostsSide: boolean;
  /** Whether one mail went out, or will: a digest's mail is asked about it as a case's is. */
  readonly isAboutSending: boolean;
  /**
   * Of the notice that it is about: it is open while the notice is in one of these states.
   * `undefined`: until somebody answers, or as `evolve.ts` says.
   */
  readonly openWhile: readonly NoticeState[] | undefined;
  /**
   * What "yes" or "noted" comes to: the question is `cleared` and not asked again, what it kept is
   * let go, or nothing but the answer.
   */
  readonly onYes: "cleared" | "holds-end" | "notice-approved" | "reminders-go-on" | "noted";
  /**
   * For how long what was cleared holds: a host that stands elsewhere is another, and so is another
   * country's police.
   */
  readonly clearedFor: "case" | "host" | "country";
  /** Whoever names a mailbox to write to has answered it for good. */
  readonly isClearedBySendTo: boolean;
  /** After this answer the machine is quiet about silence for as long as a rung lasts. */
  readonly restsAfter: "any" | "continue" | "none";
  /** Two different persons have to agree to "yes". */
  readonly needsTwo: boolean;
  /**
   * On-call is told of it, and it stands among what waits. Where not, in the standard lane: it stands
   * in the list to be read, since its case goes on by itself.
   */
  readonly isOnCalls: boolean;
  /**
   * In the standard lane on-call is told of it at once, or in a morning's list (`inMorning`) at least so
   * many hours after it was asked, with all that wait for that list: where its case waits for the answer,
   * and where the case goes on beside it. It stands in the console at once, and whoever likes answers sooner.
   */
  readonly gathers: "at-once" | { readonly blocking: number; readonly beside: number };
  /**
   * What its reporters hear, where it blocks: nobody is known who may be written to by mail. Or
   * what they alone can say.
   */
  readonly reportersHear: "no-contact" | "form-only" | "is-it-gone" | "is-it-still-there" | "nothing";
};

/** All that hangs on a question, but for its words. */
export const questionFacts = {
  "no-contact": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "no-contact",
  },
  "name-gone": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: true,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: { blocking: 12, beside: 12 },
    reportersHear: "is-it-gone",
  },
  "form-only": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "host",
    isClearedBySendTo: false,
    restsAfter: "continue",
    needsTwo: false,
    isOnCalls: true,
    gathers: { blocking: 0, beside: 12 },
    reportersHear: "form-only",
  },
  "contact-may-be-suspect": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "host",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "no-contact",
  },
  "new-contact": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: ["queued"],
    onYes: "notice-approved",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "more-networks": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: false,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "unconfirmed-desk": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "protected-target": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: true,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "shared-infrastructure": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "well-known-name": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: { blocking: 0, beside: 12 },
    reportersHear: "nothing",
  },
  registrar: {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: { blocking: 0, beside: 12 },
    reportersHear: "nothing",
  },
  clearance: {
    keepsHostsSide: true,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "country",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "unconfirmed-country": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "country",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  unclassified: {
    keepsHostsSide: true,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  held: {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "holds-end",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  live: {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "unknown-send": {
    keepsHostsSide: false,
    isAboutSending: true,
    openWhile: ["unknown"],
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "notice-refused": {
    keepsHostsSide: false,
    isAboutSending: true,
    openWhile: ["queued", "failed", "on-wire", "rejected"],
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  unanswered: {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "any",
    needsTwo: false,
    isOnCalls: true,
    gathers: { blocking: 0, beside: 7 * 24 },
    reportersHear: "is-it-still-there",
  },
  reply: {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "reminders-go-on",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "to-read": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "reminders-go-on",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: false,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "still-up": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "reminders-go-on",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "said-gone": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "noted",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: false,
    gathers: "at-once",
    reportersHear: "is-it-gone",
  },
  "may-be-back": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "noted",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: { blocking: 0, beside: 7 * 24 },
    reportersHear: "is-it-still-there",
  },
  "beside-dns": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: true,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "no-contact",
  },
  "unreadable-report": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "unhosted-target": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
  "stray-words": {
    keepsHostsSide: false,
    isAboutSending: false,
    openWhile: undefined,
    onYes: "cleared",
    clearedFor: "case",
    isClearedBySendTo: false,
    restsAfter: "none",
    needsTwo: false,
    isOnCalls: true,
    gathers: "at-once",
    reportersHear: "nothing",
  },
} as const satisfies Record<Question, QuestionFacts>;

/** Whether a question waits for a person, and on-call hears of it; the urgent lane has no other. */
export const isOnCalls = (lane: Lane, { question }: { readonly question: Question }): boolean =>
  lane === "urgent" || questionFacts[question].isOnCalls;
