import { belowQuote, withoutOurParagraphs } from "./below-quote.ts";
import { partedByDisclaimers } from "./disclaimers.ts";
import { isMarkedQuote, quoteAt, replyAbove, withoutOurNotice } from "./quoted-mail.ts";
import { inAnyLanguage } from "./replies/mail-words.ts";
import { withoutMarkup } from "./text-of-html.ts";

/** Replaces data. No word, or a long link would be read as the desk's word that something is removed. */
export const setAside = "[…]";

/** No answer needs more; a person reads the whole mail where it lies. */
const charactersAtMost = 16_384;

/** RFC 3676 §4.3, phones' lines. Lower case: case-insensitive patterns compile to ten times the length. */
const signatureBegins = new RegExp(String.raw`^\s*(--\s*|\*?(?:${inAnyLanguage("fromPhone")})\*?)$`, "u");

/**
 * `below`: what a person is shown of the part cut off (`belowQuote`). `aside`: what else was set aside below a
 * quote or signature line and may be the writer's own. `standing`: what begins as a standing text.
 */
export type Words = {
  readonly text: string;
  readonly below?: string;
  readonly aside: string;
  readonly standing: string;
};

/**
 * The writer's own words: without quoted lines and mails, signature, standing legal texts, leftover HTML, pasted
 * base64, `data:` addresses (which may be a picture) and invisible characters.
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
    // At the top: a ticket system's line above its own words, or a quote that is answered below.
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
