import type { Within } from "../answers/reader.ts";

/** Waits by the machine's clock. The timer ends with the answer, and so holds no process back. */
export const within: Within = async (ms, ask) => {
  const asking = new AbortController();
  let stop: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    stop = setTimeout(() => {
      resolve("late");
      asking.abort();
    }, ms);
  });
  try {
    return await Promise.race([ask(asking.signal), late]);
  } finally {
    clearTimeout(stop);
  }
};
