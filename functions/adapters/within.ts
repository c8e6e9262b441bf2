import { once } from "node:events";
import type { Within } from "../answers/reader.ts";

/** Waits by the machine's clock, and holds no process back. */
export const within: Within = async (ms, ask) => {
  const over = AbortSignal.timeout(ms);
  return Promise.race([ask(over), once(over, "abort").then(() => "late" as const)]);
};
