import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { fixture } from "../support/fixture.ts";

/** What the official XARF v4 schemas find wrong with a report; nothing for a valid one. */
export const officialErrors = (): ((report: unknown) => unknown) => {
  // The schemas use keywords of their own, and one names a required field that it does not
  // describe.
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addKeyword("x-recommended");
  const types = readdirSync(join(import.meta.dirname, "../fixtures/xarf/types"));
  for (const file of ["xarf-core.json", ...types.map((name) => `types/${name}`)])
    ajv.addSchema(JSON.parse(fixture(`xarf/${file}`)));
  const validate = ajv.compile(JSON.parse(fixture("xarf/xarf-v4-master.json")));
  return (report) => (validate(report) ? [] : validate.errors);
};
