import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import type * as s3 from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { type ReceivingStage, receivesIn } from "../receiving.ts";
import { through } from "./keys.ts";
import { receiptRuleArn, receiptTopicArn } from "./reply-bucket.ts";

/**
 * The role's name, spelt from the stage, so that the receipt rule, in a stack of its own, can name
 * it. Roles are the account's, whatever the region.
 */
const receiptRoleName = ({ name, region }: ReceivingStage): string => `takedown-${name}-receives-mail-${region}`;
export const receiptRoleArn = (stage: ReceivingStage, stack: Stack): string =>
  stack.formatArn({ service: "iam", region: "", resource: "role", resourceName: receiptRoleName(stage) });

/**
 * By which SES lays a mail into the reply bucket and tells the topic of it: where a rule names a
 * role, SES reaches all that its action names by that role alone (SES API Reference, S3Action,
 * `IamRoleArn`). SES documents a role for a bucket whose own encryption uses a key of ours (SES
 * Developer Guide, "Setting up IAM role permissions for Deliver to S3 bucket action"); it writes a
 * test object when the rule is made.
 */
export class ReceiptRole extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      records,
      messages,
      replies,
    }: {
      readonly stage: ReceivingStage;
      readonly records: kms.IKey;
      readonly messages: kms.IKey;
      readonly replies: s3.IBucket;
    },
  ) {
    super(scope, id);
    const stack = Stack.of(this);
    const role = new iam.Role(this, "Role", {
      roleName: receiptRoleName(stage),
      description: `Takedown dispatcher ${stage.name}: SES lays replies into their bucket`,
      assumedBy: new iam.ServicePrincipal("ses.amazonaws.com", {
        conditions: {
          StringEquals: { "aws:SourceAccount": stack.account },
          ArnEquals: { "aws:SourceArn": receiptRuleArn(stage, stack) },
        },
      }),
    });
    role.addToPolicy(new iam.PolicyStatement({ actions: ["s3:PutObject"], resources: [replies.arnForObjects("*")] }));
    // Decrypt as well: a large mail goes up in parts (Amazon S3 User Guide, "Uploading and copying
    // objects using multipart upload").
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ["kms:GenerateDataKey", "kms:Decrypt"],
        resources: [records.keyArn],
        conditions: through("s3"),
      }),
    );
    role.addToPolicy(new iam.PolicyStatement({ actions: ["sns:Publish"], resources: [receiptTopicArn(stage, stack)] }));
    // A topic elsewhere has a key of its own, which lets this role use it.
    if (receivesIn(stage) !== stage.region) return;
    role.addToPolicy(
      new iam.PolicyStatement({
        actions: ["kms:GenerateDataKey", "kms:Decrypt"],
        resources: [messages.keyArn],
        conditions: through("sns"),
      }),
    );
  }
}
