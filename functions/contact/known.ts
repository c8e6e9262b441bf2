/** A text that several lookups may use, and until when. Times are milliseconds of real time: registries live by it, whatever clock the cases have. */
export type Kept = { readonly text: string; readonly freshUntilMs: number; readonly keptUntilMs: number };

/**
 * Where answers are kept that all functions share, and turns to ask. `adapters/dynamo-known.ts` keeps them in the table;
 * what every store of them holds to is `test/contracts/known-store.ts`.
 */
export type KnownStore = {
  /** Those of the keys that are there and not past `keptUntilMs`. At most 100 keys. `newest`: also what was written a moment ago elsewhere, at twice the price. */
  readonly read: (keys: readonly string[], nowMs: number, newest?: "newest") => Promise<ReadonlyMap<string, Kept>>;
  readonly write: (key: string, kept: Kept) => Promise<void>;
  /** Takes the turn to ask about something, until `untilMs`. False while somebody else has it. */
  readonly claim: (turn: string, holder: string, untilMs: number, nowMs: number) => Promise<boolean>;
  /** Gives an own turn back, from `fromMs` on; a later moment keeps everybody from asking until then. Changes no turn of others. */
  readonly release: (turn: string, holder: string, fromMs: number) => Promise<void>;
};

/** How long an answer counts. `undefined`: it is not one (a source was silent), and nobody asks again before the pause is over. */
export type Life = { readonly freshMs: number; readonly keptMs: number } | undefined;

export type Question<T> = {
  /** Where an answer may stand, best first. */
  readonly keys: readonly string[];
  /** Whoever asks holds it: one for all that one answer may cover. */
  readonly turn: string;
  readonly ask: () => Promise<T>;
  readonly keyOf: (answer: T) => string;
  readonly lifeOf: (answer: T) => Life;
  readonly write: (answer: T) => string;
  /** `undefined` for what this program did not write, or what does not hold for this question: then it is asked. */
  readonly read: (text: string) => T | undefined;
  /** What is said when others are asking and do not come to an end in time. */
  readonly later: T;
  readonly waitMsAtMost: number;
  readonly pauseMs: number;
};

/** Gives the kept answer to a question, or asks it. */
export type Known = <T>(question: Question<T>) => Promise<T>;

/** Keeps nothing and asks at once: for readers' tests. */
export const nothingKnown: Known = ({ ask }) => ask();

type KnownGiven = {
  readonly store: KnownStore;
  readonly nowMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Names this instance among the others; once for each. */
  readonly holder: string;
};

/** Longer than any question takes with all that follows from it; a holder that died is waited for no longer. */
const turnMs = 60_000;
const pollMs = 200;

/**
 * Answers from the store, first the longest of the keys that is there. While an answer is fresh nobody asks. Once it is
 * not, one asks and the others are served the old one meanwhile. Where none is there one asks and the others wait, in this
 * process for the same promise and elsewhere for the turn in the table, so that any number of misses make one question.
 * An old answer outlives a silent source. Keeps no answer in the process: what it holds are promises of questions under way.
 */
export const knownIn = ({ store, nowMs, sleep, holder }: KnownGiven): Known => {
  const underWay = new Map<string, Promise<unknown>>();

  const bestOf = async <T>({ keys, read }: Question<T>, newest?: "newest"): Promise<{ readonly answer: T; readonly isFresh: boolean } | undefined> => {
    const now = nowMs();
    const found = await store.read(keys, now, newest);
    for (const key of keys) {
      const kept = found.get(key);
      const answer = kept && read(kept.text);
      if (kept && answer !== undefined) return { answer, isFresh: kept.freshUntilMs > now };
    }
    return undefined;
  };

  /** One question, by whoever gets the turn; `undefined` where somebody elsewhere has it. */
  const askInTurn = async <T>(question: Question<T>, old: T | undefined): Promise<{ readonly answer: T } | undefined> => {
    const { turn, ask, lifeOf, keyOf, write, pauseMs } = question;
    const now = nowMs();
    if (!(await store.claim(turn, holder, now + turnMs, now))) return undefined;
    let freeFromMs = 0;
    try {
      // Somebody may have come to an end between our reading and our turn.
      const known = await bestOf(question, "newest");
      if (known?.isFresh) return { answer: known.answer };
      const answer = await ask();
      const life = lifeOf(answer);
      if (!life) {
        freeFromMs = nowMs() + pauseMs;
        return { answer: old ?? answer };
      }
      await store.write(keyOf(answer), { text: write(answer), freshUntilMs: nowMs() + life.freshMs, keptUntilMs: nowMs() + life.keptMs });
      return { answer };
    } finally {
      await store.release(turn, holder, freeFromMs);
    }
  };

  return async <T>(question: Question<T>): Promise<T> => {
    const until = nowMs() + question.waitMsAtMost;
    for (;;) {
      const known = await bestOf(question);
      if (known?.isFresh) return known.answer;
      const others = underWay.get(question.turn);
      if (!others) {
        const mine = askInTurn(question, known?.answer);
        underWay.set(question.turn, mine);
        try {
          const asked = await mine;
          if (asked) return asked.answer;
        } finally {
          underWay.delete(question.turn);
        }
      }
      if (known) return known.answer;
      const leftMs = until - nowMs();
      if (leftMs <= 0) return question.later;
      // A failure of theirs is theirs to tell; here it only means that the wait is over.
      if (others) await Promise.race([others.catch(() => undefined), sleep(leftMs)]);
      else await sleep(Math.min(pollMs, leftMs));
    }
  };
};
