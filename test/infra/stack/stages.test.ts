import { describe, expect, test } from "vitest";
import { readStage, type StageRow } from "../../../infra/stack/stages.ts";
import { aSignIn, aStage } from "./a-stage.ts";

const refusal = (row: unknown, name = "mine"): string => {
  try {
    readStage(name, { [name]: row as StageRow });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("The stage was taken.");
};

const aReporter = { id: "desk", organisation: "Example Desk", contact: "desk@hotline.example" };

test.each([undefined, false, []] as const)("has no trusted flagger by %j", (trustedFlagger) => {
  const status = trustedFlagger === undefined ? {} : { trustedFlagger };
  const reporters = [{ ...aReporter, ...status }] as StageRow["settings"]["reporters"];
  const [reporter] = readStage("mine", { mine: aStage({}, { reporters }) }).settings.reporters;
  expect(reporter?.trustedFlagger).toEqual([]);
});

test("names its configuration sets by itself, so that two stages in one account never share one", () => {
  expect(readStage("mine", { mine: aStage() }).settings).toMatchObject({
    stage: "mine",
    configurationSets: { urgent: "takedown-mine-urgent", standard: "takedown-mine-standard" },
  });
});

test("that nobody wrote down is refused with the names of those that are there", () => {
  expect(() => readStage("prod", { example: aStage() })).toThrow(
    'There is no stage "prod" in infra/stack/stages.ts. Known stages: example.',
  );
});

test("is not found under the name of something that every object has", () => {
  expect(() => readStage("constructor", { example: aStage() })).toThrow(/There is no stage/);
});

test.each([
  ["a region", { ...aStage(), region: "Frankfurt" }, ["an AWS region, like eu-central-1", "region"]],
  ["an account", { ...aStage(), account: "12" }, ["twelve digits", "account"]],
  ["nobody on call", { ...aStage(), onCall: [] }, ["onCall"]],
  ["a misspelt setting", { ...aStage(), onCal: ["a@hotline.example"] }, ["onCal"]],
  ["a producer", { ...aStage(), producers: ["*"] }, ["producers[0]"]],
  [
    "a topic of everybody as a producer",
    { ...aStage(), producers: ["arn:aws:sns:eu-central-1:123456789012:*"] },
    ["producers[0]"],
  ],
  ["a rate of no mail", { ...aStage(), mailsPerSecond: 0 }, ["mailsPerSecond"]],
  [
    "a runbook that ends with a slash",
    { ...aStage(), runbookUrl: "https://git.hotline.example/runbook/" },
    ["a slash at the end", "runbookUrl"],
  ],
  [
    "a topic for alarms",
    { ...aStage(), alarmTopics: [{ arn: "pager" }] },
    ["the ARN of an SNS topic", "alarmTopics[0].arn"],
  ],
  [
    "a prefix list of the isolated network",
    { ...aStage(), isolated: { prefixLists: { dynamodb: "dynamodb", s3: "pl-4567cdef" } } },
    ["the id of a prefix list", "isolated.prefixLists.dynamodb"],
  ],
  ["a mailbox for a dry run", aStage({}, { dryRunMailbox: "test" }), ["settings.dryRunMailbox"]],
  ["no sender", aStage({}, { senderAddress: "nobody" }), ["settings.senderAddress"]],
  ["a misspelt setting of the functions", aStage({}, { reporter: [] } as object), ["reporter"]],
  ["no reporter", aStage({}, { reporters: [] }), ["settings.reporters"]],
  [
    "a trusted flagger without the categories of its designation",
    aStage({}, { reporters: [{ ...aReporter, trustedFlagger: true }] } as object),
    ["settings.reporters[0].trustedFlagger: name the categories", 'like ["csam", "csem"]'],
  ],
  [
    "a trusted flagger for what is no category",
    aStage({}, { reporters: [{ ...aReporter, trustedFlagger: ["csam", "hate"] }] }),
    ["settings.reporters has desk as a trusted flagger for hate, which is no category. Categories: csam, "],
  ],
  [
    "a time zone that is none",
    aStage({}, { countries: [{ country: "NL", timeZone: "Europe/Holland" }] }),
    ["settings.countries[0].timeZone", "like Europe/Amsterdam"],
  ],
  [
    "a working day that ends before it begins",
    aStage({}, { countries: [{ country: "NL", workingHours: { from: 18, to: 8 } }] }),
    ["settings.countries[0].workingHours", "from must be less than to"],
  ],
  [
    "an issuer without https",
    aStage({}, { signIn: { ...aSignIn, issuer: "http://id.hotline.example" } }),
    ["settings.signIn.issuer", "an https address"],
  ],
  [
    "an issuer with a query",
    aStage({}, { signIn: { ...aSignIn, issuer: "https://id.hotline.example/?a=b" } }),
    ["settings.signIn.issuer", "without query"],
  ],
  ["a sign-in without a client", aStage({}, { signIn: { ...aSignIn, clientId: "" } }), ["settings.signIn.clientId"]],
  [
    "a sign-in for nobody who decides",
    aStage({}, { signIn: { ...aSignIn, reviewers: [] } }),
    ["settings.signIn.reviewers"],
  ],
  [
    "a sign-in that asks for nobody's name",
    aStage({}, { signIn: { ...aSignIn, scopes: ["profile"] } }),
    ["settings.signIn.scopes", "openid has to be among"],
  ],
  [
    "groups that a person may write themselves",
    aStage({}, { signIn: { ...aSignIn, groupsClaim: "email" } }),
    ["settings.signIn.groupsClaim", "at many providers a person may change this one"],
  ],
  [
    "a session of more than a working day",
    aStage({}, { signIn: { ...aSignIn, sessionHours: 9 } }),
    ["settings.signIn.sessionHours"],
  ],
  [
    "a misspelt part of the sign-in",
    aStage({}, { signIn: { ...aSignIn, clientSecret: "x" } } as object),
    ["clientSecret"],
  ],
  ["a lifetime of logs that CloudWatch does not know", { ...aStage(), keepLogsDays: 31 }, ["keepLogsDays"]],
])("with %s wrong is refused, and the field is named", (_, row, named) => {
  const said = refusal(row);
  for (const part of named) expect(said).toContain(part);
});

test("says in plain words what each setting should have been", () => {
  const said = refusal({
    ...aStage({}, { senderAddress: undefined, verifyBy: "", optedOut: ["nobody"], reporter: [] } as object),
    onCall: [],
    region: "Frankfurt",
    keepLogsDays: 31,
    mailsPerSecond: 0,
  });
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

test.each<[object, string]>([
  [{ monthlyBudgetUsd: "100" }, "monthlyBudgetUsd has to be a number: 100, without quotes."],
  [{ monthlyBudgetUsd: "100 USD" }, 'monthlyBudgetUsd has to be a number, and is "100 USD".'],
  [{ monthlyBudget: 100 }, "monthlyBudget: there is no such setting. Did you mean monthlyBudgetUsd?"],
  [{ account: 123456789012 }, "account has to be a text: put it in quotes."],
  [{ onCall: "on-call@acme.example" }, "onCall has to be a list: [on-call@acme.example]."],
  [{ inboundMail: "yes" }, 'inboundMail has to be true or false, and is "yes".'],
  [{ consoleDomain: "console.acme.example" }, "consoleDomain has to be an object of name, certificateArn."],
  [{ organisation: "Acme" }, "organisation: there is no such setting. It belongs under settings."],
  [{ colour: "red" }, "colour: there is no such setting. Correct its name, or take it out."],
])("says of %j how it is written", (wrong, said) => {
  expect(refusal({ ...aStage(), ...wrong } as StageRow).split("\n")).toContain(`- ${said}`);
});

test.each<[object, string]>([
  [
    { organisation: undefined, organization: "Acme" },
    "organization: there is no such setting. Did you mean organisation?",
  ],
  [{ onCall: ["a@acme.example"] }, "onCall: there is no such setting. It belongs beside settings, not under it."],
  [{ channels: { cloudflare: null } }, "channels.cloudflare has to be an object: {} where it has nothing of its own."],
  [{ channels: ["cloudflare"] }, "channels has to be an object of cloudflare, godaddy, ngrok."],
  [
    { webhooks: [{ name: "rt", url: "https://rt.acme.example/" }] },
    "webhooks[0].hears is missing. What on-call is told, or what reporters are told, or both.",
  ],
  [
    { forgetAfterDays: 30 },
    "forgetAfterDays has to be an object. Days after a case's end until what was reported is forgotten, by " +
      "category; else what `escalation/policy.ts` says, with its reason.",
  ],
])("says of %j under settings how it is written", (wrong, said) => {
  expect(refusal(aStage({}, wrong as object)).split("\n")).toContain(`- settings.${said}`);
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
  expect(refusal(aStage({}, { optedOut: [written] }))).toContain("settings.optedOut[0]");
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
    name: "Pages",
    scope: "platform" as const,
    email: "trust@pages-desk.example",
  };
  expect(refusal(aStage({}, { directory: [entry] }))).toContain(
    "settings.directory[0].matches[1]: a name in ASCII like pages.example, a range like",
  );
});

test("takes an opt-out by mailbox, mail domain, range and system", () => {
  const optedOut = [
    "::ffff:192.0.2.0/120",
    "abuse@provider.example",
    "@provider.example",
    "192.0.2.0/24",
    "2001:db8::/32",
    "198.51.100.7",
    "AS64500",
  ];
  expect(readStage("mine", { mine: aStage({}, { optedOut }) }).settings.optedOut).toEqual(optedOut);
});

test.each([
  ["a domain that it does not use", { existingIdentities: ["other.example"] }],
  ["the reply domain where it receives no mail", { existingIdentities: ["reply.hotline.example"], inboundMail: false }],
])("that says %s is in SES already is refused", (_, spoilt) => {
  expect(refusal({ ...aStage(), ...spoilt })).toContain("which this stage does not use. It may name hotline.example");
});

describe("beside another of one account and region", () => {
  const first = aStage();
  const beside = (spoilt: Partial<StageRow>) => () =>
    readStage("second", { first, second: { ...aStage(), ...spoilt } });

  test("must not make an identity that the other makes, as CloudFormation cannot make what is there", () => {
    expect(beside({})).toThrow(
      'The stage "first" makes the identity hotline.example as well, in eu-central-1, and only one may. ' +
        "Name it in existingIdentities of the one that is deployed later; or, where they are in two " +
        "accounts, give both their account.",
    );
    expect(beside({ existingIdentities: ["hotline.example"] })).toThrow(
      "makes the identity reply.hotline.example as well",
    );
  });

  test.each<readonly [string, Partial<StageRow>]>([
    [
      "uses what the other makes",
      { existingIdentities: ["hotline.example", "reply.hotline.example"], receiptRuleSet: "takedown-first" },
    ],
    ["is in another region", { region: "eu-west-1" }],
  ])("is taken where it %s", (_, spoilt) => {
    expect(beside(spoilt)).not.toThrow();
  });

  test("is taken where both say that they are in two accounts", () => {
    const rows = { first: { ...first, account: "123456789012" }, second: { ...aStage(), account: "210987654321" } };
    expect(readStage("second", rows).name).toBe("second");
  });
});

describe("with a reporter who speaks through a topic or a rule", () => {
  const topic = "arn:aws:sns:eu-central-1:123456789012:cert";
  const rule = "arn:aws:events:eu-central-1:123456789012:rule/reports/cert";
  const reporter = (through: string, more: object = {}) => ({
    id: "cert",
    organisation: "Example CERT",
    contact: "cert@cert.example",
    through,
    ...more,
  });
  const nine = Array.from({ length: 9 }, (_, at) => reporter(`${topic}-${at}`, { id: `cert-${at}` }));

  test.each([topic, rule])("is taken: %s", (through) => {
    expect(
      readStage("mine", { mine: aStage({}, { reporters: [reporter(through)] }) }).settings.reporters[0]?.through,
    ).toBe(through);
  });

  test.each([
    [
      "a queue",
      [reporter("arn:aws:sqs:eu-central-1:123456789012:cert")],
      "settings.reporters[0].through: the ARN of an SNS topic or a rule of EventBridge, like",
    ],
    [
      "every topic",
      [reporter("arn:aws:sns:eu-central-1:123456789012:*")],
      "settings.reporters[0].through: the ARN of an SNS topic",
    ],
    [
      "senders as well",
      [reporter(topic, { senders: ["123456789012"] })],
      "settings.reporters[0].through: a reporter speaks by its senders or through a topic",
    ],
    [
      "another's topic",
      [reporter(topic), reporter(topic, { id: "other" })],
      `lets other speak through ${topic}, and another reporter, too. Give each`,
    ],
    [
      "a rule elsewhere",
      [reporter(rule.replace("central", "west"))],
      "which is not in eu-central-1. Take a rule in that region.",
    ],
    ["too many of them", nine, "gives 9 reporters a through; eight may have one"],
    [
      "a long id",
      [reporter(topic, { id: `c${"x".repeat(40)}` })],
      "is longer than SQS's 80 characters. Shorten the id.",
    ],
  ])("is refused: %s", (_, reporters, said) => {
    expect(refusal(aStage({}, { reporters }), "a-stage-with-a-name")).toContain(said);
  });
});

test("names everything that is wrong at once", () => {
  const said = refusal({ ...aStage({}, { senderAddress: "nobody" }), region: "here", onCall: [] });
  for (const field of ["region", "onCall", "settings.senderAddress"]) expect(said).toContain(field);
});

test.each([
  [
    "deploys with reserved names allowed",
    { allowReserved: true },
    "settings.allowReserved is for samples and tests alone",
  ],
  ["answers at the sender's own domain", { replyDomain: "hotline.example" }, "swallow all mail"],
  [
    "names the reply domain of today as a former one",
    { formerReplyDomains: ["reply.hotline.example"] },
    "settings.formerReplyDomains names reply.hotline.example, where desks answer today",
  ],
  ["answered once at the sender's own domain", { formerReplyDomains: ["hotline.example"] }, "swallow all mail"],
  [
    "has its dry runs go to a former reply domain",
    { formerReplyDomains: ["answers.hotline.example"], dryRunMailbox: "dry@answers.hotline.example" },
    "the dispatcher would read its own notices as answers",
  ],
  ["answers where SES takes bounces", { replyDomain: "bounce.hotline.example" }, "where SES takes the bounces"],
  [
    "knows a reporter twice",
    { reporters: [1, 2].map(() => ({ id: "police", organisation: "Police", contact: "police@hotline.example" })) },
    "settings.reporters names police more than once",
  ],
  [
    "gives two reporters one id, as one of them had it before",
    {
      reporters: ["police", "constabulary"].map((id) => ({
        id,
        organisation: "Police",
        contact: `${id}@hotline.example`,
        ...(id === "constabulary" && { formerIds: ["police"] }),
      })),
    },
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
    "settings.ownCountry is NL, for which settings.countries has no row, so nobody there would be named. " +
      "Rows: none. Add the country's row with its hotline, cert or police.",
  ],
  [
    "leaves hosts abroad to hotlines, and is at home nowhere",
    { hostsAbroad: "left-to-hotlines" as const },
    "settings.hostsAbroad is left-to-hotlines, and settings.ownCountry is absent: say which country is yours.",
  ],
  [
    "writes to a hotline that it never writes to",
    {
      countries: [{ country: "NL", hotline: { name: "Hotline", email: "in@hotline-nl.example" } }],
      optedOut: ["In@hotline-nl.example"],
    },
    "settings.countries names in@hotline-nl.example as a desk of NL, " +
      "and settings.optedOut says that it is never written to.",
  ],
  [
    "takes itself for a CERT",
    { countries: [{ country: "NL", cert: { name: "CERT", email: "cert@reply.hotline.example" } }] },
    "settings.countries names cert@reply.hotline.example as a desk of NL; that is our own domain",
  ],
  [
    "asks before contacts of a category that is none",
    { approveNewContacts: { fishing: 5 } },
    "settings.approveNewContacts names fishing, which is no category.",
  ],
  [
    "keeps the urgent lane waiting",
    { approveNewContacts: { csam: 60, phishing: 60 } },
    "settings.approveNewContacts would have csam wait for more than 10 minutes; the urgent lane waits no longer.",
  ],
  [
    "has one group read and decide",
    { signIn: { ...aSignIn, readers: ["takedown-on-call"] } },
    "settings.signIn names takedown-on-call among reviewers and among readers",
  ],
  [
    "tests on the dispatcher itself",
    { dryRunMailbox: "test@reply.hotline.example" },
    "would read its own notices as answers",
  ],
  [
    "keeps cases of a category that is none",
    { forgetAfterDays: { fishing: 30 } },
    "settings.forgetAfterDays names fishing, which is no category.",
  ],
  [
    "has clocks for a category that is none",
    { clocks: { fishing: { climbsAfterHours: 48 } } },
    "settings.clocks names fishing, which is no category.",
  ],
  [
    "escalates before it reminds",
    { clocks: { phishing: { reminderAfterHours: 72, climbsAfterHours: 48 } } },
    "settings.clocks.phishing: a reminder after the climb would never be sent: " +
      "reminderAfterHours must be at most climbsAfterHours.",
  ],
])("that %s contradicts itself", (_, settings, sentence) => {
  expect(refusal(aStage({}, settings))).toContain(sentence);
});

test("is at home in a country of its rows, in small letters or large ones", () => {
  const row = aStage({}, { ownCountry: "nl", countries: [{ country: "NL" }] });
  expect(readStage("test", { test: row }).settings.ownCountry).toBe("nl");
});

test("that rings a topic of another region contradicts itself", () => {
  expect(refusal(aStage({ alarmTopics: [{ arn: "arn:aws:sns:eu-west-1:123456789012:pager" }] }))).toContain(
    "alarmTopics names arn:aws:sns:eu-west-1:123456789012:pager, which is not in eu-central-1",
  );
});

test("whose name no queue could bear is refused", () => {
  expect(refusal(aStage(), "My_Stage")).toContain("2 to 20 lower-case letters");
});
