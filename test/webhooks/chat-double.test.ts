import { createServer, type ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { webhookClient } from "../../functions/adapters/webhook-client.ts";
import { type TellWork, tellWebhook } from "../../functions/webhooks/tell-webhooks.ts";
import type { Webhook } from "../../functions/webhooks/webhook.ts";
import { listenOnLoopback } from "../../infra/local/servers/loopback.ts";

/* Slack, a Teams workflow and PagerDuty as they are on a bad day; their queue hands a message over five times. */

type Form = NonNullable<Webhook["form"]>;
type Reply = (response: ServerResponse) => void;
const says =
  (status: number, body = "", headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    void response.writeHead(status, headers).end(body);
const hangs: Reply = () => undefined;
const startsAndHangs: Reply = (response) => void response.writeHead(200).write("o");
const breaksOff: Reply = (response) => void response.destroy();

const bodies: string[] = [];
let script: readonly Reply[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const bytes of request) body += bytes;
  script[Math.min(bodies.length, script.length - 1)]?.(response);
  bodies.push(body);
});
let double = "";
beforeAll(async () => {
  double = `http://127.0.0.1:${await listenOnLoopback(server, 0)}/`;
});
afterAll(() => server.closeAllConnections());

const secrets: Readonly<Record<Form, string>> = {
  slack: "https://hooks.slack.com/services/T0/B0/x",
  teams: "https://prod-05.westeurope.logic.azure.com/workflows/1?sig=a",
  pagerduty: "R0123456789abcdefghijklmnopqrstu",
  "pagerduty-eu": "R0123456789abcdefghijklmnopqrstu",
};
const message = JSON.stringify({
  Type: "Notification",
  MessageId: "1",
  Timestamp: "2026-11-24T11:20:00.000Z",
  Subject: "Takedown dispatcher: 1 urgent case before a person",
  Message: "TD-1  URGENT",
});
const receivesAtMost = 5;
const client = webhookClient({ allowLoopback: true, deadlineMs: 150 });

/** Hands the message over as its queue does; gives what was logged, and whether it ended as a dead letter. */
const delivered = async (form: Form, replies: readonly Reply[]) => {
  script = replies;
  bodies.length = 0;
  const said: string[] = [];
  const work: TellWork = {
    stage: "prod",
    secretOf: async () => secrets[form],
    post: (_, headers, body) => client(double, headers, body),
    nowMs: () => 0,
    log: { told: () => said.push("told"), notTold: (_, why) => said.push(why) },
  };
  for (let times = 1; times <= receivesAtMost; times++)
    if ((await tellWebhook(work, { name: "a", form, hears: ["on-call"] }, message)) === "done")
      return { said, isDeadLetter: false };
  return { said, isDeadLetter: true };
};
const takes: Readonly<Record<Form, Reply>> = {
  slack: says(200, "ok"),
  teams: says(202),
  pagerduty: says(202, '{"status":"success"}'),
  "pagerduty-eu": says(202, '{"status":"success"}'),
};
const forms = Object.keys(secrets) as Form[];

test.each(forms)("%s: what lies, is slow or is down for a while has the message in the end, and once", async (form) => {
  const badDay = [says(200, "<html>Sign in</html>"), says(429, "", { "retry-after": "30" }), says(500), breaksOff];
  const { said, isDeadLetter } = await delivered(form, [...badDay, takes[form]]);
  expect(isDeadLetter).toBe(false);
  expect(said.at(-1)).toBe("told");
  expect(said.slice(0, 3)).toEqual(["200", "429", "500"]);
  // The same each time, so that PagerDuty opens one incident of them.
  expect(bodies).toHaveLength(5);
  expect(new Set(bodies).size).toBe(1);
});

test.each<[Form, string, Reply, string]>([
  ["slack", "an error in a 200", says(200, "invalid_payload"), "200"],
  ["slack", "an accepted that Slack does not say", says(202, "ok"), "202"],
  ["slack", "an address that was revoked", says(403, "invalid_token"), "403"],
  ["slack", "a channel that is gone", says(410, "channel_is_archived"), "410"],
  ["slack", "an answer that does not end", startsAndHangs, "200"],
  ["slack", "an address that moved", says(302, "", { location: "https://evil.example/" }), "302"],
  ["teams", "an error in a 200", says(200, "Webhook message delivery failed with error 429"), "200"],
  ["teams", "a workflow that was deleted", says(404), "404"],
  ["pagerduty", "a key that is none", says(400, '{"status":"invalid event"}'), "400"],
  ["pagerduty", "a captive portal", says(200, "<html>"), "200"],
  ["pagerduty-eu", "nobody", hangs, "too-late"],
])("%s, %s: five times and no more, then a dead letter before a person", async (form, _, reply, why) => {
  expect(await delivered(form, [reply])).toEqual({ said: Array(receivesAtMost).fill(why), isDeadLetter: true });
  expect(bodies).toHaveLength(receivesAtMost);
});
