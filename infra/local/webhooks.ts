import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as rest } from "node:timers/promises";
import type { SQSRecord } from "aws-lambda";
import { make as tellWebhooks } from "../../functions/handlers/tell-webhooks.ts";
import type { Log } from "../../functions/kernel/log.ts";
import { webhookQueueOf } from "../../functions/webhooks/webhook.ts";
import { isGenuine } from "../example/webhook-receiver.ts";
import { type Running, startHttp } from "./servers/loopback.ts";

/*
 * A system of the operator's, played: it hears what on-call and reporters are told, by the function
 * that is deployed. So one sees the signed message before there is a ticket system.
 */

/** The entries of the sample settings. */
export const playedWebhook = "tickets";
export const playedChat = "chat";
/** Of samples alone, and so no secret: the guide says it, for a receiver of one's own. */
export const playedSecret = "whsec_c2FtcGxlcyBvbmx5OiBub2JvZHkncyBzZWNyZXQsIGFueWJvZHkncw==";

/** By the webhooks' names, which are the secrets' here. */
export const webhookSecrets = {
  [playedWebhook]: playedSecret,
  [playedChat]: "https://hooks.slack.com/services/sample",
};

/** What SNS was told. It stands here, so that the command line, which knows the samples, loads no server. */
export type Published = {
  readonly topicArn: string;
  readonly subject?: string;
  readonly message: string;
  readonly messageId: string;
  readonly severity: string | null;
};

/** What a played system heard: the request as it came, and whether it is ours and of this moment. */
export type HeardByWebhook = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isOurs: boolean;
  /** A chat's, which has no signature: the address is what is secret. */
  readonly chat?: string;
};

/** Listens on loopback, and believes what is signed; as a chat, takes what has a text. Throws `PortInUse`. */
export const startWebhookReceiver = (onHeard: (heard: HeardByWebhook) => void): Promise<Running> =>
  startHttp(0, ({ headers }, bytes) => {
    const body = bytes.toString("utf8");
    const isOurs = isGenuine(headers, body, playedSecret, Date.now());
    const shown = Object.entries(headers).flatMap(([name, value]) =>
      /^(webhook-|content-type$|user-agent$)/.test(name) && typeof value === "string" ? [[name, value] as const] : [],
    );
    const chat: unknown = "webhook-id" in headers ? undefined : JSON.parse(body).text;
    onHeard({ headers: Object.fromEntries(shown), body, isOurs, ...(typeof chat === "string" && { chat }) });
    if (typeof chat === "string") return { status: 200, headers: {}, body: "ok" };
    return { status: isOurs ? 204 : 401, headers: {}, body: "" };
  });

/** What is told as EventBridge lays it on the webhook's queue. */
export const newsMessage = (detailType: string, detail: string): string =>
  JSON.stringify({ "detail-type": detailType, detail: JSON.parse(detail) });

/** What is told as SNS lays it there. */
export const noteMessage = (
  { subject, message, messageId, severity }: Omit<Published, "topicArn">,
  at: string,
): string =>
  JSON.stringify({
    Type: "Notification",
    MessageId: messageId,
    Timestamp: at,
    Message: message,
    ...(subject !== undefined && { Subject: subject }),
    ...(severity !== null && { MessageAttributes: { severity: { Type: "String", Value: severity } } }),
  });

/** As its queue does before it gives a message up. */
const timesAtMost = 5;
/** A receiver that is down for long must not fill this process; what is over is told to nobody. */
const waitingAtMost = 1_000;

/**
 * A webhook's queue, in memory: hands each message to the deployed function, one after the other,
 * five times at most. Signed by the real clock, as who hears it has no other.
 */
export const webhookQueue = (variables: Readonly<Record<string, string>>, log: Log, name: string, pauseMs = 1_000) => {
  const handler = tellWebhooks(variables, undefined, log);
  const tell = async (body: string): Promise<void> => {
    const messageId = randomUUID();
    for (let times = 1; times <= timesAtMost && !isOver; times++) {
      const { batchItemFailures } = await handler({ Records: [recordOf(name, messageId, body, times)] });
      if (batchItemFailures.length === 0) return;
      if (times < timesAtMost && !isOver) await rest(pauseMs);
    }
  };
  let isOver = false;
  let waiting = 0;
  let all: Promise<void> = Promise.resolve();
  return {
    put: (body: string): void => {
      if (waiting >= waitingAtMost) return;
      waiting++;
      all = all
        .then(() => tell(body))
        .finally(() => {
          waiting--;
        });
    },
    /** When all that was put is told, or given up. */
    rest: (): Promise<void> => all,
    /** Ends after what is in hand. */
    close: (): Promise<void> => {
      isOver = true;
      return all;
    },
  };
};

const recordOf = (name: string, messageId: string, body: string, times: number): SQSRecord => ({
  messageId,
  receiptHandle: messageId,
  body,
  attributes: {
    ApproximateReceiveCount: String(times),
    SentTimestamp: "0",
    SenderId: "local",
    ApproximateFirstReceiveTimestamp: "0",
  },
  messageAttributes: {},
  md5OfBody: "",
  eventSource: "aws:sqs",
  eventSourceARN: `arn:aws:sqs:us-east-1:123456789012:takedown-local-${webhookQueueOf(name)}`,
  awsRegion: "us-east-1",
});

export const webhooksFolder = "webhooks";
const keptAtMost = 1_000;

/** Keeps what a webhook heard as it came over the wire, the newest thousand; gives where. */
export const keepsHeard = (folder: string) => {
  let number = 0;
  return ({ headers, body }: HeardByWebhook): string => {
    mkdirSync(join(folder, webhooksFolder), { recursive: true });
    const file = join(folder, webhooksFolder, `${String((number++ % keptAtMost) + 1).padStart(4, "0")}.txt`);
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    writeFileSync(file, `${["POST", ...head].join("\n")}\n\n${body}\n`);
    return relative(process.cwd(), file);
  };
};
