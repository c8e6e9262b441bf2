import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Whoever pipes into a pager that shows colours says so; `0` and nothing say no (force-color.org). */
const isForced = ({ FORCE_COLOR: forced = "", NO_COLOR: none = "" } = process.env): boolean =>
  none === "" && !["", "0", "false"].includes(forced);

/**
 * Words in a colour where they go to a terminal that shows it, or where FORCE_COLOR says so. Node's
 * own reading of the terminal keeps NO_COLOR (no-color.org).
 */
export const paint = (style: Style, words: string, to: NodeJS.WriteStream = process.stdout): string =>
  isForced() || (to.isTTY && to.hasColors()) ? styleText(style, words) : words;

/** As much of a painted line as `columns` show; its colours end as they would have. */
export const fitting = (line: string, columns: number): string => {
  let room = columns;
  return line.replace(/\u001b\[[\d;]*m|./gsu, (sign) => (sign.startsWith("\u001b") || room-- > 0 ? sign : ""));
};
