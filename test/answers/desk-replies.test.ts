import { describe, expect, test } from "vitest";
import { readMail } from "../../functions/answers/read-mail.ts";
import type { ReplyClass } from "../../functions/case/reply-class.ts";
import { aMail } from "./a-mail.ts";
import { deskReplies } from "./desk-replies.ts";
import { isReadRight } from "./reply-set.ts";

describe("replies as desks write them", () => {
  const read = deskReplies.map(([wanted, body, subject, automatic]) => {
    const mail = readMail(
      aMail(
        { Subject: subject || "Re: ABUSE: phishing", ...(automatic && { "Auto-Submitted": "auto-replied" }) },
        body,
      ),
    );
    return { wanted, body, given: mail.class, rule: mail.rule };
  });

  test("at least 95 of a hundred have their class", () => {
    const wrong = read.filter((reply) => !isReadRight(reply));
    expect(wrong.length / read.length, JSON.stringify(wrong, undefined, 1)).toBeLessThan(0.05);
  });

  test("no answer is claimed that was not given: what is not its own class is unclear or an acknowledgement", () => {
    const harmless: readonly ReplyClass[] = ["unclear", "acknowledgement", "auto-reply"];
    expect(read.filter((reply) => !isReadRight(reply) && !harmless.includes(reply.given))).toEqual([]);
  });
});
