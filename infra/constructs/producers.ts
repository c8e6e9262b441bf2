import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import type { HintQueue } from "./hint-queue.ts";

/** In an ARN the service stands third: `arn:aws:sns:…`. */
const ofService = (arns: readonly string[], service: string): readonly string[] => arns.filter((arn) => arn.split(":")[2] === service);

/**
 * By the twelve digits of their account. A policy that names a role or a user is refused while there is none, and names nobody when it is
 * deleted and made anew; an account is always there, and the ARN is asked for in a condition.
 */
const byAccount = (arns: readonly string[]): readonly (readonly [account: string, arns: string[]])[] => {
  const accountOf = (arn: string): string => arn.split(":")[4] ?? "";
  return [...new Set(arns.map(accountOf))].map((account) => [account, arns.filter((arn) => accountOf(arn) === account)]);
};

/**
 * Lets those in who put reports on the report queues, and nobody on any other queue: IAM principals by their account and ARN, an SNS
 * topic or a rule of EventBridge by the service that brings its messages and by its own ARN. The queues are encrypted by `key`.
 */
export const letProducersIn = (producers: readonly string[], reports: readonly HintQueue[], key: kms.Key): void => {
  const send = (statement: Omit<iam.PolicyStatementProps, "actions" | "resources">) => {
    for (const { queue } of reports)
      queue.addToResourcePolicy(new iam.PolicyStatement({ ...statement, actions: ["sqs:SendMessage"], resources: [queue.queueArn] }));
  };
  const encrypt = (statement: Omit<iam.PolicyStatementProps, "actions" | "resources">) =>
    key.addToResourcePolicy(new iam.PolicyStatement({ ...statement, actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: ["*"] }));

  const { region, urlSuffix } = Stack.of(key);
  const viaQueues = { StringEquals: { "kms:ViaService": `sqs.${region}.${urlSuffix}` } };
  for (const [account, arns] of byAccount(ofService(producers, "iam"))) {
    const whole = arns.some((arn) => arn.endsWith(":root"));
    const statement = { sid: `ProducersReport${account}`, principals: [new iam.AccountPrincipal(account)] };
    const named = whole ? {} : { ArnEquals: { "aws:PrincipalArn": arns } };
    send({ ...statement, ...(!whole && { conditions: named }) });
    encrypt({ ...statement, conditions: { ...viaQueues, ...named } });
  }
  const topics = ofService(producers, "sns");
  if (topics.length > 0) {
    const statement = {
      sid: "TopicsReport",
      principals: [new iam.ServicePrincipal("sns.amazonaws.com")],
      conditions: { ArnEquals: { "aws:SourceArn": [...topics] } },
    };
    send(statement);
    encrypt(statement);
  }
  const rules = ofService(producers, "events");
  if (rules.length > 0) {
    const events = [new iam.ServicePrincipal("events.amazonaws.com")];
    // The key lets EventBridge in as it is (`keys.ts`).
    send({ sid: "RulesReport", principals: events, conditions: { ArnEquals: { "aws:SourceArn": [...rules] } } });
  }
};
