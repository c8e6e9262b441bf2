import { describe, expect, test } from "vitest";
import { aMail } from "./a-mail.ts";
import { readMail } from "./as-deployed.ts";
import { neverRemoved } from "./never-removed.ts";
import { deployedModel, readByDeployed } from "./training/deployed.ts";
import { figuresOf } from "./training/figures.ts";
import { fingerprint, isAdversarys, isKeptApart, letterSet } from "./training/letter-set.ts";

const model = deployedModel();

/** What would do harm. How many are read right is a score, which `npm run replies:score` prints. */
describe("letters that nothing learnt from", () => {
  const letters = letterSet("kept-").filter(({ batch }) => !isAdversarys(batch));
  const figures = figuresOf(letters.map((written) => readByDeployed(model, written)));

  test("are many, in two batches", () => {
    expect(letters.length).toBeGreaterThanOrEqual(500);
    expect(new Set(letters.map(({ batch }) => batch)).size).toBe(2);
    expect(letters.every(({ batch }) => isKeptApart(batch))).toBe(true);
  });

  test("are hardly ever taken for removed wrongly, and mostly for it where they say so", () => {
    expect(figures.wrong).toBeLessThanOrEqual(1);
    expect(figures.found / figures.removed).toBeGreaterThan(0.6);
  });

  test("do not go by unheard where a person was to hear", () => {
    expect(figures.silentErrors / figures.letters).toBeLessThan(0.015);
  });
});

test("sentences in which something is removed, and not what was reported, are hardly ever taken for removed", () => {
  const claimed = neverRemoved.filter(
    (words) => readMail(aMail({}, `Hello,\n\n${words}\n\nRegards`)).class === "removed",
  );
  expect(claimed.length / neverRemoved.length, claimed.join("\n")).toBeLessThan(0.05);
});

test("the model belongs to the letters in the repository", () => {
  expect(model.head.letters).toBe(fingerprint());
});
