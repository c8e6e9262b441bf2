import { createHmac, hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readWebhookMessage } from "../../functions/webhooks/message.ts";
import { signedHeaders } from "../../functions/webhooks/signature.ts";
import { type TellWork, tellWebhook } from "../../functions/webhooks/tell-webhooks.ts";
import { type Answer, type Webhook, webhookOfQueue } from "../../functions/webhooks/webhook.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

const newsOf = (detail: object = {}) =>
  JSON.stringify({
    "detail-type": "Reporter news",
    source: "takedown-dispatcher",
    detail: {
      version: 1,
      id: "TD-7K3M-9QXZ-4B2N/4/2/answered/hotline/r-1",
      reporter: "hotline",
      reportId: "r-1",
      caseId: "TD-7K3M-9QXZ-4B2N",
      at: "2026-11-24T11:20:00.000Z",
      happened: "answered",
      ...detail,
    },
  });
const onCall = JSON.stringify({
  Type: "Notification",
  MessageId: "0b9f0e7e-0f2a-5e9f-8a2e-000000000000",
  TopicArn: "arn:aws:sns:eu-central-1:123456789012:OnCall",
  Subject: "Takedown dispatcher: 1 urgent case before a person",
  Message: "Questions to a person",
  Timestamp: "2026-11-24T11:20:00.000Z",
});

describe("a signed request", () => {
  // The vector that the libraries of Standard Webhooks test themselves by.
  test("is signed as Standard Webhooks says", () => {
    const asked = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}', atSeconds: 1_614_265_330 };
    const headers = {
      "webhook-id": asked.id,
      "webhook-timestamp": "1614265330",
      "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    };
    expect(signedHeaders(secret, asked)).toEqual({ ok: true, value: headers });
    expect(signedHeaders(secret.replace("whsec_", ""), asked)).toEqual({ ok: true, value: headers });
  });

  test.each(["", "whsec_", "whsec_c2hvcnQ=", "the secret, in words and long enough"])(
    "by no secret like %j",
    (wrong) => {
      expect(signedHeaders(wrong, { id: "msg_1", body: "{}", atSeconds: 1 }).ok).toBe(false);
    },
  );
});

describe("what a webhook is told", () => {
  test("is news of a report as reporters hear it", () => {
    const told = readWebhookMessage(newsOf());
    expect(told).toMatchObject({
      ok: true,
      value: {
        body: {
          type: "report.answered",
          timestamp: "2026-11-24T11:20:00.000Z",
          data: { id: "TD-7K3M-9QXZ-4B2N/4/2/answered/hotline/r-1", reporter: "hotline", happened: "answered" },
        },
      },
    });
  });

  test("names a report by its id, and by a hash of that where it may be what was reported", () => {
    const dataOf = (reportId: string) => {
      const id = `TD-7K3M-9QXZ-4B2N/4/2/answered/hotline/${reportId}`;
      const told = readWebhookMessage(newsOf({ id, reportId, alsoReportIds: [reportId, "r-2"] }));
      return told.ok ? told.value.body.data : undefined;
    };
    expect(dataOf("2026-11-24_4711")).toMatchObject({
      reportId: "2026-11-24_4711",
      alsoReportIds: ["2026-11-24_4711", "r-2"],
    });
    for (const reported of ["https://shop.bad.example/login", "shop.bad.example", "192.0.2.7", "a b", "x".repeat(65)]) {
      const data = dataOf(reported);
      expect(JSON.stringify(data)).not.toContain(reported);
      expect(data).toMatchObject({
        id: expect.stringMatching(/^msg_\w{32}$/),
        reportId: `sha256-${hash("sha256", reported).slice(0, 32)}`,
        alsoReportIds: [`sha256-${hash("sha256", reported).slice(0, 32)}`, "r-2"],
      });
    }
  });

  test("is what on-call is told, word by word", () => {
    expect(readWebhookMessage(onCall)).toMatchObject({
      value: {
        body: {
          type: "on-call.told",
          data: { subject: "Takedown dispatcher: 1 urgent case before a person", text: "Questions to a person" },
        },
      },
    });
  });

  test("has an id that stays the same, and that a header takes whatever a reporter's id holds", () => {
    const idOf = (message: string) => {
      const told = readWebhookMessage(message);
      return told.ok ? told.value.id : "";
    };
    expect(idOf(newsOf({ at: "2026-11-25T00:00:00.000Z" }))).toBe(idOf(newsOf()));
    for (const id of ["a\r\nx-evil: 1", "Ünïcode", "x".repeat(5000)])
      expect(idOf(newsOf({ id }))).toMatch(/^msg_\w{32}$/);
  });

  test.each(["", "[]", "{}", '{"Type":"SubscriptionConfirmation"}', '{"detail-type":"Reporter news","detail":{}}'])(
    "is nothing else: %j",
    (message) => expect(readWebhookMessage(message).ok).toBe(false),
  );

  test("comes by its own queue alone", () => {
    const webhooks = [{ name: "rt" }, { name: "chat-rt" }];
    const arn = (name: string) => `arn:aws:sqs:eu-central-1:123456789012:takedown-prod-${name}`;
    expect(webhookOfQueue(arn("webhook-rt"), "prod", webhooks)).toBe(webhooks[0]);
    expect(webhookOfQueue(arn("webhook-chat-rt"), "prod", webhooks)).toBe(webhooks[1]);
    expect(webhookOfQueue(arn("webhook-gone"), "prod", webhooks)).toBeUndefined();
    expect(webhookOfQueue(arn("webhook-rt"), "rod", webhooks)).toBeUndefined();
  });
});

describe("telling a webhook", () => {
  const webhook: Webhook = { name: "rtir", url: "https://rtir.hotline.example/takedown", hears: ["reporters"] };
  const aWork = (answer: Answer, spoilt: Partial<TellWork> = {}) => {
    const asked: { url: string; headers: Readonly<Record<string, string>>; body: string }[] = [];
    const said: string[] = [];
    const work: TellWork = {
      stage: "prod",
      secretOf: async () => secret,
      post: async (url, headers, body) => {
        asked.push({ url, headers, body });
        return answer;
      },
      nowMs: () => Date.parse("2026-11-24T12:00:00.000Z"),
      log: { told: () => said.push("told"), notTold: (_, why) => said.push(why) },
      ...spoilt,
    };
    return { work, asked, said };
  };

  test("posts once, signed over what is posted, at this moment", async () => {
    const { work, asked, said } = aWork({ status: 204 });
    expect(await tellWebhook(work, webhook, newsOf())).toBe("done");
    expect([asked.length, said]).toEqual([1, ["told"]]);
    const [{ url, headers, body } = { url: "", headers: {}, body: "" }] = asked;
    expect(url).toBe(webhook.url);
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    const signed = `${headers["webhook-id"]}.${Date.parse("2026-11-24T12:00:00.000Z") / 1000}.${body}`;
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
  });

  test.each([
    [{ status: 301 }, "301"],
    [{ status: 410 }, "410"],
    [{ status: 503 }, "503"],
    [{ silent: "ECONNREFUSED" }, "ECONNREFUSED"],
  ])("is done again after %o, and says so", async (answer, why) => {
    const { work, said } = aWork(answer);
    expect(await tellWebhook(work, webhook, newsOf())).toBe("later");
    expect(said).toEqual([why]);
  });

  test.each([
    ["what on-call is told", onCall, { hears: ["reporters"] } as const],
    ["news of reporters", newsOf(), { hears: ["on-call"] } as const],
    ["another reporter's news", newsOf(), { hears: ["reporters"], reporters: ["cert"] } as const],
  ])("hears no %s that the settings give it not", async (_, message, spoilt) => {
    const { work, asked, said } = aWork({ status: 200 });
    expect(await tellWebhook(work, { ...webhook, ...spoilt }, message)).toBe("done");
    expect([asked, said]).toEqual([[], ["not-its-news"]]);
  });

  test("is asked nothing while it is paused, and what was queued before is dropped", async () => {
    const { work, asked, said } = aWork({ status: 200 });
    expect(await tellWebhook(work, { ...webhook, paused: true }, newsOf())).toBe("done");
    expect([asked, said]).toEqual([[], ["paused"]]);
  });

  test("asks nobody where what lies on the queue, or the secret, is none", async () => {
    const { work, asked, said } = aWork({ status: 200 }, { secretOf: async () => "short" });
    expect(await tellWebhook(work, webhook, newsOf())).toBe("later");
    expect(await tellWebhook(work, webhook, "{}")).toBe("later");
    expect([asked, said]).toEqual([[], ["bad-secret", "unreadable"]]);
  });
});
