/**
 * Caches answers by name for good, for what does not change once it is there. A missing answer and
 * a failure are asked for again. At most 500 are kept.
 */
export const keptByName = <T>(
  ask: (name: string) => Promise<T | undefined>,
): ((name: string) => Promise<T | undefined>) => {
  const answers = new Map<string, Promise<T | undefined>>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size >= 500) answers.clear();
    const asked = ask(name);
    answers.set(name, asked);
    const forget = () => void answers.delete(name);
    asked.then((answer) => answer === undefined && forget(), forget);
    return asked;
  };
};

/** `anew` asks in any case and caches the answer. */
type Kept<T> = (() => Promise<T>) & { readonly anew: () => Promise<T> };

/** Caches an answer for `forMs`. A failure is not cached: the next caller asks again. */
export const kept = <T>(
  ask: () => Promise<T>,
  { forMs, nowMs }: { readonly forMs: number; readonly nowMs: () => number },
): Kept<T> => {
  let answer: Promise<T> | undefined;
  let askedAtMs = 0;
  const anew = () => {
    askedAtMs = nowMs();
    const asked = ask();
    answer = asked;
    asked.catch(() => {
      if (answer === asked) answer = undefined;
    });
    return asked;
  };
  return Object.assign(() => (answer !== undefined && nowMs() - askedAtMs < forMs ? answer : anew()), { anew });
};
