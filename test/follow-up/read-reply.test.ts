import { describe, expect, test } from "vitest";
import { readReply, readReplyPointers } from "../../functions/follow-up/read-reply.ts";
import { replyAddress } from "../../functions/notice/reply-address.ts";
import { aNotice, keys } from "../notice/a-request.ts";
import { aMail } from "./a-mail.ts";

const domain = "reply.dispatch.example";
const address = replyAddress({ caseId: "TD-7K3M-9QXZ-4B2N", notice: aNotice() }, keys, domain);
const passing = { "Authentication-Results": "amazonses.com; spf=pass; dkim=pass; dmarc=pass header.from=host.example" };
const read = (headers: Record<string, string> = {}, body = "The content has been removed.", pointer = {}) =>
  readReply(aMail({ ...passing, To: address, ...headers }, body), pointer, keys, domain);

describe("a reply", () => {
  test("is known by its token, with what it says and what SES said of its sender", () => {
    expect(read()).toMatchObject({ ok: true, value: { caseId: "TD-7K3M-9QXZ-4B2N", replyClass: "removed", dmarc: "pass", fromDomain: "host.example" } });
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

  test("that went in a circle is foreign", () => {
    const lines = new TextDecoder().decode(aMail({ To: address }));
    expect(readReply(new TextEncoder().encode("Received: from a by b\r\n".repeat(51) + lines), {}, keys, domain)).toMatchObject({ ok: false });
  });

  test("is found in upper case, in Cc, and by the envelope that SES names", () => {
    expect(read({ To: address.toUpperCase() }).ok).toBe(true);
    expect(read({ To: "x@y.example", Cc: `Us <${address}>` }).ok).toBe(true);
    expect(read({ To: "undisclosed" }, "ok", { recipients: [address] }).ok).toBe(true);
    expect(read({}, "ok", { recipients: ["other@reply.dispatch.example"] }).ok).toBe(false);
  });

  test("to two cases at once is for neither", () => {
    const other = replyAddress({ caseId: "TD-0000-0000-0001", notice: aNotice() }, keys, domain);
    expect(read({ Cc: other }).ok).toBe(false);
  });

  test.each([
    ["a verdict below SES's own", { "Authentication-Results": "amazonses.com; dmarc=fail\r\nAuthentication-Results: amazonses.com; dmarc=pass" }, "fail"],
    ["another server's verdict", { "Authentication-Results": "mx.evil.example; dmarc=pass" }, "none"],
    ["no verdict", { "Authentication-Results": "amazonses.com; spf=pass" }, "none"],
    ["a policy of none", { "Authentication-Results": "amazonses.com; dmarc=none" }, "gray"],
  ])("is not authenticated by %s", (_, headers, dmarc) => {
    expect(read(headers)).toMatchObject({ ok: true, value: { dmarc } });
  });

  test("takes SES's receipt before any header", () => {
    expect(read({}, "ok", { dmarc: "fail" })).toMatchObject({ ok: true, value: { dmarc: "fail" } });
  });

  test("with two senders names none", () => {
    const result = read({ From: "abuse@host.example, x@evil.example" });
    expect(result.ok && "fromDomain" in result.value).toBe(false);
  });

  test("has one hash however often it comes", () => {
    const [once, again] = [read(), read()];
    expect(once.ok && again.ok && once.value.mailHash === again.value.mailHash).toBe(true);
  });

  test("that only confirms delivery is neither answer nor bounce", () => {
    const body = "Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\nAction: delivered\nStatus: 2.0.0\n\n--b-1--";
    expect(read({ "Content-Type": 'multipart/report; report-type=delivery-status; boundary="b-1"' }, `--b-1\n${body}`)).toMatchObject({
      ok: true,
      value: { replyClass: "auto-reply" },
    });
  });
});

describe("where SES put the mail", () => {
  const receipt = {
    notificationType: "Received",
    mail: {},
    receipt: { recipients: [address], dmarcVerdict: { status: "PASS" }, action: { type: "S3", bucketName: "replies", objectKey: "in/abc" } },
  };
  const records = { Records: [{ s3: { bucket: { name: "replies" }, object: { key: "in/a+b%2Bc" } } }] };
  test.each<[string, unknown, unknown]>([
    ["SES's receipt", receipt, [{ bucket: "replies", key: "in/abc", recipients: [address], dmarc: "pass" }]],
    [
      "the same inside SNS",
      { Type: "Notification", Message: JSON.stringify(receipt) },
      [{ bucket: "replies", key: "in/abc", recipients: [address], dmarc: "pass" }],
    ],
    ["S3's event", records, [{ bucket: "replies", key: "in/a b+c" }]],
    [
      "S3's event by EventBridge",
      { source: "aws.s3", detail: { bucket: { name: "replies" }, object: { key: "in/abc" } } },
      [{ bucket: "replies", key: "in/abc" }],
    ],
  ])("is read from %s", (_, body, value) => {
    expect(readReplyPointers(JSON.stringify(body))).toEqual({ ok: true, value });
  });

  test.each(["", "x", "null", "[]", '{"Event":"s3:TestEvent"}', '{"Type":"Notification","Message":"hello"}'])("is not read from %j", (body) => {
    expect(readReplyPointers(body)).toMatchObject({ ok: false, error: { kind: "foreign" } });
  });
});
