import { inAnyLanguage } from "./replies/mail-words.ts";

/**
 * Stands where data were. A mark and no word: what we write ourselves must say nothing in any
 * language, or a long link would be read as the desk's word that something is removed.
 */
export const setAside = "[…]";

/** No answer needs more; a person reads the whole mail where it lies. */
const charactersAtMost = 16_384;

/** A line that begins what the writer only quotes. Everything from there on is set aside. */
const quoteBegins: readonly RegExp[] = [
  // Scandinavian and Czech mail programs write so in other languages' mails.
  new RegExp(
    String.raw`^\s*(${inAnyLanguage("on", "den", "dne")})\b.{4,160}` +
      String.raw`\b(${inAnyLanguage("wrote", "skrev", "napsal")})\s*:?\s*$`,
    "i",
  ),
  new RegExp(String.raw`^\s*-{2,}\s*(${inAnyLanguage("passedOn")})\b.*$`, "i"),
  /^\s*(##-|--|==)+\s*(please type your reply above this line|reply above)/i,
  /^_{20,}\s*$/,
  new RegExp(String.raw`^\s*>?\s*(${inAnyLanguage("subject")})\s*:.*\[TD-[A-Z0-9-]+\]\s*$`, "i"),
  /^\s*We (report|correct our notice about|withdraw our notice about) .+ (at|by|in an account at) /,
];

/**
 * The head of a mail that mail programs without marks set above what they quote: who, and soon
 * under it when.
 */
const quotedSender = new RegExp(String.raw`^[\s>*]*(${inAnyLanguage("sender")})\s*\*?\s*[:：]`, "i");
const quotedMoment = new RegExp(String.raw`^[\s>*]*(${inAnyLanguage("moment")})\s*\*?\s*[:：]`, "i");
const isQuotedHead = (lines: readonly string[], at: number): boolean =>
  quotedSender.test((lines[at] ?? "").slice(0, 400)) &&
  lines.slice(at + 1, at + 5).some((line) => quotedMoment.test(line.slice(0, 400)));

/** Ticket systems ask for the next answer above this line. */
const replyAbove = /^\W{0,12}(please )?(type your reply|reply)( to this (e-?mail|message))? above this line\W{0,12}$/i;

/**
 * "X wrote:" and then lines with their mark, which go by themselves: what follows is the writer's
 * own again.
 */
const isMarkedQuote = (lines: readonly string[], at: number): boolean =>
  /:\s*$/.test(lines[at] ?? "") && /^\s*>/.test(lines.slice(at + 1, at + 3).find((line) => line.trim() !== "") ?? "");

/**
 * The same under the writer's words. In no language, but with the hour or the year: "Not removed:"
 * above a quoted address is the writer's own.
 */
const isDatedQuote = (lines: readonly string[], at: number): boolean =>
  /20\d\d|\d{1,2}[:.h]\d\d/.test(lines[at] ?? "") && isMarkedQuote(lines, at);

/** RFC 3676 §4.3, and what phones write. */
const signatureBegins = new RegExp(String.raw`^(--\s*|${inAnyLanguage("fromPhone")})$`, "i");

/**
 * What the writer wrote themselves: without quoted lines, quoted mails, signature, pasted base64
 * and `data:` addresses (which may be a picture), and without characters that nobody sees.
 */
export const ownWords = (text: string): string => {
  const kept: string[] = [];
  let length = 0;
  let hasOwnWords = false;
  const lines = text.slice(0, charactersAtMost * 4).split(/\r\n|\r|\n/);
  for (const [at, raw] of lines.entries()) {
    const line = raw.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => (character === "\t" ? " " : "")).trimEnd();
    // At the top of a mail: a ticket system's line above its own words, or a quote under which the
    // writer answers.
    if (!hasOwnWords && (replyAbove.test(line) || isMarkedQuote(lines, at))) continue;
    if (isDatedQuote(lines, at)) continue;
    // A mail that begins with such a head is a forwarded one, and all that there is to read.
    if (quoteBegins.some((begins) => begins.test(line.slice(0, 400))) || (hasOwnWords && isQuotedHead(lines, at)))
      break;
    if (signatureBegins.test(line)) break;
    if (/^\s*[>|]/.test(line) || /^\s*[A-Za-z0-9+/]{60,}={0,2}\s*$/.test(line)) continue;
    const plain = line
      .replace(/\bdata:[a-z0-9.+/-]{0,100}[;,]\S*/gi, setAside)
      .replace(/[A-Za-z0-9+/]{200,}={0,2}/g, setAside);
    length += plain.length + 1;
    if (length > charactersAtMost) break;
    kept.push(plain);
    hasOwnWords ||= plain.trim() !== "";
  }
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
};
