import { fileURLToPath } from "node:url";
import { App } from "aws-cdk-lib";
import { bundleFunctions } from "../bundle.ts";
import { readStage } from "../stages.ts";
import { TakedownStack } from "../takedown-stack.ts";
import { rehearsalRow } from "./stage.ts";

/*
 * The very stack that a stage deploys. One thing differs from a stage of your own: reserved names may be reported, since a
 * rehearsal must not name a real host. `-c organisation=…` changes a setting, for the update in place.
 */
const app = new App({ analyticsReporting: false });
const organisation: unknown = app.node.tryGetContext("organisation");
const { settings, ...rest } = readStage("rehearsal", { rehearsal: rehearsalRow(typeof organisation === "string" ? organisation : "Example Takedown Desk") });
const stage = { ...rest, settings: { ...settings, allowReserved: true } };
const bundles = fileURLToPath(new URL("../../.cache/bundles/rehearsal", import.meta.url));
await bundleFunctions({ outDir: bundles, settings: stage.settings });
new TakedownStack(app, "takedown-rehearsal", { stage, bundles, env: { region: stage.region } });
