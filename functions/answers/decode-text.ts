import type { TextPart } from "./walk-mail.ts";

/** Unknown and obsolete charsets (utf-7, x-user-defined) are read as UTF-8: it never fails. */
const decodeCharset = (bytes: Uint8Array, charset: string): string => {
  const label = charset.trim().toLowerCase().replace(/^"|"$/g, "").replace(/\*.*$/, "");
  try {
    return new TextDecoder(
      /^(x-user-defined|utf-?7|unicode-1-1-utf-7|replacement)$/.test(label) ? "utf-8" : label || "utf-8",
    ).decode(bytes);
  } catch {
    // RangeError: no such charset. The rules look for ASCII words first.
    return new TextDecoder("utf-8").decode(bytes);
  }
};

const quotedPrintable = (text: string): Uint8Array =>
  Buffer.from(
    text
      // Anchored where white space begins, or a mail of blanks alone would be walked anew from each.
      .replace(/(?<![ \t])[ \t]+(?=\r?\n)/g, "")
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );

export const decodePart = (part: TextPart): string => {
  const raw = Buffer.from(part.body.buffer, part.body.byteOffset, part.body.byteLength);
  if (part.encoding === "base64") return decodeCharset(Buffer.from(raw.toString("latin1"), "base64"), part.charset);
  if (part.encoding === "quoted-printable") return decodeCharset(quotedPrintable(raw.toString("latin1")), part.charset);
  return decodeCharset(raw, part.charset);
};

/** RFC 2047 words in a header. Raw bytes are UTF-8 (RFC 6532). */
export const decodeHeader = (value: string): string => {
  const joined = value.slice(0, 8_000).replace(/\?=\s+(?==\?)/g, "?=");
  const words = joined.replace(
    /=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/gi,
    (_, charset: string, encoding: string, text: string) =>
      decodeCharset(
        encoding.toLowerCase() === "b" ? Buffer.from(text, "base64") : quotedPrintable(text.replace(/_/g, " ")),
        charset,
      ),
  );
  if (!/[\x80-\xff]/.test(joined)) return words;
  return decodeCharset(Buffer.from(joined, "latin1"), "utf-8");
};
