import type { Facts } from "./texts.ts";

/**
 * Each language's word once; `Phishing` beside `phishing` says nothing more, and then English
 * stands.
 */
const once = (words: readonly string[]): string =>
  words
    .filter(
      (word, at) => word !== "" && !words.slice(at + 1).some((later) => later.toLowerCase() === word.toLowerCase()),
    )
    .join(" / ");

/**
 * `[mark –] ABUSE: <type> – <defanged host> – <UTC date> [<case>]`, and `<n> addresses on <defanged
 * host>` for a digest's, without the host where there are several. The form is the same in every
 * language, since desks sort by it; the mark and the type stand in the recipient's language and in
 * English.
 */
export const subjectOf = (
  marks: readonly string[],
  types: readonly string[],
  { subjectHost, count, day, caseId }: Facts,
): string => {
  const mark = once(marks);
  const where =
    count === undefined ? subjectHost : `${count} addresses${subjectHost === undefined ? "" : ` on ${subjectHost}`}`;
  return `${mark === "" ? "" : `${mark} – `}ABUSE: ${once(types)} – ${where} – ${day} [${caseId}]`;
};
