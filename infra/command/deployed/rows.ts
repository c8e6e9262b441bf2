import { paint } from "../paint.ts";
import { inLines } from "../print.ts";

/**
 * How a thing stands: `ready`; `heed` works, but not as it should yet; `stops` lets the stage not be
 * deployed, or not work; `unknown` could not be asked or proven here, and is never taken for ready.
 */
type State = "ready" | "heed" | "stops" | "unknown";

export type Row = {
  readonly what: string;
  readonly state: State;
  readonly says: string;
  /** What to do; absent where nothing is. */
  readonly fix?: string;
};

const styles: Readonly<Record<State, Parameters<typeof paint>[0]>> = {
  ready: "green",
  heed: "yellow",
  stops: "red",
  unknown: "yellow",
};

/** What the states are called in a table, and how many there are of each in the sentence under it. */
export type Words = Readonly<Record<State, { readonly word: string; readonly many: string }>>;

const preFlightWords: Words = {
  ready: { word: "ready", many: "ready" },
  heed: { word: "HEED", many: "to heed" },
  unknown: { word: "not known", many: "not known" },
  stops: { word: "STOPS", many: "in the way" },
};

export const smokeWords: Words = {
  ready: { word: "proven", many: "proven" },
  heed: { word: "HEED", many: "to heed" },
  unknown: { word: "not known", many: "not proven here" },
  stops: { word: "FAILS", many: "failed" },
};

export const diffWords: Words = {
  ready: { word: "safe", many: "safe" },
  heed: { word: "HEED", many: "to heed" },
  unknown: { word: "not known", many: "not known" },
  stops: { word: "LOSES", many: "that lose something" },
};

/** A line for each row, with what to do under it. */
export const sayRows = (rows: readonly Row[], words: Words = preFlightWords): string => {
  const wide = Math.max(...rows.map(({ what }) => what.length));
  return inLines(
    rows.flatMap(({ what, state, says, fix }) => {
      const { word } = words[state];
      const line = `  ${paint(styles[state], word.padEnd(9))}  ${what.padEnd(wide)}  ${says}`;
      return fix === undefined ? [line] : [line, `  ${" ".repeat(9)}  ${" ".repeat(wide)}  → ${fix}`];
    }),
  );
};

/** How many there are of each, in one sentence. */
export const sayTally = (rows: readonly Row[], words: Words = preFlightWords): string => {
  const of = (state: State): string => `${rows.filter((row) => row.state === state).length} ${words[state].many}`;
  return `${(["ready", "heed", "unknown", "stops"] as const).map(of).join(", ")}.`;
};
