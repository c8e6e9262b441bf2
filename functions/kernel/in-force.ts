import type { DeskMatch } from "./desk-match.ts";
import type { heldQuestions } from "./held-questions.ts";
import type { Instant } from "./instant.ts";
import type { Settings } from "./settings.ts";

/**
 * Nothing is sent from `since` until `until`: to desks of a mailbox or mail domain; about hosts at a
 * name, in a range or of a system; or about all of a category. One that is over stays for a while,
 * since clocks rested by it.
 */
export type Inhibition = {
  readonly about: { readonly desk: DeskMatch } | { readonly category: string };
  readonly since: Instant;
  readonly until: Instant;
  /** Until when it was to last, where it ended before. */
  readonly planned: Instant;
};
export type HeldQuestion = (typeof heldQuestions)[number];
/**
 * An answer that a person gave as a rule with an end: cases that ask the same of these desks later
 * take it, and nobody is asked again. `desks` in lower case.
 */
export type StandingAnswer = {
  readonly row: string;
  readonly question: HeldQuestion;
  readonly desks: readonly string[];
  readonly by: readonly string[];
  readonly why: string;
  readonly until: Instant;
};

/** Sessions of browsers that this person began up to that moment are over before their hours. */
export type SessionEnd = { readonly person: string; readonly upTo: Instant };

export type SavedReason = { readonly name: string; readonly text: string };

/** What people decided while it runs that no stage's file can say (`settings/combine.ts`). */
export type DecidedSince = {
  readonly inhibitions: readonly Inhibition[];
  readonly standingAnswers: readonly StandingAnswer[];
  /**
   * Mailboxes, in lower case, that a row named as recipients and that nothing names any more, with
   * the moment at which the row ended.
   */
  readonly endedDesks: ReadonlyMap<string, Instant>;
  /** The words of decisions that many share, by name: offered wherever a person types why. */
  readonly reasons: readonly SavedReason[];
  readonly sessionEnds: readonly SessionEnd[];
};

/** What a stage decides by at a moment: its file, and what stands in the table beside it. */
export type CurrentSettings = Settings & Partial<DecidedSince>;
