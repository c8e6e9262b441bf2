import { readFileSync } from "node:fs";
import * as z from "zod";
import { fileSchema } from "../stack/stage-file.ts";

type Schema = {
  description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema;
};

const settings = "functions/kernel/settings.ts";
const rows = "functions/kernel/settings-rows.ts";

/** Where the fields of each part are written, with their meaning above them. */
const written: readonly { readonly part: string; readonly file: string; readonly at: (stage: Schema) => Schema }[] = [
  { part: "stageSchema", file: "infra/stack/stages.ts", at: (stage) => stage },
  ...["mails", "whoAndWhat", "desksAndDays"].map((part) => ({ part, file: settings, at: settingsOf })),
  { part: "reporterRow", file: rows, at: (stage) => each(settingsOf(stage), "reporters") },
  { part: "webhookFields", file: settings, at: (stage) => each(settingsOf(stage), "webhooks") },
  { part: "directoryEntry", file: rows, at: (stage) => each(settingsOf(stage), "directory") },
  { part: "countryRow", file: rows, at: (stage) => each(settingsOf(stage), "countries") },
  { part: "signIn", file: settings, at: (stage) => settingsOf(stage).properties?.signIn ?? {} },
];

function settingsOf(stage: Schema): Schema {
  return stage.properties?.settings ?? {};
}

function each(of: Schema, list: string): Schema {
  return of.properties?.[list]?.items ?? {};
}

/**
 * The published form of a file of stages, each setting with what the code says of it above its field;
 * `infra/stack/stage-file.schema.json` is made from it (`npm run generate -- schema`). Reads the sources.
 */
export const stageFileSchema = (): object => {
  const schema = z.toJSONSchema(fileSchema, { io: "input", unrepresentable: "any" }) as Schema;
  const stage = schema.properties?.stages?.additionalProperties ?? {};
  for (const { part, file, at } of written) {
    const said = wordsAbove(readFileSync(file, "utf8"), part);
    for (const [field, of] of Object.entries(at(stage).properties ?? {})) {
      const words = said.get(field);
      if (words !== undefined) of.description = words;
    }
  }
  return { $id: "stage-file.schema.json", title: "Stages of the takedown-notice dispatcher", ...schema };
};

/** The comment above each field of a constant, that stands no deeper than its first one. */
const wordsAbove = (source: string, part: string): ReadonlyMap<string, string> => {
  const [, after = ""] = source.split(new RegExp(`^(?:export )?const ${part} = .*$`, "m"));
  const body = after.slice(0, after.search(/^[})]/m));
  const fields = [...body.matchAll(/^( +)\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n\1(\w+):/gm)];
  const depth = Math.min(...fields.map(([, indent = ""]) => indent.length));
  return new Map(
    fields
      .filter(([, indent = ""]) => indent.length === depth)
      .map(([, , comment = "", field = ""]) => [field, comment.replaceAll(/\s*\n\s*\* ?/g, " ").trim()]),
  );
};
