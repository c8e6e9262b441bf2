import { describe, expect, test } from "vitest";
import { modelReader } from "../../functions/adapters/model-reader.ts";
import { readReply } from "../../functions/answers/read-reply.ts";
import { readReplyPointers } from "../../functions/answers/reply-pointers.ts";
import { replyAddress } from "../../functions/notice/reply-address.ts";
import { aNotice, keys } from "../notice/a-request.ts";
import { aMail } from "./a-mail.ts";
import { spellings } from "./from-spellings.ts";

const domain = "reply.dispatch.example";
const address = replyAddress({ caseId: "TD-7K3M-9QXZ-4B2N", notice: aNotice() }, keys, domain);
const results = "Authentication-Results";
const passing = { [results]: "amazonses.com; spf=pass; dkim=pass; dmarc=pass header.from=host.example" };
const from = "Abuse Desk <abuse@host.example>";
const read = (headers: Record<string, string> = {}, body = "We have removed the content.", pointer = {}) => {
  // SES's stands above all that the sender wrote.
  const { [results]: judged, ...written } = { ...passing, ...headers };
  const mail = aMail({ To: address, ...written }, body);
  const told = { dmarc: "pass", ...pointer } as const;
  return readReply(
    Buffer.concat([Buffer.from(`${results}: ${judged}\r\n`), mail]),
    told,
    keys,
    [domain],
    modelReader(),
  );
};

/** As SES writes it: what the sender says of itself stands before the verdict. */
const of = (dmarc: string, before = "envelope-from=x@host.example") =>
  `amazonses.com; spf=pass ${before}; dkim=pass; dmarc=${dmarc} header.from=host.example`;

describe("a reply", () => {
  test("is known by its token, with what it says and what SES said of its sender", () => {
    expect(read()).toMatchObject({
      ok: true,
      value: {
        about: [{ caseId: "TD-7K3M-9QXZ-4B2N" }],
        replyClass: "removed",
        dmarc: "pass",
        from: "abuse@host.example",
      },
    });
  });

  test.each([
    ["without a token", { To: "abuse@reply.dispatch.example", Subject: "[TD-7K3M-9QXZ-4B2N]" }],
    ["with a changed token", { To: address.replace(/.@/, (found) => (found === "a@" ? "b@" : "a@")) }],
    ["with a token in capitals and the rest not", { To: address.replace(/[^.]+(?=@)/, (mac) => mac.toUpperCase()) }],
    ["with half a token", { To: `${address.slice(0, 40)}@${domain}` }],
    ["from our own reply domain", { From: `c.x@${domain}` }],
    ["of our own", { "X-Case-Attempt": "TD-7K3M-9QXZ-4B2N_0-first-1a2b3c4d5e_1" }],
  ])("%s is foreign", (_, headers) => {
    expect(read(headers)).toMatchObject({ ok: false, error: { kind: "foreign" } });
  });

  test("names the mails that it answers, the last first and each once, and nothing that is no name", () => {
    const named = read({
      References: "<0100-a@eu-central-1.amazonses.com>\r\n <0100-b@x.example> junk",
      "In-Reply-To": "<0100-b@x.example>",
    });
    expect(named.ok && named.value.answers).toEqual(["0100-b", "0100-a"]);
    const many = read({ References: Array.from({ length: 900 }, (_, n) => `<${n}@x.example>`).join("\r\n ") });
    expect(many.ok && many.value.answers?.length).toBe(50);
    const none = read({ References: "<a b@x.example> <@> x@y.example" });
    expect(none.ok && none.value.answers).toBeUndefined();
  });

  test("that went in a circle is foreign", () => {
    const lines = new TextDecoder().decode(aMail({ To: address }));
    expect(
      readReply(
        new TextEncoder().encode("Received: from a by b\r\n".repeat(51) + lines),
        { dmarc: "pass" },
        keys,
        [domain],
        modelReader(),
      ),
    ).toMatchObject({ ok: false });
  });

  test("is found in upper case, in Cc, and by the envelope that SES names", () => {
    expect(read({ To: address.toUpperCase() }).ok).toBe(true);
    expect(read({ To: "x@y.example", Cc: `Us <${address}>` }).ok).toBe(true);
    expect(read({ To: "undisclosed" }, "ok", { recipients: [address] }).ok).toBe(true);
    expect(read({}, "ok", { recipients: ["other@reply.dispatch.example"] }).ok).toBe(false);
  });

  test("to two cases at once is for each of them, however often they are named", () => {
    const other = replyAddress({ caseId: "TD-0000-0000-0001", notice: aNotice() }, keys, domain);
    const both = read({ Cc: `${other}, ${other}, c.td-0000-0000-0002.aaaaaaaaaa.k1.aaaaaaaaaaaaaaaa@${domain}` });
    expect(both.ok && both.value.about.map(({ caseId }) => caseId)).toEqual(["TD-7K3M-9QXZ-4B2N", "TD-0000-0000-0001"]);
  });

  test.each([
    ["a verdict below SES's own", `${of("fail")}\r\nAuthentication-Results: ${of("pass")}`, "fail"],
    ["another server's verdict", of("pass").replace("amazonses.com", "mx.evil.example"), "none"],
    ["no verdict", "amazonses.com; spf=pass", "none"],
    ["a policy of none", of("none"), "gray"],
    ["the envelope's sender", of("fail", "envelope-from=dmarc=pass@evil.example; helo=mx.evil.example"), "fail"],
    ["a HELO that is a clause", of("fail", "helo=x; dmarc=pass header.from=host.example"), "fail"],
    ["a verdict before the last clause", `${of("pass")}; spf=fail`, "none"],
    ["a verdict on another domain than that of From", of("pass").replaceAll("host.example", "evil.example"), "none"],
    ["a domain above that of From", of("pass").replaceAll("from=host.example", "from=example"), "none"],
    ["a domain below that of From", of("pass").replaceAll("from=host.example", "from=mail.host.example"), "none"],
    ["two verdicts of which one is the sender's", of("pass", "helo=x; dmarc=fail header.from=host.example"), "none"],
    ["a header so long that it may have been cut", of("pass", `envelope-from=${"a".repeat(20_000)}`), "none"],
  ])("is not authenticated by %s, whatever SES's receipt says", (_, judged, dmarc) => {
    expect(read({ [results]: judged }, "ok")).toMatchObject({ ok: true, value: { dmarc } });
  });

  test("is proven where SES's receipt and its header both say so, and by neither alone", () => {
    expect(read({}, "ok", { dmarc: "pass" })).toMatchObject({ ok: true, value: { dmarc: "pass" } });
    for (const dmarc of ["fail", "gray", "processing-failed", "none"])
      expect(read({}, "ok", { dmarc })).toMatchObject({ ok: true, value: { dmarc } });
    const bare = aMail({ To: address });
    expect(readReply(bare, { dmarc: "pass" }, keys, [domain], modelReader())).toMatchObject({
      ok: true,
      value: { dmarc: "none" },
    });
  });

  test("is not authenticated by a header that stands below From, where only its sender can have put it", () => {
    const mail = aMail({ From: from, [results]: of("pass"), To: address });
    expect(readReply(mail, { dmarc: "pass" }, keys, [domain], modelReader())).toMatchObject({
      ok: true,
      value: { dmarc: "none" },
    });
  });

  test.each(Object.entries(spellings("abuse@host.example", "mallory@evil.example")))(
    "is no desk's that a stranger wrote, of whose own domain SES says PASS: %s",
    (_, head) => {
      const judged = `${results}: ${of("pass").replace("from=host", "from=evil")}\r\n`;
      const mail = `${judged}${head}\r\nTo: ${address}\r\nSubject: Re\r\n\r\nIt has been removed.\r\n`;
      const result = readReply(
        Buffer.from(mail, "latin1"),
        { recipients: [address], dmarc: "pass" },
        keys,
        [domain],
        modelReader(),
      );
      const proven = result.ok && result.value.dmarc === "pass" ? result.value.from : undefined;
      expect([undefined, "mallory@evil.example"]).toContain(proven);
    },
  );

  test("with two senders names none", () => {
    const result = read({ From: "abuse@host.example, x@evil.example" });
    expect(result.ok && "from" in result.value).toBe(false);
  });

  test("has one hash however often it comes", () => {
    const [once, again] = [read(), read()];
    expect(once.ok && again.ok && once.value.mailHash === again.value.mailHash).toBe(true);
  });

  test("that only confirms delivery is neither answer nor bounce", () => {
    const body =
      "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\nAction: " +
      "delivered\nStatus: 2.0.0\n\n--b-1--";
    expect(
      read({ "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b-1"' }, `--b-1\n${body}`),
    ).toMatchObject({
      ok: true,
      value: { replyClass: "auto-reply" },
    });
  });
});

describe("where SES put the mail", () => {
  const receipt = {
    notificationType: "Received",
    mail: {},
    receipt: {
      recipients: [address],
      dmarcVerdict: { status: "PASS" },
      action: { type: "S3", bucketName: "replies", objectKey: "in/abc" },
    },
  };
  test.each<[string, unknown, unknown]>([
    ["SES's receipt", receipt, [{ bucket: "replies", key: "in/abc", recipients: [address], dmarc: "pass" }]],
    [
      "the same inside SNS",
      { Type: "Notification", Message: JSON.stringify(receipt) },
      [{ bucket: "replies", key: "in/abc", recipients: [address], dmarc: "pass" }],
    ],
    [
      "a receipt without a verdict: there is none, and the mail's head is not asked",
      { ...receipt, receipt: { recipients: [address], action: receipt.receipt.action } },
      [{ bucket: "replies", key: "in/abc", recipients: [address], dmarc: "none" }],
    ],
  ])("is read from %s", (_, body, value) => {
    expect(readReplyPointers(JSON.stringify(body))).toEqual({ ok: true, value });
  });

  test.each([
    "",
    "x",
    "null",
    "[]",
    '{"Event":"s3:TestEvent"}',
    '{"Records":[{"s3":{"bucket":{"name":"replies"},"object":{"key":"in/abc"}}}]}',
    '{"source":"aws.s3","detail":{"bucket":{"name":"replies"},"object":{"key":"in/abc"}}}',
    '{"Type":"Notification","Message":"hello"}',
    "Successfully validated SNS topic for Amazon SES event publishing.",
    '{"notificationType":"AmazonSnsSubscriptionSucceeded","message":"You have successfully subscribed ' +
      'your Amazon SNS topic."}',
    JSON.stringify({
      ...receipt,
      receipt: { ...receipt.receipt, action: { type: "SNS", topicArn: "arn:aws:sns:us-east-1:000000000000:x" } },
    }),
  ])("is not read from %j", (body) => {
    expect(readReplyPointers(body)).toMatchObject({ ok: false, error: { kind: "foreign" } });
  });
});
