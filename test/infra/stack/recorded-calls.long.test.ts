import type { LookupAddress, LookupAllOptions } from "node:dns";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { make as tellReporters } from "../../../functions/handlers/tell-reporters.ts";
import { make as tellWebhooks } from "../../../functions/handlers/tell-webhooks.ts";
import { make as watchdog } from "../../../functions/handlers/watchdog.ts";
import { channelFacts } from "../../../functions/kernel/channels.ts";
import { settingsSchema } from "../../../functions/kernel/settings.ts";
import { tellsReporters } from "../../../infra/local/history-feed.ts";
import { type PlayedChannels, startChannels } from "../../../infra/local/servers/channels/start.ts";
import { startSecretsManager } from "../../../infra/local/servers/secrets-manager.ts";
import { recordOf } from "../../../infra/local/work-queues.ts";
import { writeSettings } from "../../../infra/local/write-settings.ts";
import { type FunctionName, functionNames } from "../../../infra/stack/topology.ts";
import { statusMessage } from "../../support/a-flow.ts";
import { aStand } from "../../support/a-stand.ts";
import { type Call, recording } from "../../support/recorded.ts";
import { aWholeStage } from "./a-stage.ts";
import { rightsIn } from "./rights-in.ts";
import { synthesise } from "./synthesised.ts";

/*
 * Whether the roles of the stack let each function do what it does: the functions that are deployed
 * run through lives of cases on this machine, where nobody asks for rights, and each call is then
 * held against the policies as they are synthesised.
 */
const recorder = recording();
const { resources } = synthesise(aWholeStage());
const rights = new Map(functionNames.map((name) => [name, rightsIn(resources, name)] as const));

/** `ForAllValues:StringLike` of leading keys, with an item's own partition key for each value. */
const isLike = (pattern: string, key: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(key);
const patternsIn = (line: string): readonly string[] =>
  JSON.parse(/"dynamodb:LeadingKeys":(\[[^\]]*\])/.exec(line)?.[1] ?? "[]") as string[];

const may = ({ by, action, resource, keys }: Call): boolean => {
  const lines = rights.get(by) ?? [];
  if (
    lines.some(
      (line) =>
        line.startsWith(`Deny ${action} on ${resource} `) &&
        keys.some((key) => patternsIn(line).some((like) => isLike(like, key))),
    )
  )
    return false;
  if (action === "ses:SendRawEmail") return lines.some((line) => line.startsWith(action));
  return lines.some((line) => {
    if (line === `${action} on ${resource}`) return true;
    const patterns = patternsIn(line);
    return (
      line.startsWith(`${action} on ${resource} when `) &&
      keys.length > 0 &&
      keys.every((key) => patterns.some((like) => isLike(like, key)))
    );
  });
};
const denied = (): readonly string[] => [
  ...new Set(
    recorder.calls
      .filter((call) => !may(call))
      .map(
        ({ by, action, resource, keys }) => `${by}: ${action} on ${resource} ${keys.map((key) => key.split("#")[0])}`,
      ),
  ),
];
const actionsOf = (name: FunctionName) =>
  [...new Set(recorder.calls.filter(({ by }) => by === name).map(({ action }) => action))].sort();

let stand: Awaited<ReturnType<typeof aStand>>;
let played: PlayedChannels;
const byApi = settingsSchema.shape.directory.parse(
  (["godaddy", "aws"] as const).map((provider) => ({
    matches: [`told-by-${provider}.example`],
    name: `Told by ${provider}`,
    scope: "platform",
    form: `https://told-by-${provider}.example/abuse`,
    api: channelFacts[provider].api,
  })),
);

/** Service Authorization Reference, "AWS Abuse": which action each request needs. */
const abuseActionOf = (asked: string): string =>
  asked === "POST /v1/abuse"
    ? "abuse:CreateAbuseReport"
    : asked === "GET /v1/abusestatuses"
      ? "abuse:ListAbuseReportStatuses"
      : asked.replace(/^GET \/v1\/abuse\/\w+$/, "abuse:GetAbuseReportStatus");
beforeAll(async () => {
  played = await startChannels(
    0,
    () => Date.parse(stand.clock.now()),
    () => "ACTIONED",
  );
  stand = await aStand({
    digests: true,
    reportsAMinute: 4,
    around: recorder.around,
    channelsUrl: played.url,
    also: { directory: byApi, channels: { godaddy: {}, aws: {}, netcraft: { email: "reports@takedown.example" } } },
  });
});
afterAll(async () => {
  recorder.end();
  await stand.close();
  await played.close();
});

const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute++) {
    stand.pass(1);
    await stand.sweep();
    await stand.run();
  }
};

/** Two reports to each provider's API: of the first it fails, and its list settles that. */
const tellsByApi = async () => {
  for (const provider of ["godaddy", "aws"] as const) {
    played.spoil(provider, "error");
    for (const id of ["lost", "told"])
      await stand.put(
        "report-standard",
        stand.report(`${provider}-${id}`, { target: { url: `https://${id}.told-by-${provider}.example/` } }),
      );
    await stand.run();
  }
};

type Done = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void;
const webhookHost = "webhook.example";
/** The settings take a public name alone, and nothing beyond this machine is asked for one. */
vi.mock("node:dns", async (original) => {
  const dns = await original<typeof import("node:dns")>();
  const lookup = (host: string, options: LookupAllOptions, done: Done): void =>
    host === webhookHost ? done(null, [{ address: "127.0.0.1", family: 4 }]) : dns.lookup(host, options, done);
  return { ...dns, lookup };
});

/** A webhook is told as on-call is; nobody listens at its address, which IAM is not asked about. */
const tellsWebhook = async () => {
  const name = "takedown-local-webhook-name";
  const secrets = await startSecretsManager({
    port: 0,
    secrets: { [name]: `whsec_${btoa("a secret for tests alone")}` },
  });
  const before = process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER;
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = secrets.url;
  const webhooks = [{ name: "name", url: `https://${webhookHost}:1/takedown`, hears: ["on-call"] }];
  const folder = mkdtempSync(join(tmpdir(), "takedown-webhook-"));
  const settings = writeSettings(folder, { ...stand.stand.settings, stage: "local", webhooks });
  const variables = { ...stand.stand.variables, ...settings, WEBHOOK_SECRETS: JSON.stringify({ name }) };
  const told = {
    Type: "Notification",
    MessageId: "1",
    Subject: "1 case",
    Message: "TD-1",
    Timestamp: stand.clock.now(),
  };
  const record = recordOf("notice-urgent", { MessageId: "m-1", Body: JSON.stringify(told) });
  const eventSourceARN = record.eventSourceARN.replace("notice-urgent", "webhook-name");
  try {
    await recorder.around("tell-webhooks", async () =>
      tellWebhooks(variables, stand.clock, stand.stand.log)({ Records: [{ ...record, eventSourceARN }] }),
    );
  } finally {
    process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = before;
    rmSync(folder, { recursive: true, force: true });
    await secrets.close();
  }
};

test("a day of reports, mails, answers and the console asks for nothing that the roles do not give", async () => {
  const says = (status: string, reportId: string) =>
    stand.put("report-standard", statusMessage(status, stand.clock.now(), { reportId }));
  for (const id of ["one", "two", "three", "four", "five", "six"]) await stand.put("report-standard", stand.report(id));
  await stand.put(
    "report-urgent",
    stand.report("urgent", {
      category: "ncii",
      evidence: { explanation: "Shared without the consent of the person shown." },
    }),
  );
  for (const body of ["no report", statusMessage("gone", stand.clock.now(), { reportId: "nobody" })])
    await stand.put("report-standard", body);
  await stand.run();
  await says("hold", "six");
  await minutes(40);
  await tellsByApi();
  const [first, ...more] = stand.mails();
  if (!first || !more[0]) throw new Error("mails went out");
  await stand.sesTells(first, { kind: "Delivery" });
  await stand.sesTells(more[0], {
    kind: "Bounce",
    bounceType: "Permanent",
    bounceSubType: "General",
    status: "5.1.1",
    diagnosticCode: "550 5.1.1 no such user",
  });
  await stand.put("reply", stand.reply(first, "We have received your report. Ticket #123456."));
  for (let n = 0; n < 7; n++) {
    const by = { from: "stranger@elsewhere.example", id: `stranger-${n}` };
    await stand.put("reply", stand.reply(first, `Where is it? ${n}`, by));
  }
  await minutes(5);
  await says("release", "six");
  await says("gone", "one");
  await says("withdrawn", "two");
  await minutes(20);
  // What is open as another case by then: its report joins that one, as its history has it.
  const onePage = { target: { url: "https://one.bad.example/login" }, seenAt: stand.clock.now() };
  await stand.put("report-standard", stand.report("again", onePage));
  await minutes(2);
  await says("still-up", "one");
  await minutes(1);
  expect((await stand.theCase("again")).reports).toBe(2);
  const last = stand.mails().at(-1);
  if (last) await stand.sesTells(last, { kind: "Complaint", feedbackType: "abuse" });
  for (let hours = 0; hours < 96; hours += 2) {
    stand.pass(120);
    await stand.sweep();
    await stand.run();
  }
  for (let n = 0; n < 12; n++)
    await stand.put("report-standard", stand.report(`many-${n}`, { target: { url: "https://many.bad.example/" } }));
  await minutes(20);
  await says("gone", "many-0");
  await minutes(1);
  const makesTeller = () => tellReporters(stand.stand.variables, stand.clock, stand.stand.log);
  const unreadable = stand.stand.history.take(1).map(({ dynamodb, ...record }) => ({
    ...record,
    dynamodb: { ...dynamodb, NewImage: {} },
  }));
  await recorder.around("tell-reporters", async () => makesTeller()({ Records: unreadable, shardId: "unreadable" }));
  await stand.run();
  await recorder.around("tell-reporters", tellsReporters(stand.stand));
  await tellsWebhook();
  const receiving = { RECEIVES_IN: "eu-central-1", RECEIPT_RULE_SET: "takedown-example", RECEIPT_RULE: "replies" };
  const watch = watchdog({ ...stand.stand.variables, ...receiving }, stand.clock, stand.stand.log);
  for (let minute = 0; minute < 10; minute++) {
    stand.pass(1);
    await recorder.around("watchdog", watch);
  }

  const caseId = stand.caseIdOf("three");
  for (const path of [
    "/",
    "/?state=all",
    "/search?q=nothing.example",
    `/cases/${caseId}`,
    "/stopped-desks",
    "/dead-letters",
    "/overview",
    "/policy",
    "/policy/notices",
  ])
    expect([path, (await stand.page(path)).status]).toEqual([path, 200]);
  const answers = [
    await stand.page(`/cases/${caseId}/hold`, { why: "The police ask for a day." }),
    await stand.page(`/cases/${caseId}/release`, { why: "They are done." }),
    await stand.page("/dead-letters/delivery", { why: "to try", how: "one" }),
    await stand.page("/dead-letters/delivery", { why: "fixed", how: "all" }),
  ];
  expect(answers.map(({ status }) => status < 400)).toEqual(answers.map(() => true));

  expect(denied()).toEqual([]);
  expect(recorder.calls.length).toBeGreaterThan(1_000);
  // What was not tried is not proven: each of these does what its role is for.
  // Nobody signs in by a browser here.
  expect(functionNames.filter((name) => actionsOf(name).length === 0)).toEqual(["sign-in"]);
  expect(played.submitted("godaddy").map(({ word }) => word)).toEqual(["ACTIONED", "ACTIONED"]);
  expect(played.submitted("aws").map(({ word }) => word)).toEqual(["ACTIONED", "ACTIONED"]);
  const ofAws = rights.get("tell-channel")?.filter((line) => line.startsWith("abuse:"));
  expect([...new Set(played.asked("aws").map((asked) => `${abuseActionOf(asked)} on *`))].sort()).toEqual(ofAws);
  expect(played.asked("netcraft").length).toBeGreaterThan(0);
  expect(actionsOf("tell-channel")).toEqual(
    expect.arrayContaining(["dynamodb:GetItem", "dynamodb:UpdateItem", "secretsmanager:GetSecretValue"]),
  );
  expect(actionsOf("tell-webhooks")).toEqual(["secretsmanager:GetSecretValue"]);
  expect(actionsOf("send-notice")).toEqual(
    expect.arrayContaining(["dynamodb:Query", "dynamodb:UpdateItem", "ses:SendRawEmail"]),
  );
  expect(actionsOf("take-in-delivery")).toEqual(expect.arrayContaining(["dynamodb:UpdateItem", "dynamodb:PutItem"]));
  expect(actionsOf("take-in-reply")).toContain("dynamodb:UpdateItem");
  expect(actionsOf("tell-reporters")).toEqual(
    expect.arrayContaining(["dynamodb:GetItem", "dynamodb:Query", "events:PutEvents", "sqs:SendMessage"]),
  );
  expect(actionsOf("follow-up")).toEqual(expect.arrayContaining(["dynamodb:DeleteItem", "sns:Publish"]));
  expect(actionsOf("console")).toEqual(
    expect.arrayContaining(["sqs:StartMessageMoveTask", "sqs:ListMessageMoveTasks", "dynamodb:Query"]),
  );
}, 240_000);
