type Speaker = { readonly id: string; readonly through?: string | undefined };

/** The only queue of a reporter who names a topic or a rule, after `takedown-STAGE-`. */
export const ownQueueOf = (reporter: string) => `report-by-${reporter}` as const;

/** Whose own queue this is, by its ARN from SQS, which no message can write; nobody's if shared. */
export const ownerOfQueue = (
  arn: string,
  { stage, reporters }: { readonly stage: string; readonly reporters: readonly Speaker[] },
): string | undefined =>
  reporters.find(({ id, through }) => through !== undefined && arn.endsWith(`:takedown-${stage}-${ownQueueOf(id)}`))
    ?.id;
