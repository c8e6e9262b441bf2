import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { guessBy } from "../../functions/answers/model/guess.ts";
import { readModel } from "../../functions/answers/model/model.ts";
import { readMail } from "../../functions/answers/read-mail.ts";
import { aMail } from "./a-mail.ts";
import { neverRemoved } from "./never-removed.ts";
import { figuresOf, pointersOf, readBoth } from "./training/figures.ts";
import { isAdversarys, isKeptApart, letterSet } from "./training/letter-set.ts";

const file = fileURLToPath(new URL("../../functions/adapters/replies.model", import.meta.url));
const model = readModel(readFileSync(file));

/** `npm run replies:score` prints the same in full, and beside it every other batch left out once. */
describe("letters that nothing learnt from, read by the rules and the model together", () => {
  const letters = letterSet("kept-").filter(({ batch }) => !isAdversarys(batch));
  const figures = figuresOf(
    letters.map((written) => readBoth(written, guessBy(model, written.letter))),
    "pair",
  );
  const pointers = pointersOf(letters);

  test("are many, in two batches", () => {
    expect(letters.length).toBeGreaterThanOrEqual(500);
    expect(new Set(letters.map(({ batch }) => batch)).size).toBe(2);
    expect(letters.every(({ batch }) => isKeptApart(batch))).toBe(true);
  });

  test("are hardly ever taken for removed wrongly, and often found to be so", () => {
    expect(figures.claimedWrongly).toBeLessThanOrEqual(1);
    expect(figures.removedFound / figures.removed).toBeGreaterThan(0.45);
  });

  test("have their class, three of four; the others are nearly all a person's", () => {
    expect(figures.right / figures.letters).toBeGreaterThan(0.77);
  });

  test("do not go by unheard where a person was to hear", () => {
    expect(figures.silentErrors / figures.letters).toBeLessThan(0.015);
  });

  test("give their forms and their tickets", () => {
    expect(figures.formsRead / figures.forms).toBeGreaterThan(0.9);
    expect(pointers.formsFound / pointers.forms).toBeGreaterThan(0.9);
    expect(pointers.ticketsExact / pointers.tickets).toBeGreaterThan(0.85);
  });
});

test.each(neverRemoved)("never takes for removed, with the model beside: %s", (words) => {
  const mail = readMail(aMail({}, `Hello,\n\n${words}\n\nRegards`));
  const letter = { subject: mail.subject, text: mail.text, automatic: mail.automatic };
  const written = { batch: "", language: "", wanted: "unclear" as const, isTrap: true, body: words, letter, mail };
  expect(readBoth(written, guessBy(model, letter)).pair).not.toBe("removed");
});
