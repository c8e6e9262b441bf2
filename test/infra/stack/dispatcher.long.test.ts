import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import * as scaling from "aws-cdk-lib/aws-applicationautoscaling";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import { describe, expect, test } from "vitest";
import { TakedownDispatcher } from "../../../infra/stack/dispatcher.ts";
import { readStage } from "../../../infra/stack/stages.ts";
import { type FunctionName, functionsOf, queuesOf, stageQueuesOf } from "../../../infra/stack/topology.ts";
import { aStage, aWholeStage } from "./a-stage.ts";
import { rightsIn, statementsOf } from "./rights-in.ts";
import { inApp, ofType, type Resources, readable, synthesise, theOne } from "./synthesised.ts";

describe("a dispatcher", () => {
  const inStack = (env?: { readonly region: string }) => () =>
    new TakedownDispatcher(new Stack(new App(), "theirs", env && { env }), "Takedown", {
      stage: readStage("example"),
      bundles: "nowhere",
    });

  test("is refused in a stack of another region, or of none, with the fix", () => {
    expect(inStack()).toThrow('its stack names no region: give it env: { region: "eu-central-1" }.');
    expect(inStack({ region: "eu-west-1" })).toThrow('its stack "theirs" is in eu-west-1. Make them one.');
  });

  test("says of a region that the CDK does not know which ones there are", () => {
    const saidOf = (region: string): readonly unknown[] => {
      const stack = new Stack(new App(), "theirs", { env: { region } });
      const stage = readStage("prod", { prod: aStage({ region, inboundMail: false }) });
      // The warning is there before the bundles are looked for.
      expect(() => new TakedownDispatcher(stack, "Takedown", { stage, bundles: "nowhere" })).toThrow("nowhere");
      const entries = stack.node.findAll().flatMap(({ node }) => node.metadata);
      return entries.filter(({ type }) => type === "aws:cdk:warning").map(({ data }) => data);
    };
    expect(saidOf("eu-west-9").join()).toContain(
      'region of the stage "prod" is eu-west-9, and AWS has no such region that this CDK knows. It knows eu-central-1,',
    );
    expect(saidOf("eu-west-1")).toEqual([]);
  });
});

describe("what an owner attaches their own to", () => {
  const stage = readStage("example", { example: aWholeStage() });
  const { resources, takedown } = inApp((app, bundles) => {
    const stack = new Stack(app, "theirs", { env: { region: stage.region } });
    const vpc = new ec2.Vpc(stack, "Theirs", {
      natGateways: 1,
      maxAzs: 2,
      ipAddresses: ec2.IpAddresses.cidr("10.0.1.0/24"),
    });
    // Of this id the names of resources are those of a stage in a stack of its own.
    const takedown = new TakedownDispatcher(stack, "Default", { stage, bundles, vpc });
    takedown.grantReport(
      new iam.Role(stack, "Finder", { assumedBy: new iam.ServicePrincipal("ecs-tasks.amazonaws.com") }),
    );
    return { resources: Template.fromStack(stack).toJSON().Resources as Resources, takedown };
  });
  const plain = synthesise(aWholeStage()).resources;

  test("has every queue and function of the stage by its name", () => {
    expect(Object.keys(takedown.queues).sort()).toEqual(
      [...queuesOf(stage.settings), ...stageQueuesOf(stage.settings)].sort(),
    );
    expect(Object.keys(takedown.functions).sort()).toEqual([...functionsOf(stage.settings)].sort());
    expect(takedown.alarms).toHaveLength(ofType(resources, "AWS::CloudWatch::Alarm").length);
  });

  test("lets whom they name report on both report queues, and use the key through SQS alone", () => {
    const [finder] = Object.keys(resources).filter((id) => id.startsWith("Finder") && !id.includes("Policy"));
    const [key] = Object.keys(resources).filter((id) => id.startsWith("KeysMessages"));
    const statements = statementsOf(resources, finder ?? "").map(({ Action, Resource, Condition }) => [
      Action,
      [Resource].flat().map(readable),
      JSON.stringify(Condition ?? ""),
    ]);
    const arnOf = (name: string) =>
      `\${${theOne(resources, "AWS::SQS::Queue", "QueueName", `takedown-example-${name}`)[0]}.Arn}`;
    expect(statements).toEqual([
      ["sqs:SendMessage", [arnOf("report-standard"), arnOf("report-urgent")], '""'],
      [["kms:Decrypt", "kms:GenerateDataKey"], [`\${${key}.Arn}`], expect.stringContaining("kms:ViaService")],
    ]);
  });

  test("runs find-contact alone in their network, out to RDAP, WHOIS and AWS, and lets nobody in", () => {
    const inside = ofType(resources, "AWS::Lambda::Function").filter(([, { Properties }]) => Properties.VpcConfig);
    expect(inside.map(([, { Properties }]) => Properties.FunctionName)).toEqual(["takedown-example-find-contact"]);
    const { SubnetIds, SecurityGroupIds } = (inside[0]?.[1].Properties.VpcConfig ?? {}) as Partial<
      Record<string, readonly unknown[]>
    >;
    for (const id of SubnetIds ?? []) expect(readable(id)).toContain("PrivateSubnet");
    const group = resources[readable(SecurityGroupIds?.[0]).slice(2, -".GroupId}".length)]?.Properties;
    const out = group?.SecurityGroupEgress as readonly Record<string, unknown>[];
    expect(out.map(({ IpProtocol, FromPort, ToPort, CidrIp }) => [IpProtocol, FromPort, ToPort, CidrIp])).toEqual([
      ["tcp", 443, 443, "0.0.0.0/0"],
      ["tcp", 43, 43, "0.0.0.0/0"],
    ]);
    expect([group?.SecurityGroupIngress, ofType(resources, "AWS::EC2::SecurityGroupIngress")]).toEqual([undefined, []]);
    // A look-up without its way out would be silence of a registry.
    expect(inside[0]?.[1].DependsOn?.filter((id) => resources[id]?.Type === "AWS::EC2::Route")).toHaveLength(2);
  });

  test("gives find-contact what Lambda needs to put it there, its own code nothing, and others nothing", () => {
    const ec2Arn = "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}";
    const itself = `${ec2Arn.replace("ec2", "lambda")}:function:takedown-example-find-contact`;
    const changing = ["AssignPrivateIpAddresses", "DeleteNetworkInterface", "UnassignPrivateIpAddresses"];
    const looking = ["DescribeNetworkInterfaces", "DescribeSubnets"];
    const added = (name: FunctionName) =>
      rightsIn(resources, name).filter((line) => !rightsIn(plain, name).includes(line));
    expect(added("find-contact")).toEqual(
      [
        ...["subnet/10.0.1.128/26", "subnet/10.0.1.192/26", "security-group/group egress", "network-interface/*"].map(
          (on) => `ec2:CreateNetworkInterface on ${ec2Arn}:${on}`,
        ),
        ...changing.map((action) => `ec2:${action} on ${ec2Arn}:*/*`),
        ...looking.map((action) => `ec2:${action} on *`),
        ...["CreateNetworkInterface", ...changing, ...looking].map(
          (action) => `Deny ec2:${action} on * when {"ArnEquals":{"lambda:SourceFunctionArn":"${itself}"}}`,
        ),
      ].sort(),
    );
    for (const name of functionsOf(stage.settings)) if (name !== "find-contact") expect(added(name)).toEqual([]);
  });
});

test("a table with provisioned capacity is set as the guide to deploying says", () => {
  const { resources } = inApp((app, bundles) => {
    const stage = readStage("example");
    const stack = new Stack(app, "theirs", { env: { region: stage.region } });
    const { table: made } = new TakedownDispatcher(stack, "Default", { stage, bundles });
    const table = made.node.defaultChild as dynamodb.CfnTable;
    const least = { readCapacityUnits: 5, writeCapacityUnits: 25 };
    table.billingMode = "PROVISIONED";
    table.provisionedThroughput = least;
    for (const at of [0, 1, 2])
      table.addPropertyOverride(`GlobalSecondaryIndexes.${at}.ProvisionedThroughput`, {
        ReadCapacityUnits: 1,
        WriteCapacityUnits: 5,
      });
    for (const side of ["Read", "Write"] as const)
      new scaling.ScalableTarget(stack, `${side}sOfTable`, {
        serviceNamespace: scaling.ServiceNamespace.DYNAMODB,
        scalableDimension: `dynamodb:table:${side}CapacityUnits`,
        resourceId: `table/${table.ref}`,
        minCapacity: side === "Read" ? least.readCapacityUnits : least.writeCapacityUnits,
        maxCapacity: 4000,
      }).scaleToTrackMetric("HalfUsed", {
        targetValue: 50,
        predefinedMetric:
          scaling.PredefinedMetric[`DYNAMODB_${side.toUpperCase() as "READ" | "WRITE"}_CAPACITY_UTILIZATION`],
      });
    return { resources: Template.fromStack(stack).toJSON().Resources as Resources };
  });
  const [[, table] = []] = ofType(resources, "AWS::DynamoDB::Table");
  const ofIndex = { ReadCapacityUnits: 1, WriteCapacityUnits: 5 };
  expect(table?.Properties).toMatchObject({
    BillingMode: "PROVISIONED",
    ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 25 },
    GlobalSecondaryIndexes: ["due", "review", "opened"].map((IndexName) => ({
      IndexName,
      ProvisionedThroughput: ofIndex,
    })),
  });
  expect(ofType(resources, "AWS::ApplicationAutoScaling::ScalingPolicy")).toHaveLength(2);
});
