import { expect, test } from "vitest";
import { type About, abouts, previewOf, previewsIn } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
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
    { one: 392, several: 222, peer: 32, account: 89, ipv6: 46, live: 150, "two-networks": 30 },
    [],
  ]);
});

test("each further sample is composed in every language", async () => {
  const problems: string[] = [];
  for (const { language } of languages) {
    for (const about of abouts) {
      const preview = previewsIn(language).find((each) => each.about === about);
      const composed = preview && (await previewOf(preview, settings));
      if (!composed?.ok) problems.push(`${language} ${about}`);
    }
  }
  expect(problems).toEqual([]);
});
