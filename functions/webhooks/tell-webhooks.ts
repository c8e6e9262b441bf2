import type { Outcome } from "../store/work.ts";
import { isAlarmOver, requestOf } from "./forms.ts";
import { readWebhookMessage, type WebhookMessage } from "./message.ts";
import type { Answer, Webhook } from "./webhook.ts";

export type TellWork = {
  readonly stage: string;
  readonly secretOf: (webhook: Webhook) => Promise<string>;
  /** Posts once. Never throws. */
  readonly post: (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Answer>;
  readonly nowMs: () => number;
  readonly log: {
    readonly told: (webhook: Webhook) => void;
    /** `why`: a status, a socket's code, or a word of ours; never the other side's text. */
    readonly notTold: (webhook: Webhook, why: string) => void;
  };
};

const isHeardBy = ({ hears, reporters }: Webhook, { heard, reporter }: WebhookMessage): boolean =>
  hears.includes(heard) && (reporter === undefined || reporters === undefined || reporters.includes(reporter));

/** What is not answered by 2xx comes again, with the same id, until it is a dead letter before a person. */
export const tellWebhook = async (work: TellWork, webhook: Webhook, message: string): Promise<Outcome> => {
  const { log } = work;
  const notYet = (why: string): Outcome => {
    log.notTold(webhook, why);
    return "later";
  };
  // Queued before the pause; on-call and reporters are notified by their other ways, too.
  if (webhook.paused) {
    log.notTold(webhook, "paused");
    return "done";
  }
  const told = readWebhookMessage(message);
  if (!told.ok) return notYet("unreadable");
  // Its queue may hold what it heard by earlier settings.
  if (!isHeardBy(webhook, told.value)) {
    log.notTold(webhook, "not-its-news");
    return "done";
  }
  if (webhook.form?.startsWith("pagerduty") && isAlarmOver(told.value.note)) return "done";
  const atSeconds = Math.floor(work.nowMs() / 1000);
  const request = requestOf(webhook, await work.secretOf(webhook), told.value, { stage: work.stage, atSeconds });
  if (!request.ok) return notYet(request.error);
  const { url, headers, body, isTaken } = request.value;
  const answer = await work.post(url, headers, body);
  if ("silent" in answer) return notYet(answer.silent);
  if (!isTaken(answer)) return notYet(String(answer.status));
  log.told(webhook);
  return "done";
};
