import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { guessBy } from "../../functions/answers/model/guess.ts";
import { readModel } from "../../functions/answers/model/model.ts";
import { readMail } from "../../functions/answers/read-mail.ts";
import { aMail } from "./a-mail.ts";
import { neverRemoved } from "./never-removed.ts";
import { figuresOf, readBoth } from "./training/figures.ts";
import { isAdversarys, isKeptApart, letterSet } from "./training/letter-set.ts";

const file = fileURLToPath(new URL("../../functions/adapters/replies.model", import.meta.url));
const model = readModel(readFileSync(file));

/** What would do harm. How many are read right is a score, which `npm run replies:score` prints. */
describe("letters that nothing learnt from, read by the rules and the model together", () => {
  const letters = letterSet("kept-").filter(({ batch }) => !isAdversarys(batch));
  const figures = figuresOf(
    letters.map((written) => readBoth(written, guessBy(model, written.letter))),
    "pair",
  );

  test("are many, in two batches", () => {
    expect(letters.length).toBeGreaterThanOrEqual(500);
    expect(new Set(letters.map(({ batch }) => batch)).size).toBe(2);
    expect(letters.every(({ batch }) => isKeptApart(batch))).toBe(true);
  });

  test("are hardly ever taken for removed wrongly, though some are taken for it", () => {
    expect(figures.claimedWrongly).toBeLessThanOrEqual(1);
    expect(figures.removedFound).toBeGreaterThan(0);
  });

  test("do not go by unheard where a person was to hear", () => {
    expect(figures.silentErrors / figures.letters).toBeLessThan(0.015);
  });
});

test.each(neverRemoved)("never takes for removed, with the model beside: %s", (words) => {
  const mail = readMail(aMail({}, `Hello,\n\n${words}\n\nRegards`));
  const letter = { subject: mail.subject, text: mail.text, automatic: mail.automatic };
  const written = { batch: "", language: "", wanted: "unclear" as const, isTrap: true, body: words, letter, mail };
  expect(readBoth(written, guessBy(model, letter)).pair).not.toBe("removed");
});
