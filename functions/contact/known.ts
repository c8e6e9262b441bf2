/**
 * A text that several lookups may use, and until when. Times are milliseconds of real time:
 * registries live by it, whatever clock the cases have.
 */
export type Kept = { readonly text: string; readonly freshUntilMs: number; readonly keptUntilMs: number };

/**
 * Where answers are kept that all functions share, and turns to ask. `store/table/known.ts`
 * keeps them in the table; what every store of them holds to is `test/contracts/known-store.ts`.
 */
export type KnownStore = {
  /**
   * Those of the keys that are there and not past `keptUntilMs`. At most 100 keys. `newest`: also
   * what was written a moment ago elsewhere, at twice the price.
   */
  readonly read: (keys: readonly string[], nowMs: number, newest?: "newest") => Promise<ReadonlyMap<string, Kept>>;
  readonly write: (key: string, kept: Kept) => Promise<void>;
  /** Takes the turn to ask about something, until `untilMs`. False while somebody else has it. */
  readonly claim: (turn: string, holder: string, untilMs: number, nowMs: number) => Promise<boolean>;
  /**
   * Gives an own turn back, from `fromMs` on; a later moment keeps everybody from asking until
   * then. Changes no turn of others.
   */
  readonly release: (turn: string, holder: string, fromMs: number) => Promise<void>;
};

/**
 * How long an answer counts. `undefined`: it is not one (a source was silent), and nobody asks
 * again before the pause is over.
 */
export type Life = { readonly freshMs: number; readonly keptMs: number } | undefined;

export type Question<T> = {
  /** Where an answer may stand, best first. */
  readonly keys: readonly string[];
  /**
   * Whoever asks holds one of them: each for all that one answer may cover, widest first, and each
   * one of the keys. Where something is kept under its name that does not answer this question, one
   * answer is known not to cover all of it, and the next is taken: so that many who wait for
   * different answers do not wait for each other.
   */
  readonly turns: readonly string[];
  readonly ask: () => Promise<T>;
  /** Finds out how far an answer holds, once it is to be kept. */
  readonly reach?: (answer: T) => Promise<T>;
  readonly lifeOf: (answer: T) => Life;
  /**
   * Under which of the keys an answer is written and how, and under which keys of others it is
   * theirs too.
   */
  readonly keep: (answer: T) => readonly { readonly key: string; readonly text: string }[];
  /**
   * `undefined` for what this program did not write, or what does not hold for this question at
   * this key: then it is asked.
   */
  readonly read: (text: string, key: string) => T | undefined;
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

/**
 * Kept under a turn's name where several answers are known to lie in what it covers, and none
 * covers all of it.
 */
const several = "several";

/**
 * Longer than any question takes with all that follows from it; a holder that died is waited for no
 * longer.
 */
const turnMs = 60_000;
const pollMs = 200;

/**
 * Answers from the store, first the longest of the keys that is there. While an answer is fresh
 * nobody asks. Once it is not, one asks and the others are served the old one meanwhile. Where none
 * is there one asks and the others wait, in this process for the same promise and elsewhere for the
 * turn in the table, so that any number of misses make one question for each answer that there is.
 * Whoever waited looks for its own answer, and takes none that was found for a neighbour. An old
 * answer outlives a silent source. Keeps no answer in the process: what it holds are promises of
 * questions under way.
 */
export const knownIn = ({ store, nowMs, sleep, holder }: KnownGiven): Known => {
  const underWay = new Map<string, Promise<unknown>>();

  type Found<T> = { readonly best?: { readonly answer: T; readonly isFresh: boolean }; readonly turn: string };

  const find = async <T>({ keys, turns, read }: Question<T>, newest?: "newest"): Promise<Found<T>> => {
    const now = nowMs();
    const found = await store.read(keys, now, newest);
    const answers = new Map(
      keys.flatMap((key) => {
        const kept = found.get(key);
        const answer = kept && read(kept.text, key);
        return kept && answer !== undefined ? [[key, { answer, isFresh: kept.freshUntilMs > now }] as const] : [];
      }),
    );
    const [best] = answers.values();
    // Nothing stands there, or what does holds for this question.
    const turn = turns.find((name) => !found.has(name) || answers.has(name)) ?? turns.at(-1) ?? "";
    return { turn, ...(best && { best }) };
  };

  /** One question, by whoever gets the turn; `undefined` where somebody elsewhere has it. */
  const askInTurn = async <T>(
    question: Question<T>,
    turn: string,
    old: T | undefined,
  ): Promise<{ readonly answer: T } | undefined> => {
    const { ask, reach, lifeOf, keep, pauseMs } = question;
    const now = nowMs();
    if (!(await store.claim(turn, holder, now + turnMs, now))) return undefined;
    let freeFromMs = 0;
    try {
      // Somebody may have come to an end between our reading and our turn.
      const { best, turn: newest } = await find(question, "newest");
      if (best?.isFresh) return { answer: best.answer };
      const found = await ask();
      const life = lifeOf(found);
      if (!life) {
        freeFromMs = nowMs() + pauseMs;
        return { answer: old ?? found };
      }
      const answer = reach ? await reach(found) : found;
      const untilMs = { freshUntilMs: nowMs() + life.freshMs, keptUntilMs: nowMs() + life.keptMs };
      const kept = keep(answer);
      // What stands under the turn's name by now is not written over: it says as much, or more.
      const isOneOfSeveral = turn === newest && kept.every(({ key }) => key !== turn);
      for (const { key, text } of [...kept, ...(isOneOfSeveral ? [{ key: turn, text: several }] : [])])
        await store.write(key, { text, ...untilMs });
      return { answer };
    } finally {
      await store.release(turn, holder, freeFromMs);
    }
  };

  return async <T>(question: Question<T>): Promise<T> => {
    const until = nowMs() + question.waitMsAtMost;
    for (;;) {
      const { best: known, turn } = await find(question);
      if (known?.isFresh) return known.answer;
      const others = underWay.get(turn);
      if (!others) {
        const mine = askInTurn(question, turn, known?.answer);
        underWay.set(turn, mine);
        try {
          const asked = await mine;
          if (asked) return asked.answer;
        } finally {
          underWay.delete(turn);
        }
      }
      if (known) return known.answer;
      const leftMs = until - nowMs();
      if (leftMs <= 0) return question.later;
      // A failure of theirs is theirs to tell; here it only means that the wait is over.
      if (others !== undefined) await Promise.race([others.catch(() => undefined), sleep(leftMs)]);
      else await sleep(Math.min(pollMs, leftMs));
    }
  };
};
