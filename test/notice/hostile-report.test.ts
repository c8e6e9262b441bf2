import { expect, test } from "vitest";
import { fewHostileTexts } from "../fixtures/hostile-texts.ts";
import { inEachFieldOfAReport, outcomesOf } from "./hostile-values.ts";

test("a hostile value in any field of a report adds no header and no recipient, and is plain text", async () => {
  const outcomes = await Promise.all(inEachFieldOfAReport.map((law) => outcomesOf(fewHostileTexts, law)));
  expect(outcomes.flatMap(({ refused }) => refused)).toEqual([]);
  // A word that is no category, no host or no time makes no report; free text always does.
  expect(outcomes.filter(({ composed }) => composed > fewHostileTexts.length / 2).length).toBeGreaterThan(8);
});
