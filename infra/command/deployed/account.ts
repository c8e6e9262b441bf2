import {
  CloudFormationClient,
  DescribeStacksCommand,
  paginateListStackResources,
} from "@aws-sdk/client-cloudformation";
import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { ListSecretsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { DescribeActiveReceiptRuleSetCommand, SESClient } from "@aws-sdk/client-ses";
import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, SESv2Client } from "@aws-sdk/client-sesv2";
import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { fail, ok, type Result } from "../../../functions/kernel/result.ts";
import { receivesIn } from "../../stack/receiving.ts";
import { deploysTo, identitiesOf, type Stage } from "../../stack/stages.ts";
import { callersArn } from "../caller.ts";
import { keyCallsIn } from "./trails.ts";

/** What AWS answered, or its sentence of why not; a right that the caller lacks is one. */
export type Asked<T> = Result<T, string>;

export type SesAccount = {
  /** Whether it may write to others than verified addresses. */
  readonly production: boolean;
  readonly sendingEnabled: boolean;
  /** HEALTHY, PROBATION or SHUTDOWN, by SES's word. */
  readonly enforcement: string;
  readonly mailsPerDay: number;
  readonly mailsPerSecond: number;
};

/** Of a domain or mailbox in SES; `undefined` where SES has none of that name. */
export type IdentityState = {
  readonly verified: boolean;
  /** SUCCESS, PENDING, FAILED, TEMPORARY_FAILURE or NOT_STARTED. */
  readonly dkim: string;
  readonly mailFrom?: { readonly domain: string; readonly state: string };
};

export type RuleSet = { readonly name: string; readonly receivesFor: readonly string[] };
export type StackState = { readonly status: string };

/** All that the judgement of `pre-flight.ts` is made from. */
export type AccountFacts = {
  readonly caller: Asked<{ readonly account: string; readonly arn: string }>;
  /** How many functions may run at a time in the account, and how many of these are nobody's own. */
  readonly atATime: Asked<{ readonly limit: number; readonly unreserved: number }>;
  readonly ses: Asked<SesAccount>;
  readonly identities: readonly { readonly name: string; readonly state: Asked<IdentityState | undefined> }[];
  /** The account's one active set; `undefined` where none is. */
  readonly activeRules: Asked<RuleSet | undefined>;
  /** The CDK's own stack, in each region in which a stack of the stage is deployed. */
  readonly bootstrapped: readonly { readonly region: string; readonly state: Asked<StackState | undefined> }[];
  /** This stage's stack and that of its inbound mail. */
  readonly stack: Asked<StackState | undefined>;
  readonly inboundStack: Asked<StackState | undefined>;
  /** Queues and secrets named after the stage that are not its stack's, also such as are to be deleted. */
  readonly named: Asked<readonly string[]>;
  /** Whether a trail logs calls that change a key; without one nobody is notified of them. */
  readonly keyCalls: Asked<"logged" | "excluded" | "no trail">;
};

/**
 * Reads what an account allows and holds already; a dozen requests, all of them reading. Needs AWS
 * credentials, and of rights `lambda:GetAccountSettings`, `ses:GetAccount`, `ses:GetEmailIdentity`,
 * `ses:DescribeActiveReceiptRuleSet`, `cloudformation:DescribeStacks`, `cloudformation:ListStackResources`,
 * `sqs:ListQueues`, `secretsmanager:ListSecrets`, `cloudtrail:DescribeTrails`, `GetTrailStatus` and
 * `GetEventSelectors`; what can't be read is said in its place.
 */
export const readAccount = async (stage: Stage): Promise<AccountFacts> => {
  const { name, region } = stage;
  const at = { region, maxAttempts: 3 };
  const whereReceived = { ...at, region: receivesIn(stage) };
  const [formation, mail] = [new CloudFormationClient(at), new SESv2Client(at)];
  const identity = async (identityName: string) => ({
    name: identityName,
    state: await asked(() =>
      identityIn(identityName === stage.settings.replyDomain ? new SESv2Client(whereReceived) : mail, identityName),
    ),
  });
  const toolkit = async (where: string) => ({
    region: where,
    state: await asked(() => stackIn(new CloudFormationClient({ ...at, region: where }), "CDKToolkit")),
  });
  const [caller, atATime, ses, identities, activeRules, bootstrapped, stack, inboundStack, named, keyCalls] =
    await Promise.all([
      asked(whoAsks),
      asked(() => concurrencyIn(new LambdaClient(at))),
      asked(() => sesAccountIn(mail)),
      Promise.all(identitiesOf(stage).map(identity)),
      asked(() => activeRulesIn(new SESClient(whereReceived))),
      Promise.all(deploysTo(stage).map(toolkit)),
      asked(() => stackIn(formation, `takedown-${name}`)),
      asked(() => stackIn(new CloudFormationClient(whereReceived), `takedown-${name}-inbound-mail`)),
      asked(() => leftBehindIn(at, formation, `takedown-${name}`)),
      asked(() => keyCallsIn(region)),
    ]);
  return { caller, atATime, ses, identities, activeRules, bootstrapped, stack, inboundStack, named, keyCalls };
};

const asked = async <T>(ask: () => Promise<T>): Promise<Asked<T>> => {
  try {
    return ok(await ask());
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: "Error", message: String(error) };
    return fail(`${name}: ${message.split("\n")[0]?.slice(0, 200)}`);
  }
};

const whoAsks = async () => {
  const arn = await callersArn();
  const account = arn?.split(":")[4];
  if (arn === undefined || account === undefined) throw new Error("STS does not say whose credentials these are");
  return { account, arn };
};

const concurrencyIn = async (lambda: LambdaClient) => {
  const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
  const { ConcurrentExecutions: limit, UnreservedConcurrentExecutions: unreserved = limit } = AccountLimit ?? {};
  if (limit === undefined || unreserved === undefined) throw new Error("Lambda names no limit");
  return { limit, unreserved };
};

const sesAccountIn = async (mail: SESv2Client): Promise<SesAccount> => {
  const account = await mail.send(new GetAccountCommand({}));
  const { Max24HourSend: mailsPerDay, MaxSendRate: mailsPerSecond } = account.SendQuota ?? {};
  if (mailsPerDay === undefined || mailsPerSecond === undefined) throw new Error("SES names no quota");
  return {
    production: account.ProductionAccessEnabled ?? false,
    sendingEnabled: account.SendingEnabled ?? false,
    enforcement: account.EnforcementStatus ?? "HEALTHY",
    mailsPerDay,
    mailsPerSecond,
  };
};

const identityIn = async (mail: SESv2Client, name: string): Promise<IdentityState | undefined> => {
  try {
    const found = await mail.send(new GetEmailIdentityCommand({ EmailIdentity: name }));
    const { MailFromDomain: domain = "", MailFromDomainStatus: state = "" } = found.MailFromAttributes ?? {};
    return {
      verified: found.VerifiedForSendingStatus ?? false,
      dkim: found.DkimAttributes?.Status ?? "NOT_STARTED",
      ...(domain !== "" && { mailFrom: { domain, state } }),
    };
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
};

const activeRulesIn = async (receiving: SESClient): Promise<RuleSet | undefined> => {
  const { Metadata, Rules = [] } = await receiving.send(new DescribeActiveReceiptRuleSetCommand({}));
  if (Metadata?.Name === undefined) return undefined;
  return { name: Metadata.Name, receivesFor: Rules.flatMap(({ Recipients = ["all domains"] }) => Recipients) };
};

const stackIn = async (formation: CloudFormationClient, StackName: string): Promise<StackState | undefined> => {
  try {
    const { Stacks = [] } = await formation.send(new DescribeStacksCommand({ StackName }));
    const status = Stacks[0]?.StackStatus;
    return status === undefined || status === "DELETE_COMPLETE" ? undefined : { status };
  } catch (error) {
    if (isNoStack(error)) return undefined;
    throw error;
  }
};

/** CloudFormation has no error of its own for it (API Reference, DescribeStacks, ValidationError). */
const isNoStack = (error: unknown): boolean => error instanceof Error && /does not exist/.test(error.message);

/** A hundred of each would be more than a stage has. */
const leftBehindIn = async (
  at: { readonly region: string },
  formation: CloudFormationClient,
  stack: string,
): Promise<readonly string[]> => {
  const prefix = `${stack}-`;
  const [own, { QueueUrls = [] }, { SecretList = [] }] = await Promise.all([
    resourcesIn(formation, stack),
    new SQSClient(at).send(new ListQueuesCommand({ QueueNamePrefix: prefix, MaxResults: 100 })),
    new SecretsManagerClient(at).send(
      new ListSecretsCommand({
        Filters: [{ Key: "name", Values: [prefix] }],
        IncludePlannedDeletion: true,
        MaxResults: 100,
      }),
    ),
  ]);
  return [
    ...QueueUrls.map(afterSlash).flatMap((queue) => (own.has(queue) ? [] : [`queue ${queue}`])),
    ...SecretList.filter(({ ARN = "" }) => !own.has(ARN)).map(
      ({ Name, DeletedDate }) => `secret ${Name}${DeletedDate ? " (to be deleted)" : ""}`,
    ),
  ];
};

/** A queue's name in its URL, whatever host that names; an ARN without a path is whole. */
const afterSlash = (id: string): string => id.slice(id.lastIndexOf("/") + 1);

/** What CloudFormation knows the stack's resources by: of a queue the name in its URL, of a secret its ARN. */
const resourcesIn = async (client: CloudFormationClient, StackName: string): Promise<ReadonlySet<string>> => {
  const found = new Set<string>();
  try {
    for await (const { StackResourceSummaries = [] } of paginateListStackResources({ client }, { StackName }))
      for (const { PhysicalResourceId = "" } of StackResourceSummaries) found.add(afterSlash(PhysicalResourceId));
  } catch (error) {
    if (!isNoStack(error)) throw error;
  }
  return found;
};
