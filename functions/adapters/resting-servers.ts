import type { Asked } from "../contact/sources.ts";

const restMsByDefault = 60_000;
const restMsAtMost = 15 * 60_000;

/**
 * Leaves a server alone for as long as it asked for (HTTP 429 or 503 with Retry-After, a minute where a 429 names none):
 * asking on makes registries block an address for hours. Meanwhile its questions are silent at once, and the next source is
 * asked. Remembers servers' names and times only, never anything of an answer; lost with the process, which is harmless.
 */
export const restingServers = <Question, T>(
  ask: (question: Question) => Promise<Asked<T>>,
  serverOf: (question: Question) => string,
  nowMs: () => number = Date.now,
): ((question: Question) => Promise<Asked<T>>) => {
  const until = new Map<string, number>();
  return async (question) => {
    const server = serverOf(question);
    if ((until.get(server) ?? 0) > nowMs()) return { kind: "silent", server, detail: "Left alone for a while: it said that it was asked too often." };
    until.delete(server);
    const asked = await ask(question);
    if (asked.kind === "silent" && (asked.retryAfterMs !== undefined || asked.detail === "HTTP 429")) {
      const restMs = Math.min(asked.retryAfterMs ?? restMsByDefault, restMsAtMost);
      // The server that spoke may stand behind a redirect; both names lead to it.
      for (const name of new Set([server, asked.server])) until.set(name, nowMs() + restMs);
    }
    return asked;
  };
};
