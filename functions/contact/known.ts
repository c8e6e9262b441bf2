/** Times are milliseconds of real time: registries live by it, whatever clock the cases have. */
export type Kept = { readonly text: string; readonly freshUntilMs: number; readonly keptUntilMs: number };

/** Shared answers and turns. `store/table/known.ts` keeps them. Contract: `test/contracts/known-store.ts`. */
export type KnownStore = {
  /** Those of at most 100 keys not past `keptUntilMs`. `newest`: latest writes too, at twice the price. */
  readonly read: (keys: readonly string[], nowMs: number, newest?: "newest") => Promise<ReadonlyMap<string, Kept>>;
  readonly write: (key: string, kept: Kept) => Promise<void>;
  /** Takes the turn to ask, until `untilMs`. False while somebody else has it. */
  readonly claim: (turn: string, holder: string, untilMs: number, nowMs: number) => Promise<boolean>;
  /** Gives an own turn back from `fromMs` on; until then nobody may ask. Changes no turn of others. */
  readonly release: (turn: string, holder: string, fromMs: number) => Promise<void>;
};

/** How long it counts. `undefined`: a source was silent, and nobody asks before the pause is over. */
export type Life = { readonly freshMs: number; readonly keptMs: number } | undefined;

export type Question<T> = {
  /** Where an answer may stand, best first. */
  readonly keys: readonly string[];
  /**
   * Whoever asks holds one of them, each also one of the keys: widest first, each for all that one answer may
   * cover. Where something kept under its name does not answer this question, one answer does not cover all, and
   * the next is taken, so that those who wait for different answers do not wait for each other.
   */
  readonly turns: readonly string[];
  readonly ask: () => Promise<T>;
  /** Finds how far an answer holds, once it is to be kept. */
  readonly reach?: (answer: T) => Promise<T>;
  readonly lifeOf: (answer: T) => Life;
  /** Under which of the keys an answer is written and how, and under which keys of others it is theirs. */
  readonly keep: (answer: T) => readonly { readonly key: string; readonly text: string }[];
  /** `undefined`: not written by this program, or not valid for this question and key. Then it is asked. */
  readonly read: (text: string, key: string) => T | undefined;
  /** Returned when others are asking and do not finish in time. */
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
  /** Unique to this instance. */
  readonly holder: string;
};

/** Kept under a turn's name where several answers lie in what it covers, and none covers all of it. */
const several = "several";

/** Longer than any question takes with all that follows. A dead holder is waited for no longer. */
const turnMs = 60_000;
const pollMs = 200;

/**
 * Answers from the store, the longest key first. While an answer is fresh nobody asks. Once it is not, one asks
 * and the others get the old one meanwhile. Without an answer, one asks and the others wait, in this process for
 * the same promise and elsewhere for the turn in the table: any number of misses make one question per answer.
 * Whoever waited looks for its own answer, and takes none found for a neighbour. An old answer outlives a silent
 * source. The process keeps no answers, only promises of questions under way.
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

  /** `undefined` where somebody elsewhere has the turn. */
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
      // Somebody may have finished between our reading and our turn.
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
      // What now stands under the turn's name is not overwritten: it says as much, or more.
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
      // Their failure is theirs to report; here it only ends the wait.
      if (others !== undefined) await Promise.race([others.catch(() => undefined), sleep(leftMs)]);
      else await sleep(Math.min(pollMs, leftMs));
    }
  };
};
