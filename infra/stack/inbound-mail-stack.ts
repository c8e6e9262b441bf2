import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import * as ses from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import { replyDomainsOf } from "../../functions/kernel/own-mail.ts";
import { identityOf } from "./constructs/identity.ts";
import { ReplyRecords } from "./constructs/own-zone.ts";
import { receiptRoleArn } from "./constructs/receipt-role.ts";
import { ReceiptsElsewhere } from "./constructs/receipts-elsewhere.ts";
import { mailPrefix, receiptTopicArn, replyBucketName } from "./constructs/reply-bucket.ts";
import { receiptRuleOf } from "./receiving.ts";
import type { Stage } from "./stages.ts";

/**
 * Receives what desks write to the reply domain into the reply bucket. A stack of its own, since
 * SES receives in some regions only, and may do so in another than the stage's. Deploy it after the
 * stage's own stack, which holds the bucket and lets SES write into it.
 *
 * An account has one active rule set in a region, and CloudFormation cannot activate one. Where the
 * account has one, `receiptRuleSet` puts the rule there; else the operator activates ours once, by
 * `aws ses set-active-receipt-rule-set --rule-set-name takedown-<stage>`.
 */
export class InboundMailStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { readonly stage: Stage }) {
    super(scope, id, props);
    const replyDomains = replyDomainsOf(stage.settings);
    const names = receiptRuleOf(stage);
    const rules =
      stage.receiptRuleSet === undefined
        ? new ses.CfnReceiptRuleSet(this, "Rules", { ruleSetName: names.set })
        : undefined;
    // At the beginning of its set (CloudFormation, AWS::SES::ReceiptRule, `After`): a rule before it could end the
    // evaluation, and ours matches our own domains alone.
    const rule = new ses.CfnReceiptRule(this, "Replies", {
      ruleSetName: names.set,
      rule: {
        name: names.rule,
        enabled: true,
        // The whole subdomain: the local part is the reply token, and ticket systems mangle
        // plus-addresses.
        recipients: [...replyDomains],
        // SES judges spam, viruses, SPF, DKIM and DMARC, and tells its verdicts with the recipients
        // on the topic, where the reader looks.
        scanEnabled: true,
        // A desk without TLS is heard all the same; what it writes was its own to send in the
        // clear.
        tlsPolicy: "Optional",
        actions: [
          {
            s3Action: {
              bucketName: replyBucketName(stage, this),
              objectKeyPrefix: mailPrefix,
              topicArn: receiptTopicArn(stage, this),
              iamRoleArn: receiptRoleArn(stage, this),
            },
          },
        ],
      },
    });
    if (rules) rule.addResourceDependency(rules);
    // SES tries the topic when the rule is made.
    if (stage.inboundMailRegion !== undefined)
      rule.node.addDependency(new ReceiptsElsewhere(this, "ReceiptsElsewhere", stage));
    // A former domain's identity stays in SES as it was made (`identity.ts`), while its MX record does.
    const identity = identityOf(this, "ReplyDomain", stage, stage.settings.replyDomain);
    const receivesAt = `inbound-smtp.${this.region}.${this.urlSuffix}`;
    new ReplyRecords(this, "ReplyRecords", { stage, identity, replyDomains, receivesAt });
    new CfnOutput(this, "Mx", {
      description: "DNS records of the reply domain and of former ones: type MX",
      value: replyDomains.map((domain) => `${domain} -> 10 ${receivesAt}`).join(", "),
    });
  }
}
