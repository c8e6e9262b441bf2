import { Match } from "aws-cdk-lib/assertions";
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
import { aSignIn, aStage, boundReporters, theirRule, theirTopic } from "./a-stage.ts";
import { outlineOf } from "./outline.ts";
import { ofType, readable, synthesise, theOne } from "./synthesised.ts";

const { template, resources, inbound } = synthesise();
const traced = synthesise(aStage({ traces: true })).resources;
const functionsHere = functionsOf({});
const queuesHere = queuesOf({});
if (!inbound) throw new Error("The stage `example` receives mail.");
const queueOf = (name: string) => theOne(resources, "AWS::SQS::Queue", "QueueName", `takedown-example-${name}`);
const functionOf = (name: string) =>
  theOne(resources, "AWS::Lambda::Function", "FunctionName", `takedown-example-${name}`);

describe("every queue", () => {
  // By hand, so that a slip in the topology shows: six times the timeout of the function that it
  // feeds, and what it waits for more.
  const visibility = {
    "report-urgent": 180,
    "report-standard": 180,
    "contact-urgent": 360,
    "contact-standard": 420,
    "notice-urgent": 180,
    "notice-standard": 180,
    "channel-urgent": 360,
    "channel-standard": 360,
    "delivery-urgent": 180,
    delivery: 240,
    reply: 180,
    "history-retry": 360,
  } as const;

  test.each(queuesHere)(
    "%s: visible again after six timeouts and its window, five receives, four days, then fourteen days of dead letters",
    (name) => {
      const [deadLetters] = queueOf(`${name}-dead-letters`);
      expect(queueOf(name)[1]).toMatchObject({
        VisibilityTimeout: visibility[name],
        RedrivePolicy: { maxReceiveCount: 5, deadLetterTargetArn: { "Fn::GetAtt": [deadLetters, "Arn"] } },
        MessageRetentionPeriod: 4 * 86_400,
        ReceiveMessageWaitTimeSeconds: 20,
      });
      expect(queueOf(`${name}-dead-letters`)[1]).toMatchObject({ MessageRetentionPeriod: 14 * 86_400 });
    },
  );

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

  test.each(queuesHere)("%s takes dead letters of its own queue alone", (name) => {
    const policy = queueOf(`${name}-dead-letters`)[1].RedriveAllowPolicy as {
      redrivePermission: string;
      sourceQueueArns: unknown[];
    };
    expect(policy.redrivePermission).toBe("byQueue");
    expect(policy.sourceQueueArns.map(readable)).toEqual([
      `arn:aws:sqs:eu-central-1:\${AWS::AccountId}:takedown-example-${name}`,
    ]);
  });

  test("is encrypted by the stage's own key and refuses plain HTTP", () => {
    const queues = ofType(resources, "AWS::SQS::Queue");
    const policies = ofType(resources, "AWS::SQS::QueuePolicy").map(([, { Properties }]) => JSON.stringify(Properties));
    for (const [id, { Properties }] of queues) {
      expect(readable(Properties.KmsMasterKeyId)).toMatch(/KeysMessages/);
      const own = policies.find((policy) => policy.includes(`"Queues":[{"Ref":"${id}"}]`));
      expect(own).toContain('"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"');
    }
  });
});

describe("every function", () => {
  test.each(functionsHere)("%s runs its bundle on Node 24 and arm64, with a log of its own", (name) => {
    const { timeoutSeconds, memoryMb } = topology[name];
    expect(functionOf(name)[1]).toMatchObject({
      Handler: "index.handler",
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      Timeout: timeoutSeconds,
      MemorySize: memoryMb,
    });
    template.hasResourceProperties("AWS::Logs::LogGroup", {
      LogGroupName: `/takedown/example/${name}`,
      RetentionInDays: 90,
      KmsKeyId: Match.anyValue(),
    });
  });

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

describe("the table", () => {
  test("keeps cases safe: restorable to any second, encrypted by our key, not to be deleted", () => {
    template.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Retain",
      Properties: {
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
        BillingMode: "PAY_PER_REQUEST",
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
        SSESpecification: { SSEEnabled: true, SSEType: "KMS", KMSMasterKeyId: Match.anyValue() },
        TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
      },
    });
  });
});

describe("mail", () => {
  test("that desks write lies three days in a private bucket, which tells nobody of it", () => {
    template.hasResourceProperties("AWS::S3::Bucket", {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 3, Status: "Enabled" })] },
      // SES tells of each on a topic; the bucket's own word would be a second one.
      NotificationConfiguration: Match.absent(),
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: Match.absent(),
    });
  });

  test("is received for the whole reply domain, in a stack of its own", () => {
    expect(
      Object.values((inbound.toJSON() as { Resources: Record<string, { Type: string }> }).Resources)
        .map(({ Type }) => Type)
        .sort(),
    ).toEqual(["AWS::SES::EmailIdentity", "AWS::SES::ReceiptRule", "AWS::SES::ReceiptRuleSet"]);
    inbound.hasResourceProperties("AWS::SES::ReceiptRule", {
      Rule: { Recipients: ["reply.hotline.example"], ScanEnabled: true, Enabled: true },
    });
  });

  test("is received for former reply domains, too, whose MX records are said with it", () => {
    const row = aStage({}, { formerReplyDomains: ["answers.hotline.example"] });
    const { inbound: former } = synthesise(row);
    former?.hasResourceProperties("AWS::SES::ReceiptRule", {
      Rule: { Recipients: ["reply.hotline.example", "answers.hotline.example"] },
    });
    const mx = JSON.stringify(former?.findOutputs("Mx"));
    expect(mx).toContain("reply.hotline.example -> 10 ");
    expect(mx).toContain("answers.hotline.example -> 10 ");
  });

  test("is told to the reply queue by SES's receipt, over an encrypted topic for this stage's rule alone", () => {
    const [[topic, { TopicName, KmsMasterKeyId }] = ["", {}]] = ofType(resources, "AWS::SNS::Topic")
      .filter(([, { Properties }]) => Properties.TopicName === "takedown-example-replies")
      .map(([id, { Properties }]) => [id, Properties] as const);
    expect([TopicName, JSON.stringify(KmsMasterKeyId)]).toEqual([
      "takedown-example-replies",
      expect.stringMatching(/^\{"Fn::GetAtt":\["KeysMessages/),
    ]);
    const rule = JSON.stringify(inbound.findResources("AWS::SES::ReceiptRule"));
    expect(rule).toMatch(/"ObjectKeyPrefix":"received\/"/);
    const arn = ["arn:aws:sns:eu-central-1:", { Ref: "AWS::AccountId" }, ":takedown-example-replies"];
    expect(rule).toContain(`"TopicArn":${JSON.stringify({ "Fn::Join": ["", arn] })}`);
    template.hasResourceProperties("AWS::SNS::Subscription", {
      TopicArn: { Ref: topic },
      Protocol: "sqs",
      RawMessageDelivery: true,
      Endpoint: { "Fn::GetAtt": [queueOf("reply")[0], "Arn"] },
    });
    const statements = (type: string) =>
      ofType(resources, type)
        .flatMap(
          ([, { Properties }]) => (Properties.PolicyDocument ?? Properties.KeyPolicy) as { Statement: unknown[] },
        )
        .flatMap(({ Statement }) => Statement);
    const publishes = statements("AWS::SNS::TopicPolicy")
      .map((one) => JSON.stringify(one))
      .filter((one) => one.includes("SesTells"));
    const ourRule = ":receipt-rule-set/takedown-example:receipt-rule/takedown-example";
    expect(publishes).toEqual([expect.stringContaining(ourRule)]);
    const brings = statements("AWS::SQS::QueuePolicy")
      .map((one) => JSON.stringify(one))
      .filter((one) => one.includes("ReceiptsArrive"));
    expect(brings).toEqual([expect.stringContaining(`"aws:SourceArn":{"Ref":"${topic}"}`)]);
    for (const service of ["sns.amazonaws.com", "ses.amazonaws.com"])
      expect(JSON.stringify(resources[String(JSON.stringify(KmsMasterKeyId)).split('"')[3] ?? ""])).toContain(service);
  });

  test("that comes in may be written by SES only where the stage receives mail", () => {
    const bySes = (of: typeof resources) =>
      ofType(of, "AWS::S3::BucketPolicy").some(([, policy]) => JSON.stringify(policy).includes("ses.amazonaws.com"));
    expect(bySes(resources)).toBe(true);
    expect(bySes(synthesise(aStage({ inboundMail: false })).resources)).toBe(false);
  });
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

  test("is open to nobody who did not sign the request with IAM", () => {
    const routes = ofType(resources, "AWS::ApiGatewayV2::Route");
    expect(routes.map(([, { Properties }]) => [Properties.RouteKey, Properties.AuthorizationType]).sort()).toEqual([
      ["ANY /", "AWS_IAM"],
      ["ANY /{path+}", "AWS_IAM"],
    ]);
    for (const [, { Properties }] of ofType(resources, "AWS::ApiGatewayV2::Integration"))
      expect(Properties.PayloadFormatVersion).toBe("2.0");
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
  const sends = (of: typeof resources) =>
    ofType(of, "AWS::SQS::QueuePolicy")
      .filter(([, policy]) => JSON.stringify(policy).includes(police))
      .map(([id]) => id);
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

  test("are the producers of the stage, on the two report queues alone", () => {
    expect(sends(resources)).toEqual([]);
    const ids = sends(synthesise(aStage({ producers: [police] })).resources);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(id).toMatch(/^Queuereport(urgent|standard)Queue/);
  });

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

test("SES lays mails down and tells the topic by a role for our receipt rule alone, which can do no more", () => {
  const { resources: of, inbound } = synthesise(aStage({ inboundMail: true }));
  const [id, role] = theOne(of, "AWS::IAM::Role", "RoleName", "takedown-example-receives-mail-eu-central-1");
  const [action] = Object.values(inbound?.findResources("AWS::SES::ReceiptRule") ?? {}).flatMap(
    ({ Properties }) => Properties.Rule.Actions,
  );
  expect(readable(action.S3Action.IamRoleArn)).toMatch(
    /:iam::\$\{AWS::AccountId\}:role\/takedown-example-receives-mail-eu-central-1$/,
  );
  const [trust] = (
    role.AssumeRolePolicyDocument as {
      Statement: readonly { Principal: unknown; Condition: Record<string, Record<string, unknown>> }[];
    }
  ).Statement;
  expect(trust?.Principal).toEqual({ Service: "ses.amazonaws.com" });
  expect(readable(trust?.Condition.ArnEquals?.["aws:SourceArn"])).toMatch(
    /:receipt-rule-set\/takedown-example:receipt-rule\/takedown-example$/,
  );
  expect(trust?.Condition.StringEquals).toHaveProperty("aws:SourceAccount");
  const policies = ofType(of, "AWS::IAM::Policy").filter(([, { Properties }]) =>
    JSON.stringify(Properties.Roles).includes(id),
  );
  const actions = policies.flatMap(([, { Properties }]) =>
    (Properties.PolicyDocument as { Statement: readonly { Action: unknown }[] }).Statement.map((one) => one.Action),
  );
  expect(actions).toEqual([
    "s3:PutObject",
    ["kms:Decrypt", "kms:GenerateDataKey"],
    "sns:Publish",
    ["kms:Decrypt", "kms:GenerateDataKey"],
  ]);
  expect(
    ofType(synthesise(aStage({ inboundMail: false })).resources, "AWS::IAM::Role").some(
      ([, { Properties }]) => Properties.RoleName !== undefined,
    ),
  ).toBe(false);
});

test("keys of cases, numbers and reply addresses are made once, encrypted by our key, and outlive the stack", () => {
  const secrets = ofType(resources, "AWS::SecretsManager::Secret");
  expect(secrets.map(([id]) => id.slice(0, -8)).sort()).toEqual(["CaseNumberKey", "MasterKeys", "ReplyKeys"]);
  for (const [, { Properties, DeletionPolicy, UpdateReplacePolicy }] of secrets) {
    expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(["RetainExceptOnCreate", "Retain"]);
    expect(readable(Properties.KmsKeyId)).toMatch(/KeysRecords/);
    // CloudFormation makes a secret anew, and its keys are gone, when any of this changes.
    expect(Properties.GenerateSecretString).toEqual({
      SecretStringTemplate: '{"current":"k1"}',
      GenerateStringKey: "k1",
      PasswordLength: 64,
      ExcludePunctuation: true,
    });
  }
});

test("the whole stack is as it was", async () => {
  await expect(outlineOf(template.toJSON())).toMatchFileSnapshot("__snapshots__/takedown-stack.txt");
});
