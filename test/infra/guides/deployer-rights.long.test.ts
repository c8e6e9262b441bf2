import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { otherwise, traced } from "../../../infra/checks/checked-stages.ts";
import { aStage } from "../stack/a-stage.ts";
import { synthesise } from "../stack/synthesised.ts";

/** Where IAM names a service otherwise than CloudFormation does, in small letters. */
const ofIam: Readonly<Record<string, string>> = { apigatewayv2: "apigateway" };
/** What the CDK writes for itself, and CloudFormation makes nothing of. */
const nothingMade = ["AWS::CDK::Metadata"];

test("the guide's policy for CloudFormation allows every service that a stage can have, and no other", () => {
  const guide = readFileSync("infra/guides/deployer-rights.md", "utf8");
  const policies = [...guide.matchAll(/^```json\n([\s\S]*?)\n```$/gm)].map(([, policy = ""]) => JSON.parse(policy));
  const statements = policies[1].Statement as readonly { readonly Action: string | readonly string[] }[];
  const allowed = new Set(statements.flatMap(({ Action }) => [Action].flat().map((action) => action.split(":")[0])));

  const types = [aStage(), otherwise(), traced()].flatMap((row) => {
    const { resources, inbound } = synthesise(row);
    return [resources, inbound?.toJSON().Resources ?? {}].flatMap((all) =>
      Object.values(all as typeof resources).map(({ Type }) => Type),
    );
  });
  const services = new Set(
    types
      .filter((type) => !nothingMade.includes(type))
      .map((type) => type.split("::")[1]?.toLowerCase() ?? "")
      .map((service) => ofIam[service] ?? service),
  );
  // A vault's storage has a service of its own, and the CDK asks for its bootstrap's version.
  const besides = ["backup-storage", "ssm"];
  expect([...allowed].sort()).toEqual([...services, ...besides].sort());
});
