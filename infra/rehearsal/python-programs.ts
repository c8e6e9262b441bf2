import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A sentence for the person at the keyboard: what a command needs and does not have. */
export class Lacks extends Error {}

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
