import * as iam from "aws-cdk-lib/aws-iam";
import { describe, expect, test } from "vitest";
import { atLimits, govCloud, otherwise, traced } from "../../../infra/checks/checked-stages.ts";
import type { Exception } from "../../../infra/checks/exceptions.ts";
import { exceptions } from "../../../infra/checks/exceptions.ts";
import { checkAtSynthesis } from "../../../infra/stack/build-app.ts";
import { aStage } from "../stack/a-stage.ts";
import { withApp } from "../stack/synthesised.ts";
import { type Finding, unusedPlaces, withoutReason } from "./findings.ts";
import { nagFindings } from "./nag.ts";

/**
 * As an operator may write it: in another region, and in whatever account deploys it. What is found
 * must have the same name.
 */
const elsewhere = aStage({
  region: "us-west-2",
  isolated: { prefixLists: { dynamodb: "pl-89abcdef", s3: "pl-01234567" } },
});
const found = [aStage(), otherwise(), traced(), elsewhere, atLimits(), govCloud()].map((row) =>
  withApp(row, nagFindings),
);

describe("the static checks", () => {
  test("find nothing by cdk-nag for which nobody wrote a reason, whatever a stage chooses", () => {
    expect(found.flatMap((findings) => withoutReason(findings))).toEqual([]);
  });

  test("excuse nothing that cdk-nag does not find", () => {
    const ofNag = exceptions.filter(({ tool }) => tool === "cdk-nag");
    expect(unusedPlaces(found.flat(), ofNag)).toEqual([]);
  });

  test("find a wildcard that somebody plants in a role", () => {
    const planted = withApp(aStage(), (app, { main }) => {
      const role = main.dispatcher.node.findChild("Function-console").node.findChild("Role") as iam.Role;
      role.addToPolicy(
        new iam.PolicyStatement({
          actions: ["dynamodb:*"],
          resources: ["arn:aws:dynamodb:eu-central-1:123456789012:table/other"],
        }),
      );
      return nagFindings(app);
    });
    expect(withoutReason(planted).map(({ rule, at }) => [rule, at])).toEqual([
      ["AwsSolutions-IAM5[Action::dynamodb:*]", "Function-console/Role/DefaultPolicy/Resource"],
    ]);
  });

  test("know the policies that the CDK splits off a role that is too large", { timeout: 120_000 }, () => {
    const policies = withApp(atLimits(), (app) => {
      checkAtSynthesis(app);
      app.synth();
      return app.node.findAll().flatMap((one) => (one instanceof iam.ManagedPolicy ? [one.node.id] : []));
    });
    expect(policies).toContain("OverflowPolicy1");
  });

  test("end a synthesis that has a finding without a reason, and no other", { timeout: 120_000 }, () => {
    const synthesis = (spoil: boolean) =>
      withApp(aStage(), (app, { main }) => {
        if (spoil)
          new iam.ManagedPolicy(main, "Planted", {
            statements: [new iam.PolicyStatement({ actions: ["s3:*"], resources: ["*"] })],
          });
        checkAtSynthesis(app);
        return app.synth();
      });
    expect(() => synthesis(true)).toThrow(/AwsSolutions-IAM5\[Action::s3:\*\]/);
    expect(() => synthesis(false)).not.toThrow();
  });
});

describe("an exception", () => {
  const exception: Exception = {
    tool: "cfn-lint",
    rule: "W1",
    asks: "x",
    at: ["Queue/Resource", "Topic"],
    reason: "Because.",
  };
  const finding: Finding = { tool: "cfn-lint", rule: "W1", at: "Queue/Resource", says: "x" };

  test.each([
    ["the very place", finding, []],
    ["a place below the one it names", { ...finding, at: "Topic/on-call/Resource" }, []],
    ["no other place", { ...finding, at: "Queue/Resource2" }, ["Queue/Resource2"]],
    ["no other rule", { ...finding, rule: "W2" }, ["Queue/Resource"]],
    ["no other tool", { ...finding, tool: "cdk-nag" }, ["Queue/Resource"]],
    ["nothing that the CDK itself says", { ...finding, tool: "cdk" }, ["Queue/Resource"]],
  ] as const)("excuses %s", (_, one, open) => {
    expect(withoutReason([one], [exception]).map(({ at }) => at)).toEqual(open);
  });

  test("at a place where nothing is found is named", () => {
    expect(unusedPlaces([finding], [exception])).toEqual(["cfn-lint W1 at Topic"]);
  });

  test("has a reason in whole sentences", () => {
    for (const { rule, reason } of exceptions) expect(reason, rule).toMatch(/^[A-Z`x].{19,}\.$/s);
  });
});
