/** What a webhook may hear: what on-call is told, and what reporters are told. */
export type Heard = "on-call" | "reporters";

/** The queue on which what one webhook is to be told waits; `takedown-STAGE-` stands before it. */
export const webhookQueueOf = (name: string) => `webhook-${name}` as const;

/**
 * Whose queue this is, by SQS's ARN of it, which no message can write; nobody's where the settings
 * have no such webhook any more.
 */
export const webhookOfQueue = <Webhook extends { readonly name: string }>(
  arn: string,
  stage: string,
  webhooks: readonly Webhook[],
): Webhook | undefined => webhooks.find(({ name }) => arn.endsWith(`:takedown-${stage}-${webhookQueueOf(name)}`));
