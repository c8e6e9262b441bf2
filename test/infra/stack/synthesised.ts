import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { buildStacks } from "../../../infra/stack/build-app.ts";
import { readStage, type StageRow } from "../../../infra/stack/stages.ts";
import { functionNames } from "../../../infra/stack/topology.ts";
import { aStage } from "./a-stage.ts";

export type Resource = {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
};
export type Resources = Readonly<Record<string, Resource>>;

const cdkJson = JSON.parse(readFileSync(path.join(import.meta.dirname, "../../../cdk.json"), "utf8")) as {
  context: Record<string, unknown>;
};

/**
 * An empty app with the feature flags of cdk.json. Bundles are placeholders: what is in them is the
 * business of bundle.long.test.ts. The CDK's own validation of templates takes longer than all the rest of a
 * synthesis, and is left out unless asked for.
 */
export const inApp = <T>(look: (app: App, bundles: string) => T, { validates = false } = {}): T => {
  const folder = mkdtempSync(path.join(tmpdir(), "takedown-synth-"));
  try {
    for (const name of [...functionNames, "checker"]) {
      mkdirSync(path.join(folder, "bundles", name), { recursive: true });
      writeFileSync(path.join(folder, "bundles", name, "index.mjs"), `export const handler = async () => "${name}";\n`);
    }
    const app = new App({
      analyticsReporting: false,
      builtinCloudFormationValidation: validates,
      outdir: path.join(folder, "out"),
      context: { ...cdkJson.context, ...(validates && { "aws:cdk:enable-path-metadata": true }) },
    });
    return look(app, path.join(folder, "bundles"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** An app with a stage's stacks. */
export const withApp = <T>(row: StageRow, look: (app: App, stacks: ReturnType<typeof buildStacks>) => T): T =>
  inApp((app, bundles) => look(app, buildStacks(app, readStage("example", { example: row }), bundles)));

type Synthesised = { readonly template: Template; readonly resources: Resources; readonly inbound?: Template };

const made = new Map<string, Synthesised>();
/** The templates of a stage; made once for a row, since to make them takes a second. */
export const synthesise = (row: StageRow = aStage()): Synthesised => {
  const key = JSON.stringify(row);
  const before = made.get(key);
  if (before) return before;
  const one = withApp(row, (_, { main, inbound }) => {
    const template = Template.fromStack(main);
    return {
      template,
      resources: template.toJSON().Resources as Resources,
      ...(inbound && { inbound: Template.fromStack(inbound) }),
    };
  });
  made.set(key, one);
  return one;
};

export const ofType = (resources: Resources, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);

/**
 * The one resource of a type whose property has a value, or the only one there is; anything else is
 * an error.
 */
export const theOne = (
  resources: Resources,
  type: string,
  property?: string,
  value?: string,
): readonly [id: string, properties: Resource["Properties"], resource: Resource] => {
  const [found, ...more] = ofType(resources, type).filter(
    ([, { Properties }]) => property === undefined || Properties[property] === value,
  );
  if (!found || more.length > 0) throw new Error(`${found ? "More than one" : "No"} ${type} ${value ?? ""}`);
  return [found[0], found[1].Properties, found[1]];
};

/** Writes an ARN or name as one reads it: references as `${Logical.Arn}`, joins put together. */
export const readable = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return String(value);
  const [[kind, of] = ["", undefined]] = Object.entries(value);
  if (kind === "Ref") return `\${${String(of)}}`;
  if (kind === "Fn::GetAtt") return `\${${(of as string[]).join(".")}}`;
  if (kind === "Fn::Join") return ((of as [string, unknown[]])[1] ?? []).map(readable).join((of as [string])[0]);
  return JSON.stringify(value);
};
