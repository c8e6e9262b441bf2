import * as z from "zod";
import { rowsOf, urgentApprovalMinutesAtMost } from "../../functions/escalation/policy.ts";
import { wrongInRow } from "../../functions/escalation/read-policy-table.ts";
import { namesMailbox, readDeskMatch } from "../../functions/kernel/desk-match.ts";
import { mailDomainOf } from "../../functions/kernel/mailbox.ts";
import { ownMailDomains, replyDomainsOf } from "../../functions/kernel/own-mail.ts";
import { pattern } from "../../functions/kernel/pattern.ts";
import { idsOf } from "../../functions/kernel/reporter-ids.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { omit } from "../../functions/kernel/zod.ts";
import { categories, laneOf } from "../../functions/report/category.ts";
import { ownQueueOf } from "../../functions/report/own-queue.ts";
import { longName, problemsOfReceiving, receiptRuleOf, receivesIn } from "./receiving.ts";
import { sayWrong } from "./say-wrong.ts";
import { severities } from "./severity.ts";
import { sizeNames } from "./sizes.ts";

const prefixList = z.string().regex(/^pl-[0-9a-f]{8,17}$/, "the id of a prefix list, like pl-0123abcd");

const hostName = z
  .string()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    "a domain in lower case, like hotline.example",
  );

const regionName = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region, like eu-central-1");

/** What becomes of mail in the sender's name that is not ours; `unmanaged` where the record is there already. */
const dmarcPolicies = ["none", "quarantine", "reject", "unmanaged"] as const;

/** A stage's row as it is written; `readStage` says what contradicts itself. */
export const stageSchema = z.strictObject({
  /** The AWS region of all that the stage has. */
  region: regionName,
  /** Absent: the account of whoever deploys. */
  account: z
    .string()
    .regex(/^\d{12}$/, "twelve digits")
    .optional(),
  /**
   * What the functions decide by. The stage's name and the configuration sets' names are added
   * here.
   */
  settings: omit(settingsSchema, { stage: true, configurationSets: true }),
  /**
   * Mailboxes that hear what a person has to decide, and alarms. At least one.
   */
  onCall: z.array(z.email()).min(1),
  /**
   * Mailboxes that hear the alarms that can wait until the morning (`notify`), in place of
   * `onCall`, which then hears those that can't (`page`) alone. Absent: `onCall` hears both.
   */
  notify: z.array(z.email()).min(1).optional(),
  /**
   * The account's MaxSendRate in SES, by which the number of senders at a time is chosen: 1 in the
   * sandbox, and 14 is what accounts begin with outside of it. The senders ask SES for its rate and
   * keep to it, whatever stands here.
   */
  mailsPerSecond: z.number().min(1).max(10_000).default(14),
  /**
   * How much of an account the stage takes: `small` for one that may run ten functions at a time,
   * as a new account may; `large` for a thousand reports a second, once AWS has raised what it
   * names. What each is stands in `infra/guides/sizes.md`. A stage that was `large` once keeps its
   * table's warm throughput: DynamoDB takes it back by no setting.
   */
  size: z.enum(sizeNames).default("usual"),
  /**
   * Where your people can read the folder `infra/guides/runbook` from a phone, like its page on
   * your Git host. Alarms and what on-call is told link their page there; without it they name the
   * page by its path in the repository.
   */
  runbookUrl: z
    .url({
      protocol: /^https$/,
      error: "an https address, like https://git.example.org/takedown/blob/main/infra/guides/runbook",
    })
    .refine(
      (url) => !/[?#]/.test(url) && !url.endsWith("/"),
      "an address without query, fragment or a slash at the end",
    )
    .optional(),
  /**
   * SNS topics that alarms notify as well, like one that a pager listens on; in the stage's region.
   * Each hears alarms of its `severities`: by default those of `page` alone. Their policy must let
   * CloudWatch and EventBridge publish. Four at most, as a rule of EventBridge has five targets.
   */
  alarmTopics: z
    .array(
      z.strictObject({
        arn: z.string().regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]+$/, "the ARN of an SNS topic"),
        severities: z.array(z.enum(severities)).min(1).default(["page"]),
      }),
    )
    .max(4)
    .default([]),
  /**
   * Who may put reports on the report queues: IAM principals (those of the same account need a
   * policy of their own as well), SNS topics whose subscriptions bring them, and rules of
   * EventBridge in the stage's region.
   */
  producers: z
    .array(
      z
        .string()
        .regex(
          pattern(
            "",
            "^arn:aws[a-z-]*:",
            [
              "iam::\\d{12}:(root|role\\/.+|user\\/.+)",
              "sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+",
              "events:[a-z0-9-]+:\\d{12}:rule\\/[A-Za-z0-9._/-]+",
            ],
            "$",
          ),
          "the ARN of an account's root, a role, a user, an SNS topic or a rule of EventBridge",
        ),
    )
    .default([]),
  /**
   * Desks' replies come in through SES. It is off by default since SES receives in some regions
   * only, and since an account has one active rule set in a region (`receiptRuleSet`).
   */
  inboundMail: z.boolean().default(false),
  /**
   * Where SES receives them, where that is not the stage's region. The stack of inbound mail is
   * there then, with a topic, a key and an alarm of its own; mails are laid into the stage's
   * bucket, and all else stays where it is.
   */
  inboundMailRegion: regionName.optional(),
  /**
   * A receipt rule set that the account has in SES where replies are received: the stack puts its
   * rule into that set, at the beginning, and makes none. An account has one active set in a
   * region, so this is how a stage receives beside whatever does already, such as another stage.
   * Absent: a set of the stage's own, `takedown-<stage>`.
   */
  receiptRuleSet: z
    .string()
    // SES API Reference, CreateReceiptRuleSet, `RuleSetName`.
    .regex(/^[A-Za-z0-9]([A-Za-z0-9_-]{0,62}[A-Za-z0-9])?$/, "the name of a receipt rule set, like company-mail")
    .optional(),
  /**
   * Identities that the account has in SES already, in the stage's region: of the sender's domain,
   * the reply domain, the mailbox of a dry run. The stack uses them and makes none, since
   * CloudFormation cannot make what is there (`AlreadyExists`), and a domain is there as soon as
   * anything else of the account sends from it. `infra/guides/first-deployment.md` says what such
   * an identity must have. Two stages of one account and region share an identity: one makes it,
   * the others name it here.
   */
  existingIdentities: z.array(z.string().min(3)).default([]),
  /**
   * Every function but `find-contact`, `sign-in` and `tell-channel` runs in a network without a way out;
   * `infra/guides/deployment.md` says what that costs. Absent: they run in Lambda's own, where
   * rights alone hold them. The prefix lists are the region's, of the gateways to DynamoDB and S3:
   * `aws ec2 describe-managed-prefix-lists`.
   */
  isolated: z.strictObject({ prefixLists: z.strictObject({ dynamodb: prefixList, s3: prefixList }) }).optional(),
  /**
   * A zone of Route 53 in the stage's account, in which the stack then makes the records of the sender's domain,
   * the reply domains and the console's own that lie in it (DKIM, MAIL FROM with SPF, DMARC, MX, alias); none of
   * these may be there. Absent: they are entered by hand (`infra/guides/first-deployment.md`). `dmarc` has to be
   * chosen: `quarantine` on an organisation's main domain junks whatever else it sends unsigned, so begin with
   * `none` there, or take a subdomain for notices.
   */
  dns: z
    .strictObject({
      zone: hostName,
      hostedZoneId: z.string().regex(/^Z[A-Z0-9]{1,31}$/, "the id of a hosted zone, like Z0123456789ABC"),
      dmarc: z.enum(dmarcPolicies),
    })
    .optional(),
  /**
   * A domain of your own for the console in browsers, with its certificate in ACM in the stage's
   * region. The address that API Gateway made is switched off then, and the provider of `signIn`
   * has to know the new one.
   */
  consoleDomain: z
    .strictObject({
      name: hostName,
      certificateArn: z
        .string()
        .regex(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, "the ARN of a certificate in ACM"),
    })
    .optional(),
  /**
   * US dollars that the stage may cost in a month: `onCall` hears when it is about to cost more, at
   * 80 % and at all of it. Nothing is stopped. AWS counts by the tag `takedown-stage`, once that is
   * activated for cost allocation; mails are charged to the account and not counted.
   */
  monthlyBudgetUsd: z.number().min(1).max(1_000_000).optional(),
  /**
   * So many days SES's events are kept in an archive of EventBridge, from which they are replayed
   * onto a table that was restored (`infra/guides/operations.md`): each settles what was sent, and
   * nobody has to be asked. 35 is as long as point-in-time recovery goes back. Absent: none is
   * kept, and what may have gone out stays unknown.
   */
  keepSesEventsDays: z.int().min(1).max(365).optional(),
  /**
   * A backup of the table each night by AWS Backup, kept for `keepDays`, and copied to the vault
   * `copyTo`, which is another account's. What was forgotten can be read in a backup as long as it
   * is kept, by who has the master keys. Absent: point-in-time recovery alone, in this account.
   */
  backup: z
    .strictObject({
      keepDays: z.int().min(1).max(365).default(35),
      copyTo: z
        .string()
        .regex(
          /^arn:aws[a-z-]*:backup:[a-z0-9-]+:\d{12}:backup-vault:[A-Za-z0-9_-]{2,50}$/,
          "the ARN of a vault of AWS Backup",
        )
        .optional(),
    })
    .optional(),
  /**
   * After a restore of the table (`infra/guides/operations.md`): the ARN of the restored table's
   * stream. The functions work on that table from the deployment on; the stack's own stays as it
   * is. What the stack gives its own (recovery, time to live, protection), `takedown restored
   * --prepare` gives the restored one. It is set here as long as that table is used.
   */
  restoredTable: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[A-Za-z0-9_.-]{3,255}\/stream\/[0-9T:.-]+$/,
      "the ARN of a table's stream (LatestStreamArn)",
    )
    .optional(),
  /**
   * Nobody deletes the stage's stacks before this is false and deployed. What holds data stays in
   * any case.
   */
  terminationProtection: z.boolean().default(true),
  /**
   * X-Ray's traces of every function; turned on while somebody looks for a fault
   * (`infra/guides/runbook/README.md`). Off by default: Lambda traces the first run of each second
   * and one in twenty of the rest, which cannot be lowered (Lambda Developer Guide, "Visualize
   * Lambda function invocations using AWS X-Ray"), so at a million notices a month nearly all of
   * them (`infra/guides/operations.md` says for how much); and metrics, and the log by case and by
   * run, answer what the runbook asks.
   */
  traces: z.boolean().default(false),
  /**
   * Logs hold ids, codes and defanged hosts; three months are enough to answer a question about a
   * notice.
   */
  keepLogsDays: z.literal([30, 90, 180, 365]).default(90),
});

export type StageRow = z.input<typeof stageSchema>;
export type Stage = Omit<z.output<typeof stageSchema>, "settings"> & {
  readonly name: string;
  readonly settings: Settings;
  /** The domain of the sender's address; SES signs for it. */
  readonly senderDomain: string;
};

/**
 * One row for each deployment. `example` synthesises on any machine and is the pattern to copy; its
 * names are reserved ones, so that nothing can be sent from it.
 */
export const stages: Readonly<Record<string, StageRow>> = {
  example: {
    region: "eu-central-1",
    onCall: ["on-call@hotline.example"],
    settings: {
      organisation: "Example Hotline",
      senderAddress: "notices@hotline.example",
      replyDomain: "reply.hotline.example",
      verifyBy: "https://hotline.example/verify",
      reporters: [{ id: "example-hotline", organisation: "Example Hotline", contact: "reports@hotline.example" }],
      protectedDomains: ["hotline.example"],
    },
    inboundMail: true,
  },
};

const inTheCode = "infra/stack/stages.ts";

/** How whoever asked names a stage and a file of stages: what is wrong is said with what helps there. */
export type StageWords = { readonly stage: string; readonly file: string };
export const contextWords: StageWords = { stage: "-c stage=NAME", file: "-c stage-file=FILE" };
export const optionWords: StageWords = { stage: "--stage NAME", file: "--stage-file FILE" };

/**
 * The checked row of a stage, out of `stages` or of a file (`stage-file.ts`), which `where` names
 * in what is said. Throws one error that names each setting that is missing, misspelt or
 * contradicts another, so that nothing half-right is ever synthesised.
 */
export const readStage = (
  name: string,
  rows: Readonly<Record<string, StageRow>> = stages,
  where = inTheCode,
  words = contextWords,
): Stage => {
  const known = Object.keys(rows);
  const row = known.includes(name) ? rows[name] : undefined;
  if (!row) {
    const own = where === inTheCode ? ` One of your own file is found with ${words.file}.` : "";
    throw new Error(`There is no stage "${name}" in ${where}. Known stages: ${known.join(", ")}.${own}`);
  }
  if (!/^[a-z][a-z0-9-]{1,19}$/.test(name)) {
    throw new Error(
      `The stage's name "${name}" is not usable: 2 to 20 lower-case letters, digits and hyphens, since ` +
        "queues and buckets are named by it.",
    );
  }
  const read = stageSchema.safeParse(row);
  if (!read.success)
    throw new Error(
      `The stage "${name}" in ${where} is not valid:\n` +
        read.error.issues.map((issue) => sayWrong(issue, row)).join("\n"),
    );
  const { settings, ...rest } = read.data;
  const senderDomain = mailDomainOf(settings.senderAddress);
  const contradictions = [
    ...contradictionsOf(settings, senderDomain),
    ...problemsOfTopics(rest),
    ...problemsOfDns(rest, ownDomainsOf(settings, senderDomain)),
    ...problemsOfConsole(read.data),
    ...longName({ name, region: rest.region }),
    ...problemsOfReceiving(name, rest),
    ...problemsOfCopy(read.data),
    ...problemsOfChecker(read.data),
    ...problemsOfTable(read.data),
    ...problemsOfWays(name, read.data),
    ...problemsOfIdentities(read.data),
    ...identitiesTwice(name, read.data, rows),
    ...ruleSetsApart(name, read.data, rows),
  ];
  if (contradictions.length > 0)
    throw new Error(
      `The stage "${name}" in ${where} contradicts itself:\n` +
        `${contradictions.map((line) => `- ${line}`).join("\n")}`,
    );
  return {
    ...rest,
    name,
    senderDomain,
    settings: {
      ...settings,
      stage: name,
      configurationSets: { urgent: `takedown-${name}-urgent`, standard: `takedown-${name}-standard` },
    },
  };
};

/** What a reporter is said to have or do in categories that there are none of. */
const problemsOfCategories = (reporters: Settings["reporters"]): readonly string[] =>
  reporters.flatMap(({ id, liveIn, trustedFlagger }) =>
    [
      { says: `lets ${id} report as live in`, names: liveIn },
      { says: `has ${id} as a trusted flagger for`, names: trustedFlagger },
    ].flatMap(({ says, names }) => {
      const unknown = names.filter((name) => !categories.some((category) => category === name)).join(", ");
      return unknown === ""
        ? []
        : [`settings.reporters ${says} ${unknown}, which is no category. Categories: ${categories.join(", ")}.`];
    }),
  );

type OfStage = Omit<Settings, "stage" | "configurationSets">;

/** Where desks answer, or did, and mails would go round in a circle or be swallowed. */
const problemsOfDomains = (settings: OfStage, senderDomain: string): readonly (string | undefined)[] => {
  const former = settings.formerReplyDomains;
  return [
    former.includes(settings.replyDomain)
      ? `settings.formerReplyDomains names ${settings.replyDomain}, where desks answer today. Take it out there.`
      : undefined,
    ...former
      .filter((domain) => domain === senderDomain || domain === mailFromDomain(senderDomain))
      .map(
        (domain) =>
          `settings.formerReplyDomains names ${domain}, by which mails go out: the dispatcher would swallow ` +
          "all mail to it. Take it out.",
      ),
    settings.replyDomain === senderDomain
      ? `settings.replyDomain is the sender's own domain ${senderDomain}: the dispatcher would swallow all ` +
        "mail to it. Take a subdomain of its own."
      : undefined,
    settings.replyDomain === mailFromDomain(senderDomain)
      ? `settings.replyDomain is ${settings.replyDomain}, where SES takes the bounces of ${senderDomain}. ` +
        "Take another subdomain."
      : undefined,
    replyDomainsOf(settings).some((domain) => settings.dryRunMailbox?.endsWith(`@${domain}`))
      ? `settings.dryRunMailbox is ${settings.dryRunMailbox}, in the reply domain: the dispatcher would read ` +
        "its own notices as answers. Take a mailbox that a person reads."
      : undefined,
  ];
};

/** Reporters of whom a webhook would hear nothing ever, since there are none. */
const problemsOfWebhooks = ({ webhooks = [], reporters }: OfStage): readonly string[] =>
  webhooks.flatMap(({ reporters: named = [] }) =>
    named
      .filter((id) => !reporters.some((reporter) => reporter.id === id))
      .map(
        (id) =>
          `settings.webhooks names the reporter ${id}, whom the settings do not have. ` +
          `They have: ${reporters.map((reporter) => reporter.id).join(", ")}.`,
      ),
  );

/**
 * A country of the operator's own that would name nobody: misspelt, like UK for GB, it is seen only
 * when a person is asked in an urgent case. Held against the file alone, as all that its settings
 * name is: what persons record in the console may end.
 */
const problemsOfOwnCountry = ({ ownCountry, countries }: OfStage): readonly string[] => {
  const rows = countries.map(({ country }) => country.toUpperCase());
  if (ownCountry === undefined || rows.includes(ownCountry.toUpperCase())) return [];
  const add = "dd the country's row with its hotline, cert or police.";
  return [
    `settings.ownCountry is ${ownCountry}, for which settings.countries has no row, so nobody there would be named. ` +
      (rows.length === 0 ? `Rows: none. A${add}` : `Rows: ${rows.join(", ")}. Take one of these, or a${add}`),
  ];
};

const strangersByCategory = (settings: OfStage): readonly string[] =>
  (["approveNewContacts", "clocks", "forgetAfterDays"] as const).flatMap((field) => {
    const strangers = Object.keys(settings[field]).filter((name) => !categories.some((category) => category === name));
    return strangers.length > 0
      ? [
          `settings.${field} names ${strangers.join(", ")}, which is no category. ` +
            `Categories: ${categories.join(", ")}.`,
        ]
      : [];
  });

/** Its hours in a row of the policy that then makes no sense. */
const wrongClocks = (settings: OfStage): readonly string[] =>
  [...rowsOf(settings).values()]
    .filter(({ category }) => settings.clocks[category] !== undefined)
    .flatMap((row) => wrongInRow(row).map((wrong) => `settings.clocks.${row.category}: ${wrong}.`));

/** Without an own country every host would be abroad. */
const hostsAbroadOfNone = ({ ownCountry, hostsAbroad }: OfStage): readonly string[] =>
  hostsAbroad === "left-to-hotlines" && ownCountry === undefined
    ? ["settings.hostsAbroad is left-to-hotlines, and settings.ownCountry is absent: say which country is yours."]
    : [];

const contradictionsOf = (settings: OfStage, senderDomain: string): readonly string[] => {
  const ids = settings.reporters.flatMap(idsOf);
  const tooPatient = categories.filter(
    (category) =>
      laneOf(category, false) === "urgent" &&
      (settings.approveNewContacts[category] ?? 0) > urgentApprovalMinutesAtMost,
  );
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  const codes = settings.countries.map(({ country }) => country.toUpperCase());
  const countriesTwice = codes.filter((code, at) => codes.indexOf(code) !== at);
  const desks = settings.countries.flatMap(({ country, hotline, cert }) =>
    [hotline, cert].flatMap((desk) => (desk ? [{ country, email: desk.email.toLowerCase() }] : [])),
  );
  const inBoth = settings.signIn?.reviewers.filter((group) => settings.signIn?.readers.includes(group)) ?? [];
  const never = settings.optedOut.map(readDeskMatch);
  const own = ownMailDomains(settings);
  return [
    settings.allowReserved
      ? "settings.allowReserved is for samples and tests alone; a deployed stage refuses reserved names and addresses."
      : undefined,
    ...problemsOfDomains(settings, senderDomain),
    inBoth.length > 0
      ? `settings.signIn names ${inBoth.join(", ")} among reviewers and among readers; a reviewer sees all ` +
        "that a reader sees. Take it out of readers."
      : undefined,
    ...strangersByCategory(settings),
    ...wrongClocks(settings),
    ...problemsOfCategories(settings.reporters),
    ...problemsOfWebhooks(settings),
    countriesTwice.length > 0
      ? `settings.countries has more than one row for ${countriesTwice.join(", ")}; only one could hold. Put ` +
        "them into one row."
      : undefined,
    ...problemsOfOwnCountry(settings),
    ...hostsAbroadOfNone(settings),
    ...desks.map(({ country, email }) =>
      never.some((match) => namesMailbox(match, email))
        ? `settings.countries names ${email} as a desk of ${country}, and settings.optedOut says that it is ` +
          "never written to."
        : own.includes(email.slice(email.lastIndexOf("@") + 1))
          ? `settings.countries names ${email} as a desk of ${country}; that is our own domain, and we would ` +
            "write to ourselves."
          : undefined,
    ),
    tooPatient.length > 0
      ? `settings.approveNewContacts would have ${tooPatient.join(", ")} wait for more than ` +
        `${urgentApprovalMinutesAtMost} minutes; the urgent lane waits no longer.`
      : undefined,
    twice.length > 0
      ? `settings.reporters names ${twice.join(", ")} more than once, today or as a former id; reports are ` +
        "counted and answered by that id."
      : undefined,
  ].filter((line) => line !== undefined);
};

/** CloudWatch rings topics of its own region alone. */
const problemsOfTopics = ({ alarmTopics, region }: Pick<Stage, "alarmTopics" | "region">): readonly string[] =>
  alarmTopics
    .filter(({ arn }) => arn.split(":")[3] !== region)
    .map(
      ({ arn }) =>
        `alarmTopics names ${arn}, which is not in ${region}, where the alarms are. Take a topic in that region.`,
    );

/** Whether a domain is the stage's zone, or lies in it. */
export const isInZone = (dns: Stage["dns"], domain: string): boolean =>
  dns !== undefined && (domain === dns.zone || domain.endsWith(`.${dns.zone}`));

const ownDomainsOf = (settings: OfStage, senderDomain: string): readonly string[] => [
  senderDomain,
  ...replyDomainsOf(settings),
];

/** A zone in which nothing of the stage lies is another's, or misspelt. */
const problemsOfDns = (
  { dns, consoleDomain }: Pick<Stage, "dns" | "consoleDomain">,
  domains: readonly string[],
): readonly string[] => {
  const all = [...domains, ...(consoleDomain ? [consoleDomain.name] : [])];
  if (!dns || all.some((domain) => isInZone(dns, domain))) return [];
  return [`dns.zone is ${dns.zone}, in which none of the stage's domains lies: ${all.join(", ")}.`];
};

/** What a console of an own domain needs, and where its certificate has to be. */
const problemsOfConsole = ({ consoleDomain, settings, region }: ReadRow): readonly string[] => {
  if (!consoleDomain) return [];
  const { name, certificateArn } = consoleDomain;
  const isIn = certificateArn.split(":")[3];
  return [
    ...(settings.signIn ? [] : [`consoleDomain is ${name}, and without settings.signIn no browser opens the console.`]),
    ...(isIn === region ? [] : [`consoleDomain.certificateArn is in ${isIn}. API Gateway wants one in ${region}.`]),
  ];
};

/** The functions' rights are those of the stage's own region and account. */
const problemsOfTable = ({ restoredTable, region, account }: ReadRow): readonly string[] => {
  if (restoredTable === undefined) return [];
  const [, , , isIn, of] = restoredTable.split(":");
  return isIn === region && (account === undefined || of === account)
    ? []
    : [`restoredTable is in ${isIn}, in the account ${of}. Restore into the stage's own region and account.`];
};

/** Its queues are named by the stage's account, and its answers come by a queue of its own. */
const problemsOfChecker = ({ account, settings: { checker, reporters } }: ReadRow): readonly string[] => [
  ...(checker?.account !== undefined && account === undefined
    ? [`settings.checker.account is ${checker.account}. Name the stage's own account, too, as \`account\`.`]
    : []),
  ...(checker && reporters.some((one) => idsOf(one).includes("checker"))
    ? ["settings.reporters has the id checker, which is the checker's own. Give that reporter another."]
    : []),
];

/** A copy that goes with the account is none. */
const problemsOfCopy = ({ backup, account }: ReadRow): readonly string[] =>
  backup?.copyTo !== undefined && account !== undefined && backup.copyTo.split(":")[4] === account
    ? [`backup.copyTo is a vault of ${account}, the stage's own account. Name one of another account, or take it out.`]
    : [];

/**
 * What the queues of reporters who speak through a topic or a rule cannot be. Eight of them at
 * most: the console's environment names each queue's dead letters
 * (`constructs/environment-size.ts`).
 */
const problemsOfWays = (stage: string, { settings, region }: ReadRow): readonly string[] => {
  const bound = settings.reporters.flatMap(({ id, through }) => (through === undefined ? [] : [{ id, through }]));
  const shared = bound.filter(({ through }, at) => bound.findIndex((other) => other.through === through) !== at);
  return [
    ...(bound.length > 8
      ? [
          `settings.reporters gives ${bound.length} reporters a through; eight may have one. Let the others ` +
            "speak by senders.",
        ]
      : []),
    ...shared.map(
      ({ id, through }) =>
        `settings.reporters lets ${id} speak through ${through}, and another reporter, too. Give each a ` +
        "topic or rule of its own.",
    ),
    ...bound
      .filter(({ through }) => through.split(":")[2] === "events" && through.split(":")[3] !== region)
      .map(
        ({ id, through }) =>
          `settings.reporters lets ${id} speak through ${through}, which is not in ${region}. Take a rule in ` +
          "that region.",
      ),
    ...bound.flatMap(({ id }) => {
      const name = `takedown-${stage}-${ownQueueOf(id)}-dead-letters`;
      return name.length > 80
        ? [
            `settings.reporters: ${id} speaks through a queue of its own, and ${name} is longer than SQS's 80 ` +
              "characters. Shorten the id.",
          ]
        : [];
    }),
  ];
};

type ReadRow = z.output<typeof stageSchema>;

/** The regions in which stacks of the stage are deployed, its own first; each has to be bootstrapped for the CDK. */
export const deploysTo = (stage: Pick<Stage, "region" | "inboundMail" | "inboundMailRegion">) => [
  ...new Set([stage.region, ...(stage.inboundMail ? [receivesIn(stage)] : [])]),
];

/** What a stage sends from, receives to, and sends a dry run to: each an identity in SES. */
export const identitiesOf = ({
  settings,
  inboundMail,
}: {
  readonly settings: Pick<Settings, "senderAddress" | "replyDomain" | "dryRunMailbox">;
  readonly inboundMail: boolean;
}): readonly string[] =>
  [mailDomainOf(settings.senderAddress), inboundMail ? settings.replyDomain : undefined, settings.dryRunMailbox].filter(
    (one) => one !== undefined,
  );

const problemsOfIdentities = (row: ReadRow): readonly string[] => {
  const own = identitiesOf(row);
  const named = row.existingIdentities;
  return [
    ...named
      .filter((identity) => !own.includes(identity))
      .map(
        (identity) =>
          `existingIdentities names ${identity}, which this stage does not use. It may name ${own.join(", ")}.`,
      ),
    ...named
      .filter((identity, at) => named.indexOf(identity) !== at)
      .map((identity) => `existingIdentities names ${identity} more than once. Name it once.`),
  ];
};

type Rows = Readonly<Record<string, StageRow>>;

/**
 * Other stages that may be in the same account: one that names no account may be in any, and the
 * pattern to copy is deployed in none.
 */
const besides = (name: string, { account }: ReadRow, rows: Rows): readonly (readonly [string, ReadRow])[] =>
  Object.entries(rows).flatMap(([other, row]) => {
    // What is wrong with another stage is said when that one is read.
    const { data } = stageSchema.safeParse(row);
    if (other === name || !data || row === stages.example) return [];
    return account === undefined || data.account === undefined || data.account === account ? [[other, data]] : [];
  });

/** An identity is the account's, in a region. */
const identitiesTwice = (name: string, own: ReadRow, rows: Rows): readonly string[] => {
  const makes = (row: ReadRow): readonly { readonly identity: string; readonly place: string }[] =>
    identitiesOf(row)
      .filter((identity) => !row.existingIdentities.includes(identity))
      .map((identity) => ({
        identity,
        place: identity === row.settings.replyDomain ? receivesIn(row) : row.region,
      }));
  return besides(name, own, rows).flatMap(([other, data]) => {
    const theirs = makes(data);
    const both = makes(own).filter(({ identity, place }) =>
      theirs.some((one) => one.identity === identity && one.place === place),
    );
    return both.map(
      ({ identity, place }) =>
        `The stage "${other}" makes the identity ${identity} as well, in ${place}, and only one may. ` +
        "Name it in existingIdentities of the one that is deployed later; or, where they are in two " +
        "accounts, give both their account.",
    );
  });
};

/** SES receives by one rule set in an account and region (SES API Reference, SetActiveReceiptRuleSet). */
const ruleSetsApart = (name: string, own: ReadRow, rows: Rows): readonly string[] => {
  if (!own.inboundMail) return [];
  const { set } = receiptRuleOf({ ...own, name });
  return besides(name, own, rows).flatMap(([other, data]) => {
    const theirs = receiptRuleOf({ ...data, name: other }).set;
    if (!data.inboundMail || receivesIn(data) !== receivesIn(own) || theirs === set) return [];
    return [
      `The stage "${other}" receives mail in ${receivesIn(own)} as well, by the rule set ${theirs}, and this one by ` +
        `${set}; only one can be active. Set receiptRuleSet: ${theirs} in the one that is deployed later; or, where ` +
        "they are in two accounts, give both their account.",
    ];
  });
};

/**
 * Where SES takes bounces for the sender's domain; a subdomain, so that SPF is aligned with From.
 */
export const mailFromDomain = (senderDomain: string): string => `bounce.${senderDomain}`;
