/** Something that could not be played here, and why. It is never counted among what holds. */
export class NotPlayed extends Error {}

export type Row = {
  readonly holds: string;
  readonly seen: string;
  readonly state: "holds" | "fails" | "not played";
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
    return error instanceof NotPlayed
      ? row("not played", `not played: ${seen}`)
      : row("fails", `\n${seen.replace(/^/gm, "        ")}`);
  }
};

/** The table of a whole run. */
export const tableOf = (rows: readonly Row[]): string =>
  rows
    .map(({ state, seconds, holds }) => `  ${state.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${holds}`)
    .join("\n");

/**
 * How a run ended, in a sentence, and whether it is fine. Where everything has to be played, as in CI, what
 * was not played fails.
 */
export const verdictOn = (
  rows: readonly Row[],
  { playsAll }: { readonly playsAll: boolean },
): { readonly says: string; readonly isFine: boolean } => {
  const of = (state: Row["state"]) => rows.filter((row) => row.state === state).length;
  const notPlayed = of("not played");
  return {
    says: `${of("holds")} of ${rows.length} hold${notPlayed > 0 ? `, ${notPlayed} not played` : ""}`,
    isFine: of("fails") === 0 && !(playsAll && notPlayed > 0),
  };
};
