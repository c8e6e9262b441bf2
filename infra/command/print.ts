import { visible } from "../../functions/kernel/visible.ts";

/** The colours of `paint` and of the help. No other sequence passes: it could move a terminal or hide words on it. */
const ourColours = /(\u001b\[(?:0|1|2|22|31|33|36|39)m)/;

/** A text as it may go to a terminal: all that can't be seen spelled out, but for line breaks, tabs and our colours. */
export const printable = (text: string): string =>
  text
    .split(ourColours)
    .map((part, at) => (at % 2 === 1 ? part : visible(part)))
    .join("");

/*
 * All that a command prints goes through these, so that what strangers wrote forges nothing, whichever command shows
 * it. A test finds any other way out.
 */

export const print = (text: string): void => void process.stdout.write(printable(text));
export const printLine = (line: string): void => console.log(printable(line));
export const printError = (text: string): void => void process.stderr.write(printable(text));
export const printErrorLine = (line: string): void => console.error(printable(line));
