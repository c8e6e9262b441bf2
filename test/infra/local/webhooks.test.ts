import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { withWebhook } from "../../../infra/local/sample/settings.ts";
import type { Running } from "../../../infra/local/servers/loopback.ts";
import { startSecretsManager } from "../../../infra/local/servers/secrets-manager.ts";
import { sdkEnvironment } from "../../../infra/local/stand.ts";
import {
  type HeardByWebhook,
  keepsHeard,
  newsMessage,
  noteMessage,
  playedChat,
  playedWebhook,
  startWebhookReceiver,
  webhookQueue,
  webhookSecrets,
} from "../../../infra/local/webhooks.ts";
import { writeSettings } from "../../../infra/local/write-settings.ts";

const folder = mkdtempSync(join(tmpdir(), "takedown-webhooks-"));
const heard: HeardByWebhook[] = [];
const said: string[] = [];
let servers: readonly Running[] = [];
let variables: Readonly<Record<string, string>>;
const log = { info: (code: string) => void said.push(code), error: (code: string) => void said.push(code) };

beforeAll(async () => {
  const receiver = await startWebhookReceiver((one) => heard.push(one));
  const secrets = await startSecretsManager({
    port: 0,
    secrets: webhookSecrets,
  });
  servers = [receiver, secrets];
  for (const [name, value] of Object.entries(sdkEnvironment({ SECRETS_MANAGER: secrets }))) vi.stubEnv(name, value);
  variables = {
    ...writeSettings(folder, withWebhook),
    WEBHOOK_SECRETS: JSON.stringify({ [playedWebhook]: playedWebhook, [playedChat]: playedChat }),
    PLAYED_WEBHOOKS: receiver.url,
  };
});
afterAll(async () => {
  vi.unstubAllEnvs();
  for (const server of servers) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = noteMessage(
  { subject: "1 urgent case", message: "TD-1", messageId: "1", severity: "critical" },
  "2026-11-24T11:20:00.000Z",
);

test("the played system hears on-call's questions and reporters' news, signed by the deployed function", async () => {
  heard.length = 0;
  const queue = webhookQueue(variables, log, playedWebhook);
  queue.put(note);
  const detail = { id: "n/1", at: "2026-11-24T11:20:00.000Z", happened: "closed", reporter: "cert", reportId: "C-1" };
  queue.put(newsMessage("Reporter news", JSON.stringify(detail)));
  await queue.rest();
  expect(heard.map(({ isOurs, body }) => [isOurs, JSON.parse(body).type])).toEqual([
    [true, "on-call.told"],
    [true, "report.closed"],
  ]);
  const [first] = heard;
  if (!first) throw new Error("nothing was heard");
  const text = readFileSync(keepsHeard(folder)(first), "utf8");
  expect(text).toMatch(/^POST\n/);
  for (const name of ["webhook-id: msg_", "webhook-timestamp: ", "webhook-signature: v1,"])
    expect(text).toContain(name);
  expect(text).toContain(`\n\n${first.body}\n`);
});

test("the played chat reads what on-call does, and answers as a chat", async () => {
  heard.length = 0;
  said.length = 0;
  const queue = webhookQueue(variables, log, playedChat);
  queue.put(note);
  await queue.rest();
  expect(heard.map(({ chat }) => chat)).toEqual(["1 urgent case\n\nTD-1"]);
  expect(said).toEqual(["webhook.told"]);
});

test("what it does not believe comes again, five times in all", async () => {
  heard.length = 0;
  const wrong = {
    ...variables,
    WEBHOOK_SECRETS: JSON.stringify({ [playedWebhook]: "another", [playedChat]: "another" }),
  };
  const other = await startSecretsManager({ port: 0, secrets: { another: `whsec_${"A".repeat(44)}` } });
  vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", other.url);
  try {
    const queue = webhookQueue(wrong, log, playedWebhook, 0);
    queue.put(note);
    await queue.rest();
    expect(heard.map(({ isOurs }) => isOurs)).toEqual([false, false, false, false, false]);
    expect(new Set(heard.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  } finally {
    await other.close();
  }
});
