/**
 * Answers by name, each asked for once and believed ever after: for what does not change once it is
 * there. What is not there, and a failure, is asked for again. Some hundred are kept.
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

/** What is believed for a while; `anew` asks in any case, and what comes of it is believed from then on. */
type Kept<T> = (() => Promise<T>) & { readonly anew: () => Promise<T> };

/**
 * An answer that is asked for once in a while and believed in between. A failure is not kept: the
 * next caller asks again.
 */
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
