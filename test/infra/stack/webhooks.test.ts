import { expect, test } from "vitest";
import { readStage, type StageRow } from "../../../infra/stack/stages.ts";
import { aStage } from "./a-stage.ts";
import { ofType, readable, synthesise } from "./synthesised.ts";

const rtir = { name: "rtir", url: "https://rtir.hotline.example/takedown", hears: ["on-call"] };
const hive = {
  name: "hive",
  url: "https://hive.hotline.example/",
  hears: ["reporters"],
  reporters: ["example-hotline"],
};
const withWebhooks = (webhooks: readonly object[]): StageRow =>
  aStage({}, { webhooks } as unknown as Partial<StageRow["settings"]>);
const { resources } = synthesise(withWebhooks([rtir, hive]));

type Statement = { readonly Principal: { readonly Service?: string }; readonly Condition?: unknown };

test("that hears what on-call is told hears what can wait as well, where that has a topic of its own", () => {
  const { resources: of } = synthesise({ ...withWebhooks([rtir]), notify: ["team@hotline.example"] });
  const topics = ofType(of, "AWS::SNS::Subscription")
    .filter(([, { Properties }]) => Properties.Protocol === "sqs" && readable(Properties.Endpoint).includes("rtir"))
    .map(([, { Properties }]) => readable(Properties.TopicArn));
  expect(topics).toEqual([expect.stringMatching(/OnCallTopic/), expect.stringMatching(/OnCallNotifyTopic/)]);
  const statements = ofType(of, "AWS::KMS::Key").flatMap(
    ([, { Properties }]) => (Properties.KeyPolicy as { Statement: readonly Statement[] }).Statement,
  );
  const toQueues = statements.filter(
    ({ Principal, Condition }) =>
      Principal.Service === "sns.amazonaws.com" && JSON.stringify(Condition).includes("OnCall"),
  );
  expect(toQueues.map(({ Condition }) => Condition)).toEqual([
    { ArnEquals: { "aws:SourceArn": topics.map((topic) => ({ Ref: topic.slice(2, -1) })) } },
  ]);
});

test("that is paused keeps its queue and secret, and nothing fills the queue", () => {
  const paused = synthesise(withWebhooks([rtir, { ...hive, hears: ["on-call", "reporters"], paused: true }])).resources;
  const dataOf = (all: typeof resources) =>
    [...ofType(all, "AWS::SQS::Queue"), ...ofType(all, "AWS::SecretsManager::Secret")].map(([id]) => id);
  expect(dataOf(paused)).toEqual(dataOf(resources));
  for (const type of ["AWS::SNS::Subscription", "AWS::Events::Rule"])
    expect(JSON.stringify(ofType(paused, type))).not.toContain("hive");
});

test("of a chat or pager: tell-webhooks alone reads its secret, and on-call's mail is alongside it", () => {
  const chats = ["slack", "teams", "pagerduty"].map((form) => ({ name: form, form, hears: ["on-call"] }));
  const { resources: all } = synthesise(withWebhooks(chats));
  const secretIds = ofType(all, "AWS::SecretsManager::Secret")
    .filter(([, { Properties }]) => String(Properties.Name).includes("-webhook-"))
    .map(([id]) => id);
  expect(secretIds).toHaveLength(3);
  const readers = ofType(all, "AWS::IAM::Policy").filter(([, { Properties }]) =>
    secretIds.some((id) => JSON.stringify(Properties.PolicyDocument).includes(id)),
  );
  expect(readers.map(([id]) => id)).toEqual([expect.stringMatching(/tellwebhooks/i)]);
  type Policy = { readonly Statement: readonly { readonly Action: unknown; readonly Resource: unknown }[] };
  const rights = readers.flatMap(([, { Properties }]) => (Properties.PolicyDocument as Policy).Statement);
  const read = rights.filter(({ Action }) => JSON.stringify(Action).includes("secretsmanager"));
  expect(read.map(({ Action }) => Action)).toEqual(["secretsmanager:GetSecretValue"]);
  expect([read[0]?.Resource].flat().map(readable).sort()).toEqual(secretIds.map((id) => `\${${id}}`).sort());
  const onCall = ofType(all, "AWS::SNS::Subscription").filter(([, { Properties }]) =>
    readable(Properties.TopicArn).includes("OnCallTopic"),
  );
  expect(onCall.map(([, { Properties }]) => Properties.Protocol).sort()).toEqual(["email", "sqs", "sqs", "sqs"]);
  // A dead letter of each rings, by mail as well.
  const rings = ofType(all, "AWS::CloudWatch::Alarm").filter(([, { Properties }]) =>
    /dead-letters/.test(String(Properties.AlarmName)),
  );
  for (const { name } of chats) expect(JSON.stringify(rings)).toMatch(new RegExp(`webhook${name}`, "i"));
});

test("is told of by nobody where the stage has none", () => {
  const without = ofType(synthesise().resources, "AWS::Lambda::Function").map(
    ([, { Properties }]) => Properties.FunctionName,
  );
  expect(without).not.toContain("takedown-example-tell-webhooks");
});

test.each<[readonly object[], RegExp]>([
  [[{ ...rtir, url: "http://rtir.hotline.example/" }], /an https address/],
  [[{ ...rtir, url: "https://me@rtir.hotline.example/" }], /an address without user/],
  ...[
    "https://127.0.0.1/",
    "https://127.1/",
    "https://[::1]/",
    "https://10.0.0.7/",
    "https://203.0.113.7/",
    "https://localhost/",
    "https://rtir/",
    "https://rtir.internal/",
    "https://rtir.home.arpa/",
  ].map((url): [readonly object[], RegExp] => [
    [{ ...rtir, url }],
    /settings\.webhooks\[0\]\.url: an address at a public name/,
  ]),
  [[{ ...rtir, url: "https://rtir.hotline.example/\r\nx" }], /one line without control characters/],
  [[{ ...rtir, name: "RT IR" }], /a short name in lower case/],
  [[{ ...rtir, hears: ["everything"] }], /hears/],
  [[{ name: "chat", hears: ["on-call"] }], /webhooks\[0\]\.url: missing\. An https address.* or give a form/],
  [[{ ...rtir, form: "slack" }], /webhooks\[0\]\.url: no url where there is a form: take it out/],
  [[{ name: "chat", form: "discord", hears: ["on-call"] }], /webhooks\[0\]\.form/],
  [[{ name: "chat", form: "teams", hears: ["reporters"] }], /webhooks\[0\]\.hears: only \["on-call"\] where there is/],
  [[rtir, rtir], /a name of their own each/],
  [[{ ...hive, reporters: ["nobody"] }], /settings\.webhooks names the reporter nobody, whom the settings do not have/],
])("that is wrong is refused at synth, with its field: %j", (webhooks, says) => {
  expect(() => readStage("example", { example: withWebhooks(webhooks) })).toThrow(says);
});
