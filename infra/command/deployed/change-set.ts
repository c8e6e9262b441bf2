import { CloudFormationClient, DescribeChangeSetCommand, GetTemplateCommand } from "@aws-sdk/client-cloudformation";
import { type Marks, marksOf } from "../../stack/setting-marks.ts";
import { CommandProblem } from "../problem.ts";
import type { Change } from "./diff.ts";

/** The change set that the guide's command makes and nobody executes. */
const changeSetName = "takedown-diff";

/**
 * What a change set of a stack would do. Throws `CommandProblem` where there is none, or it is not
 * whole yet. Network: CloudFormation, reading alone.
 */
export const changesIn = async (region: string, StackName: string): Promise<readonly Change[]> => {
  const formation = new CloudFormationClient({ region, maxAttempts: 3 });
  const changes: Change[] = [];
  let NextToken: string | undefined;
  do {
    const page = await pageOf(formation, StackName, NextToken);
    // CloudFormation has no status of its own for it (API Reference, DescribeChangeSet).
    if (page.Status === "FAILED" && /didn't contain changes|No updates/.test(page.StatusReason ?? "")) return [];
    if (page.Status !== "CREATE_COMPLETE")
      throw new CommandProblem(`The change set ${changeSetName} is ${page.Status}: ${page.StatusReason ?? "wait"}.`);
    for (const { ResourceChange: one } of page.Changes ?? [])
      changes.push({
        action: one?.Action ?? "",
        logicalId: one?.LogicalResourceId ?? "",
        type: one?.ResourceType ?? "",
        ...(one?.Replacement !== undefined && { replacement: one.Replacement }),
        properties: [...new Set((one?.Details ?? []).flatMap(({ Target }) => Target?.Name ?? []))],
      });
    ({ NextToken } = page);
  } while (NextToken !== undefined);
  return changes;
};

/**
 * Reads both from the stack's templates; `unread` where the caller may not. Network: CloudFormation
 * (`cloudformation:GetTemplate`), reading alone.
 */
export const marksIn = async (region: string, StackName: string, stage: string): Promise<Marks | "unread"> => {
  const formation = new CloudFormationClient({ region, maxAttempts: 3 });
  const marks = async (ChangeSetName?: string): Promise<Marks["to"]> => {
    const asked = {
      StackName,
      TemplateStage: "Original" as const,
      ...(ChangeSetName !== undefined && { ChangeSetName }),
    };
    const { TemplateBody = "" } = await formation.send(new GetTemplateCommand(asked));
    // The CDK writes JSON; another form is of a template that is not its own.
    return TemplateBody.startsWith("{") ? JSON.parse(TemplateBody).Metadata?.[marksOf(stage)] : undefined;
  };
  try {
    const [deployed, to] = await Promise.all([marks(), marks(changeSetName)]);
    return { deployed, to };
  } catch (error) {
    // What is lost counts more than what is changed: for want of a right, or of a first deployment, it is still said.
    if (!(error instanceof Error && "$metadata" in error)) throw error;
    return /AccessDenied/.test(error.name) ? "unread" : { deployed: undefined, to: undefined };
  }
};

const pageOf = async (formation: CloudFormationClient, StackName: string, NextToken: string | undefined) => {
  try {
    return await formation.send(
      new DescribeChangeSetCommand({ StackName, ChangeSetName: changeSetName, ...(NextToken && { NextToken }) }),
    );
  } catch (error) {
    if (!(error instanceof Error && /does not exist|NotFound/.test(`${error.name} ${error.message}`))) throw error;
    throw new CommandProblem(
      `The stack ${StackName} has no change set ${changeSetName}. Make it first; it executes nothing: npx cdk deploy ` +
        `${StackName} --no-execute --change-set-name ${changeSetName}, with the -c stage=… or -c stage-file=… of ` +
        "synth. Where it is a stack of your own, name it: --stack NAME.",
    );
  }
};
