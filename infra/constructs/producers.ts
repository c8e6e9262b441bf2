import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import type { HintQueue } from "./hint-queue.ts";

/** In an ARN the service stands third: `arn:aws:sns:…`. */
const ofService = (arns: readonly string[], service: string): readonly string[] => arns.filter((arn) => arn.split(":")[2] === service);

/**
 * Lets those in who put reports on the report queues, and nobody on any other queue: IAM principals by their name, an SNS
 * topic or a rule of EventBridge by the service that brings its messages and by its own ARN. The queues are encrypted by `key`.
 */
export const letProducersIn = (producers: readonly string[], reports: readonly HintQueue[], key: kms.Key): void => {
  const send = (statement: Omit<iam.PolicyStatementProps, "actions" | "resources">) => {
    for (const { queue } of reports)
      queue.addToResourcePolicy(new iam.PolicyStatement({ ...statement, actions: ["sqs:SendMessage"], resources: [queue.queueArn] }));
  };
  const encrypt = (statement: Omit<iam.PolicyStatementProps, "actions" | "resources">) =>
    key.addToResourcePolicy(new iam.PolicyStatement({ ...statement, actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: ["*"] }));

  const principals = ofService(producers, "iam").map((arn) => new iam.ArnPrincipal(arn));
  if (principals.length > 0) {
    const { region, urlSuffix } = Stack.of(key);
    send({ sid: "ProducersReport", principals });
    encrypt({ sid: "ProducersReport", principals, conditions: { StringEquals: { "kms:ViaService": `sqs.${region}.${urlSuffix}` } } });
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
    send({ sid: "RulesReport", principals: events, conditions: { ArnEquals: { "aws:SourceArn": [...rules] } } });
    // EventBridge names no source when it asks KMS: a condition would drop each event without a word. The queue's policy tells rules apart.
    encrypt({ sid: "RulesReport", principals: events });
  }
};
