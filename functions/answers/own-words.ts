import { belowQuote, withoutOurParagraphs } from "./below-quote.ts";
import { partedByDisclaimers } from "./disclaimers.ts";
import { isMarkedQuote, quoteAt, replyAbove, withoutOurNotice } from "./quoted-mail.ts";
import { inAnyLanguage } from "./replies/mail-words.ts";
import { withoutMarkup } from "./text-of-html.ts";

/**
 * Stands where data were. A mark and no word: what we write ourselves must say nothing in any
 * language, or a long link would be read as the desk's word that something is removed.
 */
export const setAside = "[…]";

/** No answer needs more; a person reads the whole mail where it lies. */
const charactersAtMost = 16_384;

/**
 * RFC 3676 §4.3, and what phones write; in small letters, since a pattern that takes letters of either size is
 * compiled to ten times its length.
 */
const signatureBegins = new RegExp(String.raw`^\s*(--\s*|\*?(?:${inAnyLanguage("fromPhone")})\*?)$`, "u");

/**
 * The writer's own words; `below`: what a person is shown of the part that was cut off (`belowQuote`); `aside`: what
 * else was set aside below a quote or a signature's line and may be the writer's own; `standing`: what begins as a
 * standing text.
 */
export type Words = {
  readonly text: string;
  readonly below?: string;
  readonly aside: string;
  readonly standing: string;
};

/**
 * What the writer wrote themselves: without quoted lines, quoted mails, signature, standing legal
 * texts, leftovers of HTML, pasted base64 and `data:` addresses (which may be a picture), and
 * without characters that nobody sees.
 */
export const ownWords = (text: string): Words => {
  const kept: string[] = [];
  let length = 0;
  let hasOwnWords = false;
  let cut: readonly string[] = [];
  const lines = withoutMarkup(text.slice(0, charactersAtMost * 4))
    .split(/\r\n|\r|\n/)
    .map((raw) =>
      raw.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => (character === "\t" ? " " : "")).trimEnd(),
    );
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    // At the top of a mail: a ticket system's line above its own words, or a quote under which the
    // writer answers.
    if (!hasOwnWords && (replyAbove.test(line.slice(0, 200)) || isMarkedQuote(lines, at))) continue;
    const quote = quoteAt(lines, at, hasOwnWords);
    if (quote === "to the end" || signatureBegins.test(line.slice(0, 200).toLowerCase())) {
      cut = lines.slice(at);
      break;
    }
    if (quote > 0) {
      at += quote - 1;
      continue;
    }
    if (/^\s*[>|]/.test(line) || /^\s*[A-Za-z0-9+/]{60,}={0,2}\s*$/.test(line)) continue;
    const plain = line
      .replace(/\bdata:[a-z0-9.+/-]{0,100}[;,]\S*/gi, setAside)
      .replace(/[A-Za-z0-9+/]{200,}={0,2}/g, setAside);
    length += plain.length + 1;
    if (length > charactersAtMost) break;
    kept.push(plain);
    hasOwnWords ||= plain.trim() !== "";
  }
  const written = kept.join("\n");
  const above = withoutOurNotice(written);
  const parted = partedByDisclaimers(above);
  const own = parted.own.replace(/\n{3,}/g, "\n\n").trim();
  const rest = [written.slice(above.length), ...cut].join("\n");
  const below = belowQuote(rest, own !== "");
  const unmarked = rest.replace(/^\s*>.*$/gm, "");
  const aside = withoutOurParagraphs(unmarked).slice(0, charactersAtMost).trim();
  return { text: own, ...(below !== undefined && { below }), aside, standing: parted.standing };
};
