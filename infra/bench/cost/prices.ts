/**
 * AWS's list prices in US dollars, without the free tier, as they were on that day. `source` is the
 * page that has today's.
 */
export const priceList = {
  region: "us-east-1",
  readOn: "2026-11-24",
  sources: {
    sqs: "https://aws.amazon.com/sqs/pricing/",
    lambda: "https://aws.amazon.com/lambda/pricing/",
    dynamoDb: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
    dynamoDbProvisioned: "https://aws.amazon.com/dynamodb/pricing/provisioned/",
    eventBridge: "https://aws.amazon.com/eventbridge/pricing/",
    s3: "https://aws.amazon.com/s3/pricing/",
    kms: "https://aws.amazon.com/kms/pricing/",
    secrets: "https://aws.amazon.com/secrets-manager/pricing/",
    cloudWatch: "https://aws.amazon.com/cloudwatch/pricing/",
    ses: "https://aws.amazon.com/ses/pricing/",
    sns: "https://aws.amazon.com/sns/pricing/",
    xRay: "https://aws.amazon.com/xray/pricing/",
    network: "https://aws.amazon.com/vpc/pricing/",
    stepFunctions: "https://aws.amazon.com/step-functions/pricing/",
  },
} as const;

const million = 1_000_000;
const gigabyte = 1024 ** 3;

/** Dollars for one of each quantity that the meter counts. */
export const prices = {
  /** A request of up to 64 KB, on a standard queue. */
  "sqs.requests": 0.4 / million,
  /** On top, for a request of a message with a group: fair queues. */
  "sqs.fairRequests": 0.1 / million,
  "lambda.requests": 0.2 / million,
  /** Arm, the first tier. */
  "lambda.gbSeconds": 0.0000133334,
  "dynamoDb.writeUnits": 0.625 / million,
  "dynamoDb.readUnits": 0.125 / million,
  /**
   * An event of our own, each 64 KB. AWS's own events and schedules on the default bus are free.
   */
  "eventBridge.events": 1 / million,
  "s3.puts": 5 / million,
  "s3.gets": 0.4 / million,
  "secrets.requests": 5 / million,
  "kms.requests": 3 / million,
  "sns.requests": 0.5 / million,
  "cloudWatch.logBytes": 0.5 / gigabyte,
  "xRay.traces": 5 / million,
  "ses.mails": 100 / million,
  /** Charged for attachments alone; all of the mail is counted here. */
  "ses.bytes": 0.12 / gigabyte,
  "ses.received": 100 / million,
  "stepFunctions.transitions": 25 / million,
} as const;
export type Quantity = keyof typeof prices;
export const isPriced = (name: string): name is Quantity => name in prices;

/** What the table's capacity is used on average, where its mode is provisioned and it follows the use. */
const provisionedUse = 0.5;
/** The same, where the table's mode is provisioned: a capacity unit is paid by the hour. */
export const provisionedPrices: Readonly<Record<Quantity, number>> = {
  ...prices,
  "dynamoDb.writeUnits": 0.00065 / 3600 / provisionedUse,
  "dynamoDb.readUnits": 0.00013 / 3600 / provisionedUse,
};

/** Dollars a month for what is there, whatever happens. */
export const monthly = {
  alarmMetric: 0.1,
  customMetric: 0.3,
  dashboard: 3,
  key: 1,
  /** On top, for a key's first and second rotation each; later ones cost nothing. */
  keyRotation: 1,
  secret: 0.4,
  /** An interface in one zone, by the hour; a month of AWS's bills has 730. */
  endpoint: 0.01 * 730,
  /** A gigabyte in the table, and its point-in-time recovery. */
  storedGigabyte: 0.25 + 0.2,
} as const;

/**
 * What no run on one machine can measure, chosen so that it is rather too much than too little.
 * Milliseconds that a call from Lambda waits for its answer, in the same region.
 */
export const waitsMs: Readonly<Record<string, number>> = {
  "DynamoDB GetItem": 5,
  "DynamoDB BatchGetItem": 8,
  "DynamoDB Query": 6,
  "DynamoDB PutItem": 7,
  "DynamoDB UpdateItem": 7,
  "DynamoDB DeleteItem": 7,
  "DynamoDB TransactWriteItems": 15,
  "SQS SendMessage": 8,
  "SQS SendMessageBatch": 10,
  "EventBridge PutEvents": 15,
  "SES SendRawEmail": 75,
  "SES GetSendQuota": 30,
  "S3 GET": 30,
  "SecretsManager GetSecretValue": 30,
  "SNS Publish": 25,
};
/**
 * DNS for each look-up, side by side, and a registry's answer of 600 ms for the one in twelve that
 * no earlier look-up answered.
 */
export const lookUpWaitMs = (lookUps: number): number => 20 + 600 * (1 - (11 / 12) ** lookUps);
/**
 * Lambda gives a whole processor at 1,769 MB (Lambda Developer Guide, "Configure Lambda function
 * memory").
 */
export const mbForOneProcessor = 1_769;
/** START, END and REPORT, which Lambda writes for each invocation, as text. */
export const invocationLogBytes = 71 + 51 + 150;
/** CloudWatch counts so many bytes on top of each line. */
export const lineOverheadBytes = 26;
/**
 * Lambda reads a queue by five readers. It may do with two where little comes, but not where the
 * runs at a time are limited, as on all of ours (Lambda Developer Guide, "Configuring scaling
 * behavior for SQS event source mappings").
 */
export const readersOfQueue = 5;
/** Each asks for 20 s at a time: what an idle queue costs. */
export const idleReceivesAMonth = (readersOfQueue * 60 * 60 * 24 * 30) / 20;
export const minutesAMonth = 60 * 24 * 30;
/**
 * Queues ask once an hour for each who writes or reads, DynamoDB and the logs every few minutes.
 */
export const kmsRequestsAMonth = 100_000;
/** Each function asks for its secrets when it starts; some dozens of it start anew each hour. */
export const secretsRequestsAMonth = 50_000;
