import { hash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import * as z from "../kernel/zod.ts";
import { type Heard, type Severity, severities } from "./webhook.ts";

/** In the shape of Standard Webhooks: `id` is the same however often it is sent, so that repeats show. */
export type WebhookMessage = {
  readonly id: string;
  readonly heard: Heard;
  readonly reporter?: string;
  /** As on-call reads it; absent: reporter events. */
  readonly note?: { readonly subject: string; readonly text: string; readonly severity?: Severity | undefined };
  readonly body: {
    readonly type: string;
    readonly timestamp: Instant;
    readonly data: unknown;
  };
};

/** News of a report as EventBridge queues it. */
const news = z.object({
  "detail-type": z.literal("Reporter news"),
  detail: z.looseObject({
    id: z.string().check(z.minLength(1)),
    at: z.string(),
    happened: z.string(),
    reporter: z.string(),
    reportId: z.optional(z.string()),
    alsoReportIds: z.optional(z.array(z.string())),
  }),
});

type News = z.infer<typeof news>["detail"];

/** A message to on-call as SNS queues it. */
const note = z.object({
  Type: z.literal("Notification"),
  MessageId: z.string().check(z.minLength(1)),
  Timestamp: z.string(),
  Subject: z.optional(z.string()),
  Message: z.string(),
  // Absent or another's: an alarm, a rule of EventBridge, whatever else may publish.
  MessageAttributes: z.catch(z.optional(z.object({ severity: z.object({ Value: z.enum(severities) }) })), undefined),
});

/**
 * Reads a queue that only the stage's bus and topic write to. Nothing reported is in it, but in a report's id,
 * which its reporter chose and which may be the very address. Fails with a reason for anything else.
 */
export const readWebhookMessage = (message: string): Result<WebhookMessage, string> => {
  const json = jsonIn(message);
  const event = news.safeParse(json);
  if (event.success) {
    const { detail } = event.data;
    return ok({
      id: idOf(detail.id),
      heard: "reporters",
      reporter: detail.reporter,
      body: { type: `report.${detail.happened}`, timestamp: detail.at, data: withInertIds(detail) },
    });
  }
  const told = note.safeParse(json);
  if (!told.success) return fail("It is neither news of a report nor what on-call is told.");
  const { MessageId, Timestamp, Subject = "", Message, MessageAttributes } = told.data;
  return ok({
    id: idOf(MessageId),
    heard: "on-call",
    note: { subject: Subject, text: Message, severity: MessageAttributes?.severity?.Value },
    body: { type: "on-call.told", timestamp: Timestamp, data: { subject: Subject, text: Message } },
  });
};

/** Fit for a header: a report's id, which its reporter chose, may hold any letters. */
const idOf = (named: string): string => `msg_${hash("sha256", named).slice(0, 32)}`;

/** No address, name or number of a host is written so. */
const isInert = (reportId: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(reportId);
/** A report's id as it is, or hashed where it could be what was reported. */
export const inertId = (reportId: string): string =>
  isInert(reportId) ? reportId : `sha256-${hash("sha256", reportId).slice(0, 32)}`;

/** Ids of reports are hashed where they could be what was reported. */
const withInertIds = (detail: News): unknown => {
  const { id, reportId, alsoReportIds } = detail;
  return {
    ...detail,
    id: isInert(reportId ?? "") ? id : idOf(id),
    ...(reportId !== undefined && { reportId: inertId(reportId) }),
    ...(alsoReportIds && { alsoReportIds: alsoReportIds.map(inertId) }),
  };
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
