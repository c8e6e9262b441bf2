import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { sharedFile } from "../support/shared.ts";

/**
 * What the official XARF v4 schemas find wrong with a report, read where they stand; nothing for a
 * valid one.
 */
export const officialErrors = (): ((report: unknown) => unknown) => {
  // The schemas use keywords of their own, and one names a required field that it does not
  // describe.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addKeyword("x-recommended");
  const types = readdirSync(join(import.meta.dirname, "../../../shared/data/xarf/schemas/v4/types")).filter((name) =>
    name.endsWith(".json"),
  );
  for (const file of ["xarf-core.json", ...types.map((name) => `types/${name}`)])
    ajv.addSchema(JSON.parse(sharedFile(`data/xarf/schemas/v4/${file}`)));
  const validate = ajv.compile(JSON.parse(sharedFile("data/xarf/schemas/v4/xarf-v4-master.json")));
  return (report) => (validate(report) ? [] : validate.errors);
};
