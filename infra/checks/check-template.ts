import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { App } from "aws-cdk-lib";
import * as z from "zod";
import { buildStacks } from "../stack/build-app.ts";
import type { Stage } from "../stack/stages.ts";
import { functionNames } from "../stack/topology.ts";
import { checkedStages } from "./checked-stages.ts";
import { type Finding, needless, withoutReason } from "./findings.ts";
import { listAlarms } from "./listed-alarms.ts";
import { nagFindings, withoutStack } from "./nag.ts";
import { checkersFolder, checkersOfPython, exitBy, installPrograms } from "./python-programs.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = checkersFolder;
const say = (line: string) => process.stdout.write(`${line}\n`);

const cdkJson = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(path.join(root, "cdk.json"), "utf8")));

type Synthesised = { readonly templates: readonly string[]; readonly findings: readonly Finding[] };

/**
 * Writes a stage's templates, and gives what cdk-nag and the CDK find. Bundles are empty: the
 * checks read templates alone.
 */
const synthesise = (stage: Stage): Synthesised => {
  const bundles = path.join(folder, "empty-bundles");
  for (const name of [...functionNames, "checker"]) {
    mkdirSync(path.join(bundles, name), { recursive: true });
    writeFileSync(path.join(bundles, name, "index.mjs"), "");
  }
  const out = path.join(folder, stage.name);
  rmSync(out, { recursive: true, force: true });
  const app = new App({
    analyticsReporting: false,
    outdir: out,
    context: { ...cdkJson.context, "aws:cdk:enable-path-metadata": true },
  });
  buildStacks(app, stage, bundles);
  // Nothing is acknowledged in this app, so that exceptions for which nothing is found show as
  // well.
  const cdk = cdkFindings(app, out);
  // After the synthesis, which splits the policies of large roles.
  const findings = [...cdk, ...nagFindings(app)];
  const templates = readdirSync(out).filter((file) => file.endsWith(".template.json"));
  return { findings, templates: templates.map((file) => path.join(out, file)) };
};

const cdkReport = z.object({
  pluginReports: z.array(
    z.object({
      violations: z.array(
        z.object({
          ruleName: z.string(),
          description: z.string(),
          violatingConstructs: z.array(z.object({ constructPath: z.string().default("") })),
        }),
      ),
    }),
  ),
});

/**
 * The CDK's own validation, its warnings, too. It throws where it finds an error, and writes a
 * report in any case.
 */
const cdkFindings = (app: App, out: string): readonly Finding[] => {
  try {
    app.synth();
  } catch (error) {
    if (!(error instanceof Error && error.name === "ValidationFailed")) throw error;
  }
  const { pluginReports } = cdkReport.parse(JSON.parse(readFileSync(path.join(out, "validation-report.json"), "utf8")));
  return pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, description, violatingConstructs }) =>
      violatingConstructs.map(
        ({ constructPath }) =>
          ({ tool: "cdk", rule: ruleName, at: withoutStack(constructPath), says: description }) as const,
      ),
    ),
  );
};

/**
 * What a tool printed, as JSON; its exit code says only that there are findings. Throws where it
 * printed none.
 */
const printed = (command: string, words: readonly string[]): unknown => {
  const { stdout, stderr, error } = spawnSync(command, words, {
    encoding: "utf8",
    cwd: folder,
    timeout: 600_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`${path.basename(command)} gave no findings to read:\n${error?.message ?? stderr}`, { cause });
  }
};

const lintReport = z.array(
  z.object({
    Rule: z.object({ Id: z.string() }),
    Message: z.string(),
    Filename: z.string(),
    Location: z.object({ Path: z.array(z.union([z.string(), z.number()])) }),
  }),
);

const lintFindings = (bin: string, templates: readonly string[]): readonly Finding[] =>
  lintReport
    .parse(printed(path.join(bin, "cfn-lint"), ["--format", "json", ...templates]))
    .map(({ Rule, Message, Filename, Location }) => ({
      tool: "cfn-lint",
      rule: Rule.Id,
      at: placeOf(Filename, String(Location.Path[1] ?? "")),
      says: Message,
    }));

const checkovReport = z.object({
  summary: z.object({ parsing_errors: z.number(), resource_count: z.number().positive() }),
  results: z.object({
    failed_checks: z.array(
      z.object({ check_id: z.string(), check_name: z.string(), file_abs_path: z.string(), resource: z.string() }),
    ),
  }),
});

const checkovFindings = (bin: string, templates: readonly string[]): readonly Finding[] => {
  // By the files alone, and with no question to its makers' platform.
  const words = [
    "--framework",
    "cloudformation",
    "--compact",
    "--quiet",
    "--skip-download",
    "--output",
    "json",
    ...templates.flatMap((file) => ["--file", file]),
  ];
  const { summary, results } = checkovReport.parse(printed(path.join(bin, "checkov"), words));
  if (summary.parsing_errors > 0)
    throw new Error(`checkov could not read ${summary.parsing_errors} of ${templates.join(", ")}.`);
  return results.failed_checks.map(({ check_id, check_name, file_abs_path, resource }) => ({
    tool: "checkov",
    rule: check_id,
    at: placeOf(file_abs_path, resource.slice(resource.lastIndexOf(".") + 1)),
    says: check_name,
  }));
};

const templateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Metadata: z.object({ "aws:cdk:path": z.string() }).partial().optional() }),
  ),
});

/** The construct's path for the name that a resource has in its template. */
const placeOf = (template: string, logicalId: string): string => {
  const { Resources } = templateSchema.parse(JSON.parse(readFileSync(template, "utf8")));
  return withoutStack(Resources[logicalId]?.Metadata?.["aws:cdk:path"] ?? logicalId);
};

const alarmsSchema = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.unknown() })),
});
const alarmSchema = z.object({ AlarmName: z.string(), AlarmDescription: z.string() });

/** Prints the alarms of the sample stage. Gives whether each has a severity, and whether they are few enough. */
const sampleAlarms = (): boolean => {
  const file = path.join(folder, "example", "takedown-example.template.json");
  const { Resources } = alarmsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const alarms = Object.values(Resources).filter(({ Type }) => Type === "AWS::CloudWatch::Alarm");
  const { lines, wrong } = listAlarms(alarms.map(({ Properties }) => alarmSchema.parse(Properties)));
  say(`${lines.length} alarms of the stage example:\n${lines.join("\n")}\n`);
  for (const sentence of wrong) say(sentence);
  return wrong.length === 0;
};

const check = async (): Promise<boolean> => {
  mkdirSync(folder, { recursive: true });
  const bin = await installPrograms(folder, { packages: checkersOfPython, who: "The check of the templates", say });
  const stages = checkedStages().map(synthesise);
  const templates = stages.flatMap((stage) => stage.templates);
  const findings = [
    ...stages.flatMap((stage) => stage.findings),
    ...lintFindings(bin, templates),
    ...checkovFindings(bin, templates),
  ];
  const alarmsFine = sampleAlarms();
  const open = withoutReason(findings);
  const idle = needless(findings);
  for (const tool of ["cdk", "cdk-nag", "cfn-lint", "checkov"] as const) {
    const own = (all: readonly Finding[]) => all.filter((finding) => finding.tool === tool).length;
    say(`${tool.padEnd(9)}${String(own(findings)).padStart(4)} found, ${own(open)} without a written reason`);
  }
  for (const { tool, rule, at, says } of open) say(`\n${tool} ${rule} at ${at}\n  ${says}`);
  for (const place of idle)
    say(`\n${place}: nothing is found there any more. Take it out of infra/checks/exceptions.ts.`);
  say(`\n${templates.length} templates of ${stages.length} stages. The reasons stand in infra/checks/README.md.`);
  return alarmsFine && open.length === 0 && idle.length === 0;
};

await exitBy(check);
