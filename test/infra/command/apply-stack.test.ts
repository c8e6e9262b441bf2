import { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { applyStack } from "../../../infra/command/program/apply-stack.ts";
import { ofStage } from "../../../infra/command/program/options.ts";
import { takedownProgram } from "../../../infra/command/program/program.ts";
import type { OutputOf } from "../../../infra/command/stack-outputs.ts";

afterEach(() => vi.unstubAllEnvs());

const outputs: Readonly<Record<string, string>> = { CasesTableName: "its-table", MasterKeysSecret: "its-keys" };
const asked: string[] = [];
const ofStack =
  (has: Readonly<Record<string, string>>) =>
  async (name: string, region: string): Promise<OutputOf> => {
    asked.push(`${name} in ${region}`);
    return (output) => has[output];
  };

/** What a command is called with once a stack that has these outputs was asked. */
const calledWith = async (words: readonly string[], has = outputs) => {
  vi.stubEnv("AWS_REGION", "us-east-1");
  asked.length = 0;
  const command = ofStage(new Command("it"));
  command.action(() => undefined);
  await command.parseAsync(words, { from: "user" });
  await applyStack(command, ofStack(has));
  const { table, keys } = command.opts();
  return { table, keys, asked: [...asked], region: process.env.AWS_REGION };
};

test("a stage that is named alone is asked of its stack, in its region", async () => {
  const { asked: whom, region, ...found } = await calledWith(["--stage", "example"]);
  expect(found).toEqual({ table: "its-table", keys: "its-keys" });
  expect(whom).toEqual([`example in ${region}`]);
  expect(region).not.toBe("us-east-1");
});

test.each([
  [["--stage", "example", "--table", "own"], { table: "own", keys: undefined }],
  [["--table", "own"], { table: "own", keys: undefined }],
  [[], { table: undefined, keys: undefined }],
])("nobody is asked for %j", async (words, found) => {
  expect(await calledWith(words)).toMatchObject({ ...found, asked: [], region: "us-east-1" });
});

test("keys that are named stay", async () => {
  expect(await calledWith(["--stage", "example", "--keys", "own"])).toMatchObject({ table: "its-table", keys: "own" });
});

test("a stack without such an output is said, with what to do", async () => {
  await expect(calledWith(["--stage", "example"], {})).rejects.toThrow(
    "The stack takedown-example has no output CasesTableName. Deploy this version first.",
  );
});

test("whoever only reports needs no right to read the stack", async () => {
  const report = takedownProgram().commands.find((one) => one.name() === "report");
  if (!report) throw new Error("there is a command report");
  report.setOptionValue("stage", "example");
  asked.length = 0;
  await applyStack(report, ofStack(outputs));
  expect(asked).toEqual([]);
});

test("a look-up asks a stage's table for the proposal that it is made with, and for nothing else", async () => {
  const lookup = takedownProgram().commands.find((one) => one.name() === "lookup");
  if (!lookup) throw new Error("there is a command lookup");
  lookup.setOptionValue("stage", "example");
  asked.length = 0;
  await applyStack(lookup, ofStack(outputs));
  expect([asked.length, lookup.opts().table]).toEqual([0, undefined]);
  lookup.setOptionValue("with", "proposal-7");
  await applyStack(lookup, ofStack(outputs));
  expect([asked.length, lookup.opts().table]).toEqual([1, "its-table"]);
});

test("a restore guard by the stage's name alone is refused, as it would go up on the table of before", async () => {
  const guard = takedownProgram().commands.find((one) => one.name() === "restored");
  if (!guard) throw new Error("there is a command restored");
  guard.setOptionValue("stage", "example");
  guard.setOptionValue("to", "2026-11-24T09:00:00Z");
  asked.length = 0;
  await expect(applyStack(guard, ofStack(outputs))).rejects.toThrow(/^Give --table and --keys with --to: /);
  expect(asked).toEqual([]);
  guard.setOptionValue("table", "restored");
  await applyStack(guard, ofStack(outputs));
  guard.setOptionValue("table", undefined);
  guard.setOptionValue("to", undefined);
  await applyStack(guard, ofStack(outputs));
  expect(guard.opts().table).toBe("its-table");
});

test("every command that reads cases takes the stage alone", () => {
  const { commands } = takedownProgram();
  const names = ["cases", "watch", "case", "reviews", "answer", "stats", "replies", "dossier", "sending", "desk"];
  const takes = commands
    .filter(({ options }) => options.some(({ long }) => long === "--stage"))
    .map((one) => one.name());
  expect(takes).toEqual(expect.arrayContaining(names));
});

test("a table to prepare is the one that is meant, and the stage's stack is not read for its own", async () => {
  const command = takedownProgram().commands.find((one) => one.name() === "restored");
  if (!command) throw new Error("there is a command restored");
  command.action(() => undefined);
  await command.parseAsync(["--prepare", "cases-restored", "--stage", "example"], { from: "user" });
  asked.length = 0;
  await applyStack(command, ofStack(outputs));
  expect([command.opts().table, asked]).toEqual(["cases-restored", []]);
});
