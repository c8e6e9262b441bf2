import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import { instant } from "../../functions/kernel/instant.ts";
import { buildStacks, checkAtSynthesis } from "./build-app.ts";
import { contradictionsWith } from "./contradictions.ts";
import { chosenStage, unknownContext } from "./stage-file.ts";

// A warning nobody has to heed is heeded by nobody: what the CDK will take away fails at once, as
// `--strict` does for the rest.
process.env.JSII_DEPRECATED = "fail";

const app = new App({ analyticsReporting: false });
const unknown = unknownContext(Object.keys(app.node.getAllContext()));
if (unknown !== undefined) {
  process.stderr.write(`${unknown}\n`);
  process.exit(1);
}
const stage = orEnd(() => chosenStage(context("stage"), context("stage-file")));
// The table is not asked here: a template must come out the same without an account.
const exported = context("settings");
if (exported !== undefined) {
  const said = orEnd(() => contradictionsWith(stage.settings, readFileSync(exported, "utf8"), instant(Date.now())));
  for (const sentence of said) process.stderr.write(`CONTRADICTS  ${sentence}\n`);
}

buildStacks(app, stage);
checkAtSynthesis(app);

function context(name: string): string | undefined {
  const said: unknown = app.node.tryGetContext(name);
  return typeof said === "string" ? said : undefined;
}

/** A wrong setting is said in its sentence, without the stack of where it was found. */
function orEnd<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(1);
  }
}
