import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { aMail, aMultipart } from "./a-mail.ts";

/**
 * A mail whose form is rare, broken or hostile, written for this project on reserved names, and
 * what it is read as.
 */
export type StrangeMail = { readonly name: string; readonly bytes: Uint8Array; readonly means: ReplyClass };

const removed = "We have removed the content.";
const bytesOf = (...lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1");
const daemon = {
  From: "MAILER-DAEMON@mx.host.example",
  "Return-Path": "<>",
  Subject: "Delivery Status Notification (Failure)",
};
const returned =
  "Content-Type: message/rfc822\n\nFrom: notices@dispatch.example\nTo: abuse@host.example\n" +
  `Subject: ABUSE: phishing\n\n${removed}`;
const report = "multipart/report; report-type=delivery-status";
const status = (...recipients: readonly string[]): string =>
  `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.host.example\n\n${recipients.join("\n\n")}`;
const failed = (email: string, code = "5.1.1"): string =>
  `Final-Recipient: rfc822; ${email}\nAction: failed\nStatus: ${code}\nDiagnostic-Code: smtp; 550 ${code} unknown user`;

const bounces: readonly (readonly [string, Uint8Array])[] = [
  [
    "a report with the returned mail in it",
    aMultipart(report, ["Content-Type: text/plain\n\nSorry.", status(failed("abuse@host.example")), returned], daemon),
  ],
  [
    "a report on two recipients",
    aMultipart(report, [status(failed("abuse@host.example"), failed("noc@host.example", "5.2.2"))], daemon),
  ],
  [
    "a report with the headers of the mail alone",
    aMultipart(
      report,
      [status(failed("abuse@host.example")), "Content-Type: text/rfc822-headers\n\nSubject: ABUSE: phishing"],
      daemon,
    ),
  ],
  [
    "a report of a cloud's sender, with its identity as the sender",
    aMultipart(
      report,
      [
        "Content-Type: text/plain\n\nAn error occurred while trying to deliver the mail to the following " +
          "recipients:\nabuse@host.example",
        status(failed("abuse@host.example", "5.1.0")),
        returned,
      ],
      { ...daemon, From: "MAILER-DAEMON@cloud.example" },
    ),
  ],
  [
    "a report of an office suite, as HTML",
    aMultipart(
      report,
      [
        "Content-Type: text/html; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\n" +
          "<html><body><h1>Your message to abuse@host.example couldn&#39;t be delivered.</h1>" +
          "<p>abuse wasn't found at host.example.</p></body></html>",
        status(failed("abuse@host.example", "5.1.10")),
      ],
      { ...daemon, From: "postmaster@host.example", Subject: "Undeliverable: ABUSE: phishing" },
    ),
  ],
  [
    "a report in a multipart without its type",
    aMultipart("multipart/mixed", ["Content-Type: text/plain\n\nSorry.", status(failed("abuse@host.example"))], daemon),
  ],
  [
    "qmail's words",
    aMail(
      { ...daemon, Subject: "failure notice" },
      "Hi. This is the qmail-send program at mx.host.example.\nI'm afraid I wasn't able to deliver your message to " +
        "the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n" +
        `<abuse@host.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of ` +
        `the message.\n\nSubject: ABUSE: phishing\n\n${removed}`,
    ),
  ],
];

const complaint = (feedback: string, ...parts: readonly string[]): Uint8Array =>
  aMultipart(
    "multipart/report; report-type=feedback-report",
    [
      "Content-Type: text/plain\n\nThis is an email abuse report for a message received from 192.0.2.7.",
      `Content-Type: message/feedback-report\n\n${feedback}`,
      ...parts,
    ],
    { From: "fbl@provider.example", Subject: "FW: ABUSE: phishing" },
  );
const complaints: readonly (readonly [string, Uint8Array])[] = [
  ["a complaint with the mail in it", complaint("Feedback-Type: abuse\nUser-Agent: loop/1\nVersion: 1", returned)],
  [
    "a complaint whose fields are folded and in capitals",
    complaint("FEEDBACK-TYPE:\n abuse\nUSER-AGENT: loop/1\nVERSION: 0.1\nSource-IP: 192.0.2.7", returned),
  ],
];

const automatic: readonly (readonly [string, Uint8Array])[] = [
  [
    "an absence (RFC 3834)",
    aMail(
      { "Auto-Submitted": "auto-replied (vacation)", Subject: "Auto: ABUSE: phishing", Precedence: "junk" },
      "I am out of the office until 7 December and will read your message then.",
    ),
  ],
];

const letters: readonly (readonly [string, Uint8Array])[] = [
  [
    "multiparts in one another, the words in the innermost",
    aMultipart("multipart/mixed", [
      'Content-Type: multipart/related; boundary="r"\n\n--r\nContent-Type: multipart/alternative; boundary="a"\n\n' +
        `--a\nContent-Type: text/plain\n\n${removed}\n--a\nContent-Type: text/html\n\n<p>${removed}</p>\n--a--\n--r--`,
    ]),
  ],
  [
    "a multipart that is cut off within a part",
    aMail({ "Content-Type": 'multipart/mixed; boundary="b"' }, `--b\nContent-Type: text/plain\n\n${removed}\n--`),
  ],
  [
    "a boundary in quotes, with characters that need them",
    aMail({ "Content-Type": 'multipart/mixed; boundary="=_a b/c:d?\'()+,."' }, `--=_a b/c:d?'()+,.\n\n${removed}`),
  ],
  [
    "an inner boundary that begins like the outer",
    aMail(
      { "Content-Type": "multipart/mixed; boundary=abc" },
      '--abc\nContent-Type: multipart/alternative; boundary="abcd"\n\n' +
        `--abcd\nContent-Type: text/plain\n\n${removed}\n--abcd--\n--abc--`,
    ),
  ],
  ["a multipart without a boundary", aMail({ "Content-Type": "multipart/mixed" }, removed)],
  ["a part without headers", aMail({ "Content-Type": "multipart/mixed; boundary=b" }, `--b\n\n${removed}\n--b--`)],
  ["line feeds alone", Buffer.from(`From: x@host.example\nSubject: Re\nContent-Type: text/plain\n\n${removed}\n`)],
  ["a header in eight bits", bytesOf("From: M\xfcller <x@host.example>", "Subject: gel\xf6scht", "", removed)],
  ["a line before the headers", bytesOf("From x@host.example Tue Nov 24 10:00:00 2026", "Subject: Re", "", removed)],
  ["two content types", bytesOf("Content-Type: text/plain", "Content-Type: image/png", "Subject: Re", "", removed)],
  ["a content type that is none", aMail({ "Content-Type": ";;=charset" }, removed)],
  ["a type in capitals, with a blank within", aMail({ "Content-Type": "TEXT / PLAIN ; CHARSET = UTF-8" }, removed)],
  ["a charset with a quote that is not closed", aMail({ "Content-Type": 'text/plain; charset="utf-8' }, removed)],
  [
    "base64 with lines of any length and letters that are none",
    aMail(
      { "Content-Transfer-Encoding": "BASE64" },
      `${Buffer.from(removed)
        .toString("base64")
        .replace(/(.{7})/g, "$1\n!")}`,
    ),
  ],
  ["a header line that is none", bytesOf("Subject: Re", "no colon here", "X-After: x", "", removed)],
  [
    "quoted-printable that is broken",
    aMail({ "Content-Transfer-Encoding": "quoted-printable" }, `=\n=ZZ=4\nWe have=20removed the=\n content.=`),
  ],
  ["an encoding that nobody knows", aMail({ "Content-Transfer-Encoding": "x-uuencode" }, removed)],
  [
    "an attachment whose name is in three parts and encoded",
    aMultipart("multipart/mixed", [
      `Content-Type: text/plain\n\n${removed}`,
      "Content-Type: application/pdf\nContent-Disposition: attachment; filename*0*=utf-8''%e2%82%ac;\n" +
        ' filename*1="/../x"; filename*2*=%zz\n\n%PDF',
    ]),
  ],
  [
    "a subject that says more than its words",
    aMail({ Subject: "=?utf-8?q?Re=3A_=00=0d=0aBcc=3A?= =?x?b?!?=" }, removed),
  ],
];

/** Whose words are not certain to be their sender's: a person reads them. */
const uncertain: readonly (readonly [string, Uint8Array])[] = [
  ["words said to be in another charset", aMail({ "Content-Type": "text/plain; charset=utf-16le" }, `${removed}.`)],
  [
    "a forwarded mail that is no answer",
    aMultipart("multipart/mixed", ["Content-Type: text/plain\n\nSee the attached mail.", returned]),
  ],
  ["headers alone", bytesOf("From: x@host.example", "Subject: Re: ABUSE: phishing")],
  ["a body of NUL", aMail({}, "\u0000".repeat(2000))],
  ["HTML that never closes", aMail({ "Content-Type": "text/html" }, `${"<div><table><tr>".repeat(3000)}${removed}`)],
];

const as =
  (means: ReplyClass) =>
  ([name, bytes]: readonly [string, Uint8Array]) => ({ name, bytes, means });
export const strangeMails: readonly StrangeMail[] = [
  ...bounces.map(as("bounce")),
  ...complaints.map(as("complaint")),
  ...automatic.map(as("auto-reply")),
  ...letters.map(as("removed")),
  ...uncertain.map(as("unclear")),
];
