import { oneAtATime } from "./one-at-a-time.ts";

/** Does what is asked under one key together. Other keys do not wait. */
export type InOneGo<Ask, Answer> = (key: string, ask: Ask) => Promise<Answer>;

type Waiting<Ask, Answer> = {
  readonly ask: Ask;
  readonly answer: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * For concurrent work on one item of the table: `does` is called at once where nothing runs under the key, else
 * with all that gathered until it ended. It must give as many answers as asks, in their order. What it throws is
 * thrown to each of them.
 */
export const inOneGo = <Ask, Answer>(
  does: (key: string, asks: readonly Ask[]) => Promise<readonly Answer[]>,
): InOneGo<Ask, Answer> => {
  const alone = oneAtATime();
  const waiting = new Map<string, Waiting<Ask, Answer>[]>();
  const doAll = async (key: string): Promise<void> => {
    const all = waiting.get(key) ?? [];
    waiting.delete(key);
    if (all.length === 0) return;
    try {
      const answers = await does(
        key,
        all.map(({ ask }) => ask),
      );
      if (answers.length !== all.length)
        throw new Error(`Of ${all.length} that asked ${answers.length} were answered.`);
      for (const [at, answer] of answers.entries()) all[at]?.answer(answer);
    } catch (error) {
      for (const { fail } of all) fail(error);
    }
  };
  return (key, ask) =>
    new Promise((answer, fail) => {
      const behind = waiting.get(key);
      if (behind) behind.push({ ask, answer, fail });
      else {
        waiting.set(key, [{ ask, answer, fail }]);
        void alone(key, () => doAll(key));
      }
    });
};
