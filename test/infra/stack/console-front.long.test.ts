import { describe, expect, test } from "vitest";
import { readStage, type StageRow } from "../../../infra/stack/stages.ts";
import { type FunctionName, functionsOf } from "../../../infra/stack/topology.ts";
import { aBrowserStage, aStage, refusalOf } from "./a-stage.ts";
import { rightsIn } from "./rights-in.ts";
import { ofType, type Resources, readable, synthesise, theOne, withApp } from "./synthesised.ts";

const certificateIn = (region: string) =>
  `arn:aws:acm:${region}:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef`;
const webAclArn =
  "arn:aws:wafv2:us-east-1:123456789012:global/webacl/takedown-example/01234567-89ab-cdef-0123-456789abcdef";
const consoleDomain = { name: "console.hotline.example", certificateArn: certificateIn("us-east-1") };
const dns = { zone: "hotline.example", hostedZoneId: "Z0123456789ABC", dmarc: "none" } as const;
const fronted: StageRow = { ...aBrowserStage(), dns, consoleDomain, consoleFront: { webAclArn } };

const { template, resources } = synthesise(fronted);
const plain = synthesise(aBrowserStage()).resources;
type Config = {
  readonly Aliases: unknown;
  readonly WebACLId: unknown;
  readonly ViewerCertificate: unknown;
  readonly DefaultCacheBehavior: unknown;
  readonly Origins: readonly Readonly<Record<string, unknown>>[];
};
const configOf = (all: Resources) => theOne(all, "AWS::CloudFront::Distribution")[1].DistributionConfig as Config;
const api = () => theOne(resources, "AWS::ApiGatewayV2::Api", "Name", "takedown-example-browser-console");
const variablesOf = (name: string) =>
  (
    theOne(resources, "AWS::Lambda::Function", "FunctionName", `takedown-example-${name}`)[1].Environment as {
      Variables: Readonly<Record<string, unknown>>;
    }
  ).Variables;

describe("CloudFront before the console", () => {
  test("is there for a stage that asks for it alone", () => {
    expect(ofType(plain, "AWS::CloudFront::Distribution")).toEqual([]);
    expect(ofType(plain, "AWS::WAFv2::WebACL")).toEqual([]);
  });

  test("has the stage's domain, its firewall, and the API behind it", () => {
    const { Aliases, WebACLId, ViewerCertificate, Origins } = configOf(resources);
    expect([Aliases, WebACLId]).toEqual([["console.hotline.example"], webAclArn]);
    expect(ViewerCertificate).toMatchObject({
      AcmCertificateArn: consoleDomain.certificateArn,
      MinimumProtocolVersion: "TLSv1.2_2021",
      SslSupportMethod: "sni-only",
    });
    expect(Origins).toMatchObject([
      {
        DomainName: { "Fn::Select": [2, { "Fn::Split": ["/", { "Fn::GetAtt": [api()[0], "ApiEndpoint"] }] }] },
        CustomOriginConfig: { OriginProtocolPolicy: "https-only", OriginSSLProtocols: ["TLSv1.2"] },
      },
    ]);
    // It is the way from CloudFront, which knows the API by that name.
    expect(api()[1].DisableExecuteApiEndpoint).toBeUndefined();
    expect(ofType(resources, "AWS::ApiGatewayV2::DomainName")).toEqual([]);
  });

  test("keeps nothing, and hands on all that the console reads, but the host", () => {
    expect(configOf(resources).DefaultCacheBehavior).toMatchObject({
      AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
      // AWS's own policies: CachingDisabled, AllViewerExceptHostHeader.
      CachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
      OriginRequestPolicyId: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
      ViewerProtocolPolicy: "redirect-to-https",
    });
  });

  test("proves itself by a secret that stands in no template, and that both functions know", () => {
    const [{ OriginCustomHeaders } = {}] = configOf(resources).Origins;
    const [header] = OriginCustomHeaders as readonly { HeaderName: string; HeaderValue: unknown }[];
    const secret = readable(variablesOf("console").FRONT_SECRET);
    expect(resources[secret.slice(2, -1)]?.Type).toBe("AWS::SecretsManager::Secret");
    expect([header?.HeaderName, readable(header?.HeaderValue)]).toEqual([
      "x-takedown-front",
      `{{resolve:secretsmanager:${secret}:SecretString:::}}`,
    ]);
    for (const name of ["console", "sign-in"])
      expect([readable(variablesOf(name).FRONT_SECRET), variablesOf(name).BROWSER_CONSOLE_URL]).toEqual([
        secret,
        "https://console.hotline.example",
      ]);
    const added = (name: FunctionName) =>
      rightsIn(resources, name).filter((line) => !rightsIn(plain, name).includes(line));
    const { settings } = readStage("example", { example: fronted });
    expect(functionsOf(settings).filter((name) => added(name).length > 0)).toEqual(["console", "sign-in"]);
    expect(added("console")).toHaveLength(1);
  });

  test("gets another secret by another number", () => {
    const next = synthesise({ ...fronted, consoleFront: { webAclArn, secretNumber: 2 } }).resources;
    const idsOf = (all: Resources) =>
      ofType(all, "AWS::SecretsManager::Secret").flatMap(([id]) => /FrontSecret\d/.exec(id) ?? []);
    expect([idsOf(resources), idsOf(next)]).toEqual([["FrontSecret1"], ["FrontSecret2"]]);
  });

  test("is where the zone, on-call's links and the sign-in lead", () => {
    const [, { AliasTarget }] = theOne(resources, "AWS::Route53::RecordSet", "Type", "A");
    const [distribution] = theOne(resources, "AWS::CloudFront::Distribution");
    expect(readable((AliasTarget as { DNSName: unknown }).DNSName)).toBe(`\${${distribution}.DomainName}`);
    const outputs = template.toJSON().Outputs as Record<string, { Value: unknown; Description: string }>;
    expect(
      Object.values(outputs).flatMap(({ Description, Value }) =>
        Description.startsWith("Where console") ? [readable(Value)] : [],
      ),
    ).toEqual([`\${${distribution}.DomainName}`]);
    expect(variablesOf("watchdog").CONSOLE_URL).toBe("https://console.hotline.example");
  });

  test.each([
    [
      "without a domain",
      { ...aBrowserStage(), consoleFront: { webAclArn } },
      "consoleFront stands before a consoleDomain, and there is none.",
    ],
    [
      "with the certificate in the stage's region",
      { ...fronted, consoleDomain: { ...consoleDomain, certificateArn: certificateIn("eu-central-1") } },
      "consoleDomain.certificateArn is in eu-central-1. CloudFront, which is its consoleFront, wants one in us-east-1.",
    ],
    [
      "without a sign-in",
      aStage({ consoleDomain, consoleFront: { webAclArn } }),
      "without settings.signIn no browser opens the console",
    ],
    [
      "with a firewall of a region",
      {
        ...fronted,
        consoleFront: { webAclArn: webAclArn.replace("us-east-1", "eu-central-1").replace("global", "regional") },
      },
      "the ARN of a web ACL for CloudFront",
    ],
  ])("is refused %s", (_, row, said) => {
    expect(refusalOf(row)).toContain(said);
  });
});

describe("the firewall", () => {
  const made = (row: StageRow) =>
    withApp(row, (app, { firewall }) => {
      if (!firewall) return undefined;
      const { template: all } = app.synth().getStackArtifact(firewall.artifactId) as {
        template: { Resources: Resources; Outputs: object };
      };
      return { region: firewall.region, isProtected: firewall.terminationProtection, ...all };
    });
  const stack = made({ ...aStage(), firewall: { requestsIn5Minutes: 500 } });
  const [, acl] = theOne(stack?.Resources ?? {}, "AWS::WAFv2::WebACL");
  const rules = acl.Rules as readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];

  test("is a stack of its own in us-east-1, which says the ARN that the front wants", () => {
    expect([stack?.region, stack?.isProtected, Object.keys(stack?.Outputs ?? {})]).toEqual([
      "us-east-1",
      true,
      ["WebAclArn"],
    ]);
    expect([acl.Scope, acl.DefaultAction]).toEqual(["CLOUDFRONT", { Allow: {} }]);
    expect(made(aStage())).toBeUndefined();
  });

  test("turns away an address that asks too often, by no header that a browser writes", () => {
    expect(rules[0]).toMatchObject({
      Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
      Statement: { RateBasedStatement: { AggregateKeyType: "IP", Limit: 500, EvaluationWindowSec: 300 } },
    });
  });

  test("stops nothing for what a person types, which looks like what was reported", () => {
    const groups = rules.slice(1).map(({ Statement, OverrideAction }) => {
      const { Name, RuleActionOverrides } = (Statement?.ManagedRuleGroupStatement ?? {}) as {
        Name: string;
        RuleActionOverrides: readonly { Name: string; ActionToUse: object }[];
      };
      return { Name, OverrideAction, RuleActionOverrides };
    });
    expect(groups.map(({ Name, OverrideAction }) => [Name, OverrideAction])).toEqual([
      ["AWSManagedRulesCommonRuleSet", { None: {} }],
      ["AWSManagedRulesKnownBadInputsRuleSet", { None: {} }],
      ["AWSManagedRulesAmazonIpReputationList", { None: {} }],
    ]);
    const overridden = groups.flatMap(({ RuleActionOverrides }) => RuleActionOverrides);
    expect(overridden.every(({ ActionToUse }) => JSON.stringify(ActionToUse) === '{"Count":{}}')).toBe(true);
    for (const part of ["BODY", "QUERYARGUMENTS", "QUERYSTRING"])
      expect(overridden.filter(({ Name }) => Name.endsWith(part)).length).toBeGreaterThan(1);
    expect(overridden.filter(({ Name }) => /HEADER|URIPATH|COOKIE/i.test(Name))).toEqual([]);
  });

  test("keeps no samples of requests, which would show what was looked for", () => {
    const seen = [acl, ...rules].map(({ VisibilityConfig }) => VisibilityConfig as Record<string, unknown>);
    expect(seen.map(({ SampledRequestsEnabled }) => SampledRequestsEnabled)).toEqual(seen.map(() => false));
  });
});
