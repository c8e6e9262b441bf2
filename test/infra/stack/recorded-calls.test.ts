import { afterAll, beforeAll, expect, test } from "vitest";
import { make as watchdog } from "../../../functions/handlers/watchdog.ts";
import { tellsReporters } from "../../../infra/local/history-feed.ts";
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
beforeAll(async () => {
  stand = await aStand({ digests: true, reportsAMinute: 4, around: recorder.around });
});
afterAll(async () => {
  recorder.end();
  await stand.close();
});

const minutes = async (count: number) => {
  for (let minute = 0; minute < count; minute++) {
    stand.pass(1);
    await stand.sweep();
    await stand.run();
  }
};

test("holds a wrong right for one: a call that no role has is found out", () => {
  expect(may({ by: "console", action: "dynamodb:DeleteItem", resource: "table", keys: ["CASE#TD-A"] })).toBe(false);
  expect(may({ by: "send-notice", action: "dynamodb:UpdateItem", resource: "table", keys: ["HISTORY#TD-A"] })).toBe(
    false,
  );
  const settings = { action: "dynamodb:PutItem", resource: "table", keys: ["SETTINGS", "SETTINGS-AUDIT"] } as const;
  expect([may({ by: "send-notice", ...settings }), may({ by: "console", ...settings })]).toEqual([false, true]);
  expect(may({ by: "follow-up", action: "dynamodb:DeleteItem", resource: "table", keys: ["PUT-OFF#3"] })).toBe(true);
});

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
  await minutes(5);
  await says("release", "six");
  await says("gone", "one");
  await says("withdrawn", "two");
  await minutes(20);
  const last = stand.mails().at(-1);
  if (last) await stand.sesTells(last, { kind: "Complaint", feedbackType: "abuse" });
  for (let hours = 0; hours < 96; hours += 2) {
    stand.pass(120);
    await stand.sweep();
    await stand.run();
  }
  await recorder.around("tell-reporters", tellsReporters(stand.stand));
  await recorder.around("watchdog", async () => watchdog(stand.stand.variables, stand.clock, stand.stand.log)());

  const caseId = stand.caseIdOf("three");
  const day = "2026-11-24";
  for (const path of [
    "/",
    `/cases?day=${day}`,
    `/cases?search=three.bad.example`,
    `/cases/${caseId}`,
    "/stopped-desks",
    "/dead-letters",
    "/statistics",
    "/policy",
    "/policy/notices",
  ])
    expect([path, (await stand.page(path)).status]).toEqual([path, 200]);
  const answers = [
    await stand.page(`/cases/${caseId}/hold`, { why: "The police ask for a day." }),
    await stand.page(`/cases/${caseId}/release`, { why: "They are done." }),
    await stand.page("/dead-letters/delivery", { why: "to try", how: "one" }),
    await stand.page("/dead-letters/delivery", { why: "mended", how: "all" }),
  ];
  expect(answers.map(({ status }) => status < 400)).toEqual(answers.map(() => true));

  expect(denied()).toEqual([]);
  expect(recorder.calls.length).toBeGreaterThan(1_000);
  // What was not tried is not proven: each of these does what its role is for.
  // No provider's API and no webhook is on here, and nobody signs in by a browser.
  const untried = ["tell-channel", "tell-webhooks", "sign-in"];
  expect(functionNames.filter((name) => actionsOf(name).length === 0)).toEqual(untried);
  expect(actionsOf("send-notice")).toEqual(
    expect.arrayContaining(["dynamodb:Query", "dynamodb:UpdateItem", "ses:SendRawEmail"]),
  );
  expect(actionsOf("take-in-delivery")).toEqual(expect.arrayContaining(["dynamodb:UpdateItem", "dynamodb:PutItem"]));
  expect(actionsOf("follow-up")).toEqual(expect.arrayContaining(["dynamodb:DeleteItem", "sns:Publish"]));
  expect(actionsOf("console")).toEqual(
    expect.arrayContaining(["sqs:StartMessageMoveTask", "sqs:ListMessageMoveTasks", "dynamodb:Query"]),
  );
}, 240_000);
