import type { SizeName } from "../stack/sizes.ts";
import { readStage, type Stage, type StageRow, stages } from "../stack/stages.ts";

const exampleRow = (): StageRow => {
  const { example } = stages;
  if (!example) throw new Error("infra/stack/stages.ts has no stage `example`, of which the checks start.");
  return example;
};

/**
 * Chooses differently from `row` whatever a stage can choose, so that both ways are looked at.
 */
export const otherwise = (row = exampleRow()): StageRow => {
  const arn = (service: string, rest: string): string => `arn:aws:${service}:${row.region}:123456789012:${rest}`;
  return {
    ...row,
    account: "123456789012",
    producers: ["arn:aws:iam::123456789012:role/police", arn("sns", "reports"), arn("events", "rule/reports")],
    notify: ["team@hotline.example"],
    alarmTopics: [{ arn: arn("sns", "pager") }],
    mailsPerSecond: 50,
    inboundMail: false,
    keepLogsDays: 365,
    dns: { zone: "hotline.example", hostedZoneId: "Z0123456789ABC", dmarc: "quarantine" },
    consoleDomain: {
      name: "console.hotline.example",
      certificateArn: arn("acm", "certificate/01234567-89ab-cdef-0123-456789abcdef"),
    },
    monthlyBudgetUsd: 200,
    keepSesEventsDays: 35,
    backup: { keepDays: 90, copyTo: "arn:aws:backup:eu-central-1:210987654321:backup-vault:takedown" },
    isolated: { prefixLists: { dynamodb: "pl-0123abcd", s3: "pl-4567cdef" } },
    settings: {
      ...row.settings,
      reporters: [
        ...row.settings.reporters,
        {
          id: "csirt",
          organisation: "Example CERT",
          contact: "cert@cert.example",
          through: arn("sns", "csirt"),
        },
        {
          id: "brands",
          organisation: "Example Brands",
          contact: "team@brands.example",
          through: arn("events", "rule/brands"),
        },
      ],
      dryRunMailbox: "test@hotline.example",
      channels: { cloudflare: {}, godaddy: {}, aws: {} },
      checker: { account: "210987654321" },
      webhooks: [
        { name: "rtir", url: "https://rtir.hotline.example/takedown", hears: ["on-call"] },
        { name: "chat", url: "https://chat.hotline.example/", hears: ["on-call", "reporters"], reporters: ["csirt"] },
      ],
      signIn: {
        issuer: "https://id.hotline.example",
        clientId: "takedown",
        reviewers: ["takedown-on-call"],
        readers: ["takedown-readers"],
      },
    },
  };
};

/**
 * Tracing adds a right to each role, and its lack is a finding of its own: neither may hide behind
 * what the other two choose. It works on a restored table, too.
 */
export const traced = (): StageRow => ({
  ...otherwise(),
  inboundMail: true,
  inboundMailRegion: "eu-west-1",
  isolated: undefined,
  traces: true,
  restoredTable: "arn:aws:dynamodb:eu-central-1:123456789012:table/cases-restored/stream/2026-11-24T10:00:00.000",
});

/** By its size; all else is as in `traced`, without traces. */
const sized = (size: SizeName): StageRow => ({ ...otherwise(), isolated: undefined, size });

/**
 * All on at once, with as many queues of reporters as the console's environment has room for: roles are so large then
 * that the CDK splits their policies. Replies come by a rule set that the account has.
 */
export const atLimits = (base = exampleRow()): StageRow => {
  const row = otherwise(base);
  const reporters = Array.from({ length: 4 }, (_, at) => ({
    id: `cert-${at}`.padEnd(38, "x"),
    organisation: "Example CERT",
    contact: "cert@cert.example",
    through: `arn:aws:sns:${row.region}:123456789012:cert-${at}`,
  }));
  return {
    ...row,
    inboundMail: true,
    receiptRuleSet: "company-mail",
    traces: true,
    settings: { ...row.settings, reporters: [...row.settings.reporters, ...reporters] },
  };
};

/** In a partition of its own, in which SES receives no mail. */
export const govCloud = (): StageRow => ({ ...exampleRow(), region: "us-gov-west-1", inboundMail: false });

export const checkedStages = (): readonly Stage[] => [
  ...(["small", "large"] as const).map((size) => readStage(size, { [size]: sized(size) })),
  readStage("example"),
  readStage("otherwise", { otherwise: otherwise() }),
  readStage("traced", { traced: traced() }),
  readStage("limits", { limits: atLimits() }),
  readStage("gov", { gov: govCloud() }),
];
