import type { Facts } from "./texts.ts";

/** Each word once: of `Phishing` and `phishing` the English one stands. */
const once = (words: readonly string[]): string =>
  words
    .filter(
      (word, at) => word !== "" && !words.slice(at + 1).some((later) => later.toLowerCase() === word.toLowerCase()),
    )
    .join(" / ");

/**
 * `[mark - ]ABUSE: <type> - <defanged host> (<address>) - <UTC date> [<case>] [<ticket>]`, for a digest `<n> URLs
 * on <defanged host>`, without the host where there are several. The form is the same in every language, in ASCII
 * but for words that are not, since desks sort by the raw header. Marks and type: recipient's language and
 * English. The ticket stands as its desk writes it, by which its system finds the thread.
 */
export const subjectOf = (
  marks: readonly (readonly string[])[],
  types: readonly string[],
  { subjectHost, subjectAddress, count, day, caseId, ticketTag }: Facts,
): string => {
  const host = subjectHost === undefined ? "" : String(subjectHost);
  const where =
    count === undefined
      ? `${host}${subjectAddress === undefined ? "" : ` (${String(subjectAddress)})`}`
      : `${String(count)} URLs${host === "" ? "" : ` on ${host}`}`;
  const marked = marks.map((words) => `${once(words)} - `).join("");
  const tag = ticketTag === undefined ? "" : ` ${String(ticketTag)}`;
  return `${marked}ABUSE: ${once(types)} - ${where} - ${String(day)} [${String(caseId)}]${tag}`;
};
