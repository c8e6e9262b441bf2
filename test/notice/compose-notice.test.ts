import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeHeader, decodePart } from "../../functions/answers/decode-text.ts";
import { first, walkMail } from "../../functions/answers/walk-mail.ts";
import type { NoticeAt } from "../../functions/case/notice.ts";
import { steps } from "../../functions/case/step.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { composeIn, composeNotice, recipientHashOf } from "../../functions/notice/compose-notice.ts";
import { unbroken } from "../../functions/notice/plain-text.ts";
import { describeProblem, type NoticeRequest } from "../../functions/notice/request.ts";
import { english, languages } from "../../functions/notice/templates/languages.ts";
import type { Texts } from "../../functions/notice/texts.ts";
import type { categories } from "../../functions/report/category.ts";
import { fewHostileTexts } from "../fixtures/hostile-texts.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore, settings } from "./a-request.ts";
import { inNotice, outcomesOf } from "./hostile-values.ts";

const composed = async (request: NoticeRequest) => {
  const result = await composeNotice(request);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const parts = walkMail(result.value.mime);
  const [text] = parts.texts.filter(({ type }) => type === "text/plain");
  return {
    ...result.value,
    parts,
    readBack: text ? decodePart(text).replace(/\r\n/g, "\n").trimEnd() : "",
    subjectReadBack: decodeHeader(first(parts.headers, "subject") ?? ""),
  };
};

const xarfIn = (mime: Uint8Array) => {
  const part = /name=xarf-[\w-]+\.json[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(
    Buffer.from(mime).toString("latin1"),
  )?.[1];
  return part === undefined ? undefined : JSON.parse(Buffer.from(part, "base64").toString("utf8"));
};

describe("a notice", () => {
  test("says what, where and what is asked in its first sentence", async () => {
    const { text, subject } = await composed(aRequest(aNotice("first", aContact("network", { language: "en" }))));
    expect(subject).toBe("ABUSE: phishing - bad[.]example (192.0.2.7) - 2026-11-23 [TD-7K3M-9QXZ-4B2N]");
    const first =
      "Hello, We are reporting a phishing page on your network: bad[.]example. Please take the page offline, and " +
      "preserve logs and files as evidence. Content may be visible only as described below. Please tell us";
    expect(text.replace(/\s+/g, " ").startsWith(first)).toBe(true);
  });

  test("is the same to the last byte for the same request, and has its hash at another attempt, too", async () => {
    const once = await composed(aRequest());
    const again = await composed(aRequest());
    expect(Buffer.from(again.mime).equals(Buffer.from(once.mime))).toBe(true);
    const later = await composed({
      ...aRequest(),
      attemptId: "TD-7K3M-9QXZ-4B2N_0-first-1a2b3c4d5e_2",
      now: "2026-11-25T00:00:00.000Z",
    });
    expect(later.renderHash).toBe(once.renderHash);
    const other = await composed(aRequest(aNotice("first", aContact("network", { email: "noc@network.example" }))));
    expect(other.renderHash).not.toBe(once.renderHash);
    expect(other.recipientHash).toBe(recipientHashOf({ email: "noc@network.example", scope: "network" }));
  });

  test.each(languages.map((texts) => [texts.name, texts] as const))(
    "in %s says that the desk may have it already when a person had it sent again in doubt, and never else",
    async (_, texts) => {
      const sentence = texts.parts["may-be-second"].replace(/\s+/g, " ");
      for (const step of steps) {
        const to = aContact("network", { language: texts.language });
        const request = aRequest(
          aNotice(step, to),
          aFullCase("phishing", { notices: [sentBefore(to), aNotice(step, to)] }),
        );
        const said = async (doubted: boolean) =>
          unbroken((await composed({ ...request, doubted })).text).includes(unbroken(sentence));
        expect([step, await said(true), await said(false)]).toEqual([step, true, false]);
      }
    },
  );

  test.each(languages.map((texts) => [texts.name, texts] as const))(
    "in %s asks a proxy for what it can do, and speaks of no content that it keeps",
    async (_, texts) => {
      const wordsOf = async (category: (typeof categories)[number], step: (typeof steps)[number], more: object) => {
        const to = aContact("network", { language: texts.language, range: undefined, ...more });
        const state = aFullCase(category, { notices: [sentBefore(to), aNotice(step, to)] });
        return unbroken((await composed(aRequest(aNotice(step, to), state))).text);
      };
      const called = { phishing: "it.page", csam: "it.one", copyright: "it.one" } as const;
      const written = (category: keyof typeof called, ...parts: readonly (keyof Texts["parts"])[]) =>
        parts.map((part) => unbroken(texts.parts[part].replaceAll("{{>it}}", texts.parts[called[category]])));
      const asked = [
        ["phishing", "please.crime"],
        ["csam", "please.child-abuse"],
        ["copyright", "please"],
      ] as const;
      for (const [category, please] of asked) {
        const ofFront = written(category, `${please}.front`, "on.front");
        const ofHost = written(category, `${please}.host`, "on.network");
        const inFront = await wordsOf(category, "first", { isInFront: true });
        expect(ofFront.filter((words) => !inFront.includes(words))).toEqual([]);
        expect(ofHost.filter((words) => inFront.includes(words))).toEqual([]);
        const host = await wordsOf(category, "first", {});
        expect(ofHost.filter((words) => !host.includes(words))).toEqual([]);
        expect(ofFront.filter((words) => host.includes(words))).toEqual([]);
      }
      for (const step of steps) await wordsOf("phishing", step, { isInFront: true });
    },
  );

  test("of a dry run goes to the test mailbox alone, and says first whom it would have gone to", async () => {
    const request = aRequest();
    const real = await composed(request);
    const dry = await composed({
      ...request,
      settings: { ...request.settings, dryRunMailbox: "test@hotline.example" },
    });
    expect(dry.recipient).toBe("test@hotline.example");
    expect(first(dry.parts.headers, "to")).toBe("test@hotline.example");
    expect(dry.text).toBe(
      `DRY RUN. Nobody else has this mail; it would have gone to ${request.notice.to.email}.\n\n${real.text}`,
    );
    expect(dry.readBack.split("\n")[0]).toBe(
      `DRY RUN. Nobody else has this mail; it would have gone to ${request.notice.to.email}.`,
    );
    // What is claimed and kept is the contact that was approved.
    expect(dry.recipientHash).toBe(recipientHashOf(request.notice.to));
    expect(dry.renderHash).not.toBe(real.renderHash);
  });

  test("about a page at an IPv6 address defangs it in the URL, and has it in clear where it is no link", async () => {
    const target = { kind: "url", url: "https://[2001:db8::9]:8443/a", host: "2001:db8::9" } as const;
    const { text, subject } = await composed(
      aRequest(aNotice("first", aContact("network", { language: "en" })), aFullCase("phishing", { target })),
    );
    expect(text).toContain("\n  hxxps://[2001[:]db8[:][:]9]:8443/a\n");
    expect(text).toContain("URL (hxxp=http, [.]=., [:]=:):");
    expect(text).toContain("\nIP address: 2001:db8::9\n");
    expect(subject).toContain(" - 2001:db8::9 - ");
  });

  test("has exactly the headers on the list", async () => {
    const notice = aNotice("reminder");
    const { parts } = await composed(aRequest(notice, aFullCase("phishing", { notices: [sentBefore(), notice] })));
    expect([...parts.headers.keys()].sort()).toEqual([
      "content-language",
      "content-type",
      "date",
      "from",
      "in-reply-to",
      "message-id",
      "mime-version",
      "references",
      "reply-to",
      "subject",
      "to",
      "x-case-attempt",
    ]);
    expect(first(parts.headers, "in-reply-to")).toBe("<0102018f-aaaa-bbbb-000000@eu-west-1.amazonses.com>");
  });

  test("looks different as a reminder, an escalation, a withdrawal and a correction", async () => {
    const subjectOf = async (step: (typeof steps)[number]) => {
      const notice = aNotice(step, aContact("network", { language: "en" }));
      return (
        await composed(aRequest(notice, aFullCase("phishing", { notices: [sentBefore(), notice] })))
      ).subject.split(" - ")[0];
    };
    expect(await Promise.all(steps.map(subjectOf))).toEqual([
      "ABUSE: phishing",
      "Reminder 1",
      "Escalation",
      "No further action",
      "WITHDRAWN",
      "CORRECTION",
      "Reappeared",
      "Re: ABUSE: phishing",
    ]);
  });

  test("counts the reminders that this desk had", async () => {
    const second = aNotice("reminder", aContact(), { id: "0-reminder-2-zzz" });
    const notices = [
      sentBefore(),
      { ...sentBefore(), id: "0-reminder-1-zzz", step: "reminder" as const },
      { ...sentBefore(), id: "c", step: "reminder" as const, state: "cancelled" as const },
      second,
    ];
    expect((await composed(aRequest(second, aFullCase("phishing", { notices })))).subject).toMatch(
      /^Erinnerung 2 \/ Reminder 2 - ABUSE/,
    );
  });

  test("tells a higher desk what was sent before, to whose desk, and what is known of it, but no mailbox", async () => {
    const notice = aNotice("escalation", aContact("registrar", { language: "en" }));
    const { text } = await composed(aRequest(notice, aFullCase("phishing", { notices: [sentBefore(), notice] })));
    expect(text.replace(/\s+/g, " ")).toContain(
      "Previously notified: 2026-11-23 08:00:00 UTC, Example network, accepted by the mail server Notifier",
    );
    expect(text).not.toContain("abuse@network.example");
  });

  test("shows the reported host in clear not even as the domain of a desk that was told", async () => {
    const notice = aNotice("escalation", aContact("registrar"));
    const { name: _, ...nameless } = aContact("platform", { email: "abuse@bad.example" });
    const { text } = await composed(
      aRequest(notice, aFullCase("phishing", { notices: [sentBefore(nameless), notice] })),
    );
    expect(text.replace(/\s+/g, " ")).toContain("UTC, bad[.]example, ");
  });

  const known = { acknowledgedAt: "2026-11-23T09:00:00.000Z", passedOn: { at: "2026-11-23T09:00:00.000Z" } };
  const told: readonly (readonly [string, Partial<NoticeAt<"delivered">>, string])[] = [
    ["has it", { acknowledgedAt: known.acknowledgedAt }, "receipt confirmed"],
    ["passed it on", known, "receipt confirmed, forwarded to their customer"],
    ["passed it on and then removed it", { ...known, answer: "removed" }, "receipt confirmed, replied: removed"],
    ["does not find it", { answer: "not-found" }, "accepted by the mail server, replied: not found"],
  ];
  test.each(told)("says of a desk before that it %s", async (_, changed, words) => {
    const notice = aNotice("escalation", aContact("upstream", { language: "en" }));
    const before = { ...sentBefore(aContact("network", { email: "abuse@before.example" })), ...changed };
    const { text } = await composed(aRequest(notice, aFullCase("phishing", { notices: [before, notice] })));
    expect(text.replace(/\s+/g, " ")).toMatch(new RegExp(`${words}(?!,| forwarded| replied)`));
  });

  test("speaks of nobody told before where nobody could be", async () => {
    const notice = aNotice("escalation", aContact("upstream"));
    const { text, subject } = await composed(aRequest(notice, aFullCase("phishing", { notices: [notice] })));
    expect(subject).toMatch(/^ABUSE/);
    expect(text).not.toMatch(/before/);
  });

  test("quotes the desk's own number in the next mail, in the text and in the subject", async () => {
    const notice = aNotice("reminder", aContact("network", { language: "en" }));
    const { text, subject } = await composed(
      aRequest(notice, aFullCase("phishing", { notices: [sentBefore(), notice] })),
    );
    expect(text).toContain("Your reference: HOST-4711");
    expect(subject).toMatch(/ \[TD-7K3M-9QXZ-4B2N\] \[HOST-4711\]$/);
  });
});

describe("the law", () => {
  test.each([
    ["We act under Regulation (EU) 2021/784.", /one-hour/],
    ["I declare under penalty of perjury that this is so.", /perjury/],
    ["This is a request under the TAKE IT DOWN Act.", /TAKE IT DOWN/],
    ["You must act: 18 U.S.C. 2258A.", /2258A/],
    ["See https://bad.example/login?session=1 for it.", /stands in clear/],
    ["Left over: {{ name }}", /./],
    ["Ask Hotline Alpha.", /names the notifier/],
  ])("the check refuses a text that says %j", async (sentence, why) => {
    const texts = {
      ...english,
      parts: { ...english.parts, desk: `${english.parts.desk} ${sentence}` },
    };
    const result = await composeIn([texts], aRequest(aNotice(), aFullCase("csam")));
    expect(result.ok ? "" : JSON.stringify(result.error)).toMatch(why);
  });

  test.each([
    "ground.good-faith",
    "label.verify",
    "label.url",
    "desk",
    "on.network",
    "type.csam",
    "please.child-abuse.host",
  ] as const)("without the text %s nothing is sent", async (part) => {
    const { [part]: _, ...parts } = english.parts;
    const without = await composeIn(
      [{ ...english, parts: parts as Texts["parts"] }],
      aRequest(aNotice(), aFullCase("csam")),
    );
    expect(without).toEqual({ ok: false, error: { kind: "text-missing", part: `${part} (en)` } });
  });
});

test.each([
  "abuse@host.example\r\nBcc: third@party.example",
  "abuse@host.example, third@party.example",
  '"third@party.example x"@host.example',
  "Abuse <abuse@host.example>",
  "abuse@HOST.example",
  "",
])("addresses refuses %j as the recipient", async (email) => {
  expect(await composeNotice(aRequest(aNotice("first", aContact("network", { email }))))).toMatchObject({
    ok: false,
    error: { kind: "address-refused", field: "the recipient" },
  });
});

describe("hostile values", () => {
  test.each([
    "x\r\nBcc: third@party.example",
    "x\u2028Bcc: y",
    "\u0085Bcc: y",
    "\u202egnp.exe",
    "{{caseId}} {{>what}} {{#a}}",
    `$${"{7*7}"} <%= 7 %>`,
    "=?utf-8?q?=0d=0aBcc:?=",
    "a\u0000b",
    "\ud800 lone",
    "x".repeat(5000),
    "--TD-x-Part_1--",
    "within one hour under Regulation (EU) 2021/784",
  ])("%j stands as text", async (value) => {
    expect(await inNotice(value)).toBe("composed");
  });

  test("a few of each kind of hostile text are plain text", async () => {
    expect((await outcomesOf(fewHostileTexts, inNotice)).refused).toEqual([]);
  });

  test("a value that looks like a template is printed as it is", async () => {
    const { text } = await composed(
      aRequest(aNotice(), aFullCase("phishing", { evidence: { explanation: "{{caseId}} and {{{x}}} and {{>what}}" } })),
    );
    expect(text.replace(/\s+/g, " ")).toContain("{{caseId}} and {{{x}}} and {{>what}}");
  });

  test("any text whatever", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (value) => {
        await inNotice(value);
      }),
      { numRuns: 60 },
    );
  });
});

test.each(["ncii", "terrorism", "csem", "other"] as const)(
  "the machine-readable part is left out for %s, for which the standard has no type or asks for what nobody reported",
  async (category) => {
    const { mime, parts } = await composed(aRequest(aNotice(), aFullCase(category)));
    expect(xarfIn(mime)).toBeUndefined();
    expect(parts.type).toBe("text/plain");
  },
);

describe("the language", () => {
  const inLanguage = async (candidate: Parameters<typeof aContact>[1], changed: Partial<NoticeRequest> = {}) =>
    composed(aRequest(aNotice("first", aContact("network", candidate)), aFullCase(), changed));
  const countries = (row: object) => ({ settings: settingsSchema.parse({ ...settings, countries: [row] }) });

  test("is the contact's own, else the country row's, else the country's main one; English stands last", async () => {
    expect((await inLanguage({ country: "DE" })).languages).toEqual(["de", "en"]);
    expect((await inLanguage({ country: "DE", language: "tr" })).languages).toEqual(["tr", "en"]);
    expect((await inLanguage({ country: "DE" }, countries({ country: "DE", language: "pl" }))).languages).toEqual([
      "pl",
      "en",
    ]);
    expect((await inLanguage({ country: "GB" })).languages).toEqual(["en"]);
    const { text } = await inLanguage({ country: "DE" });
    expect(text).toMatch(
      /^(?!\[)[^[]*hishing[^[]* bad\[\.\]example[\s\S]*?\n\n\[English\] We are reporting a phishing page on your/,
    );
  });

  test("is English alone where there are no texts in it, and the notice says which are lacking", async () => {
    expect(await inLanguage({ country: "SE" })).toMatchObject({ languages: ["en"], languageLacking: "sv" });
    expect(await inLanguage({ country: "TW" })).toMatchObject({ languages: ["en"], languageLacking: "zh-Hant" });
    expect(await inLanguage({ country: "US" })).not.toHaveProperty("languageLacking");
  });

  test("of a registrar is by its own country, never by the host's", async () => {
    const { country: _, ...registrar } = aContact("registrar");
    expect((await composed(aRequest(aNotice("first", registrar)))).languages).toEqual(["en"]);
  });

  test("of Chinese and Japanese is broken into short lines, none of which begins with a closing mark", async () => {
    for (const language of ["zh", "ja"]) {
      const lines = (await inLanguage({ language })).text.split("\n");
      expect(
        lines.filter(
          (line) =>
            line.length + (line.match(/[\u3000-\u9fff\uff00-\uff60]/g)?.length ?? 0) > 78 &&
            /[\u3000-\u9fff]/.test(line),
        ),
      ).toEqual([]);
      expect(lines.filter((line) => /^\s*[、。，．：；！？）」』]/.test(line))).toEqual([]);
    }
  });

  test("of a missing section is refused by the check, in words", async () => {
    const german = languages.find(({ language }) => language === "de") ?? english;
    const texts = {
      ...german,
      parts: {
        ...german.parts,
        "ground.terms": "Wir verlangen es innerhalb einer Stunde.",
        "ground.dsa": "Verordnung (EU) 2021/784.",
      },
    };
    const result = await composeIn([texts, english], aRequest());
    expect(result.ok ? "" : describeProblem(result.error)).toContain("it claims the one-hour duty");
    const alone = await composeIn([german], aRequest());
    expect(alone.ok ? "" : describeProblem(alone.error)).toContain("it has no English section");
  });
});
