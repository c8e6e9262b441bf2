/** A way to say something, on words as `plainWords` writes them; or that, unless the other is said in the same breath. */
export type Saying = RegExp | readonly [says: RegExp, unless: RegExp];

/**
 * How desks of one language say what they say. Sayings are read on plain words (see `plainWords`): lower case, no accents, one space on
 * each side of every word, ` URL ` and ` MAIL ` for addresses, ` ? ` for a question mark. Chinese, Japanese and Korean stand as they are.
 * `gone` is read clause by clause, everything else sentence by sentence. To add a language: one such file, and its line in `languages.ts`.
 */
export type Lexicon = {
  /** BCP 47. */
  readonly language: string;
  /** Little words that no neighbouring language has, by which a paragraph's language is known; a language with its own script needs none. */
  readonly common: string;
  /** Courtesies and standing phrases that would otherwise be read as a condition, a question or a promise; taken out first. */
  readonly polite: readonly RegExp[];
  /** Where a clause ends, besides punctuation. */
  readonly joints: RegExp;
  /** It is off: removed, suspended, unreachable, by whomever. */
  readonly gone: readonly Saying[];
  /** In the same clause these make `gone` no fact: denied, future, asked for, doubted, or about something else than what was reported. */
  readonly notDone: RegExp;
  /** In the same clause these do so too: what can be removed while the content stays (a block, a name on a list or in a search, a copy), and a block for one country. */
  readonly aside: RegExp;
  /** In the same sentence these make `gone` no fact: a condition, a rule in general, a belief, a rumour. */
  readonly hypothetical: RegExp;
  /** It is not off: then nothing else in the mail counts as removed either. */
  readonly stands: readonly Saying[];
  readonly notOurs: readonly Saying[];
  readonly form: readonly Saying[];
  readonly refused: readonly Saying[];
  readonly question: readonly Saying[];
  readonly acknowledged: readonly Saying[];
  /** Nobody is there to read it. Only believed of mails that a machine wrote. */
  readonly away: readonly Saying[];
};

export const isSaid = (saying: Saying, words: string): boolean =>
  saying instanceof RegExp ? saying.test(words) : saying[0].test(words) && !saying[1].test(words);
