import MimeNode from "nodemailer/lib/mime-node";
import type { Instant } from "../kernel/instant.ts";
import type { Xarf } from "./xarf.ts";

/**
 * Everything that a mail is made of. Addresses have passed `readMailbox`; texts have passed
 * `plainText`.
 */
export type MailParts = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 3282: the languages of the text. */
  readonly languages: readonly string[];
  /** One report, or one for each case of a digest. */
  readonly xarf?: Xarf | readonly Xarf[];
  readonly attemptId: string;
  readonly date: Instant;
  /** Message-IDs of earlier mails to the same desk, oldest first, with their angle brackets. */
  readonly references: readonly string[];
  /** Fixes the boundary, which the library would draw at random. */
  readonly seed: string;
};

/** The only headers that leave the house; `check-notice.ts` refuses any other. */
export const allowedHeaders: readonly string[] = [
  "from",
  "to",
  "reply-to",
  "subject",
  "date",
  "message-id",
  "in-reply-to",
  "references",
  "auto-submitted",
  "x-case-attempt",
  "content-language",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
];

/**
 * A desk's machine reads one report from `xarf.json`; a list of them is another form, so it has
 * another name.
 */
export const attachmentName = (xarf: Xarf | readonly Xarf[]): string =>
  Array.isArray(xarf) ? "xarf-reports.json" : "xarf.json";

/**
 * SES refuses nothing but may read a header up to here; RFC 5322 §2.1.1 lets no line be longer.
 * Oldest go first, the first of the thread stays.
 */
const referencesAtMost = 8;

/**
 * The finished mail. With a XARF report it takes the form that XARF names: `multipart/report;
 * report-type=feedback-report` of text, `message/feedback-report` and `xarf.json`. A digest's
 * reports are one array in `xarf-reports.json`: the standard knows no bundle, and a part for each
 * would pass the 250 parts that large mail systems take. Without one it is the text alone.
 * nodemailer's node is used below its composer, since that one cannot make a multipart/report;
 * files and URLs are closed to it. SES writes its own Date and Message-ID over ours.
 */
export const buildMail = async (mail: MailParts): Promise<Uint8Array> => {
  const options = {
    baseBoundary: mail.seed,
    boundaryPrefix: "--TD",
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "windows",
  };
  const text = (node: MimeNode) => node.setContent(`${mail.text}\n`);
  const root = mail.xarf
    ? new MimeNode('multipart/report; report-type="feedback-report"', options)
    : new MimeNode("text/plain; charset=utf-8", options);
  const references =
    mail.references.length > referencesAtMost
      ? [...mail.references.slice(0, 1), ...mail.references.slice(1 - referencesAtMost)]
      : mail.references;
  root.setHeader([
    { key: "From", value: [{ name: mail.from.name, address: mail.from.address }] },
    { key: "To", value: [{ name: "", address: mail.to }] },
    { key: "Reply-To", value: [{ name: "", address: mail.replyTo }] },
    { key: "Subject", value: mail.subject },
    { key: "Date", value: new Date(mail.date).toUTCString().replace("GMT", "+0000") },
    { key: "Message-ID", value: `<${mail.attemptId.toLowerCase()}@${mail.from.address.split("@").at(-1)}>` },
    ...(references.length > 0
      ? [
          { key: "In-Reply-To", value: references.at(-1) ?? "" },
          { key: "References", value: references.join(" ") },
        ]
      : []),
    // RFC 3834 §5: machines that answer mail must not answer this one.
    { key: "Auto-Submitted", value: "auto-generated" },
    { key: "X-Case-Attempt", value: mail.attemptId },
    { key: "Content-Language", value: mail.languages.join(", ") },
  ]);
  if (!mail.xarf) return new Uint8Array(await text(root).build());
  text(root.createChild("text/plain; charset=utf-8", options));
  // RFC 5965 §3.2: how many incidents of the same kind this report stands for.
  const incidents = Array.isArray(mail.xarf) ? `Incidents: ${mail.xarf.length}\r\n` : "";
  const name = attachmentName(mail.xarf);
  root
    .createChild("message/feedback-report", options)
    .setContent(`Feedback-Type: xarf\r\nUser-Agent: takedown-notice-dispatcher/1\r\nVersion: 1\r\n${incidents}`);
  root
    .createChild(`application/json; charset=utf-8; name=${name}`, options)
    .setHeader([
      { key: "Content-Transfer-Encoding", value: "base64" },
      { key: "Content-Disposition", value: `attachment; filename=${name}` },
    ])
    .setContent(`${JSON.stringify(mail.xarf, undefined, 2)}\n`);
  return new Uint8Array(await root.build());
};
