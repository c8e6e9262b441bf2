import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { App } from "aws-cdk-lib";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { checkedStages } from "../../../infra/checks/checked-stages.ts";
import { exceptions } from "../../../infra/checks/exceptions.ts";
import { buildStacks } from "../../../infra/stack/build-app.ts";
import { inApp } from "../stack/synthesised.ts";
import { type Finding, unusedPlaces, withoutReason } from "./findings.ts";
import { withoutStack } from "./nag.ts";

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

/** The CDK's own validation, with its warnings. It throws where it finds an error, and writes a report in any case. */
const cdkFindings = (app: App): readonly Finding[] => {
  try {
    app.synth();
  } catch (error) {
    if (!(error instanceof Error && error.name === "ValidationFailed")) throw error;
  }
  const report = readFileSync(path.join(app.outdir, "validation-report.json"), "utf8");
  return cdkReport
    .parse(JSON.parse(report))
    .pluginReports.flatMap(({ violations }) =>
      violations.flatMap(({ ruleName, description, violatingConstructs }) =>
        violatingConstructs.map(
          ({ constructPath }) =>
            ({ tool: "cdk", rule: ruleName, at: withoutStack(constructPath), says: description }) as const,
        ),
      ),
    );
};

const lintReport = z.array(
  z.object({
    Rule: z.object({ Id: z.string() }),
    Message: z.string(),
    Filename: z.string(),
    Location: z.object({ Path: z.array(z.union([z.string(), z.number()])) }),
  }),
);

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

const lintFindings = (program: string, folder: string): readonly Finding[] => {
  const templates = readdirSync(folder).filter((file) => file.endsWith(".template.json"));
  const { stdout, stderr } = spawnSync(program, ["--format", "json", ...templates], { encoding: "utf8", cwd: folder });
  if (stdout === "") throw new Error(`cfn-lint gave no findings to read: ${stderr}`);
  return lintReport.parse(JSON.parse(stdout)).map(({ Rule, Message, Filename, Location }) => ({
    tool: "cfn-lint",
    rule: Rule.Id,
    at: placeOf(path.join(folder, Filename), String(Location.Path[1] ?? "")),
    says: Message,
  }));
};

/** `.ci/run` installs cfn-lint. */
const program = process.env.PYTHON_CHECKERS && path.join(process.env.PYTHON_CHECKERS, "cfn-lint");

describe("the templates of stages that choose all that a stage can", () => {
  const found = checkedStages().map((stage) =>
    inApp(
      (app, bundles) => {
        buildStacks(app, stage, bundles);
        const cdk = cdkFindings(app);
        return { stage: stage.name, findings: [...cdk, ...(program ? lintFindings(program, app.outdir) : [])] };
      },
      { validates: true },
    ),
  );

  test.each(found)("$stage: nothing is found for which nobody wrote a reason", ({ findings }) => {
    expect(withoutReason(findings)).toEqual([]);
  });

  test.skipIf(!program)("cfn-lint finds something at each place that has a reason", () => {
    const all = found.flatMap(({ findings }) => findings);
    const ofLint = exceptions.filter(({ tool }) => tool === "cfn-lint");
    expect(unusedPlaces(all, ofLint)).toEqual([]);
  });
});
