import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App } from "aws-cdk-lib";
import { buildStacks } from "../../stack/build-app.ts";
import { bundleFunctions } from "../../stack/bundle.ts";
import type { Stage } from "../../stack/stages.ts";

type Template = {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
};

/** The resources of a stage's stacks, as they would be deployed. */
export const resourcesOf = async (stage: Stage) => {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-cost-stack-"));
  try {
    bundleFunctions({ outDir: path.join(folder, "bundles"), settings: stage.settings });
    const app = new App({ analyticsReporting: false, outdir: path.join(folder, "out") });
    buildStacks(app, stage, path.join(folder, "bundles"));
    return app.synth().stacks.flatMap(({ template }) => Object.values((template as Template).Resources));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
