import { checkProviders } from "../../functions/contact/check-providers.ts";
import { liveSettings } from "../local/live-settings.ts";
import { asIndentedJson } from "./as-json.ts";
import { type NamedStage, stageOf } from "./connection.ts";
import { printLine, printText } from "./print.ts";

/**
 * Checks the list of providers, with a stage's own directory where one is named, and says what is
 * wrong row by row. Ends with 1 where anything is; that a desk is little known, or that a row says
 * why it has none, is not wrong. Touches nothing.
 */
export const checkPlatforms = ({ json, ...named }: NamedStage & { readonly json?: true }): void => {
  const settings = named.stage === undefined ? liveSettings : stageOf(named).settings;
  const { rows, problems, withoutAnyWay, unsure } = checkProviders(settings, new Date().toISOString());
  if (problems.length > 0) process.exitCode = 1;
  if (json) {
    printText(asIndentedJson({ rows, problems, withoutAnyWay, unsure }));
    return;
  }
  for (const { name, problem } of problems) printLine(`${name}: ${problem}.`);
  printLine(`${rows} rows, ${problems.length === 0 ? "none with a problem" : `${problems.length} problems`}.`);
  printLine(`${withoutAnyWay.length} name no desk and no form; the network below is told:`);
  if (withoutAnyWay.length > 0) printLine(`  ${withoutAnyWay.join(", ")}`);
  printLine(`${unsure.length} desks are little known and told only where a registry names the same mail domain:`);
  if (unsure.length > 0) printLine(`  ${unsure.join(", ")}`);
};
