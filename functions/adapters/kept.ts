/** An answer that is asked for once in a while and believed in between. A failure is not kept: the next caller asks again. */
export const kept = <T>(ask: () => Promise<T>, { forMs, nowMs }: { readonly forMs: number; readonly nowMs: () => number }): (() => Promise<T>) => {
  let answer: Promise<T> | undefined;
  let askedAtMs = 0;
  return () => {
    if (answer !== undefined && nowMs() - askedAtMs < forMs) return answer;
    askedAtMs = nowMs();
    const asked = ask();
    answer = asked;
    asked.catch(() => {
      if (answer === asked) answer = undefined;
    });
    return asked;
  };
};
