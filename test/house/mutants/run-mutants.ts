import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/*
 * Changes the named files in one place at a time and says which changes no quick test notices. Asked
 * with files (`npm run mutants -- functions/case/react.ts`, with lines `:10-20`) it changes these;
 * without, all of `stryker.config.json`.
 */
const manifest = fileURLToPath(import.meta.resolve("@stryker-mutator/core/package.json"));
const { bin }: { readonly bin: { readonly stryker: string } } = JSON.parse(readFileSync(manifest, "utf8"));
const files = process.argv.slice(2);
const asked = files.length > 0 ? ["--mutate", files.join(",")] : [];
const { status } = spawnSync(process.execPath, [join(dirname(manifest), bin.stryker), "run", ...asked], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
