import { describe, expect, test } from "vitest";
import { readStage, type StageRow } from "../../../infra/stack/stages.ts";
import { aSignIn, aStage, refusalOf } from "./a-stage.ts";

type Settings = Partial<StageRow["settings"]>;
const aReporter = { id: "desk", organisation: "Example Desk", contact: "desk@hotline.example" };
const settingsOf = (settings: object) => readStage("mine", { mine: aStage({}, settings as Settings) }).settings;

test.each([undefined, false, []] as const)("has no trusted flagger by %j", (trustedFlagger) => {
  const status = trustedFlagger === undefined ? {} : { trustedFlagger };
  expect(settingsOf({ reporters: [{ ...aReporter, ...status }] }).reporters[0]?.trustedFlagger).toEqual([]);
});

test("names its configuration sets by itself, so that two stages in one account never share one", () => {
  expect(settingsOf({})).toMatchObject({
    stage: "mine",
    configurationSets: { urgent: "takedown-mine-urgent", standard: "takedown-mine-standard" },
  });
});

test("that nobody wrote down is refused with the names of those that are there", () => {
  expect(() => readStage("prod", { example: aStage() })).toThrow(
    'There is no stage "prod" in infra/stack/stages.ts. Known stages: example.',
  );
  expect(() => readStage("constructor", { example: aStage() })).toThrow("There is no stage");
});

test("says in plain words what each setting should have been, all at once", () => {
  const said = refusalOf({
    ...aStage({}, { senderAddress: undefined, verifyBy: "", optedOut: ["nobody"], reporter: [] } as object),
    onCall: [],
    region: "Frankfurt",
    keepLogsDays: 31,
    mailsPerSecond: 0,
  } as object as StageRow);
  expect(said.split("\n").slice(1).sort()).toEqual([
    "- keepLogsDays has to be one of 30, 90, 180, 365.",
    "- mailsPerSecond has to be at least 1.",
    "- onCall is empty.",
    "- region: an AWS region, like eu-central-1.",
    "- settings.optedOut[0]: a mailbox, a mail domain like @provider.example, " +
      "a range like 192.0.2.0/24, or a system like AS64500.",
    "- settings.reporter: there is no such setting. Did you mean reporters?",
    "- settings.senderAddress is missing. The address in From; its domain carries DKIM and SPF.",
    "- settings.verifyBy is empty.",
  ]);
});

/** A line of a refusal, or of one that is long what it begins with: no full stop ends that. */
const lineOf = (said: string) => (said.endsWith(".") ? said : expect.stringContaining(said));
const pager = "arn:aws:sns:eu-west-1:123456789012:pager";

test.each<[object, string]>([
  [{ account: "12" }, "account: twelve digits."],
  [{ account: 123456789012 }, "account has to be a text: put it in quotes."],
  [{ producers: ["*"] }, "producers[0]: the ARN of an account's root, a role, a user, an SNS topic or a rule"],
  [{ producers: ["arn:aws:sns:eu-central-1:123456789012:*"] }, "producers[0]: the ARN"],
  [{ runbookUrl: "https://git.hotline.example/runbook/" }, "runbookUrl: an address without query, fragment or a slash"],
  [{ alarmTopics: [{ arn: "pager" }] }, "alarmTopics[0].arn: the ARN of an SNS topic."],
  [{ alarmTopics: [{ arn: pager }] }, `alarmTopics names ${pager}, which is not in eu-central-1`],
  [
    { isolated: { prefixLists: { dynamodb: "x" } } },
    "isolated.prefixLists.dynamodb: the id of a prefix list, like pl-",
  ],
  [{ monthlyBudgetUsd: "100" }, "monthlyBudgetUsd has to be a number: 100, without quotes."],
  [{ monthlyBudgetUsd: "100 USD" }, 'monthlyBudgetUsd has to be a number, and is "100 USD".'],
  [{ monthlyBudget: 100 }, "monthlyBudget: there is no such setting. Did you mean monthlyBudgetUsd?"],
  [{ onCall: "on-call@acme.example" }, "onCall has to be a list: [on-call@acme.example]."],
  [{ inboundMail: "yes" }, 'inboundMail has to be true or false, and is "yes".'],
  [{ consoleDomain: "console.acme.example" }, "consoleDomain has to be an object of name, certificateArn."],
  [{ organisation: "Acme" }, "organisation: there is no such setting. It belongs under settings."],
  [{ colour: "red" }, "colour: there is no such setting. Correct its name, or take it out."],
  [
    { existingIdentities: ["other.example"] },
    "existingIdentities names other.example, which this stage does not use. It may name hotline.example",
  ],
  [
    { existingIdentities: ["reply.hotline.example"], inboundMail: false },
    "existingIdentities names reply.hotline.example, which this stage does not use",
  ],
])("with %j is refused, and says which field it is and how it is written", (wrong, said) => {
  expect(refusalOf({ ...aStage(), ...wrong }).split("\n")).toContainEqual(lineOf(`- ${said}`));
});

const reports = (more: object) => ({ reporters: [{ ...aReporter, ...more }] });
const isIn = (more: object, country = "NL") => ({ countries: [{ country, ...more }] });
const signsIn = (more: object) => ({ signIn: { ...aSignIn, ...more } });
const hotlineNl = { name: "Hotline", email: "in@hotline-nl.example" };
const police = (more: object = {}) => ({ ...aReporter, id: "police", ...more });

test.each<[object, string]>([
  [
    { organisation: undefined, organization: "Acme" },
    "organization: there is no such setting. Did you mean organisation?",
  ],
  [{ onCall: ["a@acme.example"] }, "onCall: there is no such setting. It belongs beside settings, not under it."],
  [{ dryRunMailbox: "test" }, "dryRunMailbox has to be a mail address"],
  [{ senderAddress: "nobody" }, "senderAddress has to be a mail address"],
  [{ reporters: [] }, "reporters is empty"],
  [{ channels: { cloudflare: null } }, "channels.cloudflare has to be an object: {} where it has nothing of its own."],
  [{ channels: ["cloudflare"] }, "channels has to be an object of cloudflare, godaddy, aws, netcraft."],
  [
    { webhooks: [{ name: "rt", url: "https://rt.acme.example/" }] },
    "webhooks[0].hears is missing. What on-call is told, or what reporters are told, or both.",
  ],
  [
    { forgetAfterDays: 30 },
    "forgetAfterDays has to be an object. Days after a case's end until what was reported is forgotten, by " +
      "category; else what `escalation/policy.ts` says, with its reason.",
  ],
  [
    reports({ trustedFlagger: true }),
    "reporters[0].trustedFlagger: name the categories that the Digital Services Coordinator designated this " +
      'reporter for, like ["csam", "csem"]',
  ],
  [
    reports({ trustedFlagger: ["csam", "hate"] }),
    "reporters has desk as a trusted flagger for hate, which is no category. Categories: csam, ",
  ],
  [
    isIn({ timeZone: "Europe/Holland" }),
    "countries[0].timeZone: a time zone of the IANA database, like Europe/Amsterdam",
  ],
  [
    isIn({ workingHours: { from: 18, to: 8 } }),
    "countries[0].workingHours: the working day would end before it begins: from must be less than to.",
  ],
  [signsIn({ issuer: "http://id.hotline.example" }), "signIn.issuer: an https address"],
  [signsIn({ issuer: "https://id.hotline.example/?a=b" }), "signIn.issuer: an issuer without query"],
  [signsIn({ clientId: "" }), "signIn.clientId is empty"],
  [signsIn({ reviewers: [] }), "signIn.reviewers is empty"],
  [signsIn({ scopes: ["profile"] }), "signIn.scopes: openid has to be among"],
  [signsIn({ groupsClaim: "email" }), "signIn.groupsClaim: a claim that the provider's administrators write; at many"],
  [signsIn({ sessionHours: 9 }), "signIn.sessionHours has to be at most 8"],
  [signsIn({ clientSecret: "x" }), "signIn.clientSecret: there is no such setting"],
])("with settings of %j is refused, and says how it is written", (wrong, said) => {
  expect(refusalOf(aStage({}, wrong)).split("\n")).toContainEqual(lineOf(`- settings.${said}`));
});

test.each([
  "@nobody",
  "@",
  "abuse@",
  "192.0.2.0/33",
  "AS",
  "provider.example",
  "::ffff:0:0/96",
  "::ffff:192.0.2.0/129",
])("takes %s for no opt-out", (written) => {
  expect(refusalOf(aStage({}, { optedOut: [written] }))).toContain("settings.optedOut[0]");
});

test.each([
  "192.0.2.0/33",
  "192.0.2.0-192.0.2.9",
  "::ffff:0:0/96",
  "bücher.example",
  "https://pages.example/",
  "@nobody",
  "abuse@",
])("takes %s for nothing that an entry of the directory could match", (written) => {
  const entry = {
    matches: ["pages.example", written],
    name: "P",
    scope: "platform" as const,
    email: "trust@p.example",
  };
  expect(refusalOf(aStage({}, { directory: [entry] }))).toContain(
    "settings.directory[0].matches[1]: a name in ASCII like pages.example, a range like",
  );
});

test("takes an opt-out by mailbox, mail domain, range and system", () => {
  const ranges = ["::ffff:192.0.2.0/120", "192.0.2.0/24", "2001:db8::/32", "198.51.100.7"];
  const optedOut = ["abuse@provider.example", "@provider.example", ...ranges, "AS64500"];
  expect(settingsOf({ optedOut }).optedOut).toEqual(optedOut);
});

describe("beside another of one account and region", () => {
  const beside = (spoilt: Partial<StageRow>, first: Partial<StageRow> = {}) =>
    refusalOf(aStage(spoilt), { first: aStage(first) });
  const existingIdentities = ["hotline.example", "reply.hotline.example"];

  test("must not make an identity that the other makes, as CloudFormation cannot make what is there", () => {
    expect(beside({})).toContain(
      'The stage "first" makes the identity hotline.example as well, in eu-central-1, and only one may. ' +
        "Name it in existingIdentities of the one that is deployed later; or, where they are in two " +
        "accounts, give both their account.",
    );
    expect(beside({ existingIdentities: ["hotline.example"] })).toContain(
      "makes the identity reply.hotline.example as well",
    );
  });

  test.each<readonly [string, Partial<StageRow>, Partial<StageRow>]>([
    ["it uses what the other makes", { existingIdentities, receiptRuleSet: "takedown-first" }, {}],
    ["it is in another region", { region: "eu-west-1" }, {}],
    ["both say that they are in two accounts", { account: "210987654321" }, { account: "123456789012" }],
  ])("is taken where %s", (_, spoilt, first) => {
    expect(beside(spoilt, first)).toBe("");
  });
});

describe("with a reporter who speaks through a topic or a rule", () => {
  const topic = "arn:aws:sns:eu-central-1:123456789012:cert";
  const rule = "arn:aws:events:eu-central-1:123456789012:rule/reports/cert";
  const through = (arn: string, more: object = {}) => ({ ...aReporter, id: "cert", through: arn, ...more });
  const nine = Array.from({ length: 9 }, (_, at) => through(`${topic}-${at}`, { id: `cert-${at}` }));

  test.each([topic, rule])("is taken: %s", (arn) => {
    expect(settingsOf({ reporters: [through(arn)] }).reporters[0]?.through).toBe(arn);
  });

  test.each([
    [
      "a queue",
      [through("arn:aws:sqs:eu-central-1:123456789012:cert")],
      "the ARN of an SNS topic or a rule of EventBr",
    ],
    ["every topic", [through("arn:aws:sns:eu-central-1:123456789012:*")], "the ARN of an SNS topic"],
    ["senders as well", [through(topic, { senders: ["123456789012"] })], "a reporter speaks by its senders or through"],
    [
      "another's topic",
      [through(topic), through(topic, { id: "other" })],
      `lets other speak through ${topic}, and anoth`,
    ],
    [
      "a rule elsewhere",
      [through(rule.replace("central", "west"))],
      "which is not in eu-central-1. Take a rule in that",
    ],
    ["too many of them", nine, "gives 9 reporters a through; eight may have one"],
    [
      "a long id",
      [through(topic, { id: `c${"x".repeat(40)}` })],
      "is longer than SQS's 80 characters. Shorten the id.",
    ],
  ])("is refused: %s", (_, reporters, said) => {
    const row = aStage({}, { reporters } as Settings);
    expect(() => readStage("a-stage-with-a-name", { "a-stage-with-a-name": row })).toThrow(said);
  });
});

test.each<[string, object, string]>([
  ["deploys with reserved names", { allowReserved: true }, "settings.allowReserved is for samples and tests alone"],
  ["answers at the sender's own domain", { replyDomain: "hotline.example" }, "swallow all mail"],
  ["answered once at the sender's own domain", { formerReplyDomains: ["hotline.example"] }, "swallow all mail"],
  ["answers where SES takes bounces", { replyDomain: "bounce.hotline.example" }, "where SES takes the bounces"],
  ["tests on itself", { dryRunMailbox: "a@reply.hotline.example" }, "would read its own notices as answers"],
  [
    "tests on a former reply domain",
    { formerReplyDomains: ["answers.hotline.example"], dryRunMailbox: "dry@answers.hotline.example" },
    "the dispatcher would read its own notices as answers",
  ],
  [
    "names the reply domain of today as a former one",
    { formerReplyDomains: ["reply.hotline.example"] },
    "settings.formerReplyDomains names reply.hotline.example, where desks answer today",
  ],
  ["knows a reporter twice", { reporters: [police(), police()] }, "settings.reporters names police more than once"],
  [
    "gives two reporters one id, as one of them had it before",
    { reporters: [police(), police({ id: "constabulary", formerIds: ["police"] })] },
    "settings.reporters names police more than once",
  ],
  [
    "has two rows for a country",
    { countries: [{ country: "NL" }, { country: "nl" }] },
    "settings.countries has more than one row for NL",
  ],
  [
    "is at home in a country that has no row",
    { ownCountry: "uk", countries: [{ country: "gb" }, { country: "NL" }] },
    "settings.ownCountry is uk, for which settings.countries has no row, so nobody there would be named. " +
      "Rows: GB, NL. Take one of these, or add the country's row with its hotline, cert or police.",
  ],
  [
    "is at home in a country, and has no row at all",
    { ownCountry: "NL" },
    "Rows: none. Add the country's row with its",
  ],
  [
    "leaves hosts abroad to hotlines, and is at home nowhere",
    { hostsAbroad: "left-to-hotlines" },
    "settings.hostsAbroad is left-to-hotlines, and settings.ownCountry is absent: say which country is yours.",
  ],
  [
    "writes to a hotline that it never writes to",
    { ...isIn({ hotline: hotlineNl }), optedOut: ["In@hotline-nl.example"] },
    "settings.countries names in@hotline-nl.example as a desk of NL, " +
      "and settings.optedOut says that it is never written to.",
  ],
  [
    "takes itself for a CERT",
    isIn({ cert: { name: "CERT", email: "cert@reply.hotline.example" } }),
    "settings.countries names cert@reply.hotline.example as a desk of NL; that is our own domain",
  ],
  [
    "keeps the urgent lane waiting",
    { approveNewContacts: { csam: 60, phishing: 60 } },
    "settings.approveNewContacts would have csam wait for more than 10 minutes; the urgent lane waits no longer.",
  ],
  [
    "has one group read and decide",
    signsIn({ readers: ["takedown-on-call"] }),
    "settings.signIn names takedown-on-call among reviewers and among readers",
  ],
  [
    "escalates before it reminds",
    { clocks: { phishing: { reminderAfterHours: 72, escalatesAfterHours: 48 } } },
    "settings.clocks.phishing: a reminder after the escalation would never be sent: " +
      "reminderAfterHours must be at most escalatesAfterHours.",
  ],
  ...Object.entries({ approveNewContacts: 5, forgetAfterDays: 30, clocks: { escalatesAfterHours: 48 } }).map(
    ([name, of]): [string, object, string] => [
      `has ${name} of a category that is none`,
      { [name]: { fishing: of } },
      `settings.${name} names fishing, which is no category.`,
    ],
  ),
])("that %s contradicts itself", (_, settings, sentence) => {
  expect(refusalOf(aStage({}, settings))).toContain(sentence);
});

test("is at home in a country of its rows, in small letters or large ones", () => {
  expect(settingsOf({ ownCountry: "nl", countries: [{ country: "NL" }] }).ownCountry).toBe("nl");
});

test("whose name no queue could bear is refused", () => {
  expect(() => readStage("My_Stage", { My_Stage: aStage() })).toThrow("2 to 20 lower-case letters");
});
