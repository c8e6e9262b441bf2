import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { stageFromFile } from "../../../infra/stack/stage-file.ts";

test("the guide's whole stage is one, word for word", () => {
  const guide = readFileSync(path.join(import.meta.dirname, "../../../infra/guides/deployment.md"), "utf8");
  const [, stage = ""] = guide.match(/^```yaml\n([\s\S]*?)\n```$/m) ?? [];
  const file = path.join(mkdtempSync(path.join(tmpdir(), "guide-")), "stages.yaml");
  writeFileSync(file, stage);
  expect(stageFromFile(file)).toMatchObject({ name: "acme", senderDomain: "takedown.acme.example" });
});
