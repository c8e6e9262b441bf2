import { describe, expect, test } from "vitest";
import { type Step, steps } from "../../functions/case/step.ts";
import { once } from "../../functions/kernel/once.ts";
import { scopes } from "../../functions/kernel/scope.ts";
import { unbroken } from "../../functions/notice/plain-text.ts";
import { previewOf, whyNotPreviewed } from "../../functions/notice/preview.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import type { Texts } from "../../functions/notice/texts.ts";
import { categories } from "../../functions/report/category.ts";
import { spread } from "../support/spread.ts";
import { settings } from "./a-request.ts";

/*
 * A desk reads a notice in sixty seconds: it is short, says nothing twice, and its lines are whole.
 * Held against the preview's cases, which are full of all that a notice can say.
 */

const composeAll = async (language: string, atMost: number) => {
  const all = categories.flatMap((category) =>
    scopes
      .flatMap((scope) => steps.map((step) => ({ category, scope, step })))
      .filter((preview) => whyNotPreviewed({ ...preview, about: "one" }) === undefined),
  );
  const mails: { readonly named: string; readonly step: Step; readonly subject: string; readonly text: string }[] = [];
  for (const { category, scope, step } of spread(all, atMost)) {
    const composed = await previewOf({ language, category, scope, step, about: "one" }, settings);
    if (!composed.ok) throw new Error(JSON.stringify(composed.error));
    const { subject, text } = composed.value;
    mails.push({ named: `${language} ${category} ${scope} ${step}`, step, subject, text });
  }
  return mails;
};

/** Five characters of Chinese, Japanese and Korean say what two English words do. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const wordsIn = (text: string): number => {
  const rest = text.replace(unspaced, " ");
  return Math.ceil((text.match(unspaced) ?? []).length / 2.5) + (rest.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;
};
const most = { oneLanguage: 195, twoLanguages: 345, lines: 45, besideFacts: 120 };
const saysWhatIsNew: readonly Step[] = ["reminder", "escalation", "moved", "withdrawal", "correction"];

/** The paragraphs that are no facts, in one language: what a reader of it reads. */
const besideFacts = (text: string, name: string): string => {
  const paragraphs = text.split("\n\n").filter((paragraph) => !/^[^\n]*\(\[|hxxp=http/m.test(paragraph));
  const inEnglish = paragraphs.filter((paragraph) => paragraph.startsWith("[English]"));
  return (name === "English" ? paragraphs : paragraphs.filter((each) => !inEnglish.includes(each))).join(" ");
};

/** An escalation is the first notice that its desk gets, so that it has the law's grounds to say, too. */
const wordsOfGrounds = (text: string, parts: Texts["parts"]): number =>
  Object.entries(parts)
    .filter(([part, words]) => part.startsWith("ground.") && unbroken(text).includes(unbroken(words)))
    .reduce((sum, [, words]) => sum + wordsIn(words), 0);

/** The laws of a short notice, over this many mails of each language. */
export const readInSixtySeconds = (atMost: number): void =>
  describe.each(languages.map((texts) => [texts.name, texts] as const))("%s", (name, { language, parts }) => {
    const composed = once(() => composeAll(language, atMost));
    test("is short, in words and in lines", async () => {
      const mails = await composed();
      const words = language === "en" ? most.oneLanguage : most.twoLanguages;
      expect(mails.flatMap(({ named, text }) => (wordsIn(text) > words ? [[named, wordsIn(text)]] : []))).toEqual([]);
      const linesOf = (text: string) => text.split("\n").length;
      expect(mails.flatMap(({ named, text }) => (linesOf(text) > most.lines ? [[named, linesOf(text)]] : []))).toEqual(
        [],
      );
    });

    test("says what is new in few words beside the facts", async () => {
      const mails = (await composed()).filter(({ step }) => saysWhatIsNew.includes(step));
      const said = mails.map(({ named, step, text }) => {
        const own = besideFacts(text, name);
        return [named, wordsIn(own) - (step === "escalation" ? wordsOfGrounds(own, parts) : 0)] as const;
      });
      expect(said.filter(([, words]) => words > most.besideFacts)).toEqual([]);
    });

    test("says no fact twice, and breaks no line before a sign", async () => {
      for (const { named, text } of await composed()) {
        const lines = text.split("\n");
        const facts = lines.filter((line) => /: .|^ {2}hxxp/.test(line));
        expect([named, facts.filter((line, at) => facts.indexOf(line) !== at)]).toEqual([named, []]);
        expect([named, lines.filter((line) => /^\s*[\p{P}\p{S}]+\s*$/u.test(line))]).toEqual([named, []]);
        expect([named, lines.filter((line) => /^\s*[:;!?.,)\]»”]/u.test(line) && !/^\[English\]/.test(line))]).toEqual([
          named,
          [],
        ]);
      }
    });

    test("has a subject in ASCII but for words that are not", async () => {
      for (const { named, subject } of await composed()) {
        const signs = subject.replace(/[\p{L}\p{M}（）・·、]/gu, "");
        expect([named, signs.match(/[^\x20-\x7e]/g)]).toEqual([named, null]);
        if (language === "en") expect(subject).toMatch(/^[\x20-\x7e]*$/);
      }
    });
  });
