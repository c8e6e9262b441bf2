import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { stageFileSchema } from "../../../infra/checks/stage-schema.ts";
import { stageOf } from "../../../infra/command/connection.ts";
import { chosenStage, stageFromFile, unknownContext } from "../../../infra/stack/stage-file.ts";
import { readStage, type StageRow } from "../../../infra/stack/stages.ts";
import { aBrowserStage, aStage } from "./a-stage.ts";

const folder = mkdtempSync(path.join(tmpdir(), "stage-file-"));

const written = (text: string, name = "stages.yaml"): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

const read = (text: string, named?: string, fileName?: string) => stageFromFile(written(text, fileName), named);

const sentence = (text: string, named?: string): string => {
  try {
    read(text, named);
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}${path.sep}`, "");
  }
  throw new Error("The file was taken.");
};

const anchors = [..."bcdefghi"].map((one, at) => `${one}: &${one} [${`*${"abcdefghi"[at]},`.repeat(9)}]`);
const aliasesOfAliases = ["a: &a [x,x,x,x,x,x,x,x,x]", ...anchors, "stages: *i", ""].join("\n");

const two = { prod: aStage(), test: { ...aStage(), region: "eu-west-1" } };

describe("a file of stages", () => {
  test.each([
    ["YAML", stringify({ stages: { prod: aBrowserStage() } }), "prod.yaml"],
    ["JSON", JSON.stringify({ $schema: "stage-file.schema.json", stages: { prod: aBrowserStage() } }), "prod.json"],
  ])("in %s is read as the same row in the code", (_, text, fileName) => {
    expect(read(text, undefined, fileName)).toEqual(readStage("prod", { prod: aBrowserStage() }));
  });

  test("of one stage needs no name, and of several one", () => {
    expect(read(stringify({ stages: { prod: aStage() } })).name).toBe("prod");
    expect(read(stringify({ stages: two }), "test").region).toBe("eu-west-1");
    expect(sentence(stringify({ stages: two }))).toBe(
      "stages.yaml has several stages: prod, test. Say which: -c stage=NAME.",
    );
  });

  test("does not reach the stages of the code", () => {
    expect(sentence(stringify({ stages: two }), "example")).toBe(
      'There is no stage "example" in stages.yaml. Known stages: prod, test.',
    );
  });

  test("says of two stages that both make one identity", () => {
    const rows: Record<string, StageRow> = { prod: aStage(), test: aStage() };
    expect(sentence(stringify({ stages: rows }), "prod")).toContain('The stage "test" makes the identity');
  });

  test.each([
    [
      "a misspelt setting",
      "stages:\n  prod:\n    regoin: eu-central-1\n",
      'The stage "prod" in stages.yaml is not valid',
    ],
    [
      "an account that YAML takes for a number",
      stringify({ stages: { prod: { ...aStage(), account: 123456789012 } } }),
      "account",
    ],
    [
      "a key written twice",
      "stages:\n  prod: {}\n  prod: {}\n",
      "stages.yaml, line 3, column 3: Map keys must be unique. There stands: prod: {}",
    ],
    [
      "a value with a colon",
      "stages:\n  prod:\n    region: eu: central\n",
      "stages.yaml, line 3, column 13: Nested mappings are not allowed in compact mappings. A value that has a " +
        "colon stands in quotes. There stands: region: eu: central",
    ],
    ["a broken line", "stages:\n  prod: [\n", "stages.yaml, line 3"],
    ["nothing", "", "must have one field `stages`"],
    ["no stage", "stages: {}\n", "must have one field `stages`"],
    ["a row without a name", "region: eu-central-1\n", "must have one field `stages`"],
    ["a page of the web", "<!doctype html><p>hello", "must have one field `stages`"],
    ["a file too large", `# ${"x".repeat(1_000_001)}`, "is larger than 1 MB"],
    ["aliases of aliases", aliasesOfAliases, "Excessive alias count"],
  ])("with %s is refused in a sentence that names it", (_, text, said) => {
    expect(sentence(text)).toContain(said);
  });

  test("that is not there is said with what was asked for", () => {
    expect(() => stageFromFile(path.join(folder, "none.yaml"))).toThrow(/none\.yaml can't be read.*-c stage-file/);
  });
});

describe("what helps is said in the words of whoever asked:", () => {
  const several = written(stringify({ stages: two }), "several.yaml");
  const gone = path.join(folder, "gone.yaml");
  const asked = [
    ["a stage that is not in the code", "prod", undefined, "-c stage-file=FILE", "--stage-file FILE"],
    ["one of several stages", undefined, several, "-c stage=NAME", "--stage NAME"],
    ["a file that is not there", undefined, gone, "-c stage-file=FILE", "--stage-file FILE"],
  ] as const;
  const said = (read: () => unknown): string => {
    try {
      read();
    } catch (error) {
      return String(error);
    }
    throw new Error("nothing is wrong");
  };

  test.each(asked)("the CDK's by its context: %s", (_, stage, file, context) => {
    const sentence = said(() => chosenStage(stage, file));
    expect(sentence).toContain(context);
    expect(sentence).not.toContain("--stage");
  });

  test.each(asked)("a command's by its options: %s", (_, stage, stageFile, __, option) => {
    const sentence = said(() => stageOf({ ...(stage && { stage }), ...(stageFile && { stageFile }) }));
    expect(sentence).toContain(option);
    expect(sentence).not.toContain("-c ");
  });
});

test("a misspelt word to the synthesis is refused, since it would leave its stage for the example", () => {
  expect(unknownContext(["stage", "stage-file", "settings", "@aws-cdk/core:x"])).toBeUndefined();
  expect(unknownContext(["stage_file"])).toBe(
    "-c stage_file is not known. Known are -c stage=…, -c stage-file=…, -c settings=….",
  );
});

describe("the published schema", () => {
  test("is what `npm run generate -- schema` writes", () => {
    expect(JSON.parse(readFileSync("infra/stack/stage-file.schema.json", "utf8"))).toEqual(
      JSON.parse(JSON.stringify(stageFileSchema())),
    );
  });

  test("says what each setting of a stage, a reporter, a webhook, a provider and a country is", () => {
    const { properties } = JSON.parse(readFileSync("infra/stack/stage-file.schema.json", "utf8"));
    const stage = properties.stages.additionalProperties;
    const settings = stage.properties.settings;
    const lists = ["reporters", "webhooks", "directory", "countries"].map((list) => settings.properties[list].items);
    const untold = [stage, settings, settings.properties.signIn, ...lists].flatMap((part) =>
      Object.entries<{ description?: string }>(part.properties).flatMap(([name, { description }]) =>
        description ? [] : [name],
      ),
    );
    expect(untold).toEqual([]);
  });

  test("takes a whole stage and refuses a misspelt setting", () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    const isValid = ajv.compile(stageFileSchema());
    expect(isValid({ stages: { prod: aBrowserStage() } })).toBe(true);
    expect(isValid({ stages: { prod: { ...aStage(), onCal: [] } } })).toBe(false);
  });
});
