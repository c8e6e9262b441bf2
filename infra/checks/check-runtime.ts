import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";

/*
 * `npm run check:runtime`: the tests of the deployed bundles on the Node that Lambda runs, which need not be
 * the Node that runs everything else here. The first run fetches it by npm's package `node`, into `.cache`.
 */

/** A release of the runtime that the stack names; the tests say so where it is another's. */
const release = "24.21.0";
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = path.join(root, ".cache", `node-${release}`);
const programs = path.join(folder, "node_modules", "node", "bin");
const program = path.join(programs, process.platform === "win32" ? "node.exe" : "node");
const bundleTests = "test/infra/stack/bundle.long.test.ts";

const { path: printsPath } = new Command("check:runtime")
  .description(`tests the deployed bundles on Node ${release}, which Lambda runs; downloads it once`)
  .option("--path", "download that Node, print the folder to put first in PATH, and test nothing")
  .parse()
  .opts<{ readonly path?: true }>();

const refuse = (why: string): never => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};
// What npm says goes to standard error: standard output is the answer of `--path`.
const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): number =>
  spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ["inherit", printsPath ? 2 : "inherit", "inherit"],
    shell: process.platform === "win32",
  }).status ?? 1;

if (!existsSync(program)) {
  process.stderr.write(`Fetching Node ${release} (npm's package "node"), once; about 50 MB …\n`);
  mkdirSync(folder, { recursive: true });
  const flags = ["--prefix", folder, "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  if (run("npm", ["install", ...flags, `node@${release}`], process.env) !== 0 || !existsSync(program))
    refuse(
      `Node ${release} could not be fetched; npm's own words stand above. Or name one that is here: ` +
        `DEPLOYED_NODE=/path/to/node npx vitest run ${bundleTests}`,
    );
}
if (printsPath) process.stdout.write(`${programs}\n`);
else process.exitCode = run("npx", ["vitest", "run", bundleTests], { ...process.env, DEPLOYED_NODE: program });
