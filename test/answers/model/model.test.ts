import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { modelReader } from "../../../functions/adapters/model-reader.ts";
import { guessBy } from "../../../functions/answers/model/guess.ts";
import { likelihoods, readModel, writeModel } from "../../../functions/answers/model/model.ts";
import { piecesOf } from "../../../functions/answers/model/pieces.ts";
import { readWords } from "../../../functions/answers/replies/read-words.ts";
import type { ReplyClass } from "../../../functions/case/reply-class.ts";
import { type Lesson, modelOf } from "../training/learn.ts";
import { fingerprint, letterSet } from "../training/letter-set.ts";

const file = fileURLToPath(new URL("../../../functions/adapters/replies.model", import.meta.url));
const aLetter = (text: string) => ({ subject: "Re: your report", text, automatic: false });
const aLesson = (wanted: ReplyClass, text: string): Lesson => ({
  batch: "a batch",
  wanted,
  pieces: piecesOf(aLetter(text)),
});
const lessons = [
  aLesson("removed", "The page is gone, we deleted it."),
  aLesson("removed", "We deleted the page, it is gone now."),
  aLesson("refused", "There is no violation, the page stays."),
  aLesson("refused", "The page stays, no violation was found."),
];

describe("the model of replies", () => {
  test("in the repository learnt from the letters in the repository: else npm run replies:train", () => {
    expect(readModel(readFileSync(file)).head.letters).toBe(fingerprint());
  });

  test("is at most 1.5 MB", () => {
    expect(statSync(file).size).toBeLessThanOrEqual(1_500_000);
  });

  test("says from which letters it learnt, and how each batch was read when it was left out", () => {
    const { learntFrom } = readModel(readFileSync(file)).head;
    expect(learntFrom.length).toBeGreaterThanOrEqual(12);
    expect(learntFrom.map(({ batch }) => batch)).not.toContain("kept-north");
    for (const { letters, right } of learntFrom) expect(right).toBeGreaterThan(letters / 2);
  });

  test("reads letters like those that it learnt from, and is surer of them than of others", () => {
    const model = modelOf(lessons);
    const { both } = likelihoods(model, piecesOf(aLetter("We deleted it, the page is gone.")));
    const { both: unlike } = likelihoods(model, piecesOf(aLetter("Bitte senden Sie uns den Nachweis.")));
    expect(both.get("removed")).toBeGreaterThan(0.5);
    expect(Math.max(...unlike.values())).toBeLessThan(both.get("removed") ?? 0);
    expect([...both.values()].reduce((sum, share) => sum + share)).toBeCloseTo(1);
  });

  test("weighs the sentences that tell of something gone by themselves, whatever stands around them", () => {
    const told = (text: string) => likelihoods(model, piecesOf(aLetter(text))).telling;
    const model = modelOf([
      ...lessons,
      aLesson("removed", "The page has been removed."),
      aLesson("removed", "The account has been suspended."),
      aLesson("acknowledgement", "The page will be removed tonight."),
      aLesson("acknowledgement", "The account will be suspended tonight."),
    ]);
    const removed = "The page has been suspended.";
    expect(told(removed)).toBeGreaterThan(0);
    expect(told("The page will be suspended tonight.")).toBeLessThan(0);
    // But for what the rules hear in the rest.
    expect(told(`Greetings from the harbour, where it rains. ${removed}`)).toBeCloseTo(told(removed), 0);
    expect(told("Greetings from the harbour.")).toBe(0);
    expect(told("We have disabled his FTP access.")).toBe(0);
  });

  test("made twice of the same letters is the same, byte for byte", () => {
    expect(writeModel(modelOf(lessons))).toEqual(writeModel(modelOf(lessons)));
  });

  test("comes out of its file as it went in", () => {
    const model = modelOf(lessons, { sharpness: 1.5, removal: [1, 2], letters: "x", learntFrom: [] });
    expect(readModel(writeModel(model))).toEqual(model);
  });

  test("that was cut off or is none says what to do", () => {
    const whole = writeModel(modelOf(lessons));
    expect(() => readModel(whole.subarray(0, whole.length - 1))).toThrow(
      "cut off. Make it anew: npm run replies:train",
    );
    expect(() => readModel(new Uint8Array([1, 2, 3]))).toThrow("no head. Make it anew: npm run replies:train");
  });

  test("reads from its file as a second reader, what can be and how sure", async () => {
    const letter = aLetter("We have suspended the account and the page is offline now.");
    const guess = await modelReader().read(letter, {});
    expect(guess).toEqual(guessBy(readModel(readFileSync(file)), letter));
    expect(guess?.replyClass).toBe("removed");
  });

  test("guesses by what the rules heard in a mail what it guesses by reading the letter itself", () => {
    const known = readModel(readFileSync(file));
    const longest = { subject: "Re: your report", text: "We have looked at it. ".repeat(400), automatic: false };
    const read = [
      // A few are known by their form, and no words of theirs are read.
      ...letterSet("kept-north").flatMap(({ letter, mail: { heard } }) => (heard ? [{ letter, heard }] : [])),
      { letter: longest, heard: readWords(longest.text, longest.automatic) },
    ];
    expect(read.length).toBeGreaterThan(200);
    for (const { letter, heard } of read)
      expect(guessBy(known, letter, heard), letter.text).toEqual(guessBy(known, letter));
  });

  test("looks at no more of a letter than 6,000 characters", () => {
    const words = "we looked into it ".repeat(400);
    expect(piecesOf(aLetter(words))).toEqual(piecesOf(aLetter(words.slice(0, 6_000))));
  });
});
