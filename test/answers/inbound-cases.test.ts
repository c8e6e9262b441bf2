import { describe, expect, test } from "vitest";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { noticeToken, replyAddress } from "../../functions/notice/reply-address.ts";
import { aMail, aMultipart } from "./a-mail.ts";
import { anInbox, domain, keys, withAdded } from "./an-inbox.ts";
import { readMail } from "./as-deployed.ts";

const removed = "We have removed the content.";
const mebibyte = 1024 * 1024;

const desk = "abuse@network.example";

/** What may come in to a reply address, by name, and how each has to end. */
const rows: Readonly<Record<string, () => Promise<void>>> = {
  "correct token, DMARC pass, from contacted domain": async () => {
    const inbox = await anInbox();
    await inbox.take(inbox.from(desk));
    expect(await inbox.closed()).toBe("removed");
  },
  "correct token, all FAIL (forwarded/forged)": async () => {
    const inbox = await anInbox();
    await inbox.take(inbox.from(desk), { dmarc: "FAIL" });
    expect([await inbox.closed(), await inbox.questions()]).toEqual([undefined, ["reply"]]);
    expect((await inbox.events()).find(({ type }) => type === "replied")).toMatchObject({ authenticated: false });
  },
  "correct token, other domain": async () => {
    const inbox = await anInbox();
    await inbox.take(inbox.from("helpdesk@zendesk.example"));
    expect([await inbox.closed(), await inbox.questions()]).toEqual([undefined, ["reply"]]);
    expect((await inbox.events()).find(({ type }) => type === "replied")).toMatchObject({ authenticated: false });
  },
  "no token, guessed case id in subject": async () => {
    const inbox = await anInbox();
    const before = await inbox.events();
    await inbox.take(inbox.from("attacker@evil.example", { To: `abuse@${domain}`, Subject: `Re: [${inbox.caseId}]` }), {
      recipients: [`abuse@${domain}`],
    });
    expect(await inbox.events()).toEqual(before);
    expect(inbox.logged).toEqual([{ code: "reply.foreign", fields: { code: "foreign" } }]);
  },
  // The token is upper-cased here, and nothing else. A server that folds case folds the whole local
  // part: that answer is the desk's, and is read.
  "token of another case / flipped bit / truncated / upper-cased": async () => {
    const inbox = await anInbox();
    const before = await inbox.events();
    const other = replyAddress({ caseId: "TD-0000-0000-0009", notice: inbox.notice }, keys, domain);
    const [local = ""] = inbox.address.split("@");
    const flipped = `${local.slice(0, -1)}${local.endsWith("a") ? "b" : "a"}@${domain}`;
    const swapped = inbox.address.replace(noticeToken(inbox.notice), "0-first-0000000000");
    const shouted = local.replace(/[^.]+$/, (mac) => mac.toUpperCase());
    const recipients = [other, flipped, swapped, `${local.slice(0, 40)}@${domain}`, `${shouted}@${domain}`];
    for (const recipient of recipients) await inbox.take(inbox.from(desk), { recipients: [recipient] });
    expect(await inbox.events()).toEqual(before);
    expect(inbox.logged.map(({ code }) => code)).toEqual(Array(recipients.length).fill("reply.foreign"));
  },
  "expired token (case closed > retention)": async () => {
    const inbox = await anInbox();
    const gone = replyAddress({ caseId: "TD-0000-0000-0009", notice: inbox.notice }, keys, domain);
    await inbox.take(inbox.from(desk), { recipients: [gone] });
    expect(inbox.logged).toEqual([{ code: "reply.foreign", fields: { caseId: "TD-0000-0000-0009", code: "no-case" } }]);
  },
  "token leaked in Cc to third party who replies 'content removed'": async () => {
    const inbox = await anInbox();
    await inbox.take(inbox.from("x@evil.example"));
    expect([await inbox.closed(), await inbox.questions()]).toEqual([undefined, ["reply"]]);
  },
  "Auto-Submitted: auto-replied / X-Autoreply / Precedence: bulk / empty Return-Path": async () => {
    const headers: readonly Record<string, string>[] = [
      { "Auto-Submitted": "auto-replied" },
      { "X-Autoreply": "yes" },
      { Precedence: "bulk" },
      { "Return-Path": "<>" },
    ];
    for (const header of headers) {
      const inbox = await anInbox();
      await inbox.take(inbox.from(desk, { Subject: "Re: ABUSE", ...header }, "Hello."));
      expect(
        (await inbox.events()).find(({ type }) => type === "replied"),
        JSON.stringify(header),
      ).toMatchObject({ replyClass: "auto-reply" });
      await inbox.flow.pass({ hours: 25 });
      expect(inbox.flow.told()).toEqual([desk, desk]);
    }
  },
  "Auto-Submitted: no": async () => {
    const inbox = await anInbox();
    await inbox.take(inbox.from(desk, { "Auto-Submitted": "no" }));
    expect(await inbox.closed()).toBe("removed");
  },
  "own address as From (loop)": async () => {
    const inbox = await anInbox();
    const before = await inbox.events();
    await inbox.take(inbox.from(inbox.address));
    await inbox.take(inbox.from(`x@${domain}`));
    expect(await inbox.events()).toEqual(before);
    expect(inbox.logged.map(({ code }) => code)).toEqual(["reply.foreign", "reply.foreign"]);
  },
  "Received count > 50": async () => {
    const inbox = await anInbox();
    const before = await inbox.events();
    await inbox.take(Buffer.concat([Buffer.from("Received: from a by b\r\n".repeat(51)), inbox.from(desk)]));
    expect(await inbox.events()).toEqual(before);
    expect(inbox.logged.map(({ code }) => code)).toEqual(["reply.foreign"]);
  },
  "duplicate SES messageId / same Message-ID twice": async () => {
    const inbox = await anInbox();
    const mail = inbox.from("x@elsewhere.example", { "Message-ID": "<1@network.example>" });
    for (const bytes of [mail, mail, Buffer.concat([Buffer.from("Received: from another by path\r\n"), mail])])
      await inbox.take(bytes);
    expect((await inbox.events()).filter(({ type }) => type === "replied")).toHaveLength(1);
  },
  "DSN (multipart/report; report-type=delivery-status) for our message": async () => {
    const inbox = await anInbox();
    await inbox.take(aBounce(inbox.address));
    const [line] = (await inbox.events()).filter(({ type }) => type === "replied" || type === "bounced");
    expect(line).toMatchObject({
      type: "replied",
      replyClass: "bounce",
      authenticated: false,
      noticeId: inbox.notice.id,
    });
    expect([(await inbox.flow.theCase()).notices.map(({ state }) => state), await inbox.questions()]).toEqual([
      ["sent"],
      [],
    ]);
  },
  "forged DSN with right Message-ID but no token": async () => {
    const inbox = await anInbox();
    const before = await inbox.events();
    await inbox.take(aBounce(`abuse@${domain}`, { "In-Reply-To": "<ses-1@email.amazonses.com>" }), {
      recipients: [`abuse@${domain}`],
    });
    expect(await inbox.events()).toEqual(before);
  },
  "ARF complaint": async () => {
    const inbox = await anInbox();
    const parts = [
      "Content-Type: text/plain\n\nabuse",
      "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\nVersion: 1",
    ];
    await inbox.take(
      aMultipart("multipart/report; report-type=feedback-report", parts, {
        From: "fbl@network.example",
        To: inbox.address,
      }),
    );
    expect([await inbox.questions(), await inbox.flow.store.isStopped(desk)]).toEqual([["reply"], false]);
  },
  "100 nested multiparts / 10k parts / boundary prefix of another / missing end boundary": async () => {
    const nested = (depth: number): string =>
      depth === 0
        ? `Content-Type: text/plain\n\n${removed}`
        : `Content-Type: multipart/mixed; boundary="n${depth}"\n\n--n${depth}\n${nested(depth - 1)}\n--n${depth}--`;
    const texts: readonly (readonly [Uint8Array, ReplyClass])[] = [
      [aMultipart("multipart/mixed", [nested(100)]), "unclear"],
      [
        aMultipart("multipart/mixed", [
          `Content-Type: text/plain\n\n${removed}`,
          ...Array.from({ length: 10_000 }, () => "Content-Type: image/png\n\nx"),
        ]),
        "removed",
      ],
      [aMultipart("multipart/mixed", [`Content-Type: text/plain\n\n${removed}\n--b-12\nx`]), "removed"],
      [
        aMail({ "Content-Type": 'multipart/mixed; boundary="b-1"' }, `--b-1\nContent-Type: text/plain\n\n${removed}`),
        "removed",
      ],
    ];
    expect(texts.map(([bytes]) => readMail(bytes).class)).toEqual(texts.map(([, wanted]) => wanted));
  },
  "image/zip/eml attachment or inline cid image": async () => {
    for (const type of ["image/png", "application/zip", "message/rfc822"]) {
      const inbox = await anInbox();
      const parts = [
        `Content-Type: text/plain\n\n${removed}`,
        `Content-Type: ${type}; name="secret.bin"\nContent-ID: <secret>\n\nSubject: secret\n\nsecret`,
      ];
      await inbox.take(aMultipart("multipart/mixed", parts, { From: "x@elsewhere.example", To: inbox.address }));
      expect(JSON.stringify([await inbox.flow.theCase(), await inbox.events(), inbox.logged])).not.toContain("secret");
      expect(readMail(aMultipart("multipart/mixed", parts)).attachments).toEqual([
        { type, sizeBytes: 25, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
    }
  },
  "base64 image pasted in text/plain or text/html data: URI": async () => {
    const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk".repeat(4);
    const html = `<p>${removed}</p><img src="data:image/png;base64,${picture}"><p>data:image/png;base64,${picture}</p>`;
    for (const mail of [
      aMail({}, `${removed}\n${picture}\nsee data:image/png;base64,${picture}`),
      aMail({ "Content-Type": "text/html" }, html),
    ])
      expect(JSON.stringify(readMail(mail))).not.toContain("iVBORw0K");
  },
  "winmail.dat / application/ms-tnef / message/partial / message/external-body": async () => {
    for (const type of [
      'application/octet-stream; name="winmail.dat"',
      "application/ms-tnef",
      "message/partial",
      "message/external-body",
    ]) {
      const mail = readMail(
        aMultipart("multipart/mixed", [`Content-Type: text/plain\n\n${removed}`, `Content-Type: ${type}\n\nsecret`]),
      );
      expect([mail.class, JSON.stringify(mail).includes("secret"), mail.attachments.length]).toEqual([
        "removed",
        false,
        1,
      ]);
    }
  },
  "HTML only mail with <script>, CSS url(), tracking pixel, <base>, meta refresh": async () => {
    const html =
      `<html><head><base href="https://t.example/"><meta http-equiv="refresh" ` +
      `content="0;url=https://t.example/"><style>p{background:url(https://t.example/x)}</style></head><body ` +
      `onload="x()"><script>steal()</script><p>${removed}</p><img src="https://t.example/pixel" ` +
      `width="1"></body></html>`;
    expect(readMail(aMail({ "Content-Type": "text/html" }, html))).toMatchObject({ class: "removed", text: removed });
  },
  "40 MB mail (SES inbound max)": async () => {
    const attachment =
      "Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n" + `${`${"A".repeat(76)}\n`.repeat(500_000)}`;
    const mail = aMultipart("multipart/mixed", [`Content-Type: text/plain\n\n${removed}`, attachment]);
    expect(mail.length).toBeGreaterThan(36 * mebibyte);
    const before = process.memoryUsage();
    expect(readMail(mail).class).toBe("removed");
    const after = process.memoryUsage();
    // Beside the mail itself: it lies in memory once, and no part of it is copied.
    expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(32 * mebibyte);
  },
  "charset utf-7 / iso-2022-kr / unknown-8bit / x-user-defined": async () => {
    for (const charset of ["utf-7", "iso-2022-kr", "unknown-8bit", "x-user-defined"])
      expect(readMail(aMail({ "Content-Type": `text/plain; charset=${charset}` }, removed)).class).toBeDefined();
  },
};

const aBounce = (to: string, headers: Record<string, string> = {}): Uint8Array =>
  aMultipart(
    "multipart/report; report-type=delivery-status",
    [
      "Content-Type: text/plain\n\nSorry.",
      "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.network.example\n\n" +
        `Final-Recipient: rfc822; ${desk}\nAction: failed\nStatus: 5.1.1`,
    ],
    {
      From: "MAILER-DAEMON@mx.network.example",
      To: to,
      Subject: "Undelivered Mail Returned to Sender",
      "Return-Path": "<>",
      ...headers,
    },
  );

describe("what may come in to a reply address", () => {
  test.each(Object.entries(rows))("%s", async (_, end) => end());
});

test("an answer by a key added since the keys were read is the desk's; by a foreign key, nobody's", async () => {
  const inbox = await anInbox();
  const of = { caseId: inbox.caseId, notice: inbox.notice };
  const stranger = { current: "k3", keys: { k3: "a key for tests that we never had" } };
  await inbox.take(inbox.from(desk), { recipients: [replyAddress(of, stranger, domain)] });
  expect([await inbox.closed(), inbox.logged.map(({ code }) => code)]).toEqual([undefined, ["reply.foreign"]]);
  await inbox.take(inbox.from(desk), { recipients: [replyAddress(of, withAdded, domain)] });
  expect(await inbox.closed()).toBe("removed");
});

test("our own XARF report attached again stops no desk and asks nobody", async () => {
  const inbox = await anInbox();
  const parts = [
    "Content-Type: text/plain\n\nWe are looking into it.",
    "Content-Type: message/feedback-report\n\nFeedback-Type: xarf\n" +
      "User-Agent: takedown-notice-dispatcher/1\nVersion: 1",
  ];
  await inbox.take(
    aMultipart("multipart/report; report-type=feedback-report", parts, { From: desk, To: inbox.address }),
  );
  const [line] = (await inbox.events()).filter(({ type }) => type === "replied");
  expect(line).toMatchObject({ replyClass: "acknowledgement" });
  expect([await inbox.questions(), await inbox.flow.store.isStopped(desk)]).toEqual([[], false]);
});
