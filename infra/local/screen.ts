type Out = Pick<NodeJS.WriteStream, "write" | "on" | "off"> &
  Partial<Pick<NodeJS.WriteStream, "isTTY" | "rows" | "columns">>;

/** What `npm start` shows: lines that pass, below what stays in its place. */
export type Screen = {
  readonly line: (text: string) => void;
  /** Another header of as many lines, in the place of the one before. */
  readonly head: (header: readonly string[], least: readonly string[]) => void;
  /** Puts a line at the bottom that stays there; nothing where no terminal is. */
  readonly tally: (text: string) => void;
  /** Gives the terminal back as it was. */
  readonly close: () => void;
};

/** Fewer lines would leave no room for what passes. */
const leastPassing = 8;

/**
 * Shows a header at the top that stays while lines pass below it (DECSTBM, which every terminal of
 * today knows). On a small terminal the header passes once and its most needed lines stay, `most`;
 * where no terminal is, or there is no room for these either, all of it passes.
 */
export const openScreen = (out: Out, whole: readonly string[], most: readonly string[] = whole): Screen => {
  let [header, least] = [whole, most];
  let lastTally = "";
  /** A line that is longer than the terminal is wide takes several of its rows. */
  const rowsOf = (lines: readonly string[]): number =>
    lines.reduce((rows, text) => rows + Math.max(1, Math.ceil(text.length / (out.columns ?? 80))), 0);
  /** What stays on a terminal of this size; nothing where nothing does. */
  const staying = (): readonly string[] | undefined =>
    out.isTTY ? [header, least].find((lines) => (out.rows ?? 0) - rowsOf(lines) - 1 >= leastPassing) : undefined;
  const drawTally = () => {
    const fits = lastTally.slice(0, Math.max(0, (out.columns ?? 80) - 1));
    out.write(`\u001b7\u001b[${out.rows};1H\u001b[2K\u001b[7m${fits}\u001b[0m\u001b8`);
  };
  const draw = () => {
    const stays = staying();
    if (!stays) {
      out.write("\u001b[r");
      return;
    }
    const top = rowsOf(stays) + 1;
    out.write(`\u001b[r\u001b[2J\u001b[H${stays.join("\n")}\u001b[${top};${(out.rows ?? 0) - 1}r\u001b[${top};1H`);
    if (lastTally !== "") drawTally();
  };
  if (out.isTTY) out.on("resize", draw);
  if (staying()) draw();
  if (staying() !== header) out.write(`${header.join("\n")}\n`);
  return {
    line: (text) => void out.write(`${text}\n`),
    head: (...next) => {
      [header, least] = next;
      const stays = staying();
      if (stays) out.write(`\u001b7\u001b[H${stays.map((text) => `${text}\u001b[K`).join("\n")}\u001b8`);
    },
    tally: (text) => {
      lastTally = text;
      if (staying()) drawTally();
    },
    close: () => {
      if (!out.isTTY) return;
      out.off("resize", draw);
      // Below all that was shown, where the shell's prompt belongs.
      out.write(`\u001b[r\u001b[${out.rows ?? 1};1H\u001b[2K`);
    },
  };
};
