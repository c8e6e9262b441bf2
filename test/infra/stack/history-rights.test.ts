import { expect, test } from "vitest";
import { functionNames } from "../../../infra/stack/topology.ts";
import { aWholeStage } from "./a-stage.ts";
import { lets, rolesIn, writingActions } from "./may-write.ts";
import type { Statement } from "./rights-in.ts";
import { type Resources, synthesise } from "./synthesised.ts";

const line = "HISTORY#TD-A";
const { resources, inbound } = synthesise(aWholeStage());
const templates = [resources, ...(inbound ? [inbound.toJSON().Resources as Resources] : [])];

/** Who may do something to a line of history, of all roles of the templates, by each action. */
const writersIn = (all: readonly Resources[]): readonly string[] =>
  all
    .flatMap((one) => [...rolesIn(one)])
    .flatMap(([role, statements]) =>
      writingActions.filter((action) => lets(statements, action, line)).map((action) => `${role}: ${action}`),
    )
    .sort();

const writeCases = [
  "console",
  "find-contact",
  "follow-up",
  "send-notice",
  "take-in-delivery",
  "take-in-reply",
  "take-in-report",
  "tell-channel",
] as const;

test("is put by the roles that write cases and by no other, and nobody changes or deletes it", () => {
  expect(templates.length).toBe(2);
  expect(writersIn(templates)).toEqual(writeCases.map((name) => `${name}: dynamodb:PutItem`));
});

test("is denied to every function that writes no case, whatever else its role is given one day", () => {
  const roles = rolesIn(resources);
  const everything: Statement = { Effect: "Allow", Action: "dynamodb:*", Resource: "*" };
  const left = functionNames.flatMap((name) =>
    writingActions
      .filter((action) => lets([...(roles.get(name) ?? []), everything], action, line))
      .map((action) => `${name}: ${action}`),
  );
  expect(left.sort()).toEqual(writeCases.map((name) => `${name}: dynamodb:PutItem`));
});
