import { describe, expect, test } from "vitest";
import { type Change, diffRows, settingRows } from "../../../infra/command/deployed/diff.ts";
import { settingMarks } from "../../../infra/stack/setting-marks.ts";
import { readStage } from "../../../infra/stack/stages.ts";
import { aStage } from "../stack/a-stage.ts";

const change = (spoilt: Partial<Change>): Change => ({
  action: "Modify",
  logicalId: "Cases",
  type: "AWS::DynamoDB::Table",
  replacement: "False",
  properties: ["KeySchema"],
  ...spoilt,
});

test.each([
  ["AWS::DynamoDB::Table", "all cases; the new one is empty"],
  ["AWS::SecretsManager::Secret", "the master keys open all cases"],
  ["AWS::KMS::Key", "what opens all that it has encrypted"],
  ["AWS::SQS::Queue", "what waits on it"],
])("%s that would be replaced stops, and its loss is said", (type, lost) => {
  expect(diffRows([change({ type, replacement: "True" })])[0]).toMatchObject({
    state: "stops",
    says: expect.stringContaining(lost),
  });
});

test.each([
  ["Remove", "False", "stops", "leaves the stack"],
  ["Modify", "Conditional", "heed", "may be replaced (KeySchema)"],
  ["Modify", "False", "ready", "is changed in place (KeySchema)."],
  ["Add", "False", "ready", "is made."],
])("a table by %s with replacement %s is %s", (action, replacement, state, says) => {
  expect(diffRows([change({ action, replacement })])[0]).toMatchObject({ state, says: expect.stringContaining(says) });
});

test("what holds nothing is counted in one line, whatever becomes of it", () => {
  const functions = ["True", "False", "False"].map((replacement) =>
    change({ type: "AWS::Lambda::Function", replacement }),
  );
  expect(diffRows(functions)).toEqual([
    {
      what: "all else, which holds nothing",
      state: "ready",
      says: "2 changed in place (2 Lambda::Function), 1 made anew, or may be (1 Lambda::Function).",
    },
  ]);
  expect(diffRows([])).toEqual([]);
});

describe("settings", () => {
  const marks = (more: Parameters<typeof aStage>[0] = {}, settings: Parameters<typeof aStage>[1] = {}) =>
    settingMarks(readStage("prod", { prod: aStage(more, settings) }));

  test("that change are named with what they reach, and all else is not", () => {
    const to = marks({ monthlyBudgetUsd: 100 }, { organisation: "Another Desk" });
    expect(settingRows({ deployed: marks(), to })).toEqual([
      {
        what: "setting settings.organisation",
        state: "ready",
        says:
          "is changed. Open cases: mails from now on; closed ones: what is still sent about one; " +
          "with the deployment.",
      },
      { what: "setting monthlyBudgetUsd", state: "ready", says: "is new." },
    ]);
    expect(settingRows({ deployed: to, to: marks() }).map(({ says }) => says)).toContain("is taken out.");
  });

  test("of a version that marked none are not guessed", () => {
    expect(settingRows({ deployed: undefined, to: marks() })).toEqual([]);
  });

  test("that may not be read are not known, and not taken for unchanged", () => {
    expect(settingRows("unread")).toMatchObject([{ what: "settings", state: "unknown" }]);
  });

  test("stand in the template as marks, which say no value", () => {
    const template = JSON.stringify(marks({}, { optedOut: ["abuse@quiet.example"] }));
    expect(template).toContain('"settings.optedOut":"');
    expect(template).not.toContain("quiet.example");
  });
});
