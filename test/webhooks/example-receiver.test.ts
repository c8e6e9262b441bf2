import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { webhookClient } from "../../functions/adapters/webhook-client.ts";
import { signedHeaders } from "../../functions/webhooks/signature.ts";
import { tellWebhook } from "../../functions/webhooks/tell-webhooks.ts";
import { type Ask, forRtir, forTheHive, isGenuine, post, receiver } from "../../infra/example/webhook-receiver.ts";
import { listenOnLoopback } from "../../infra/local/servers/loopback.ts";

/* The example that the guide shows, told by the code that is deployed. */
const secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const asked: Ask[] = [];
let status = 201;
const server = receiver(
  `whsec_${secret}`,
  (told, id) =>
    told.type === "on-call.told"
      ? forRtir("https://rt.hotline.example", "t", told)
      : forTheHive("https://hive.hotline.example", "k", told, id),
  async (ask) => {
    asked.push(ask);
    return status;
  },
);
let url = "";
beforeAll(async () => {
  url = `http://127.0.0.1:${await listenOnLoopback(server, 0)}/`;
});
afterAll(() => server.closeAllConnections());

const tell = (message: unknown, by = secret) =>
  tellWebhook(
    {
      stage: "prod",
      secretOf: async () => by,
      post: webhookClient({ allowLoopback: true }),
      nowMs: Date.now,
      log: { told: () => undefined, notTold: () => undefined },
    },
    { name: "rtir", url, hears: ["on-call", "reporters"] },
    JSON.stringify(message),
  );
const onCall = (MessageId: string) => ({
  Type: "Notification",
  MessageId,
  Subject: "1 urgent case",
  Message: "TD-1",
  Timestamp: "2026-11-24T11:20:00.000Z",
});

test("a question to on-call becomes one ticket in RTIR, however often it is told", async () => {
  asked.length = 0;
  expect([await tell(onCall("1")), await tell(onCall("1"))]).toEqual(["done", "done"]);
  expect(asked.map(({ url: to, headers, body }) => [to, headers.authorization, JSON.parse(body)])).toEqual([
    [
      "https://rt.hotline.example/REST/2.0/ticket",
      "token t",
      { Queue: "Incident Reports", Subject: "1 urgent case", Content: "TD-1", ContentType: "text/plain" },
    ],
  ]);
});

test("news of a report becomes an alert in TheHive", async () => {
  asked.length = 0;
  const detail = { id: "n/1", at: "2026-11-24T11:20:00.000Z", happened: "closed", reporter: "cert", reportId: "C-1" };
  await tell({ "detail-type": "Reporter news", detail: { ...detail, caseId: "TD-1" } });
  expect(asked.map(({ url: to, body }) => [to, JSON.parse(body)])).toEqual([
    [
      "https://hive.hotline.example/api/v1/alert",
      expect.objectContaining({ type: "report.closed", source: "takedown-dispatcher", title: "TD-1: closed (C-1)" }),
    ],
  ]);
});

test("what the ticket system did not take comes again, and what is signed by another makes no ticket", async () => {
  asked.length = 0;
  status = 503;
  expect(await tell(onCall("2"))).toBe("later");
  status = 201;
  expect(await tell(onCall("2"))).toBe("done");
  expect(await tell(onCall("3"), secret.toLowerCase())).toBe("later");
  expect(asked.length).toBe(2);
});

test("an alert that TheHive has already is as good as made; what it can't read is not", async () => {
  let says = '{"type":"CreateError","message":"Alert already exists"}';
  const hive = createServer((_, response) => response.writeHead(400).end(says));
  const ask = { url: `http://127.0.0.1:${await listenOnLoopback(hive, 0)}/api/v1/alert`, headers: {}, body: "{}" };
  expect(await post(ask)).toBe(208);
  says = '{"type":"BadRequest","message":"title is missing"}';
  expect(await post(ask)).toBe(400);
  hive.closeAllConnections();
  hive.close();
});

test("a request that was overheard is believed for five minutes", () => {
  const nowMs = Date.parse("2026-11-24T12:00:00.000Z");
  const headers = signedHeaders(secret, { id: "msg_1", body: "{}", atSeconds: nowMs / 1000 });
  const given = headers.ok ? headers.value : {};
  expect(isGenuine(given, "{}", secret, nowMs + 300_000)).toBe(true);
  expect(isGenuine(given, "{}", secret, nowMs + 301_000)).toBe(false);
  expect(isGenuine(given, '{"a":1}', secret, nowMs)).toBe(false);
});
