import { expect, test } from "vitest";
import { hostileTexts } from "../fixtures/hostile-texts.ts";
import { inDigest, inEachFieldOfAReport, inNotice, outcomesOf } from "./hostile-values.ts";

test.each([
  ["a reminder", inNotice],
  ["a digest", inDigest],
])("in %s adds no header, no recipient and no case", async (_, law) => {
  // What is nothing but control characters, or has the form of our own boundaries, may be refused.
  expect((await outcomesOf(hostileTexts, law)).refused.length).toBeLessThan(4);
});

test("in any field of a report adds no header and no recipient, and is plain text", async () => {
  for (const law of inEachFieldOfAReport) expect((await outcomesOf(hostileTexts, law)).refused.length).toBeLessThan(2);
});
