import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import about from "../../package.json" with { type: "json" };
import { commandsOf, examplePipeline, pipelineFile } from "./example-pipeline.ts";

const folder = mkdtempSync(join(tmpdir(), "takedown-pipeline-"));
const clone = join(folder, "clone");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { env } = examplePipeline;
/** A job's own environment: not that of the test's run, of which npm and vitest would be misled. */
const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:npm_|VITEST|VITE_|NODE_ENV|INIT_CWD|TEST|GIT_)/.test(name)),
  ),
  ...env,
  CI: "true",
};

const budgetMs = 180_000;
const run = (command: string, cwd: string, timeout: number) => {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", command], {
    cwd,
    env: environment,
    encoding: "utf8",
    timeout,
  });
  return { status, output: `${stdout}${stderr}`.slice(-3_000) };
};
const done = (command: string, cwd: string): void => {
  const { status, output } = run(command, cwd, budgetMs);
  if (status !== 0) throw new Error(`${command}: ${output}`);
};

/** The guide's example of a stage, under the name that the pipeline deploys. */
const exampleStages = (): string => {
  const guide = readFileSync("infra/guides/deployment.md", "utf8");
  const [, yaml = ""] = /```yaml\n([^`]*?\nstages:\n[^`]*)```/.exec(guide) ?? [];
  return yaml.replace(/^ {2}\S+:/m, `  ${env.STAGE}:`);
};

/** A user's repository: this commit, their stages, the workflow in its place, and what `npm ci` installs. */
const cloneWithStages = (): void => {
  done(`git clone --quiet "${process.cwd()}" clone`, folder);
  writeFileSync(join(clone, env.STAGE_FILE), exampleStages());
  const workflow = join(clone, ".github/workflows/deploy.yml");
  mkdirSync(dirname(workflow), { recursive: true });
  writeFileSync(workflow, readFileSync(pipelineFile));
  done("git add --all && git -c user.name=user -c user.email=user@acme.example commit --quiet -m stages", clone);
  // Hard links where the file systems allow them: a symbolic link would lead tools out of the clone.
  const modules = join(process.cwd(), "node_modules");
  done(`cp -al "${modules}" node_modules 2>/dev/null || cp -R "${modules}" .`, clone);
  // Caches that are written in place would be written in the original, too.
  for (const cache of [".cache", ".vite", ".vite-temp", ".vitest"])
    rmSync(join(clone, "node_modules", cache), { recursive: true, force: true });
};

/** Not run here: it installs, or it queries a registry. */
const leftOut = (command: string): boolean => /^npm (?:ci|audit)\b/.test(command);
const testCommand = /^npm (?:run )?(test[\w:]*)$/;
/**
 * The tests are not run once more inside of themselves: `npm test` runs those that read the
 * repository's files, which a user's own files could break.
 */
const played = (command: string): readonly string[] => {
  if (command === "npm test") return [`${command} -- test/house/documents.test.ts test/infra/pipeline.test.ts`];
  return testCommand.test(command) ? [] : [command];
};

test("has each of its steps end with 0, within three minutes, and leaves nothing that git would add", () => {
  const until = Date.now() + budgetMs;
  cloneWithStages();
  const ended = commandsOf("test")
    .filter((command) => !leftOut(command))
    .flatMap(played)
    .map((command) => ({ command, ...run(command, clone, Math.max(1_000, until - Date.now())) }));
  expect(ended.filter(({ status }) => status !== 0)).toEqual([]);
  expect(ended.length).toBeGreaterThan(3);
  expect(existsSync(join(clone, "sbom.json"))).toBe(true);
  expect(run("git status --short", clone, budgetMs).output).toBe("");
});

test("runs the quick tests and the long ones by scripts that are there", () => {
  const scripts = commandsOf("test").flatMap((command) => testCommand.exec(command)?.[1] ?? []);
  expect(scripts).toEqual(["test", "test:long"]);
  expect(scripts.filter((name) => !Object.hasOwn(about.scripts, name))).toEqual([]);
});
