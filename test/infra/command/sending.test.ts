import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, test } from "vitest";
import { tablePause } from "../../../functions/adapters/table-pause.ts";
import { tableOf } from "../../../functions/store/table/table.ts";
import { takedownProgram } from "../../../infra/command/program/program.ts";
import { saying } from "../../../infra/command/saying.ts";
import { sending } from "../../../infra/command/sending.ts";
import { besideATable } from "../../support/beside-a-table.ts";

const { folder, said, tableName } = besideATable();
const why = "Mail goes to wrong desks.";
const all = { folder, lane: "all" } as const;
const theTable = () => DynamoDBDocumentClient.from(new DynamoDBClient({}));
const reasons = async () =>
  Object.fromEntries(
    Object.entries(await tablePause(tableOf(new DynamoDBClient({}), tableName())).stops()).map(([lane, word]) => [
      lane,
      word?.why,
    ]),
  );

test("a stop at the command line stops first; a reason may come after, is asked for, and is kept once", async () => {
  await sending({ ...all, stop: true });
  expect(await reasons()).toEqual({ urgent: "", standard: "" });
  expect(said.join("\n")).toContain("no reason given yet");
  expect(said.join("\n")).toContain('--stop again with --why "what is wrong"');
  said.length = 0;
  await sending({ ...all, stop: true, why });
  expect(said[0]).toBe("It was stopped already; the reason is kept with it now.");
  expect(said.join("\n")).not.toContain("--stop again");
  await sending({ ...all, stop: true, why: "Something else." });
  expect(await reasons()).toEqual({ urgent: why, standard: why });
});

test("a stop at the command line gives a reason to the lane that is named alone", async () => {
  await sending({ ...all, stop: true });
  await sending({ ...all, lane: "urgent", stop: true, why });
  expect(await reasons()).toEqual({ urgent: why, standard: "" });
});

test("a stop at the command line that is recorded is never said to have failed, whatever fails after", async () => {
  const broken = { pk: "PAUSE", sk: "no line of an audit" };
  await theTable().send(new PutCommand({ TableName: tableName(), Item: broken }));
  const error = await sending({ ...all, stop: true, audit: true }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(await reasons()).toEqual({ urgent: "", standard: "" });
  expect(saying(error, ["sending", "--stop"])).toMatch(/^Sending is stopped\. What holds now can't be shown: /);
});

describe("an error of a stop says first that sending is NOT stopped", () => {
  test.each([
    ["where nothing runs", () => sending({ folder: "nowhere", lane: "all", stop: true })],
    ["with two orders", () => sending({ ...all, stop: true, resume: true })],
  ])("%s", async (_, run) => {
    const error = await run().catch((thrown: unknown) => thrown);
    expect(saying(error, ["sending", "--stop"])).toMatch(/^Sending is NOT stopped\. /);
    expect(saying(error, ["sending"])).not.toContain("NOT");
  });

  test.each([["--lane", "fast"], ["--nonsense"], ["--by", "jane"], ["--why"]])(
    "with wrong words: %s",
    async (...wrong) => {
      const words = ["sending", "--stop", ...wrong];
      const program = takedownProgram(words);
      const errors: string[] = [];
      for (const command of [program, ...program.commands])
        command.exitOverride().configureOutput({ writeErr: (text) => void errors.push(text) });
      await expect(program.parseAsync(["node", "takedown", ...words])).rejects.toThrow();
      expect(errors.join("")).toMatch(/^Sending is NOT stopped\. error: /);
    },
  );
});
