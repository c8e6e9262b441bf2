import { type Exception, exceptions } from "./exceptions.ts";

const tools: Readonly<Record<Exception["tool"], string>> = {
  "cdk-nag": "cdk-nag, AwsSolutions and Serverless",
  "cfn-lint": "cfn-lint",
  checkov: "checkov",
};

/**
 * Every exception as a page to read. The test that holds `infra/checks/README.md` against it writes
 * it anew by `npx vitest run test/infra/checks/static-checks.test.ts -u`.
 */
export const exceptionsPage = (): string =>
  `${[
    "# What the static checks find, and why it stays",
    [
      "`npm run check:template` holds every synthesised stack of two stages, which differ in all that a stage can",
      "choose, against cdk-nag, the CDK's own validation, cfn-lint and checkov. A finding without a row here fails,",
      "and so does a row for which nothing is found. `npm run synth` and every deployment run the first two. This",
      "page is made of `exceptions.ts`.",
    ].join(" "),
    ...Object.entries(tools).flatMap(([tool, title]) => [
      `## ${title}`,
      ...exceptions.filter((exception) => exception.tool === tool).map(section),
    ]),
  ].join("\n\n")}\n`;

const section = ({ rule, asks, at, reason }: Exception): string =>
  [`**${rule}** asks for ${asks}.`, reason, `At: ${at.map((place) => `\`${place}\``).join(", ")}.`].join("\n\n");
