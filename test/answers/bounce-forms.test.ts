import { describe, expect, test } from "vitest";
import { modelReader } from "../../functions/adapters/model-reader.ts";
import { readReply } from "../../functions/answers/read-reply.ts";
import { replyAddress } from "../../functions/notice/reply-address.ts";
import { aNotice, keys } from "../notice/a-request.ts";
import { aMail, aMultipart } from "./a-mail.ts";
import { type BounceForm, bounceForms } from "./bounce-forms.ts";

const domain = "reply.dispatch.example";
const address = replyAddress({ caseId: "TD-7K3M-9QXZ-4B2N", notice: aNotice() }, keys, domain);

const mailOf = ({ from, subject, headers, body, status }: BounceForm): Uint8Array => {
  const all = {
    ...headers,
    From: from,
    To: address,
    Subject: `=?utf-8?b?${Buffer.from(subject).toString("base64")}?=`,
  };
  return status
    ? aMultipart(
        "multipart/report; report-type=delivery-status",
        [`Content-Type: text/plain; charset=utf-8\n\n${body}`, `Content-Type: message/delivery-status\n\n${status}`],
        all,
      )
    : aMail(all, body);
};

describe("mail servers give a mail back each in its own form", () => {
  test.each(bounceForms.map((form) => [form.software, form] as const))(
    "%s, and the notice that came back is known by its token",
    (_, form) => {
      expect(readReply(mailOf(form), { dmarc: "pass" }, keys, [domain], modelReader())).toMatchObject({
        ok: true,
        value: { about: [{ caseId: "TD-7K3M-9QXZ-4B2N" }], replyClass: "bounce", bounce: { means: form.means } },
      });
    },
  );
});
