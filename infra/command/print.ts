import { visible } from "../../functions/kernel/visible.ts";

/** The colours of `paint` and of the help. No other sequence passes: it could move a terminal or hide words on it. */
const ourColours = /(\u001b\[(?:0|1|2|22|31|33|36|39)m)/;

const spelledBy =
  (spell: (text: string) => string) =>
  (text: string): string =>
    text
      .split(ourColours)
      .map((part, at) => (at % 2 === 1 ? part : spell(part)))
      .join("");

/** A text as it may go to a terminal: all that can't be seen spelled out, but for line breaks, tabs and our colours. */
export const printable = spelledBy(visible);

/** The same of one line: a break in what somebody else wrote begins no line of ours. */
export const printableLine = spelledBy((part) => visible(part).replaceAll("\n", "\\u000a"));

/** These lines as a text: none of them breaks. */
export const inLines = (lines: readonly string[]): string => lines.map(printableLine).join("\n");

/*
 * All that a command prints goes through these, so that what strangers wrote forges nothing, whichever command shows
 * it. A test finds any other way out. Strangers' words go out by a line; a text is JSON, a mail or a file as it is,
 * or made by `inLines`.
 */

export const print = (text: string): void => void process.stdout.write(printable(text));
/** A text, and the break behind it. */
export const printText = (text: string): void => console.log(printable(text));
export const printLine = (line: string): void => console.log(printableLine(line));
/** A mail as its desk reads it. */
export const printMail = (to: string, subject: string, text: string): void =>
  printText(`${inLines([`To: ${to}`, `Subject: ${subject}`, ""])}\n${text}\n`);
export const printError = (text: string): void => void process.stderr.write(printable(text));
export const printErrorLine = (line: string): void => console.error(printableLine(line));
