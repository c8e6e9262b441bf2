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

/** What cases have in common that one answer to a question may be given for all of them. */
export type InCommon = "name" | "contacts" | "desk" | "provider" | "list" | "never";

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
   * In the standard lane on-call is told of it in a morning's list (`inMorning`) at least so many hours after
   * it was asked, with all that wait for that list: where its case waits for the answer, and where the case goes
   * on beside it. `undefined`: at once. It stands in the console at once, and whoever likes answers sooner.
   */
  readonly gathersHours: { readonly blocking: number; readonly beside: number } | undefined;
  /**
   * What its reporters hear, where it blocks: nobody is known who may be written to by mail. Or
   * what they alone can say.
   */
  readonly reportersHear: "no-contact" | "form-only" | "is-it-gone" | "is-it-still-there" | "nothing";
  /**
   * By what it is gathered with those of other cases (`asked-alike.ts`). `never`: each case is looked at for
   * itself, as for nearly all questions of safety, and for what nobody could read. `contacts`: whom to write to
   * in the place of the same dead mailboxes is asked once, for the same reason; where nobody is named at all,
   * once for a host, as whoever answers for one page of it answers for all. `list`: whether what was closed is
   * there again is looked at for each, and the list is gone through in one go; what is back is marked in it.
   */
  readonly inCommon: InCommon;
};

/** What most questions come to. */
const usual: QuestionFacts = {
  keepsHostsSide: false,
  isAboutSending: false,
  openWhile: undefined,
  onYes: "cleared",
  clearedFor: "case",
  isClearedBySendTo: false,
  restsAfter: "none",
  needsTwo: false,
  gathersHours: undefined,
  reportersHear: "nothing",
  inCommon: "never",
};

const weekBeside = { blocking: 0, beside: 7 * 24 };
const halfADayBeside = { blocking: 0, beside: 12 };

/** What each has of its own. */
const exceptions: Record<Question, Partial<QuestionFacts>> = {
  "no-contact": { reportersHear: "no-contact", inCommon: "contacts" },
  "name-gone": {
    isClearedBySendTo: true,
    gathersHours: { blocking: 12, beside: 12 },
    reportersHear: "is-it-gone",
    inCommon: "name",
  },
  "form-only": {
    clearedFor: "host",
    restsAfter: "continue",
    gathersHours: halfADayBeside,
    reportersHear: "form-only",
    inCommon: "provider",
  },
  "contact-may-be-suspect": { clearedFor: "host", reportersHear: "no-contact" },
  "new-contact": { openWhile: ["queued"], onYes: "notice-approved", inCommon: "desk" },
  "more-networks": { inCommon: "contacts" },
  "unconfirmed-desk": {},
  "protected-target": { needsTwo: true },
  "well-known-host": { gathersHours: halfADayBeside, inCommon: "name" },
  registrar: { gathersHours: halfADayBeside, inCommon: "name" },
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
    gathersHours: weekBeside,
    reportersHear: "is-it-still-there",
    inCommon: "desk",
  },
  reply: { onYes: "reminders-go-on", inCommon: "desk" },
  "still-up": { onYes: "reminders-go-on", inCommon: "name" },
  "said-gone": { onYes: "noted", reportersHear: "is-it-gone", inCommon: "name" },
  "may-be-back": {
    onYes: "noted",
    gathersHours: weekBeside,
    reportersHear: "is-it-still-there",
    inCommon: "list",
  },
  withdrawal: { onYes: "noted" },
  "beside-dns": { isClearedBySendTo: true, reportersHear: "no-contact" },
  "not-taken-in": {},
};

/** All that hangs on a question, but for its words. */
export const questionFacts = (question: Question): QuestionFacts => ({ ...usual, ...exceptions[question] });

/** Whether a question waits for a person, and on-call hears of it; in the urgent lane each does. */
export const isOnCalls = (lane: Lane, { toRead }: { readonly toRead?: true }): boolean => lane === "urgent" || !toRead;

/** So many hours it gathers in the standard lane before a morning's list has it; `undefined`: on-call hears at once. */
export const gathersHours = (question: Question, blocks = false): number | undefined => {
  const hours = questionFacts(question).gathersHours;
  return blocks ? hours?.blocking : hours?.beside;
};
