import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Stage } from "./stages.ts";

/**
 * What is reported looks like an attack, and people type it into the console's forms and searches: a
 * page's address with a number for its host, a script in an explanation, a table of a megabyte. These
 * rules look into bodies and queries, so they count and stop nothing; the console reads both as data.
 */
const countedOnly: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: [
    "SizeRestrictions_BODY",
    "SizeRestrictions_QUERYSTRING",
    "EC2MetaDataSSRF_BODY",
    "EC2MetaDataSSRF_QUERYARGUMENTS",
    "GenericLFI_BODY",
    "GenericLFI_QUERYARGUMENTS",
    "GenericRFI_BODY",
    "GenericRFI_QUERYARGUMENTS",
    "RestrictedExtensions_QUERYARGUMENTS",
    "CrossSiteScripting_BODY",
    "CrossSiteScripting_QUERYARGUMENTS",
  ],
  AWSManagedRulesKnownBadInputsRuleSet: [
    "JavaDeserializationRCE_BODY",
    "JavaDeserializationRCE_QUERYSTRING",
    "Log4JRCE_BODY",
    "Log4JRCE_QUERYSTRING",
    "ReactJSRCE_BODY",
  ],
  AWSManagedRulesAmazonIpReputationList: [],
};

/** Numbers alone: samples of requests would show paths, queries and cookies to whoever may open WAF's pages. */
const seenAs = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const managedRule = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name,
      // A name that is none any more is passed over by WAF without a word, so a rule of a new name stops again.
      ruleActionOverrides: (countedOnly[name] ?? []).map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: seenAs(name),
});

/**
 * A firewall of web requests for the console's front: a limit for each address, and AWS's own rules. A
 * stack of its own, since what stands before CloudFront is made in us-east-1 alone. Deploy it first; its
 * output is `consoleFront.webAclArn` of the stage.
 */
export class FirewallStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      firewall,
      ...props
    }: StackProps & { readonly stage: string; readonly firewall: NonNullable<Stage["firewall"]> },
  ) {
    super(scope, id, props);
    const acl = new CfnWebACL(this, "Firewall", {
      name: `takedown-${stage}`,
      description: `Takedown dispatcher ${stage}: before the console`,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      rules: [
        {
          name: "TooMany",
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: {
            rateBasedStatement: {
              // The browser's own address, which WAF sees at the front, and no header that a browser may write.
              aggregateKeyType: "IP",
              limit: firewall.requestsIn5Minutes,
              evaluationWindowSec: 300,
            },
          },
          visibilityConfig: seenAs("TooMany"),
        },
        ...Object.keys(countedOnly).map((name, at) => managedRule(name, at + 1)),
      ],
      visibilityConfig: seenAs(`takedown-${stage}`),
    });
    new CfnOutput(this, "WebAclArn", { description: "consoleFront.webAclArn of the stage", value: acl.attrArn });
  }
}
