import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readMailLine } from "../../functions/adapters/mail-line.ts";
import { aConsole } from "../console/a-console.ts";
import { sample } from "../support/long.ts";
import { describeWithShared } from "../support/shared.ts";
import { aMail, aMultipart } from "./a-mail.ts";
import { anInbox } from "./an-inbox.ts";
import { bounceForms } from "./bounce-forms.ts";
import { replySet } from "./reply-set.ts";

/** Words that stand nowhere else; made from the mail, so that a failure can be had again. */
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
    `The content has been removed. ${marker}`,
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

const leaks = async (
  mails: readonly (readonly [name: string, bytes: Uint8Array, marker: string])[],
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const [name, bytes, marker] of mails) {
    const left = await allThatIsLeft(bytes);
    if (left.includes(marker) || left.includes(Buffer.from(marker).toString("base64").slice(0, 24)))
      found.push(`${name}: ${marker}`);
  }
  return found;
};

describe("what is in an attachment is kept, logged and shown nowhere", () => {
  test("a marker in the text itself is found, so that this would find one", async () => {
    expect(
      await leaks([["planted", aMail({ From: "x@elsewhere.example" }, "mark-in-the-text"), "mark-in-the-text"]]),
    ).toHaveLength(1);
  });

  test("for every reply written for this project", { timeout: 240_000 }, async () => {
    const mails = sample(replySet(), 150).map(({ body, subject }) => {
      const marker = markerOf(body);
      const headers = {
        From: "abuse@network.example",
        Subject: `=?utf-8?b?${Buffer.from(subject).toString("base64")}?=`,
      };
      return [
        body.slice(0, 40),
        aMultipart(
          "multipart/mixed",
          [`Content-Type: text/plain; charset=utf-8\n\n${body}`, ...attachmentsWith(marker)],
          headers,
        ),
        marker,
      ] as const;
    });
    expect(await leaks(mails)).toEqual([]);
  });

  test("for every form of bounce", async () => {
    const mails = bounceForms.map(({ software, from, body, status }) => {
      const marker = markerOf(software);
      const report = status ? [`Content-Type: message/delivery-status\n\n${status}`] : [];
      const headers = { From: from, Subject: "Undelivered Mail Returned to Sender" };
      return [
        software,
        aMultipart(
          "multipart/mixed",
          [`Content-Type: text/plain; charset=utf-8\n\n${body}`, ...report, ...attachmentsWith(marker)],
          headers,
        ),
        marker,
      ] as const;
    });
    expect(await leaks(mails)).toEqual([]);
  });
});

describeWithShared("what is in an attachment of a captured mail is kept, logged and shown nowhere", () => {
  test.each(["replies", "torture"])("of %s", { timeout: 120_000 }, async (name) => {
    const folder = join(import.meta.dirname, "../../../shared/data/mail", name);
    const files = readdirSync(folder).filter((file) => file.endsWith(".eml"));
    expect(files.length).toBeGreaterThan(50);
    const mails = sample(files, 20).map((file) => {
      const mail = readFileSync(join(folder, file), "latin1").replace(/\r\n/g, "\n");
      const marker = markerOf(mail);
      return [file, Buffer.from(withAttachments(mail, marker), "latin1"), marker] as const;
    });
    expect(await leaks(mails)).toEqual([]);
  });
});
