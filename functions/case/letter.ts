/*
 * What is written to a desk beside the notices: a person's words, in the thread of the notice that
 * the desk had. It goes to the mailbox that we wrote to, whoever wrote back.
 */

/**
 * `about`: the notice in whose thread it goes, and to whose address its answers come. `text` stays
 * in the case until it is out, and in its history.
 */
export type Letter = { readonly about: string; readonly by: string; readonly text?: string };

/** Short enough to be read, and for a case to hold those that wait. */
export const letterCharacters = 2_000;
export const lettersAtMost = 10;
export const lettersWaitingAtMost = 2;

/** A letter without what it says. */
export const withoutWords = ({ text: _, ...letter }: Letter): Letter => letter;

/** The same of what may be a letter. */
export const saidAlready = <Of extends { readonly letter?: Letter }>(notice: Of): Of =>
  notice.letter ? { ...notice, letter: withoutWords(notice.letter) } : notice;
