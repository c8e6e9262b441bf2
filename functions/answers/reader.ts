import { type ReplyClass, wordedClasses } from "../case/reply-class.ts";
import type { WordsHeard } from "./replies/read-words.ts";

/**
 * What a reader is given: the subject, what the writer wrote themselves (`ownWords`), and whether a
 * machine sent it.
 */
export type Letter = { readonly subject: string; readonly text: string; readonly automatic: boolean };

/** What another reader takes a letter for, and how sure it is (0 to 1, calibrated). */
export type Guess = { readonly replyClass: ReplyClass; readonly confidence: number };

/** What a second reader may use beside the letter, or leave. */
export type BesideLetter = {
  /** What the rules heard in this letter: who wants that needs not read it again. */
  readonly heard?: WordsHeard | undefined;
  /** Tells that nobody waits any longer. */
  readonly signal?: AbortSignal;
};

/** A second reader beside the rules. May ask a service; `undefined`: it does not say. */
export type SecondReader = {
  readonly name: string;
  readonly read: (letter: Letter, beside: BesideLetter) => Promise<Guess | undefined>;
};

/**
 * Asks and waits for so many milliseconds at most: `late` where no answer came in time. What is
 * still under way then hears it by the signal.
 */
export type Within = <T>(ms: number, ask: (signal: AbortSignal) => Promise<T>) => Promise<T | "late">;

/**
 * What a reader said, as far as it can be: a class that words can say, and a confidence from 0 to
 * 1, which is cut to thousandths so that what is decided by it and what is kept of it are one
 * number. It may be a service's word and anything at all.
 */
export const readGuess = (said: unknown): Guess | undefined => {
  if (typeof said !== "object" || said === null || !("replyClass" in said) || !("confidence" in said)) return undefined;
  const { replyClass, confidence } = said;
  const named = wordedClasses.find((known) => known === replyClass);
  if (named === undefined) return undefined;
  if (typeof confidence !== "number" || !(confidence >= 0 && confidence <= 1)) return undefined;
  return { replyClass: named, confidence: Math.floor(confidence * 1_000) / 1_000 };
};
