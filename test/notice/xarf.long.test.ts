import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { generatedCases, previewedCases } from "./xarf-cases.ts";

const python = process.env.PYTHON_CHECKERS && path.join(process.env.PYTHON_CHECKERS, "python");
const finding = z.object({ named: z.string(), strict: z.boolean(), found: z.array(z.string()) });

/** Strict where the report gave all that the standard recommends. `.ci/run` installs the validator. */
test.skipIf(!python)("XARF's public validator refuses nothing that we attach", async () => {
  const cases = [...(await previewedCases()), ...generatedCases(1000, 20_261_124)];
  const { status, stdout, stderr } = spawnSync(python ?? "", [path.join(import.meta.dirname, "validate_xarf.py")], {
    input: cases.map((one) => `${JSON.stringify(one)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  expect(status, stderr).toBe(0);
  const found = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => finding.parse(JSON.parse(line)));
  expect(found).toEqual([]);
});
