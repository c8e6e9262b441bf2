import { describe, expect, test } from "vitest";
import { isFedByQueues } from "../../../infra/stack/constructs/alarms.ts";
import { type FunctionName, functionNames, talksBeyondAws } from "../../../infra/stack/topology.ts";
import { allBeside, aStage, aWholeStage, boundReporters, everything } from "./a-stage.ts";
import { rightsIn } from "./rights-in.ts";
import { ofType, readable, synthesise, theOne } from "./synthesised.ts";

const { resources } = synthesise(aWholeStage());

const on = (resource: string, ...actions: readonly string[]) => actions.map((action) => `${action} on ${resource}`);
const writesTraces = on("*", "xray:PutTelemetryRecords", "xray:PutTraceSegments");
const fedBy = (...queues: readonly string[]) =>
  queues.flatMap((queue) =>
    on(
      `queue ${queue}`,
      // Where keys can't be used it keeps a message away for longer.
      "sqs:ChangeMessageVisibility",
      ...["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
    ),
  );

const rights = Object.fromEntries(functionNames.map((name) => [name, rightsIn(resources, name)])) as Readonly<
  Record<FunctionName, readonly string[]>
>;

// Lambda ends a chain in which a function came up some 16 times (Lambda Developer Guide, "Use
// Lambda recursive loop detection").
test("lets no queue's reader but the stream's bring a message to itself, by its own queues or by others'", () => {
  // The console reads dead letters where a person asks, and is fed by none.
  const readersOf = (queue: string) =>
    functionNames.filter(
      (name) => isFedByQueues(name) && rights[name].includes(`sqs:ReceiveMessage on queue ${queue}`),
    );
  const feeds = (name: FunctionName) =>
    rights[name].flatMap((line) => readersOf(/^sqs:SendMessage on queue (.*)$/.exec(line)?.[1] ?? "none"));
  const reachedFrom = (name: FunctionName, reached = new Set<FunctionName>()): ReadonlySet<FunctionName> => {
    for (const next of feeds(name).filter((one) => !reached.has(one))) reachedFrom(next, reached.add(next));
    return reached;
  };
  expect([...reachedFrom("take-in-report")]).toContain("send-notice");
  // It puts lines of the stream there, and nothing that comes from there (`handlers/history-worker.test.ts`).
  expect(functionNames.filter((name) => reachedFrom(name).has(name))).toEqual(["tell-reporters"]);
});

test("names no action by a wildcard, and no resource but for what has none to name", () => {
  const all = Object.values(rights).flat();
  expect(all.filter((line) => /^[\w:]*\*/.test(line))).toEqual([]);
  expect(all.filter((line) => / on \*/.test(line))).toEqual(
    on(
      "*",
      "ses:GetSendQuota",
      ...["abuse:CreateAbuseReport", "abuse:GetAbuseReportStatus", "abuse:ListAbuseReportStatuses"],
      "ses:DescribeActiveReceiptRuleSet",
    ),
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

test("lets tell-reporters write nothing but news, counts, and what is to be tried again", () => {
  expect(
    rights["tell-reporters"].filter(
      (line) => /Put|Update|Delete|Send|Publish/.test(line) && !/^(logs|xray|Deny )/.test(line),
    ),
  ).toEqual([
    expect.stringMatching(/^dynamodb:UpdateItem on table when .*:\["COUNT#\*"\]}/),
    "events:PutEvents on reporters' bus",
    "sqs:DeleteMessage on queue history-retry",
    "sqs:SendMessage on queue history-retry",
    "sqs:SendMessage on queue history-retry-dead-letters",
  ]);
});

test("lets send-notice alone send by SES, and take-in-reply alone read what desks wrote", () => {
  const may = (action: string) => functionNames.filter((name) => rights[name].some((line) => line.startsWith(action)));
  expect(may("ses:Send")).toEqual(["send-notice"]);
  expect(may("ses:")).toEqual(["send-notice", "watchdog"]);
  expect(may("s3:")).toEqual(["take-in-reply"]);
});

test("lets all read the master keys who open cases, but for the watchdog, sign-in and tell-webhooks", () => {
  const may = (secret: string) =>
    functionNames.filter((name) => rights[name].includes(`secretsmanager:GetSecretValue on ${secret}`));
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

test("lets tell-channel start without a secret where Netcraft is the only channel", () => {
  const settings = { channels: { netcraft: { email: "reports@takedown.example" } } };
  const alone = synthesise(aStage({}, settings)).resources;
  const plain = synthesise(aStage({}, { channels: {} })).resources;
  const [, { Environment }] = theOne(alone, "AWS::Lambda::Function", "FunctionName", "takedown-example-tell-channel");
  expect(Environment).toMatchObject({ Variables: { CHANNEL_SECRETS: "{}" } });
  expect(rightsIn(alone, "tell-channel")).toEqual(rightsIn(plain, "tell-channel"));
  const secrets = (of: typeof alone) => ofType(of, "AWS::SecretsManager::Secret").length;
  expect(secrets(alone)).toBe(secrets(plain));
});
