export type Heard = "on-call" | "reporters";

/** `takedown-STAGE-` stands before it. */
export const webhookQueueOf = (name: string) => `webhook-${name}` as const;

/** By SQS's ARN, which no message can write; nobody's where the settings no longer have the webhook. */
export const webhookOfQueue = <Webhook extends { readonly name: string }>(
  arn: string,
  stage: string,
  webhooks: readonly Webhook[],
): Webhook | undefined => webhooks.find(({ name }) => arn.endsWith(`:takedown-${stage}-${webhookQueueOf(name)}`));
