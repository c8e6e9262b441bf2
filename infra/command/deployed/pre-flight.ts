import { receiptRuleOf } from "../../stack/receiving.ts";
import { mailFromDomain, type Stage } from "../../stack/stages.ts";
import { concurrencyOf, queuesOf, stageQueuesOf } from "../../stack/topology.ts";
import type { AccountFacts, Asked, IdentityState, StackState } from "./account.ts";
import type { Row } from "./rows.ts";

/**
 * What of an account stops a deployment of the stage or its mail, what to heed, and what to ask AWS
 * for. Nothing is asked here: `readAccount` has the facts.
 */
export const preFlight = (stage: Stage, facts: AccountFacts): readonly Row[] => [
  account(stage, facts),
  ...facts.bootstrapped.map((one) => bootstrap(stage, one)),
  stack(stage, facts),
  ...leftBehind(stage, facts),
  atATime(stage, facts),
  keyCalls(stage, facts),
  ...mail(stage, facts),
  ...facts.identities.map((one) =>
    identity(stage, one, isReplyDomain(stage, one.name) ? facts.inboundStack : facts.stack),
  ),
  ...(stage.inboundMail ? [inboundStack(stage, facts), rules(stage, facts)] : []),
];

/** A row of what could be read; where it could not, AWS's sentence and the right that it takes. */
const known = <T>(what: string, right: string, fact: Asked<T>, says: (value: T) => Omit<Row, "what">): Row =>
  fact.ok
    ? { what, ...says(fact.value) }
    : {
        what,
        state: "unknown",
        says: `AWS did not say: ${fact.error}.`,
        fix: `Ask with credentials that may ${right}, or look yourself.`,
      };

const ready = (says: string): Omit<Row, "what"> => ({ state: "ready", says });

const account = ({ account: meant, region }: Stage, { caller }: AccountFacts): Row =>
  known("Credentials", "sign in", caller, ({ account: own, arn }) =>
    meant === undefined || meant === own
      ? ready(`${arn}, account ${own}, ${region}.`)
      : {
          state: "stops",
          says: `They are of account ${own}, and the stage is for ${meant}.`,
          fix: "Sign in to the stage's account, or correct its setting account.",
        },
  );

const bootstrap = ({ region }: Stage, { region: where, state }: AccountFacts["bootstrapped"][number]): Row =>
  known(`CDK's own stack${where === region ? "" : `, ${where}`}`, "cloudformation:DescribeStacks", state, (found) =>
    found === undefined
      ? {
          state: "heed",
          says: `The stack CDKToolkit is not in ${where}, and without it the CDK can't deploy there.`,
          fix:
            "npx cdk bootstrap, with -c stage=… or -c stage-file=… as for synth: it does so in each region of the " +
            "stage. Where yours has another name, there is nothing to do.",
        }
      : ready(`CDKToolkit is there (${found.status}).`),
  );

const stack = ({ name }: Stage, { stack: found, named }: AccountFacts): Row =>
  known(`Stack takedown-${name}`, "cloudformation:DescribeStacks", found, (state) => {
    if (state) return stateOf(state);
    if (!named.ok)
      return { state: "unknown", says: `It is not there; whether its names are free AWS did not say: ${named.error}.` };
    if (named.value.length === 0) return ready("It is not there yet, and its names are free.");
    return {
      state: "stops",
      says:
        `It is not there, but ${named.value.length} of its names are taken, as by an earlier stage of that name: ` +
        `${named.value.slice(0, 4).join(", ")}${named.value.length > 4 ? ", …" : ""}.`,
      fix: "Delete what is left (deployment.md, What stays when a stack goes), or give the stage another name.",
    };
  });

/**
 * What a deployed stack would make and an earlier deployment left, as of a channel or webhook that was taken out: its
 * queues stay, and a channel's secret. No row where there is none.
 */
const leftBehind = ({ name, settings }: Stage, { stack: found, named }: AccountFacts): readonly Row[] => {
  if (!found.ok || found.value === undefined || !named.ok) return [];
  const own = `takedown-${name}`;
  const queues = [...queuesOf(settings), ...stageQueuesOf(settings)].flatMap((queue) => [
    `queue ${own}-${queue}`,
    `queue ${own}-${queue}-dead-letters`,
  ]);
  const secrets = Object.keys(settings.channels ?? {}).map((provider) => `secret ${own}-channel-${provider}`);
  const left = named.value.filter((one) => [...queues, ...secrets].includes(one.replace(" (to be deleted)", "")));
  if (left.length === 0) return [];
  const deletes = left.map((one) => {
    const [kind, it] = one.split(" ");
    return kind === "queue"
      ? `aws sqs delete-queue --queue-url "$(aws sqs get-queue-url --queue-name ${it} --query QueueUrl --output text)"`
      : `aws secretsmanager delete-secret --secret-id ${it} --force-delete-without-recovery`;
  });
  return [
    {
      what: "Left behind",
      state: "stops",
      says:
        `The stack would make ${left.join(", ")}, and an earlier deployment left it: it would end with ` +
        "AlreadyExists.",
      fix:
        `Note what you need of it, then: ${deletes.join("; ")}. Next time set paused: true on a channel or webhook, ` +
        "and do not take it out.",
    },
  ];
};

/** Its first deployment failed, and what it had made is gone or going. */
const neverStood = ({ status }: StackState): boolean =>
  ["ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "REVIEW_IN_PROGRESS"].includes(status);

const stateOf = ({ status }: StackState): Omit<Row, "what"> => {
  if (status === "ROLLBACK_COMPLETE" || status === "CREATE_FAILED")
    return {
      state: "stops",
      says: `Its first deployment failed (${status}), and CloudFormation updates no such stack.`,
      fix: "Look at its events, delete it, and deploy again.",
    };
  if (status.endsWith("_FAILED"))
    return { state: "stops", says: `Its last deployment ended with ${status}.`, fix: "Look at its events first." };
  if (status.endsWith("_IN_PROGRESS"))
    return { state: "heed", says: `It is being changed (${status}).`, fix: "Wait until that ends." };
  return ready(`It is deployed (${status}).`);
};

const keyCalls = ({ region }: Stage, { keyCalls: fact }: AccountFacts): Row =>
  known("Changes of keys", "cloudtrail:DescribeTrails, GetTrailStatus and GetEventSelectors", fact, (state) => {
    if (state === "logged") return ready(`A trail logs them in ${region}, so on-call is notified of each.`);
    return {
      state: "heed",
      says:
        `${state === "excluded" ? "No trail logs KMS's write events" : "No trail is logging"} in ${region}: nobody ` +
        "is notified when a key of the stage is disabled or to be deleted.",
      fix: "Have a trail log management events, those of KMS included (deployment.md, When a key is disabled).",
    };
  });

/** What is not fed by a queue: each minute's two, the stream's, the console, and what is already warm. */
const besideQueues = 10;

const atATime = (stage: Stage, { atATime: fact }: AccountFacts): Row =>
  known("Functions at a time", "lambda:GetAccountSettings", fact, ({ limit, unreserved }) => {
    const most = concurrencyOf(stage.settings, stage);
    const wanted = most + besideQueues;
    // At ten there is no more to choose: what is turned away is received again for over an hour.
    if (stage.size === "small" && unreserved >= besideQueues)
      return ready(
        `The account has ${limit}; the stage is small. In a burst of both lanes, which may want ${most}, messages ` +
          "wait, and none ends as a dead letter by that.",
      );
    if (unreserved >= wanted) return ready(`The account has ${limit}; the stage's queues take ${most} at most.`);
    return {
      state: "heed",
      says:
        `The account has ${limit}${unreserved === limit ? "" : `, of which ${unreserved} are nobody's own`}; the ` +
        `stage's queues take up to ${most}. In a burst messages are turned away, and one that was turned away ` +
        "again and again is a dead letter.",
      fix:
        `Ask AWS for at least ${Math.max(100, wanted)}: Service Quotas, AWS Lambda, Concurrent executions ` +
        "(L-B99A9384). Until then set size: small.",
    };
  });

const mail = ({ mailsPerSecond, region }: Stage, { ses }: AccountFacts): readonly Row[] => [
  known("SES: whom it writes to", "ses:GetAccount", ses, ({ production }) =>
    production
      ? ready("Everybody: the account is out of the sandbox.")
      : {
          state: "heed",
          says: "Verified addresses and SES's simulator alone: the account is in the sandbox. No desk can be told.",
          fix: `Ask for production access in ${region} (first-deployment.md, Leave SES's sandbox); it takes days.`,
        },
  ),
  known("SES: sending", "ses:GetAccount", ses, ({ sendingEnabled, enforcement }) => {
    if (!sendingEnabled || enforcement === "SHUTDOWN")
      return {
        state: "stops",
        says: `AWS lets the account send nothing (${enforcement}).`,
        fix: "Read AWS's mail about it, answer the case in the support centre.",
      };
    return enforcement === "HEALTHY"
      ? ready("It is healthy.")
      : {
          state: "heed",
          says: `AWS watches the account (${enforcement}), and may stop it.`,
          fix: "Fix what bounces or is complained about before notices go out.",
        };
  }),
  known("SES: how much", "ses:GetAccount", ses, ({ mailsPerDay, mailsPerSecond: rate }) => {
    const has = `${mailsPerDay < 0 ? "No limit" : mailsPerDay} mails a day, ${rate} a second`;
    if (rate >= mailsPerSecond) return ready(`${has}; the stage reckons with ${mailsPerSecond} a second.`);
    return {
      state: "heed",
      says:
        `${has}, and the stage reckons with ${mailsPerSecond} a second: senders would wait for their turn on your ` +
        "bill.",
      fix: `Set mailsPerSecond: ${rate}, or ask AWS for more (Service Quotas, Amazon SES, Sending rate).`,
    };
  }),
];

/** The stack of inbound mail makes the reply domain's identity, and the stage's own all others. */
const isReplyDomain = ({ settings }: Stage, name: string): boolean => name === settings.replyDomain;

/**
 * Whether a deployment would make what is there already, by the state of the stack that makes it: a
 * stack that is not there, or whose first deployment failed, has made nothing.
 */
const isToBeMade = (maker: Asked<StackState | undefined>): boolean | "unknown" =>
  maker.ok ? maker.value === undefined || neverStood(maker.value) : "unknown";

const identity = (
  { existingIdentities, senderDomain }: Stage,
  { name, state }: { readonly name: string; readonly state: Asked<IdentityState | undefined> },
  maker: Asked<StackState | undefined>,
): Row =>
  known(`Identity ${name}`, "ses:GetEmailIdentity", state, (found) => {
    const isNamed = existingIdentities.includes(name);
    if (found === undefined)
      return isNamed
        ? {
            state: "stops",
            says: "existingIdentities names it, and SES has it not in this region.",
            fix: "Take it out of existingIdentities, and the stack makes it.",
          }
        : ready("SES has it not yet; the stack makes it.");
    const lacks = lacksOf(found, name === senderDomain ? mailFromDomain(senderDomain) : undefined);
    const says = lacks.length === 0 ? "It is verified" : `It is there, but ${lacks.join("; ")}`;
    const records = lacks.length === 0 ? "" : "Enter its DNS records (first-deployment.md, step 5).";
    const toBeMade = !isNamed && isToBeMade(maker);
    if (toBeMade === true)
      return {
        state: "stops",
        says: `${says}. The stack that would make it has not: its deployment would end with AlreadyExists.`,
        fix: `Name it in existingIdentities.${records === "" ? "" : ` ${records}`}`,
      };
    if (toBeMade === "unknown")
      return {
        state: "unknown",
        says: `${says}. Whether the stack made it AWS did not say; if not, its deployment ends with AlreadyExists.`,
        fix: "Ask with credentials that may cloudformation:DescribeStacks, or name it in existingIdentities.",
      };
    if (lacks.length > 0) return { state: "heed", says: `${says}.`, fix: records };
    return ready(`${says}, and ${isNamed ? "named in existingIdentities" : "its stack is deployed"}.`);
  });

const lacksOf = ({ verified, dkim, mailFrom }: IdentityState, from: string | undefined): readonly string[] => [
  ...(verified ? [] : ["it is not verified, and SES sends nothing from it"]),
  ...(dkim === "SUCCESS" ? [] : [`its DKIM is ${dkim}, and desks take what it sends for a forgery`]),
  ...(from === undefined || (mailFrom?.domain === from && mailFrom.state === "SUCCESS")
    ? []
    : [
        mailFrom
          ? `its MAIL FROM ${mailFrom.domain} is ${mailFrom.state || "not looked at yet"}`
          : `it has no MAIL FROM ${from}`,
      ]),
];

const inboundStack = ({ name }: Stage, { inboundStack: found }: AccountFacts): Row =>
  known(`Stack takedown-${name}-inbound-mail`, "cloudformation:DescribeStacks", found, (state) =>
    state ? stateOf(state) : ready("It is not there yet; deploy it after the stage's own."),
  );

const rules = (stage: Stage, { activeRules }: AccountFacts): Row =>
  known("Receipt rule set", "ses:DescribeActiveReceiptRuleSet in a region that receives", activeRules, (active) => {
    const { set } = receiptRuleOf(stage);
    const there = stage.inboundMailRegion === undefined ? "" : ` --region ${stage.inboundMailRegion}`;
    const activate = `aws ses set-active-receipt-rule-set --rule-set-name ${set}${there}`;
    const isOwn = stage.receiptRuleSet === undefined;
    if (active?.name === set)
      return ready(`${set} is active.${isOwn ? "" : " The stack puts its rule at the beginning of it."}`);
    if (active === undefined)
      return {
        state: "heed",
        says: `No rule set is active: desks' replies bounce.${isOwn ? "" : ` ${set} has to be there already.`}`,
        fix: isOwn ? `Once deployed: ${activate}` : activate,
      };
    return {
      state: "heed",
      says:
        `The account's one active rule set is ${active.name}, which receives for ` +
        `${active.receivesFor.slice(0, 5).join(", ") || "nobody"}; a rule in ${set} receives nothing.`,
      fix:
        `Set receiptRuleSet: ${active.name}, and the stack puts its rule there. ${activate} would end receiving by ` +
        `${active.name}.`,
    };
  });
