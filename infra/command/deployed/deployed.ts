import { asJson } from "../as-json.ts";
import { type NamedStage, stageOf } from "../connection.ts";
import { CommandProblem } from "../problem.ts";
import { readAccount } from "./account.ts";
import { preFlight } from "./pre-flight.ts";
import { type Row, sayRows, sayTally } from "./rows.ts";

type Options = NamedStage & { readonly preFlight?: true; readonly json?: true };

/**
 * Says whether a stage can be deployed into the account of these credentials and work there. Ends
 * with 1 where something stops it. Throws `CommandProblem` where AWS told nothing at all: that is no
 * answer, and a pipeline must not take it for one. Network: AWS, reading alone.
 */
export const lookAtDeployed = async (options: Options): Promise<void> => {
  if (options.stage === undefined)
    throw new CommandProblem("Name the stage: --stage NAME, or --stage-file with your own file of stages.");
  if (!options.preFlight) throw new CommandProblem("Say what to look at: --pre-flight, before a deployment.");
  const stage = stageOf(options);
  const rows = preFlight(stage, await readAccount(stage));
  if (rows.every(({ state }) => state === "unknown")) throw new CommandProblem(nothingKnown(rows));
  if (rows.some(({ state }) => state === "stops")) process.exitCode = 1;
  if (options.json) {
    console.log(asJson({ stage: stage.name, region: stage.region, rows }));
    return;
  }
  console.log(`Stage ${stage.name} in ${stage.region}, before a deployment:\n\n${sayRows(rows)}\n\n${sayTally(rows)}`);
};

const nothingKnown = ([first]: readonly Row[]): string =>
  `AWS said nothing about the account, so nothing is known of it. ${first?.says ?? ""} Sign in (aws sso login, or ` +
  "AWS_PROFILE with a profile that may read), see that aws sts get-caller-identity names your account, and ask again.";
