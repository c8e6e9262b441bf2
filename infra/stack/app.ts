import { fileURLToPath } from "node:url";
import { App } from "aws-cdk-lib";
import { buildStacks, checkAtSynthesis } from "./build-app.ts";
import { bundleFunctions } from "./bundle.ts";
import { readStage, type Stage } from "./stages.ts";

// A warning nobody has to heed is heeded by nobody: what the CDK will take away fails at once, as
// `--strict` does for the rest.
process.env.JSII_DEPRECATED = "fail";

const app = new App({ analyticsReporting: false });
const named: unknown = app.node.tryGetContext("stage");
const stage = stageOrEnd(typeof named === "string" ? named : "example");
const outDir = fileURLToPath(new URL(`../../.cache/bundles/${stage.name}`, import.meta.url));
await bundleFunctions({ outDir, settings: stage.settings });

buildStacks(app, stage, outDir);
checkAtSynthesis(app);

/** A wrong setting is said in its sentence, without the stack of where it was found. */
function stageOrEnd(name: string): Stage {
  try {
    return readStage(name);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return process.exit(1);
  }
}
