import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What checks the templates and the machine-readable reports, in one environment. */
export const checkersOfPython = ["cfn-lint==1.58.0", "checkov==3.3.30", "xarf==1.0.0"];
export const checkersFolder = fileURLToPath(new URL("../../.cache/static-checks", import.meta.url));

/** A sentence for the person at the keyboard: what a command needs and does not have. */
export class Lacks extends Error {}

/** Ends the command by what a check found: code 1 where it is not fine, or lacks what it needs, in a sentence. */
export const exitBy = async (check: () => Promise<boolean>): Promise<void> => {
  try {
    process.exitCode = (await check()) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Lacks)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
};

/**
 * The folder with the programs of Python packages. Makes a virtual environment under `folder` and
 * installs into it what is not there yet: once, a minute or two. `who` begins the sentence when
 * something is missing: "The rehearsal". Throws `Lacks` when there is no Python or its package
 * index can't be reached. Touches: writes under `folder`.
 */
export const installPrograms = async (
  folder: string,
  {
    packages,
    who,
    say,
  }: { readonly packages: readonly string[]; readonly who: string; readonly say: (line: string) => void },
): Promise<string> => {
  const environment = join(folder, "venv");
  const bin = join(environment, "bin");
  const done = join(environment, `installed-${packages.join("-").replaceAll("=", "")}`);
  if (existsSync(done)) return bin;
  say(`installing ${packages.join(", ")} into a virtual environment of its own (once)`);
  mkdirSync(folder, { recursive: true });
  try {
    await run("python3", ["-m", "venv", "--clear", environment]);
  } catch (error) {
    throw new Lacks(
      `${who} needs Python 3.10 or newer with its venv module, as \`python3\` on the path (Debian: apt-get ` +
        "install python3-venv).",
      {
        cause: error,
      },
    );
  }
  try {
    await run(join(bin, "python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages], {
      timeout: 900_000,
    });
  } catch (error) {
    throw new Lacks(
      `${who} needs ${packages.join(", ")} from Python's package index, ` +
        `which could not be installed:\n${saidBy(error)}`,
      { cause: error },
    );
  }
  writeFileSync(done, "");
  return bin;
};

const saidBy = (error: unknown): string =>
  (error instanceof Error && "stderr" in error ? String(error.stderr) : String(error)).trim().slice(-2000);
