import { describe, expect, test } from "vitest";
import { fromMailbox } from "../../functions/answers/from-mailbox.ts";
import { walkMail } from "../../functions/answers/walk-mail.ts";
import { spellings } from "./from-spellings.ts";

const mailboxIn = (head: string) =>
  fromMailbox(walkMail(Buffer.from(`${head}\r\nSubject: Re\r\n\r\nHello\r\n`, "latin1")));

describe("the mailbox in From", () => {
  test.each([
    ["alone", "From: abuse@host.example"],
    ["in angles alone", "From: <abuse@host.example>"],
    ["behind a name", "From: Abuse Desk <abuse@host.example>"],
    ["behind a name with a dot (RFC 5322 §4.1)", "From: Abuse Dept. <abuse@host.example>"],
    ["behind a quoted name, with what only quotes allow", 'From: "Desk, Abuse (NL)" <abuse@host.example>'],
    ["behind an encoded word (RFC 2047 §2)", "From: =?utf-8?q?Missbrauch_=C3=9C?= <abuse@host.example>"],
    ["behind two of them, folded", "From: =?utf-8?b?QWJ1c2U=?=\r\n =?utf-8?b?RGVzaw==?=\r\n <abuse@host.example>"],
    ["behind a name in eight bits (RFC 6532)", "From: B\xc3\xbcro <abuse@host.example>"],
    ["in capitals", "FROM: ABUSE@Host.Example"],
  ])("is read where it stands %s", (_, head) => {
    expect(mailboxIn(head)).toBe("abuse@host.example");
  });

  test.each([
    ["a local part of many words", "From: abuse+td.4711@mx-1.host.example", "abuse+td.4711@mx-1.host.example"],
    ["an encoded word that names another", "From: =?utf-8?q?a=40b.example?= <x@host.example>", "x@host.example"],
  ])("is whole: %s", (_, head, mailbox) => {
    expect(mailboxIn(head)).toBe(mailbox);
  });

  test.each([
    ["no header", "X-From: abuse@host.example"],
    ["nothing", "From:"],
    ["a name alone", "From: Abuse Desk"],
    ["empty angles", "From: Mail Delivery System <>"],
    ["a local part alone", "From: Mail Delivery Subsystem <MAILER-DAEMON>"],
    ["a comment before", "From: (x) abuse@host.example"],
    ["a comment behind", "From: abuse@host.example (Abuse Desk)"],
    ["a comment in the name", "From: Abuse (Desk) <abuse@host.example>"],
    ["a comment within the address", "From: abuse(x)@host.example"],
    ["an @ in a quoted name", 'From: "x@evil.example" <abuse@host.example>'],
    ["the same mailbox in a quoted name", 'From: "abuse@host.example" <abuse@host.example>'],
    ["an @ in a bare name", "From: x@evil.example <abuse@host.example>"],
    ["an escape in a quoted name", 'From: "a\\"b" <abuse@host.example>'],
    ["a quote that is not closed", 'From: "Abuse <abuse@host.example>'],
    ["angles in a quoted name", 'From: "<b>" <abuse@host.example>'],
    ["two mailboxes", "From: abuse@host.example, x@host.example"],
    ["two in angles", "From: <x@host.example> <abuse@host.example>"],
    ["a group (RFC 5322 §3.4)", "From: Desks: abuse@host.example;"],
    ["a route (RFC 5322 §4.4)", "From: <@evil.example:abuse@host.example>"],
    ["a quoted local part", 'From: "abuse"@host.example'],
    ["an address literal", "From: abuse@[192.0.2.1]"],
    ["a domain of one label", "From: abuse@host"],
    ["a closing dot", "From: abuse@host.example."],
    ["blanks within the address", "From: < abuse@host.example >"],
    ["something behind the angles", "From: <abuse@host.example> x"],
    ["a domain in another script", "From: abuse@h\xc3\xb6st.example"],
    ["a NUL", "From: abuse@host.example\0"],
    ["two headers", "From: abuse@host.example\r\nFrom: abuse@host.example"],
    ["two headers, one with a blank before its colon", "From: abuse@host.example\r\nFrom : x@host.example"],
    ["a longer line than mail has (RFC 5322 §2.1.1)", `From: ${"a".repeat(990)} <abuse@host.example>`],
  ])("is nobody's with %s", (_, head) => {
    expect(mailboxIn(head)).toBeUndefined();
  });

  test.each([
    ["more fields than are read", "X-A: b\r\n".repeat(1001)],
    ["more bytes than are read", `X-A: ${"b".repeat(260 * 1024)}\r\n`],
    ["a line that is no field", "X\r\n"],
    ["a field's name in eight bits", "Fr\xf6m: x@host.example\r\n"],
    ["a return without its line feed", "X-A: b\rFrom: x@host.example\r\n"],
    ["a NUL anywhere", "X-A: b\0\r\n"],
  ])("is nobody's in a head with %s, behind which another From may stand", (_, more) => {
    expect(mailboxIn(`From: abuse@host.example\r\n${more}From: x@host.example`.trimEnd())).toBeUndefined();
    expect(mailboxIn(`From: abuse@host.example\r\n${more}X-B: c`)).toBeUndefined();
  });

  test.each(Object.entries(spellings("abuse@harbour.example", "mallory@evil.example")))(
    "is never the desk's in a stranger's spelling: %s",
    (_, head) => {
      expect(["mallory@evil.example", undefined]).toContain(mailboxIn(head));
    },
  );

  test("is read within the test's time, which work by the square of its length would outlast", () => {
    for (const unit of ["a ", '"a" ', '"', "a.", "=?utf-8?q?a?= ", "<", "\x80", "a@", "(", "a-."]) {
      expect(mailboxIn(`From: ${unit.repeat(300_000)}`)).toBeUndefined();
    }
  });
});
