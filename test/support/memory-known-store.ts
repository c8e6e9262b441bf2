import type { Kept, KnownStore } from "../../functions/contact/known.ts";

export const memoryKnownStore = (): KnownStore & { readonly keys: () => readonly string[] } => {
  const kept = new Map<string, Kept>();
  const turns = new Map<string, { readonly holder: string; readonly untilMs: number }>();
  return {
    keys: () => [...kept.keys()],
    read: (keys, nowMs) =>
      Promise.resolve(
        new Map(
          keys.flatMap((key) => {
            const found = kept.get(key);
            return found && found.keptUntilMs > nowMs ? [[key, found] as const] : [];
          }),
        ),
      ),
    write: (key, answer) => {
      kept.set(key, answer);
      return Promise.resolve();
    },
    claim: (turn, holder, untilMs, nowMs) => {
      const held = turns.get(turn);
      if (held && held.untilMs > nowMs) return Promise.resolve(false);
      turns.set(turn, { holder, untilMs });
      return Promise.resolve(true);
    },
    release: (turn, holder, fromMs) => {
      if (turns.get(turn)?.holder === holder) turns.set(turn, { holder, untilMs: fromMs });
      return Promise.resolve();
    },
  };
};
