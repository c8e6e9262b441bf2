import { Aws } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import type { Stage } from "../stages.ts";
import type { HintQueue } from "./hint-queue.ts";
import { through } from "./keys.ts";

/** Three visits of ten seconds and two look-ups in DNS, with some to spare. */
export const checkerTimeoutSeconds = 60;

/** The only one whom both queues let in. By region: an account may have the stage in several. */
export const checkerRoleName = ({ name, region }: Stage): string => `takedown-${name}-checker-${region}`;

/** What it may do with each queue: by its role, and by the queue's policy. */
export const checkerActions = {
  asked: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
  answers: ["sqs:SendMessage"],
};
export const checkerKeyActions = ["kms:Decrypt", "kms:GenerateDataKey"];

/** Lets the role of `checker-stack.ts` take what it is asked and answer, in whatever account. */
export const letCheckerIn = (stage: Stage, asked: HintQueue, answers: HintQueue, key: kms.Key): void => {
  const account = stage.settings.checker?.account ?? stage.account ?? Aws.ACCOUNT_ID;
  const role = `arn:${Aws.PARTITION}:iam::${account}:role/${checkerRoleName(stage)}`;
  const only = {
    sid: "CheckerAlone",
    principals: [new iam.AccountPrincipal(account)],
    conditions: { ArnEquals: { "aws:PrincipalArn": role } },
  };
  for (const [of, actions] of [
    [asked, checkerActions.asked],
    [answers, checkerActions.answers],
  ] as const)
    of.queue.addToResourcePolicy(new iam.PolicyStatement({ ...only, actions, resources: [of.queue.queueArn] }));
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      ...only,
      actions: checkerKeyActions,
      resources: ["*"],
      conditions: { ...only.conditions, ...through("sqs") },
    }),
  );
};
