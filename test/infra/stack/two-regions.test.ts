import { expect, test } from "vitest";
import { aStage, everything } from "./a-stage.ts";
import { readable, synthesise } from "./synthesised.ts";

/** By which the account, and not a region of it, knows a resource. */
const namesOfTheAccount: Readonly<Record<string, (properties: Record<string, unknown>) => unknown>> = {
  "AWS::Budgets::Budget": ({ Budget }) => (Budget as { BudgetName: unknown }).BudgetName,
  "AWS::IAM::ManagedPolicy": ({ ManagedPolicyName }) => ManagedPolicyName,
  "AWS::IAM::Role": ({ RoleName }) => RoleName,
  "AWS::S3::Bucket": ({ BucketName }) => BucketName,
};

const namesIn = (region: string): readonly string[] =>
  Object.values(
    synthesise(aStage({ region, inboundMail: true, monthlyBudgetUsd: 200, backup: {} }, everything)).resources,
  ).flatMap(({ Type, Properties }) => {
    const name = namesOfTheAccount[Type]?.(Properties);
    return name === undefined ? [] : [`${Type} ${readable(name)}`];
  });

test("a stage in a second region has no name that the account holds for the first, which may be lost", () => {
  const first = namesIn("eu-central-1");
  expect(first.map((name) => name.split(" ")[0])).toEqual(
    expect.arrayContaining(["AWS::Budgets::Budget", "AWS::IAM::Role", "AWS::S3::Bucket"]),
  );
  expect(namesIn("eu-west-1").filter((name) => first.includes(name))).toEqual([]);
});
