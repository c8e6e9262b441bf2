import { type Header, headerOf, readHeaders } from "../mime-headers.ts";

/**
 * The subject with its encoded words read (RFC 2047), for UTF-8 alone: our own mails hold nothing
 * else.
 */
export const subjectText = (headers: readonly Header[]): string =>
  (headerOf(headers, "subject") ?? "")
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, how: string, text: string) =>
      how.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : unquote(text.replace(/_/g, " ")),
    );

const linesAtMost = 12;

/** The first lines of a notice's text as a desk's mail program quotes them. */
export const quotedText = (raw: Buffer): string =>
  firstText(raw.toString("latin1"))
    .split(/\r?\n/)
    .slice(0, linesAtMost)
    .map((line) => `> ${line}`)
    .join("\n");

/** The text of a mail, of its first part, as a person reads it. */
export const firstText = (mail: string): string => {
  const split = /\r?\n\r?\n/.exec(mail);
  if (!split) return "";
  const headers = readHeaders(mail);
  const body = mail.slice(split.index + split[0].length);
  const boundary = /boundary="?([^";]+)"?/i.exec(headerOf(headers, "content-type") ?? "")?.[1];
  if (boundary !== undefined) {
    const [, part = ""] = body.split(`--${boundary}`);
    return firstText(part.replace(/^\r?\n/, ""));
  }
  const encoding = (headerOf(headers, "content-transfer-encoding") ?? "").toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return unquote(body.replace(/=\r?\n/g, ""));
  return Buffer.from(body, "latin1").toString("utf8");
};

const unquote = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
