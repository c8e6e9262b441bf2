type Out = Pick<NodeJS.WriteStream, "write" | "on" | "off"> &
  Partial<Pick<NodeJS.WriteStream, "isTTY" | "rows" | "columns">>;

/** What `npm start` shows: lines that pass, below what stays in its place. */
export type Screen = {
  readonly line: (text: string) => void;
  /** Puts a line at the bottom that stays there; nothing where no terminal is. */
  readonly tally: (text: string) => void;
  /** Gives the terminal back as it was. */
  readonly close: () => void;
};

/** Fewer lines would leave no room for what passes. */
const leastPassing = 8;

/**
 * Shows a header at the top that stays while lines pass below it (DECSTBM, which every terminal of
 * today knows). Where no terminal is, or a small one, the header is written once and passes as well.
 */
export const openScreen = (out: Out, header: readonly string[]): Screen => {
  let lastTally = "";
  /** A line that is longer than the terminal is wide takes several of its rows. */
  const headerRows = (): number =>
    header.reduce((rows, text) => rows + Math.max(1, Math.ceil(text.length / (out.columns ?? 80))), 0);
  const room = (): number => (out.rows ?? 0) - headerRows() - 1;
  const isPinned = (): boolean => out.isTTY === true && room() >= leastPassing;
  const drawTally = () => {
    const fits = lastTally.slice(0, Math.max(0, (out.columns ?? 80) - 1));
    out.write(`\u001b7\u001b[${out.rows};1H\u001b[2K\u001b[7m${fits}\u001b[0m\u001b8`);
  };
  const draw = () => {
    if (!isPinned()) {
      out.write("\u001b[r");
      return;
    }
    const top = headerRows() + 1;
    out.write(`\u001b[r\u001b[2J\u001b[H${header.join("\n")}\u001b[${top};${(out.rows ?? 0) - 1}r\u001b[${top};1H`);
    if (lastTally !== "") drawTally();
  };
  if (out.isTTY) {
    out.on("resize", draw);
    if (isPinned()) draw();
    else out.write(`${header.join("\n")}\n`);
  } else out.write(`${header.join("\n")}\n`);
  return {
    line: (text) => void out.write(`${text}\n`),
    tally: (text) => {
      lastTally = text;
      if (isPinned()) drawTally();
    },
    close: () => {
      if (!out.isTTY) return;
      out.off("resize", draw);
      // Below all that was shown, where the shell's prompt belongs.
      out.write(`\u001b[r\u001b[${out.rows ?? 1};1H\u001b[2K`);
    },
  };
};
