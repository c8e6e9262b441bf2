import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { CommandProblem } from "./problem.ts";

/** What a stack says of itself, by what its output's name holds; nothing where it has none such. */
export type OutputOf = (
  name: "CasesTableName" | "MasterKeysSecret" | "ReplyKeysSecret" | "SesEventsArchive" | "SesEventsReplayTo",
) => string | undefined;

/**
 * The outputs of a stage's own stack, `takedown-NAME`. Throws `CommandProblem` where there is none.
 * Network: CloudFormation, one request (`cloudformation:DescribeStacks`).
 */
export const stackOutputs = async (name: string, region: string): Promise<OutputOf> => {
  const StackName = `takedown-${name}`;
  try {
    const { Stacks = [] } = await new CloudFormationClient({ region }).send(new DescribeStacksCommand({ StackName }));
    return (output) => Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey?.includes(output))?.OutputValue;
  } catch (error) {
    // CloudFormation has no error of its own for it (API Reference, DescribeStacks, ValidationError).
    if (!(error instanceof Error && /does not exist/.test(error.message))) throw error;
    throw new CommandProblem(
      `There is no stack ${StackName} in ${region}. Deploy it first, check the account of your credentials, or, ` +
        "where the dispatcher stands in a stack of yours, name what the command asks for: --table, --keys or --secret.",
    );
  }
};

/** One of them. Throws `CommandProblem` where another version was deployed, which has it not. */
export const outputIn = (outputs: OutputOf, name: Parameters<OutputOf>[0], stage: string): string => {
  const value = outputs(name);
  if (value !== undefined) return value;
  throw new CommandProblem(`The stack takedown-${stage} has no output ${name}. Deploy this version first.`);
};
