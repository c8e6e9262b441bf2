import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/**
 * Words in a colour where they go to a terminal that shows it. Node's own reading of the terminal
 * keeps NO_COLOR (no-color.org) and FORCE_COLOR.
 */
export const paint = (style: Style, words: string, to: NodeJS.WriteStream = process.stdout): string =>
  to.isTTY && to.hasColors() ? styleText(style, words) : words;
