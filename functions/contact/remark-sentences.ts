import { pattern } from "../kernel/pattern.ts";
import { wordsFor } from "./remark-words.ts";

/** A line that begins with its verb continues the line before. */
const goesOn = pattern("i", "^\\s*", wordsFor("goesOn"), "\\b");

/** HTML tags and spaces, which some holders write; a mailbox between signs is none. */
const withoutHtml = (line: string): string =>
  line
    .replace(/<br\s*\/?>|&nbsp;|&#160;|&#xa0;|\u00a0/gi, " ")
    .replace(/<\/?[a-z][a-z0-9]{0,10}(\s[^<>@]{0,200})?\/?>/gi, "")
    .replace(/[ \t]+/g, " ");

/** Stars and bars around a holder's lines. */
const withoutFrame = (line: string): string => line.replace(/^\s*[*#|]+\s|\s[*#|]+\s*$/g, " ");

/** A line that ended for its width, not with a sentence. */
const isOpenEnded = (line: string): boolean => /[^\s.!?;:=#*_-]\s*$/.test(line);

/** No sentence ends with these words. */
const endsWithin = pattern("i", "\\b", wordsFor("endsWithin"), "\\s*$");

/** A named field, a mailbox or an address begins its own line. */
const isOfItself = (line: string): boolean => /^\s*[a-z-]{2,20}:\s/i.test(line) || /@|:\/\//.test(line);

/**
 * Whether a sentence goes on in the next line, which may say what becomes of mail under the first's condition.
 * With a mailbox only by the first line's last word: a list of mailboxes is no sentence.
 */
const isWrapped = (line: string, next: string): boolean =>
  isOpenEnded(line) &&
  !/^\s*[a-z-]{2,20}:\s/i.test(next) &&
  (endsWithin.test(line) || (/^\s*\p{Ll}/u.test(next) && !isOfItself(line) && !isOfItself(next)));

/** Whether one of `phrases` begins in one line and ends in the next. */
const spans = (line: string, next: string, phrases: readonly RegExp[]): boolean => {
  if (!isOpenEnded(line) || next.trim() === "" || /^\s*[a-z-]{2,20}:\s/i.test(next)) return false;
  const end = line.trimEnd();
  const joined = `${end} ${next.trim()}`;
  return phrases.some((words) => {
    const found = words.exec(joined);
    return found !== null && found.index < end.length && found.index + found[0].length > end.length + 1;
  });
};

/** Sentences, with lines joined that were wrapped or that one of `phrases` spans, up to 1,000 characters. */
export const sentencesIn = (written: readonly string[], phrases: readonly RegExp[]): readonly string[] => {
  const wrapped: string[] = [];
  for (const line of written.map((raw) => withoutFrame(withoutHtml(raw)))) {
    const before = wrapped.at(-1);
    if (
      before !== undefined &&
      before.length < 1000 &&
      (goesOn.test(line) || isWrapped(before, line) || spans(before, line, phrases))
    )
      wrapped.push(`${wrapped.pop() ?? ""} ${line.trim()}`.slice(0, 1000));
    else wrapped.push(line);
  }
  return wrapped.flatMap((line) => line.split(/[.!?;](?:\s|$)/));
};
