import { createHash } from "node:crypto";
import type { AttachmentFact } from "./mail-reading.ts";

/** Headers by lower-case name, each in order, unfolded and still encoded. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** A part that holds words for a reader or for a mail server. `body` is still in its transfer encoding. */
export type TextPart = { readonly type: string; readonly charset: string; readonly encoding: string; readonly body: Uint8Array };

/** A mail taken apart without decoding anything. Parts that are not text are known by type, size and hash alone. */
export type MailParts = {
  readonly headers: Headers;
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly texts: readonly TextPart[];
  readonly attachments: readonly AttachmentFact[];
  readonly cut: boolean;
};

/** Beyond these a mail is hostile or not for us; what is read up to there still counts, and `cut` says so. */
const caps = { headerBytes: 256 * 1024, headerFields: 1_000, depth: 8, parts: 200, textBytes: 256 * 1024 } as const;

/** Read as text: the writer's words, and what mail servers say to each other. A returned message is none of these and stays closed. */
const readable = new Set([
  "text/plain",
  "text/html",
  "message/delivery-status",
  "message/global-delivery-status",
  "message/feedback-report",
  "message/disposition-notification",
]);

const lineFeed = 10;

/**
 * Takes a mail apart by its boundaries. Linear in its size for each level of nesting, levels and parts are capped, nothing is
 * decoded, nothing copied but offsets. Never fails: what is not a mail is one text part.
 */
export const walkMail = (bytes: Uint8Array): MailParts => {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts: TextPart[] = [];
  const attachments: AttachmentFact[] = [];
  let cut = false;
  let parts = 0;
  let textLeft: number = caps.textBytes;

  const takeLeaf = (headers: Headers, type: string, parameters: ReadonlyMap<string, string>, body: Buffer) => {
    const isAttached = /^\s*attachment\b/i.test(first(headers, "content-disposition") ?? "") && type.startsWith("text/");
    if (!readable.has(type) || isAttached) {
      attachments.push({ type, sizeBytes: body.length, sha256: createHash("sha256").update(body).digest("hex") });
      return;
    }
    const kept = body.subarray(0, textLeft);
    if (kept.length < body.length) cut = true;
    textLeft -= kept.length;
    texts.push({
      type,
      charset: parameters.get("charset") ?? "utf-8",
      encoding: (first(headers, "content-transfer-encoding") ?? "").trim().toLowerCase(),
      body: kept,
    });
  };

  const take = (start: number, end: number, depth: number, isDigest: boolean): { headers: Headers; type: string; parameters: ReadonlyMap<string, string> } => {
    const block = readHeaders(mail, start, end);
    cut ||= block.cut;
    const { value, parameters } = readContentType(first(block.headers, "content-type") ?? (isDigest ? "message/rfc822" : "text/plain"));
    const boundary = parameters.get("boundary");
    if (value.startsWith("multipart/") && boundary && depth < caps.depth) {
      for (const [from, to] of sections(mail, block.bodyAt, end, boundary, caps.parts - parts)) {
        parts += 1;
        if (parts >= caps.parts) cut = true;
        take(from, to, depth + 1, value === "multipart/digest");
      }
    } else if (value.startsWith("multipart/") && depth > 0) {
      cut ||= depth >= caps.depth;
      takeLeaf(block.headers, value, parameters, mail.subarray(block.bodyAt, end));
    } else takeLeaf(block.headers, value.startsWith("multipart/") ? "text/plain" : value, parameters, mail.subarray(block.bodyAt, end));
    return { headers: block.headers, type: value, parameters };
  };
  const { headers, type, parameters } = take(0, mail.length, 0, false);
  return { headers, type, parameters, texts, attachments, cut };
};

export const first = (headers: Headers, name: string): string | undefined => headers.get(name)?.[0];

/** Headers end at the first empty line; a line without a colon that is no continuation ends them too, as broken senders do. */
const readHeaders = (mail: Buffer, start: number, end: number): { readonly headers: Headers; readonly bodyAt: number; readonly cut: boolean } => {
  const headers = new Map<string, string[]>();
  const stop = Math.min(end, start + caps.headerBytes);
  let at = start;
  let fields = 0;
  let current: string[] | undefined;
  while (at < stop) {
    const feed = mail.indexOf(lineFeed, at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    const line = mail.toString("latin1", at, Math.min(next, stop)).replace(/\r?\n$/, "");
    if (line === "") return { headers, bodyAt: next, cut: false };
    if (/^[ \t]/.test(line)) {
      const value = current?.at(-1);
      if (current && value !== undefined && value.length < 65_536) current[current.length - 1] = `${value} ${line.trim()}`;
    } else {
      const colon = line.indexOf(":");
      const name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : "";
      if (/^[\x21-\x39\x3b-\x7e]{1,80}$/.test(name)) {
        fields += 1;
        if (fields > caps.headerFields) return { headers, bodyAt: next, cut: true };
        current = headers.get(name) ?? [];
        current.push(line.slice(colon + 1).trim());
        headers.set(name, current);
      } else if (at !== start || !line.startsWith("From ")) {
        // A body that begins without an empty line; seen from broken mailers.
        if (fields > 0) return { headers, bodyAt: at, cut: false };
        return { headers, bodyAt: start, cut: false };
      }
    }
    at = next;
  }
  return { headers, bodyAt: Math.min(at, end), cut: at < end };
};

/** `multipart/report; report-type=delivery-status; boundary="x"`, quoted or not, RFC 2231 left alone. */
const readContentType = (header: string): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } => {
  const text = header.slice(0, 2_000);
  const value = /^\s*([a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+)/i.exec(text)?.[1]?.toLowerCase() ?? "text/plain";
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, plain = ""] of text.matchAll(/;\s*([a-z0-9_*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/gi)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted === undefined ? plain : quoted.replace(/\\(.)/g, "$1"));
  }
  return { value, parameters };
};

/** The ranges between delimiter lines. A boundary that only begins like ours is another's (RFC 2046 §5.1.1); a missing end is the end of the mail. */
const sections = (mail: Buffer, start: number, end: number, boundary: string, most: number): readonly (readonly [number, number])[] => {
  const delimiter = Buffer.from(`--${boundary}`, "latin1");
  const found: (readonly [number, number])[] = [];
  let open: number | undefined;
  let at = mail.indexOf(delimiter, start);
  while (at >= 0 && at < end) {
    const feed = mail.indexOf(lineFeed, at + delimiter.length);
    const lineEnd = feed < 0 || feed > end ? end : feed;
    const rest = mail.toString("latin1", at + delimiter.length, Math.min(lineEnd, at + delimiter.length + 80)).trim();
    const isAtLineStart = at === start || mail[at - 1] === lineFeed;
    if (isAtLineStart && (rest === "" || rest === "--")) {
      if (open !== undefined) {
        found.push([open, beforeLineEnd(mail, open, at)]);
        if (found.length >= most) return found;
      }
      open = rest === "--" ? undefined : Math.min(lineEnd + 1, end);
      if (rest === "--") return found;
    }
    at = mail.indexOf(delimiter, at + delimiter.length);
  }
  if (open !== undefined && found.length < most) found.push([open, end]);
  return found;
};

/** The line break before a delimiter belongs to it. */
const beforeLineEnd = (mail: Buffer, from: number, at: number): number => {
  const end = mail[at - 1] === lineFeed ? (mail[at - 2] === 13 ? at - 2 : at - 1) : at;
  return Math.max(from, end);
};
