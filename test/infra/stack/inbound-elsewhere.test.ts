import { expect, test } from "vitest";
import { aStage, refusalOf } from "./a-stage.ts";
import { ofType, type Resources, readable, synthesise, theOne, withApp } from "./synthesised.ts";

const elsewhere = aStage({ inboundMailRegion: "eu-west-1" });
const { resources, inbound } = synthesise(elsewhere);
const there = (inbound?.toJSON().Resources ?? {}) as Resources;
type Statement = { readonly Sid?: string; readonly Principal: unknown; readonly Condition?: unknown };
const statementsOf = (all: Resources, type: string, policy: string): readonly Statement[] =>
  ofType(all, type).flatMap(([, { Properties }]) => (Properties[policy] as { Statement: Statement[] }).Statement);
const flat = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && "Fn::Join" in part ? readable(part) : part,
  );

test("has its stack there, with the rules and the reply domain, and the main one where it was", () => {
  withApp(elsewhere, (_, { main, inbound: stack }) => {
    expect([main.region, stack?.region]).toEqual(["eu-central-1", "eu-west-1"]);
  });
  expect(theOne(there, "AWS::SES::EmailIdentity")[1].EmailIdentity).toBe("reply.hotline.example");
  expect(flat(inbound?.toJSON().Outputs)).toContain("inbound-smtp.eu-west-1.");
});

test("lays mails into the stage's own bucket, by the stage's role", () => {
  const [, { Rule }] = theOne(there, "AWS::SES::ReceiptRule");
  const [{ S3Action } = { S3Action: {} as Record<string, unknown> }] = (
    Rule as { Actions: readonly { S3Action: Record<string, unknown> }[] }
  ).Actions;
  expect(readable(S3Action.BucketName)).toBe("takedown-example-replies-${AWS::AccountId}-eu-central-1");
  expect(readable(S3Action.IamRoleArn)).toMatch(/:role\/takedown-example-receives-mail-eu-central-1$/);
  expect(readable(S3Action.TopicArn)).toMatch(/:sns:eu-west-1:\$\{AWS::AccountId\}:takedown-example-replies$/);
});

test("is told by a topic there, as SES tells no other, across to the stage's queue", () => {
  expect(ofType(resources, "AWS::SNS::Topic").map(([, { Properties }]) => Properties.TopicName)).toEqual([undefined]);
  const [topic] = theOne(there, "AWS::SNS::Topic", "TopicName", "takedown-example-replies");
  const [, brings] = theOne(there, "AWS::SNS::Subscription", "Protocol", "sqs");
  expect([brings.TopicArn, brings.RawMessageDelivery, readable(brings.Endpoint)]).toEqual([
    { Ref: topic },
    true,
    expect.stringMatching(/:sqs:eu-central-1:\$\{AWS::AccountId\}:takedown-example-reply$/),
  ]);
  // SNS wants them in the topic's region.
  const [lost] = theOne(there, "AWS::SQS::Queue", "QueueName", "takedown-example-reply-not-brought");
  expect(flat(brings.RedrivePolicy)).toContain(lost);
});

test("may do so by its region alone: queue, key, bucket and role name it", () => {
  const arrives = statementsOf(resources, "AWS::SQS::QueuePolicy", "PolicyDocument").find(
    ({ Sid }) => Sid === "ReceiptsArrive",
  );
  expect(flat(arrives?.Condition)).toContain(":sns:eu-west-1:${AWS::AccountId}:takedown-example-replies");
  const usesKey = statementsOf(resources, "AWS::KMS::Key", "KeyPolicy").filter(
    ({ Principal, Condition }) =>
      flat(Principal).includes("sns.amazonaws.com") && flat(Condition).includes("SourceArn"),
  );
  expect(usesKey.map(({ Condition }) => flat(Condition))).toEqual([expect.stringContaining(":sns:eu-west-1:")]);
  const bucket = statementsOf(resources, "AWS::S3::BucketPolicy", "PolicyDocument").find(
    ({ Sid }) => Sid === "SesReceives",
  );
  const [, role] = theOne(resources, "AWS::IAM::Role", "RoleName", "takedown-example-receives-mail-eu-central-1");
  const rule = "receipt-rule-set/takedown-example:receipt-rule/takedown-example";
  for (const one of [bucket?.Condition, role.AssumeRolePolicyDocument])
    expect(flat(one)).toContain(`:ses:eu-west-1:\${AWS::AccountId}:${rule}`);
});

test("has a key of its own for SES, its role and what brings its word on, and for nobody else", () => {
  const said = flat(
    statementsOf(there, "AWS::KMS::Key", "KeyPolicy")
      .slice(1)
      .map(({ Principal }) => Principal),
  );
  expect(said.match(/[a-z]+\.amazonaws\.com|role\/[a-z0-9-]+/g)?.sort()).toEqual([
    "role/takedown-example-receives-mail-eu-central-1",
    "ses.amazonaws.com",
    "sns.amazonaws.com",
  ]);
  expect(theOne(there, "AWS::KMS::Key")[1].EnableKeyRotation).toBe(true);
});

test("rings on-call there where one can't be brought, as no alarm of another region can", () => {
  const [, alarm] = theOne(there, "AWS::CloudWatch::Alarm", "AlarmName", "takedown-example-reply-not-brought");
  expect(alarm.AlarmDescription).toContain("infra/guides/runbook/reply-not-brought.md");
  const [, mailbox] = theOne(there, "AWS::SNS::Subscription", "Protocol", "email");
  expect(mailbox.Endpoint).toBe("on-call@hotline.example");
  expect(alarm.AlarmActions).toEqual([mailbox.TopicArn]);
});

test("changes nothing of a stage that receives where it is", () => {
  const { inbound: plain } = synthesise(aStage());
  expect(Object.values((plain?.toJSON().Resources ?? {}) as Resources).map(({ Type }) => Type)).toEqual([
    "AWS::SES::ReceiptRuleSet",
    "AWS::SES::ReceiptRule",
    "AWS::SES::EmailIdentity",
  ]);
});

test.each([
  ["where nothing is received", aStage({ inboundMail: false, inboundMailRegion: "eu-west-1" }), "Set both."],
  ["that is no other", aStage({ inboundMailRegion: "eu-central-1" }), "Take it out"],
  ["that an account has to switch on", aStage({ inboundMailRegion: "eu-south-1" }), "from or to eu-south-1"],
])("is refused %s", (_, row, said) => {
  expect(refusalOf(row)).toContain(said);
});

test("shares its reply domain with no other stage that receives there, and may with one elsewhere", () => {
  const sender = { senderAddress: "notices@other.example", protectedDomains: [] };
  expect(refusalOf(elsewhere, { other: aStage({ region: "eu-west-1" }, sender) })).toContain(
    'The stage "other" makes the identity reply.hotline.example as well, in eu-west-1',
  );
  expect(refusalOf(elsewhere, { other: aStage({}, sender) })).toBe("");
});
