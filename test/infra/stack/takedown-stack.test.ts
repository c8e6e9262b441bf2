import { describe, expect, test } from "vitest";
import type { StageRow } from "../../../infra/stack/stages.ts";
import {
  functionNames,
  functionsOf,
  queues,
  queuesOf,
  sendersFor,
  topology,
  windowSecondsOf,
} from "../../../infra/stack/topology.ts";
import { aSignIn, aStage, aWholeStage, boundReporters, theirRule, theirTopic } from "./a-stage.ts";
import { outlineOf } from "./outline.ts";
import { ofType, readable, synthesise, theOne } from "./synthesised.ts";

const { resources, inbound } = synthesise();
const { template: whole } = synthesise(aWholeStage());
const traced = synthesise(aStage({ traces: true })).resources;
const functionsHere = functionsOf({});
const queuesHere = queuesOf({});
if (!inbound) throw new Error("The stage `example` receives mail.");

describe("every queue", () => {
  test("belongs to one lane, or carries no hint and no report: nothing urgent waits behind anything standard", () => {
    const shared = queuesHere.filter((name) => queues[name].lane === "both");
    expect(shared).toEqual(["reply", "history-retry"]);
    expect(Object.values(topology).flatMap(({ drops }) => drops.filter((drop) => shared.includes(drop)))).toEqual([]);
    const lanes = queuesHere.flatMap((name) =>
      /-(urgent|standard)$/.test(name) ? [[queues[name].lane, name.slice(name.lastIndexOf("-") + 1)]] : [],
    );
    for (const [lane, named] of lanes) expect(lane).toBe(named);
    expect(queues.delivery.lane).toBe("standard");
  });
});

describe("every function", () => {
  test.each(functionsHere)("%s is traced in a stage with traces", (name) => {
    expect(theOne(traced, "AWS::Lambda::Function", "FunctionName", `takedown-example-${name}`)[1]).toMatchObject({
      TracingConfig: { Mode: "Active" },
    });
  });

  test("hands over at once what is urgent, whatever it waits for in the standard lane", () => {
    for (const name of functionNames)
      for (const queue of queuesHere.filter((each) => queues[each].lane !== "standard"))
        expect([name, queue, windowSecondsOf(name, queue)]).toEqual([name, queue, 0]);
    expect(windowSecondsOf("find-contact", "contact-standard")).toBe(60);
  });

  test.each([
    [1, 2],
    [14, 5],
    [50, 18],
    [10_000, 1_000],
  ])("that sends at %s mails a second runs at most %s times at a time for each lane", (mailsPerSecond, atATime) => {
    expect(sendersFor(mailsPerSecond)).toBe(atATime);
  });

  test("that sends is fed by the stage's rate", () => {
    const mappings = ofType(synthesise(aStage({ mailsPerSecond: 50 })).resources, "AWS::Lambda::EventSourceMapping");
    const numbers = mappings.map(
      ([, { Properties }]) =>
        (Properties.ScalingConfig as { MaximumConcurrency?: number } | undefined)?.MaximumConcurrency,
    );
    expect(numbers.filter((number) => number === 18)).toHaveLength(2);
  });
});

test("mail is received for the whole reply domain, in a stack of its own", () => {
  expect(
    Object.values((inbound.toJSON() as { Resources: Record<string, { Type: string }> }).Resources)
      .map(({ Type }) => Type)
      .sort(),
  ).toEqual(["AWS::SES::EmailIdentity", "AWS::SES::ReceiptRule", "AWS::SES::ReceiptRuleSet"]);
  inbound.hasResourceProperties("AWS::SES::ReceiptRule", {
    Rule: { Recipients: ["reply.hotline.example"], ScanEnabled: true, Enabled: true },
  });
});

test("mail is received for former reply domains, too, whose MX records are said with it", () => {
  const row = aStage({}, { formerReplyDomains: ["answers.hotline.example"] });
  const { inbound: former } = synthesise(row);
  former?.hasResourceProperties("AWS::SES::ReceiptRule", {
    Rule: { Recipients: ["reply.hotline.example", "answers.hotline.example"] },
  });
  const mx = JSON.stringify(former?.findOutputs("Mx"));
  expect(mx).toContain("reply.hotline.example -> 10 ");
  expect(mx).toContain("answers.hotline.example -> 10 ");
});

test("mail that comes in may be written by SES only where the stage receives mail", () => {
  const bySes = (of: typeof resources) =>
    ofType(of, "AWS::S3::BucketPolicy").some(([, policy]) => JSON.stringify(policy).includes("ses.amazonaws.com"));
  expect(bySes(resources)).toBe(true);
  expect(bySes(synthesise(aStage({ inboundMail: false })).resources)).toBe(false);
});

describe("the console's API", () => {
  const withSignIn = synthesise(aStage({}, { signIn: aSignIn })).resources;
  const routesOf = (of: typeof resources) =>
    ofType(of, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => {
      const [integration = ""] = /[A-Za-z0-9]+(?=\}$)/.exec(readable(Properties.Target)) ?? [];
      const lambda = /\$\{(\w+)\.Arn\}/.exec(readable(of[integration]?.Properties.IntegrationUri))?.[1] ?? "";
      return [
        of[readable(Properties.ApiId).slice(2, -1)]?.Properties.Name,
        Properties.RouteKey,
        Properties.AuthorizationType,
        of[lambda]?.Properties.FunctionName,
      ].join(" ");
    });

  test("for browsers is its own; only its paths of signing in go to sign-in; the signed one stays", () => {
    const signed = ["ANY /", "ANY /{path+}"].map(
      (route) => `takedown-example-console ${route} AWS_IAM takedown-example-console`,
    );
    const open = ["ANY /", "ANY /{path+}"].map(
      (route) => `takedown-example-browser-console ${route} NONE takedown-example-console`,
    );
    const signIn = ["ANY /sign-in", "ANY /sign-in/return", "ANY /sign-out"].map(
      (route) => `takedown-example-browser-console ${route} NONE takedown-example-sign-in`,
    );
    expect(routesOf(withSignIn).sort()).toEqual([...signed, ...open, ...signIn].sort());
    expect(routesOf(resources).sort()).toEqual(signed);
  });

  test("brings no secret, no function and no way in where no browser signs in", () => {
    expect(ofType(resources, "AWS::ApiGatewayV2::Api")).toHaveLength(1);
    const secretsOf = (of: typeof resources) => ofType(of, "AWS::SecretsManager::Secret").map(([id]) => id);
    expect(secretsOf(withSignIn).filter((id) => !secretsOf(resources).includes(id))).toEqual([
      expect.stringMatching(/^SignInSessionKey/),
      expect.stringMatching(/^SignInClientSecret/),
    ]);
    expect(
      ofType(resources, "AWS::Lambda::Function").map(([, { Properties }]) => Properties.FunctionName),
    ).not.toContain("takedown-example-sign-in");
  });

  test("for browsers is where on-call is sent, and where the provider sends people back to", () => {
    const variables = (name: string) =>
      (
        theOne(withSignIn, "AWS::Lambda::Function", "FunctionName", `takedown-example-${name}`)[1].Environment as {
          Variables: Record<string, unknown>;
        }
      ).Variables;
    const [api] = theOne(withSignIn, "AWS::ApiGatewayV2::Api", "Name", "takedown-example-browser-console");
    expect(readable(variables("follow-up").CONSOLE_URL)).toContain(api);
    expect(readable(variables("sign-in").BROWSER_CONSOLE_URL)).toContain(api);
    expect(Object.keys(variables("sign-in")).sort()).toEqual([
      "BROWSER_CONSOLE_URL",
      "OIDC_CLIENT_SECRET",
      "SESSION_KEY_SECRET",
    ]);
    expect(Object.keys(variables("console"))).toContain("SESSION_KEY_SECRET");
  });

  test("writes neither path nor query into its log, since a search holds what was reported", () => {
    const all = ofType(withSignIn, "AWS::ApiGatewayV2::Stage");
    expect(all).toHaveLength(2);
    for (const [, { Properties }] of all)
      expect((Properties.AccessLogSettings as { Format: string }).Format).not.toMatch(/path|query|header/i);
  });
});

const ofAccount = (account: string) => `arn:aws:iam::${account}:root`;

describe("who may put reports on the queues", () => {
  const police = "arn:aws:iam::123456789012:role/police";
  const partner = "arn:aws:iam::210987654321:root";
  type Statement = {
    readonly Sid?: string;
    readonly Principal: unknown;
    readonly Action: unknown;
    readonly Condition?: unknown;
  };
  const statementsOf = (of: typeof resources, type: string, property: string) =>
    ofType(of, type).flatMap(([id, { Properties }]) =>
      (Properties[property] as { Statement: readonly Statement[] }).Statement.map((one) => ({ id, ...one })),
    );
  const inAnyPolicy = (of: typeof resources) => [
    ...statementsOf(of, "AWS::SQS::QueuePolicy", "PolicyDocument"),
    ...statementsOf(of, "AWS::KMS::Key", "KeyPolicy"),
  ];

  test("may be a role or a user that is not there yet: policies name its account, and its ARN in a condition", () => {
    const made = synthesise(
      aStage({ producers: [police, "arn:aws:iam::123456789012:user/team/crawler", partner] }),
    ).resources;
    const theirs = inAnyPolicy(made).filter(({ Sid }) => Sid?.startsWith("ProducersReport"));
    expect(
      theirs.map(({ id, Principal, Condition }) => [
        id.replace(/[0-9A-F]{8}$/, ""),
        readable((Principal as { AWS: unknown }).AWS),
        Condition,
      ]),
    ).toEqual([
      ...["QueuereporturgentQueuePolicy", "QueuereportstandardQueuePolicy"].flatMap((id) => [
        [
          id,
          ofAccount("123456789012"),
          { ArnEquals: { "aws:PrincipalArn": [police, "arn:aws:iam::123456789012:user/team/crawler"] } },
        ],
        [id, ofAccount("210987654321"), undefined],
      ]),
      [
        "KeysMessages",
        ofAccount("123456789012"),
        expect.objectContaining({ ArnEquals: { "aws:PrincipalArn": [police, expect.any(String)] } }),
      ],
      ["KeysMessages", ofAccount("210987654321"), { StringEquals: { "kms:ViaService": expect.anything() } }],
    ]);
    // AWS refuses a policy with a principal that does not exist; an account and a service always
    // do.
    const principals = inAnyPolicy(made).flatMap(({ Principal }) => {
      const named =
        typeof Principal === "object" && Principal !== null && "AWS" in Principal ? [Principal.AWS].flat() : [];
      return named.map((one) => readable(one));
    });
    for (const principal of principals)
      expect(principal).toMatch(/^(\*|arn:(aws|\$\{AWS::Partition\}):iam::(\d{12}|\$\{AWS::AccountId\}):root)$/);
  });

  test.each([
    ["an SNS topic", "arn:aws:sns:eu-central-1:123456789012:reports", "sns.amazonaws.com", "TopicsReport", true],
    // EventBridge User Guide, "DLQs for encrypted events": KMS hears of no source, and a condition
    // would drop each event.
    [
      "a rule of EventBridge",
      "arn:aws:events:eu-central-1:123456789012:rule/reports",
      "events.amazonaws.com",
      "RulesReport",
      false,
    ],
  ])("are let in by %s, by that one alone, on the two report queues alone", (_, arn, Service, Sid, keyHearsOfIt) => {
    const made = synthesise(aStage({ producers: [arn] })).resources;
    const statements = (type: string, property: string) =>
      ofType(made, type).flatMap(([id, { Properties }]) =>
        (Properties[property] as { Statement: readonly Record<string, unknown>[] }).Statement.filter(
          (one) => one.Sid === Sid,
        ).map((one) => ({ id, ...one })),
      );
    const condition = { Condition: { ArnEquals: { "aws:SourceArn": [arn] } } };
    const queues = statements("AWS::SQS::QueuePolicy", "PolicyDocument");
    expect(queues).toMatchObject(
      Array.from({ length: 2 }, () => ({
        Action: "sqs:SendMessage",
        Effect: "Allow",
        Principal: { Service },
        ...condition,
      })),
    );
    for (const { id } of queues) expect(id).toMatch(/^Queuereport(urgent|standard)Queue/);
    const keys = statements("AWS::KMS::Key", "KeyPolicy");
    expect(keys).toMatchObject(
      keyHearsOfIt ? [{ Action: ["kms:Decrypt", "kms:GenerateDataKey"], Principal: { Service }, ...condition }] : [],
    );
  });
});

describe("a reporter who speaks through a topic or a rule", () => {
  const shared = "arn:aws:sns:eu-central-1:123456789012:reports";
  const reporters = [...aStage().settings.reporters, ...boundReporters];
  const bound = synthesise(
    aStage({ producers: ["arn:aws:iam::123456789012:role/police", shared] }, { reporters }),
  ).resources;
  const ids = (of: typeof resources) => Object.keys(of);
  const policyOf = (queue: string) => {
    const [id] = theOne(bound, "AWS::SQS::Queue", "QueueName", `takedown-example-${queue}`);
    const [, policy] =
      ofType(bound, "AWS::SQS::QueuePolicy").find(([, { Properties }]) =>
        JSON.stringify(Properties.Queues).includes(`"${id}"`),
      ) ?? [];
    return (
      (policy?.Properties.PolicyDocument as { Statement: readonly Record<string, unknown>[] } | undefined)?.Statement ??
      []
    );
  };

  test.each([
    ["cert", "sns.amazonaws.com", theirTopic],
    ["brands", "events.amazonaws.com", theirRule],
  ])("has a queue that lets in nothing but that: %s", (id, Service, arn) => {
    const allowed = policyOf(`report-by-${id}`).filter(({ Effect }) => Effect === "Allow");
    expect(allowed).toMatchObject([
      { Action: "sqs:SendMessage", Principal: { Service }, Condition: { ArnEquals: { "aws:SourceArn": [arn] } } },
    ]);
    expect(policyOf(`report-by-${id}-dead-letters`).filter(({ Effect }) => Effect === "Allow")).toEqual([]);
    const others = ["report-urgent", "report-standard"].map((queue) => JSON.stringify(policyOf(queue)));
    for (const policy of others) expect([policy.includes(shared), policy.includes(arn)]).toEqual([true, false]);
  });

  test("has a queue like those of all, which feeds who reads reports, and whose dead letters the console sees", () => {
    const reader = theOne(bound, "AWS::Lambda::Function", "FunctionName", "takedown-example-take-in-report")[0];
    for (const { id } of boundReporters) {
      const [queue, like] = theOne(bound, "AWS::SQS::Queue", "QueueName", `takedown-example-report-by-${id}`);
      const standard = theOne(bound, "AWS::SQS::Queue", "QueueName", "takedown-example-report-standard")[1];
      expect({ ...like, QueueName: "", RedrivePolicy: "" }).toEqual({ ...standard, QueueName: "", RedrivePolicy: "" });
      expect(like.RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
      const mappings = ofType(bound, "AWS::Lambda::EventSourceMapping").filter(([, { Properties }]) =>
        readable(Properties.EventSourceArn).includes(queue),
      );
      expect(mappings.map(([, { Properties }]) => Properties)).toMatchObject([
        {
          FunctionName: { Ref: reader },
          BatchSize: 10,
          FunctionResponseTypes: ["ReportBatchItemFailures"],
          ScalingConfig: { MaximumConcurrency: 10 },
        },
      ]);
    }
    const shows = theOne(bound, "AWS::Lambda::Function", "FunctionName", "takedown-example-console")[1].Environment as {
      Variables: Record<string, unknown>;
    };
    expect(Object.keys(JSON.parse(readable(shows.Variables.DEAD_LETTER_URLS)))).toEqual([
      ...queuesHere,
      "report-by-cert",
      "report-by-brands",
    ]);
  });

  test("brings its queues, what reads them, and nothing else; a stage without one has none of it", () => {
    const before = synthesise(aStage({ producers: ["arn:aws:iam::123456789012:role/police", shared] })).resources;
    const kinds = ids(bound)
      .filter((id) => !ids(before).includes(id))
      .map((id) => bound[id]?.Type);
    const counted = Object.fromEntries(
      [...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((one) => one === kind).length]),
    );
    expect(counted).toEqual({
      "AWS::Lambda::EventSourceMapping": 2,
      "AWS::SQS::Queue": 4,
      "AWS::SQS::QueuePolicy": 4,
    });
    expect(ids(before).filter((id) => !ids(bound).includes(id))).toEqual([]);
  });
});

describe("an identity in SES", () => {
  const identitiesIn = (row: StageRow) => {
    const { resources: main, inbound } = synthesise(row);
    const inboundOnes = Object.values(inbound?.findResources("AWS::SES::EmailIdentity") ?? {});
    return [...ofType(main, "AWS::SES::EmailIdentity").map(([, one]) => one), ...inboundOnes];
  };

  test("that the stack makes stays when the stack goes, since others may send from it by then", () => {
    const made = identitiesIn(aStage({}, { dryRunMailbox: "test@hotline.example" }));
    expect(made.map(({ Properties, DeletionPolicy }) => [Properties.EmailIdentity, DeletionPolicy])).toEqual([
      ["hotline.example", "RetainExceptOnCreate"],
      ["test@hotline.example", "RetainExceptOnCreate"],
      ["reply.hotline.example", "RetainExceptOnCreate"],
    ]);
  });

  test("that the account has already is used and not made, and send-notice has the same right on it", () => {
    const existingIdentities = ["hotline.example", "test@hotline.example", "reply.hotline.example"];
    const row = aStage({ existingIdentities }, { dryRunMailbox: "test@hotline.example" });
    expect(identitiesIn(row)).toEqual([]);
    const sends = JSON.stringify(
      ofType(synthesise(row).resources, "AWS::IAM::Policy").filter(([, one]) =>
        JSON.stringify(one).includes("ses:SendRawEmail"),
      ),
    );
    for (const identity of ["identity/hotline.example", "identity/test@hotline.example"])
      expect(sends).toContain(identity);
  });
});

test("the whole stack is as it was", async () => {
  await expect(outlineOf(whole.toJSON())).toMatchFileSnapshot("__snapshots__/takedown-stack.txt");
});
