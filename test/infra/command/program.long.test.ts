import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { candidates } from "../../../infra/command/program/candidates.ts";
import { takedownProgram } from "../../../infra/command/program/program.ts";
import { aStage } from "../stack/a-stage.ts";

const folder = mkdtempSync(join(tmpdir(), "takedown-program-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = resolve("infra/command/bin.mjs");
const environment = { ...process.env, XDG_CONFIG_HOME: join(folder, "config"), TAKEDOWN_PROFILE: undefined };
const takedown = (words: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: "utf8",
    env: { ...environment, ...env },
  });
  return { status, stdout, stderr };
};

describe("the takedown program", () => {
  test("says its version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(takedown(["--version"])).toMatchObject({ status: 0, stdout: `${version}\n` });
  });

  test("reads little before a command begins, and no SDK, so that it starts at once", () => {
    takedown(["--version"]);
    const cache = ".cache/takedown";
    const { folder: bundle } = JSON.parse(readFileSync(join(cache, "current.json"), "utf8"));
    const read = new Map<string, string>();
    const readWith = (file: string): void => {
      if (read.has(file)) return;
      const text = readFileSync(join(cache, bundle, file), "utf8");
      read.set(file, text);
      for (const [, next = ""] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) readWith(next);
    };
    readWith("takedown.js");
    const all = [...read.values()].join("");
    expect(read.size).toBeGreaterThan(1);
    expect(all).not.toMatch(/smithy(?!\/signature-v4":"5)|class ZodType/);
    // Read, compiled and run in 0.1 s of processor time.
    expect(all.length).toBeLessThan(400_000);
  });

  test("suggests the command that was meant", () => {
    expect(takedown(["cses"])).toMatchObject({ status: 1, stderr: expect.stringContaining("(Did you mean cases?)") });
  });

  test("writes no colour where no terminal shows it", () => {
    expect(takedown(["--help"]).stdout).not.toContain("\u001b");
  });

  test("says in a sentence that AWS can't be asked, without a stack and the SDK's words about Node", () => {
    const without = { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, AWS_PROFILE: undefined, HOME: folder };
    const sdk = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: undefined };
    expect(takedown(["cases", "--table", "none", "--keys", "none"], { ...without, ...sdk })).toEqual({
      status: 1,
      stdout: "",
      stderr: "No AWS region is known. Give a profile that says region, or set AWS_REGION.\n",
    });
  });

  test("ends quietly where nobody reads on", async () => {
    const child = spawn(process.execPath, [program, "check-platforms"], { env: environment });
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (bytes) => {
      err += bytes;
    });
    const code = await new Promise((done) => child.on("close", done));
    expect([code, err]).toEqual([0, ""]);
  });

  test("is made anew where a source file has changed, and once", () => {
    const recordFile = ".cache/takedown/current.json";
    const recorded = () => JSON.parse(readFileSync(recordFile, "utf8"));
    const madeIn = (): string => {
      takedown(["--version"]);
      return recorded().folder;
    };
    const before = madeIn();
    expect(madeIn()).toBe(before);
    // As if the file had been another when it was bundled: no test touches a source.
    const record = recorded();
    record.files["infra/command/problem.ts"] = "0 0";
    writeFileSync(recordFile, JSON.stringify(record));
    expect(madeIn()).not.toBe(before);
  });
});

describe("a profile", () => {
  const write = (config: unknown) => {
    mkdirSync(join(folder, "config", "takedown"), { recursive: true });
    writeFileSync(join(folder, "config", "takedown", "config.json"), JSON.stringify(config));
  };

  test("says what options do not, and its region; an option says otherwise", () => {
    write({ profiles: { here: { folder: "/nowhere/a" }, there: { folder: "/nowhere/b" } } });
    expect(takedown(["cases", "--profile", "there"]).stderr).toContain("the folder /nowhere/b.");
    expect(takedown(["cases"], { TAKEDOWN_PROFILE: "here" }).stderr).toContain("the folder /nowhere/a.");
    expect(takedown(["cases", "--profile", "there", "--folder", "/nowhere/c"]).stderr).toContain("/nowhere/c.");
  });

  test("by default is told, and counts only where no option says where the cases are", () => {
    write({ default: "there", profiles: { there: { folder: "/nowhere/b" } } });
    expect(takedown(["cases"]).stderr).toMatch(/^\(profile there\)\nNo npm start runs with the folder \/nowhere\/b\./);
    expect(takedown(["cases", "--folder", "/nowhere/c"]).stderr).toMatch(/^No npm start runs .* \/nowhere\/c\./);
  });

  describe("with a file of stages", () => {
    const own = join(folder, "config", "takedown");
    const phishing = ["policy", "--category", "phishing"];
    const stageFile = (name: string) => write({ profiles: { there: { stageFile: name } } });

    test("has it beside the file of profiles, and not where somebody happens to stand", () => {
      stageFile("beside.yaml");
      writeFileSync(join(own, "beside.yaml"), JSON.stringify({ stages: { prod: aStage() } }));
      const said = takedown([...phishing, "--profile", "there", "--json"]);
      expect(said).toMatchObject({ status: 0, stdout: expect.stringContaining("example-hotline") });
      const { stdout } = takedown(["profiles", "--json"]);
      expect(JSON.parse(stdout).profiles.there).toEqual({ stageFile: join(own, "beside.yaml") });
    });

    test("that is not there says where it was looked for, and which profile named it", () => {
      stageFile("package.json");
      expect(takedown([...phishing, "--profile", "there"])).toMatchObject({
        status: 1,
        stderr:
          `The profile there in ${join(own, "config.json")} names the file of stages ${join(own, "package.json")}, ` +
          "which is not there. A relative stageFile counts from the folder of the file of profiles.\n",
      });
    });

    test("is not blamed for the file that an option names, nor looked for where nothing reads it", () => {
      stageFile("none.yaml");
      const given = takedown([...phishing, "--profile", "there", "--stage-file", "none-either.yaml"]);
      expect(given.stderr).toMatch(/^none-either\.yaml can't be read: /);
      write({ profiles: { there: { stageFile: "none.yaml", stage: "prod", table: "cases" } } });
      const nowhere = { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, AWS_PROFILE: undefined, HOME: folder };
      expect(takedown(["cases", "--profile", "there"], nowhere).stderr).toMatch(/^No AWS region is known\. /);
    });
  });

  test.each([
    [{ profiles: { there: { tabel: "cases" } } }, /config\.json, profiles\.there\.tabel: There is no such field\./],
    [{ default: "prod", profiles: { production: {} } }, /default: There is no profile prod\. There are: production\./],
    [{ profiles: { production: {} } }, /--profile is there, which \S+ has not\. It has: production\./],
  ])("that is wrong is named with its field: %j", (config, says) => {
    write(config);
    const { status, stderr } = takedown(["cases", "--profile", "there"]);
    expect([status, stderr]).toEqual([1, expect.stringMatching(says)]);
  });
});

describe("completion", () => {
  const words = (...written: readonly string[]) => candidates(takedownProgram(), written).map(({ word }) => word);

  test("knows commands, commands below them, options and what an option may be", () => {
    expect(words("dead")).toEqual(["dead-letters"]);
    expect(words("settings", "e")).toEqual(["end", "export"]);
    expect(words("cases", "--la")).toEqual(["--lane", "--label"]);
    expect(words("cases", "--lane", "")).toEqual(["urgent", "standard"]);
    expect(words("--fol")).toEqual([]);
    expect(words("cases", "--folder", "")).toEqual([]);
    expect(words("completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(words("status", "st")).toEqual(["still-up"]);
  });

  test("says in a few words what each means", () => {
    expect(candidates(takedownProgram(), ["release"])).toEqual([
      { word: "release", means: "lift every hold on a case" },
    ]);
  });

  test("works in bash as it is printed", () => {
    const path = join(folder, "bin");
    mkdirSync(path);
    symlinkSync(program, join(path, "takedown"));
    const script =
      "source <(takedown completion bash); COMP_WORDS=(takedown cases --stat); COMP_CWORD=2; _takedown; " +
      'echo "$COMPREPLY"; COMP_WORDS=(takedown cases --status ""); COMP_CWORD=3; _takedown; declare -p COMPREPLY';
    const { stdout, stderr } = spawnSync("bash", ["-c", script], {
      encoding: "utf8",
      env: { ...environment, PATH: `${path}${delimiter}${process.env.PATH}` },
    });
    expect([stdout, stderr]).toEqual([
      '--status\ndeclare -a COMPREPLY=([0]="open" [1]="review" [2]="held" [3]="closed")\n',
      "",
    ]);
  });
});
