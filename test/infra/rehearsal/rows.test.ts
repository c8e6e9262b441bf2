import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { NotPlayed, type Row, step, tableOf, verdictOn } from "../../../infra/rehearsal/rows.ts";
import { filesOf, upgradeFrom } from "../../../infra/rehearsal/upgrade.ts";

const folder = mkdtempSync(join(tmpdir(), "takedown-upgrade-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said: string[] = [];
const say = (line: string) => said.push(line);
const rowOf = (sees: () => Promise<string>): Promise<Row> => step("It is so", sees, say);

describe("a row of the rehearsal", () => {
  test("that could not be played says so and why, and is never among what holds", async () => {
    const row = await rowOf(async () => {
      throw new NotPlayed("no clone");
    });
    expect(row).toMatchObject({ state: "not played", seen: "not played: no clone" });
    expect(said.at(-1)).toContain("NOT PLAYED It is so");
    const rows = [row, await rowOf(async () => "seen")];
    expect(verdictOn(rows, { playsAll: false })).toEqual({ says: "1 of 2 hold, 1 not played", isFine: true });
    expect(verdictOn(rows, { playsAll: true }).isFine).toBe(false);
    expect(tableOf(rows).split("\n")).toEqual([
      expect.stringMatching(/^ {2}not played +\d+\.\d s {2}It is so$/),
      expect.stringMatching(/^ {2}holds +\d+\.\d s {2}It is so$/),
    ]);
  });

  test("that fails fails the run", async () => {
    const row = await rowOf(async () => {
      throw new Error("two mails went out");
    });
    expect([row.state, verdictOn([row], { playsAll: false }).isFine]).toEqual(["fails", false]);
  });
});

const git = (...words: readonly string[]) => spawnSync("git", words, { cwd: folder, encoding: "utf8" });

describe("the commit that an upgrade is played from", () => {
  test("is named whole", () => {
    expect(upgradeFrom()).toMatch(/^[0-9a-f]{40}$/);
  });

  test("is laid out as it was, with today's packages beside it", () => {
    git("init", "-q");
    spawnSync("bash", ["-c", "echo then > what"], { cwd: folder });
    git("add", "what");
    git("-c", "user.name=x", "-c", "user.email=x@desk.example", "commit", "-qm", "then");
    const commit = git("rev-parse", "HEAD").stdout.trim();
    spawnSync("bash", ["-c", "echo now > what"], { cwd: folder });
    const out = join(folder, "out");
    filesOf(commit, out, folder);
    expect(readFileSync(join(out, "what"), "utf8")).toBe("then\n");
    expect(readFileSync(join(out, "node_modules/typescript/package.json"), "utf8")).toContain("typescript");
  });

  test.each([
    ["a clone that has it not", () => folder],
    ["no clone at all", () => tmpdir()],
  ])("can't be played in %s, which is said", (_, repository) => {
    const none = "0123456789012345678901234567890123456789";
    expect(() => filesOf(none, join(folder, "none"), repository())).toThrow(NotPlayed);
  });
});
