import { createHash } from "node:crypto";
import { expect } from "vitest";
import { readMailLine } from "../../infra/command/read-mails.ts";
import { aConsole } from "../console/a-console.ts";
import { aMultipart } from "./a-mail.ts";
import { anInbox } from "./an-inbox.ts";
import type { BounceForm } from "./bounce-forms.ts";
import type { LabelledLetter } from "./training/letter-set.ts";

/** Words that are nowhere else; made from the mail, so that a failure can be had again. */
const markerOf = (mail: string | Uint8Array): string =>
  `m${createHash("sha256").update(mail).digest("hex").slice(0, 24)}`;

/**
 * Attachments as they come: a picture, an archive, a returned mail, a text that is attached, each
 * with the marker in its name and within.
 */
const attachmentsWith = (marker: string): readonly string[] => [
  `Content-Type: image/png; name="${marker}.png"\n` +
    `Content-Disposition: inline; filename="${marker}.png"\nContent-ID: <${marker}>\n` +
    `Content-Transfer-Encoding: base64\n\n${Buffer.from(marker).toString("base64")}${marker}`,
  `Content-Type: application/zip\nContent-Disposition: attachment; filename*=utf-8''${marker}.zip\n\nPK${marker}`,
  `Content-Type: message/rfc822\n\nSubject: ${marker}\nContent-Type: text/plain\n\n` +
    `We have removed the content. ${marker}`,
  `Content-Type: text/html; name="${marker}.html"\n` +
    `Content-Disposition: attachment; filename="${marker}.html"\n\n<p>${marker}</p>`,
];

/**
 * The mail with these attachments: in its own multipart before the end, else as a part beside them.
 */
const withAttachments = (mail: string, marker: string): string => {
  const end = mail.trimEnd();
  const closing = /\n--([^\s]{1,200})--$/.exec(end);
  const parts = attachmentsWith(marker);
  // A line of dashes under a signature is no end of a multipart.
  if (closing?.[1] && (mail.includes(`boundary="${closing[1]}"`) || mail.includes(`boundary=${closing[1]}`)))
    return (
      `${end.slice(0, closing.index)}\n${parts.map((part) => `--${closing[1]}\n${part}`).join("\n")}\n` +
      `--${closing[1]}--\n`
    );
  return Buffer.from(
    aMultipart("multipart/mixed", [
      "Content-Type: text/plain\n\nSee below.",
      `Content-Type: message/rfc822\n\n${mail}`,
      ...parts,
    ]),
  ).toString("latin1");
};

/**
 * Takes the mail in as the function does, and gives all that is kept, logged and shown of it, and
 * what `read-mail` prints.
 */
const allThatIsLeft = async (bytes: Uint8Array): Promise<string> => {
  const inbox = await anInbox();
  await inbox.take(bytes);
  const console = aConsole({ store: inbox.flow.store });
  const page = await console.get(`/cases/${inbox.caseId}`);
  expect(page.status).toBe(200);
  return JSON.stringify([
    await inbox.flow.theCase(),
    await inbox.events(),
    inbox.logged,
    console.said,
    page.text,
    readMailLine("mail.eml", bytes),
  ]);
};

type MarkedMail = readonly [name: string, bytes: Uint8Array, marker: string];

/** The mails of whose attachments something got out, by name. */
export const leaks = async (mails: readonly MarkedMail[]): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [name, bytes, marker] of mails) {
    const left = await allThatIsLeft(bytes);
    if (left.includes(marker) || left.includes(Buffer.from(marker).toString("base64").slice(0, 24)))
      found.push(`${name}: ${marker}`);
  }
  return found;
};

/** A mail as it came, with marked attachments put into it. */
export const marked = (name: string, bytes: Uint8Array): MarkedMail => {
  const mail = Buffer.from(bytes).toString("latin1").replace(/\r\n/g, "\n");
  const marker = markerOf(mail);
  return [name, Buffer.from(withAttachments(mail, marker), "latin1"), marker];
};

/** A written reply with marked attachments behind its words. */
export const markedReply = ({ body, letter: { subject } }: LabelledLetter): MarkedMail => {
  const marker = markerOf(body);
  const headers = {
    From: "abuse@network.example",
    Subject: `=?utf-8?b?${Buffer.from(subject).toString("base64")}?=`,
  };
  const parts = [`Content-Type: text/plain; charset=utf-8\n\n${body}`, ...attachmentsWith(marker)];
  return [body.slice(0, 40), aMultipart("multipart/mixed", parts, headers), marker];
};

/** A bounce with marked attachments behind its report. */
export const markedBounce = ({ software, from, body, status }: BounceForm): MarkedMail => {
  const marker = markerOf(software);
  const report = status ? [`Content-Type: message/delivery-status\n\n${status}`] : [];
  const headers = { From: from, Subject: "Undelivered Mail Returned to Sender" };
  const parts = [`Content-Type: text/plain; charset=utf-8\n\n${body}`, ...report, ...attachmentsWith(marker)];
  return [software, aMultipart("multipart/mixed", parts, headers), marker];
};
