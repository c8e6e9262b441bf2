import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { messageSchema } from "../../functions/report/native.ts";
import { nativeMessage, statusMessage } from "../support/a-flow.ts";

const published: unknown = JSON.parse(readFileSync("functions/report/report.schema.json", "utf8"));

test("the published JSON Schema is the one that the reader keeps to (npm run generate -- schema writes it)", () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(messageSchema())));
});

test("a message that the reader takes is valid by the published schema, and one with a misspelt field is not", () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  const validate = ajv.compile(messageSchema());
  expect(validate(JSON.parse(nativeMessage()))).toBe(true);
  expect(validate(JSON.parse(statusMessage("gone", "2026-11-24T10:00:00Z")))).toBe(true);
  expect(validate(JSON.parse(nativeMessage({ prority: 1 })))).toBe(false);
});
