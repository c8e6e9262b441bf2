import { describe, expect, test } from "vitest";
import { first, walkMail } from "../../functions/answers/walk-mail.ts";
import { askedThings } from "../../functions/case/letter.ts";
import type { NoticeAt } from "../../functions/case/notice.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { letterIsWrong } from "../../functions/notice/letter.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { aContact, aFullCase, aLetter, aNotice, aRequest, sentBefore } from "./a-request.ts";

const desk = "abuse@network.example";

const composed = async (
  text: string,
  spoilt: Partial<NoticeAt<"delivered">> = {},
  category: "phishing" | "csam" = "phishing",
) => {
  const before = { ...sentBefore(), ...spoilt };
  const notice = aNotice("letter", aContact("network", { language: "en" }), {
    letter: { about: before.id, by: "jane", text },
  });
  return composeNotice(aRequest(notice, aFullCase(category, { notices: [before, notice] })));
};
const mailOf = async (...given: Parameters<typeof composed>) => {
  const made = await composed(...given);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const { headers } = walkMail(made.value.mime);
  return { ...made.value, header: (name: string) => first(headers, name) };
};
const failuresOf = async (...given: Parameters<typeof composed>) => {
  const made = await composed(...given);
  return made.ok || made.error.kind !== "check-failed" ? [] : made.error.failures;
};

describe("a letter to a desk", () => {
  test("stands in the thread: of our notice, of what the desk wrote last, and with the desk's ticket", async () => {
    const mail = await mailOf(aLetter, { ticketTag: "[HOST-4711]", wrote: "<55.abc@mail.network.example>" });
    expect(mail.subject).toBe(
      "Re: ABUSE: phishing - bad[.]example (192.0.2.7) - 2026-11-23 [TD-7K3M-9QXZ-4B2N] [HOST-4711]",
    );
    expect([mail.header("in-reply-to"), mail.header("references")]).toEqual([
      "<55.abc@mail.network.example>",
      "<0102018f-aaaa-bbbb-000000@eu-west-1.amazonses.com> <55.abc@mail.network.example>",
    ]);
    expect([mail.header("to"), mail.recipient, mail.attached]).toEqual([desk, desk, undefined]);
  });

  test("answers our own notice where the desk has written nothing", async () => {
    expect((await mailOf(aLetter)).header("in-reply-to")).toBe("<0102018f-aaaa-bbbb-000000@eu-west-1.amazonses.com>");
  });

  test("says what it is about, then a person's words line by line, then where it is and who we are", async () => {
    const { text } = await mailOf(aLetter);
    expect(text.split("\n\n").slice(0, 4)).toEqual([
      "Hello,",
      "This follows our notice of 2026-11-23 08:00:00 UTC about a phishing page on\nyour network: bad[.]example.",
      "Thank you for asking.",
      "We saw it from Germany, at 06:58 UTC.",
    ]);
    expect(text).toContain("hxxps://bad[.]example/login?session=1");
    expect(text).toContain("Our reference: TD-7K3M-9QXZ-4B2N");
  });

  test("holds no link: each address that a person writes is defanged", async () => {
    const { text } = await mailOf("See https://bad.example/x, http://192.0.2.9/y and www.other.example.");
    expect(text).toContain("See hxxps://bad[.]example/x, hxxp://192[.]0[.]2[.]9/y and\nwww[.]other[.]example.");
  });

  test.each([
    ["It is due within one hour.", /one-hour duty/],
    ["We wrote {{location}}.", /placeholder/],
    ["We send this as a removal order.", /order to remove/],
  ])("claims nothing that no notice may claim: %s", async (text, why) => {
    expect((await failuresOf(text)).join()).toMatch(why);
  });

  test("names no notifier of child abuse, whoever wrote it", async () => {
    for (const name of ["Hotline Alpha", "alpha.example", "alpha[.]example", "ALPHA (dot) example"])
      expect(await failuresOf(`${name} saw it.`, {}, "csam"), name).toEqual([
        "it names the notifier of child sexual abuse",
      ]);
  });

  test("never says that a machine sent it, whatever the settings say of notices", async () => {
    const notice = aNotice("letter");
    const request = aRequest(notice, aFullCase("phishing", { notices: [sentBefore(), notice] }));
    const made = await composeNotice({ ...request, settings: { ...request.settings, autoSubmitted: true } });
    expect(made.ok && Buffer.from(made.value.mime).toString()).not.toMatch(/auto-submitted/i);
  });

  test("without words is no mail", async () => {
    const { letter: _, ...bare } = aNotice("letter");
    expect(await composeNotice(aRequest(bare, aFullCase("phishing", { notices: [sentBefore(), bare] })))).toEqual({
      ok: false,
      error: { kind: "text-missing", part: "the letter" },
    });
  });
});

describe.each(languages.map(({ language, name }) => [name, language] as const))(
  "the machine's answer to a question, in %s",
  (_, language) => {
    const request = (category: "phishing" | "fraud") => {
      const to = aContact("network", { language });
      const before = { ...sentBefore(to), wrote: "<1@mail.network.example>" };
      const notice = aNotice("letter", to, { letter: { about: before.id, asked: askedThings } });
      return aRequest(notice, aFullCase(category, { notices: [before, notice] }));
    };

    test("says what the report holds of all that was asked, and that a machine answers", async () => {
      const made = await composeNotice(request("phishing"));
      if (!made.ok) throw new Error(JSON.stringify(made.error));
      const { headers } = walkMail(made.value.mime);
      expect([first(headers, "auto-submitted"), first(headers, "in-reply-to")]).toEqual([
        "auto-replied",
        "<1@mail.network.example>",
      ]);
      const text = made.value.text.replace(/\s+/g, " ");
      for (const said of [
        "2026-11-23 06:58:12 UTC",
        "192.0.2.7",
        "hxxps://bad[.]example/login?session=1",
        "only from Germany",
        "Example Bank",
      ])
        expect(text).toContain(said);
      expect(made.value.languages).toEqual(language === "en" ? ["en"] : [language, "en"]);
      expect(text).toContain("You asked about our notice");
    });

    test("claims no law, and is short", async () => {
      const made = await composeNotice(request("fraud"));
      expect(made.ok && made.value.text).not.toMatch(/2022\/2065|512|2258A|3\.18/);
      expect(made.ok && made.value.text.split("\n").length).toBeLessThan(45);
    });
  },
);

test.each([
  ["", /^Write what the desk is to read/],
  [" \n ", /^Write what the desk is to read/],
  ["x ".repeat(1001), /^Keep it to 2000 characters; it has 2002/],
  ["safe \u202etxt.exe", /U\+202E/],
  ["nothing\u200bseen", /U\+200B/],
  ["a tab\tstands", /U\+0009/],
  ["a\rb", /U\+000D/],
  ["iVBORw0KGgo".repeat(15), /never send content/],
  ["data:image/png;base64,AAAA", /never send content/],
  ["Write to jane@hotline.example, please.", /^It names a mailbox, jane@hotline\.example/],
  ["Write to Jane <jane@hotline.example>.", /^It names a mailbox, jane@hotline\.example/],
  ["Write to jane＠hotline.example.", /^It names a mailbox, jane@hotline\.example/],
  ["Write to jane\ufe6bhotline\uff0eexample.", /^It names a mailbox, jane@hotline\.example/],
  ["Write to jane [at] hotline.example.", /^It names a mailbox, jane@hotline\.example/],
  ["Write to jane(AT)hotline(dot)example.", /^It names a mailbox, jane@hotline\.example/],
  ["Write to jane%40hotline.example.", /^It names a mailbox, jane@hotline\.example/],
  ["Write to jane&#64;hotline.example.", /^It names a mailbox, jane@hotline/],
  ["Write to jane @ hotline.example.", /^It names a mailbox, jane@hotline\.example/],
  ["Write to jane at hotline dot example.", /^It names a mailbox, jane@hotline\.example/],
  ["Schreib an jörg@hotline.example", /^It names a mailbox/],
])("the words of a letter are refused with a sentence: %j", (text, says) => {
  expect(letterIsWrong(text, desk)).toMatch(says);
});

test.each([
  aLetter,
  "You wrote from abuse@network.example, and we answer there.",
  "You wrote from abuse [at] network.example, and we answer there.",
  "We saw it at shop.bad.example (at noon) and looked at 06:58 @ night; look at it.",
  "https://bad.example/x was up at 06:58 UTC from 192.0.2.7.",
  "我方于协调世界时 06:58 看到该页面。".repeat(60),
  `sha512:${"ab".repeat(64)}`,
])("the words of a letter may be %j", (text) => {
  expect(letterIsWrong(text, desk)).toBeUndefined();
});
