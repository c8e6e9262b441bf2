import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import type { HintQueue } from "./hint-queue.ts";

/** A reporter's own queue, and the topic or rule by which alone that reporter speaks. */
type OwnWay = { readonly own: HintQueue; readonly through?: string };

/** In an ARN the service stands third: `arn:aws:sns:…`. */
const ofService = (arns: readonly string[], service: string): readonly string[] =>
  arns.filter((arn) => arn.split(":")[2] === service);

/**
 * By the twelve digits of their account. A policy that names a role or a user is refused while
 * there is none, and names nobody when it is deleted and made anew; an account is always there, and
 * the ARN is asked for in a condition.
 */
const byAccount = (arns: readonly string[]): readonly (readonly [account: string, arns: string[]])[] => {
  const accountOf = (arn: string): string => arn.split(":")[4] ?? "";
  return [...new Set(arns.map(accountOf))].map((account) => [
    account,
    arns.filter((arn) => accountOf(arn) === account),
  ]);
};

/**
 * Lets those in who put reports on the report queues, and nobody on any other queue: IAM principals
 * by their account and ARN, an SNS topic or a rule of EventBridge by the service that brings its
 * messages and by its own ARN. A reporter's own queue lets in its own topic or rule and no
 * producer. The queues are encrypted by `key`.
 */
export const letProducersIn = (
  producers: readonly string[],
  reports: readonly HintQueue[],
  ways: readonly OwnWay[],
  key: kms.Key,
): void => {
  const send = (statement: Omit<iam.PolicyStatementProps, "actions" | "resources">) => {
    for (const { queue } of reports)
      queue.addToResourcePolicy(
        new iam.PolicyStatement({ ...statement, actions: ["sqs:SendMessage"], resources: [queue.queueArn] }),
      );
  };
  const encrypt = (statement: Omit<iam.PolicyStatementProps, "actions" | "resources">) =>
    key.addToResourcePolicy(
      new iam.PolicyStatement({ ...statement, actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: ["*"] }),
    );

  const throughs = ways.flatMap(({ through }) => through ?? []);
  const { region, urlSuffix } = Stack.of(key);
  const viaQueues = { StringEquals: { "kms:ViaService": `sqs.${region}.${urlSuffix}` } };
  for (const [account, arns] of byAccount(ofService(producers, "iam"))) {
    const whole = arns.some((arn) => arn.endsWith(":root"));
    const statement = { sid: `ProducersReport${account}`, principals: [new iam.AccountPrincipal(account)] };
    const named = whole ? {} : { ArnEquals: { "aws:PrincipalArn": arns } };
    send({ ...statement, ...(!whole && { conditions: named }) });
    encrypt({ ...statement, conditions: { ...viaQueues, ...named } });
  }
  const broughtFrom = (sid: string, service: "sns" | "events", arns: readonly string[]) => ({
    sid,
    principals: [new iam.ServicePrincipal(`${service}.amazonaws.com`)],
    conditions: { ArnEquals: { "aws:SourceArn": [...arns] } },
  });
  const topics = ofService(producers, "sns");
  if (topics.length > 0) send(broughtFrom("TopicsReport", "sns", topics));
  const allTopics = [...new Set([...topics, ...ofService(throughs, "sns")])];
  if (allTopics.length > 0) encrypt(broughtFrom("TopicsReport", "sns", allTopics));
  const rules = ofService(producers, "events");
  // The key lets EventBridge in as it is (`keys.ts`).
  if (rules.length > 0) send(broughtFrom("RulesReport", "events", rules));
  for (const { own, through } of ways) {
    if (through === undefined) continue;
    const service = ofService([through], "sns").length > 0 ? "sns" : "events";
    own.queue.addToResourcePolicy(
      new iam.PolicyStatement({
        ...broughtFrom("ItsReporterAlone", service, [through]),
        actions: ["sqs:SendMessage"],
        resources: [own.queue.queueArn],
      }),
    );
  }
};
