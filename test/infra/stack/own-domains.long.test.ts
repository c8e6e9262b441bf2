import { describe, expect, test } from "vitest";
import { aBrowserStage, aStage, refusalOf } from "./a-stage.ts";
import { ofType, type Resources, readable, synthesise, theOne, withApp } from "./synthesised.ts";

const dns = { zone: "hotline.example", hostedZoneId: "Z0123456789ABC", dmarc: "none" } as const;
const certificateArn = (region: string) =>
  `arn:aws:acm:${region}:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef`;
const consoleDomain = { name: "console.hotline.example", certificateArn: certificateArn("eu-central-1") };

const recordsIn = (resources: Resources): readonly string[] =>
  ofType(resources, "AWS::Route53::RecordSet")
    .map(([, { Properties }]) => {
      const { Type, Name, ResourceRecords = ["an alias"] } = Properties;
      return `${Type} ${readable(Name)} ${(ResourceRecords as unknown[]).map(readable).join(" ")}`;
    })
    .sort();
/** Without the names that SES gives only once the identity is made. */
const known = (records: readonly string[]) => records.filter((record) => !record.startsWith("CNAME"));

describe("a zone of the stage's own account", () => {
  test("gets all records of the sender's domain, and no other stage any", () => {
    const records = recordsIn(synthesise(aStage({ dns })).resources);
    expect(known(records)).toEqual([
      "MX bounce.hotline.example. 10 feedback-smtp.eu-central-1.amazonses.com",
      'TXT _dmarc.hotline.example. "v=DMARC1; p=none; rua=mailto:dmarc@hotline.example"',
      'TXT bounce.hotline.example. "v=spf1 include:amazonses.com ~all"',
    ]);
    expect(records.length - known(records).length).toBe(3);
    expect(recordsIn(synthesise().resources)).toEqual([]);
  });

  test("leaves DMARC alone where somebody else keeps it", () => {
    const { resources } = synthesise(aStage({ dns: { ...dns, dmarc: "unmanaged" } }));
    expect(recordsIn(resources).join()).not.toContain("_dmarc");
  });

  test("gets no DKIM of an identity that was there before: its records are, too", () => {
    const { resources } = synthesise(aStage({ dns, existingIdentities: ["hotline.example"] }));
    const records = recordsIn(resources);
    expect(records).toEqual(known(records));
  });

  test("gets the way in of each reply domain that lies in it, of former ones as well", () => {
    const row = aStage({ dns }, { formerReplyDomains: ["answers.hotline.example", "answers.elsewhere.example"] });
    const { inbound } = synthesise(row);
    const records = recordsIn((inbound?.toJSON().Resources ?? {}) as Resources);
    expect(known(records)).toEqual([
      "MX answers.hotline.example. 10 inbound-smtp.eu-central-1.${AWS::URLSuffix}",
      "MX reply.hotline.example. 10 inbound-smtp.eu-central-1.${AWS::URLSuffix}",
    ]);
  });

  test("gets nothing of a domain that is elsewhere", () => {
    const row = aStage({ dns: { ...dns, zone: "reply.hotline.example" } });
    expect(recordsIn(synthesise(row).resources)).toEqual([]);
  });

  test("in which nothing of the stage lies is refused", () => {
    expect(refusalOf(aStage({ dns: { ...dns, zone: "line.example" } }))).toContain(
      "dns.zone is line.example, in which none of the stage's domains lies: hotline.example, reply.hotline.example.",
    );
  });
});

describe("a console of a domain of one's own", () => {
  const { resources } = synthesise({ ...aBrowserStage(), dns, consoleDomain });

  test("is found by it, and by no other address", () => {
    const [id] = theOne(resources, "AWS::ApiGatewayV2::DomainName", "DomainName", consoleDomain.name);
    const [, browsers] = theOne(resources, "AWS::ApiGatewayV2::Api", "Name", "takedown-example-browser-console");
    expect(browsers.DisableExecuteApiEndpoint).toBe(true);
    expect(theOne(resources, "AWS::ApiGatewayV2::ApiMapping")[1]).toMatchObject({ DomainName: { Ref: id } });
    expect(recordsIn(resources)).toContain("A console.hotline.example. an alias");
  });

  test("is what on-call's links and the sign-in lead to", () => {
    const urls = ofType(resources, "AWS::Lambda::Function").flatMap(([, { Properties }]) => {
      const { Variables = {} } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
      return Object.entries(Variables).flatMap(([name, value]) => (/CONSOLE_URL/.test(name) ? [readable(value)] : []));
    });
    expect(new Set(urls)).toEqual(new Set(["https://console.hotline.example"]));
  });

  test("keeps the address that IAM signs for", () => {
    const [, signed] = theOne(resources, "AWS::ApiGatewayV2::Api", "Name", "takedown-example-console");
    expect(signed.DisableExecuteApiEndpoint).toBeUndefined();
  });

  test.each([
    ["without a sign-in", aStage({ consoleDomain }), "without settings.signIn no browser opens the console"],
    [
      "with a certificate of another region",
      { ...aBrowserStage(), consoleDomain: { ...consoleDomain, certificateArn: certificateArn("us-east-1") } },
      "consoleDomain.certificateArn is in us-east-1. API Gateway wants one in eu-central-1.",
    ],
  ])("is refused %s", (_, row, said) => {
    expect(refusalOf(row)).toContain(said);
  });
});

describe("money and deletion", () => {
  test("a budget tells on-call before it is spent, and counts by the stage's tag", () => {
    const [, { Budget, NotificationsWithSubscribers }] = theOne(
      synthesise(aStage({ monthlyBudgetUsd: 200 })).resources,
      "AWS::Budgets::Budget",
    );
    expect(Budget).toMatchObject({
      BudgetLimit: { Amount: 200, Unit: "USD" },
      CostFilters: { TagKeyValue: ["user:takedown-stage$example"] },
    });
    expect(NotificationsWithSubscribers).toHaveLength(3);
    expect(ofType(synthesise().resources, "AWS::Budgets::Budget")).toEqual([]);
  });

  test.each([
    [aStage(), true],
    [aStage({ terminationProtection: false }), false],
  ])("nobody deletes a stage's stacks by one command, unless it says so", (row, isProtected) => {
    withApp(row, (_, { main, inbound }) => {
      expect([main.terminationProtection, inbound?.terminationProtection]).toEqual([isProtected, isProtected]);
    });
  });
});
