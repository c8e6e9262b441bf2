import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { aMail, aMultipart } from "./a-mail.ts";
import { readMail } from "./as-deployed.ts";
import { strangeMails } from "./strange-mails.ts";

const classOf = (body: string, headers: Record<string, string> = {}): ReplyClass =>
  readMail(aMail(headers, body)).class;

/** How well letters are read is a score (`npm run replies:score`); here is what is plainest, and would do harm. */
describe("what a desk writes", () => {
  test("is read by the model, which says how sure it is", () => {
    const { class: read, confidence = 0, telling } = readMail(aMail({}, "Hello,\n\nthe content has been removed."));
    expect([read, confidence > 0.9, telling]).toEqual(["removed", true, ["the content has been removed."]]);
  });

  test.each([
    "We have suspended the customer's account and removed the page.",
    "Der Inhalt wurde entfernt.",
    "Le contenu a été supprimé.",
    "El contenido ha sido eliminado.",
    "La pagina è stata rimossa.",
    "Treść została usunięta.",
    "コンテンツを削除しました。",
    "该页面已被删除。",
    "Страница удалена.",
  ])("is removed where that is plainly told: %s", (body) => {
    expect(classOf(body)).toBe("removed");
  });

  test.each([
    "The content has not been removed yet.",
    "We cannot confirm that the content was removed.",
    "If the content is removed we will tell you.",
    "The customer has 24 hours before the site is suspended.",
    "The content will be removed.",
    "Please tell us when it has been removed.",
    "We have asked the customer to remove it.",
    "Der Inhalt wird entfernt, sobald geprüft wurde.",
    "Le contenu n'a pas été supprimé.",
    "El contenido no ha sido eliminado.",
    "Was it removed? For me it gives a 404.",
    "Our customer writes that the page was removed.",
    "We have removed the page. However, this address does not belong to our network.",
    "> the content has been removed",
    "On Mon, 23 Nov 2026 at 10:00, Example Dispatch <notices@dispatch.example> wrote:\nWe have removed the content.",
    "",
  ])("is not removed where it is not: %s", (body) => {
    expect(classOf(body)).not.toBe("removed");
  });

  test("sets aside what is quoted and the signature", () => {
    const body =
      "Please provide the exact URL.\n-- \nAbuse Desk, the content has been removed\n> quoted\n" +
      "On Mon Dispatch wrote:\nwe removed it";
    expect(readMail(aMail({}, body))).toMatchObject({ class: "question", text: "Please provide the exact URL." });
  });

  test.each([
    ["We forwarded it.", "From: Dispatch\nSent: Tuesday\nTo: abuse\nSubject: ABUSE\n\nThe content was removed."],
    [
      "Wird geprüft.",
      "Von: Meldestelle\nGesendet: Dienstag, 24. November 2026 08:14\nAn: abuse\n\nDie Seite wurde gelöscht.",
    ],
    ["已转交客户。", "发件人: 举报中心\n发送时间: 2026年11月24日\n收件人: abuse\n\n该页面已删除。"],
    ["담당 부서에 전달되었습니다.", "2026년 11월 24일 (화) 09:12, 신고센터 님이 작성:\n> 삭제되었습니다."],
  ])("sets aside a mail quoted by its head in the desk's language: %s", (own, quoted) => {
    const mail = readMail(aMail({}, `${own}\n\n${quoted}`));
    expect(mail.text).toBe(own);
    expect(["acknowledgement", "passed-on"]).toContain(mail.class);
  });

  test("reads a forwarded mail, which begins with such a head, and what is said above a quoted address", () => {
    expect(classOf("From: Level 2\nDate: today\n\nWe have removed the content.")).toBe("removed");
    expect(classOf("The account is suspended. Not removed:\n> hxxps://site[.]example/a")).toBe("unclear");
  });

  test("an address in a language without spaces ends where its letters end", () => {
    expect(classOf("通報は専用フォーム（https://www.host.example/abuse）からのみ受け付けております。")).toBe(
      "use-our-form",
    );
  });

  test("reads English under another script's greeting", () => {
    expect(classOf("Уважаемые коллеги, we have got your ticket and check it now.")).toBe("acknowledgement");
  });

  test("reads an HTML mail's words and runs nothing in it", () => {
    const html =
      "<html><head><style>p{background:url(https://t.example/)}</style></head><body><p>We have " +
      '<b>removed</b> the content.</p><script>alert("refused")</script><blockquote>We will not remove ' +
      'it.</blockquote><img src="cid:x"></body></html>';
    expect(readMail(aMail({ "Content-Type": "text/html; charset=utf-8" }, html))).toMatchObject({
      class: "removed",
      text: "We have removed the content.",
    });
  });
});

describe("what machines write", () => {
  test.each<[ReplyClass, Record<string, string>, string]>([
    [
      "auto-reply",
      { Subject: "Out of office: ABUSE", "Auto-Submitted": "auto-replied" },
      "I am on vacation until Monday.",
    ],
    ["auto-reply", { "Auto-Submitted": "auto-replied" }, "The office is closed until Monday."],
    ["auto-reply", { "X-Autoreply": "yes" }, "Hi"],
    ["auto-reply", { "X-Case-Attempt": "TD-7K3M-9QXZ-4B2N_0-first-1a2b3c4d5e_1" }, "Hi"],
    [
      "use-our-form",
      { "Auto-Submitted": "auto-replied" },
      "This mailbox is not monitored. Please use the form at https://host.example/abuse.",
    ],
    ["removed", { "Auto-Submitted": "no" }, "We have removed the content."],
  ])("%s from %j", (expected, headers, body) => {
    expect(classOf(body, headers)).toBe(expected);
  });

  test("X-Auto-Response-Suppress is no proof of a machine", () => {
    expect(readMail(aMail({ "X-Auto-Response-Suppress": "All" }, "ok")).automatic).toBe(false);
  });
});

describe("a mail that no machine of ours may answer", () => {
  const isUnanswered = (headers: Readonly<Record<string, string>>) =>
    readMail(aMail(headers, "When was it seen?")).mayBeAutomatic === true;

  test.each<Readonly<Record<string, string>>>([
    { "X-Auto-Response-Suppress": "OOF, AutoReply" },
    { "X-Loop": "abuse@host.example" },
    { "X-OTRS-Loop": "yes" },
    { "X-RT-Loop-Prevention": "host.example" },
    { "X-AutoReply-From": "abuse@host.example" },
    { Precedence: "list" },
    { Precedence: "bulk" },
    { "List-Unsubscribe": "<mailto:x@host.example>" },
    { "Auto-Submitted": "auto-replied" },
    { "Auto-Submitted": "no, but yes" },
    { Subject: "[Auto-Reply] Re: ABUSE: phishing" },
    { Subject: "Re: [#4711] Automated response: ABUSE: phishing" },
    { Subject: "Automatische Antwort: ABUSE: phishing" },
    { Subject: "Re: Réponse automatique : ABUSE" },
    { From: "No Reply <no-reply@host.example>" },
    { From: "noreply+4711@host.example" },
    { "Return-Path": "<>" },
  ])("has %j", (headers) => {
    expect(isUnanswered(headers)).toBe(true);
  });

  test.each<Readonly<Record<string, string>>>([
    {},
    { "Auto-Submitted": "no" },
    { Subject: "Re: ABUSE: phishing on autoreplica.example" },
    { From: "reply@host.example" },
  ])("is none that has %j", (headers) => {
    expect(isUnanswered(headers)).toBe(false);
  });
});

describe("what a reply holds", () => {
  test.each([
    ["[Ticket#2026112410000012] Re: ABUSE", "", "2026112410000012"],
    ["Re: ABUSE [HOST-4711]", "", "HOST-4711"],
    ["[#4711234] Re: ABUSE", "", "4711234"],
    ["Re: ABUSE (AbuseID:A1B2C3:1)", "", "A1B2C3:1"],
    ["Re: ABUSE", "Your ticket number is ABC-20261124-7.", "ABC-20261124-7"],
    ["Re: ABUSE", "Case ID: 00123456", "00123456"],
    [
      "Re: ABUSE: phishing – bad[.]example – 2026-11-24 [TD-7K3M-9QXZ-4B2N]",
      "Thank you for your report of 2026.",
      undefined,
    ],
    ["Re: ABUSE", "Your ticket: evil-portal.com/login1", undefined],
    ["Re: ABUSE", "Your ticket: xn--bd-xka1.example1", undefined],
    ["Re: [Ticket #tel:1234]", "", undefined],
    ["Re: ABUSE", `Your ticket: ${"A1".repeat(40)}`, undefined],
  ])("finds the ticket number in %j %j", (subject, body, ticket) => {
    expect(readMail(aMail({ Subject: subject }, body)).ticket).toBe(ticket);
  });

  test.each([
    ["[Ticket#2026112410000012]", "2026112410000012"],
    ["[desk.example #4711]", "4711"],
    ["[#4711]", "4711"],
    ["[#ABC-123-45678]", "ABC-123-45678"],
    ["[~4711]", "4711"],
    ["[Request ID :##4711##]", "4711"],
    ["##4711##", "4711"],
    ["##RE-4711##", "RE-4711"],
    ["(ABC-4711)", "ABC-4711"],
    ["(AbuseID:A1B2C3:1)", "A1B2C3:1"],
    ["[SD#4711]", "4711"],
    ["[T4711]", "T4711"],
    ["{4711}", "4711"],
    ["[HOST-4711]", "HOST-4711"],
    ["[Ticket: 4711]", "4711"],
    ["[Example Support #4711]", "4711"],
  ])("finds the number as the desk's system writes it: %s", (tag, ticket) => {
    for (const subject of [
      `${tag} ABUSE: phishing - bad[.]example (192.0.2.7) - 2026-11-24 [TD-7K3M-9QXZ-4B2N]`,
      `Re: ABUSE: phishing - bad[.]example (2001:db8::1234) - 2026-11-24 [TD-7K3M-9QXZ-4B2N] ${tag}`,
    ])
      expect(readMail(aMail({ Subject: subject }, ""))).toMatchObject({ ticket, ticketTag: tag });
  });

  test("finds it behind a host's word", () => {
    expect(readMail(aMail({ Subject: "[Hetzner] AbuseID:ABC123:1A: ABUSE: phishing" }, ""))).toMatchObject({
      ticket: "ABC123:1A",
      ticketTag: "AbuseID:ABC123:1A",
    });
  });

  test.each([
    "[http://evil.example/4711]",
    "[evil http://x #4711]",
    "[tel:4711]",
    "[call sms:4711]",
    "[WITHDRAWN: please ignore TD-7K3M-9QXZ-4B2N #4711]",
    "[withdrawn #4711]",
    "[under penalty of perjury 1]",
    "[under penalty of perjury #4711]",
    "[we gladly pay #4711]",
    "[<b>x</b> #4711]",
    "[4711 euros]",
    "[#TD-7K3M-9QXZ-4B2N]",
    "{TD-7K3M-9QXZ-4B2N}",
    "[2026-11-24]",
    "(192.0.2.7)",
    "(2001:db8::1234)",
    "[2001:db8::1234]",
    "(more than 4711)",
    `[${"A".repeat(50)} #4711234567]`,
    `##${"1".repeat(70)}##`,
  ])("takes nothing else for the writing of a desk's system: %s", (words) => {
    for (const subject of [`${words} Re: ABUSE`, `Re: ABUSE [TD-7K3M-9QXZ-4B2N] ${words}`])
      expect(readMail(aMail({ Subject: subject }, "Your ticket number is 4711.")).ticketTag).toBeUndefined();
  });

  test("finds the form, and the party named", () => {
    expect(
      readMail(aMail({}, "Please use our form: https://host.example/abuse-report. See also https://host.example/news"))
        .form,
    ).toBe("https://host.example/abuse-report");
    expect(readMail(aMail({}, "It is not hosted by us. Please contact abuse@hosting.example.")).namedParty).toBe(
      "abuse@hosting.example",
    );
    expect(readMail(aMail({}, "The address belongs to Example Cloud, not to us.")).namedParty).toBe("Example Cloud");
  });

  test.each([
    ["your reply address", "Not ours. You wrote from c.td-7k3m-9qxz-4b2n.aaaaaaaaaa.k1.bbbb@reply.dispatch.example."],
    ["our domain", "Not ours; c.td-7k3m-9qxz-4b2n.a.k1.b@dispatch.example. Your mail to us: notices@dispatch.example"],
    ["who wrote", "It is not hosted by us. Please contact abuse@host.example of the right host."],
    ["the mail's sender", "We are not the host. Your mail from notices@other.example was deleted."],
    ["a word that is no name", "It is not our network. Please contact Support for this."],
  ])("names as the right party never %s", (_, text) => {
    expect(readMail(aMail({}, text)).namedParty).toBeUndefined();
  });

  test("knows an attachment by type, size and hash alone", () => {
    const encoded = "iVBORw0KGgoMARKER1234567890MARKER";
    const mail = readMail(
      aMultipart("multipart/mixed", [
        "Content-Type: text/plain\n\nWe have removed the content.",
        `Content-Type: image/png; name="marker.png"\nContent-Transfer-Encoding: base64\n\n${encoded}`,
      ]),
    );
    expect(mail.class).toBe("removed");
    expect(mail.attachments).toEqual([
      { type: "image/png", sizeBytes: encoded.length, sha256: createHash("sha256").update(encoded).digest("hex") },
    ]);
    expect(JSON.stringify(mail)).not.toMatch(/MARKER|marker/);
  });

  test.each([
    "message/rfc822",
    "application/ms-tnef",
    "message/partial",
    "message/external-body",
    "application/zip",
    "text/calendar",
  ])("keeps a part of type %s closed", (type) => {
    const mail = readMail(
      aMultipart("multipart/mixed", [
        "Content-Type: text/plain\n\nok",
        `Content-Type: ${type}\n\nSubject: x\n\nMARKER the content has been removed`,
      ]),
    );
    expect(JSON.stringify(mail)).not.toContain("MARKER");
    expect(mail).toMatchObject({ class: "unclear", attachments: [{ type }] });
  });

  test("strips a picture pasted as text", () => {
    const mail = readMail(aMail({}, `see data:image/png;base64,${"A".repeat(300)} here\n${"iVBORw0K".repeat(9)}\nend`));
    expect(mail.text).toBe("see […] here\nend");
  });
});

describe("delivery reports and complaints", () => {
  const report = (status: string) =>
    aMultipart(
      "multipart/report; report-type=delivery-status",
      [
        "Content-Type: text/plain\n\nSorry.",
        `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.host.example\n\n${status}`,
      ],
      { From: "MAILER-DAEMON@mx.host.example", "Return-Path": "<>", Subject: "Undelivered Mail Returned to Sender" },
    );

  test.each([
    [
      "Final-Recipient: rfc822; abuse@host.example\nAction: failed\nStatus: 5.1.1",
      { means: "dead", status: "5.1.1", detail: "undeliverable 5.1.1" },
    ],
    [
      "Final-Recipient: rfc822; abuse@host.example\nAction: failed\nStatus: 5.2.2\n" +
        "Diagnostic-Code: smtp; 552 5.2.2 mailbox full",
      { means: "late", status: "5.2.2", detail: "not delivered 5.2.2" },
    ],
    [
      "Final-Recipient: rfc822; abuse@host.example\nAction: delayed\nStatus: 4.4.1",
      { means: "late", status: "4.4.1", detail: "delayed 4.4.1" },
    ],
    [
      "Final-Recipient: rfc822; abuse@host.example\nAction: delivered\nStatus: 2.0.0",
      { means: "delivered", detail: "delivered" },
    ],
  ])("reads %j", (status, bounce) => {
    expect(readMail(report(status))).toMatchObject({ class: "bounce", bounce });
  });

  test("knows servers that write no report", () => {
    const body =
      "Hi. This is the mail program at mx.host.example.\n" +
      "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n" +
      "<abuse@host.example>:\n550 5.1.1 user unknown\n\n--- Below this line is a copy of the message.\n\n" +
      "we removed it";
    expect(
      readMail(aMail({ From: "MAILER-DAEMON@mx.host.example", Subject: "failure notice", "Return-Path": "<>" }, body)),
    ).toMatchObject({
      class: "bounce",
      bounce: { means: "dead", status: "5.1.1" },
    });
  });

  test("a person who writes about a bounce is not one", () => {
    expect(
      classOf(
        "Hello, my last mail to you was returned: delivery failed, 550 user unknown. " +
          "Could you tell me the right address?",
        {
          Subject: "Re: Undelivered mail",
        },
      ),
    ).toBe("question");
  });

  test("a feedback report is a complaint", () => {
    const mail = aMultipart(
      "multipart/report; report-type=feedback-report",
      [
        "Content-Type: text/plain\n\nabuse",
        "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\nVersion: 1",
      ],
      { From: "fbl@provider.example" },
    );
    expect(readMail(mail).class).toBe("complaint");
  });
});

describe("which feedback reports complain", () => {
  const feedback = (fields: string, text = "We are looking into it.") =>
    aMultipart(
      'multipart/report; report-type="feedback-report"',
      [`Content-Type: text/plain\n\n${text}`, `Content-Type: message/feedback-report\n\n${fields}`],
      { From: "abuse@network.example" },
    );
  test.each(["abuse", "fraud", "virus", "other", "opt-out", "opt-out-list", "auth-failure", "ABUSE"])(
    "%s does",
    (type) => {
      expect(readMail(feedback(`Feedback-Type: ${type}\nUser-Agent: x/1\nVersion: 1`)).class).toBe("complaint");
    },
  );
  test.each(["xarf", "XARF", "not-spam", "dmarc", "xarf-abuse", "no abuse", ""])("%j does not", (type) => {
    expect(readMail(feedback(`Feedback-Type: ${type}\nUser-Agent: x/1\nVersion: 1`)).class).not.toBe("complaint");
  });
  test("a part without a type does not", () => {
    expect(readMail(feedback("User-Agent: x/1\nVersion: 1")).class).not.toBe("complaint");
  });
  test("our own report that a desk attaches again leaves its words what they are", () => {
    const own =
      "Feedback-Type: xarf\nUser-Agent: takedown-notice-dispatcher/1\nVersion: 1\n" +
      "Reported-URI: http://account-check.example/\nIncidents: 1";
    expect([readMail(feedback(own)).class, readMail(feedback(own, "We have removed the content.")).class]).toEqual([
      "acknowledgement",
      "removed",
    ]);
  });
  test("nor does one whose fields stand in the text, as some ticket systems flatten it", () => {
    const flat = "Feedback-Type: xarf\nUser-Agent: takedown-notice-dispatcher/1\nVersion: 1\nSource-IP: 192.0.2.10\n";
    expect(classOf(`We are looking into it.\n\n${flat}`, {})).not.toBe("complaint");
    expect(classOf(flat.replace("xarf", "abuse"), {})).toBe("complaint");
  });
});

/** Before what counts searches: where `RegExp.prototype` was touched once, all patterns are slower. */
describe("mails whose form is rare, broken or hostile", () => {
  test.each(strangeMails)("$name: $means", ({ bytes, means }) => {
    expect(readMail(bytes).class).toBe(means);
  });
});

describe("hostile mails", () => {
  const nested = (depth: number): string =>
    depth === 0
      ? "Content-Type: text/plain\n\ndeep"
      : `Content-Type: multipart/mixed; boundary="n${depth}"\n\n--n${depth}\n${nested(depth - 1)}\n--n${depth}--`;
  test.each([
    ["a hundred nested multiparts", aMultipart("multipart/mixed", [nested(100)])],
    [
      "ten thousand parts",
      aMultipart(
        "multipart/mixed",
        Array.from({ length: 10_000 }, () => "Content-Type: text/plain\n\nx"),
      ),
    ],
    [
      "a boundary that begins like another",
      aMultipart("multipart/mixed", ["Content-Type: text/plain\n\na\n--b-1x\nb\n--b-12--"]),
    ],
    [
      "a missing end",
      aMail(
        { "Content-Type": 'multipart/mixed; boundary="b-1"' },
        "--b-1\nContent-Type: text/plain\n\nthe end is missing",
      ),
    ],
    ["endless headers", new TextEncoder().encode("X-A: b\r\n".repeat(100_000))],
    ["one endless header", new TextEncoder().encode(`Subject: ${"a\r\n ".repeat(100_000)}`)],
    ["a megabyte of open tags", aMail({ "Content-Type": "text/html" }, "<script".repeat(150_000))],
    ["a megabyte of encoded words", aMail({ Subject: "=?utf-8?q?".repeat(100_000) })],
    ["one endless sentence", aMail({}, "we have received the content page site url ".repeat(25_000))],
    ["a megabyte of dashes", aMail({}, "-".repeat(1_000_000))],
    ["charset utf-7", aMail({ "Content-Type": "text/plain; charset=utf-7" }, "+ADw-b+AD4-")],
    ["an unknown charset", aMail({ "Content-Type": "text/plain; charset=x-none" }, "hello")],
    ["nothing", new Uint8Array()],
    ["noise", Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 256)],
  ])("%s are read within the test's time, which work by the square of their length would outlast", (_, bytes) => {
    expect(readMail(bytes).class).toBeDefined();
  });
});
