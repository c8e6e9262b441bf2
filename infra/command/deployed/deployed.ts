import { randomBytes } from "node:crypto";
import { runMinutes } from "../../../functions/smoke/probe.ts";
import type { Stage } from "../../stack/stages.ts";
import { asJson } from "../as-json.ts";
import { type NamedStage, stageOf } from "../connection.ts";
import { printLine, printText } from "../print.ts";
import { CommandProblem } from "../problem.ts";
import { readAccount } from "./account.ts";
import { changesIn, marksIn } from "./change-set.ts";
import { diffRows, settingRows } from "./diff.ts";
import { nationalDesks } from "./national-desks.ts";
import { preFlight } from "./pre-flight.ts";
import { diffWords, type Row, sayRows, sayTally, smokeWords } from "./rows.ts";
import { runSmoke, smokeWorld } from "./run-smoke.ts";
import { endsWith, smokeRows } from "./smoke.ts";

type Options = NamedStage & {
  readonly preFlight?: true;
  readonly smoke?: true;
  readonly diff?: true;
  readonly table?: string;
  readonly stack?: string;
  readonly wait?: number;
  readonly json?: true;
};

/**
 * Says before a deployment whether a stage can be deployed into the account of these credentials and
 * work there, or proves after it that it works. Ends with 1 where something stops it, or was not
 * proven. Throws `CommandProblem` where AWS told nothing at all: that is no answer, and a pipeline must
 * not take it for one. Network: AWS; before a deployment reading alone.
 */
export const lookAtDeployed = async (options: Options): Promise<void> => {
  if (options.stage === undefined)
    throw new CommandProblem("Name the stage: --stage NAME, or --stage-file with your own file of stages.");
  const stage = stageOf(options);
  process.env.AWS_REGION = stage.region;
  if ([options.preFlight, options.diff, options.smoke].filter((one) => one === true).length !== 1)
    throw new CommandProblem("Say what to look at: --pre-flight or --diff before a deployment, or --smoke after it.");
  if (options.smoke) return smokeTest(stage, options);
  return options.diff ? whatWouldChange(stage, options) : lookBefore(stage, options);
};

const lookBefore = async (stage: Stage, options: Options): Promise<void> => {
  const ofAccount = preFlight(stage, await readAccount(stage));
  if (ofAccount.every(({ state }) => state === "unknown")) throw new CommandProblem(nothingKnown(ofAccount));
  const rows = [...ofAccount, nationalDesks(stage.settings)];
  if (rows.some(({ state }) => state === "stops")) process.exitCode = 1;
  if (options.json) {
    printLine(asJson({ stage: stage.name, region: stage.region, rows }));
    return;
  }
  printText(`Stage ${stage.name} in ${stage.region}, before a deployment:\n\n${sayRows(rows)}\n\n${sayTally(rows)}`);
};

/** Says in words what a change set would replace. Ends with 1 where what holds data would be lost. */
const whatWouldChange = async ({ name, region }: Stage, { json, stack }: Options): Promise<void> => {
  const at = stack ?? `takedown-${name}`;
  const [changes, settings] = [await changesIn(region, at), settingRows(await marksIn(region, at, name))];
  const rows = [...settings, ...diffRows(changes)];
  if (rows.some(({ state }) => state === "stops")) process.exitCode = 1;
  const said =
    rows.length === 0 ? "Nothing would change." : `${sayRows(rows, diffWords)}\n\n${sayTally(rows, diffWords)}`;
  if (json) printLine(asJson({ stage: name, region, rows }));
  else printText(`Stage ${name} in ${region}, if it were deployed:\n\n${said}`);
};

const nothingKnown = ([first]: readonly Row[]): string =>
  `AWS said nothing about the account, so nothing is known of it. ${first?.says ?? ""} Sign in (aws sso login, or ` +
  "AWS_PROFILE with a profile that may read), see that aws sts get-caller-identity names your account, and ask again.";

const smokeTest = async (stage: Stage, { table, wait: waitMinutes = 6, json }: Options): Promise<void> => {
  if (waitMinutes > runMinutes - 5) throw new CommandProblem(`--wait takes ${runMinutes - 5} minutes at most.`);
  const seen = await runSmoke(stage, await smokeWorld(stage, table), { id: newRun(), waitMinutes });
  const rows = [...smokeRows(stage, seen), nationalDesks(stage.settings)];
  process.exitCode = endsWith(rows, seen.isAws);
  if (json) printLine(asJson({ stage: stage.name, region: stage.region, isAws: seen.isAws, rows }));
  else
    printText(
      `Stage ${stage.name} in ${stage.region}, as it is deployed:\n\n${sayRows(rows, smokeWords)}\n\n` +
        sayTally(rows, smokeWords),
    );
};

/** 80 bits in the letters of RFC 4648 §6: nobody guesses it who may write to the reply domain. */
const newRun = (): string =>
  Array.from(randomBytes(16), (byte) => "abcdefghijklmnopqrstuvwxyz234567"[byte & 31]).join("");
