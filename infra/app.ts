import { fileURLToPath } from "node:url";
import { App } from "aws-cdk-lib";
import { bundleFunctions } from "./bundle.ts";
import { InboundMailStack } from "./inbound-mail-stack.ts";
import { readStage } from "./stages.ts";
import { TakedownStack } from "./takedown-stack.ts";

const app = new App({ analyticsReporting: false });
const named: unknown = app.node.tryGetContext("stage");
const stage = readStage(typeof named === "string" ? named : "example");
const outDir = fileURLToPath(new URL(`../.cache/bundles/${stage.name}`, import.meta.url));
await bundleFunctions({ outDir, settings: stage.settings });

const env = { region: stage.region, ...(stage.account !== undefined && { account: stage.account }) };
const main = new TakedownStack(app, `takedown-${stage.name}`, { stage, bundles: outDir, env, description: `Takedown-notice dispatcher, stage ${stage.name}` });
if (stage.inboundMail) {
  new InboundMailStack(app, `takedown-${stage.name}-inbound-mail`, { stage, env, description: `Takedown-notice dispatcher, stage ${stage.name}: replies` }).addStackDependency(main);
}
