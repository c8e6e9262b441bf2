import type { TextPart } from "./walk-mail.ts";

/** Bytes in a named charset as text. Unknown and obsolete charsets (utf-7, x-user-defined) are read as UTF-8, else Latin-1: lossy, never failing. */
const decodeCharset = (bytes: Uint8Array, charset: string): string => {
  const label = charset.trim().toLowerCase().replace(/^"|"$/g, "").replace(/\*.*$/, "");
  try {
    return new TextDecoder(/^(x-user-defined|utf-?7|unicode-1-1-utf-7|replacement)$/.test(label) ? "utf-8" : label || "utf-8").decode(bytes);
  } catch {
    // RangeError: no such charset. Which one was meant can't be known; the rules look for ASCII words first.
    return new TextDecoder("utf-8").decode(bytes);
  }
};

const quotedPrintable = (text: string): Uint8Array =>
  Buffer.from(
    text
      // Looked for where white space begins, or a mail of nothing else would be walked anew from each blank.
      .replace(/(?<![ \t])[ \t]+(?=\r?\n)/g, "")
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );

/** A readable part's text. */
export const decodePart = (part: TextPart): string => {
  const raw = Buffer.from(part.body.buffer, part.body.byteOffset, part.body.byteLength);
  if (part.encoding === "base64") return decodeCharset(Buffer.from(raw.toString("latin1"), "base64"), part.charset);
  if (part.encoding === "quoted-printable") return decodeCharset(quotedPrintable(raw.toString("latin1")), part.charset);
  return decodeCharset(raw, part.charset);
};

/** RFC 2047 words in a header. Raw bytes are UTF-8 where they are valid as such (RFC 6532), else Latin-1. */
export const decodeHeader = (value: string): string => {
  const joined = value.slice(0, 8_000).replace(/\?=\s+(?==\?)/g, "?=");
  const words = joined.replace(/=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/gi, (_, charset: string, encoding: string, text: string) =>
    decodeCharset(encoding.toLowerCase() === "b" ? Buffer.from(text, "base64") : quotedPrintable(text.replace(/_/g, " ")), charset),
  );
  if (!/[\x80-\xff]/.test(joined)) return words;
  return decodeCharset(Buffer.from(joined, "latin1"), "utf-8");
};

const breaking = new Set(["br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "hr", "table", "ul", "ol"]);
/** Dropped with all inside. A blockquote is what somebody else wrote. */
const dropped = new Set(["script", "style", "head", "title", "blockquote", "svg", "template"]);
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
};

/** The words of an HTML part, in one pass. No tag, attribute or address in it is kept or followed. */
export const textOfHtml = (html: string): string => {
  const lower = html.toLowerCase();
  const pieces: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    pieces.push(html.slice(at, open < 0 ? undefined : open));
    if (open < 0) break;
    const close = html.indexOf(">", open);
    if (close < 0) break;
    const name = /^[a-z0-9]+/.exec(lower.slice(open + 1, open + 21).replace(/^\//, ""))?.[0] ?? "";
    at = close + 1;
    if (breaking.has(name)) pieces.push("\n");
    if (dropped.has(name) && lower[open + 1] !== "/") {
      const end = lower.indexOf(`</${name}`, at);
      if (end < 0) break;
      at = end;
    }
  }
  return pieces.join("").replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return Object.hasOwn(entities, entity) ? (entities[entity] ?? whole) : whole;
    const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : " ";
  });
};
