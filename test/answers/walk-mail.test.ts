import { describe, expect, test } from "vitest";
import { modelReader } from "../../functions/adapters/model-reader.ts";
import { keyNamesIn, readReply } from "../../functions/answers/read-reply.ts";
import { walkMail } from "../../functions/answers/walk-mail.ts";
import { keys } from "../notice/a-request.ts";
import { bytesTouched } from "../support/bytes-touched.ts";
import { readMail } from "./as-deployed.ts";

const domain = "reply.dispatch.example";
const megabyte = 1024 * 1024;
const head = (type: string) =>
  `From: x@evil.example\r\nTo: anything@${domain}\r\nSubject: hi\r\nContent-Type: ${type}\r\n\r\n`;
const filled = (start: string, unit: string, bytes: number): Buffer =>
  Buffer.from(start + unit.repeat(Math.ceil((bytes - start.length) / unit.length)));

/** Eight multiparts in one another, whose delimiters all begin alike. */
const names = Array.from({ length: 8 }, (_, at) => `-${"abcdefgh".slice(0, at + 1)}`);
const opened = names
  .map(
    (name, at) =>
      `${at === 0 ? "" : `--${names[at - 1]}\r\n`}Content-Type: multipart/mixed; boundary="${name}"\r\n\r\n`,
  )
  .join("");
const nested = `From: x@evil.example\r\nTo: anything@${domain}\r\nSubject: hi\r\n${opened}--${names[7]}\r\n\r\n`;
const long = "b".repeat(1_900);

const shapes: readonly (readonly [string, string, string])[] = [
  ["delimiters in one line", head("multipart/mixed; boundary=a"), "--a"],
  ["dashes", head('multipart/mixed; boundary="-"'), "-"],
  ["lines that only begin like a delimiter", head("multipart/mixed; boundary=a"), "--ab\n"],
  ["lines of dashes", head("multipart/mixed; boundary=a"), "--\n"],
  ["nested delimiters in one line", nested, `--${names[7]}`],
  ["nested delimiters, each on its line", nested, `--${names[7]}x\n`],
  ["parts that end at once", nested, `\n--${names[7]}\n`],
  ["lines that are nearly a long delimiter", head(`multipart/mixed; boundary="${long}c"`), `--${long}d\n`],
  ["one header field", "X: ", "a"],
  ["many header fields", "", "X: y\n"],
  ["continued header lines", "X: a\r\n", " b\r\n"],
  ["lines of words", head("text/plain"), "removed?\n"],
];

describe("the walk through a mail", () => {
  test.each(shapes)("goes over each byte a few times at most, however large the mail is: %s", (_, start, unit) => {
    for (const bytes of [megabyte, 4 * megabyte]) {
      const mail = filled(start, unit, bytes);
      const touched = bytesTouched(() => {
        keyNamesIn(mail, {}, [domain]);
        readReply(mail, { dmarc: "pass" }, keys, [domain], modelReader());
      });
      expect(touched / mail.length).toBeLessThan(24);
    }
  });

  test("reads a delimiter of the outermost multipart that it may be of, and nothing behind that one's end", () => {
    const mail = Buffer.from(
      `${head("multipart/mixed; boundary=o")}preamble\r\n--o\r\n` +
        "Content-Type: multipart/mixed; boundary=i\r\n\r\n--i\r\n\r\none\r\n--o\r\n\r\ntwo\r\n--i\r\n\r\n" +
        "still two\r\n--o--\r\n\r\nepilogue",
    );
    expect(walkMail(mail).texts.map(({ body }) => Buffer.from(body).toString())).toEqual([
      "one",
      "two\r\n--i\r\n\r\nstill two",
    ]);
  });

  test("reads on behind the end of an inner multipart, and leaves out what stands between", () => {
    const mail = Buffer.from(
      `${head("multipart/mixed; boundary=o")}--o\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\n` +
        "--i\r\n\r\none\r\n--i--\r\nbetween\r\n--o\r\n\r\ntwo\r\n--o--",
    );
    expect(walkMail(mail).texts.map(({ body }) => Buffer.from(body).toString())).toEqual(["one", "two"]);
  });
});

describe("the words of a mail", () => {
  test.each([
    ["blanks in quoted-printable", "Content-Transfer-Encoding: quoted-printable", " "],
    ["empty lines", "X: y", "\n"],
    ["a data address without end", "X: y", "data:a/"],
    ["tags without end", "Content-Type: text/html", "<"],
    ["words of a feedback report", "Content-Type: message/feedback-report", "feedback-type:\n"],
  ])(
    "are read within the test's time, which work by the square of their length would outlast: %s",
    (_, header, unit) => {
      const mail = filled(`From: x@evil.example\r\n${header}\r\n\r\n`, unit, 256 * 1024);
      expect(readMail(Buffer.concat([mail, Buffer.from("x")]))).toBeDefined();
    },
  );
});
