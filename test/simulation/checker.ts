import type { Random } from "./random.ts";

/** What a reporter's checker says to a question, and after how long; nothing where it is silent. */
export type Look = () => readonly { readonly status: "gone" | "still-up"; readonly inMs: number }[];

const minuteMs = 60_000;

/** A checker that says this or that, or both in one minute, or nothing, or says it late. */
export const drawnLooks =
  (random: Random): Look =>
  () => {
    const inMs = random.below(20 * minuteMs);
    const gone = { status: "gone", inMs } as const;
    const stillUp = { status: "still-up", inMs: inMs + random.below(minuteMs) } as const;
    return random.pick([
      [],
      [gone],
      [gone],
      [stillUp],
      [gone, stillUp],
      [stillUp, { ...gone, inMs: stillUp.inMs }],
      [{ ...gone, inMs: inMs + 3 * 60 * minuteMs }],
    ]);
  };
