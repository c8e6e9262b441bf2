import { type Exception, exceptions } from "./exceptions.ts";
import { inherentSpamRules } from "./spam-filters.ts";

const tools: Readonly<Record<Exception["tool"], string>> = {
  "cdk-nag": "cdk-nag, AwsSolutions and Serverless",
  "cfn-lint": "cfn-lint",
  checkov: "checkov",
};

const spamFilters: readonly string[] = [
  [
    "`npm run check:spam` is run by hand when texts have changed. It holds a phishing notice to a network, in each",
    "language and step, against SpamAssassin and rspamd as Debian installs them (`apt-get install spamassassin",
    "rspamd`). Neither asks a network, a blocklist or what it learnt from other mails, so it tells of the words and",
    "the form of a mail, and not of its sender's name. It fails where a filter would act, or where it gives more than",
    "a point that other words could avoid.",
  ].join(" "),
  "Two rules are shown and not counted, as every language keeps its letters and English stands beside it:",
  ...Object.entries(inherentSpamRules).map(([rule, why]) => `**${rule}**: ${why}.`),
];

/**
 * Every exception as a page to read. The test that holds `infra/checks/README.md` against it writes
 * it anew by `npx vitest run test/infra/checks/static-checks.long.test.ts -u`.
 */
export const exceptionsPage = (): string =>
  `${[
    "# What the static checks find, and why it stays",
    [
      "`npm run check:template` holds every synthesised stack of the checked stages, which differ in all that a stage",
      "can choose, against cdk-nag, the CDK's own validation, cfn-lint and checkov. A finding without a row here",
      "fails, and so does a row for which nothing is found. `npm run synth` and every deployment run the first two.",
      "This page is made of `exceptions.ts`.",
    ].join(" "),
    ...Object.entries(tools).flatMap(([tool, title]) => [
      `## ${title}`,
      ...exceptions.filter((exception) => exception.tool === tool).map(section),
    ]),
    "## Spam filters",
    ...spamFilters,
  ].join("\n\n")}\n`;

const section = ({ rule, asks, at, reason }: Exception): string =>
  [`**${rule}** asks for ${asks}.`, reason, `At: ${at.map((place) => `\`${place}\``).join(", ")}.`].join("\n\n");
