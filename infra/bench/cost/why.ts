/** Why a notice makes each kind of call; what lies in the table under each key says STORED-KEYS.md. */
const reasons: readonly (readonly [calls: RegExp, why: string])[] = [
  [/^DynamoDB item CASE:/, "the case, guarded by its version: each step once; when it opens, what it is found by"],
  [/^DynamoDB item HISTORY:/, "a line of the history for each change, in its transaction"],
  [/^DynamoDB item COUNT:/, "the overview's counts, each once, as they stand in the change's transaction"],
  [/^DynamoDB item STATISTIC:/, "the case's row of the yearly table, as it stands after a change of its notices"],
  [/^DynamoDB item DESK:/, "what came of asking the desk, by which the next look-up judges it"],
  [/^DynamoDB item STOPPED:/, "the claim fails for a desk that complained, up to the wire"],
  [/^DynamoDB item REPORT:/, "a report counts once, however often it comes"],
  [/^DynamoDB item TARGET:/, "one open case for one target"],
  [/^DynamoDB item BATCH:/, "who waits for the desk's next mail"],
  [/^DynamoDB item DESK-MAILS:/, "how many mails a desk gets in an hour"],
  [/^DynamoDB item (PACE|SENDER QUOTA):/, "SES's rate and the day's quota, shared by all processes"],
  [/^DynamoDB item REPUTATION:/, "bounces and complaints, on which sending stops by itself"],
  [/^DynamoDB item KNOWN:/, "what registries said, so that they are asked once; and whose turn it is to ask"],
  [/^DynamoDB item REGISTRY:/, "how often a registry may be asked"],
  [/^DynamoDB item TAKEN:/, "how many reports of a reporter a minute brings"],
  [/^DynamoDB item KEY:/, "which key seals, so that another one is noticed before anything is written under it"],
  [/^DynamoDB item REACH/, "how far new clocks were walked through after a deployment"],
  [/^DynamoDB indexes:/, "places in the indexes: what is due, opened, open longest, and what a case is found by"],
  [
    /^DynamoDB GetItem$/,
    "the case, once a step; what is in force; what stops a mail: pause, breaker, complaint, quota",
  ],
  [/^DynamoDB BatchGetItem$/, "what is known of a host, its block and its desks"],
  [/^DynamoDB Query$/, "what came of asking the desk before; what is due"],
  [/^DynamoDB (PutItem|UpdateItem|DeleteItem)$/, "the items above that no transaction holds"],
  [/^DynamoDB TransactWriteItems$/, "each step of a case: opened, looked up, claimed, answered, delivered"],
  [/^EventBridge PutEvents$/, "what reporters hear"],
  [/^Lambda .* ms$/, "what is billed of the runs"],
  [/^Lambda /, "runs, of as many messages as came together"],
  [/^S3 /, "the reply's mail"],
  [/^SES GetSendQuota$/, "the account's rate and quota, once a minute"],
  [/^SES SendRawEmail$/, "the mail: once"],
  [/^SNS /, "on-call is told"],
  [/^SQS SendMessage from outside$/, "the report, SES's word that it is sent and that it is delivered, and the reply"],
  [/^SQS SendMessage/, "the hint for the next step, so that nobody waits for the sweep"],
  [/^SQS (receive|delete) by Lambda$/, "each message comes and goes"],
  [/^SecretsManager GetSecretValue$/, "keys, once a process"],
];

/** Why it is made. Throws for a call that nobody has given a reason for: what is paid for has one. */
export const whyOf = (call: string): string => {
  const why = reasons.find(([calls]) => calls.test(call))?.[1];
  if (why === undefined) throw new Error(`Nobody has said why ${call} is made.`);
  return why;
};
