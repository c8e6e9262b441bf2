import { type Part, pattern } from "../../kernel/pattern.ts";

/**
 * Languages that desks answer in, by ISO 639-1. Each has a lexicon in a file of that name, and its
 * words in `mail-words.ts`.
 */
export const answerLanguages = [
  "en",
  "de",
  "fr",
  "es",
  "nl",
  "it",
  "pt",
  "pl",
  "tr",
  "ja",
  "ko",
  "zh",
  "ru",
  "uk",
] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

/**
 * A way to say something, on words as `plainWords` writes them; or that, unless the other is said
 * in the same breath.
 */
export type Saying = RegExp | readonly [says: RegExp, unless: RegExp];

/** The pattern of a saying whose parts stand one after the other; short ones are written at once. */
export const saying = (...parts: readonly Part[]): RegExp => pattern("", ...parts);

/** The same for a courtesy, which is taken out wherever it stands. */
export const courtesy = (...parts: readonly Part[]): RegExp => pattern("g", ...parts);

/**
 * The words in which a desk plainly tells that something is gone, by what they do in the sentence
 * (see `plain-telling.ts`). Entries stand between blanks; `_` is a blank within one. Each may be a
 * pattern (`remov(ed|al)`), and a long one goes on in the next line after a `|`. What is left out
 * counts as much as what is there: no denial, no future, no "some", no "other", no thing that
 * nobody reports. A word that can mean such belongs in a phrase, or nowhere.
 */
export type Vocabulary = {
  /** What is reported: page, account, server. */
  readonly thing: string;
  /** Whose account it may be: customer, user. */
  readonly person: string;
  /** That it was done: removed, suspended, taken down. */
  readonly act: string;
  /**
   * That it is so: offline, unreachable, no longer there. Told of persons it means something else
   * ("the customer can't be reached").
   */
  readonly state: string;
  /** Who did it, whose it is. */
  readonly who: string;
  readonly when: string;
  /** How, why and after what. */
  readonly how: string;
  /** Articles, auxiliaries, prepositions, connectives. */
  readonly little: string;
  /**
   * What else is told in the same sentence, in clauses of its own: the customer was warned,
   * passwords changed, the investigation finished.
   */
  readonly beside: string;
};

/** A language that desks answer in. To add one: its code in `answerLanguages`; the compiler asks for the rest. */
export type Lexicon = {
  readonly language: AnswerLanguage;
  /** Words stand without blanks between them. */
  readonly unspaced?: true;
  /**
   * Little words that no neighbouring language has, by which a paragraph's language is known; a
   * language with its own script needs none.
   */
  readonly common: string;
  /** Put up when somebody first writes in this language: hundreds of patterns, which a start need not wait for. */
  readonly sayings: () => Sayings;
};

/**
 * How desks of one language say what they say. Sayings are read on plain words (see `plainWords`):
 * lower case, no accents, one space on each side of every word, ` URL ` and ` MAIL ` for addresses,
 * ` ? ` for a question mark. Chinese, Japanese and Korean stand as they are. `plain` is read clause
 * by clause, everything else sentence by sentence.
 */
export type Sayings = {
  /**
   * Courtesies and standing phrases that would otherwise be read as a condition, a question or a
   * promise; taken out first.
   */
  readonly polite: readonly RegExp[];
  /** Where a clause ends, besides punctuation. */
  readonly joints: RegExp;
  /**
   * A condition or a rule in general: what a machine says under it is for everybody, and what "is
   * not removed" under it is no news.
   */
  readonly hypothetical: RegExp;
  /** Whole clauses that greet, thank or sign. */
  readonly greetings: readonly RegExp[];
  /**
   * Whole sentences about the desk's own ticket: closed, solved, updated. No news of what was
   * reported.
   */
  readonly ownTicket: readonly RegExp[];
  /** The words in which it is plainly told that something is gone. */
  readonly plain: Vocabulary;
  /**
   * In any other sentence of the mail these leave in doubt what was told: denied, limited, future,
   * asked for, undone, somebody's word.
   */
  readonly doubts: RegExp;
  /** It is not off: then nothing else in the mail counts as removed either. */
  readonly stands: readonly Saying[];
  readonly notOurs: readonly Saying[];
  readonly form: readonly Saying[];
  readonly refused: readonly Saying[];
  readonly question: readonly Saying[];
  readonly acknowledged: readonly Saying[];
  /** Handed to whoever answers for it under them: customer, reseller, the site's owner. */
  readonly passedOn: readonly Saying[];
  /** They looked and do not find it. A denial that it breaks rules is `refused`. */
  readonly notFound: readonly Saying[];
  /** Their ticket is closed, merged or solved, which says nothing of what was reported. */
  readonly closed: readonly Saying[];
  /** Nobody is there, in words that need no header: away until a day, left the firm, office hours. */
  readonly absent: readonly Saying[];
  /** Our mail did not arrive, or not before somebody has proved to be human. */
  readonly unreached: readonly Saying[];
  /** Of a form: that it serves the next time, goes faster or shows how things stand. */
  readonly forLater: RegExp;
  /** Their own customer, office or colleague, who is no other party. */
  readonly ofOurs: RegExp;
  /** Nobody is there to read it. Only believed of mails that a machine wrote. */
  readonly away: readonly Saying[];
};

export const isSaid = (saying: Saying, words: string): boolean =>
  saying instanceof RegExp ? saying.test(words) : saying[0].test(words) && !saying[1].test(words);
