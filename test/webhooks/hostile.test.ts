import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { onCallMessage } from "../../functions/adapters/sns-on-call.ts";
import { newsOf } from "../../functions/case/reporter-news.ts";
import { csvOf } from "../../functions/kernel/csv.ts";
import { signedHeaders } from "../../functions/webhooks/signature.ts";
import { readTold } from "../../functions/webhooks/told.ts";
import { asJson } from "../../infra/command/as-json.ts";
import { aConsole, threeAtNight as at, firstNotice } from "../console/a-console.ts";
import { hostileTexts } from "../console/hostile-texts.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { describeWithShared } from "../support/shared.ts";

const secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** All that a webhook would hear of a case in every field of which a text stands. */
const heardOf = async (text: string): Promise<readonly string[]> => {
  const console = aConsole();
  const evidence = { explanation: text, reproduce: text, imitates: text, legitimateSite: text };
  const target = { kind: "account", host: "social.example", account: text } as const;
  const caseId = await console.opened(aReport({ reportId: text, target, evidence }));
  const candidate = aCandidate({ name: text, server: text, range: text, country: text, remarks: [text] });
  const told = await console.happened(caseId, {
    type: "contact-answered",
    at,
    answer: anAnswer({ askedAt: at, addresses: [text], candidates: [candidate], country: text, proxy: text }),
  });
  const noticeId = firstNotice(told);
  await console.happened(
    caseId,
    { type: "send-claimed", at, noticeId, attemptId: "a", subject: text, renderHash: "0", recipientHash: "0" },
    { type: "sent", at, noticeId, attemptId: "a", sesMessageId: "m" },
    { type: "bounced", at, noticeId, permanent: false, detail: text },
    {
      type: "replied",
      at,
      noticeId,
      replyClass: "not-ours",
      authenticated: true,
      ticket: text,
      mailHash: "h",
      said: text,
    },
    { type: "held", at, by: text, why: text },
    { type: "asked", at, reviewId: "unanswered.1", question: "unanswered", blocking: true, reason: text },
  );
  const lines = await console.store.history(caseId);
  const news = lines.flatMap((line, place) => newsOf(caseId, line, lines.slice(0, place)));
  const { subject, text: says } = onCallMessage(
    {
      urgent: 1,
      standard: 0,
      cases: [{ caseId, lane: "urgent", category: "phishing", question: "unanswered" }],
    },
    { consoleUrl: "https://console.hotline.example" },
  );
  const messages = [
    ...news.map((detail) => ({ "detail-type": "Reporter news", detail })),
    { Type: "Notification", MessageId: "1", Timestamp: at, Subject: subject, Message: says },
  ];
  return messages.map((message) => {
    const read = readTold(JSON.stringify(message));
    if (!read.ok) throw new Error(read.error);
    const body = JSON.stringify(read.value.body);
    const headers = signedHeaders(secret, { id: read.value.id, body, atSeconds: 1 });
    return `${JSON.stringify(headers)}\n${body}`;
  });
};

/** What a reader of it could run, follow or be misled by. */
const isLive =
  /<|\\u202[a-e]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|javascript:|\$\{|\{\{/i;

describeWithShared("hostile texts in every field", () => {
  it("are told to no webhook", { timeout: 120_000 }, async () => {
    const texts = hostileTexts();
    expect(texts.length).toBeGreaterThan(700);
    const wrong: string[] = [];
    // A report's id may be any text; all that others wrote stands beside it.
    for (const text of texts)
      for (const heard of await heardOf(text)) {
        const others = heard.replaceAll("https://console.hotline.example/cases/", "");
        if (isLive.test(others) || /https?:\/\//i.test(others.replaceAll("https://console.hotline.example", "")))
          wrong.push(`${JSON.stringify(text)} is told: ${heard.slice(0, 300)}`);
      }
    expect(wrong).toEqual([]);
  });

  it("begin no formula in a file of rows, and come back as they were", () => {
    for (const text of hostileTexts()) {
      const [[first = "", second = ""] = []] = parse(csvOf([[text, 1]]), { relax_quotes: false }) as string[][];
      expect(second).toBe("1");
      expect(first, JSON.stringify(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect([text, `'${text}`]).toContain(first);
    }
  });

  it("move no cursor of a terminal as JSON, and mean the same", () => {
    for (const text of hostileTexts()) {
      const line = asJson({ text });
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      expect(JSON.parse(line)).toEqual({ text });
    }
  });
});
