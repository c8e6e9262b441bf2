export const sizeNames = ["small", "usual", "large"] as const;
export type SizeName = (typeof sizeNames)[number];

type Units = { readonly readUnitsPerSecond: number; readonly writeUnitsPerSecond: number };

type Size = {
  /** Runs at a time for each queue of a function, in place of the topology's. Lambda takes 2 to 1,000. */
  readonly atATime: Readonly<Record<string, number>>;
  /** No queue feeds more runs than this at a time, by SES's rate neither. Absent: no such limit. */
  readonly atATimeAtMost?: number;
  /** After so many receives a message is a dead letter. */
  readonly receivesAtMost: number;
  /**
   * What the table and each of its indexes take from the first second on. Absent: what a new one
   * takes, 4,000 writes and 12,000 reads a second, and more as it grows.
   */
  readonly warm?: { readonly table: Units; readonly index: Units };
};

/** AWS asks for at least five (Lambda Developer Guide, "Using Lambda with Amazon SQS"), since throttled ones count. */
export const receivesAtMost = 5;

/**
 * How much of an account a stage takes; `infra/guides/sizes.md` has each number with its source.
 * - `small`: an account that may run 10 functions at a time. Two for each queue is the least that
 *   Lambda takes, so ten queues may still want more than there is, in a burst of both lanes. What is
 *   turned away then comes again; twenty receives are over an hour, so that no burst makes a dead
 *   letter of it.
 * - `usual`: what the topology says.
 * - `large`: a thousand reports a second, on paper.
 */
export const sizes = {
  small: { atATime: {}, atATimeAtMost: 2, receivesAtMost: 20 },
  usual: { atATime: {}, receivesAtMost },
  large: {
    atATime: { "take-in-report": 150, "find-contact": 300, "take-in-delivery": 150, "take-in-reply": 40 },
    receivesAtMost,
    warm: {
      table: { readUnitsPerSecond: 24_000, writeUnitsPerSecond: 40_000 },
      index: { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 12_000 },
    },
  },
} as const satisfies Readonly<Record<SizeName, Size>>;

export const sizeOf = (name: SizeName): Size => sizes[name];
