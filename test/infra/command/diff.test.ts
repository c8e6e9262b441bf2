import { expect, test } from "vitest";
import { type Change, diffRows } from "../../../infra/command/deployed/diff.ts";

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
