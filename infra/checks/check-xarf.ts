import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { checkersFolder, checkersOfPython, exitBy, installPrograms } from "./python-programs.ts";
import { generatedCases, previewedCases, type XarfCase } from "./xarf-cases.ts";

/*
 * `npm run check:xarf`: the public validator of XARF (the package `xarf`) on what we attach: each
 * notice of the preview, and a thousand cases drawn from a seed (SEED=… for others). What gave all
 * that the standard recommends has to pass its strict mode.
 */

const generatedCount = 1000;
const validator = fileURLToPath(new URL("validate_xarf.py", import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);

const finding = z.object({ named: z.string(), strict: z.boolean(), found: z.array(z.string()) });
type Finding = z.infer<typeof finding>;

const findingsIn = (bin: string, cases: readonly XarfCase[]): readonly Finding[] => {
  const { status, stdout, stderr } = spawnSync(path.join(bin, "python"), [validator], {
    input: cases.map((one) => `${JSON.stringify(one)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`The validator ended with ${status}:\n${stderr.slice(-2000)}`);
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => finding.parse(JSON.parse(line)));
};

const check = async (): Promise<boolean> => {
  const bin = await installPrograms(checkersFolder, {
    packages: checkersOfPython,
    who: "The check of the machine-readable reports",
    say,
  });
  const seed = Number(process.env.SEED ?? 20_261_124);
  const cases = [...(await previewedCases()), ...generatedCases(generatedCount, seed)];
  const findings = findingsIn(bin, cases);
  const types = new Set(cases.map(({ report }) => `${report.category}/${report.type}`));
  const complete = cases.filter(({ isComplete }) => isComplete).length;
  say(`${cases.length} reports of ${types.size} types, seed ${seed}`);
  say(`${complete} of them are complete, and so are held to the strict mode, too: ${findings.length} refused`);
  for (const { named, strict, found } of findings.slice(0, 20))
    say(`\n${strict ? "strict: " : ""}${named}\n  ${found.join("\n  ")}`);
  return findings.length === 0;
};

await exitBy(check);
