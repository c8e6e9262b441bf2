import { bounceMeaning, tellingStatus } from "./bounce-meaning.ts";
import * as rules from "./bounce-rules.ts";
import { decodeHeader } from "./decode-text.ts";
import { fromMailbox } from "./from-mailbox.ts";
import type { BounceFact } from "./mail-reading.ts";
import { first, type Headers, type MailParts } from "./walk-mail.ts";

/** A mail as the bounce rules see it, with its text and its report for machines decoded. */
export type SeenMail = {
  readonly parts: MailParts;
  readonly subject: string;
  /** As it seems; proves nobody. */
  readonly fromAddress: string;
  readonly fromName: string;
  /** All text parts, with quotes. */
  readonly text: string;
  /** `message/delivery-status`, RFC 3464 §2. */
  readonly status: string;
  /** `message/feedback-report`, RFC 5965 §3. */
  readonly feedback: string;
};

/**
 * The rule by which a mail is a delivery report, or `undefined`. Structure first (RFC 3464), then the words of
 * servers without it. Reports of success count, too: `readBounce` tells them apart.
 */
export const bounceRule = (mail: SeenMail): string | undefined => {
  const { parts, status, subject, text } = mail;
  const head = aboveReturnedMail(text);
  if (/^(final-recipient|original-recipient|action|status|reporting-mta|diagnostic-code)\s*:/im.test(status))
    return "delivery report (RFC 3464)";
  if (
    /^(action\s*:\s*(failed|delayed)|final-recipient\s*:)/im.test(head) &&
    /^(status\s*:\s*[45]\.\d|diagnostic-code\s*:|reporting-mta\s*:)/im.test(head)
  )
    return "delivery report in the text";
  if (parts.headers.has("x-failed-recipients")) return "X-Failed-Recipients";
  const isReport =
    parts.type === "multipart/report" && parts.parameters.get("report-type")?.toLowerCase() === "delivery-status";
  const bySystem = isMailSystem(mail);
  const saysSubject = rules.returnedSubject.test(subject);
  const saysText = rules.returnedText.some((rule) => rule.test(head));
  if (isReport && (bySystem || saysSubject || saysText)) return "delivery report without its part";
  if (bySystem && (saysSubject || saysText)) return "mail system gives back";
  if (hasNullSender(parts.headers) && saysSubject && saysText) return "empty sender gives back";
  if (isSesNotification(mail, head)) return "SES notification";
  return saysSubject && saysText && givesBackInWords(head, subject) ? "gives back in words" : undefined;
};

const isSesNotification = ({ fromAddress }: SeenMail, head: string): boolean =>
  /"(notificationType|eventType)\\?"\s*:\s*\\?"(Bounce|Delivery)/.test(head) &&
  /amazon(aws|ses)\.com$/.test(fromAddress);

/** What Exchange, Domino and gateways send in a postmaster's or person's name. */
const givesBackInWords = (head: string, subject: string): boolean =>
  /\b(failed|undeliver|deliver|returned|unknown|recipient)/i.test(head) &&
  head.length < 20_000 &&
  mentionsAddress(head) &&
  !isReplySubject(subject);

/** "Re: delivery failed" is a person's answer to such a mail. */
const isReplySubject = (subject: string): boolean => /^\s*(re|aw|sv|fwd?|wg)\s*:/i.test(subject);
const mentionsAddress = (text: string): boolean => /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}/.test(text.slice(0, 20_000));

const isMailSystem = ({ fromAddress, fromName, parts }: SeenMail): boolean => {
  const local = fromAddress.split("@")[0] ?? "";
  if (
    rules.mailSystem.test(local) &&
    (!/^(nobody|noreply|no-reply|root|mail|system|administrator|delivery|smtp|mta)$/i.test(local) ||
      hasNullSender(parts.headers))
  )
    return true;
  return rules.mailSystemName.test(fromName) || /^<?mailer-daemon/i.test(first(parts.headers, "return-path") ?? "");
};

export const hasNullSender = (headers: Headers): boolean =>
  (headers.get("return-path") ?? []).some((path) => /^<\s*>$/.test(path.trim()));

/** The part that the server wrote itself. */
const aboveReturnedMail = (text: string): string => {
  const kept: string[] = [];
  for (const line of text.slice(0, 64_000).split(/\r\n|\r|\n/)) {
    if (rules.returnedMailBegins.test(line.slice(0, 200))) break;
    kept.push(line.slice(0, 1_000));
  }
  return kept.join("\n");
};

/** By mail a bounce moves nothing; a person reads this. */
export const readBounce = ({ status, text }: SeenMail): BounceFact => {
  const head = aboveReturnedMail(text);
  const code = tellingStatus(/^status\s*:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(status)?.[1], head);
  const reply = /\b([45][0-7]\d)[ -]/.exec(head)?.[1];
  const says = [...`${status}\n${head}`.matchAll(/^action\s*:\s*(\w+)/gim)].map(([, action = ""]) =>
    action.toLowerCase(),
  );
  const succeeded =
    says.length > 0
      ? says.every((action) => /^(delivered|relayed|expanded)$/.test(action))
      : /"(notificationType|eventType)\\?"\s*:\s*\\?"Delivery"?/.test(head);
  if (succeeded) return { means: "delivered", detail: "delivered" };
  const isDelayed = /^action\s*:\s*delayed/im.test(status) || rules.delayedText.test(head);
  const isClass5 = code === undefined ? reply?.startsWith("5") === true : code.startsWith("5.");
  const means = isDelayed ? "late" : bounceMeaning(code, `${status}\n${head}`, isClass5);
  const words = {
    dead: "undeliverable",
    "turned-away": "turned away",
    late: isDelayed ? "delayed" : "not delivered",
  } as const;
  return { means, ...(code && { status: code }), detail: [words[means], code ?? reply].filter(Boolean).join(" ") };
};

/**
 * Complaints by a recipient (RFC 5965 §7.3 and its drafts) and by its server (RFC 6591). Others are none:
 * `not-spam` takes a complaint back, and `xarf` is a report of abuse, most likely our own one attached again.
 */
const complains = /^feedback-type\s*:\s*(abuse|fraud|virus|other|opt-out|opt-out-list|auth-failure)\s*$/im;

/** RFC 5965, and complaints that come without it. */
export const complaintRule = ({ parts, subject, text, feedback }: SeenMail): string | undefined => {
  if (complains.test(feedback)) return "feedback report (RFC 5965)";
  if (complains.test(text) && /^(user-agent|version|source-ip|original-mail-from|reported-domain)\s*:/im.test(text))
    return "feedback report in the text";
  if (rules.complaintSubject.test(subject) && parts.attachments.some(({ type }) => type === "message/rfc822"))
    return "complaint with the mail";
  if (rules.unsubscribeSubject.test(subject)) return "unsubscribe";
  return undefined;
};

/** Whom From seems to name, decoded. Proves nobody: what may move a case is read by `fromMailbox` alone. */
export const seemingFrom = (parts: MailParts): { readonly address: string; readonly name: string } => {
  const text = decodeHeader(first(parts.headers, "from") ?? "").slice(0, 1_000);
  const seems =
    /[^\s<>(),;:"@]{1,64}@[^\s<>(),;:"@]{1,253}/.exec(text)?.[0] ??
    // Sendmail's notices have a local part alone: `From: Mail Delivery Subsystem <MAILER-DAEMON>`.
    /<([^<>@\s]{1,64})>/.exec(text)?.[1] ??
    text.trim().slice(0, 64);
  return { address: fromMailbox(parts) ?? seems.toLowerCase(), name: text.replace(/<[^>]*>/g, " ").trim() };
};
