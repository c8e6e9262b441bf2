import { isDeepStrictEqual } from "node:util";
import { parse } from "csv-parse/sync";
import { onCallMessage } from "../../functions/adapters/sns-on-call.ts";
import { csvOf } from "../../functions/kernel/csv.ts";
import { newsIn } from "../../functions/news/tell-reporters.ts";
import { readWebhookMessage } from "../../functions/webhooks/message.ts";
import { signedHeaders } from "../../functions/webhooks/signature.ts";
import { asJson } from "../../infra/command/as-json.ts";
import { aConsole, threeAtNight as at, firstNotice } from "../console/a-console.ts";
import { asUtf8 } from "../console/hostile-pages.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";

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
  const news = newsIn(caseId, lines);
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
    const read = readWebhookMessage(JSON.stringify(message));
    if (!read.ok) throw new Error(read.error);
    const body = JSON.stringify(read.value.body);
    const headers = signedHeaders(secret, { id: read.value.id, body, atSeconds: 1 });
    return `${JSON.stringify(headers)}\n${body}`;
  });
};

/** What a reader of it could run, follow or be misled by. */
const isLive =
  /<|\\u202[a-e]|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|javascript:|\$\{|\{\{/i;

/** What webhooks hear of these texts that a reader could run or follow. */
export const faultsInWebhooks = async (texts: readonly string[]): Promise<readonly string[]> => {
  const faults: string[] = [];
  // A report's id may be any text; all that others wrote is alongside it.
  for (const text of texts)
    for (const heard of await heardOf(text)) {
      const others = heard.replaceAll("https://console.hotline.example/cases/", "");
      if (isLive.test(others) || /https?:\/\//i.test(others.replaceAll("https://console.hotline.example", "")))
        faults.push(`${JSON.stringify(text)} is sent: ${heard.slice(0, 300)}`);
    }
  return faults;
};

/** Texts that begin a formula in a file of rows, move into the next cell, or do not come back as they were. */
export const faultsInCsv = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => {
    const [[first = "", second = ""] = []] = parse(csvOf([[text, 1]]), { relax_quotes: false }) as string[][];
    return second !== "1" || /^[=+\-@\t\r\n＝＋－＠]/.test(first) || ![text, `'${text}`].map(asUtf8).includes(first);
  });

/** Texts that would move a terminal's cursor when printed as JSON, or mean another thing there. */
export const faultsInJson = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => {
    const line = asJson({ text });
    return (
      /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(line) ||
      !isDeepStrictEqual(JSON.parse(line), { text })
    );
  });
