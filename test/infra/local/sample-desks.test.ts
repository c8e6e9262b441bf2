import { describe, expect, it } from "vitest";
import { timeNamed } from "../../../functions/answers/time-named.ts";
import { instant, msOf, plusHours, plusMinutes } from "../../../functions/kernel/instant.ts";
import { readReport } from "../../../functions/report/read-report.ts";
import { readHeaders } from "../../../infra/local/mime-headers.ts";
import { answersOf } from "../../../infra/local/sample/desks.ts";
import { receiptOf } from "../../../infra/local/sample/inbound-mail.ts";
import { sampleReports } from "../../../infra/local/sample/reports.ts";
import { sampleSettings } from "../../../infra/local/sample/settings.ts";
import { type Desk, desks, domains, hosts, networks, type Temper } from "../../../infra/local/sample/world.ts";
import type { KeptMail } from "../../../infra/local/servers/ses-events.ts";
import { readMail } from "../../answers/as-deployed.ts";
import { aSettings } from "../../support/a-case.ts";

const began = "2026-11-24T10:00:00.000Z";
const raw = (subject: string) =>
  Buffer.from(
    "From: Notices <notices@takedown.example>\r\nTo: abuse@host.example\r\n" +
      `Reply-To: <c.td-1.abc@reply.takedown.example>\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n` +
      `Content-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\n` +
      "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
      "Hello =E2=80=93 please act.\r\n--b1\r\nContent-Type: application/json\r\n\r\n{}\r\n--b1--\r\n",
  );
const mail = (subject: string): KeptMail => ({
  number: 7,
  messageId: "0100-x-000000",
  acceptedAt: began,
  source: "notices@takedown.example",
  destinations: ["abuse@host.example"],
  tags: {},
  headers: readHeaders(raw(subject)),
});
const desk = (temper: Temper): Desk => ({ email: "abuse@host.example", name: "Host Desk", temper });
const played = (temper: Temper, subject = "=?UTF-8?Q?ABUSE:_phishing_=E2=80=93_x?=") =>
  answersOf(desk(temper), mail(subject), raw(subject));
const repliesOf = (temper: Temper, subject?: string) =>
  played(temper, subject).flatMap(({ does }) => (does.kind === "mail" ? readMail(Buffer.from(does.mime)) : []));

describe("a sample desk", () => {
  it.each<[Temper, readonly string[]]>([
    ["answers-removed", ["removed"]],
    ["acknowledges-then-removes", ["acknowledgement", "removed"]],
    ["acknowledges", ["acknowledgement"]],
    ["silent", []],
    ["bounces", []],
    ["complains", []],
    ["not-ours", ["not-ours"]],
    ["wants-form", ["use-our-form"]],
    ["refuses", ["refused"]],
    ["asks", ["question"]],
    ["asks-the-time", ["question"]],
    ["auto-replies", ["auto-reply"]],
    ["passes-on", ["passed-on"]],
    ["does-not-find", ["not-found"]],
  ])("that %s writes what is read as %j", (temper, classes) => {
    expect(repliesOf(temper).map((reading) => reading.class)).toEqual(classes);
  });

  it("that passes it on names the time that its customer has", () => {
    expect(repliesOf("passes-on").map(({ text }) => timeNamed(text, began))).toEqual([plusHours(began, 24)]);
  });

  it("keeps its ticket number from the acknowledgement to the answer", () => {
    expect(new Set(repliesOf("acknowledges-then-removes").map(({ ticket }) => ticket))).toEqual(
      new Set(["HOST-202600007"]),
    );
  });

  it("removes only when reminded, whichever way the subject is encoded", () => {
    expect(played("removes-when-reminded").map(({ does }) => does.kind)).toEqual(["event"]);
    expect(
      repliesOf("removes-when-reminded", "=?UTF-8?B?UmVtaW5kZXIgMSDigJMgQUJVU0U6IHg=?=").map(
        (reading) => reading.class,
      ),
    ).toEqual(["removed"]);
  });

  it("does not answer a mail that asks for nothing", () => {
    expect(played("answers-removed", "WITHDRAWN - ABUSE: x").map(({ does }) => does.kind)).toEqual(["event"]);
  });

  it("bounces for good, and is never said to have got the mail", () => {
    expect(played("bounces")).toMatchObject([
      {
        at: plusMinutes(began, 2),
        does: { kind: "event", mailNumber: 7, outcome: { kind: "Bounce", bounceType: "Permanent" } },
      },
    ]);
  });

  it("answers to the reply address, in the thread, and quotes the notice", () => {
    const [, answer] = played("answers-removed");
    if (answer?.does.kind !== "mail") throw new Error("no answer");
    const headers = Object.fromEntries(
      readHeaders(answer.does.mime).map(({ name, value }) => [name.toLowerCase(), value]),
    );
    expect(headers).toMatchObject({
      to: "c.td-1.abc@reply.takedown.example",
      "in-reply-to": "<0100-x-000000@email.amazonses.com>",
      "return-path": "<abuse@host.example>",
      "x-ses-spam-verdict": "PASS",
      "x-ses-virus-verdict": "PASS",
      "authentication-results": expect.stringMatching(
        /^amazonses\.com; spf=pass .*; dkim=pass header\.i=@host\.example; dmarc=pass header\.from=host\.example;$/,
      ),
    });
    expect(answer.does.mime).toContain("> Hello – please act.");
    expect(msOf(answer.at)).toBeGreaterThan(msOf(began));
  });
});

it("tells the queue of a mail as SES does: the envelope's recipients, and the verdict that SES wrote at last", () => {
  const mime = (results: string) =>
    "Authentication-Results: amazonses.com;\r\n spf=pass; envelope-from=dmarc=pass@evil.example;\r\n " +
    `${results}\r\nTo: "Us" <c.a@reply.example>,\r\n c.b@reply.example\r\n\r\nHi`;
  const receipt = (results: string) => JSON.parse(receiptOf("replies", "in/a b", mime(results), began)).receipt;
  expect(receipt("dmarc=pass header.from=host.example;")).toMatchObject({
    recipients: ["c.a@reply.example", "c.b@reply.example"],
    dmarcVerdict: { status: "PASS" },
    action: { type: "S3", bucketName: "replies", objectKey: "in/a b" },
  });
  expect(receipt("dmarc=fail header.from=host.example;")).toMatchObject({ dmarcVerdict: { status: "FAIL" } });
});

describe("the sample reports", () => {
  const rules = { allowReserved: true, reporters: sampleSettings.reporters };
  const messages = sampleReports(began);

  it.each(messages.filter(({ shows }) => !shows.startsWith("refused")))(
    "are readable where they should be: $shows",
    ({ body, queue }) => {
      const read = readReport(body, rules);
      expect(read).toMatchObject({ ok: true });
      if (read.ok && read.value.kind === "report")
        expect(queue).toBe(
          /^(csam|csem|ncii|terrorism)$/.test(read.value.category) || read.value.live
            ? "report-urgent"
            : "report-standard",
        );
    },
  );

  it.each(messages.filter(({ shows }) => shows.startsWith("refused")))(
    "are refused where they should be: $shows",
    ({ body }) => {
      expect(readReport(body, rules)).toMatchObject({ ok: false });
    },
  );

  it("hold only reserved names and addresses", () => {
    const text = JSON.stringify([messages, desks, domains, hosts, networks, sampleSettings]);
    const names = text.match(/[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}\b/gi) ?? [];
    // A link to a capture is printed in clear at a listed host alone, so the samples name one.
    const { linkHosts } = aSettings();
    const others = names.filter((name) => !/\.example$/i.test(name) && !/\.(exe|bin|zip|csv)$/.test(name));
    expect(others.filter((name) => !linkHosts.includes(name))).toEqual([]);
    const addresses = text.match(/\d+\.\d+\.\d+\.\d+/g) ?? [];
    expect(
      addresses.filter((address) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address) && address !== "10.0.0.8"),
    ).toEqual([]);
  });

  it("are about hosts that the sample DNS knows", () => {
    const known = new Set(hosts.map(({ name }) => name));
    const asked = messages.flatMap(({ body }) => {
      const read = readReport(body, rules);
      return read.ok &&
        read.value.kind === "report" &&
        /[a-z]/.test(read.value.target.host) &&
        !read.value.target.host.includes(":")
        ? [read.value.target.host]
        : [];
    });
    expect(asked.filter((host) => !known.has(host))).toEqual([]);
  });

  it("begin at the beginning", () => {
    expect(
      messages.every(
        ({ afterMinutes }) =>
          plusMinutes(began, afterMinutes) >= instant(msOf(began)) &&
          plusMinutes(began, afterMinutes) <= plusHours(began, 24),
      ),
    ).toBe(true);
  });
});
