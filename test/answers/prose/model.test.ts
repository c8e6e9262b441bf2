import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readModel, writeModel } from "../../../functions/answers/prose/model.ts";
import { piecesOf, readable } from "../../../functions/answers/prose/pieces.ts";
import { type Points, proseReader, takenFor } from "../../../functions/answers/prose/read-prose.ts";
import { saidByTrees } from "../../../functions/answers/prose/trees.ts";
import { vetoKinds, vetoSigns } from "../../../functions/answers/prose/veto-words.ts";
import { weigh } from "../../../functions/answers/prose/weigh.ts";
import { type ReplyClass, wordedClasses } from "../../../functions/case/reply-class.ts";
import { growTrees } from "../training/grow-trees.ts";
import { learnRidge, scoresBy } from "../training/ridge.ts";

const file = readFileSync("functions/adapters/replies.model");
const model = readModel(file);

describe("the model's file", () => {
  test("is what was written, byte by byte, and of at most eight megabytes", () => {
    expect(Buffer.compare(writeModel(model), file)).toBe(0);
    expect(file.length).toBeLessThanOrEqual(8 * 2 ** 20);
  });

  test("that is none, is cut off, or knows other classes is refused with what to do", () => {
    expect(() => readModel(new Uint8Array(9))).toThrow("npm run generate -- replies");
    expect(() => readModel(file.subarray(0, -1))).toThrow("cut off");
    const [first = "", second = ""] = wordedClasses;
    const swapped = Buffer.from(
      file.toString("latin1").replace(`["${first}","${second}"`, `["${second}","${first}"`),
      "latin1",
    );
    expect(() => readModel(swapped)).toThrow("other classes");
  });
});

describe("what a letter is taken for", () => {
  const points: Points = { sure: 0.9, likely: 0.7, silence: 0.8 };
  const shares = (most: Partial<Record<ReplyClass, number>>) => wordedClasses.map((name) => most[name] ?? 0);

  test.each([
    ["removed where that is sure", { removed: 1 }, 0.95, { replyClass: "removed", confidence: 0.95 }],
    ["a person's where it is likely", { removed: 1 }, 0.8, { replyClass: "unclear", isLikelyRemoved: true }],
    [
      "a person's where removed is likeliest and not likely",
      { removed: 0.6, refused: 0.4 },
      0.5,
      { replyClass: "unclear" },
    ],
    [
      "silent where silent classes together are sure",
      { acknowledgement: 0.5, "passed-on": 0.4 },
      0,
      { replyClass: "acknowledgement" },
    ],
    [
      "else the likeliest class of a person",
      { acknowledgement: 0.5, question: 0.3, refused: 0.2 },
      0,
      { replyClass: "question", confidence: 0.3 },
    ],
  ] as const)("is %s", (_, most, removal, taken) => {
    expect(takenFor({ shares: shares(most), removal }, points)).toMatchObject(taken);
  });
});

describe("a letter's pieces", () => {
  test("are bounded, whatever is written", () => {
    for (const text of [
      "a".repeat(1e6),
      "ab ".repeat(1e6),
      "删除".repeat(1e6),
      "\u0301".repeat(1e6),
      "[x]".repeat(1e6),
    ]) {
      const { characters, words, facts } = piecesOf({ subject: text, text, automatic: false });
      expect(readable(text).length).toBeLessThanOrEqual(6_000);
      expect([characters.hashes.length <= 30_010, words.hashes.length <= 30_000]).toEqual([true, true]);
      expect(facts.hashes.length).toBeLessThanOrEqual(10);
    }
  });

  test("of a kind weigh together as much as of another, however long the letter is", () => {
    for (const text of ["Removed the page.", "We have removed the page. ".repeat(50)]) {
      const { characters } = weigh(piecesOf({ subject: "", text, automatic: false }), model.vocabulary);
      expect(Math.sqrt(characters.weights.reduce((sum, one) => sum + one * one, 0))).toBeCloseTo(Math.sqrt(1.25), 2);
    }
  });
});

test("the same letter is read the same each time, and a sentence tells of a removal or does not", () => {
  const reader = proseReader(model);
  const letter = { subject: "Re: ABUSE", text: "We have suspended the account.", automatic: false };
  expect(reader.read(letter)).toEqual(reader.read(letter));
  expect([reader.tellsRemoval("The page has been removed."), reader.tellsRemoval("Kind regards, Anna")]).toEqual([
    true,
    false,
  ]);
});

test.each([
  ["future", "we will remove the page tomorrow"],
  ["returned", "it was removed and reinstated after a counter notice"],
  ["still", "the page is still online"],
  ["part", "one of the pages was removed"],
  ["where", "it is withheld in your country"],
  ["hearsay", "the customer says that it is gone"],
  ["request", "we asked the customer to act"],
  ["denied", "the page was not removed"],
  ["future", "die seite wird morgen gesperrt"],
  ["denied", "страница не удалена"],
  ["still", "сторінка досі доступна"],
  ["denied", "削除できません"],
  ["denied", "コンテンツは削除されていません"],
  ["denied", "サイトは停止しておりません"],
] as const)("a sign of doubt is seen: %s in %s", (kind, plain) => {
  expect(vetoSigns(plain)[vetoKinds.indexOf(kind)]).toBe(1);
});

describe("what is learnt", () => {
  const examples = Array.from({ length: 60 }, (_, at) => ({
    rows: Uint32Array.of(at % 2, 2 + (at % 7)),
    weights: Float32Array.of(1, 0.5),
    wanted: at % 2,
  }));
  const all = examples.map((_, at) => at);

  test("by ridge regression is the same each time, tells classes apart, and from a model of before as well", () => {
    const shape = { classes: 2, rows: 16 };
    const [one, other] = [learnRidge(examples, all, shape), learnRidge(examples, all, shape)];
    expect(one).toEqual(other);
    const fewer = learnRidge(examples, all.slice(10), { ...shape, before: one });
    for (const { wanted, ...weighed } of examples)
      for (const linear of [one, fewer]) {
        const scores = scoresBy(linear, weighed);
        expect(scores[wanted]).toBeGreaterThan(scores[1 - wanted] ?? 1);
      }
  });

  test("by trees is the same each time, and says of each letter what most like it are", () => {
    const letters = Array.from({ length: 200 }, (_, at) => ({ signs: [at / 200, (at * 37) % 11], is: at >= 100 }));
    const trees = growTrees(letters);
    expect(growTrees(letters)).toEqual(trees);
    expect(saidByTrees(trees, [0.1, 3])).toBeLessThan(0.2);
    expect(saidByTrees(trees, [0.9, 3])).toBeGreaterThan(0.8);
  });
});
