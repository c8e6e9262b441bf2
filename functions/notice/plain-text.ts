/** C0, C1 and DEL, line and paragraph separators, bidirectional marks, zero-width and other invisible formatting, lone surrogates. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/**
 * Somebody's words as one line of text. Line breaks and everything that a reader doesn't see become a space, so that a value can
 * neither begin a header or a line of its own, nor turn the direction of what stands after it.
 */
export const plainText = (value: string): string =>
  value
    .replace(unseen, " ")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

/** Wide enough for prose, narrow enough that no mail program breaks it again (RFC 5322 §2.1.1, RFC 3676 §4.2). */
const columns = 76;

/** Breaks prose at spaces. A line's continuation is indented by two more where the line was; a word that is too long (an address) stays whole. */
export const wrap = (text: string): string => text.split("\n").map(wrapLine).join("\n");

const wrapLine = (line: string): string => {
  if (line.length <= columns) return line.trimEnd();
  const indent = /^ *(- )?/.exec(line)?.[0] ?? "";
  const hang = " ".repeat(/^[A-Z][^:.]{1,28}: /.test(line) ? 2 : indent.length);
  const lines: string[] = [];
  let current = indent;
  for (const word of line.slice(indent.length).split(" ")) {
    const joined = current.trim() === "" || current === indent ? `${current}${word}` : `${current} ${word}`;
    if (joined.length > columns && current.trim() !== "" && current !== indent) {
      lines.push(current);
      current = `${hang}${word}`;
    } else current = joined;
  }
  return [...lines, current].join("\n");
};
