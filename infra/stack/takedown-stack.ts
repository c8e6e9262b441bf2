import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { twoZones } from "./constructs/isolated-network.ts";
import { TakedownDispatcher, type TakedownDispatcherProps } from "./dispatcher.ts";

/** One stage in a stack of its own, as `npm run synth` and the CDK deploy it from this repository. */
export class TakedownStack extends Stack {
  readonly dispatcher: TakedownDispatcher;

  /**
   * The region's own, chosen at deployment: of a stack that names its account, the CDK would query
   * AWS for them at synth as soon as there is a network in it.
   */
  override get availabilityZones(): string[] {
    return twoZones();
  }

  constructor(scope: Construct, id: string, props: StackProps & Omit<TakedownDispatcherProps, "vpc" | "alarmTargets">) {
    const { stage, bundles, ...own } = props;
    super(scope, id, own);
    // Of this id CloudFormation's names of resources have nothing.
    this.dispatcher = new TakedownDispatcher(this, "Default", { stage, ...(bundles !== undefined && { bundles }) });
  }
}
