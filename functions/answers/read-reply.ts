import { createHash } from "node:crypto";
import { mailDomainOf } from "../kernel/mailbox.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { keyNamedIn, type ReplyKeys, type ReplyToken, readReplyAddress } from "../notice/reply-address.ts";
import { decodeHeader } from "./decode-text.ts";
import type { MailReading } from "./mail-reading.ts";
import type { ProseReader } from "./prose/read-prose.ts";
import { readParts } from "./read-mail.ts";
import type { DmarcVerdict, Foreign, ReplyPointer, ReplyReading } from "./reply-reading.ts";
import { first, type Headers, headersOf, walkMail } from "./walk-mail.ts";

const foreign = (why: string) => fail<Foreign>({ kind: "foreign", why });

/** RFC 3834 §5 and plain sense: a mail that went through more servers than this is in a loop. */
const receivedAtMost = 50;

/**
 * A mail to a reply address: which cases it is about and what it says. Foreign without a valid token among its
 * recipients, when it is our own mail come back, or in a loop. The recipients of SES's receipt are the envelope's.
 * Its verdict is needed beside the header's: it does not say which domain it judged, and the writer may have
 * written part of the header. Touches nothing. `domains`: where desks answer, or did (`replyDomainsOf`).
 */
export const readReply = (
  bytes: Uint8Array,
  pointer: Pick<ReplyPointer, "recipients" | "dmarc">,
  keys: ReplyKeys,
  domains: readonly string[],
  reader: ProseReader,
): Result<ReplyReading, Foreign> => {
  const parts = walkMail(bytes);
  const { headers } = parts;
  if ((headers.get("received")?.length ?? 0) > receivedAtMost) return foreign("went through too many servers");
  if (headers.has("x-case-attempt")) return foreign("a mail of our own");
  const about = tokensAmong(pointer.recipients ?? recipientsIn(headers, domains), keys, domains);
  if (about.length === 0) return foreign("no valid token");
  const mail = readParts(parts, reader);
  // Nobody writes from a reply domain: it only receives.
  if (isAt(mail.from, domains)) return foreign("a mail of our own");
  const dmarc = dmarcOf(pointer, headers, mail.from);
  return ok({
    about,
    ...wordOf(mail),
    dmarc,
    mailHash: hashOf(headers, mail, bytes, dmarc === "pass" ? mail.from : undefined),
    ...plainIdOf(headers),
    ...answeredIn(headers),
  });
};

/** Names of the keys that a mail's reply addresses claim, whoever wrote them. */
export const keyNamesIn = (
  bytes: Uint8Array,
  { recipients }: Pick<ReplyPointer, "recipients">,
  domains: readonly string[],
): readonly string[] => [
  ...new Set(
    (recipients ?? recipientsIn(headersOf(bytes), domains))
      .slice(0, recipientsAtMost)
      .flatMap((address) => keyNamedIn(address, domains) ?? []),
  ),
];

/**
 * A mail that SES takes in twice differs in Received, so it is known by Message-ID (RFC 5322 §3.6.4) and words, or
 * without one by its bytes. Words: the writer chooses the Message-ID. Proven sender: whoever has a copy of the
 * desk's mail can send both again, and faster.
 */
const hashOf = (
  headers: Headers,
  { subject, text }: MailReading,
  bytes: Uint8Array,
  proven: string | undefined,
): string => {
  const id = first(headers, "message-id");
  return createHash("sha256")
    .update(id ? JSON.stringify([id, subject, text]) : bytes)
    .update(proven ?? "")
    .digest("hex");
};

/** RFC 5322 §3.6.4, without quotes and comments: others are repeated in no mail of ours. */
const plainId = /^<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,100}@[A-Za-z0-9.-]{1,100}>$/;
const plainIdOf = (headers: Headers): Pick<ReplyReading, "messageId"> => {
  const ids = headers.get("message-id") ?? [];
  const [id = ""] = ids;
  return ids.length === 1 && plainId.test(id.trim()) ? { messageId: id.trim() } : {};
};

/** A thread's last mails are at the end of References, which long threads fill. */
const answersAtMost = 50;
const answeredIn = (headers: Headers): Pick<ReplyReading, "answers"> => {
  const named = ["references", "in-reply-to"]
    .flatMap((name) => (headers.get(name) ?? []).slice(0, 2))
    .flatMap((value) => [...value.slice(-8_192).matchAll(/<([A-Za-z0-9._-]{1,120})@[A-Za-z0-9.-]{1,100}>/g)])
    .flatMap(([, id]) => id ?? []);
  return named.length === 0 ? {} : { answers: [...new Set(named.reverse())].slice(0, answersAtMost) };
};

const wordOf = ({ class: read, form, cut: _, ...mail }: MailReading) => ({
  ...mail,
  // A server's word that the mail arrived is no answer and no bounce.
  replyClass: mail.bounce?.means === "delivered" ? ("auto-reply" as const) : read,
  form: form === undefined ? undefined : { url: form, scope: "platform" as const },
});

/** SES takes a mail for no more (SES Developer Guide, "Quotas related to email receiving"). */
const recipientsAtMost = 100;

/** Each case and notice addressed, once: a desk that merged its tickets answers them all in one mail. */
const tokensAmong = (
  recipients: readonly string[],
  keys: ReplyKeys,
  domains: readonly string[],
): readonly ReplyToken[] => {
  const tokens = recipients
    .slice(0, recipientsAtMost)
    .flatMap((address) => readReplyAddress(address, keys, domains) ?? []);
  return tokens.filter(
    ({ caseId, noticeToken }, at) =>
      tokens.findIndex((other) => other.caseId === caseId && other.noticeToken === noticeToken) === at,
  );
};

/** Addresses at our reply domains in the headers of delivering mail systems, To and Cc. */
const recipientsIn = (headers: Headers, domains: readonly string[]): readonly string[] =>
  ["delivered-to", "x-original-to", "envelope-to", "to", "cc", "received"]
    .flatMap((name) => (headers.get(name) ?? []).slice(0, 20))
    .flatMap((value) =>
      [...decodeHeader(value).matchAll(/c\.[a-z0-9.-]{10,62}@[a-z0-9.-]{1,253}/gi)].map(([address]) =>
        address.replace(/\.$/, ""),
      ),
    )
    .filter((address) => isAt(address.toLowerCase(), domains));

const isAt = (address: string | undefined, domains: readonly string[]): boolean =>
  domains.some((domain) => address?.endsWith(`@${domain}`));

/** Both say so, or the sender is not proven. */
const dmarcOf = ({ dmarc }: Pick<ReplyPointer, "dmarc">, headers: Headers, from: string | undefined): DmarcVerdict =>
  dmarc === "pass" ? dmarcIn(headers, from) : dmarc;

/**
 * SES puts its Authentication-Results on top, so the first is SES's (RFC 8601 §5), and one below From is the
 * sender's. SES's holds the sender's words (envelope address, HELO name), and SES's word on DMARC behind them: only
 * the last clause is read, if it is about the domain of From and no other clause looks like it.
 */
export const dmarcIn = (headers: Headers, from: string | undefined): DmarcVerdict => {
  const result = first(headers, "authentication-results") ?? "";
  // Names are in order of first occurrence.
  const higher = [...headers.keys()].find((name) => name === "from" || name === "authentication-results");
  if (higher === "from") return "none";
  if (!/^\s*amazonses\.com\s*;/i.test(result) || result.length > resultsCharactersAtMost) return "none";
  const [, verdict, of] = /;\s*dmarc=(\w{1,20}) header\.from=([^\s;]{1,253})\s*;?\s*$/i.exec(result.slice(-400)) ?? [];
  if (verdict === undefined || from === undefined || mailDomainOf(from) !== of?.toLowerCase()) return "none";
  const read = headerVerdicts[verdict.toLowerCase()] ?? "gray";
  return read === "pass" && (result.match(/dmarc=/gi) ?? []).length > 1 ? "none" : read;
};

/** A longer one may have been cut where its writer liked. */
const resultsCharactersAtMost = 16_384;
const headerVerdicts: Readonly<Record<string, DmarcVerdict>> = {
  pass: "pass",
  fail: "fail",
  temperror: "processing-failed",
  permerror: "processing-failed",
};
