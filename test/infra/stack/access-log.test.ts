import { describe, expect, test } from "vitest";
import { aWholeStage } from "./a-stage.ts";
import { ofType, readable, synthesise } from "./synthesised.ts";

const { resources, template } = synthesise(aWholeStage());
const groups = ofType(resources, "AWS::ApiGatewayV2::Stage").map(([, { Properties }]) => {
  const { DestinationArn } = Properties.AccessLogSettings as { DestinationArn: unknown };
  const id = readable(DestinationArn).slice(2, -".Arn}".length);
  return { id, group: resources[id] };
});

describe("the access log of the console", () => {
  test("outlives the stack at each of its addresses, and lets go of a line after the days that the stage says", () => {
    expect(groups.length).toBe(2);
    for (const { group } of groups) {
      expect([group?.DeletionPolicy, group?.UpdateReplacePolicy]).toEqual(["RetainExceptOnCreate", "Retain"]);
      expect(group?.Properties.RetentionInDays).toBe(90);
    }
  });

  test("has no name of its own, so that a stage that is made anew is not in its way", () => {
    expect(groups.map(({ group }) => group?.Properties.LogGroupName)).toEqual([undefined, undefined]);
    const outputs = Object.values(template.toJSON().Outputs as Record<string, { Value: unknown }>);
    const said = outputs.map(({ Value }) => readable(Value));
    for (const { id } of groups) expect(said).toContain(`\${${id}}`);
  });

  test("may be written under the key of logs, whose policy names what CloudFormation calls it", () => {
    const [key] = ofType(resources, "AWS::KMS::Key").filter(([id]) => id.startsWith("KeysLogs"));
    expect(groups.map(({ group }) => readable(group?.Properties.KmsKeyId))).toEqual([
      `\${${key?.[0]}.Arn}`,
      `\${${key?.[0]}.Arn}`,
    ]);
    // `<stack>-<logical id>-<random>`: CloudFormation User Guide, "Name type".
    expect(JSON.stringify(key?.[1].Properties.KeyPolicy)).toContain(":log-group:takedown-example-*");
  });
});
