import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { scopes } from "../../functions/case/candidate.ts";
import { steps } from "../../functions/case/case.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { unbroken } from "../../functions/notice/plain-text.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { categories, isChildAbuse } from "../../functions/report/category.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore, settings } from "./a-request.ts";

const combinations = categories.flatMap((category) =>
  scopes.filter((scope) => !(isChildAbuse(category) && scope === "site")).flatMap((scope) => steps.map((step) => ({ category, scope, step }))),
);

/**
 * All of them in English; in each other language every category to every recipient, and every step where its words could differ. The
 * preview (`npm run takedown -- preview`) composes all in all languages by the same checks.
 */
const combinationsIn = (language: string) =>
  combinations.filter(({ category, step }) => language === "en" || step === "first" || ["csam", "phishing", "copyright"].includes(category));

const full = (language: string, { category, scope, step }: (typeof combinations)[number]) => {
  const to = aContact(scope, { language });
  const notice = aNotice(step, to, { ticket: "HOST-4711" });
  const before = { ...sentBefore(step === "escalation" ? aContact("network", { email: "abuse@before.example" }) : to), answer: "question" as const };
  return aRequest(notice, aFullCase(category, { live: true, reporters: ["hotline-a", "brand-b"], notices: [before, notice] }));
};

/** What stands in the raw header's encoded words; RFC 2047 §2 lets none be longer than 75 characters. */
const encodedWords = (mime: string): readonly string[] => mime.slice(0, mime.indexOf("\r\n\r\n")).match(/=\?[^?\s]+\?[bqBQ]\?[^?\s]*\?=/g) ?? [];

describe.each(languages.map(({ language, name }) => ({ language, name })))("every notice in $name", ({ language }) => {
  test(`${combinationsIn(language).length} of category, recipient and step are whole, and read back by another parser as they went in`, async () => {
    for (const combination of combinationsIn(language)) {
      const where = JSON.stringify(combination);
      const request = full(language, combination);
      const composed = await composeNotice(request);
      if (!composed.ok) throw new Error(`${where}: ${JSON.stringify(composed.error)}`);
      const { subject, text, mime, recipient } = composed.value;
      const raw = Buffer.from(mime).toString("latin1");
      const read = await PostalMime.parse(mime);

      expect(read.subject, where).toBe(subject);
      expect(read.text?.replace(/\r\n/g, "\n").trimEnd(), where).toBe(text);
      expect(read.html, where).toBeUndefined();
      expect(read.to, where).toEqual([{ name: "", address: recipient }]);
      expect(read.from, where).toEqual({ name: settings.organisation, address: settings.senderAddress });
      expect(read.replyTo, where).toEqual([{ name: "", address: request.replyAddress }]);
      expect(read.cc ?? read.bcc, where).toBeUndefined();
      expect(composed.value.languages, where).toEqual(language === "en" ? ["en"] : [language, "en"]);

      const expectsXarf = read.attachments.some(({ filename }) => filename === "xarf.json");
      const files = read.attachments.map(({ filename, mimeType }) => filename ?? mimeType);
      expect(files, where).toEqual(expectsXarf ? ["message/feedback-report", "xarf.json"] : []);
      const machinePart = read.attachments.find(({ filename }) => filename === "xarf.json");
      const xarf = machinePart === undefined ? "" : Buffer.from(machinePart.content as ArrayBuffer).toString("utf8");
      const exact = "https://bad.example/login?session=1";
      expect(xarf.split(exact).length - 1, where).toBe(expectsXarf ? 1 : 0);

      expect(text, where).toMatch(/^ {2}hxxps:/m);
      const readable = `${subject}\n${text}`;
      expect(readable, where).not.toMatch(/\{\{|\}\}|undefined|\[object|https?:\/\/|(^|[^[\w-])bad\.example/);
      expect(text.split("hxxps://bad[.]example/login?session=1").length - 1, where).toBe(language === "en" ? 1 : 2);
      expect(subject, where).toMatch(/ABUSE: .+ – bad\[\.\]example – 2026-11-23 \[TD-7K3M-9QXZ-4B2N\]$/);
      expect(
        raw.split("\r\n").filter((line) => line.length > (line.startsWith("Reply-To") ? 150 : 78)),
        where,
      ).toEqual([]);
      expect(
        encodedWords(raw).filter((word) => word.length > 75),
        where,
      ).toEqual([]);
      if (isChildAbuse(combination.category)) expect(`${raw}${readable}${xarf}`, where).not.toMatch(/Alpha|alpha\.example|Beta/i);
      expect(unbroken(text), where).toContain(unbroken(settings.verifyBy));
    }
  }, 30_000);
});
