import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";

/*
 * Changes the named files in one place at a time and says which changes no quick test notices. Asked
 * with files (`npm run mutants -- functions/case/decide/mail.ts`, with lines `:10-20`) it changes these;
 * without, all of `stryker.config.json`.
 */
const manifest = fileURLToPath(import.meta.resolve("@stryker-mutator/core/package.json"));
const { bin }: { readonly bin: { readonly stryker: string } } = JSON.parse(readFileSync(manifest, "utf8"));
const command = new Command("mutants")
  .description("changes files in one place at a time and says which changes no quick test notices")
  .argument("[files...]", "these alone, with lines if you like: functions/case/decide/mail.ts:10-20")
  .parse();
const files = command.args;
// Of a file that is not there nothing is changed, and Stryker calls that passed.
for (const file of files)
  if (!file.includes("*") && !existsSync(file.replace(/:\d+(:\d+)?-\d+(:\d+)?$/, "")))
    command.error(`error: there is no file ${file}.`);
const asked = files.length > 0 ? ["--mutate", files.join(",")] : [];
const { status } = spawnSync(process.execPath, [join(dirname(manifest), bin.stryker), "run", ...asked], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
