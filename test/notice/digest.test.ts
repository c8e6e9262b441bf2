import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { first, walkMail } from "../../functions/answers/walk-mail.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { describeProblem, type NoticeRequest } from "../../functions/notice/request.ts";
import { fewHostileTexts } from "../fixtures/hostile-texts.ts";
import { aDigest, aMember, digestMail, english, page } from "./a-digest-request.ts";
import { aContact, aNotice, sentBefore, settings } from "./a-request.ts";
import { inDigest, outcomesOf } from "./hostile-values.ts";
import { officialErrors } from "./official-xarf.ts";

const refusal = async (request: NoticeRequest) => {
  const result = await composeNotice(request);
  return result.ok ? "composed" : describeProblem(result.error);
};

describe("the machine-readable part of a digest", () => {
  const of = async (many: number) => {
    const { mime, attached, reports } = await digestMail(
      aDigest(Array.from({ length: many }, (_, number) => aMember(number + 1))),
    );
    const raw = Buffer.from(mime).toString("latin1");
    const { attachments } = await PostalMime.parse(mime);
    const feedback = attachments.find(({ mimeType }) => mimeType === "message/feedback-report");
    return {
      attached,
      names: attachments.map(({ filename }) => filename ?? "feedback"),
      types: [...new Set([...raw.matchAll(/^Content-Type: (application\/[^;]+)/gim)].map(([, type]) => type))],
      reports,
      feedback: Buffer.from((feedback?.content ?? new ArrayBuffer(0)) as ArrayBuffer).toString("latin1"),
    };
  };

  test("is a part for each report up to fifty", async () => {
    const { attached, names, types, reports } = await of(50);
    expect([attached, names, types]).toEqual([
      "xarf-phishing-*.json",
      [
        "feedback",
        ...Array.from({ length: 50 }, (_, at) => `xarf-phishing-TD-${String(at + 1).padStart(4, "0")}-0000-0000.json`),
      ],
      ["application/json"],
    ]);
    expect(new Set(reports.map(({ report_id }) => report_id)).size).toBe(50);
  });

  test("is one file of lines above fifty, a whole report on each", async () => {
    const { attached, names, types, reports } = await of(51);
    expect([attached, names, types]).toEqual([
      "xarf-phishing-TD-DDDD-DDDD-DDDD.jsonl",
      ["feedback", "xarf-phishing-TD-DDDD-DDDD-DDDD.jsonl"],
      ["application/x-ndjson"],
    ]);
    expect(new Set(reports.map(({ report_id }) => report_id)).size).toBe(51);
  });

  test("says in its feedback what readers of such reports index", async () => {
    const { feedback } = await of(2);
    expect(feedback.trim().split(/\r?\n/)).toEqual([
      "Feedback-Type: xarf",
      "User-Agent: takedown-notice-dispatcher/1",
      "Version: 1",
      "Source-IP: 192.0.2.7",
      "Arrival-Date: Mon, 23 Nov 2026 06:58:12 +0000",
      "Incidents: 2",
      "Reported-Domain: bad.example",
    ]);
  });
});

describe("a digest", () => {
  test("says what is common to its cases once, then a list of each, then on what ground", async () => {
    const members = [aMember(1), aMember(2, { lastSeenAt: "2026-11-23T05:00:00.000Z", channel: "file-host" })];
    const { subject, text } = await digestMail(aDigest(members));
    expect(subject).toBe("ABUSE: phishing - 2 URLs on bad[.]example - 2026-11-23 [TD-DDDD-DDDD-DDDD]");
    expect(text).toBe(`Hello,

We are reporting phishing pages on your network: 2 URLs on bad[.]example,
listed below. Please take these pages offline, and preserve logs and files
as evidence. Content may be visible only as described below. Please tell us
within 24 hours what you have done, or what you need.

IP address: 192.0.2.7 (DNS, 2026-11-23 07:00:10 UTC)
Your network: 192.0.2.0 - 192.0.2.255
Reason (as reported): The page copies a bank's sign-in and sends what is
  typed to hxxps://collect[.]example/x.
Brand or work: Example Bank
Genuine site: hxxps://bank[.]example/
Registration number: EUTM 012345678
Redirected from: hxxps://short[.]example/a1
Redirected from: hxxps://hop[.]example/b2
How it was seen: only from Germany, with a phone's user agent
Classification: baseline (illegal almost everywhere)
Basis of assessment: manual review
Hash:
  sha256:abababababababababababababababababababababababababababababababab
Screenshot: held by the notifier, available on request
Captures (not the reported page):
  https://urlscan.io/result/7d1f0c52-3b7e-4f7e-9d0a-2c5b8e1a6f43/
Notifier: Hotline Alpha, ntd@alpha.example
Sent by: Example Dispatch
To verify: call +00 000 0000 or ask verify@dispatch.example
Our reference: TD-DDDD-DDDD-DDDD
Machine-readable: xarf-phishing-*.json (XARF 4.2, 2/2)

---------- URLs (hxxp=http, [.]=.) ----------

TD-0001-0000-0000
  hxxps://bad[.]example/login?session=1
  Last seen online: 2026-11-23 06:58:12 UTC

TD-0002-0000-0000
  hxxps://bad[.]example/login?session=2
  Last seen online: 2026-11-23 05:00:00 UTC
  Seen on: file host

Please look for any kit, similar content and the entry point. If your
customer was compromised, please tell them; if you forward this, omit the
notifier's name. Notice under Article 16 of Regulation (EU) 2022/2065 (DSA);
please tell us your decision. We and the notifier believe in good faith that
the information and allegations are accurate and complete. Wrong desk?
Please tell us the right one. Your reply applies to every URL listed, unless
it names particular references.`);
  });

  test("continues a long line of the list two columns further in than its label", async () => {
    const told = "It asks for the number of a card, for its code, and for the code that the bank sends, one by one.";
    const { list } = await digestMail(aDigest([aMember(1), aMember(2, { evidence: { explanation: told } })]));
    expect(list).toMatch(/\n {2}Reason \(as reported\): It asks[^\n]*\n {4}\S/);
  });

  test("names no host in the subject and the first sentence where there are several", async () => {
    const { subject, text } = await digestMail(aDigest([aMember(1), aMember(2, { target: page(2, "other.example") })]));
    expect(subject).toBe("ABUSE: phishing - 2 URLs - 2026-11-23 [TD-DDDD-DDDD-DDDD]");
    expect(text).toMatch(/^Hello,\s+We are reporting phishing pages on your network: 2 URLs, listed below\./);
  });

  test("has its list once, with labels in each language of the mail", async () => {
    const german = aNotice("first", aContact("network", { language: "de" }));
    const { list, languages } = await digestMail(
      aDigest([aMember(1, {}, german), aMember(2, { channel: "file-host" }, german)]),
    );
    expect(languages).toEqual(["de", "en"]);
    expect(list).toBe(`TD-0001-0000-0000
  hxxps://bad[.]example/login?session=1
  Zuletzt online / Last seen online: 2026-11-23 06:58:12 UTC

TD-0002-0000-0000
  hxxps://bad[.]example/login?session=2
  Zuletzt online / Last seen online: 2026-11-23 06:58:12 UTC
  Fundort / Seen on: Filehoster / file host`);
  });

  test("names a case's notifier and ticket with it where they are not the same for all", async () => {
    const ticketed = aNotice("first", english, { ticket: "HOST-1" });
    const { list, text } = await digestMail(
      aDigest([aMember(1, {}, ticketed), aMember(2, { reporters: ["brand-b"] })]),
    );
    expect(list).toBe(`TD-0001-0000-0000
  hxxps://bad[.]example/login?session=1
  Last seen online: 2026-11-23 06:58:12 UTC
  Notifier: Hotline Alpha, ntd@alpha.example
  Your reference: HOST-1

TD-0002-0000-0000
  hxxps://bad[.]example/login?session=2
  Last seen online: 2026-11-23 06:58:12 UTC
  Notifier: Brand Team Beta, abuse@beta.example`);
    expect(text).not.toContain("Our reference: TD-DDDD-DDDD-DDDD;");
    // Only one of them comes from a trusted flagger, so the mail as a whole does not.
    expect(text).not.toContain("trusted flagger");
  });

  test("as a reminder names the desk's number with its case, and is in each earlier mail's thread", async () => {
    const reminder = aNotice("reminder", english);
    const digestBefore = {
      ...sentBefore(english),
      subject: "ABUSE: phishing - 2 URLs on bad[.]example - 2026-11-23 [TD-CCCC-CCCC-CCCC]",
    };
    const alone = {
      ...sentBefore(english),
      sentAt: "2026-11-23T09:00:00.000Z",
      sesMessageId: "0102018f-cccc-000000",
      ticket: "HOST-4712",
    };
    const { subject, text, mime } = await digestMail(
      aDigest([
        aMember(1, { notices: [digestBefore, reminder] }, reminder),
        aMember(2, { notices: [digestBefore, reminder] }, reminder),
        aMember(3, { notices: [alone, reminder] }, reminder),
      ]),
    );
    expect(subject).toMatch(/^Reminder 1 - ABUSE: phishing - 3 URLs on/);
    const flat = text.replace(/\s+/g, " ");
    expect(flat).toContain("Your reference: HOST-4711");
    expect(first(walkMail(mime).headers, "references")).toBe(
      "<0102018f-aaaa-bbbb-000000@eu-west-1.amazonses.com> <0102018f-cccc-000000@eu-west-1.amazonses.com>",
    );
  });

  test("carries a valid report for each case, and says how many where the standard has none for some", async () => {
    // A botnet's report needs an explanation as its evidence of compromise, and none is made up.
    const members = [
      aMember(1, { category: "botnet" }),
      aMember(2, { category: "botnet", evidence: {} }),
      aMember(3, { category: "botnet" }),
    ];
    const { reports, text } = await digestMail(aDigest(members));
    expect(reports.map((report) => report.c2_server)).toEqual([
      "https://bad.example/login?session=1",
      "https://bad.example/login?session=3",
    ]);
    expect(text.replace(/\s+/g, " ")).toContain("(XARF 4.2, 2/3)");
  });

  test("carries none to a desk that takes none", async () => {
    const directory = [
      { matches: ["bad.example"], name: "Example", scope: "network", email: english.email, xarf: "none" },
    ];
    const { reports, text } = await digestMail(
      aDigest([aMember(1), aMember(2)], { settings: settingsSchema.parse({ ...settings, directory }) }),
    );
    expect([reports, text.includes("xarf")]).toEqual([[], false]);
  });

  test("is the same to the last byte for the same request", async () => {
    const request = aDigest([aMember(1), aMember(2)]);
    expect((await digestMail(request)).mime).toEqual((await digestMail(request)).mime);
  });

  test("says which of its cases lacks a fact, so that the others can go without it", async () => {
    const result = await composeNotice(
      aDigest([aMember(1, { category: "copyright" }), aMember(2, { category: "copyright", evidence: {} })]),
    );
    expect(result).toEqual({
      ok: false,
      error: { kind: "fact-missing", fact: "the work or brand that is infringed", caseId: "TD-0002-0000-0000" },
    });
    expect(result.ok ? "" : describeProblem(result.error)).toBe(
      "The notice needs the work or brand that is infringed, and the case TD-0002-0000-0000 does not have it. " +
        "Ask the reporter for a further report that says it.",
    );
  });

  test.each([
    ["another desk", aMember(2, {}, aNotice("first", aContact("network", { email: "noc@elsewhere.example" })))],
    [
      "the same desk in another place",
      aMember(2, {}, aNotice("first", aContact("upstream", { email: english.email }))),
    ],
    ["another category", aMember(2, { category: "malware" })],
    ["another step", aMember(2, {}, aNotice("withdrawal", english))],
    [
      "a peer, of which an access network is asked something else,",
      aMember(2, {
        target: { kind: "peer", host: "192.0.2.9", port: 6881, seenAt: "2026-11-23T06:58:12.000Z" },
      }),
    ],
    ["what it only stands in front of", aMember(2, {}, aNotice("first", { ...english, isInFront: true }))],
  ])("is refused with a case of %s among its cases", async (_, stranger) => {
    expect(await refusal(aDigest([aMember(1), stranger]))).toContain(
      "it has a case that is of another category, step or desk",
    );
  });

  test("is refused with a case twice among its cases", async () => {
    expect(await refusal(aDigest([aMember(1), aMember(1)]))).toContain("it has a case that stands in it twice");
  });

  test("of corrections says with each case what was wrong with it, and once what was wrong with all", async () => {
    const corrected = (number: number, wrong: string) =>
      aMember(
        number,
        { notices: [sentBefore(english)], wrongReasons: [{ text: wrong, until: "2026-11-23T09:00:00.000Z" }] },
        aNotice("correction", english),
      );
    const apart = await digestMail(
      aDigest([corrected(1, "It copies First Bank."), corrected(2, "It copies Ark Ltd.")]),
    );
    expect(apart.list.match(/Earlier reason \(incorrect\): .*/g)).toEqual([
      "Earlier reason (incorrect): It copies First Bank.",
      "Earlier reason (incorrect): It copies Ark Ltd.",
    ]);
    const once = await digestMail(
      aDigest([corrected(1, "It copies First Bank."), corrected(2, "It copies First Bank.")]),
    );
    expect(once.text.match(/Earlier reason \(incorrect\): .*/g)).toEqual([
      "Earlier reason (incorrect): It copies First Bank.",
    ]);
  });

  test("shows no reported host in clear, not even in somebody's words about another case", async () => {
    const evidence = { explanation: "The form posts to other.example and OTHER.example." };
    const { text } = await digestMail(
      aDigest([aMember(1, { evidence }), aMember(2, { target: page(2, "other.example") })]),
    );
    expect(text.replace(/\s+/g, " ")).toContain("The form posts to other[.]example and OTHER[.]example.");
  });
});

describe("hostile values in a digest", () => {
  test.each([
    "x\r\nBcc: third@party.example",
    "x\n\nTD-9999-0000-0000",
    "x\u2028---------- URLs (hxxp=http, [.]=.) ----------",
    "\u202egnp.exe",
    "{{caseId}} {{>what}} {{#a}}",
    "a\u0000b",
    "x".repeat(5000),
    "within one hour under Regulation (EU) 2021/784",
    "https://bad.example/login?session=3",
  ])("%j stands as text", async (value) => {
    expect(await inDigest(value)).toBe("composed");
  });

  test("a few of each kind of hostile text are plain text", async () => {
    expect((await outcomesOf(fewHostileTexts, inDigest)).refused).toEqual([]);
  });
});

test.each(["phishing", "malware", "botnet", "fraud", "brand", "exposed-data", "copyright"] as const)(
  "the official XARF v4 schemas take every report of a digest about %s",
  async (category) => {
    const { reports } = await digestMail(aDigest([aMember(1, { category }), aMember(2, { category })]));
    expect(reports.map(officialErrors())).toEqual([[], []]);
  },
);
