type Speaker = { readonly id: string; readonly through?: string | undefined };

/**
 * The queue by which alone a reporter speaks who names a topic or a rule; `takedown-STAGE-` stands
 * before it.
 */
export const ownQueueOf = (reporter: string) => `report-by-${reporter}` as const;

/**
 * Whose own queue this is, by SQS's ARN of it, which no message can write; nobody's where it is
 * shared.
 */
export const ownerOfQueue = (
  arn: string,
  { stage, reporters }: { readonly stage: string; readonly reporters: readonly Speaker[] },
): string | undefined =>
  reporters.find(({ id, through }) => through !== undefined && arn.endsWith(`:takedown-${stage}-${ownQueueOf(id)}`))
    ?.id;
