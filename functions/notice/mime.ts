import MimeNode from "nodemailer/lib/mime-node";
import { isMachines } from "../case/letter.ts";
import { readAddress } from "../kernel/address.ts";
import { type Instant, latest } from "../kernel/instant.ts";
import type { AttachedFile } from "./files.ts";
import type { NoticeRequest } from "./request.ts";
import type { Xarf } from "./xarf-form.ts";

/** Addresses have passed `readMailbox`, texts `plainText`. */
export type MailParts = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 3282. */
  readonly languages: readonly string[];
  readonly files: readonly AttachedFile[];
  readonly autoSubmitted?: "auto-generated" | "auto-replied" | undefined;
  readonly attemptId: string;
  readonly date: Instant;
  /** Message-IDs of earlier mails to the same desk, oldest first, with angle brackets. */
  readonly references: readonly string[];
  /** Fixes the boundary, which the library would draw at random. */
  readonly seed: string;
};

/** `check-notice.ts` refuses any other header. */
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
 * `Auto-Submitted` for this desk: by its row of the directory, else by the settings. Ticket systems drop mail
 * that has it, so none is the default (infra/guides/decisions/no-auto-submitted.md). A person's letter never has
 * it, the machine's answer to a question always (RFC 3834 §5).
 */
export const autoSubmittedOf = ({
  notice: { to, letter },
  settings,
}: Pick<NoticeRequest, "notice" | "settings">): "auto-generated" | "auto-replied" | undefined => {
  if (letter) return isMachines(letter) ? "auto-replied" : undefined;
  const ofDesk = settings.directory.find(
    ({ email, autoSubmitted }) => autoSubmitted !== undefined && email?.toLowerCase() === to.email.toLowerCase(),
  )?.autoSubmitted;
  return (ofDesk ?? settings.autoSubmitted) ? "auto-generated" : undefined;
};

/**
 * SES refuses nothing but may read a header up to here; RFC 5322 §2.1.1 lets no line be longer.
 * Oldest go first, the first of the thread stays.
 */
const referencesAtMost = 8;

/**
 * With a XARF report it takes XARF's form: `multipart/report; report-type=feedback-report` of text,
 * `message/feedback-report` and files of reports (`filesOf`). Otherwise text
 * alone. Uses nodemailer's node, as its composer cannot make a multipart/report; files and URLs are closed to it.
 * SES overwrites Date and Message-ID.
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
  const root =
    mail.files.length > 0
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
    { key: "Date", value: mailDate(mail.date) },
    { key: "Message-ID", value: `<${mail.attemptId.toLowerCase()}@${mail.from.address.split("@").at(-1)}>` },
    ...(references.length > 0
      ? [
          { key: "In-Reply-To", value: references.at(-1) ?? "" },
          { key: "References", value: references.join(" ") },
        ]
      : []),
    // RFC 3834 §5.
    ...(mail.autoSubmitted ? [{ key: "Auto-Submitted", value: mail.autoSubmitted }] : []),
    { key: "X-Case-Attempt", value: mail.attemptId },
    { key: "Content-Language", value: mail.languages.join(", ") },
  ]);
  if (mail.files.length === 0) return new Uint8Array(await text(root).build());
  text(root.createChild("text/plain; charset=utf-8", options));
  root
    .createChild("message/feedback-report", options)
    .setContent(feedbackOf(mail.files.flatMap(({ reports }) => reports)));
  for (const { name, reports, isBundle } of mail.files) {
    // No type is registered for JSON Lines; this one is in use.
    const type = isBundle ? "application/x-ndjson" : "application/json";
    const written = reports.map((report) => JSON.stringify(report, undefined, isBundle ? undefined : 2));
    root
      .createChild(`${type}; charset=utf-8; name=${name}`, options)
      .setHeader([
        { key: "Content-Transfer-Encoding", value: "base64" },
        { key: "Content-Disposition", value: `attachment; filename=${name}` },
      ])
      .setContent(written.map((report) => `${report}\n`).join(""));
  }
  return new Uint8Array(await root.build());
};

/** RFC 5965 §3.1 to 3.3: readers index by these. A field allowed once holds what is true of all. */
const feedbackOf = (reports: readonly Xarf[]): string => {
  const sources = new Set(reports.map(({ source_identifier }) => source_identifier));
  const [source = ""] = sources;
  const lastSeen = latest(...reports.map(({ timestamp }) => timestamp));
  const domains = new Set(reports.flatMap((report) => domainIn(report) ?? []));
  const fields = [
    ["Feedback-Type", "xarf"],
    ["User-Agent", "takedown-notice-dispatcher/1"],
    ["Version", "1"],
    ...(sources.size === 1 && readAddress(source) ? [["Source-IP", source]] : []),
    ...(lastSeen === undefined ? [] : [["Arrival-Date", mailDate(lastSeen)]]),
    ["Incidents", String(reports.length)],
    ...[...domains].map((domain) => ["Reported-Domain", domain]),
  ];
  return fields.map(([name, value]) => `${name}: ${value}\r\n`).join("");
};

const domainIn = (report: Xarf): string | undefined => {
  const place =
    "url" in report
      ? report.url
      : report.type === "copyright"
        ? report.infringing_url
        : report.type === "botnet"
          ? report.c2_server
          : undefined;
  const host = place !== undefined && URL.canParse(place) ? new URL(place).hostname : place;
  return host === undefined || readAddress(host.replace(/^\[|\]$/g, "")) ? undefined : host;
};

/** RFC 5322 §3.3, in UTC. */
const mailDate = (at: Instant): string => new Date(at).toUTCString().replace("GMT", "+0000");
