import { App } from "aws-cdk-lib";
import { readStage } from "../stack/stages.ts";
import { TakedownStack } from "../stack/takedown-stack.ts";
import { region } from "./cloud.ts";
import { asRehearsed, rehearsalRow } from "./stage.ts";

/*
 * The very stack that a stage deploys. One thing differs from a stage of your own: reserved names
 * may be reported, since a rehearsal must not name a real host. `-c issuer=…` says where the OIDC provider stands,
 * `-c restoredTable=…` on which table the functions work after a restore, `-c region=…` where the stage is
 * deployed, `-c paused=true` pauses a provider's API, and `-c atLimits=ZONE` turns on all that can be.
 */
const app = new App({ analyticsReporting: false });
const given = (name: string, otherwise: string): string => {
  const value: unknown = app.node.tryGetContext(name);
  return typeof value === "string" ? value : otherwise;
};
const rehearsed = {
  issuer: given("issuer", asRehearsed.issuer),
  paused: given("paused", "false") === "true",
  atLimits: given("atLimits", ""),
  region: given("region", region),
};
const restoredTable = given("restoredTable", "");
const { settings, ...rest } = readStage("rehearsal", {
  rehearsal: { ...rehearsalRow(rehearsed), ...(restoredTable !== "" && { restoredTable }) },
});
const stage = { ...rest, settings: { ...settings, allowReserved: true } };
new TakedownStack(app, "takedown-rehearsal", { stage, env: { region: stage.region } });
