import { createServer } from "node:http";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, expect, test, vi } from "vitest";
import { advance } from "../../../functions/case/advance.ts";
import { deskIdOf } from "../../../functions/case/case-id.ts";
import { beginTarget } from "../../../functions/case/evolve/report.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { changeOf } from "../../../functions/store/change-of.ts";
import { hold, release } from "../../../infra/command/by-hand.ts";
import { storeAt } from "../../../infra/command/connection.ts";
import { redrive } from "../../../infra/command/dead-letters.ts";
import { desk } from "../../../infra/command/desk.ts";
import { takedownProgram } from "../../../infra/command/program/program.ts";
import { restored } from "../../../infra/command/restored.ts";
import { sending } from "../../../infra/command/sending.ts";
import { closeHttp, listenOnLoopback } from "../../../infra/local/servers/loopback.ts";
import { anAnswer, anOpening, aSettings, morning } from "../../support/a-case.ts";
import { besideATable } from "../../support/beside-a-table.ts";

const { folder, said, tableName } = besideATable();
const why = "The police ask for it.";
afterEach(() => void vi.unstubAllEnvs());

const stsSays = async (arn: string) => {
  const server = createServer((_, response) => void response.end(`<Arn>${arn}</Arn>`));
  vi.stubEnv("AWS_ENDPOINT_URL_STS", `http://127.0.0.1:${await listenOnLoopback(server, 0)}`);
  return () => closeHttp(server);
};
const saidOf = async (run: () => Promise<void>) => {
  said.length = 0;
  await run();
  return JSON.parse(said.at(-1) ?? "");
};

test("on this machine is its operator's", async () => {
  const opening = anOpening();
  const facts = [opening, { type: "contact-answered", at: morning, answer: anAnswer() } as const];
  const advanced = advance(beginTarget(opening), facts, policyOf(aSettings()), morning);
  await storeAt({ folder }).commit(changeOf(advanced, morning, undefined));
  const { id } = advanced.next;
  await hold(id, { folder, why });
  await release(id, { folder, why });
  const events = (await storeAt({ folder }).history(id)).flatMap((line) => line.events);
  expect(events.filter(({ type }) => type === "held" || type === "released")).toMatchObject([
    { type: "held", by: "local operator", why },
    { type: "released", by: "local operator", why },
  ]);
});

test("in AWS is theirs whom IAM names: a stop, its end, a desk's permission and a restore guard", async () => {
  const close = await stsSays("arn:aws:sts::123456789012:assumed-role/OnCall/jane");
  const where = { folder, table: tableName(), keys: "master-keys", json: true } as const;
  try {
    const all = { ...where, lane: "all", why } as const;
    expect((await saidOf(() => sending({ ...all, stop: true }))).stops).toMatchObject({
      urgent: { by: "jane", why },
      standard: { by: "jane", why },
    });
    const ended = await saidOf(() => sending({ ...all, resume: true, audit: true }));
    expect(ended.audit.map(({ by }: { by: string }) => by)).toEqual(["jane", "jane", "jane", "jane"]);
    const email = "abuse@desk.example";
    const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const Key = { pk: `STOPPED#${deskIdOf(email)}`, sk: "DESK" };
    await table.send(new PutCommand({ TableName: tableName(), Item: { ...Key, email } }));
    await desk(email, { ...where, allow: true, why });
    const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key }));
    expect(Item).toMatchObject({ allowedBy: "jane", why });
    expect((await saidOf(() => restored({ ...where, to: "-1h", why }))).guard).toMatchObject({ by: "jane", why });
  } finally {
    await close();
  }
});

test("is nobody's where IAM names nobody, and nothing is written; but a stop, which waits for no name", async () => {
  vi.stubEnv("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
  const where = { folder, table: tableName(), keys: "master-keys", json: true } as const;
  const all = { ...where, lane: "all", why } as const;
  expect((await saidOf(() => sending({ ...all, stop: true }))).stops.urgent.by).toBe("somebody whom IAM did not name");
  await expect(sending({ ...all, resume: true })).rejects.toThrow();
  await expect(restored({ ...where, to: "-1h", why })).rejects.toThrow();
  expect((await saidOf(() => sending({ ...where, lane: "all" }))).stops.urgent.by).toContain("IAM did not name");
  expect((await saidOf(() => restored(where))).guard).toBeNull();
});

test.each([
  ["hold", () => hold("TD-7K3M-9QXZ-4B2N", { folder, why: " " })],
  ["desk", () => desk("abuse@desk.example", { folder, allow: true })],
  ["redrive", () => redrive({ folder, queue: "delivery", why: "" })],
  ["the end of a stop", () => sending({ folder, lane: "all", resume: true })],
])("has a reason: %s", async (_, run) => {
  await expect(run()).rejects.toThrow("Give the reason with --why; it is kept with your name.");
});

test.each([
  ["hold", "TD-7K3M-9QXZ-4B2N"],
  ["release", "TD-7K3M-9QXZ-4B2N"],
  ["correct", "TD-7K3M-9QXZ-4B2N"],
  ["reopen", "TD-7K3M-9QXZ-4B2N"],
  ["write", "TD-7K3M-9QXZ-4B2N"],
  ["sending", "--stop"],
  ["restored", "--lift"],
  ["desk", "abuse@desk.example"],
  ["redrive", "--queue", "delivery"],
])("takes no typed name: %s", async (...words) => {
  const program = takedownProgram();
  const errors: string[] = [];
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({ writeErr: (text) => void errors.push(text) });
  await expect(program.parseAsync(["node", "takedown", ...words, "--by", "jane", "--why", "x"])).rejects.toThrow();
  expect(errors.join("")).toContain("Recorded under your IAM identity: leave out --by.");
  const help = program.commands.find((command) => command.name() === words[0])?.helpInformation() ?? "";
  expect(help).not.toContain("--by");
  expect(help.replace(/\s+/g, " ")).toContain("Recorded under your IAM identity");
});
