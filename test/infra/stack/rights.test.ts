import { describe, expect, test } from "vitest";
import { isFedByQueues } from "../../../infra/stack/constructs/alarms.ts";
import { type FunctionName, functionNames, queueNames, talksBeyondAws } from "../../../infra/stack/topology.ts";
import { allBeside, aStage, aWholeStage, boundReporters, everything } from "./a-stage.ts";
import { writingActions } from "./may-write.ts";
import { rightsIn } from "./rights-in.ts";
import { ofType, readable, synthesise } from "./synthesised.ts";

const { resources } = synthesise(aWholeStage());

const on = (resource: string, ...actions: readonly string[]) => actions.map((action) => `${action} on ${resource}`);
const through = (service: string, lines: readonly string[]) => lines.map((line) => `${line} when through ${service}`);

const itself = (name: FunctionName) => on(`log /takedown/example/${name}`, "logs:CreateLogStream", "logs:PutLogEvents");
const writesTraces = on("*", "xray:PutTelemetryRecords", "xray:PutTraceSegments");
const recordsKey = through(
  "dynamodb",
  on(
    "key records",
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
  ),
);
const tellsOnCall = on("on-call topic", "sns:Publish");
/** An action on the table's items of these keys alone. */
const ofKeys = (action: string, ...keys: readonly string[]): string => {
  const among = { "dynamodb:LeadingKeys": keys };
  const named = { "dynamodb:LeadingKeys": "false" };
  return `${action} on table when ${JSON.stringify({ "ForAllValues:StringLike": among, Null: named })}`;
};
const historyStays = writingActions
  .filter((action) => action !== "dynamodb:PutItem")
  .map((action) => `Deny ${action} on table when {"ForAnyValue:StringLike":{"dynamodb:LeadingKeys":["HISTORY#*"]}}`);
/** Who writes no case adds no line either. */
const historyKept = [...historyStays, historyStays[0]?.replace("BatchWriteItem", "PutItem") ?? ""];
const settingsStay = (...actions: readonly string[]) =>
  actions.map(
    (action) =>
      `Deny dynamodb:${action} on table when ` +
      `{"ForAnyValue:StringLike":{"dynamodb:LeadingKeys":["SETTINGS","SETTINGS-AUDIT"]}}`,
  );
/** All read what people decided, and nobody but the console writes it. */
const settingsKept = settingsStay("BatchWriteItem", "DeleteItem", "PutItem", "UpdateItem");
const readsSettings = [ofKeys("dynamodb:Query", "SETTINGS"), ...settingsKept];
const masterKeys = [
  ...on("master keys", "secretsmanager:GetSecretValue"),
  ...through("secretsmanager", on("key records", "kms:Decrypt")),
];
// The key in KMS that opens them is among the rights on the master keys.
const caseNumberKey = on("case number key", "secretsmanager:GetSecretValue");
const replyKeys = on("reply keys", "secretsmanager:GetSecretValue");
const usesMessagesKey = through("sqs", on("key messages", "kms:Decrypt", "kms:GenerateDataKey"));
const drops = (...queues: readonly string[]) => [
  ...queues.flatMap((queue) => on(`queue ${queue}`, "sqs:SendMessage")),
  ...usesMessagesKey,
];
const contact = ["contact-urgent", "contact-standard"] as const;
const notice = ["notice-urgent", "notice-standard"] as const;
const channel = ["channel-urgent", "channel-standard"] as const;
const report = ["report-urgent", "report-standard"] as const;
// What each function but the watchdog does all the same: its own log, single cases, and what changes of them are
// counted as.
const common = (
  name: FunctionName,
  { updates = [], deletes = [] }: { updates?: string[]; deletes?: string[] } = {},
) => [
  ...itself(name),
  ...on("table", "dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:PutItem"),
  ofKeys("dynamodb:DeleteItem", "TARGET#*", "BATCH#*", ...deletes),
  ofKeys("dynamodb:UpdateItem", "COUNT#*", "JUDGED#*", ...updates),
  ...historyStays,
  ...recordsKey,
  ...masterKeys,
];
const fedBy = (...queues: readonly string[]) =>
  queues.flatMap((queue) =>
    on(
      `queue ${queue}`,
      // Where keys can't be used it keeps a message away for longer.
      ...(queue.startsWith("webhook-") ? [] : ["sqs:ChangeMessageVisibility"]),
      ...["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
    ),
  );

const secret = (name: string) => [
  ...on(`secret ${name}`, "secretsmanager:GetSecretValue"),
  ...through("secretsmanager", on("key records", "kms:Decrypt")),
];

const rights: Readonly<Record<FunctionName, readonly string[]>> = {
  "take-in-report": [
    ...common("take-in-report", { updates: ["TAKEN#*"] }),
    ...caseNumberKey,
    // A report that comes to another case is read in the history of its own.
    ofKeys("dynamodb:Query", "SETTINGS", "HISTORY#*"),
    ...settingsKept,
    ...drops(...contact, ...notice, ...channel),
    ...fedBy("report-urgent", "report-standard"),
  ],
  "find-contact": [
    ...common("find-contact"),
    ...readsSettings,
    ...drops(...notice, ...channel),
    ...on("table", "dynamodb:UpdateItem"),
    ...fedBy("contact-urgent", "contact-standard"),
    ofKeys("dynamodb:BatchGetItem", "KNOWN#*"),
    ofKeys("dynamodb:Query", "DESK#*"),
  ],
  "send-notice": [
    ...common("send-notice"),
    ...readsSettings,
    // To read its queues; it drops nothing on any.
    ...through("sqs", on("key messages", "kms:Decrypt")),
    ...on("table", "dynamodb:UpdateItem"),
    ofKeys("dynamodb:Query", "BATCH#*"),
    ...on("*", "ses:GetSendQuota"),
    ...fedBy("notice-urgent", "notice-standard"),
    ...replyKeys,
    ...[
      "identity/hotline.example",
      // Where a smoke test alone writes, and SES receives.
      "identity/reply.hotline.example",
      "configuration-set/takedown-example-urgent",
      "configuration-set/takedown-example-standard",
    ].map(
      (of) =>
        `ses:SendRawEmail on arn:aws:ses:eu-central-1:\${AWS::AccountId}:${of} when ` +
        `{"StringEquals":{"ses:FromAddress":"notices@hotline.example"}}`,
    ),
  ],
  "tell-channel": [
    ...common("tell-channel"),
    ...readsSettings,
    ...through("sqs", on("key messages", "kms:Decrypt")),
    ...on("table", "dynamodb:UpdateItem"),
    ...fedBy("channel-urgent", "channel-standard"),
    ...replyKeys,
    ...["cloudflare", "godaddy", "ngrok"].flatMap((provider) =>
      on(`secret channel-${provider}`, "secretsmanager:GetSecretValue"),
    ),
  ],
  "take-in-delivery": [
    ...common("take-in-delivery"),
    ...readsSettings,
    ...drops(...contact, ...notice, ...channel),
    ...["dynamodb:Query", "dynamodb:UpdateItem"].map((action) => ofKeys(action, "MAIL#*", "REPUTATION#*", "SENDER")),
    ...fedBy("delivery-urgent", "delivery"),
  ],
  "take-in-reply": [
    ...common("take-in-reply", { updates: ["UNPROVEN#*"] }),
    ...readsSettings,
    ...drops(...contact, ...notice, ...channel),
    ...fedBy("reply"),
    ...replyKeys,
    ...on("reply bucket/*", "s3:GetObject"),
    ...on("reply bucket", "s3:ListBucket"),
    ...through("s3", on("key records", "kms:Decrypt")),
  ],
  "follow-up": [
    ...common("follow-up", { deletes: ["PUT-OFF#*"] }),
    ...settingsStay("BatchWriteItem", "DeleteItem", "PutItem", "UpdateItem"),
    ...drops(...contact, ...notice, ...channel, ...report),
    ...on("table", "dynamodb:Query", "dynamodb:UpdateItem"),
    ...on("table/index/due", "dynamodb:Query"),
    ...on("table/index/review", "dynamodb:Query"),
    ...tellsOnCall,
  ],
  watchdog: [
    ...itself("watchdog"),
    ...["dynamodb:GetItem", "dynamodb:PutItem"].map((action) => ofKeys(action, "TOLD#*")),
    ofKeys("dynamodb:BatchGetItem", "PACE#*"),
    // How many mails went out by day.
    ofKeys("dynamodb:Query", "COUNT#*"),
    ...on("*", "ses:DescribeActiveReceiptRuleSet"),
    ...on("on-call topic", "sns:GetTopicAttributes"),
    ...on("table/index/due", "dynamodb:Query"),
    ...on("table/index/review", "dynamodb:Query"),
    ...historyKept,
    ...recordsKey,
    ...tellsOnCall,
  ],
  "tell-reporters": [
    ...itself("tell-reporters"),
    // Single lines alone: it may query no history.
    ofKeys("dynamodb:Query", "REPORTS#*"),
    ofKeys("dynamodb:GetItem", "HISTORY#*", "CASE#*", "KEY#*"),
    ...historyKept,
    ...on(
      "table/stream/*",
      "dynamodb:DescribeStream",
      "dynamodb:GetRecords",
      "dynamodb:GetShardIterator",
      "dynamodb:ListStreams",
    ),
    ...through("dynamodb", on("key records", "kms:Decrypt", "kms:DescribeKey")),
    ...masterKeys,
    ...on("reporters' bus", "events:PutEvents"),
    ...fedBy("history-retry"),
    ...drops("history-retry", "history-retry-dead-letters"),
  ],
  // It talks to the operator's systems, and knows no case.
  "tell-webhooks": [
    ...itself("tell-webhooks"),
    ...historyKept,
    ...fedBy("webhook-name"),
    ...through("sqs", on("key messages", "kms:Decrypt")),
    ...secret("webhook-name"),
  ],
  console: [
    ...common("console", { updates: ["SENDER", "STOPPED#*", "VIEWED#*"], deletes: ["RESERVED"] }),
    // Never deleted, only ended.
    ...settingsStay("BatchWriteItem", "DeleteItem", "UpdateItem"),
    ...drops(...contact, ...notice, ...channel),
    ...on("table", "dynamodb:Query"),
    ...["due", "opened", "review"].flatMap((index) => on(`table/index/${index}`, "dynamodb:Query")),
    // What SQS does in the caller's name when it moves dead letters back. Hints and their key are
    // among the common ones.
    ...[...queueNames, "webhook-name"].flatMap((queue) =>
      on(
        `queue ${queue}-dead-letters`,
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:ListMessageMoveTasks",
        "sqs:ReceiveMessage",
        "sqs:StartMessageMoveTask",
      ),
    ),
    ...[
      ...["report-urgent", "report-standard", "delivery-urgent", "delivery", "reply"],
      ...["history-retry", "webhook-name"],
    ].flatMap((queue) => on(`queue ${queue}`, "sqs:SendMessage")),
    ...on("secret session-key", "secretsmanager:GetSecretValue"),
  ],
  // Anybody may call it, and it talks to the world: it knows no case and no queue.
  "sign-in": [
    ...itself("sign-in"),
    ...historyKept,
    ...secret("session-key"),
    ...on("secret oidc-client-secret", "secretsmanager:GetSecretValue"),
  ],
};

describe("a function's role", () => {
  test.each(functionNames)("lets %s do what it does and nothing else", (name) => {
    expect(rightsIn(resources, name)).toEqual([...rights[name]].sort());
  });

  // Lambda ends a chain in which a function came up some 16 times (Lambda Developer Guide, "Use
  // Lambda recursive loop detection").
  test("lets no queue's reader but the stream's bring a message to itself, by its own queues or by others'", () => {
    const held = new Map(functionNames.map((name) => [name, rightsIn(resources, name)]));
    // The console reads dead letters where a person asks, and is fed by none.
    const readersOf = (queue: string) =>
      functionNames.filter(
        (name) => isFedByQueues(name) && held.get(name)?.includes(`sqs:ReceiveMessage on queue ${queue}`),
      );
    const feeds = (name: FunctionName) =>
      (held.get(name) ?? []).flatMap((line) => readersOf(/^sqs:SendMessage on queue (.*)$/.exec(line)?.[1] ?? "none"));
    const reachedFrom = (name: FunctionName, reached = new Set<FunctionName>()): ReadonlySet<FunctionName> => {
      for (const next of feeds(name).filter((one) => !reached.has(one))) reachedFrom(next, reached.add(next));
      return reached;
    };
    expect([...reachedFrom("take-in-report")]).toContain("send-notice");
    // It puts lines of the stream there, and nothing that comes from there (`handlers/history-worker.test.ts`).
    expect(functionNames.filter((name) => reachedFrom(name).has(name))).toEqual(["tell-reporters"]);
  });

  test("names no action by a wildcard, and no resource but for what of SES has none to name", () => {
    const all = functionNames.flatMap((name) => rightsIn(resources, name));
    expect(all.filter((line) => /^[\w:]*\*/.test(line))).toEqual([]);
    expect(all.filter((line) => / on \*/.test(line))).toEqual(
      on("*", "ses:GetSendQuota", "ses:DescribeActiveReceiptRuleSet"),
    );
  });

  test("of a stage with traces differs by the right to write them alone", () => {
    const traced = synthesise({ ...aWholeStage(), traces: true }).resources;
    for (const name of functionNames)
      expect(rightsIn(traced, name), name).toEqual([...rights[name], ...writesTraces].sort());
  });

  test("of a dry run differs by the right to send to the test mailbox alone", () => {
    const dry = synthesise(aStage({}, { dryRunMailbox: "test@hotline.example", ...everything })).resources;
    const added = functionNames.flatMap((name) => rightsIn(dry, name).filter((line) => !rights[name].includes(line)));
    expect(added).toEqual([
      `ses:SendRawEmail on arn:aws:ses:eu-central-1:\${AWS::AccountId}:identity/test@hotline.example when ` +
        `{"StringEquals":{"ses:FromAddress":"notices@hotline.example"}}`,
    ]);
  });

  test("of a stage with reporters' own queues differs by the right to read them and to redrive them", () => {
    const bound = synthesise(
      aStage({}, { ...everything, reporters: [...aStage().settings.reporters, ...boundReporters] }),
    ).resources;
    const plain = synthesise(aStage({}, everything)).resources;
    const before = (name: FunctionName) => rightsIn(plain, name);
    const added = (name: FunctionName) => rightsIn(bound, name).filter((line) => !before(name).includes(line));
    const own = ["report-by-cert", "report-by-brands"];
    const sendBack = [
      "DeleteMessage",
      "GetQueueAttributes",
      "ListMessageMoveTasks",
      "ReceiveMessage",
      "StartMessageMoveTask",
    ].map((one) => `sqs:${one}`);
    expect(added("take-in-report")).toEqual(fedBy(...own).sort());
    expect(added("console")).toEqual(
      own
        .flatMap((queue) => [
          ...on(`queue ${queue}-dead-letters`, ...sendBack),
          ...on(`queue ${queue}`, "sqs:SendMessage"),
        ])
        .sort(),
    );
    expect(functionNames.filter((name) => added(name).length > 0)).toEqual(["take-in-report", "console"]);
  });

  describe("in the isolated network", () => {
    const isolated = synthesise({
      ...aWholeStage(),
      isolated: { prefixLists: { dynamodb: "pl-0123abcd", s3: "pl-4567cdef" } },
    }).resources;
    const changing = ["ec2:AssignPrivateIpAddresses", "ec2:DeleteNetworkInterface", "ec2:UnassignPrivateIpAddresses"];
    const looking = ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"];
    const ec2 = "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}";
    const lambdas = `${ec2.replace("ec2", "lambda")}:function`;
    // What Lambda does to put a function into its subnets; AWS lets the last of these name no more.
    const inNetwork = (name: FunctionName) => [
      ...[
        `${ec2}:subnet/10.0.0.0/26`,
        `${ec2}:subnet/10.0.0.64/26`,
        `${ec2}:security-group/group functions`,
        `${ec2}:network-interface/*`,
      ].flatMap((resource) => on(resource, "ec2:CreateNetworkInterface")),
      ...on(`${ec2}:*/*`, ...changing),
      ...on("*", ...looking),
      // The function's own code does none of it.
      ...["ec2:CreateNetworkInterface", ...changing, ...looking].map(
        (action) =>
          `Deny ${action} on * when {"ArnEquals":{"lambda:SourceFunctionArn":"${lambdas}:takedown-example-${name}"}}`,
      ),
    ];

    test.each(functionNames)("lets %s do what it does elsewhere, and lets Lambda put it there where it is", (name) => {
      expect(rightsIn(isolated, name)).toEqual(
        [...rights[name], ...(talksBeyondAws(name) ? [] : inNetwork(name))].sort(),
      );
    });
  });

  test("is shared with no other function", () => {
    const roles = ofType(resources, "AWS::Lambda::Function").map(([, { Properties }]) => readable(Properties.Role));
    expect(new Set(roles).size).toBe(functionNames.length);
  });

  test("of the console is without the session key where no browser signs in", () => {
    const alone = synthesise(aStage({}, { webhooks: allBeside.webhooks })).resources;
    const lacking = rights.console.filter((line) => !rightsIn(alone, "console").includes(line));
    expect(lacking.filter((line) => !line.includes("queue channel-"))).toEqual(
      on("secret session-key", "secretsmanager:GetSecretValue"),
    );
  });

  test("lets tell-reporters write nothing but news, and what is to be tried again", () => {
    expect(
      rightsIn(resources, "tell-reporters").filter(
        (line) => /Put|Update|Delete|Send|Publish/.test(line) && !/^(logs|xray|Deny )/.test(line),
      ),
    ).toEqual([
      "events:PutEvents on reporters' bus",
      "sqs:DeleteMessage on queue history-retry",
      "sqs:SendMessage on queue history-retry",
      "sqs:SendMessage on queue history-retry-dead-letters",
    ]);
  });

  test("lets send-notice alone send by SES, and take-in-reply alone read what desks wrote", () => {
    const may = (action: string) =>
      functionNames.filter((name) => rightsIn(resources, name).some((line) => line.startsWith(action)));
    expect(may("ses:Send")).toEqual(["send-notice"]);
    expect(may("ses:")).toEqual(["send-notice", "watchdog"]);
    expect(may("s3:")).toEqual(["take-in-reply"]);
  });

  test("lets all read the master keys who open cases, but for the watchdog, sign-in and tell-webhooks", () => {
    const may = (secret: string) =>
      functionNames.filter((name) => rightsIn(resources, name).includes(`secretsmanager:GetSecretValue on ${secret}`));
    expect(may("master keys")).toEqual(
      functionNames.filter((name) => !["watchdog", "sign-in", "tell-webhooks"].includes(name)),
    );
    expect(may("secret session-key")).toEqual(["console", "sign-in"]);
    expect(may("secret oidc-client-secret")).toEqual(["sign-in"]);
    expect(may("case number key")).toEqual(["take-in-report"]);
    expect(may("reply keys")).toEqual(["send-notice", "tell-channel", "take-in-reply"]);
    expect(may("secret channel-godaddy")).toEqual(["tell-channel"]);
    expect(may("secret webhook-name")).toEqual(["tell-webhooks"]);
  });
});
