type Speaker = { readonly id: string; readonly through?: string | undefined };

/** The only queue of a reporter who names a topic or a rule, after `takedown-STAGE-`. */
export const ownQueueOf = (reporter: string) => `report-by-${reporter}` as const;

/** The operator's own checker (`infra/checker/`). No reporter's id has a space. */
export const checkerId = "the checker";
/** By which it answers; no reporter has this id in a stage that has it. */
export const checkerQueue = "report-by-checker" as const satisfies ReturnType<typeof ownQueueOf>;

/** Whose own queue this is, by its ARN from SQS, which no message can write; nobody's if shared. */
export const ownerOfQueue = (
  arn: string,
  {
    stage,
    reporters,
    checker,
  }: { readonly stage: string; readonly reporters: readonly Speaker[]; readonly checker?: object | undefined },
): string | undefined => {
  const isOf = (queue: string) => arn.endsWith(`:takedown-${stage}-${queue}`);
  if (checker && isOf(checkerQueue)) return checkerId;
  return reporters.find(({ id, through }) => through !== undefined && isOf(ownQueueOf(id)))?.id;
};
