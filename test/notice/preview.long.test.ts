import { expect, test } from "vitest";
import { type About, previewOf, previewsIn } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { settings } from "./a-request.ts";

test("every notice that is ever sent can be previewed, about each sample that there is", async () => {
  const problems: string[] = [];
  const counts: Partial<Record<About, number>> = {};
  for (const preview of previewsIn("en")) {
    const { category, scope, step, about } = preview;
    const composed = await previewOf(preview, settings);
    counts[about] = (counts[about] ?? 0) + 1;
    if (!composed.ok) problems.push(`${category} ${scope} ${step} ${about}: ${describeProblem(composed.error)}`);
  }
  expect([counts, problems]).toEqual([
    { one: 656, several: 392, peer: 72, account: 168, ipv6: 64, live: 200, "two-networks": 32 },
    [],
  ]);
});
