import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { comesBack } from "../../../functions/console/words.ts";
import { receivesAtMost } from "../../../infra/stack/sizes.ts";
import { queueNames, visibilitySeconds } from "../../../infra/stack/topology.ts";
import { aStage, everything } from "../stack/a-stage.ts";
import { ofType, synthesise } from "../stack/synthesised.ts";

const textOf = (guide: string): string =>
  readFileSync(path.join(import.meta.dirname, "../../../infra/guides", guide), "utf8");

test.each(["runbook/dead-letters.md", "runbook/history-dead-letters.md"])("%s says when they come back", (guide) => {
  const soonest = Math.min(...queueNames.map(visibilitySeconds));
  expect([receivesAtMost, soonest, (receivesAtMost * soonest) / 60]).toEqual([5, 180, 15]);
  expect(comesBack).toContain("a quarter of an hour");
  expect(comesBack).toContain("five tries, three minutes");
  expect(textOf(guide)).toContain(comesBack);
});

const { resources, template } = synthesise(aStage({ inboundMail: true }, everything));
const outputs = Object.keys(template.toJSON().Outputs as Record<string, unknown>);

/** The resources that a guide looks up in the stack, with each function that a loop names. */
const lookedUp = (guide: string): readonly (readonly [type: string, part: string])[] => {
  const text = textOf(guide);
  const functions = /for FUNCTION in ([\w ]+);/.exec(text)?.[1]?.split(" ") ?? [];
  return [...text.matchAll(/\bresource (AWS::[\w:]+) (\$?\w+)/g)].flatMap(([, type = "", part = ""]) =>
    part === "$FUNCTION" ? functions.map((name) => [type, name] as const) : [[type, part] as const],
  );
};
const found = (type: string, part: string): readonly string[] =>
  ofType(resources, type)
    .map(([id]) => id)
    .filter((id) => id.includes(part));

describe.each(["operations.md", "runbook/region-lost.md"])("%s", (guide) => {
  test("finds roles, keys, queues and mappings by the stack's resources", () => {
    expect(lookedUp(guide).length).toBeGreaterThan(2);
    for (const [type, part] of lookedUp(guide)) {
      const ids = found(type, part);
      if (type === "AWS::KMS::Key" || type === "AWS::IAM::Role") expect(ids).toHaveLength(1);
      else expect(ids.length).toBeGreaterThan(0);
    }
  });

  test("finds every mapping of the functions that notify anybody", () => {
    const ofSenders = ofType(resources, "AWS::Lambda::EventSourceMapping").filter(([, { Properties }]) =>
      /send-?notice|tell-?channel/.test(JSON.stringify(Properties.FunctionName)),
    );
    const ids = lookedUp(guide).flatMap(([type, part]) =>
      type === "AWS::Lambda::EventSourceMapping" ? found(type, part) : [],
    );
    expect(ids.toSorted()).toEqual(ofSenders.map(([id]) => id).toSorted());
  });

  test("names outputs that the stack has, each once", () => {
    const named = new Set(textOf(guide).match(/\b[A-Z]\w+(?:TableName|Secret)\b/g));
    expect(named.size).toBeGreaterThan(1);
    for (const name of named) expect(outputs.filter((output) => output.includes(name))).toHaveLength(1);
  });

  test("guesses no name of a resource", () => {
    const commands =
      textOf(guide)
        .match(/^ *```sh$[\s\S]*?^ *```$/gm)
        ?.join("\n") ?? "";
    expect(commands).not.toMatch(/starts_with\(RoleName|ends_with\(FunctionArn|function-name takedown|alias\/takedown/);
  });

  test("prepares a restored table by the one command that waits for it", () => {
    expect(textOf(guide)).not.toMatch(/wait table-exists|update-table|update-time-to-live|update-continuous-backups/);
    expect(textOf(guide)).toContain("npx takedown restored --prepare $RESTORED --stage $STAGE");
  });
});

test("the roles that may send are found by their description alone, for the time that only IAM answers", () => {
  const [, prefix = ""] = /starts_with\(Description,'([^']+)'\)/.exec(textOf("runbook/region-lost.md")) ?? [];
  for (const name of ["send-notice", "tell-channel"]) {
    const begins = prefix.replace("$STAGE", "example").replace("$LOST", "eu-central-1").replace("$NAME", name);
    const roles = ofType(resources, "AWS::IAM::Role").filter(([, { Properties }]) =>
      String(Properties.Description).startsWith(begins),
    );
    expect(roles).toHaveLength(1);
  }
});
