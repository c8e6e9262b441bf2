import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
import { modelReader } from "../../../functions/adapters/model-reader.ts";
import { readMail } from "../../../functions/answers/read-mail.ts";
import { walkMail } from "../../../functions/answers/walk-mail.ts";
import { inboundMail } from "../../local/sample/inbound-mail.ts";
import { randomFrom } from "../random.ts";
import type { Contest } from "./contest.ts";

/** Answers of desks, as people and ticket systems write them. */
const letters = [
  "Hello,\n\nthank you for letting us know. The content has been removed and the customer's account was " +
    "suspended.\n\nRegards\nAbuse desk",
  "Thank you for your report.\n\nThis is an automatic confirmation that we have received it. A member of our abuse " +
    "team will look at it. Please keep the ticket number in the subject of all further mail.\n\nTicket: NET-48213",
  "Guten Tag,\n\nwir haben den Kunden kontaktiert und ihm eine Frist von 24 Stunden gesetzt.\n\nMit freundlichen " +
    "Grüßen\nIhr Abuse-Team",
  "Bonjour,\n\nl'adresse IP que vous mentionnez n'est pas la nôtre. Veuillez contacter le titulaire du réseau.\n\n" +
    "Cordialement",
  "Hola,\n\n¿podría enviarnos una captura de pantalla y la dirección completa de la página?\n\nUn saludo",
  "お世話になっております。\n\nご報告いただいたコンテンツは削除いたしました。\n\n株式会社サンプル 不正利用対策窓口",
] as const;

const quoted =
  "On Tue, 24 Nov 2026, Example Takedown Desk wrote:\n> A page on your network asks for the\n> passwords of others.";

const mailOf = (text: string, at: number): Buffer =>
  Buffer.from(
    inboundMail({
      id: `bench-${at}`,
      at: "2026-11-24T10:00:00.000Z",
      from: { name: "Abuse Desk", email: "abuse@harbour.example" },
      to: "case-1@reply.takedown.example",
      subject: "Re: [TD-AAAA-AAAA-AAAA] ABUSE: phishing at hxxps[:]//account-check[.]example",
      inReplyTo: "<0100-notice@email.amazonses.com>",
      automatic: at === 1,
      text: `${text}\n\n${quoted}`,
    }),
  );

const lines = (base64: string): string => base64.replace(/.{76}/g, "$&\r\n");

/** The first letter as text and as HTML, and behind it a screenshot, in all about a megabyte. */
const imageMail = (bytes: number): Buffer => {
  const [head = ""] = mailOf("", 0).toString("latin1").split("\r\nContent-Type: ");
  const random = randomFrom(20261124);
  const image = Buffer.from(Uint8Array.from({ length: Math.floor((bytes * 3) / 4.1) }, () => random() * 256));
  const part = (type: string, encoding: string, body: string) =>
    `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
  const html = `<html><body>${letters[0].replace(/\n/g, "<br>")}<img src="cid:shot"></body></html>`;
  return Buffer.from(
    [
      `${head}\r\nContent-Type: multipart/mixed; boundary="outer"\r\n\r\n`,
      '--outer\r\nContent-Type: multipart/alternative; boundary="inner"\r\n\r\n',
      `--inner\r\n${part("text/plain; charset=utf-8", "8bit", letters[0].replace(/\n/g, "\r\n"))}`,
      `--inner\r\n${part("text/html; charset=utf-8", "8bit", html)}--inner--\r\n`,
      '--outer\r\nContent-Disposition: attachment; filename="shot.png"\r\n',
      part("image/png", "base64", lines(image.toString("base64"))),
      "--outer--\r\n",
    ].join(""),
    "utf8",
  );
};

const ofAll =
  (mails: readonly Buffer[], read: (mail: Buffer) => unknown): (() => Promise<void>) =>
  async () => {
    for (const mail of mails) await read(mail);
  };

const byOthers = (mails: readonly Buffer[], atMost?: number) => [
  { name: "mailparser", does: ofAll(mails, (mail) => simpleParser(mail)), ...(atMost !== undefined && { atMost }) },
  { name: "postal-mime", does: ofAll(mails, (mail) => PostalMime.parse(mail)) },
];

/** All three have to find the same before their time means anything. */
const agreed = async (mail: Buffer): Promise<void> => {
  const ours = walkMail(mail);
  const theirs = await simpleParser(mail);
  const postal = await PostalMime.parse(mail);
  const found = [ours.attachments.length, theirs.attachments.length, postal.attachments.length];
  if (new Set(found).size !== 1) throw new Error(`The readers find ${found.join(", ")} attachments in one mail.`);
};

const readOne = (mail: Buffer) => readMail(mail, modelReader());

const letterContests = (): readonly Contest[] => {
  const { read } = modelReader();
  const written = letters.map((text, at) => ({ subject: "Re: your notice", text, automatic: at === 1 }));
  const mails = letters.map(mailOf);
  return [
    {
      what: `what ${written.length} letters say`,
      each: written.length,
      ours: {
        name: "n-grams",
        does: () => {
          for (const letter of written) read(letter);
        },
      },
      others: [{ name: "mailparser", does: ofAll(mails, (mail) => simpleParser(mail)) }],
    },
  ];
};

/** Reading what desks answer, beside two parsers, which take a mail apart and understand nothing of it. */
export const mailContests = async (): Promise<readonly Contest[]> => {
  const small = letters.map(mailOf);
  const large = [imageMail(1_000_000)];
  for (const mail of [...small, ...large]) await agreed(mail);
  const [size = 0] = large.map(({ length }) => length);
  return [
    {
      what: `${small.length} answers, taken apart and understood`,
      each: small.length,
      ours: { name: "read", does: ofAll(small, readOne) },
      others: byOthers(small),
    },
    {
      what: `${small.length} answers, taken apart`,
      each: small.length,
      ours: { name: "taken apart", does: ofAll(small, walkMail) },
      others: byOthers(small),
    },
    {
      what: `a mail of ${(size / 1e6).toFixed(2)} MB with an image, taken apart and understood`,
      each: 1,
      ours: { name: "read", does: ofAll(large, readOne) },
      others: byOthers(large, 0.1),
    },
    ...letterContests(),
  ];
};
