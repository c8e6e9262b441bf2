import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/**
 * Words in a colour where they go to a terminal that shows it. Node's own reading of the terminal
 * keeps NO_COLOR (no-color.org) and FORCE_COLOR.
 */
export const paint = (style: Style, words: string, to: NodeJS.WriteStream = process.stdout): string =>
  to.isTTY && to.hasColors() ? styleText(style, words) : words;

/** As much of a painted line as `columns` show; its colours end as they would have. */
export const fitting = (line: string, columns: number): string => {
  let room = columns;
  return line.replace(/\u001b\[[\d;]*m|./gsu, (sign) => (sign.startsWith("\u001b") || room-- > 0 ? sign : ""));
};
