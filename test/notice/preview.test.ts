import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { steps } from "../../functions/case/step.ts";
import { scopes } from "../../functions/kernel/scope.ts";
import { isEverSent, previewOf } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { categories } from "../../functions/report/category.ts";
import { previewNotices } from "../../infra/command/preview.ts";
import { settings } from "./a-request.ts";

test("every notice that is ever sent can be previewed, about one case and about several", async () => {
  const problems: string[] = [];
  let count = 0;
  for (const category of categories)
    for (const scope of scopes)
      for (const step of steps)
        for (const several of [false, true]) {
          const preview = { language: "en", category, scope, step, several };
          if (!isEverSent(preview)) continue;
          const composed = await previewOf(preview, settings);
          count += 1;
          if (!composed.ok) problems.push(`${category} ${scope} ${step}: ${describeProblem(composed.error)}`);
        }
  expect([count, problems]).toEqual([492 + 336, []]);
}, 120_000);

test("the command writes each as text and as mail, and a page without a link", async () => {
  const out = mkdtempSync(join(tmpdir(), "preview-"));
  try {
    await previewNotices({ out, language: "pl", category: "fraud" });
    const files = readdirSync(join(out, "pl"));
    expect(files.filter((name) => name.endsWith(".txt")).length).toBe(scopes.length * steps.length * 2);
    expect(files.filter((name) => name.endsWith(".eml")).length).toBe(scopes.length * steps.length * 2);
    const page = readFileSync(join(out, "preview-pl.html"), "utf8");
    expect(page.match(/<article /g)?.length).toBe(scopes.length * steps.length * 2);
    expect(page).not.toMatch(/href=|src=|https?:\/\//);
  } finally {
    rmSync(out, { recursive: true });
  }
}, 120_000);

test("the command sends nothing to anybody and says so when asked to", async () => {
  await expect(previewNotices({ out: "nowhere", to: "me@here.example" })).rejects.toThrow(
    "A preview is not sent to anybody: leave --to out, and open the .eml files or a preview page in the folder.",
  );
});
