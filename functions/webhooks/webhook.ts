export type Heard = "on-call" | "reporters";

/** As PagerDuty has it. The urgent lane's and what keeps it are critical; `info` asks nobody for anything. */
export const severities = ["critical", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

export type Webhook = {
  readonly name: string;
  /** Absent: signed (Standard Webhooks). The secret of a chat is its address, that of a pager its routing key. */
  readonly form?: "slack" | "teams" | "pagerduty" | "pagerduty-eu" | undefined;
  /** Of a signed one alone. */
  readonly url?: string | undefined;
  readonly hears: readonly Heard[];
  readonly reporters?: readonly string[] | undefined;
  readonly paused?: boolean | undefined;
};

/** A status, of 200 with the first words of the answer; or why nobody answered. */
export type Answer = { readonly status: number; readonly text?: string } | { readonly silent: string };

/** `takedown-STAGE-` stands before it. */
export const webhookQueueOf = (name: string) => `webhook-${name}` as const;

/** By SQS's ARN, which no message can write; nobody's where the settings no longer have the webhook. */
export const webhookOfQueue = <Webhook extends { readonly name: string }>(
  arn: string,
  stage: string,
  webhooks: readonly Webhook[],
): Webhook | undefined => webhooks.find(({ name }) => arn.endsWith(`:takedown-${stage}-${webhookQueueOf(name)}`));
