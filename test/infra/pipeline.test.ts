import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { takedownProgram } from "../../infra/command/program/program.ts";
import about from "../../package.json" with { type: "json" };

const job = z.object({
  permissions: z.record(z.string(), z.string()).optional(),
  environment: z.string().optional(),
  needs: z.string().optional(),
  steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
});
const { permissions, jobs } = z
  .object({ permissions: z.record(z.string(), z.string()), jobs: z.record(z.string(), job) })
  .parse(parse(readFileSync("infra/example/pipeline/deploy.yml", "utf8")));
const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

test("a job may do nothing but read, and gets a token for AWS only where it takes a role", () => {
  expect(permissions).toEqual({ contents: "read" });
  for (const { steps, permissions: own = {} } of Object.values(jobs))
    expect(own["id-token"] === "write").toBe(steps.some(({ uses }) => uses?.startsWith("aws-actions/")));
});

test("a deployment follows tests and diff, and waits for a person", () => {
  expect([jobs.diff?.needs, jobs.deploy?.needs, jobs.deploy?.environment]).toEqual(["test", "diff", "production"]);
});

test("what has a known and high weakness is not deployed, and each push has its bill of materials", () => {
  const before = jobs.test?.steps.flatMap(({ run }) => run ?? []) ?? [];
  const audits = before.indexOf("npm audit --omit=dev --audit-level=high");
  expect(audits).toBe(before.indexOf("npm ci") + 1);
  expect(before).toContain("npm run -s sbom > sbom.json");
  expect(jobs.test?.steps.filter((step) => "continue-on-error" in step || "if" in step)).toEqual([]);
});

test("no key of AWS lies at GitHub", () => {
  expect(readFileSync("infra/example/pipeline/deploy.yml", "utf8")).not.toMatch(/secrets\.|access-key/i);
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
