/** What names the bucket, the rule and the topic by which a stage receives replies, in whichever of its stacks. */
export type ReceivingStage = {
  readonly name: string;
  readonly region: string;
  readonly inboundMailRegion?: string | undefined;
  readonly receiptRuleSet?: string | undefined;
};

/** Where SES receives what desks answer. */
export const receivesIn = ({
  region,
  inboundMailRegion,
}: Pick<ReceivingStage, "region" | "inboundMailRegion">): string => inboundMailRegion ?? region;

/** The rule by which SES receives, and the rule set that it is in: the stack's own, or one that the account has. */
export const receiptRuleOf = ({ name, receiptRuleSet }: Pick<ReceivingStage, "name" | "receiptRuleSet">) => ({
  set: receiptRuleSet ?? `takedown-${name}`,
  rule: `takedown-${name}`,
});

/** The reply bucket's name. Bucket names are the world's, so it has account and region in it. */
export const replyBucketNameIn = ({ name, region }: Pick<ReceivingStage, "name" | "region">, account: string): string =>
  `takedown-${name}-replies-${account}-${region}`;

/** What S3 takes (Amazon S3 User Guide, "General purpose bucket naming rules"). */
const bucketNameAtMost = 63;

/** A name that no reply bucket can have. Each stage has one, whether it receives mail or not. */
export const longName = (stage: Pick<ReceivingStage, "name" | "region">): readonly string[] => {
  const over = replyBucketNameIn(stage, "123456789012").length - bucketNameAtMost;
  return over <= 0
    ? []
    : [
        `The stage's name makes the name of its bucket, ${replyBucketNameIn(stage, "ACCOUNT")}, longer than the ` +
          `${bucketNameAtMost} characters that S3 takes. Shorten the stage's name by ${over}.`,
      ];
};

/**
 * Where SES receives mail (AWS General Reference, "Amazon Simple Email Service endpoints and
 * quotas", Email Receiving endpoints). It sends from more regions.
 */
const receivingRegions = (
  "af-south-1 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2 ap-southeast-3 " +
  "ca-central-1 eu-central-1 eu-north-1 eu-south-1 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-south-1 sa-east-1 " +
  "us-east-1 us-east-2 us-west-1 us-west-2"
).split(" ");

/**
 * Regions that an account has to switch on. From and to these SNS comes in another name (SNS
 * Developer Guide, "Sending Amazon SNS messages to an Amazon SQS queue or AWS Lambda function in a
 * different Region").
 */
const optInRegions = (
  "af-south-1 ap-east-1 ap-east-2 ap-northeast-3 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 " +
  "ap-southeast-6 ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 " +
  "me-south-1 mx-central-1"
).split(" ");

/** Whether no message of SNS is brought from or to it: an opt-in region, or a partition of its own. */
const isApart = (region: string): boolean => optInRegions.includes(region) || /^(cn|us-gov)-/.test(region);

type Receiving = Omit<ReceivingStage, "name"> & {
  readonly inboundMail: boolean;
  readonly isolated?: object | undefined;
};

/** What receiving mail cannot be, and settings of it that nothing uses. */
export const problemsOfReceiving = (name: string, stage: Receiving): readonly string[] => {
  const { region, inboundMail, inboundMailRegion, receiptRuleSet, isolated } = stage;
  if (!inboundMail)
    return (["inboundMailRegion", "receiptRuleSet"] as const)
      .filter((setting) => stage[setting] !== undefined)
      .map((setting) => `${setting} is ${stage[setting]}, and inboundMail is not true. Set both.`);
  const where = receivesIn(stage);
  const apart = inboundMailRegion === undefined ? undefined : [region, inboundMailRegion].find(isApart);
  return [
    ...(receivingRegions.includes(where)
      ? []
      : [
          `inboundMail is true, and SES receives no mail in ${where}. Set inboundMail: false, or choose another ` +
            `${inboundMailRegion === undefined ? "region" : "inboundMailRegion"}: ${receivingRegions.join(", ")}.`,
        ]),
    ...(inboundMailRegion === region
      ? [`inboundMailRegion is ${region}, as region is. Take it out: replies are received there without it.`]
      : []),
    ...(apart !== undefined && inboundMailRegion !== region
      ? [
          `inboundMailRegion is ${inboundMailRegion} and region is ${region}: SNS brings nothing from or to ${apart} ` +
            "in the way that is built, as an account has to switch it on or it is a partition of its own. " +
            "Take regions that are on in every account, or set inboundMail: false.",
        ]
      : []),
    ...(isolated && inboundMailRegion !== undefined
      ? [
          `isolated is set and inboundMailRegion is ${inboundMailRegion}: the isolated network has no way to SES ` +
            "there, which the watchdog queries. Take one of them out.",
        ]
      : []),
    ...(receiptRuleSet === `takedown-${name}`
      ? [`receiptRuleSet is ${receiptRuleSet}, the set that the stack makes without it. Take it out.`]
      : []),
  ];
};
