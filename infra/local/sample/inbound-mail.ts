import { createHash } from "node:crypto";
import type { Instant } from "../../../functions/kernel/instant.ts";
import { mailDomainOf } from "../../../functions/kernel/mailbox.ts";

export type InboundMail = {
  /** Unique; makes the mail's ids. */
  readonly id: string;
  readonly at: Instant;
  readonly from: { readonly name: string; readonly email: string };
  readonly to: string;
  /** May hold encoded words; is written as it stands. */
  readonly subject: string;
  readonly inReplyTo: string;
  /** Written by a machine: says so by RFC 3834 and comes without a return path. */
  readonly automatic: boolean;
  readonly text: string;
};

/**
 * A mail as SES lays it into the bucket: what the sender wrote, and above it what SES adds on
 * receipt (Return-Path, Received, the spam and virus verdicts, Received-SPF,
 * Authentication-Results, X-SES-RECEIPT). Lines end in CRLF.
 */
export const inboundMail = ({ id, at, from, to, subject, inReplyTo, automatic, text }: InboundMail): string => {
  const domain = mailDomainOf(from.email);
  const digest = createHash("sha256").update(`${id}|${from.email}|${at}`).digest("hex");
  const date = new Date(at).toUTCString().replace("GMT", "+0000");
  const envelope = automatic ? "" : from.email;
  const spf =
    `(spfCheck: domain of ${domain} designates 198.51.100.25 as permitted sender) ` +
    `client-ip=198.51.100.25; envelope-from=${envelope || `postmaster@mx.${domain}`}; helo=mx.${domain};`;
  const received = [
    `Return-Path: <${envelope}>`,
    `Received: from mx.${domain} (mx.${domain} [198.51.100.25])`,
    ` by inbound-smtp.us-east-1.amazonaws.com with SMTP id ${digest.slice(0, 40)}`,
    ` for ${to};`,
    ` ${date}`,
    "X-SES-Spam-Verdict: PASS",
    "X-SES-Virus-Verdict: PASS",
    `Received-SPF: pass ${spf}`,
    "Authentication-Results: amazonses.com;",
    ` spf=pass ${spf}`,
    ` dkim=pass header.i=@${domain};`,
    ` dmarc=pass header.from=${domain};`,
    `X-SES-RECEIPT: ${Buffer.from(digest).toString("base64").slice(0, 60)}`,
  ];
  const written = [
    `From: "${from.name}" <${from.email}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${digest.slice(0, 24)}@${domain}>`,
    `In-Reply-To: ${inReplyTo}`,
    `References: ${inReplyTo}`,
    ...(automatic ? ["Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All", "Precedence: auto_reply"] : []),
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  return [...received, ...written, "", ...text.split("\n")].join("\r\n");
};

/**
 * SES's notification of a mail that its S3 action laid into the bucket (SES Developer Guide,
 * "Contents of notifications for Amazon SES email receiving"): the envelope's recipients and SES's
 * verdicts. Of the mail it repeats the head, which is left out here. The verdict is the one that
 * SES wrote into the mail at last, behind all that the sender could have put before it.
 */
export const receiptOf = (bucket: string, key: string, mime: string, at: Instant): string => {
  const [head = ""] = mime.split(/\r?\n\r?\n/, 1);
  const fieldsOf = (name: string) => head.match(new RegExp(`^${name}: .*(?:\\r?\\n[ \\t].*)*`, "gim")) ?? [];
  const recipients = [
    ...new Set(
      [...fieldsOf("To"), ...fieldsOf("Cc")].flatMap((field) => field.match(/[^\s<>,;:"]+@[^\s<>,;:"]+/g) ?? []),
    ),
  ];
  const verdict = {
    status: /dmarc=pass header\.from=[^;\s]+;?\s*$/.test(fieldsOf("Authentication-Results")[0] ?? "") ? "PASS" : "FAIL",
  };
  return JSON.stringify({
    notificationType: "Received",
    mail: {
      timestamp: at,
      source: "",
      messageId: key,
      destination: recipients,
      headersTruncated: false,
      headers: [],
      commonHeaders: {},
    },
    receipt: {
      timestamp: at,
      processingTimeMillis: 400,
      recipients,
      spamVerdict: { status: "PASS" },
      virusVerdict: { status: "PASS" },
      spfVerdict: verdict,
      dkimVerdict: verdict,
      dmarcVerdict: verdict,
      action: {
        type: "S3",
        topicArn: "arn:aws:sns:us-east-1:000000000000:takedown-local-replies",
        bucketName: bucket,
        objectKeyPrefix: "",
        objectKey: key,
      },
    },
  });
};
