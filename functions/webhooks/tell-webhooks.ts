import type { Outcome } from "../store/work.ts";
import { signedHeaders } from "./signature.ts";
import { readTold, type Told } from "./told.ts";
import type { Heard } from "./webhook.ts";

export type Webhook = {
  readonly name: string;
  readonly url: string;
  readonly hears: readonly Heard[];
  readonly reporters?: readonly string[] | undefined;
  readonly paused?: boolean | undefined;
};

/** A status, or why nobody answered. */
export type Answer = { readonly status: number } | { readonly silent: string };

export type TellWork = {
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

const isHeardBy = ({ hears, reporters }: Webhook, { heard, reporter }: Told): boolean =>
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
  const told = readTold(message);
  if (!told.ok) return notYet("unreadable");
  // Its queue may hold what it heard by earlier settings.
  if (!isHeardBy(webhook, told.value)) {
    log.notTold(webhook, "not-its-news");
    return "done";
  }
  const body = JSON.stringify(told.value.body);
  const headers = signedHeaders(await work.secretOf(webhook), {
    id: told.value.id,
    body,
    atSeconds: Math.floor(work.nowMs() / 1000),
  });
  if (!headers.ok) return notYet("bad-secret");
  const answer = await work.post(webhook.url, headers.value, body);
  if ("silent" in answer) return notYet(answer.silent);
  if (answer.status < 200 || answer.status > 299) return notYet(String(answer.status));
  log.told(webhook);
  return "done";
};
