import { type App, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import { acknowledge } from "../checks/acknowledge.ts";
import { CheckerStack } from "./checker-stack.ts";
import { InboundMailStack } from "./inbound-mail-stack.ts";
import { receivesIn } from "./receiving.ts";
import type { Stage } from "./stages.ts";
import { TakedownStack } from "./takedown-stack.ts";

type Stacks = {
  readonly main: TakedownStack;
  readonly inbound?: InboundMailStack;
};

/**
 * Puts the stacks of one stage into the app: its own, and the one that receives mail where the
 * stage does. `bundles` holds a folder for each function; without it they are bundled.
 */
export const buildStacks = (app: App, stage: Stage, bundles?: string): Stacks => {
  const env = { region: stage.region, ...(stage.account !== undefined && { account: stage.account }) };
  const { terminationProtection } = stage;
  const description = `Takedown-notice dispatcher, stage ${stage.name}`;
  const main = new TakedownStack(app, `takedown-${stage.name}`, {
    stage,
    ...(bundles !== undefined && { bundles }),
    env,
    description,
    terminationProtection,
  });
  const { checker } = stage.settings;
  if (checker) {
    // Somebody else may deploy it, in another account.
    const { account = stage.account } = checker;
    const own = { region: stage.region, ...(account !== undefined && { account }) };
    new CheckerStack(app, `takedown-${stage.name}-checker`, {
      stage,
      ...(bundles !== undefined && { bundles }),
      env: own,
      description: `${description}: checker`,
      terminationProtection,
    });
  }
  if (!stage.inboundMail) return { main };
  const inbound = new InboundMailStack(app, `takedown-${stage.name}-inbound-mail`, {
    stage,
    env: { ...env, region: receivesIn(stage) },
    description: `${description}: replies`,
    terminationProtection,
  });
  inbound.addStackDependency(main);
  return { main, inbound };
};

/**
 * Has cdk-nag look at all that is synthesised: a finding for which nobody wrote a reason
 * (`checks/exceptions.ts`) ends the synthesis, and with it a deployment. The CDK's own validation
 * is an error by its flag in `cdk.json`.
 */
export const checkAtSynthesis = (app: App): void => {
  acknowledge(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
};
