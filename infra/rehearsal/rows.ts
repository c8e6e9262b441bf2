export type Row = {
  readonly holds: string;
  readonly seen: string;
  readonly state: "holds" | "fails";
  readonly seconds: number;
};

/** Does one thing, says by `say` how it went, and gives its line of the table. */
export const step = async (holds: string, sees: () => Promise<string>, say: (line: string) => void): Promise<Row> => {
  const began = performance.now();
  const row = (state: Row["state"], seen: string): Row => {
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    say(`  ${(state === "holds" ? "ok" : state.toUpperCase()).padEnd(5)} ${holds} (${seconds} s): ${seen}`);
    return { holds, seen, state, seconds };
  };
  try {
    return row("holds", await sees());
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    return row("fails", `\n${seen.replace(/^/gm, "        ")}`);
  }
};

/** The table of a whole run. */
export const tableOf = (rows: readonly Row[]): string =>
  rows
    .map(({ state, seconds, holds }) => `  ${state.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${holds}`)
    .join("\n");

/** How a run ended, in a sentence, and whether it is fine. */
export const verdictOn = (rows: readonly Row[]): { readonly says: string; readonly isFine: boolean } => {
  const holding = rows.filter(({ state }) => state === "holds").length;
  return { says: `${holding} of ${rows.length} hold`, isFine: holding === rows.length };
};
