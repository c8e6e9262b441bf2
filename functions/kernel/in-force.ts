import type { DeskMatch } from "./desk-match.ts";
import type { heldQuestions } from "./held-questions.ts";
import type { Instant } from "./instant.ts";
import type { Settings } from "./settings.ts";

/**
 * Nothing is sent from `since` until `until` to desks of a mailbox or mail domain, about hosts at a name, in a
 * range or of a system, or about a category. An ended one stays for a while, since clocks rested by it.
 */
export type Inhibition = {
  readonly about: { readonly desk: DeskMatch } | { readonly category: string };
  readonly since: Instant;
  readonly until: Instant;
  /** The planned end, where it ended earlier. */
  readonly planned: Instant;
};
export type HeldQuestion = (typeof heldQuestions)[number];
/** A person's answer, until its end, for cases that later ask the same of these desks (lower case). */
export type StandingAnswer = {
  readonly row: string;
  readonly question: HeldQuestion;
  readonly desks: readonly string[];
  readonly by: readonly string[];
  readonly why: string;
  readonly until: Instant;
};

/** Ends this person's browser sessions that began up to that moment. */
export type SessionEnd = { readonly person: string; readonly upTo: Instant };

export type SavedReason = { readonly name: string; readonly text: string };

/** Decided at run time, outside of the stage's file (`settings/combine.ts`). */
export type DecidedSince = {
  readonly inhibitions: readonly Inhibition[];
  readonly standingAnswers: readonly StandingAnswer[];
  /** Lower-case mailboxes that rows named as recipients and nothing names now, with the row's end. */
  readonly endedDesks: ReadonlyMap<string, Instant>;
  /** Offered wherever a person types why. */
  readonly reasons: readonly SavedReason[];
  readonly sessionEnds: readonly SessionEnd[];
};

/** The stage's file, and what the table adds to it at a moment. */
export type CurrentSettings = Settings & Partial<DecidedSince>;
