import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test, vi } from "vitest";
import { bundleChecker } from "../../../infra/stack/bundle.ts";
import { CheckerStack } from "../../../infra/stack/checker-stack.ts";
import { aStage, refusalOf } from "./a-stage.ts";
import { ofType, type Resources, readable, synthesise, withApp } from "./synthesised.ts";

const elsewhere = aStage({ account: "123456789012" }, { checker: { account: "210987654321" } });
const checkerOf = (row = elsewhere) =>
  withApp(row, (app) => {
    const stack = app.node.children.find((one) => one instanceof CheckerStack);
    return stack && { account: stack.account, resources: Template.fromStack(stack).toJSON().Resources as Resources };
  });

test("a stage without one has neither its stack nor a queue for it", () => {
  expect(checkerOf(aStage())).toBeUndefined();
  const names = ofType(synthesise(aStage()).resources, "AWS::SQS::Queue").map(
    ([, { Properties }]) => Properties.QueueName,
  );
  expect(names.filter((name) => /check/.test(String(name)))).toEqual([]);
});

describe("in another account", () => {
  const { account, resources } = checkerOf() ?? { account: "", resources: {} };
  const text = (value: unknown) => readable(JSON.parse(JSON.stringify(value)));

  test("it has a function, its role, its log and what feeds it, and nothing that holds anything", () => {
    expect(account).toBe("210987654321");
    expect(
      Object.values(resources)
        .map(({ Type }) => Type)
        .sort(),
    ).toEqual([
      "AWS::IAM::Policy",
      "AWS::IAM::Role",
      "AWS::Lambda::EventSourceMapping",
      "AWS::Lambda::Function",
      "AWS::Logs::LogGroup",
    ]);
  });

  test("it may take what it is asked, answer, and use the key through SQS alone", () => {
    const [Statement = []] = ofType(resources, "AWS::IAM::Policy").map(
      ([, { Properties }]) => (Properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement,
    );
    const said = Statement.map(({ Action, Resource }) => [[Action].flat().join(" "), text(Resource)]);
    expect(said).toEqual([
      ["logs:CreateLogStream logs:PutLogEvents", expect.stringContaining("Log")],
      [
        "sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage",
        "arn:${AWS::Partition}:sqs:eu-central-1:123456789012:takedown-example-check",
      ],
      ["sqs:SendMessage", "arn:${AWS::Partition}:sqs:eu-central-1:123456789012:takedown-example-report-by-checker"],
      ["kms:Decrypt kms:GenerateDataKey", "arn:${AWS::Partition}:kms:eu-central-1:123456789012:key/*"],
    ]);
    expect(Statement.at(-1)?.Condition).toMatchObject({
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/takedown-example-messages" },
      StringEquals: { "kms:ViaService": expect.anything() },
    });
  });

  test("the stage's queues and their key let that one role in, and no other of its account", () => {
    const stage = synthesise(elsewhere).resources;
    const lets = [...ofType(stage, "AWS::SQS::QueuePolicy"), ...ofType(stage, "AWS::KMS::Key")].flatMap(
      ([, { Properties }]) =>
        ((Properties.PolicyDocument ?? Properties.KeyPolicy) as { Statement: Record<string, unknown>[] }).Statement,
    );
    const own = lets.filter((one) => JSON.stringify(one.Principal ?? "").includes("210987654321"));
    expect(own.map(({ Action }) => [Action].flat()).sort()).toEqual([
      ["kms:Decrypt", "kms:GenerateDataKey"],
      ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
      ["sqs:SendMessage"],
    ]);
    const [[, role] = ["", undefined]] = ofType(resources, "AWS::IAM::Role");
    for (const { Condition } of own)
      expect(text(Condition)).toContain(`iam::210987654321:role/${String(role?.Properties.RoleName)}`);
  });
});

test("what it is asked lies on an encrypted queue, with dead letters, which only the reporters' function fills", () => {
  const { resources } = synthesise(elsewhere);
  const [[id, queue] = ["", undefined]] = ofType(resources, "AWS::SQS::Queue").filter(
    ([, { Properties }]) => Properties.QueueName === "takedown-example-check",
  );
  expect(queue?.Properties).toMatchObject({ KmsMasterKeyId: expect.anything(), RedrivePolicy: expect.anything() });
  const senders = ofType(resources, "AWS::Lambda::Function").filter(([, { Properties }]) =>
    JSON.stringify(Properties.Environment ?? {}).includes(`"CHECK_QUEUE_URL":{"Ref":"${id}"}`),
  );
  expect(senders.map(([, { Properties }]) => Properties.FunctionName)).toEqual(["takedown-example-tell-reporters"]);
});

test("a stage that names its account alone, or a reporter by its name, is refused with what to write", () => {
  const reporters = [{ id: "checker", organisation: "Example", contact: "a@b.example" }];
  expect(refusalOf(aStage({}, { checker: { account: "210987654321" } }))).toContain("the stage's own account");
  expect(refusalOf(aStage({}, { checker: { account: "21" } }))).toContain("twelve digits");
  expect(refusalOf(aStage({}, { checker: {}, reporters }))).toContain("Give that reporter another");
});

test("its bundle starts by itself, and says which variable is missing", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-checker-"));
  try {
    const file = pathToFileURL(path.join(bundleChecker(path.join(folder, "checker")), "index.mjs")).href;
    for (const name of ["AWS_REGION", "CHECK_QUEUE_URL", "ANSWER_QUEUE_URL"]) {
      if (name === "ANSWER_QUEUE_URL") await expect(import(`${file}?without`)).rejects.toThrow(name);
      vi.stubEnv(name, name === "AWS_REGION" ? "eu-central-1" : "https://sqs.eu-central-1.amazonaws.com/1/a");
    }
    const { handler } = await import(file);
    expect(await handler({ Records: [] })).toEqual({ batchItemFailures: [] });
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  }
});
