import { describe, expect, test } from "vitest";
import { functionNames } from "../../../infra/stack/topology.ts";
import { aWholeStage } from "./a-stage.ts";
import { rightsIn } from "./rights-in.ts";
import { ofType, readable, synthesise, theOne } from "./synthesised.ts";

const { template, resources } = synthesise({ ...aWholeStage(), fixedAddress: true });
const plain = synthesise(aWholeStage()).resources;
const idsOf = (type: string) => ofType(resources, type).map(([id]) => id);
const inside = (all: typeof resources) =>
  ofType(all, "AWS::Lambda::Function").flatMap(([, { Properties }]) =>
    Properties.VpcConfig ? [String(Properties.FunctionName).replace("takedown-example-", "")] : [],
  );

describe("a fixed address", () => {
  test("is made for a stage that asks for it alone", () => {
    expect(ofType(plain, "AWS::EC2::EIP")).toEqual([]);
    expect(inside(plain)).toEqual([]);
  });

  test("is the one by which all goes out, and a person reads it", () => {
    const [address] = theOne(resources, "AWS::EC2::EIP");
    const [gateway, { AllocationId, SubnetId }] = theOne(resources, "AWS::EC2::NatGateway");
    expect(AllocationId).toEqual({ "Fn::GetAtt": [address, "AllocationId"] });
    expect(idsOf("AWS::EC2::Subnet")).toContain(readable(SubnetId).slice(2, -1));
    const ways = ofType(resources, "AWS::EC2::Route").map(([, { Properties }]) => Properties);
    expect(ways.filter(({ NatGatewayId }) => readable(NatGatewayId) === `\${${gateway}}`)).toHaveLength(2);
    const outputs = Object.values(template.toJSON().Outputs as Record<string, { Value: unknown }>);
    expect(outputs.map(({ Value }) => readable(Value))).toContain(`\${${address}.PublicIp}`);
  });

  test("is find-contact's alone, also where all others have no way out", () => {
    const isolated = { prefixLists: { dynamodb: "pl-0123abcd", s3: "pl-4567cdef" } };
    const both = synthesise({ ...aWholeStage(), fixedAddress: true, isolated }).resources;
    expect(inside(resources)).toEqual(["find-contact"]);
    const groupOf = (name: string) =>
      readable(
        (
          theOne(both, "AWS::Lambda::Function", "FunctionName", `takedown-example-${name}`)[1].VpcConfig as {
            SecurityGroupIds: readonly unknown[];
          }
        ).SecurityGroupIds[0],
      );
    expect([groupOf("find-contact"), groupOf("console")]).toEqual([
      expect.stringMatching(/^\$\{WayOutFunctions/),
      expect.stringMatching(/^\$\{NetworkFunctions/),
    ]);
    expect(inside(both)).not.toContain("sign-in");
    expect(inside(both)).not.toContain("tell-channel");
  });

  test("is asked from two zones without a public address of their own, once the way is there", () => {
    const [, { VpcConfig }, { DependsOn }] = theOne(
      resources,
      "AWS::Lambda::Function",
      "FunctionName",
      "takedown-example-find-contact",
    );
    const { SubnetIds } = VpcConfig as { SubnetIds: readonly unknown[] };
    const subnets = SubnetIds.map((id) => resources[readable(id).slice(2, -1)]?.Properties);
    expect(subnets.map((one) => one?.CidrBlock)).toEqual(["10.0.1.64/26", "10.0.1.128/26"]);
    expect(new Set(subnets.map((one) => JSON.stringify(one?.AvailabilityZone))).size).toBe(2);
    for (const [, { Properties }] of ofType(resources, "AWS::EC2::Subnet"))
      expect(Properties.MapPublicIpOnLaunch).toBe(false);
    expect(DependsOn?.filter((id) => resources[id]?.Type === "AWS::EC2::Route")).toHaveLength(2);
  });

  test("lets out to RDAP, WHOIS and AWS, and nobody in", () => {
    const [, group] = theOne(resources, "AWS::EC2::SecurityGroup");
    const out = group.SecurityGroupEgress as readonly Record<string, unknown>[];
    expect(out.map(({ IpProtocol, FromPort, ToPort, CidrIp }) => [IpProtocol, FromPort, ToPort, CidrIp])).toEqual([
      ["tcp", 443, 443, "0.0.0.0/0"],
      ["tcp", 43, 43, "0.0.0.0/0"],
    ]);
    expect([group.SecurityGroupIngress, idsOf("AWS::EC2::SecurityGroupIngress")]).toEqual([undefined, []]);
  });

  test("logs who was refused, in a log of its own beside that of the isolated network", () => {
    const [, log] = theOne(resources, "AWS::EC2::FlowLog");
    expect(log).toMatchObject({ TrafficType: "REJECT", ResourceType: "VPC" });
    expect(resources[readable(log.LogGroupName).slice(2, -1)]?.Properties).toMatchObject({
      LogGroupName: "/takedown/example/way-out",
      RetentionInDays: 90,
    });
  });

  test("gives find-contact what Lambda needs to put it there, its own code nothing, and others nothing", () => {
    const ec2 = "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}";
    const itself = `${ec2.replace("ec2", "lambda")}:function:takedown-example-find-contact`;
    const changing = ["AssignPrivateIpAddresses", "DeleteNetworkInterface", "UnassignPrivateIpAddresses"];
    const looking = ["DescribeNetworkInterfaces", "DescribeSubnets"];
    const added = (name: (typeof functionNames)[number]) =>
      rightsIn(resources, name).filter((line) => !rightsIn(plain, name).includes(line));
    expect(added("find-contact")).toEqual(
      [
        ...["subnet/10.0.1.64/26", "subnet/10.0.1.128/26", "security-group/group functions", "network-interface/*"].map(
          (on) => `ec2:CreateNetworkInterface on ${ec2}:${on}`,
        ),
        ...changing.map((action) => `ec2:${action} on ${ec2}:*/*`),
        ...looking.map((action) => `ec2:${action} on *`),
        ...["CreateNetworkInterface", ...changing, ...looking].map(
          (action) => `Deny ec2:${action} on * when {"ArnEquals":{"lambda:SourceFunctionArn":"${itself}"}}`,
        ),
      ].sort(),
    );
    expect(functionNames.filter((name) => added(name).length > 0)).toEqual(["find-contact"]);
  });
});
