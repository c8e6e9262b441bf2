import { createHash } from "node:crypto";
import type { AttachmentFact } from "./mail-reading.ts";

/** By lower-case name, each in order, unfolded and still encoded. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** Holds words for a reader or a mail server. `body` is still in its transfer encoding. */
export type TextPart = {
  readonly type: string;
  readonly charset: string;
  readonly encoding: string;
  readonly body: Uint8Array;
};

/** A mail taken apart, nothing decoded. Parts that are not text are known by type, size and hash alone. */
export type MailParts = {
  readonly headers: Headers;
  /** The head was read up to its empty line, and each line of it is one to every reader (RFC 5322 §2.2). */
  readonly isHeadWhole: boolean;
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly texts: readonly TextPart[];
  readonly attachments: readonly AttachmentFact[];
  readonly cut: boolean;
};

/** Beyond these a mail is hostile or not for us; what was read counts, and `cut` says so. */
const caps = { headerBytes: 256 * 1024, headerFields: 1_000, depth: 8, parts: 200, textBytes: 256 * 1024 } as const;

/** Read as text: the writer's words, and mail servers' reports. A returned message stays closed. */
const readable = new Set([
  "text/plain",
  "text/html",
  "message/delivery-status",
  "message/global-delivery-status",
  "message/feedback-report",
  "message/disposition-notification",
]);

const lineFeed = 10;

/** An open multipart: how its delimiter lines begin, and its parts' type where they name none. */
type Multipart = { readonly delimiter: Buffer; readonly partType: string };

/**
 * Takes a mail apart by its boundaries in one walk; each possible delimiter line is compared with the few open
 * multiparts. Parts are capped, nothing is decoded, nothing copied but offsets. Never fails: what is no mail is one
 * text part. Time: linear in the mail's size, however nested.
 */
export const walkMail = (bytes: Uint8Array): MailParts => {
  const mail = bufferOf(bytes);
  const texts: TextPart[] = [];
  const attachments: AttachmentFact[] = [];
  let cut = false;
  let textLeft: number = caps.textBytes;

  const takeLeaf = (headers: Headers, type: string, parameters: ReadonlyMap<string, string>, body: Buffer) => {
    const isAttached =
      /^\s*attachment\b/i.test(first(headers, "content-disposition") ?? "") && type.startsWith("text/");
    if (!readable.has(type) || isAttached) {
      attachments.push(attachmentOf(type, body));
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

  /** Reads a part from its headers on, and gives the delimiter that ends it, if any. */
  const take = (start: number, open: readonly Multipart[], type: string) => {
    const block = readHeaders(mail, start, open);
    cut ||= block.cut;
    const { value, parameters } = readContentType(first(block.headers, "content-type") ?? type);
    const boundary = parameters.get("boundary");
    const isMultipart = value.startsWith("multipart/");
    if (isMultipart && boundary && open.length < caps.depth) {
      const inner = {
        delimiter: Buffer.from(`--${boundary}`, "latin1"),
        partType: value === "multipart/digest" ? "message/rfc822" : "text/plain",
      };
      return { ...block, value, parameters, opens: inner, ends: nextDelimiter(mail, block.bodyAt, [...open, inner]) };
    }
    const ends = nextDelimiter(mail, block.bodyAt, open);
    cut ||= isMultipart && open.length >= caps.depth;
    const leafType = isMultipart && open.length === 0 ? "text/plain" : value;
    takeLeaf(
      block.headers,
      leafType,
      parameters,
      mail.subarray(block.bodyAt, ends ? beforeLineEnd(mail, block.bodyAt, ends.at) : mail.length),
    );
    return { ...block, value, parameters, opens: undefined, ends };
  };

  const { headers, isWhole: isHeadWhole, value: type, parameters, opens: outermost, ends } = take(0, [], "text/plain");
  let open: readonly Multipart[] = outermost ? [outermost] : [];
  let at = ends;
  for (let parts = 0; at && !(at.closes && at.level === 0); ) {
    open = open.slice(0, at.closes ? at.level : at.level + 1);
    if (at.closes) {
      // What stands between a multipart's end and the next outer delimiter is nobody's.
      at = nextDelimiter(mail, at.next, open);
      continue;
    }
    parts += 1;
    if (parts > caps.parts) {
      cut = true;
      break;
    }
    const part = take(at.next, open, open.at(-1)?.partType ?? "text/plain");
    if (part.opens) open = [...open, part.opens];
    at = part.ends;
  }
  return { headers, isHeadWhole, type, parameters, texts, attachments, cut };
};

const attachmentOf = (type: string, body: Buffer): AttachmentFact => ({
  type,
  sizeBytes: body.length,
  // On demand: for a large mail it takes longer than all else.
  get sha256() {
    return createHash("sha256").update(body).digest("hex");
  },
});

export const headersOf = (bytes: Uint8Array): Headers => readHeaders(bufferOf(bytes), 0, []).headers;

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const first = (headers: Headers, name: string): string | undefined => headers.get(name)?.[0];

/** Headers end at an empty line, a line without colon (broken senders), or an outer delimiter. */
const readHeaders = (
  mail: Buffer,
  start: number,
  open: readonly Multipart[],
): { readonly headers: Headers; readonly bodyAt: number; readonly cut: boolean; readonly isWhole: boolean } => {
  const headers = new Map<string, string[]>();
  const end = mail.length;
  const stop = Math.min(end, start + caps.headerBytes);
  let at = start;
  let fields = 0;
  let current: string[] | undefined;
  let isClean = true;
  while (at < stop) {
    if (delimiterAt(mail, at, open)) return { headers, bodyAt: at, cut: false, isWhole: false };
    const feed = mail.indexOf(lineFeed, at);
    const next = feed < 0 ? end : feed + 1;
    const line = mail.toString("latin1", at, Math.min(next, stop)).replace(/\r?\n$/, "");
    if (line === "") return { headers, bodyAt: next, cut: false, isWhole: isClean };
    // Some readers end a line or a text here, others go on (RFC 5322 §2.2, §4.1).
    isClean &&= !/[\r\0]/.test(line);
    if (/^[ \t]/.test(line)) {
      const value = current?.at(-1);
      if (current && value !== undefined && value.length < 65_536)
        current[current.length - 1] = `${value} ${line.trim()}`;
    } else {
      const colon = line.indexOf(":");
      const name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : "";
      if (/^[\x21-\x39\x3b-\x7e]{1,80}$/.test(name)) {
        fields += 1;
        if (fields > caps.headerFields) return { headers, bodyAt: next, cut: true, isWhole: false };
        current = headers.get(name) ?? [];
        current.push(line.slice(colon + 1).trim());
        headers.set(name, current);
      } else if (at !== start || !line.startsWith("From ")) {
        // A body without an empty line before it; seen from broken mailers.
        if (fields > 0) return { headers, bodyAt: at, cut: false, isWhole: false };
        return { headers, bodyAt: start, cut: false, isWhole: false };
      }
    }
    at = next;
  }
  return { headers, bodyAt: Math.min(at, end), cut: at < end, isWhole: isClean && at === end };
};

/** `multipart/report; report-type=delivery-status; boundary="x"`, quoted or not, RFC 2231 left alone. */
const readContentType = (
  header: string,
): { readonly value: string; readonly parameters: ReadonlyMap<string, string> } => {
  const text = header.slice(0, 2_000);
  const value = /^\s*([a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+)/i.exec(text)?.[1]?.toLowerCase() ?? "text/plain";
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, plain = ""] of text.matchAll(
    /;\s*([a-z0-9_*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/gi,
  )) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted === undefined ? plain : quoted.replace(/\\(.)/g, "$1"));
  }
  return { value, parameters };
};

/** Where a delimiter line and the next line begin, its multipart, and whether it ends that one. */
type Delimiter = { readonly at: number; readonly next: number; readonly level: number; readonly closes: boolean };

const dashes = Buffer.from("\n--", "latin1");

/** The first delimiter line from a line's start on; of several multiparts the outermost counts. */
const nextDelimiter = (mail: Buffer, from: number, open: readonly Multipart[]): Delimiter | undefined => {
  if (open.length === 0) return undefined;
  let at = from;
  while (at >= 0 && at < mail.length) {
    const found = delimiterAt(mail, at, open);
    if (found) return found;
    const before = mail.indexOf(dashes, at);
    at = before < 0 ? -1 : before + 1;
  }
  return undefined;
};

/** A boundary that only begins like ours is another's (RFC 2046 §5.1.1). */
const delimiterAt = (mail: Buffer, at: number, open: readonly Multipart[]): Delimiter | undefined => {
  if (mail[at] !== 45 || mail[at + 1] !== 45) return undefined;
  for (const [level, { delimiter }] of open.entries()) {
    const behind = at + delimiter.length;
    if (
      behind > mail.length ||
      !mayFollow.has(mail[behind]) ||
      mail.compare(delimiter, 0, delimiter.length, at, behind) !== 0
    )
      continue;
    const [rest = ""] = mail.toString("latin1", behind, behind + restAtMost).split("\n", 1);
    const says = rest.trim();
    if (says !== "" && says !== "--") continue;
    const feed = mail.indexOf(lineFeed, behind);
    return { at, next: feed < 0 ? mail.length : feed + 1, level, closes: says === "--" };
  }
  return undefined;
};

/** Behind a delimiter: white space, the last one's dashes, or the mail's end. */
const mayFollow: ReadonlySet<number | undefined> = new Set([9, 10, 13, 32, 45, undefined]);
/** Trailing white space of a delimiter line. */
const restAtMost = 80;

/** The line break before a delimiter belongs to it. */
const beforeLineEnd = (mail: Buffer, from: number, at: number): number => {
  const end = mail[at - 1] === lineFeed ? (mail[at - 2] === 13 ? at - 2 : at - 1) : at;
  return Math.max(from, end);
};
