import type { Command } from "commander";
import { expect, test } from "vitest";
import { tablePause } from "../../../functions/adapters/table-pause.ts";
import { tableRestoreGuard } from "../../../functions/adapters/table-restore-guard.ts";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { KeysUnusable } from "../../../functions/kernel/keys-unusable.ts";
import type { RestoreGuard } from "../../../functions/send/restore-guard.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { askedBy, noSuchCase } from "../../../infra/command/connection.ts";
import { takedownProgram } from "../../../infra/command/program/program.ts";
import { notRead, putRestoreGuard, restored, restoredText } from "../../../infra/command/restored.ts";
import { stepsOf } from "../../../infra/rehearsal/guide.ts";
import { morning } from "../../support/a-case.ts";
import { aTableServer } from "../../support/a-table-server.ts";

const aTable = aTableServer();
const folder = "nowhere";
const guard: RestoreGuard = {
  restoredTo: plusMinutes(morning, -60),
  at: morning,
  by: "jane",
  why: "A bad deployment.",
};

const aRestoredTable = async () => {
  const { client, name } = await aTable();
  const at = tableOf(client, name);
  return { at, pause: tablePause(at), fencing: tableRestoreGuard(at) };
};

test("puts up the restore guard behind a stop of all sending, and says whose both are", async () => {
  const { at, pause, fencing } = await aRestoredTable();
  expect(await fencing.read()).toBeUndefined();
  await putRestoreGuard(at, guard);
  expect(await fencing.read()).toEqual(guard);
  expect(Object.entries(await pause.stops()).map(([lane, { by, why }]) => [lane, by, why])).toEqual(
    ["standard", "urgent"].map((lane) => [lane, "jane", `Restored to ${guard.restoredTo}. A bad deployment.`]),
  );
});

test("stands anew at the later moment, where it is put up twice", async () => {
  const { at, fencing } = await aRestoredTable();
  await putRestoreGuard(at, guard);
  await putRestoreGuard(at, { ...guard, at: plusMinutes(morning, 5) });
  expect((await fencing.read())?.at).toBe(plusMinutes(morning, 5));
});

test("goes at a person's word alone; who put it up and who took it away stays written", async () => {
  const { at, fencing } = await aRestoredTable();
  const word = { at: plusMinutes(morning, 90), by: "ali", why: "All mails of that time are known." };
  expect(await fencing.lift(word)).toBe(false);
  await putRestoreGuard(at, guard);
  expect([await fencing.lift(word), await fencing.read()]).toEqual([true, undefined]);
  expect((await at.all({ pk: "RESTORE-GUARD" })).map(({ by, isUp }) => [by, isUp])).toEqual([
    ["jane", true],
    ["ali", false],
  ]);
});

test("says by desk what is unknown and what may become so, and what is next", () => {
  const behind = (nth: number) => ({ caseId: `TD-${nth}`, noticeId: "0-first-a", desk: "abuse@platform.example" });
  const stand = { inLine: [1, 2, 3, 4, 5, 6, 7].map(behind), onWire: [], unknown: [behind(8)], damaged: ["TD-9"] };
  const stops = { urgent: guard, standard: guard };
  const text = restoredText(guard, stops, stand);
  expect(text).toContain("Unknown, before a person: 1 notice\n  abuse@platform.example  TD-8\n");
  expect(text).toContain("TD-5 and 2 more");
  expect(text).toContain("TD-9 can't be read: see operations.md");
  expect(text).toContain("sending --resume");
  expect(restoredText(guard, {}, stand)).not.toContain("sending --resume");
});

test("numbers what is next as the guide does, whose step it is", () => {
  const stand = { inLine: [], onWire: [], unknown: [], damaged: [] };
  const numbersOf = (text: string) => [...text.matchAll(/^(\d+)\. /gm)].map(([, nth]) => Number(nth));
  const said = restoredText(guard, { urgent: guard, standard: guard }, stand);
  expect(numbersOf(said)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  expect(numbersOf(restoredText(guard, {}, stand))).toEqual([5, 6, 7, 8, 9, 11]);
  const inGuide = stepsOf("operations.md", "The whole table as it was");
  for (const [step, word] of [
    [9, "--question unknown-send"],
    [10, "sending --resume"],
    [11, "restored --lift"],
  ] as const) {
    expect(inGuide(step)).toContain(word);
    expect(said.split(`\n${step}. `)[1]?.split("\n")[0]).toContain(word);
  }
});

test("says how SES's events are replayed, before anything may go out, where the stage keeps them", () => {
  const stand = { inLine: [], onWire: [], unknown: [], damaged: [] };
  const replay = {
    archive: "arn:aws:events:eu-central-1:123456789012:archive/kept",
    to: '{"Arn":"…"}',
    until: morning,
  };
  const stops = { urgent: guard, standard: guard };
  const said = restoredText(guard, stops, stand, { asked: "", replay });
  expect(said).toContain(`--event-source-arn ${replay.archive} --destination '{"Arn":"…"}' \\\n`);
  expect(said).toContain(`--event-start-time ${plusMinutes(morning, -65)} --event-end-time ${morning}\n`);
  expect(said).toMatch(/--replay-name takedown-[\w.-]{1,55} /);
  expect(said.indexOf("start-replay")).toBeLessThan(said.indexOf("sending --resume"));
  expect(restoredText(guard, stops, stand)).toContain("keepSesEventsDays");
});

test("names the stage in each command to come, so that a copied one asks the same table", () => {
  const stand = { inLine: [], onWire: [], unknown: [], damaged: [] };
  const asked = " --stage-file stages.yaml";
  const commands = restoredText(guard, { urgent: guard, standard: guard }, stand, { asked }).match(/npx takedown .*/g);
  expect(commands).toHaveLength(5);
  for (const command of commands ?? []) expect(command.endsWith(asked)).toBe(true);
});

test.each([
  { table: "T", keys: "K" },
  { stage: "prod", table: "T" },
  { stage: "prod", stageFile: "stages.yaml" },
])("gives each command to come all that it can't do without, asked by %j", (where) => {
  const stand = { inLine: [], onWire: [], unknown: [], damaged: [] };
  const asked = askedBy({ folder, ...where });
  const commands = restoredText(guard, { urgent: guard }, stand, { asked }).match(/(?<=npx )takedown .*/g) ?? [];
  expect(commands).toHaveLength(5);
  for (const written of commands) {
    const [, ...words] = written.split(" ");
    let command: Command = takedownProgram();
    while (command.commands.length > 0) {
      const name = words.shift();
      command = command.commands.find((one) => one.name() === name) ?? expect.fail(written);
    }
    for (const { mandatory, long } of command.options) if (mandatory) expect(words).toContain(long);
    expect(command.parseOptions(words).unknown).toEqual([]);
    // Whose settings count as well (`connection.ts`).
    if (/redrive|settings/.test(written)) expect(words).toContain("--stage");
  }
});

test("goes on with the logs where the stage keeps no events", () => {
  const stand = { inLine: [], onWire: [], unknown: [], damaged: [] };
  const said = (replay: "none" | undefined) => restoredText(guard, {}, stand, { asked: "", replay });
  expect(said("none")).toContain("The stage keeps no events of SES (keepSesEventsDays): go on with the logs");
  expect(said("none")).not.toContain("--stage names the archive");
  expect(said(undefined)).toContain("--stage names the archive");
});

test("a case that is not there is looked for where it was asked for", () => {
  expect(noSuchCase("TD-1", { folder, stage: "prod", stageFile: "stages.yaml", table: "T" }).message).toBe(
    "There is no case TD-1. Cases are listed by: npx takedown cases --stage-file stages.yaml --stage prod",
  );
  expect(noSuchCase("TD-1", { folder }).message).toMatch(/npx takedown cases$/);
});

test("says that the restore guard is up where what is behind it can't be read for want of the keys", () => {
  const says = notRead({ urgent: guard, standard: guard });
  expect(() => says(new KeysUnusable("gone", "The secret is not there."))).toThrow(
    "The restore guard is up, and all sending is stopped. What is behind it can't be read: The secret is not there. " +
      "Ask again with the --keys of the stage, without --to.",
  );
  expect(() => says(new TypeError("x"))).toThrow(TypeError);
});

test.each([
  ["two acts at once", { to: "-1h", lift: true }, "Give one of --prepare, --to and --lift."],
  ["a moment to come", { to: "+1h", why: "x" }, /^--to is the moment that the table was restored to/],
  ["an act without a reason", { lift: true }, "Give the reason with --why; it is kept with your name."],
] as const)("refuses %s", async (_, options, says) => {
  await expect(restored({ folder, ...options })).rejects.toThrow(says);
});
