import { mailDomainOf } from "../../functions/kernel/mailbox.ts";

/** One mail to reply addresses of ours, as it truly is, whatever it says of itself. */
export type Letter = {
  /** Where SES lays it. */
  readonly key: string;
  readonly to: readonly string[];
  /** What stands in From, and whose server sends it. */
  readonly from: string;
  /** The header itself, where more stands in it than `from`. */
  readonly spelled?: string;
  readonly writer: string;
  /** MAIL FROM; whoever sends writes there what they like. */
  readonly envelope: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Its words say that the content is gone. */
  readonly saysRemoved: boolean;
};

/**
 * Who wrote, beside the mailbox that a notice went to: itself or one of its mail domain that a
 * registry names with it for the same thing; another of its mail domain or below it; or anybody
 * else.
 */
export type Proof = "the desk" | "its mail domain" | "nothing";

/** DMARC, as an honest receiver finds it: nobody but a domain's own servers passes for it. */
const dmarcOf = ({ from, writer }: Letter): "pass" | "fail" =>
  mailDomainOf(from) === mailDomainOf(writer) ? "pass" : "fail";

export const proofOf = (
  letter: Letter,
  contacted: string,
  areNamedTogether: (one: string, other: string) => boolean,
): Proof => {
  if (dmarcOf(letter) !== "pass") return "nothing";
  if (letter.from.toLowerCase() === contacted.toLowerCase()) return "the desk";
  if (mailDomainOf(letter.from) === mailDomainOf(contacted) && areNamedTogether(letter.from, contacted))
    return "the desk";
  return `.${mailDomainOf(letter.from)}`.endsWith(`.${mailDomainOf(contacted)}`) ? "its mail domain" : "nothing";
};

/**
 * The mail as SES lays it into the bucket: its own header on top, with the envelope's sender before
 * its verdict.
 */
export const bytesOf = (letter: Letter): Uint8Array => {
  const { from, spelled = `<${from}>`, writer, envelope, to, headers, key, body } = letter;
  const lines = [
    `Return-Path: <${envelope}>`,
    `Authentication-Results: amazonses.com; spf=pass (sender of ${mailDomainOf(writer)}) ` +
      `client-ip=198.51.100.25; envelope-from=${envelope}; helo=mx.${mailDomainOf(writer)}; dkim=pass ` +
      `header.i=@${mailDomainOf(writer)}; dmarc=${dmarcOf(letter)} header.from=${mailDomainOf(from)};`,
    `From: ${spelled}`,
    `To: ${to.map((address) => `<${address}>`).join(", ")}`,
    `Message-ID: <${key}@desk.example>`,
    ...Object.entries({ Subject: "Re: notice", "Content-Type": "text/plain", ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    ),
    "",
    ...body.split("\n"),
    "",
  ];
  return new TextEncoder().encode(lines.join("\r\n"));
};

/**
 * What is laid on the queue about it: SES's receipt with the envelope's recipients and its verdict.
 */
export const noteOf = (letter: Letter): string => {
  const { key, to } = letter;
  const receipt = {
    recipients: to,
    dmarcVerdict: { status: dmarcOf(letter).toUpperCase() },
    action: { type: "S3", bucketName: "replies", objectKey: key },
  };
  return JSON.stringify({ Type: "Notification", Message: JSON.stringify({ notificationType: "Received", receipt }) });
};
