import { createHash } from "node:crypto";
import * as z from "zod";
import { fail, ok, type Result } from "../kernel/result.ts";
import { keyNamedIn, type ReplyKeys, type ReplyToken, readReplyAddress } from "../notice/reply-address.ts";
import { decodeHeader } from "./decode-text.ts";
import type { BounceFact, MailReading } from "./mail-reading.ts";
import { readMail } from "./read-mail.ts";
import type { DmarcVerdict, Foreign, ReplyPointer, ReplyReading } from "./reply-reading.ts";
import { first, type Headers, walkMail } from "./walk-mail.ts";

const foreign = (why: string) => fail<Foreign>({ kind: "foreign", why });

/** RFC 3834 §5 and plain sense: a mail that went through more servers than this runs in a circle. */
const receivedAtMost = 50;

/**
 * A mail that came to a reply address: whose case it is about and what it says. Foreign without a valid token among its recipients, when it
 * is one of our own mails come back, or when it runs in a circle. SES's envelope is believed before headers, SES's verdict before any
 * header that the writer could have written. Touches nothing; `domain` is the settings' `replyDomain`.
 */
export const readReply = (
  bytes: Uint8Array,
  pointer: Pick<ReplyPointer, "recipients" | "dmarc">,
  keys: ReplyKeys,
  domain: string,
): Result<ReplyReading, Foreign> => {
  const headers = headersOf(bytes);
  if ((headers.get("received")?.length ?? 0) > receivedAtMost) return foreign("went through too many servers");
  if (headers.has("x-case-attempt")) return foreign("a mail of our own");
  const token = tokenAmong(pointer.recipients ?? recipientsIn(headers, domain), keys, domain);
  if (!token) return foreign("no valid token");
  const mail = readMail(bytes);
  // Nobody writes from the reply domain: it only receives.
  if (mail.fromDomain === domain) return foreign("a mail of our own");
  return ok({ ...token, ...wordOf(mail), dmarc: pointer.dmarc ?? dmarcIn(headers), mailHash: hashOf(headers, mail, bytes) });
};

const headersOf = (bytes: Uint8Array): Headers => walkMail(bytes.subarray(0, 512 * 1024)).headers;

/** The names of the keys that a mail's reply addresses would be made with, whoever wrote them. */
export const keyNamesIn = (bytes: Uint8Array, { recipients }: Pick<ReplyPointer, "recipients">, domain: string): readonly string[] => [
  ...new Set((recipients ?? recipientsIn(headersOf(bytes), domain)).slice(0, 100).flatMap((address) => keyNamedIn(address, domain) ?? [])),
];

/**
 * A mail that SES takes in twice differs in its Received lines, so a mail is known by its Message-ID (RFC 5322 §3.6.4) and what it says; one
 * without, as some servers write, by its bytes. The words are in it since whoever writes chooses the Message-ID.
 */
const hashOf = (headers: Headers, { subject, text }: MailReading, bytes: Uint8Array): string => {
  const id = first(headers, "message-id");
  return createHash("sha256")
    .update(id ? JSON.stringify([id, subject, text]) : bytes)
    .digest("hex");
};

const wordOf = (mail: MailReading) => {
  const bounce: BounceFact | undefined = mail.class === "bounce" ? mail.bounce : undefined;
  return {
    // A server's word that the mail arrived is no answer and no bounce.
    replyClass: bounce?.succeeded ? ("auto-reply" as const) : mail.class,
    rule: mail.rule,
    ...(bounce && { bounce }),
    ...(mail.ticket && { ticket: mail.ticket }),
    ...(mail.form && { form: { url: mail.form, scope: "platform" as const } }),
    ...(mail.namedParty && { namedParty: mail.namedParty }),
    ...(mail.fromDomain && { fromDomain: mail.fromDomain }),
    subject: mail.subject,
    text: mail.text,
    attachments: mail.attachments,
  };
};

/** One token alone: a mail to the addresses of two cases says for neither which it means, and the first valid one is taken only if all agree. */
const tokenAmong = (recipients: readonly string[], keys: ReplyKeys, domain: string): ReplyToken | undefined => {
  const tokens = recipients.slice(0, 100).flatMap((address) => readReplyAddress(address, keys, domain) ?? []);
  const [only] = tokens;
  return tokens.every((token) => token.caseId === only?.caseId && token.noticeToken === only.noticeToken) ? only : undefined;
};

/** Addresses at our reply domain in the headers that mail systems write when they deliver, and in To and Cc. */
const recipientsIn = (headers: Headers, domain: string): readonly string[] =>
  ["delivered-to", "x-original-to", "envelope-to", "to", "cc", "received"]
    .flatMap((name) => (headers.get(name) ?? []).slice(0, 20))
    .flatMap((value) => [...decodeHeader(value).matchAll(/c\.[a-z0-9.-]{10,62}@[a-z0-9.-]{1,253}/gi)].map(([address]) => address.replace(/\.$/, "")))
    .filter((address) => address.toLowerCase().endsWith(`@${domain}`));

/**
 * SES writes its Authentication-Results on top of the mail, so the first is SES's and any below it may be the writer's own invention.
 * RFC 8601 §5 asks for the authserv-id to be compared.
 */
const dmarcIn = (headers: Headers): DmarcVerdict => {
  const result = headers.get("authentication-results")?.[0] ?? "";
  const verdict = /^\s*amazonses\.com\s*;/i.test(result) ? /\bdmarc=(\w+)/i.exec(result)?.[1]?.toLowerCase() : undefined;
  return verdict === "pass" || verdict === "fail"
    ? verdict
    : verdict === undefined
      ? "none"
      : verdict === "temperror" || verdict === "permerror"
        ? "processing-failed"
        : "gray";
};

const receipt = z.object({
  notificationType: z.literal("Received"),
  receipt: z.object({
    recipients: z.array(z.string()).optional(),
    dmarcVerdict: z.object({ status: z.string() }).optional(),
    action: z.object({ type: z.literal("S3"), bucketName: z.string().optional(), objectKey: z.string().min(1).max(1024) }),
  }),
});
const bucketNotice = z.object({
  Records: z.array(z.object({ s3: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string().min(1).max(3072) }) }) })).min(1),
});
const bridged = z.object({
  source: z.literal("aws.s3"),
  detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string().min(1).max(3072) }) }),
});
const sns = z.object({ Type: z.literal("Notification"), Message: z.string() });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is an answer: the message names no mail.
    return undefined;
  }
};

const verdicts: Readonly<Record<string, DmarcVerdict>> = { PASS: "pass", FAIL: "fail", GRAY: "gray", PROCESSING_FAILED: "processing-failed" };

/**
 * Where SES put the mails that a queue message names: SES's receipt notification (inside SNS or bare), S3's own event, or that by EventBridge.
 * Foreign for S3's test event and anything else.
 */
export const readReplyPointers = (body: string): Result<readonly ReplyPointer[], Foreign> => {
  const outer = parsed(body);
  const wrapped = sns.safeParse(outer);
  const message = wrapped.success ? parsed(wrapped.data.Message) : outer;
  const received = receipt.safeParse(message);
  if (received.success) {
    const { action, recipients, dmarcVerdict } = received.data.receipt;
    const dmarc = dmarcVerdict && verdicts[dmarcVerdict.status];
    return ok([{ key: action.objectKey, ...(action.bucketName && { bucket: action.bucketName }), ...(recipients && { recipients }), ...(dmarc && { dmarc }) }]);
  }
  const records = bucketNotice.safeParse(message);
  // S3 writes keys in its events as form data: spaces are plus signs.
  if (records.success) return ok(records.data.Records.map(({ s3 }) => ({ bucket: s3.bucket.name, key: decoded(s3.object.key) })));
  const event = bridged.safeParse(message);
  return event.success ? ok([{ bucket: event.data.detail.bucket.name, key: event.data.detail.object.key }]) : foreign("names no mail");
};

const decoded = (key: string): string => {
  try {
    return decodeURIComponent(key.replace(/\+/g, " "));
  } catch {
    // A key with a bare percent sign was not encoded at all.
    return key;
  }
};
