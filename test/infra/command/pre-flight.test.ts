import { createServer } from "node:http";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { fail, ok } from "../../../functions/kernel/result.ts";
import type { Settings } from "../../../functions/kernel/settings.ts";
import { type AccountFacts, readAccount } from "../../../infra/command/deployed/account.ts";
import { lookAtDeployed } from "../../../infra/command/deployed/deployed.ts";
import { nationalDesks } from "../../../infra/command/deployed/national-desks.ts";
import { preFlight } from "../../../infra/command/deployed/pre-flight.ts";
import { sayRows, sayTally } from "../../../infra/command/deployed/rows.ts";
import { closeHttp, listenOnLoopback } from "../../../infra/local/servers/loopback.ts";
import { deploysTo, readStage, type StageRow } from "../../../infra/stack/stages.ts";
import { aStage } from "../stack/a-stage.ts";

const stageWith = (row: Partial<StageRow> = {}) => readStage("example", { example: aStage(row) });
const verified = { verified: true, dkim: "SUCCESS", mailFrom: { domain: "bounce.hotline.example", state: "SUCCESS" } };

/** An account in which nothing stands in the way, and nothing is there yet. */
const fresh: AccountFacts = {
  caller: ok({ account: "123456789012", arn: "arn:aws:iam::123456789012:user/jane" }),
  atATime: ok({ limit: 1_000, unreserved: 1_000 }),
  ses: ok({ production: true, sendingEnabled: true, enforcement: "HEALTHY", mailsPerDay: 50_000, mailsPerSecond: 14 }),
  identities: [
    { name: "hotline.example", state: ok(undefined) },
    { name: "reply.hotline.example", state: ok(undefined) },
  ],
  activeRules: ok({ name: "takedown-example", receivesFor: ["reply.hotline.example"] }),
  bootstrapped: [{ region: "eu-central-1", state: ok({ status: "CREATE_COMPLETE" }) }],
  stack: ok(undefined),
  inboundStack: ok(undefined),
  named: ok([]),
  keyCalls: ok("logged"),
};

const rowOf = (what: string, facts: Partial<AccountFacts>, row: Partial<StageRow> = {}) =>
  preFlight(stageWith(row), { ...fresh, ...facts }).find((one) => one.what.startsWith(what));

describe("before a deployment", () => {
  test("an account in which nothing is in the way is ready for all", () => {
    const rows = preFlight(stageWith(), fresh);
    expect(rows.filter(({ state }) => state !== "ready")).toEqual([]);
    expect(sayTally(rows)).toBe(`${rows.length} ready, 0 to heed, 0 not known, 0 in the way.`);
  });

  test("credentials of another account than the stage's stop it", () => {
    expect(rowOf("Credentials", {}, { account: "210987654321" })).toMatchObject({
      state: "stops",
      says: "They are of account 123456789012, and the stage is for 210987654321.",
    });
  });

  test("an account of ten functions at a time is too small, and is told what to ask AWS for", () => {
    expect(rowOf("Functions", { atATime: ok({ limit: 10, unreserved: 10 }) })).toMatchObject({
      state: "heed",
      says: expect.stringContaining("The account has 10; the stage's queues take up to 67."),
      fix: expect.stringContaining("at least 100: Service Quotas, AWS Lambda, Concurrent executions"),
    });
  });

  test("each region in which the stage deploys has to be bootstrapped, and one that is not is named", () => {
    const row = { inboundMailRegion: "eu-west-1" };
    expect(deploysTo(stageWith(row))).toEqual(["eu-central-1", "eu-west-1"]);
    expect(deploysTo(stageWith())).toEqual(["eu-central-1"]);
    const there = { region: "eu-central-1", state: ok({ status: "CREATE_COMPLETE" }) };
    const facts = { bootstrapped: [there, { region: "eu-west-1", state: ok(undefined) }] };
    expect(rowOf("CDK's own stack", facts, row)).toMatchObject({ state: "ready" });
    expect(rowOf("CDK's own stack, eu-west-1", facts, row)).toMatchObject({
      state: "heed",
      says: expect.stringContaining("not in eu-west-1"),
      fix: expect.stringContaining("in each region of the stage"),
    });
  });

  test("a small stage fits it, and is told what a burst comes to", () => {
    expect(rowOf("Functions", { atATime: ok({ limit: 10, unreserved: 10 }) }, { size: "small" })).toMatchObject({
      state: "ready",
      says: expect.stringContaining("none ends as a dead letter by that"),
    });
    expect(rowOf("Functions", { atATime: ok({ limit: 10, unreserved: 4 }) }, { size: "small" })?.state).toBe("heed");
  });

  const ses = { production: true, sendingEnabled: true, enforcement: "HEALTHY", mailsPerDay: 200, mailsPerSecond: 14 };
  test.each([
    ["SES: whom", "heed", { production: false }, "in the sandbox"],
    ["SES: sending", "stops", { sendingEnabled: false }, "send nothing"],
    ["SES: sending", "stops", { enforcement: "SHUTDOWN" }, "send nothing"],
    ["SES: sending", "heed", { enforcement: "PROBATION" }, "may stop it"],
    ["SES: how much", "heed", { mailsPerSecond: 1 }, "200 mails a day, 1 a second"],
  ] as const)("%s is %s with %j", (what, state, spoilt, says) => {
    expect(rowOf(what, { ses: ok({ ...ses, ...spoilt }) })).toMatchObject({
      state,
      says: expect.stringContaining(says),
    });
  });

  const of = (found: typeof verified | undefined, name = "hotline.example") => ({
    identities: [{ name, state: ok(found) }],
  });
  const deployed = { stack: ok({ status: "UPDATE_COMPLETE" }) };
  test("an identity that is there before its stack stops the deployment until it is named", () => {
    expect(rowOf("Identity", of(verified))).toMatchObject({
      state: "stops",
      says: expect.stringContaining("AlreadyExists"),
      fix: "Name it in existingIdentities.",
    });
    expect(rowOf("Identity", of(verified), { existingIdentities: ["hotline.example"] })).toEqual({
      what: "Identity hotline.example",
      state: "ready",
      says: "It is verified, and named in existingIdentities.",
    });
  });

  test.each(["ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"])("a stack that is %s has made no identity", (status) => {
    expect(rowOf("Identity", { ...of(verified), stack: ok({ status }) })).toMatchObject({ state: "stops" });
  });

  test("an identity is its stack's own once that is deployed", () => {
    expect(rowOf("Identity", { ...of(verified), ...deployed })).toEqual({
      what: "Identity hotline.example",
      state: "ready",
      says: "It is verified, and its stack is deployed.",
    });
  });

  test("the reply domain is judged by the stack of inbound mail, which makes it", () => {
    const reply = of(verified, "reply.hotline.example");
    expect(rowOf("Identity", { ...reply, ...deployed })).toMatchObject({ state: "stops" });
    expect(rowOf("Identity", { ...reply, inboundStack: ok({ status: "CREATE_COMPLETE" }) })).toMatchObject({
      state: "ready",
    });
  });

  test("whose an identity is is not known where the stack's state is not", () => {
    const row = rowOf("Identity", { ...of(verified), stack: fail("AccessDenied: no.") });
    expect(row).toMatchObject({ state: "unknown", fix: expect.stringContaining("cloudformation:DescribeStacks") });
  });

  test("an identity that is named and not there stops the stage: it would never send", () => {
    expect(rowOf("Identity", of(undefined), { existingIdentities: ["hotline.example"] })).toMatchObject({
      state: "stops",
    });
  });

  test.each([
    [{ ...verified, verified: false }, "is not verified"],
    [{ ...verified, dkim: "PENDING" }, "its DKIM is PENDING"],
    [{ verified: true, dkim: "SUCCESS" }, "it has no MAIL FROM bounce.hotline.example"],
    [
      { ...verified, mailFrom: { domain: "bounce.hotline.example", state: "TEMPORARY_FAILURE" } },
      "its MAIL FROM bounce.hotline.example is TEMPORARY_FAILURE",
    ],
  ])("an identity whose DNS is not whole is said: %j", (found, says) => {
    const row = rowOf("Identity", { identities: [{ name: "hotline.example", state: ok(found) }], ...deployed });
    expect(row).toMatchObject({ state: "heed", says: expect.stringContaining(says) });
  });

  test("names that an earlier stage left stop it, those of secrets to be deleted too", () => {
    const left = ["queue takedown-example-reply", "secret takedown-example-session-key (to be deleted)"];
    expect(rowOf("Stack takedown-example", { named: ok(left) })).toMatchObject({
      state: "stops",
      says: expect.stringContaining("takedown-example-session-key (to be deleted)"),
    });
  });

  test("a channel or webhook that was taken out and comes back is stopped by what it left, with the command", () => {
    const webhooks = [{ name: "rtir", url: "https://rtir.hotline.example/", hears: ["on-call" as const] }];
    const stage = readStage("example", { example: aStage({}, { channels: { godaddy: {} }, webhooks }) });
    const queue = "takedown-example-webhook-rtir";
    const secret = "takedown-example-channel-godaddy";
    const left = {
      named: ok([`queue ${queue}`, `secret ${secret}`, "queue takedown-example-webhook-chat"]),
      ...deployed,
    };
    expect(preFlight(stage, { ...fresh, ...left }).find(({ what }) => what === "Left behind")).toMatchObject({
      state: "stops",
      says: expect.stringContaining(`would make queue ${queue}, secret ${secret}, and`),
      fix: expect.stringMatching(
        new RegExp(`delete-queue .*--queue-name ${queue} .*; aws secretsmanager delete-secret --secret-id ${secret} `),
      ),
    });
    // Of one that stays out nothing is made.
    expect(rowOf("Left behind", left)).toBeUndefined();
  });

  test.each([
    ["ROLLBACK_COMPLETE", "stops"],
    ["UPDATE_ROLLBACK_FAILED", "stops"],
    ["UPDATE_IN_PROGRESS", "heed"],
    ["UPDATE_COMPLETE", "ready"],
  ])("a stack that is %s: %s", (status, state) => {
    expect(rowOf("Stack takedown-example", { stack: ok({ status }) })).toMatchObject({ state });
  });

  describe("the rule set by which SES receives", () => {
    const theirs = { activeRules: ok({ name: "company-mail", receivesFor: ["company.example"] }) };
    const none = { activeRules: ok(undefined) };
    const named = { receiptRuleSet: "company-mail" };
    const activate = "aws ses set-active-receipt-rule-set --rule-set-name";

    test("of somebody else is to be named, so that our rule is put into it and nothing of it ends", () => {
      expect(rowOf("Receipt", theirs)).toMatchObject({
        state: "heed",
        says: expect.stringContaining("company-mail, which receives for company.example; a rule in takedown-example"),
        fix: expect.stringContaining("Set receiptRuleSet: company-mail, and the stack puts its rule there."),
      });
      expect(rowOf("Receipt", theirs, named)).toEqual({
        what: "Receipt rule set",
        state: "ready",
        says: "company-mail is active. The stack puts its rule at the beginning of it.",
      });
    });

    test("is activated by a command where none is, after the deployment where the stack makes it", () => {
      expect(rowOf("Receipt", none)?.fix).toBe(`Once deployed: ${activate} takedown-example`);
      expect(rowOf("Receipt", none, named)).toMatchObject({
        state: "heed",
        says: expect.stringContaining("company-mail has to be there already"),
        fix: `${activate} company-mail`,
      });
    });

    test("is not looked at where the stage receives nothing", () => {
      expect(rowOf("Receipt", none, { inboundMail: false })).toBeUndefined();
    });
  });

  test.each([
    ["no trail", "No trail is logging in eu-central-1: nobody is notified"],
    ["excluded", "No trail logs KMS's write events in eu-central-1: nobody is notified"],
  ] as const)("changes of keys that reach nobody are said: %s", (state, says) => {
    expect(rowOf("Changes of keys", { keyCalls: ok(state) })).toMatchObject({
      state: "heed",
      says: expect.stringContaining(says),
    });
  });

  test("what AWS did not say is never shown as ready, and its right is named", () => {
    const row = rowOf("Functions", { atATime: fail("AccessDeniedException: no.") });
    expect(row).toMatchObject({ state: "unknown", fix: expect.stringContaining("lambda:GetAccountSettings") });
    expect(sayRows(row ? [row] : [])).toContain("not known");
  });
});

describe("hotlines, CERTs and police", () => {
  const countries = (rows: Settings["countries"]) => nationalDesks({ countries: rows });

  test("are none on the first day: it is said who then hears of child abuse, who does not, and what to enter", () => {
    expect(nationalDesks(stageWith().settings)).toEqual({
      what: "Hotlines, CERTs, police",
      state: "heed",
      says:
        "Of 32 hosting countries settings.countries names a hotline for 0, a CERT for 0, police for 0. Without them " +
        "only the host's side is notified of child abuse, and in AU, CH, DK, FI, GB, LT, LU, RO, where police hear " +
        "first, nobody until a person has called them, with no number at hand.",
      fix: expect.stringContaining("settings.countries: hotline, cert and police of the country."),
    });
  });

  test("are counted as they are entered, and heeded until there is a hotline and a number of police", () => {
    const desk = { name: "Desk", email: "desk@hotline.example" };
    const police = { name: "Police", contact: "+31 0" };
    expect(countries([{ country: "NL", hotline: desk }]).state).toBe("heed");
    expect(countries([{ country: "NL", hotline: desk, cert: desk, police }])).toEqual({
      what: "Hotlines, CERTs, police",
      state: "ready",
      says: "Of 32 hosting countries settings.countries names a hotline for 1, a CERT for 1, police for 1.",
    });
  });
});

describe("an account is read", () => {
  const answers: Readonly<Record<string, string>> = {
    "GET /2016-08-19/account-settings":
      '{"AccountLimit":{"ConcurrentExecutions":10,"UnreservedConcurrentExecutions":10}}',
    "GET /v2/email/account":
      '{"ProductionAccessEnabled":false,"SendingEnabled":true,"EnforcementStatus":"HEALTHY",' +
      '"SendQuota":{"Max24HourSend":200,"MaxSendRate":1,"SentLast24Hours":0}}',
    "GET /v2/email/identities/hotline.example":
      '{"VerifiedForSendingStatus":true,"DkimAttributes":{"Status":"SUCCESS"},' +
      '"MailFromAttributes":{"MailFromDomain":"bounce.hotline.example","MailFromDomainStatus":"PENDING"}}',
    GetCallerIdentity: "<Arn>arn:aws:iam::123456789012:user/jane</Arn>",
    DescribeActiveReceiptRuleSet:
      "<DescribeActiveReceiptRuleSetResponse><DescribeActiveReceiptRuleSetResult><Metadata><Name>company</Name>" +
      "</Metadata><Rules><member><Name>all</Name><Recipients><member>company.example</member></Recipients></member>" +
      "</Rules></DescribeActiveReceiptRuleSetResult></DescribeActiveReceiptRuleSetResponse>",
    "DescribeStacks takedown-example":
      "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>takedown-example</StackName>" +
      "<StackStatus>ROLLBACK_COMPLETE</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>",
    DescribeTrails: '{"trailList":[{"TrailARN":"arn:aws:cloudtrail:eu-central-1:123456789012:trail/all"}]}',
    GetTrailStatus: '{"IsLogging":true}',
    GetEventSelectors:
      '{"EventSelectors":[{"ReadWriteType":"All","IncludeManagementEvents":true,' +
      '"ExcludeManagementEventSources":["kms.amazonaws.com"]}]}',
    "ListStackResources takedown-example":
      "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries><member><PhysicalResourceId>" +
      "https://sqs.example/123456789012/takedown-example-delivery</PhysicalResourceId></member><member>" +
      "<PhysicalResourceId>arn:secret:takedown-example-channel-godaddy</PhysicalResourceId></member>" +
      "</StackResourceSummaries></ListStackResourcesResult></ListStackResourcesResponse>",
    ListQueues:
      '{"QueueUrls":["https://sqs.example/123456789012/takedown-example-delivery",' +
      '"https://sqs.example/123456789012/takedown-example-reply"]}',
    ListSecrets:
      '{"SecretList":[' +
      '{"Name":"takedown-example-channel-godaddy","ARN":"arn:secret:takedown-example-channel-godaddy"},' +
      '{"Name":"takedown-example-session-key","DeletedDate":1764000000}]}',
  };
  const refusals: Readonly<Record<string, readonly [number, string]>> = {
    "GET /v2/email/identities/reply.hotline.example": [404, '{"__type":"NotFoundException"}'],
    "DescribeStacks CDKToolkit": [
      403,
      "<ErrorResponse><Error><Code>AccessDenied</Code><Message>You may not.</Message></Error></ErrorResponse>",
    ],
    "DescribeStacks takedown-example-inbound-mail": [
      400,
      "<ErrorResponse><Error><Code>ValidationError</Code>" +
        "<Message>Stack with id takedown-example-inbound-mail does not exist</Message></Error></ErrorResponse>",
    ],
  };
  const regions = new Map<string, string[]>();
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const target = /\.(\w+)$/.exec(String(request.headers["x-amz-target"] ?? ""))?.[1];
    const action = target ?? [form.get("Action"), form.get("StackName")].filter(Boolean).join(" ");
    const asked = action === "" ? `${request.method} ${request.url?.replace(/\/$/, "")}` : action;
    // Credential=KEY/DAY/REGION/SERVICE/aws4_request
    const [, , region, service] = String(request.headers.authorization).split("Credential=")[1]?.split("/") ?? [];
    regions.set(`${service} ${asked}`, [...(regions.get(`${service} ${asked}`) ?? []), String(region)]);
    const [status, says] = refusals[asked] ?? [200, answers[asked] ?? `{"unplayed":${JSON.stringify(asked)}}`];
    response.writeHead(status, { "x-amzn-errortype": status === 404 ? "NotFoundException" : "" }).end(says);
  });
  let endpoint = "";
  afterAll(() => closeHttp(server));
  afterEach(() => void vi.unstubAllEnvs());
  const jane = { AWS_ACCESS_KEY_ID: "jane", AWS_SECRET_ACCESS_KEY: "secret" };
  /** Of AWS the environment says this alone: a service's own endpoint, as another test has set it, would go before. */
  const onlyIn = (aws: Readonly<Record<string, string>>) => {
    for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries(aws)) vi.stubEnv(name, value);
  };

  test("by reading alone, in the stage's region, and what it refuses is kept in its words", async () => {
    const port = await listenOnLoopback(server, 0);
    endpoint = `http://127.0.0.1:${port}`;
    onlyIn({ AWS_ENDPOINT_URL: endpoint, AWS_REGION: "eu-west-3", ...jane });
    const facts = await readAccount(stageWith());
    expect(facts).toEqual({
      caller: ok({ account: "123456789012", arn: "arn:aws:iam::123456789012:user/jane" }),
      atATime: ok({ limit: 10, unreserved: 10 }),
      ses: ok({
        production: false,
        sendingEnabled: true,
        enforcement: "HEALTHY",
        mailsPerDay: 200,
        mailsPerSecond: 1,
      }),
      identities: [
        {
          name: "hotline.example",
          state: ok({
            verified: true,
            dkim: "SUCCESS",
            mailFrom: { domain: "bounce.hotline.example", state: "PENDING" },
          }),
        },
        { name: "reply.hotline.example", state: ok(undefined) },
      ],
      activeRules: ok({ name: "company", receivesFor: ["company.example"] }),
      bootstrapped: [{ region: "eu-central-1", state: fail("AccessDenied: You may not.") }],
      stack: ok({ status: "ROLLBACK_COMPLETE" }),
      inboundStack: ok(undefined),
      named: ok(["queue takedown-example-reply", "secret takedown-example-session-key (to be deleted)"]),
      keyCalls: ok("excluded"),
    });
  });

  test("what receives is looked for where the stage receives, and all else where it is", async () => {
    onlyIn({ AWS_ENDPOINT_URL: endpoint, ...jane });
    regions.clear();
    await readAccount(stageWith({ inboundMailRegion: "eu-west-1" }));
    const elsewhere = [...regions].filter(([, asked]) => asked.includes("eu-west-1")).map(([asked]) => asked);
    expect(elsewhere.sort()).toEqual([
      "cloudformation DescribeStacks CDKToolkit",
      "cloudformation DescribeStacks takedown-example-inbound-mail",
      "ses DescribeActiveReceiptRuleSet",
      "ses GET /v2/email/identities/reply.hotline.example",
    ]);
    expect(regions.get("ses GET /v2/email/identities/hotline.example")).toEqual(["eu-central-1"]);
    const rows = preFlight(stageWith({ inboundMailRegion: "eu-west-1" }), { ...fresh, activeRules: ok(undefined) });
    expect(rows.find(({ what }) => what === "Receipt rule set")).toMatchObject({
      fix: expect.stringContaining("--rule-set-name takedown-example --region eu-west-1"),
    });
  });

  test("where no credentials reach AWS the command fails, and says what to do", async () => {
    onlyIn({
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: "/nowhere",
      AWS_SHARED_CREDENTIALS_FILE: "/nowhere",
    });
    const looked = lookAtDeployed({ stage: "example", preFlight: true });
    await expect(looked).rejects.toThrow(
      /nothing is known of it.*CredentialsProvider.*aws sso login.*aws sts get-caller-identity/,
    );
  });
});
