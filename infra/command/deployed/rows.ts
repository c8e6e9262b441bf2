import { paint } from "../paint.ts";

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

const shown: Readonly<Record<State, { readonly word: string; readonly style: Parameters<typeof paint>[0] }>> = {
  ready: { word: "ready", style: "green" },
  heed: { word: "HEED", style: "yellow" },
  stops: { word: "STOPS", style: "red" },
  unknown: { word: "not known", style: "yellow" },
};

/** A line for each row, with what to do under it. */
export const sayRows = (rows: readonly Row[]): string => {
  const wide = Math.max(...rows.map(({ what }) => what.length));
  return rows
    .map(({ what, state, says, fix }) => {
      const { word, style } = shown[state];
      const line = `  ${paint(style, word.padEnd(9))}  ${what.padEnd(wide)}  ${says}`;
      return fix === undefined ? line : `${line}\n  ${" ".repeat(9)}  ${" ".repeat(wide)}  → ${fix}`;
    })
    .join("\n");
};

/** How many there are of each, in one sentence. */
export const sayTally = (rows: readonly Row[]): string => {
  const of = (state: State): number => rows.filter((row) => row.state === state).length;
  return `${of("ready")} ready, ${of("heed")} to heed, ${of("unknown")} not known, ${of("stops")} in the way.`;
};
