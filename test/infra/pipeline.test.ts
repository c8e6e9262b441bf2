import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takedownProgram } from "../../infra/command/program/program.ts";
import about from "../../package.json" with { type: "json" };
import { commandsOf, examplePipeline, pipelineFile } from "./example-pipeline.ts";

const { permissions, jobs } = examplePipeline;
const textOf = (file: string): string => readFileSync(join("test", file), "utf8");
const runs = Object.keys(jobs).flatMap(commandsOf);

test("a job may do nothing but read, and gets a token for AWS only where it takes a role", () => {
  expect(permissions).toEqual({ contents: "read" });
  for (const { steps, permissions: own = {} } of Object.values(jobs))
    expect(own["id-token"] === "write").toBe(steps.some(({ uses }) => uses?.startsWith("aws-actions/")));
});

test("a deployment follows tests and diff, and waits for a person", () => {
  expect([jobs.diff?.needs, jobs.deploy?.needs, jobs.deploy?.environment]).toEqual(["test", "diff", "production"]);
});

test("what has a known and high weakness is not deployed, and each push has its bill of materials", () => {
  const before = commandsOf("test");
  const audits = before.indexOf("npm audit --omit=dev --audit-level=high");
  expect(audits).toBe(before.indexOf("npm ci") + 1);
  expect(before).toContain("npm sbom --sbom-format cyclonedx > sbom.json");
  expect(jobs.test?.steps.filter((step) => "continue-on-error" in step || "if" in step)).toEqual([]);
});

test("no key of AWS lies at GitHub", () => {
  expect(readFileSync(pipelineFile, "utf8")).not.toMatch(/secrets\.|access-key/i);
});

test("every script that it runs is there, and every command of takedown", () => {
  const named = (pattern: RegExp) =>
    runs.flatMap((run) => [...run.matchAll(pattern)].flatMap(([, name]) => name ?? []));
  const [scripts, commands] = [named(/npm run (?:-s )?([a-z:]+)/g), named(/npx takedown ([a-z-]+)/g)];
  expect([scripts.length, commands.length]).toEqual([3, 3]);
  expect(scripts.filter((name) => !Object.hasOwn(about.scripts, name))).toEqual([]);
  const known = takedownProgram().commands.map((command) => command.name());
  expect(commands.filter((name) => !known.includes(name))).toEqual([]);
});

test("its tests need no browser: those that do are not in the commands that it runs", () => {
  expect(runs.filter((run) => /test:(?:browser|all)/.test(run))).toEqual([]);
  const outside = readdirSync("test", { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".test.ts") && !file.startsWith("browser"),
  );
  expect(outside.length).toBeGreaterThan(300);
  expect(outside.filter((file) => /from "[^"]*(?:playwright|browser\/)/.test(textOf(file)))).toEqual([]);
});
