/* A person's words or the machine's answer, in the desk's thread, to the mailbox that we wrote to. */

/** What a desk may ask: when it was seen, where it stands, how to see it, whom it copies. */
export const askedThings = ["time", "address", "page", "reproduce", "brand"] as const;
export type AskedThing = (typeof askedThings)[number];

/** `about`: the notice in whose thread it goes, and to whose address its answers come. */
type InThread = { readonly about: string };
/** `text` stays in the case until it is out, and in its history. */
type Written = InThread & { readonly by: string; readonly text?: string };
/** From the report. `left`: it did not go out, and a person was asked in its place. */
type Answered = InThread & { readonly asked: readonly AskedThing[]; readonly left?: true };
export type Letter = Written | Answered;

/** Short enough to be read, and for a case to hold those that wait. */
export const letterCharacters = 2_000;
export const lettersAtMost = 10;
export const lettersWaitingAtMost = 2;

export const isMachines = (letter: Letter | undefined): letter is Answered => letter !== undefined && "asked" in letter;

export const wordsIn = (letter: Letter | undefined): string | undefined =>
  letter && "text" in letter ? letter.text : undefined;

export const withoutWords = (letter: Letter): Letter => {
  if (isMachines(letter)) return letter;
  const { text: _, ...rest } = letter;
  return rest;
};

export const saidAlready = <Of extends { readonly letter?: Letter }>(notice: Of): Of =>
  notice.letter ? { ...notice, letter: withoutWords(notice.letter) } : notice;
