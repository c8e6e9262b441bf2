import { describe, expect, test } from "vitest";
import { functionsOf } from "../../../infra/stack/topology.ts";
import { aSignIn, aStage } from "./a-stage.ts";
import { ofType, type Resource, readable, synthesise, theOne, withApp } from "./synthesised.ts";

const prefixLists = { dynamodb: "pl-0123abcd", s3: "pl-4567cdef" };
const { resources } = synthesise(aStage({ isolated: { prefixLists } }));
const idsOf = (type: string) => ofType(resources, type).map(([id]) => id);
const typesOf = (all: typeof resources) => new Set(Object.values(all).map(({ Type }) => Type));
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

test("a stage that does not ask for it has no network at all", () => {
  expect([...typesOf(synthesise().resources)].filter((type) => type.startsWith("AWS::EC2::"))).toEqual([]);
});

test("a stage that names its account needs no credentials at synth, with a network neither", () => {
  const missing = withApp(aStage({ account: "123456789012", isolated: { prefixLists } }), (app) => {
    return app.synth().manifest.missing;
  });
  expect(missing).toBeUndefined();
});

describe("the isolated network", () => {
  test("holds every function but the one that talks to registries, in two zones", () => {
    const subnets = idsOf("AWS::EC2::Subnet");
    const zones = ofType(resources, "AWS::EC2::Subnet").map(([, { Properties }]) =>
      JSON.stringify(Properties.AvailabilityZone),
    );
    expect([subnets.length, new Set(zones).size]).toEqual([2, 2]);
    const inside = ofType(resources, "AWS::Lambda::Function").flatMap(([, { Properties }]) =>
      Properties.VpcConfig ? [Properties] : [],
    );
    expect(inside.map(({ FunctionName }) => String(FunctionName).replace("takedown-example-", "")).sort()).toEqual(
      functionsOf({})
        .filter((name) => name !== "find-contact")
        .sort(),
    );
    for (const { VpcConfig } of inside)
      expect(VpcConfig).toEqual({
        SecurityGroupIds: [{ "Fn::GetAtt": [groupId("Functions"), "GroupId"] }],
        SubnetIds: subnets.map((Ref) => ({ Ref })),
      });
  });

  test("holds the console that browsers open, and not who asks the OIDC provider", () => {
    const { resources: signedIn } = synthesise(aStage({ isolated: { prefixLists } }, { signIn: aSignIn }));
    const isInside = (name: string) =>
      theOne(signedIn, "AWS::Lambda::Function", "FunctionName", `takedown-example-${name}`)[1].VpcConfig !== undefined;
    expect([isInside("console"), isInside("sign-in")]).toEqual([true, false]);
  });

  test("has no way out: no gateway, no translation, no peer, no route of its own", () => {
    expect([...typesOf(resources)].filter((type) => type.startsWith("AWS::EC2::")).sort()).toEqual([
      "AWS::EC2::FlowLog",
      "AWS::EC2::RouteTable",
      "AWS::EC2::SecurityGroup",
      "AWS::EC2::SecurityGroupEgress",
      "AWS::EC2::SecurityGroupIngress",
      "AWS::EC2::Subnet",
      "AWS::EC2::SubnetRouteTableAssociation",
      "AWS::EC2::VPC",
      "AWS::EC2::VPCEndpoint",
    ]);
    for (const [, { Properties }] of ofType(resources, "AWS::EC2::Subnet"))
      expect(Properties.MapPublicIpOnLaunch).toBe(false);
  });

  test("lets functions out to the endpoints alone, and nobody in but them to the endpoints", () => {
    const rule = ({ IpProtocol, FromPort, ToPort }: Resource["Properties"]) =>
      `${String(IpProtocol)} ${String(FromPort)}-${String(ToPort)}`;
    const group = (name: string) =>
      theOne(resources, "AWS::EC2::SecurityGroup", "GroupDescription", descriptions[name])[1];
    expect(
      list(group("Functions").SecurityGroupEgress).map((one) => [
        rule(one as never),
        (one as { DestinationPrefixListId?: string }).DestinationPrefixListId,
      ]),
    ).toEqual([
      ["tcp 443-443", prefixLists.dynamodb],
      ["tcp 443-443", prefixLists.s3],
    ]);
    expect(group("Functions").SecurityGroupIngress).toBeUndefined();
    expect(group("Endpoints").SecurityGroupIngress).toBeUndefined();
    // CloudFormation lets everything out of a group without a rule; this one matches nothing.
    expect(list(group("Endpoints").SecurityGroupEgress)).toMatchObject([
      { CidrIp: "255.255.255.255/32", IpProtocol: "icmp", FromPort: 252, ToPort: 86 },
    ]);
    const [, egress] = theOne(resources, "AWS::EC2::SecurityGroupEgress");
    expect([rule(egress), egress.GroupId, egress.DestinationSecurityGroupId]).toEqual([
      "tcp 443-443",
      idOf("Functions"),
      idOf("Endpoints"),
    ]);
    const [, ingress] = theOne(resources, "AWS::EC2::SecurityGroupIngress");
    expect([rule(ingress), ingress.GroupId, ingress.SourceSecurityGroupId]).toEqual([
      "tcp 443-443",
      idOf("Endpoints"),
      idOf("Functions"),
    ]);
  });

  test("logs who was refused", () => {
    const [, log] = theOne(resources, "AWS::EC2::FlowLog");
    expect(log).toMatchObject({ TrafficType: "REJECT", ResourceType: "VPC" });
    const group = resources[readable(log.LogGroupName).slice(2, -1)]?.Properties;
    expect(group).toMatchObject({ LogGroupName: "/takedown/example/network", RetentionInDays: 90 });
    expect(group?.KmsKeyId).toBeDefined();
  });
});

const descriptions: Readonly<Record<string, string>> = {
  Functions: "The functions: out to the endpoints alone, nothing in",
  Endpoints: "The endpoints: in from the functions alone, nothing out",
};
const groupId = (name: string) =>
  theOne(resources, "AWS::EC2::SecurityGroup", "GroupDescription", descriptions[name])[0];
const idOf = (name: string) => ({ "Fn::GetAtt": [groupId(name), "GroupId"] });

type Statement = {
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Effect: string;
  readonly Principal: unknown;
  readonly Condition: unknown;
};
const short = (resource: unknown): string =>
  readable(resource).replaceAll(/\$\{([A-Za-z0-9]+)(\.Arn)?\}/g, (whole, id: string) => {
    const { Type = "", Properties = {} } = resources[id] ?? {};
    if (Type === "AWS::SQS::Queue") return String(Properties.QueueName).replace("takedown-example-", "");
    if (Type === "AWS::SES::ConfigurationSet") return String(Properties.Name);
    if (Type === "AWS::SES::EmailIdentity") return String(Properties.EmailIdentity);
    if (Type === "AWS::SecretsManager::Secret") return /^[A-Z][A-Za-z]+Keys?(?=[0-9A-F]{8}$)/.exec(id)?.[0] ?? id;
    return Type === "" ? whole : Type.split("::").slice(1).join(" ");
  });

describe("an endpoint", () => {
  const ways = ofType(resources, "AWS::EC2::VPCEndpoint").map(([, { Properties }]) => ({
    service: readable(Properties.ServiceName).replace(/^com\.amazonaws\.(\$\{AWS::Region\}|eu-central-1)\./, ""),
    properties: Properties,
    statements: (Properties.PolicyDocument as { Statement: readonly Statement[] }).Statement,
  }));
  const both = [
    ...["report", "contact", "notice"].flatMap((name) => [`${name}-urgent`, `${name}-standard`]),
    "delivery-urgent",
    "delivery",
    "reply",
    "history-retry",
  ].sort();

  // Each way by hand: what may pass, and to what.
  const passes: Readonly<Record<string, readonly string[]>> = {
    dynamodb: [
      "BatchGetItem, ConditionCheckItem, DeleteItem, GetItem, PutItem, Query, UpdateItem on DynamoDB Table",
      "Query on DynamoDB Table/index/due, DynamoDB Table/index/opened, DynamoDB Table/index/review",
    ],
    email: [
      `SendRawEmail on ${[
        "configuration-set/takedown-example-standard",
        "configuration-set/takedown-example-urgent",
        "identity/hotline.example",
        "identity/reply.hotline.example",
      ]
        .map((of) => `arn:aws:ses:eu-central-1:\${AWS::AccountId}:${of}`)
        .join(", ")}`,
      "DescribeActiveReceiptRuleSet, GetSendQuota on *",
    ],
    events: ["PutEvents on Events EventBus"],
    s3: ["GetObject on S3 Bucket/*", "ListBucket on S3 Bucket"],
    secretsmanager: ["GetSecretValue on CaseNumberKey, MasterKeys, ReplyKeys"],
    sns: ["GetTopicAttributes, Publish on SNS Topic"],
    sqs: [
      `SendMessage on ${both.join(", ")}`,
      "ChangeMessageVisibility, SendMessage on history-retry, report-standard, report-urgent",
      "ChangeMessageVisibility on delivery, delivery-urgent, notice-standard, notice-urgent, reply",
      "DeleteMessage, GetQueueAttributes, ListMessageMoveTasks, ReceiveMessage, " +
        `StartMessageMoveTask on ${both.map((name) => `${name}-dead-letters`).join(", ")}`,
    ],
  };

  test("leads to each service that the functions call, and to no other", () => {
    expect(ways.map(({ service }) => service).sort()).toEqual(Object.keys(passes));
  });

  test.each(ways)(
    "to $service lets this account alone do what the functions do, on what is theirs",
    ({ service, statements }) => {
      const said = statements.map(
        ({ Action, Resource }) =>
          `${list(Action)
            .map((action) => String(action).split(":")[1])
            .join(", ")} on ${list(Resource).map(short).sort().join(", ")}`,
      );
      expect(said).toEqual(passes[service]);
      for (const { Effect, Principal, Condition } of statements)
        expect([Effect, Principal, Condition]).toEqual([
          "Allow",
          { AWS: "*" },
          { StringEquals: { "aws:PrincipalAccount": { Ref: "AWS::AccountId" } } },
        ]);
    },
  );

  test.each(ways)("to $service is found by the service's own name, in both zones", ({ service, properties }) => {
    if (service === "dynamodb" || service === "s3") {
      expect(properties).toMatchObject({
        VpcEndpointType: "Gateway",
        RouteTableIds: idsOf("AWS::EC2::RouteTable").map((Ref) => ({ Ref })),
      });
    } else {
      const SubnetIds = idsOf("AWS::EC2::Subnet").map((Ref) => ({ Ref }));
      expect(properties).toMatchObject({
        VpcEndpointType: "Interface",
        PrivateDnsEnabled: true,
        SecurityGroupIds: [idOf("Endpoints")],
        SubnetIds,
      });
    }
  });
});
