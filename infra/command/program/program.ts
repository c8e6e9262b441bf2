import { styleText } from "node:util";
import { Command } from "commander";
import about from "../../../package.json" with { type: "json" };
import { print, printError } from "../print.ts";
import { unlessStopped } from "../saying.ts";
import { applyProfile } from "./apply-profile.ts";
import { applyStack } from "./apply-stack.ts";
import { applyStageFile } from "./apply-stage-file.ts";
import { addCases } from "./cases.ts";
import { addSparing } from "./completion.ts";
import { addDeployment } from "./deployment.ts";
import { addFigures } from "./figures.ts";
import { addForeseeing } from "./foreseeing.ts";
import { addQueues } from "./queues.ts";
import { addReading } from "./reading.ts";
import { addReporting } from "./reporting.ts";
import { addSending } from "./sending.ts";
import { addSettings } from "./settings.ts";

/**
 * The command line, with each command's name and options alone: what it does is read when it is
 * called, so that the program starts at once. `words`: those that it will be called with.
 */
export const takedownProgram = (words: readonly string[] = []): Command => {
  const program = new Command("takedown")
    .description(
      "Reports abusive content, shows cases, looks up contacts.\nWithout --table, --stage, --queue-url and profile " +
        "it talks to the npm start that runs on this machine.",
    )
    .version(about.version, "--version", "show the version")
    .helpOption("--help", "show this")
    .configureOutput({
      writeOut: print,
      writeErr: printError,
      outputError: (text, write) => write(unlessStopped(words) + text),
    })
    .configureHelp({
      sortSubcommands: false,
      // Commander takes the colours away again where NO_COLOR says so, or no terminal shows them.
      styleTitle: (title) => styleText("bold", title),
      styleCommandText: (text) => styleText("cyan", text),
      styleSubcommandTerm: (text) => styleText("cyan", text),
      styleOptionTerm: (text) => styleText("cyan", text),
    })
    .showHelpAfterError("--help says what it takes.")
    .hook("preAction", async (_, command) => {
      await applyProfile(command);
      await applyStageFile(command);
      await applyStack(command);
    });
  for (const add of [
    addReporting,
    addCases,
    addSending,
    addSettings,
    addFigures,
    addQueues,
    addForeseeing,
    addDeployment,
    addReading,
    addSparing,
  ])
    add(program);
  return program;
};
