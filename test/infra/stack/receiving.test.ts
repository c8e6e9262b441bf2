import { describe, expect, test } from "vitest";
import { readStage, type StageRow, stages } from "../../../infra/stack/stages.ts";
import { aStage, refusalOf } from "./a-stage.ts";
import { ofType, type Resources, synthesise, theOne } from "./synthesised.ts";

describe("a stage's name", () => {
  const refusal = (name: string, region: string): string => {
    try {
      readStage(name, { [name]: aStage({ region }) });
    } catch (error) {
      return String(error);
    }
    return "";
  };

  test.each([
    ["eu-central-1", "a-name-of-twenty-let"],
    ["ap-southeast-1", "a-name-of-eighteen"],
  ])("is taken in %s where the reply bucket's name has 63 characters: %s", (region, name) => {
    expect(refusal(name, region)).toBe("");
  });

  test.each([
    ["ap-southeast-1", "a-name-of-twenty-let", 2],
    ["ap-southeast-1", "a-name-of-nineteen-", 1],
  ])("is refused in %s where it is longer, with by how much: %s", (region, name, over) => {
    expect(refusal(name, region)).toContain(
      `The stage's name makes the name of its bucket, takedown-${name}-replies-ACCOUNT-${region}, longer than the 63 ` +
        `characters that S3 takes. Shorten the stage's name by ${over}.`,
    );
  });
});

describe("receiving mail", () => {
  test.each(["us-gov-west-1", "cn-north-1", "ap-east-1", "eu-central-2", "me-central-1"])(
    "is refused in %s, where SES receives none and SNS brings none from another region",
    (region) => {
      expect(refusalOf(aStage({ region }))).toContain(
        `SES receives no mail in ${region}. Set inboundMail: false, or choose another region: af-south-1, `,
      );
      expect(refusalOf(aStage({ region, inboundMailRegion: "us-east-1" }))).toContain(
        `SNS brings nothing from or to ${region}`,
      );
      expect(refusalOf(aStage({ region, inboundMail: false }))).toBe("");
    },
  );

  test("is refused in another region where SES receives none", () => {
    expect(refusalOf(aStage({ inboundMailRegion: "eu-west-9" }))).toMatch(
      /SES receives no mail in eu-west-9\. .* choose another inboundMailRegion: .* eu-central-1,/,
    );
  });

  test("in another region is refused of an isolated network, which has no way to SES there", () => {
    const isolated = { prefixLists: { dynamodb: "pl-0123abcd", s3: "pl-4567cdef" } };
    expect(refusalOf(aStage({ isolated, inboundMailRegion: "eu-west-1" }))).toContain("Take one of them out.");
    expect(refusalOf(aStage({ isolated }))).toBe("");
  });

  test.each(["us-west-1", "eu-south-1", "il-central-1"])("is taken in %s, where SES receives", (region) => {
    expect(refusalOf(aStage({ region }))).toBe("");
  });
});

describe("a receipt rule set that the account has", () => {
  test.each<readonly [string, Partial<StageRow>, string]>([
    ["where nothing is received", { inboundMail: false, receiptRuleSet: "company" }, "Set both"],
    ["that is the stack's own", { receiptRuleSet: "takedown-it" }, "the set that the stack makes without it"],
    ["of no name", { receiptRuleSet: "company mail" }, "the name of a receipt rule set, like company-mail"],
  ])("is refused %s", (_, row, said) => {
    expect(refusalOf(aStage(row))).toContain(said);
  });

  const other = aStage({}, { senderAddress: "notices@other.example", replyDomain: "reply.other.example" });
  const first = { first: { ...other, settings: { ...other.settings, protectedDomains: [] } } };

  test("is not needed beside the pattern to copy, which nobody deploys", () => {
    expect(refusalOf(aStage(), stages)).toBe("");
  });

  test("is needed where another stage of the account receives in the region: only one set is active", () => {
    expect(refusalOf(aStage(), first)).toContain(
      'The stage "first" receives mail in eu-central-1 as well, by the rule set takedown-first, and this one by ' +
        "takedown-it; only one can be active. Set receiptRuleSet: takedown-first in the one that is deployed later; " +
        "or, where they are in two accounts, give both their account.",
    );
    expect(refusalOf(aStage({ receiptRuleSet: "company" }), first)).toContain("this one by company");
  });

  test.each<readonly [string, Partial<StageRow>, Partial<StageRow>]>([
    ["both are in the first one's set", { receiptRuleSet: "takedown-first" }, {}],
    ["both are in the account's set", { receiptRuleSet: "company" }, { receiptRuleSet: "company" }],
    ["one receives in another region", { inboundMailRegion: "eu-west-1" }, {}],
    ["one receives nothing", {}, { inboundMail: false }],
    ["they are in two accounts", { account: "123456789012" }, { account: "210987654321" }],
  ])("is right where %s", (_, own, theirs) => {
    expect(refusalOf(aStage(own), { first: { ...first.first, ...theirs } })).toBe("");
  });
});

describe("the rule by which SES receives", () => {
  const { resources, inbound } = synthesise(aStage({ receiptRuleSet: "company-mail" }));
  const there = (inbound?.toJSON().Resources ?? {}) as Resources;

  test("is put at the beginning of the account's set where that is named, and no set is made", () => {
    const [, { RuleSetName, Rule, After }] = theOne(there, "AWS::SES::ReceiptRule");
    expect([RuleSetName, (Rule as { Name: string }).Name, After]).toEqual([
      "company-mail",
      "takedown-example",
      undefined,
    ]);
    expect(ofType(there, "AWS::SES::ReceiptRuleSet")).toEqual([]);
  });

  test("is the one that bucket, topic and role name, and no other rule of its set", () => {
    const named = JSON.stringify(resources).match(/:receipt-rule-set\/[^"]*/g) ?? [];
    expect(named).toHaveLength(3);
    expect(new Set(named)).toEqual(new Set([":receipt-rule-set/company-mail:receipt-rule/takedown-example"]));
  });

  test("is the one that the watchdog looks for, where SES receives", () => {
    const variablesOf = (of: Resources) =>
      theOne(of, "AWS::Lambda::Function", "FunctionName", "takedown-example-watchdog")[1].Environment;
    const elsewhere = aStage({ receiptRuleSet: "company-mail", inboundMailRegion: "eu-west-1" });
    expect(variablesOf(synthesise(elsewhere).resources)).toMatchObject({
      Variables: { RECEIVES_IN: "eu-west-1", RECEIPT_RULE_SET: "company-mail", RECEIPT_RULE: "takedown-example" },
    });
    expect(JSON.stringify(variablesOf(synthesise(aStage({ inboundMail: false })).resources))).not.toContain("RECEI");
  });

  test("has its alarms where mail is received, and none elsewhere", () => {
    const alarms = (row: StageRow) =>
      ofType(synthesise(row).resources, "AWS::CloudWatch::Alarm")
        .map(([, { Properties }]) => Properties.MetricName)
        .filter((name) => name === "WrongRuleSet" || name === "NoReplies");
    expect(alarms(aStage())).toEqual(["WrongRuleSet", "NoReplies"]);
    expect(alarms(aStage({ inboundMail: false }))).toEqual([]);
  });
});

test("an identity that is named twice is refused", () => {
  expect(refusalOf(aStage({ existingIdentities: ["hotline.example", "hotline.example"] }))).toContain(
    "existingIdentities names hotline.example more than once. Name it once.",
  );
});
