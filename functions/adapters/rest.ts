const firstMs = 25;
const restMsAtMost = 400;

/** Rests between two tries at the same item, longer after each and spread, so that writers who met once do not meet again. */
export const restBetweenTries = (tries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(restMsAtMost, firstMs * 2 ** tries)));
